"""Every cell of an old workbook stands in the new one or is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan_xlsx.check.recognise import recognise
from danvan_xlsx.forms.carrying import Carried, Source, Why, carry
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.frame import framed, status_mark
from danvan_xlsx.words.kinds import KINDS, Option, choice
from danvan_xlsx.words.layout import CODE_ROW, FIRST_ROW, HEAD_ROW, Cell, Column, Grid, Sheet
from danvan_xlsx.words.text import Text
from danvan_xlsx.workspace.redrawing import changed, redraw

KIND_SHEET = Sheet(
    "every",
    Text("Mọi loại ô", "Every kind"),
    (
        *(Column(f"c{number}", Text(f"Cột {number}", f"Column {number}"), kind) for number, kind in enumerate(KINDS)),
        Column("list", Text("Danh sách", "List"), choice("every_list", Option("a", Text("Một", "One")))),
    ),
)
BLANK = Book("every", Text("Sổ", "Book"), (Filled(KIND_SHEET, Text("Xã", "Commune")),))

numbers = st.floats(-1e300, 1e300).map(lambda value: value + 0.0)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
CELLS = st.one_of(
    texts.map(Cell),
    numbers.map(lambda value: Cell(value, "number")),
    st.integers(1, 80000).map(lambda value: Cell(float(value), "date")),
    numbers.map(lambda value: Cell(value, "percent")),
    st.booleans().map(lambda value: Cell(value, "bool")),
    st.sampled_from(["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"]).map(lambda value: Cell(value, "error")),
    st.just(Cell("", "uncalculated", True)),
    st.just(Cell("x", "broken")),
    st.tuples(texts, st.just("text"), st.just(True)).map(lambda parts: Cell(*parts)),
)


def grid_of(rows: dict[int, dict[int, Cell]]) -> Grid:
    columns = framed(KIND_SHEET)
    head = {
        CODE_ROW: {n: Cell(one.code) for n, one in enumerate(columns, 1)} | {1: Cell(status_mark("every"))},
        HEAD_ROW: {n: Cell(one.label.vi) for n, one in enumerate(columns, 1)},
    }
    return Grid(KIND_SHEET.title.vi, {**head, **rows})


def carried(grid: Grid) -> Carried:
    ours, _ = recognise("a.xlsx", [grid], [KIND_SHEET])
    return carry(BLANK, [Source(one.placed, one.grid, one.marked) for one in ours])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.integers(FIRST_ROW, 36), st.dictionaries(st.integers(1, 20), CELLS, max_size=8), min_size=1, max_size=6
    )
)
def test_every_cell_stands_in_the_new_file_or_is_told(tmp_path: Path, rows: dict[int, dict[int, Cell]]) -> None:
    result = carried(grid_of(rows))
    redrawn = redraw(result.book, tmp_path / "a.xlsx", date(2022, 1, 1))
    redrawn.temp.unlink()
    differing = {(one.source.row, one.source.column) for one in changed(result.moves, redrawn)}

    moved = {(one.source.row, one.source.column) for one in result.moves}
    told_ = {(one.place.row, one.place.column) for one in result.left}
    last = len(framed(KIND_SHEET))
    for number, row in rows.items():
        for at, cell in row.items():
            ours = at in (1, last - 1, last)
            blank = cell.kind == "text" and not cell.formula and not str(cell.value).strip("\u200b\ufeff\u00ad \t\n")
            if not ours and not blank:
                assert (number, at) in moved | told_ or cell.kind == "text"
    # Rows keep their numbers; text and numbers are drawn as they are, whatever their column asks for.
    assert all(one.target.row == one.source.row for one in result.moves)
    assert differing <= {
        (number, at) for number, row in rows.items() for at, cell in row.items() if cell.kind in ("text", "error")
    }


def test_a_stray_cell_in_the_last_row_costs_nothing() -> None:
    result = carried(grid_of({7: {2: Cell("một")}, 1048576: {2: Cell("x")}}))

    assert [one.target.row for one in result.moves] == [7, 38]


def test_a_column_the_form_no_longer_has_is_told_with_its_cells() -> None:
    grid = grid_of({7: {2: Cell("một")}})
    rows = {number: dict(row) for number, row in grid.rows.items()}
    rows[CODE_ROW][30], rows[HEAD_ROW][30], rows[8] = Cell("old_code"), Cell("Cột cũ"), {30: Cell("còn")}
    rows[CODE_ROW][31], rows[HEAD_ROW][31] = Cell("older"), Cell("Cột cũ không có gì")
    left = carried(Grid(grid.title, rows)).left

    assert [(one.place.cell, one.why, one.heading) for one in left] == [("AD8", Why.NO_COLUMN, "Cột cũ")]
