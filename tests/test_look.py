"""Forms and pages as they come out of a printer: how many sheets of paper, every text whole, nothing cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from danvan_xlsx.excel.drawer import draw, draw_pages
from danvan_xlsx.excel.filled import HEIGHTS, drawn_columns
from danvan_xlsx.excel.looks import SIZE
from danvan_xlsx.excel.wrapping import columns_pixels, height, line_count, text_width
from danvan_xlsx.forms import plan_book, unit_book, village_slips
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.frame import CODES, NOTE, STATUS
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.page import Block, Chart, Gap, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text
from tests.looking import Rendered, needs_office, render
from tests.small_plan import PLAN_DAY, small_plan

REGISTRY = load()


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paper")


def drawn(book: Book, folder: Path) -> Rendered:
    path = folder / f"{book.name}.xlsx"
    draw(book, path, created=PLAN_DAY)
    return render(path, folder, folder / "profile")


def office() -> Book:
    return unit_book(small_plan(), REGISTRY, "VP", PLAN_DAY)


def every_register() -> Book:
    """All registers there are, in one workbook."""
    plan = small_plan()
    sheets = [sheet.bind(plan.lists, plan.aliases) for sheet in REGISTRY.sheets.values()]
    return Book("all", Text("Sổ", "Registers"), tuple(Filled(sheet, plan.owner("VP")) for sheet in sheets))


def plan_workbook() -> Book:
    return plan_book("minh-son", "Minh Sơn", 2022, SHEETS, {})


def squeezed(text: str) -> str:
    """Without any white space: a line may be broken anywhere, also inside a word that is too long."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def printed_texts(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.title.vi, sheet.about.vi, STATUS.label.vi)
    yield from (column.label.vi for column in sheet.columns if not column.detail)


@needs_office
@pytest.mark.parametrize("make", [office, every_register, plan_workbook])
def test_every_text_of_a_form_is_whole_on_paper(make, paper: Path) -> None:  # type: ignore[no-untyped-def]
    book = make()
    rendered = drawn(book, paper)
    seen = [squeezed(page) for page in rendered.pages]

    assert not any("###" in page for page in seen)
    for leaf in book.leaves:
        if not isinstance(leaf, Filled):
            continue
        # A very wide sheet is printed on two pages beside each other; each has the mark.
        mine = "".join(page for page in seen if squeezed(f"_status.{leaf.sheet.code}") in page)
        # Headings of two lines stand beside each other: their words come in another order.
        words = {word for text in printed_texts(leaf.sheet) for word in text.split()}
        assert {word for word in words if squeezed(word) not in mine} == set()


@needs_office
def test_a_blank_form_takes_a_page_a_sheet_and_the_schedule_two(paper: Path) -> None:
    book = office()
    rendered = drawn(book, paper)

    assert len(rendered.pages) == len(book.leaves) + 1
    assert "Tuần" in rendered.pages[6] and "Quốc khánh" in rendered.pages[6]


@needs_office
def test_a_register_of_many_rows_repeats_its_headings(paper: Path) -> None:
    sheet = REGISTRY.sheets["documents"]
    rows = tuple({"number": f"{number:02}/BC-UBND"} for number in range(90))
    rendered = drawn(Book("long", sheet.title, (Filled(sheet, small_plan().owner("VP"), rows),)), paper)

    assert len(rendered.pages) > 1
    assert all(squeezed(sheet.columns[0].label.vi) in squeezed(page) for page in rendered.pages)
    assert [page.split()[0] for page in rendered.pages[1:]] == [
        str(number) for number in range(2, len(rendered.pages) + 1)
    ]


@needs_office
def test_the_guide_is_one_page_with_all_its_words(paper: Path) -> None:
    book = office()
    guide = book.leaves[1]
    assert isinstance(guide, Page)
    rendered = drawn(Book("guide", Text("Hướng dẫn", "Guide"), (guide,)), paper)

    assert len(rendered.pages) == 1
    page = squeezed(rendered.pages[0])
    missing = [text for text in texts_of(guide.blocks) if not words_in(text, page)]
    assert missing == []


@needs_office
def test_each_slip_is_one_page_with_all_its_words(paper: Path) -> None:
    slips = village_slips(small_plan(), REGISTRY.sheets)
    draw_pages(slips, paper / "slips.xlsx", title=Text("Phiếu", "Slips"), created=PLAN_DAY)
    rendered = render(paper / "slips.xlsx", paper, paper / "profile")

    assert len(rendered.pages) == len(slips)
    for slip, text in zip(slips, rendered.pages, strict=True):
        page = squeezed(text)
        assert [text for text in texts_of(slip.blocks) if not words_in(text, page)] == []


def overview() -> Page:
    columns = (
        TableColumn(("Mã",)),
        TableColumn(("Nhiệm vụ",), 2),
        TableColumn(("Thực hiện", "Số")),
        TableColumn(("Thực hiện", "Tỷ lệ")),
    )
    long = "Học tập, quán triệt nghị quyết của Trung ương và của tỉnh về công tác dân vận chính quyền, hết dòng"
    rows = tuple(
        (Spot(f"II.{number}"), Spot(f"{long} {number}."), Spot(1250, "number"), Spot("Quá hạn", "bad"))
        for number in range(1, 60)
    )
    sentence = "Đến 14/11: 59 nhiệm vụ theo dõi, 40 đến hạn, 35 đã xong, 5 chậm; so với lần trước +3 xong, +1 chậm."
    chart = Chart("Theo mục", ("II.1", "II.2"), (("Xong", (3.0, 4.0)), ("Chậm", (1.0, 0.0))))
    blocks: tuple[Block, ...] = (
        Paragraph("TỔNG QUAN CÔNG TÁC DÂN VẬN CHÍNH QUYỀN", "title"),
        Paragraph(" ".join([sentence] * 4 + ["Hết đoạn."]), "lead"),
        Gap(6),
        chart,
        Table(columns, rows, repeated=True),
        Paragraph("Hết trang."),
    )
    return Page("Tổng quan", (9, 25, 25, 12, 14), blocks, foot="Số liệu đến 14/11/2022")


@needs_office
def test_a_page_of_blocks_shows_all_its_words_on_every_sheet_of_paper(paper: Path) -> None:
    page = overview()
    draw_pages((page,), paper / "overview.xlsx", title=Text("Tổng hợp", "Summary"), created=date(2022, 11, 14))
    rendered = render(paper / "overview.xlsx", paper, paper / "profile")
    whole = squeezed("".join(rendered.pages))

    assert 2 <= len(rendered.pages) <= 4
    assert [text for text in texts_of(page.blocks) if not words_in(text, whole)] == []
    assert all("Nhiệm vụ" in text and "Số liệu đến 14/11/2022" in text for text in rendered.pages)
    assert not rendered.pages[0].split()[0].isdecimal()
    assert "###" not in rendered.words


def texts_of(blocks: object) -> Iterator[str]:
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (part for column in block.columns for part in column.heading)
            yield from (spot.value for row in block.rows for spot in row if isinstance(spot.value, str))
        elif isinstance(block, Chart):
            yield from (block.title, *block.categories, *(name for name, _ in block.series))


def words_in(text: str, page: str) -> bool:
    """Each word, the last ones too: what is cut off is missing. Cells of a row stand between the lines of a text."""
    return all(squeezed(word) in page for word in text.split())


# -- without a printer -------------------------------------------------------------------


@pytest.mark.parametrize("sheet", [*REGISTRY.sheets.values(), *SHEETS], ids=lambda sheet: sheet.code)
def test_what_stands_above_a_table_is_no_wider_than_the_table(sheet: Sheet) -> None:
    columns = drawn_columns(sheet)
    printed = [one for one in columns if not one.column.detail and one.column not in (CODES, NOTE)]
    assert text_width(sheet.about.vi, 10) <= sum(columns_pixels(one.width) for one in printed)
    assert text_width(sheet.title.vi, 14, bold=True) <= sum(columns_pixels(one.width) for one in printed)


def test_the_frame_is_lower_than_the_screen_allows() -> None:
    assert sum(HEIGHTS.values()) < 130


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        # Measured in Liberation Serif, whose widths are those of Times New Roman.
        ("Học tập, quán triệt NQ 25-NQ/TW, KL 43-KL/TW, KL 114-KL/TW", 401.3),
        ("Dòng nhiệm vụ đã có sẵn. Chỉ ghi ở ba cột cuối; khó khăn, đề xuất", 391.9),
        ("KẾT QUẢ CÔNG TÁC DÂN VẬN", 212.3),
        ("Tỷ lệ 33,9% (1.060/2.090) – được giải quyết", 261.7),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text: str, pixels: float) -> None:
    assert text_width(text, SIZE) == pytest.approx(pixels, rel=0.02)


def test_lines_are_broken_between_words_and_inside_a_word_too_long() -> None:
    assert line_count("một hai ba", SIZE, 1000) == 1
    assert line_count("một hai ba", SIZE, 40) == 3
    assert line_count("một\nhai", SIZE, 1000) == 2
    assert line_count("x" * 100, SIZE, 100) == 9
    assert height("một\nhai", SIZE, 1000) > height("một", SIZE, 1000)
