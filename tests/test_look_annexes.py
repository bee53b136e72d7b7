"""The annexes, the internal workbook and the week's page on paper: Nghị định 30/2020/NĐ-CP, every text whole."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.folders import danvan, opened
from tests.looking import Rendered, needs_office, render
from tests.reported import HALF, YEAR, annex_of, internal_of, new_sample, report

pytestmark = needs_office

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 15 * MM, 20 * MM, 20 * MM
#: The box of a letter is taller than the letter, and a hair's breadth is lost where LibreOffice fits the width.
SLACK = 2 * MM

#: Pages of each sheet that is printed.
ANNEXES = {"Phụ lục I": 3, "Phụ lục II": 5, "Phụ lục III": 1, "Phụ lục IV": 1, "Phụ lục V": 1}
HEADS = {"Phụ lục I": "TT Chỉ tiêu ĐVT Kế hoạch Thực hiện", "Phụ lục II": "TT Nhiệm vụ Chủ trì Hạn Tình trạng Kết quả"}


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """A page of paper with its words."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def number(self) -> str | None:
        """What stands in the middle of the top margin."""
        return next((one.text for one in self.words if one.bottom < TOP and one.text.isdigit()), None)

    @property
    def body(self) -> list[Word]:
        """All between the margins."""
        return [one for one in self.words if one.top >= TOP - SLACK and one.bottom <= self.height - BOTTOM + SLACK]

    def line_of(self, text: str) -> str:
        """The words on one line with this one, from the left."""
        word = next(one for one in self.body if one.text == text)
        beside = [one for one in self.body if abs(one.top - word.top) < 2]
        return " ".join(one.text for one in sorted(beside))


class Paper(NamedTuple):
    workbook: Path
    rendered: Rendered
    sheets: tuple[Sheet, ...]
    #: As the cells were drawn, one after the other, without white space.
    text: str


def _out(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', re.DOTALL)


def on_paper(workbook: Path, folder: Path) -> Paper:
    rendered = render(workbook, folder, folder / "profile")
    pages = _PAGE.findall(_out("pdftotext", "-bbox", str(rendered.pdf), "-"))
    text = squeezed(_out("pdftotext", "-raw", str(rendered.pdf), "-"))
    return Paper(workbook, rendered, tuple(_sheet(*page) for page in pages), text)


def _sheet(width: str, height: str, inside: str) -> Sheet:
    words = (Word(*(float(number) for number in one[:4]), unescape(one[4])) for one in _WORD.findall(inside))
    return Sheet(float(width), float(height), tuple(words))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paper")


@pytest.fixture(scope="module")
def sound(paper: Path) -> Path:
    folder = new_sample(paper / "sound")
    report(folder, HALF)
    report(folder, YEAR, "--number", "97/BC-UBND", "--signed-on", "11/11/2022")
    danvan("remind", folder, "--as-of", "2022-11-14")
    return folder


@pytest.fixture(scope="module")
def half(sound: Path, paper: Path) -> Paper:
    return on_paper(annex_of(sound, HALF), paper)


@pytest.fixture(scope="module")
def year(sound: Path, paper: Path) -> Paper:
    return on_paper(annex_of(sound, YEAR), paper)


@pytest.fixture(scope="module")
def draft(paper: Path) -> Paper:
    folder = new_sample(paper / "faulty", sound=False)
    report(folder, HALF)
    (paper / "draft").mkdir()
    return on_paper(annex_of(folder, HALF), paper / "draft")


@pytest.fixture(scope="module")
def inside(sound: Path, paper: Path) -> Paper:
    return on_paper(internal_of(sound, YEAR), paper)


@pytest.fixture(scope="module")
def week(sound: Path, paper: Path) -> Paper:
    return on_paper(sound / "ket-qua/viec-tuan-nay.xlsx", paper)


@pytest.fixture(params=["half", "year", "draft", "inside", "week"])
def any_paper(request: pytest.FixtureRequest) -> Paper:
    found: Paper = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["half", "year", "draft"])
def annexes(request: pytest.FixtureRequest) -> Paper:
    found: Paper = request.getfixturevalue(request.param)
    return found


def by_annex(paper: Paper) -> dict[str, list[Sheet]]:
    """Its pages under the annex that they belong to: each begins with its name."""
    found: dict[str, list[Sheet]] = {}
    name = ""
    for sheet in paper.sheets:
        head = " ".join(one.text for one in sheet.body[:3])
        begins = re.match(r"Phụ lục [IVX]+", head)
        name = begins[0] if begins else name
        found.setdefault(name, []).append(sheet)
    return found


# -- every page ------------------------------------------------------------------------------


def test_all_letters_have_the_metrics_of_times_new_roman_and_are_in_the_file(any_paper: Paper) -> None:
    lines = _out("pdffonts", str(any_paper.rendered.pdf)).splitlines()[2:]

    assert lines
    for line in lines:
        name, *_, embedded, _, _, _, _ = line.split()
        assert re.fullmatch(r"[A-Z]{6}\+LiberationSerif(-Bold|-Italic|-BoldItalic)?", name)
        assert embedded == "yes"


def test_the_paper_is_a4_and_its_margins_are_those_of_the_decree(any_paper: Paper) -> None:
    for sheet in any_paper.sheets:
        assert sorted((round(sheet.width / MM), round(sheet.height / MM))) == [210, 297]
        assert min(one.left for one in sheet.body) >= LEFT - SLACK
        assert max(one.right for one in sheet.body) <= sheet.width - RIGHT + SLACK
        assert min(one.top for one in sheet.body) >= TOP - SLACK


def test_nothing_is_cut_into_hashes(any_paper: Paper) -> None:
    assert "###" not in any_paper.rendered.words


def test_every_text_of_the_workbook_is_whole_on_paper(any_paper: Paper) -> None:
    missing = [text for text in printed(any_paper.workbook) if squeezed(text) not in any_paper.text]

    assert missing == []


def printed(path: Path) -> Iterator[str]:
    """Every text within the print areas, lines that are hidden left out."""
    for sheet in opened(path).worksheets:
        if sheet.sheet_state != "visible":
            continue
        area = sheet.print_area.split("!")[-1].replace("$", "")
        for row in sheet[area]:
            if not sheet.row_dimensions[row[0].row].hidden:
                yield from (cell.value for cell in row if isinstance(cell.value, str))


# -- annexes -----------------------------------------------------------------------------------


def test_each_annex_has_the_pages_that_it_needs_and_no_more(annexes: Paper) -> None:
    pages = {name: len(sheets) for name, sheets in by_annex(annexes).items()}

    assert pages == ANNEXES


def test_pages_are_numbered_from_the_second_of_each_annex_in_the_middle_of_the_top_margin(annexes: Paper) -> None:
    for sheets in by_annex(annexes).values():
        assert [sheet.number for sheet in sheets] == [None, *(str(number) for number in range(2, len(sheets) + 1))]
        for sheet in sheets[1:]:
            (number,) = (one for one in sheet.words if one.bottom < TOP and one.text.isdigit())
            middle = (LEFT + sheet.width - RIGHT) / 2
            assert abs((number.left + number.right) / 2 - middle) < 3 * MM


def test_the_heading_of_a_long_table_is_on_every_page(annexes: Paper) -> None:
    for name, head in HEADS.items():
        for sheet in by_annex(annexes)[name]:
            assert sheet.line_of("TT").startswith(head)


def test_the_top_right_corner_of_each_annex_stays_free_for_the_electronic_signature(annexes: Paper) -> None:
    for sheets in by_annex(annexes).values():
        first = sheets[0]
        corner = [one for one in first.words if one.right > first.width - 90 * MM and one.top < 28 * MM]
        # The number and time of signing take a line of 10 pt or two there.
        assert [one.text for one in corner if one.left > first.width - 70 * MM] == []


def test_tables_take_the_whole_width(annexes: Paper) -> None:
    """The last heading stands at the right margin: a table is not left narrow in the middle of the paper."""
    last = {"Phụ lục I": "sánh", "Phụ lục II": "quả", "Phụ lục III": "sánh", "Phụ lục IV": "hạn", "Phụ lục V": "(%)"}
    for name, sheets in by_annex(annexes).items():
        sheet = sheets[0]
        at = max(one.right for one in sheet.body if one.text == last[name])
        assert at > sheet.width - RIGHT - (45 if name == "Phụ lục II" else 12) * MM, name


def test_wide_tables_lie_and_narrow_ones_stand(annexes: Paper) -> None:
    lying = {name: sheets[0].width > sheets[0].height for name, sheets in by_annex(annexes).items()}

    assert lying == {
        "Phụ lục I": True,
        "Phụ lục II": True,
        "Phụ lục III": False,
        "Phụ lục IV": True,
        "Phụ lục V": False,
    }


def test_letters_are_not_made_too_small_to_be_read(annexes: Paper) -> None:
    """The height of a figure 1 of the body: at least 9 pt once the page has been fitted to its width."""
    for sheet in annexes.sheets:
        rows = [one.bottom - one.top for one in sheet.body if re.fullmatch(r"\d+", one.text)]
        assert max(rows) > 9


def test_machine_codes_are_not_on_paper(annexes: Paper) -> None:
    assert not re.search(r"\[kind=|dossiers_|tcd\.visits|tttt/", annexes.rendered.words)


def test_a_draft_says_so_on_every_page_to_the_left_and_a_final_report_on_none(draft: Paper, year: Paper) -> None:
    for sheet in draft.sheets:
        mark = [one for one in sheet.words if one.text in ("BẢN", "NHÁP") and one.bottom < TOP]
        assert [one.text for one in mark] == ["BẢN", "NHÁP"]
        assert all(one.right < sheet.width / 2 for one in mark)
    assert "NHÁP" not in year.rendered.words


def test_the_annexes_name_the_report_that_they_belong_to(year: Paper) -> None:
    line = "(Kèm theo Báo cáo số 97/BC-UBND ngày 11 tháng 11 năm 2022 của Ủy ban nhân dân xã Minh Sơn)"

    assert year.text.count(squeezed(line)) == len(ANNEXES)


# -- what stays, and the wall ------------------------------------------------------------------


def test_the_internal_workbook_says_on_every_page_that_it_is_never_sent(inside: Paper) -> None:
    for page in inside.rendered.pages:
        assert "Tài liệu nội bộ của xã, không gửi kèm báo cáo." in " ".join(page.split())
    assert len(inside.sheets) <= 16


def test_the_week_is_one_page_of_a4(week: Paper) -> None:
    assert len(week.sheets) == 1
    assert week.sheets[0].height > week.sheets[0].width
    assert week.sheets[0].number is None
