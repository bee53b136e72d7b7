"""Whatever a workbook has around our cells and whatever we write into them: nothing else of it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from danvan_xlsx.excel.content import Value
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.replacing import Declined, abandon, sha256_of
from tests import proofs
from tests.proofs import Position
from tests.random_books import LAST_COLUMN, LAST_ROW, TITLES, WRITERS, Sheet, ours, sheets

MANY = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a workbook takes minutes to shrink
    suppress_health_check=list(HealthCheck),
)
RIGHT = LAST_COLUMN + 5


@st.composite
def columns(draw: st.DrawFn, first: int, last: int) -> dict[Position, Value]:
    """Values in one to three columns, each in some of the rows."""
    wanted: dict[Position, Value] = {}
    for column in draw(st.lists(st.integers(first, last), min_size=1, max_size=3, unique=True)):
        for row in draw(st.sets(st.integers(1, LAST_ROW + 8), min_size=1, max_size=12)):
            wanted[row, column] = draw(ours)
    return wanted


books = st.lists(sheets, min_size=1, max_size=3)


def _book(writer: str, made: list[Sheet], folder: Path) -> Path:
    path = folder / "so.xlsx"
    path.write_bytes(WRITERS[writer](made))
    return path


def _losses(path: Path, wanted: Mapping[str, Mapping[Position, Value]]) -> Any:
    """What is lost, or the code with which the file was left as it was."""
    before, seen = path.read_bytes(), proofs.seen_by_all(path)
    try:
        return proofs.losses(path, wanted, seen)
    except Declined as declined:
        assert path.read_bytes() == before
        return declined.code, declined.values["kind"]


@pytest.mark.parametrize("writer", WRITERS)
@given(made=books, cells=columns(RIGHT, RIGHT + 3))
@MANY
def test_a_column_right_of_everything_is_written_and_nothing_is_lost(
    writer: str, made: list[Sheet], cells: dict[Position, Value], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _book(writer, made, tmp_path_factory.mktemp("so"))

    assert _losses(path, {TITLES[0]: cells}) == []


@pytest.mark.parametrize("writer", WRITERS)
@given(made=books, cells=columns(1, RIGHT))
@MANY
def test_any_column_is_written_without_loss_or_the_file_is_left_as_it_was(
    writer: str, made: list[Sheet], cells: dict[Position, Value], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Over what stands there, too, but never inside a merge, a table's headings or what is calculated as a whole."""
    path = _book(writer, made, tmp_path_factory.mktemp("so"))

    lost = _losses(path, {TITLES[0]: cells})

    kinds = ("merged", "array", "table_header", "shared_formula", "formula")
    assert lost == [] or lost in [("BM24", kind) for kind in kinds]


@pytest.mark.parametrize("writer", WRITERS)
@given(made=books, first=columns(RIGHT, RIGHT + 2), second=columns(RIGHT, RIGHT + 2))
@settings(MANY, max_examples=8)
def test_the_values_of_one_run_written_over_those_of_another_leave_no_trace_of_it(
    writer: str,
    made: list[Sheet],
    first: dict[Position, Value],
    second: dict[Position, Value],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("so")
    path = _book(writer, made, folder)
    everywhere = dict.fromkeys((*first, *second))
    assert _losses(path, dict.fromkeys(TITLES[: len(made)], everywhere | first)) == []

    assert _losses(path, dict.fromkeys(TITLES[: len(made)], everywhere | second)) == []

    other = _book(writer, made, folder / "..")
    assert _losses(other, dict.fromkeys(TITLES[: len(made)], everywhere | second)) == []
    shown = [proofs.ours_sees(one) for one in (path, other)]
    assert shown[0] == shown[1]


@given(made=books, cells=columns(RIGHT, RIGHT + 3))
@settings(MANY, max_examples=10)
def test_what_is_prepared_and_abandoned_leaves_nothing_behind(
    made: list[Sheet], cells: dict[Position, Value], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _book("openpyxl", made, tmp_path_factory.mktemp("so"))
    before = path.read_bytes()
    prepared = prepare(path, sha256_of(path), {TITLES[0]: cells}, None, None)
    if prepared is not None:
        abandon(prepared)

    assert (path.read_bytes(), list(path.parent.iterdir())) == (before, [path])
