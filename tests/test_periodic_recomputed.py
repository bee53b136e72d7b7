"""Every figure of both reports, counted anew with openpyxl alone and found in the very cells that are named for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.folders import opened
from tests.recomputed import Asked, Books, Part, cells_named, fold, read, total
from tests.recounts import parts
from tests.reported import HALF, YEAR, annex_of, internal_of, new_sample, report

#: The windows of the plan's text.
WINDOWS = {HALF: (date(2022, 1, 1), date(2022, 5, 20)), YEAR: (date(2022, 1, 1), date(2022, 10, 31))}
BINDING = {"kế hoạch", "luật"}

PEOPLE = {
    "tcd.chair_sessions": ("chair_sessions_held", None),
    "tcd.visits": ("visits", None),
    "tcd.people": ("people_received", None),
    "tcd.crowds": ("crowds_received", None),
    "don.received": ("petitions_received", None),
    "don.complaints": ("petitions_received", "Loại đơn = Khiếu nại"),
    "don.denunciations": ("petitions_received", "Loại đơn = Tố cáo"),
    "don.proposals": ("petitions_received", "Loại đơn = Kiến nghị, phản ánh"),
    "don.not_competent": ("petitions_not_competent", None),
    "don.settled": ("petitions_settled_in_period", None),
}
#: Columns of II.06a by the cells that are added and those that are taken away.
IN, OUT = ("online", "direct", "carried_over"), ("early", "on_time", "late")
FORM: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {
    3: (IN, ()), 4: (("online",), ()), 5: (("direct",), ()), 6: (("carried_over",), ()),
    7: (OUT, ()), 8: (("early",), ()), 9: (("on_time",), ()), 10: (("late",), ()),
    11: (IN, OUT), 12: (IN, (*OUT, "pending_overdue")), 13: (("pending_overdue",), ()),
}  # fmt: skip


class Expected(NamedTuple):
    """What a figure should be: the cells of its part and, of a share, of its whole."""

    parts: tuple[list[Part], ...]

    @property
    def value(self) -> float | None:
        if len(self.parts) == 1:
            return total(self.parts[0])
        whole = total(self.parts[1])
        return 100 * total(self.parts[0]) / whole if whole else None


class Drawn(NamedTuple):
    """A report on paper: figures of the annexes by their code, and the lines of *Nguồn số liệu*."""

    asked: Asked
    annex: Mapping[str, Any]
    sources: Mapping[tuple[str, bool], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_sample(tmp_path_factory.mktemp("recomputed"))
    for period in WINDOWS:
        assert report(folder, period).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def books(folder: Path) -> Books:
    return read(folder)


@pytest.fixture(scope="module", params=list(WINDOWS))
def drawn(request: pytest.FixtureRequest, folder: Path, books: Books) -> Drawn:
    period = request.param
    return Drawn(
        Asked(*WINDOWS[period], books), _annex(annex_of(folder, period)), _sources(internal_of(folder, period))
    )


def _annex(path: Path) -> dict[str, Any]:
    """Code of the row (and of the column, in tables with several figures a row) → the cell."""
    found: dict[str, Any] = {}
    for sheet in opened(path).worksheets:
        codes: dict[int, str] = {}
        for row in sheet.iter_rows():
            if sheet.row_dimensions[row[0].row].hidden:
                codes = {cell.column: str(cell.value) for cell in row if cell.value}
                continue
            code = next((cell.value for cell in row if codes.get(cell.column) == "code"), None)
            for cell in row:
                column = codes.get(cell.column, "")
                if code and column == "actual":
                    found[str(code)] = cell.value
                elif code and (column.isdigit() or column in ("received", "online", "share")):
                    found[f"{code}/{column}"] = cell.value
    return found


def _sources(path: Path) -> dict[tuple[str, bool], list[dict[str, Any]]]:
    book = opened(path)
    codes = {line["TT"]: str(line["Mã số liệu"]) for line in _table(book["Mã số liệu"])}
    found: dict[tuple[str, bool], list[dict[str, Any]]] = {}
    for line in _table(book["Nguồn số liệu"]):
        whole = str(line["Số liệu"]).endswith(" (tổng để chia)")
        found.setdefault((codes[line["TT"]], whole), []).append(line)
    assert list(codes) == sorted({line["TT"] for line in _table(book["Nguồn số liệu"])})
    return found


def _table(sheet: Any) -> list[dict[str, Any]]:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(number for number, row in enumerate(rows) if row[0] == "TT")
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


# -- what is expected ------------------------------------------------------------------


def _going_up(books: Books) -> list[Any]:
    """Rows of ChiTieu whose task binds the commune, in the order of the plan's tasks."""
    adopted = {one.strip() for one in books.setting("adopted").split(";")}
    rows = books.rows["indicators"]
    found = []
    for task in books.rows["plan_tasks"]:
        own = [row for row in rows if row["task"] == task["code"]]
        bases = {fold(task["target_basis"]), *(fold(row["basis"]) for row in own)}
        by_deadline = bool(task["deadline"]) and fold(task["deadline_basis"]) in BINDING
        binding = task["code"] in adopted or bool(bases & BINDING) or by_deadline
        if binding and fold(task["followed"]) != "có":
            found.extend(own)
    return found


def _figures(asked: Asked, period: str) -> dict[str, Expected]:
    found: dict[str, Expected] = {}
    for code, (measure, chosen) in PEOPLE.items():
        found[code] = Expected((parts(measure, asked, None, chosen or ""),))
    for row in _by_field(asked.books, period):
        for printed in FORM:
            for name in (asked.books.label("procedure_fields", row["field"]), "Tổng cộng"):
                key = f"II.06a/{name}/{printed}"
                known = found.get(key, Expected(([],)))
                found[key] = Expected(([*known.parts[0], *_typed(row, printed)],))
    for month in range(1, asked.until.month + 1):
        first = date(2022, month, 1)
        last = min(date(2022, month + 1, 1).replace(day=1), date(2023, 1, 1)).toordinal() - 1
        span = Asked(first, min(date.fromordinal(last), asked.until), asked.books)
        received, online = parts("dossiers_received", span), parts("dossiers_online", span)
        found[f"tttt/{month:02}/received"] = Expected((received,))
        found[f"tttt/{month:02}/online"] = Expected((online,))
        found[f"tttt/{month:02}/share"] = Expected((online, received))
    return found


def _by_field(books: Books, period: str) -> list[Any]:
    return [row for row in books.rows["fields"] if row["period"] == period]


def _typed(row: Any, printed: int) -> list[Part]:
    plus, minus = FORM[printed]
    return [Part(row, column, row[column]) for column in plus] + [Part(row, one, -row[one]) for one in minus]


def _period(drawn: Drawn) -> str:
    return next(period for period, window in WINDOWS.items() if window == (drawn.asked.since, drawn.asked.until))


def _as_printed(expected: Expected, share: bool) -> Any:
    value = expected.value
    return "–" if value is None else round(value, 1) if share else round(value)


# -- the figures -----------------------------------------------------------------------


def test_every_indicator_that_binds_the_commune_is_there_once_with_its_figure(drawn: Drawn) -> None:
    asked = drawn.asked
    told = [code for code in drawn.annex if code.startswith(("II.", "III.")) and not code.startswith("II.06a")]
    expected = _going_up(asked.books)

    assert [_bare(code) for code in told] == [_named(row) for row in expected]
    for code, row in zip(told, expected, strict=True):
        figure = _indicator(row, asked)
        assert drawn.annex[code] == _as_printed(figure, bool(row["of"])), code


def _bare(code: str) -> str:
    return code.partition("#")[0].partition("[")[0]


def _named(row: Any) -> str:
    return f"{row['task']}/{row['measure']}" + (f":{row['of']}" if row["of"] else "")


def _indicator(row: Any, asked: Asked) -> Expected:
    chosen = (row["task"], row["filter"] or "")
    found = [parts(row["measure"], asked, *chosen)]
    if row["of"]:
        found.append(parts(row["of"], asked, *chosen))
    return Expected(tuple(found))


def test_reception_petitions_dossiers_and_months_are_what_the_registers_add_up_to(drawn: Drawn) -> None:
    expected = _figures(drawn.asked, _period(drawn))
    others = {code: value for code, value in drawn.annex.items() if _is_other(code)}

    assert set(others) == set(expected)
    for code, figure in expected.items():
        assert others[code] == _as_printed(figure, code.endswith("/share")), code


def _is_other(code: str) -> bool:
    return code.startswith(("tcd.", "don.", "II.06a/", "tttt/"))


# -- the cells -------------------------------------------------------------------------


def test_every_figure_names_all_of_its_cells_and_they_add_up_to_it(drawn: Drawn) -> None:
    asked, expected = drawn.asked, _figures(drawn.asked, _period(drawn))
    indicators = [code for code in drawn.annex if not _is_other(code)]
    for code, row in zip(indicators, _going_up(asked.books), strict=True):
        expected[code] = _indicator(row, asked)

    assert {code for code, _ in drawn.sources} == set(expected)
    for code, figure in expected.items():
        for whole, cells in enumerate(figure.parts):
            known = {(part.row.file, part.row.title, part.row.number, part.column): part.amount for part in cells}
            named = list(_named_cells(asked.books, drawn.sources[code, bool(whole)]))
            assert sorted(named) == sorted(known), (code, whole)
            assert sum(known[one] for one in named) == total(cells), (code, whole)
            added = sum(_shown(line["Số cộng vào"]) for line in drawn.sources[code, bool(whole)] if line["Số cộng vào"])
            assert added == pytest.approx(total(cells), abs=0.1), (code, whole)
        assert _printed(drawn.sources[code, False]) == (figure.value is None, round(figure.value or 0, 1)), code


def _named_cells(books: Books, lines: list[dict[str, Any]]) -> list[tuple[str, str, int, str]]:
    found = []
    for line in lines:
        if line["Các ô"]:
            cells = cells_named(books, line["Tệp"], line["Trang"], line["Các ô"])
            found.extend((line["Tệp"], line["Trang"], row, column) for row, column in cells)
    return found


def _printed(lines: list[dict[str, Any]]) -> tuple[bool, float]:
    """Whether it is a dash, and the figure as *Nguồn số liệu* shows it."""
    (shown,) = {line["Giá trị"] for line in lines}
    return shown == "–", 0.0 if shown == "–" else _shown(shown)


def _shown(text: Any) -> float:
    return float(str(text).replace(".", "").replace(",", "."))
