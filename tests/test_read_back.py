"""What goes up reads back: the hidden codes of the annexes, by our reader and by another one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.report.periodic.annexes import annexes
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.report.periodic.read_back import DoubledCode, ReadBack, read_back
from danvan_xlsx.report.periodic.receiving_form import ANNEXES, WORDS
from danvan_xlsx.words.layout import Cell, Grid
from danvan_xlsx.words.page import Table
from tests.folders import edited, opened, resaved
from tests.looking import needs_office
from tests.reported import HALF, YEAR, annex_of, new_sample, reported

PERIODS = (HALF, YEAR)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Periodic, Path]]:
    folder = new_sample(tmp_path_factory.mktemp("read-back"))
    return {period: (reported(folder, period), annex_of(folder, period)) for period in PERIODS}


def read(path: Path) -> ReadBack:
    with open_workbook(path) as book:
        return read_back(book.grid(sheet) for sheet in book.sheets)


def rounded(one: ReportFigure) -> float | None:
    return None if one.actual is None else round(one.actual, 1)


@pytest.mark.parametrize("period", PERIODS)
def test_every_figure_of_the_report_reads_back(drawn: dict[str, tuple[Periodic, Path]], period: str) -> None:
    report, path = drawn[period]
    figures = read(path).figures

    for one in (figure for section in report.sections for figure in section.figures):
        told = figures[one.code]
        assert (told["label"], told["unit"], told.get("actual")) == (one.label, one.unit, rounded(one))
        if one.share:
            part, whole = (sum(figure.amount for figure in part) for part in one.parts)
            assert (told["part"], told["whole"]) == (part, whole)
    assert {one.code: figures[one.code]["actual"] for one in report.people} == {
        one.code: one.actual for one in report.people
    }
    for line in report.fields:
        told = figures[f"II.06a/{line.label}"]
        assert {printed: told[str(printed)] for printed in range(3, 14)} == {
            printed: one.actual for printed, one in line.columns.items()
        }
    for number, month in enumerate(report.months, 1):
        told = figures[f"tttt/{number:02}"]
        assert told["received"] == month.received.actual
        assert told["online"] == month.online.actual
        assert told["share"] == rounded(month.share)


@pytest.mark.parametrize("period", PERIODS)
def test_nothing_reads_back_that_the_report_has_not_and_no_code_stands_twice(
    drawn: dict[str, tuple[Periodic, Path]], period: str
) -> None:
    report, path = drawn[period]
    codes = [one.code for one in report.figures]
    rows = {*(one.code for section in report.sections for one in section.figures), *(one.code for one in report.people)}
    rows |= {f"II.06a/{line.label}" for line in report.fields}
    rows |= {one.received.code.removesuffix("/received") for one in report.months}
    rows |= {state.task.code for section in report.sections for state in section.tasks}

    assert len(codes) == len(set(codes))
    assert set(read(path).figures) == rows


@pytest.mark.parametrize(
    ("period", "since", "until"), [(HALF, "2022-01-01", "2022-05-20"), (YEAR, "2022-01-01", "2022-10-31")]
)
def test_the_workbook_says_whose_report_it_is(
    drawn: dict[str, tuple[Periodic, Path]], period: str, since: str, until: str
) -> None:
    path = drawn[period][1]
    told = read(path)
    meta = {row[0].value: row[1].value for row in opened(path)["_META"].iter_rows(max_col=2)}

    assert (told.commune, told.year, told.period, told.since, told.until, told.form) == (
        *("minh-son", "2022", period, since, until, ANNEXES),
    )
    assert meta == {
        "layout": "danvan", "layout_version": "1", "kind": "output", "commune": "minh-son", "year": "2022",
        "period": period, "since": since, "until": until, "form": ANNEXES,
    }  # fmt: skip
    assert opened(path)["_META"].sheet_state == "veryHidden"


def test_annexes_that_changed_have_a_version_of_their_own(drawn: dict[str, tuple[Periodic, Path]]) -> None:
    """Another heading, order, code or word: `ANNEXES` is raised, and what was drawn before does not go up."""
    tables = [one for period in PERIODS for page in annexes(drawn[period][0]) for one in page.blocks]
    printed = [(one.codes, [column.heading for column in one.columns]) for one in tables if isinstance(one, Table)]

    assert len(printed) == 10
    assert {ANNEXES: sha256(repr((printed, dict(WORDS))).encode()).hexdigest()[:16]} == {"BCDVCQ-1": "bf94fce33740a80c"}


@pytest.mark.parametrize("period", PERIODS)
def test_another_library_finds_the_same_codes_and_figures(drawn: dict[str, tuple[Periodic, Path]], period: str) -> None:
    path = drawn[period][1]
    told = {code: dict(values) for code, values in read(path).figures.items()}

    found: dict[str, dict[str, Any]] = {}
    for sheet in opened(path).worksheets:
        columns: dict[int, str] = {}
        for row in sheet.iter_rows():
            values = {cell.column: cell.value for cell in row if cell.value is not None}
            if sheet.row_dimensions[row[0].row].hidden and "code" in values.values():
                columns = {place: str(value) for place, value in values.items()}
                continue
            named = {column: values[place] for place, column in columns.items() if place in values}
            if code := named.pop("code", None):
                found[code] = {
                    column: value.date() if hasattr(value, "date") else value
                    for column, value in named.items()
                    if value != "–"
                }

    assert found == told


@pytest.mark.parametrize("period", PERIODS)
def test_what_is_for_machines_is_hidden_and_not_printed(drawn: dict[str, tuple[Periodic, Path]], period: str) -> None:
    book = opened(drawn[period][1])

    for sheet in book.worksheets[:-1]:
        printed = sheet[sheet.print_area.split("!")[-1].replace("$", "")]
        last = printed[0][-1].column
        codes = next(row for row in sheet.iter_rows() if any(cell.value == "code" for cell in row))
        (at,) = (cell.column for cell in codes if cell.value == "code")
        assert sheet.row_dimensions[codes[0].row].hidden, sheet.title
        assert at == last + 1, sheet.title
        assert {cell.column_letter for row in sheet.iter_rows(min_col=last + 1) for cell in row if cell.value} <= {
            letter
            for letter, look in sheet.column_dimensions.items()
            if look.hidden
            for letter in _letters(look.min, look.max)
        }, sheet.title


def _letters(first: int, last: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(number) for number in range(first, last + 1)]


# -- what happens to a file on its way ---------------------------------------------------


@needs_office
def test_a_copy_saved_by_another_program_reads_back_alike(
    drawn: dict[str, tuple[Periodic, Path]], tmp_path: Path
) -> None:
    path = drawn[YEAR][1]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    resaved(copy, tmp_path)

    assert read(copy) == read(path)


def test_rows_put_in_by_hand_and_columns_moved_change_no_figure(
    drawn: dict[str, tuple[Periodic, Path]], tmp_path: Path
) -> None:
    path = drawn[HALF][1]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    with edited(copy) as book:
        sheet = book["Phụ lục III"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(9)
        sheet["B9"] = "Ghi chú của huyện"
        sheet.move_range("G5:G20", cols=3)

    assert read(copy).figures == read(path).figures


def test_a_code_that_stands_twice_is_refused() -> None:
    rows = {1: {1: Cell("actual"), 2: Cell("code")}, 2: {1: Cell(3.0, "number"), 2: Cell("tcd.visits")}}
    grid = Grid("Phụ lục III", {**rows, 3: rows[2]}, hidden_rows=frozenset({1}))

    with pytest.raises(DoubledCode, match=r"tcd\.visits"):
        read_back([grid])


def test_a_workbook_without_codes_has_no_figures() -> None:
    told = read_back([Grid("Trang1", {1: {1: Cell("code")}, 2: {1: Cell("tcd.visits")}})])

    assert told == ReadBack("", "", "", "", "", {})
