"""A register is one module: a sheet, a rule and a measure in one file, and everything else follows from it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from danvan_xlsx import registers
from danvan_xlsx.check.commune import BookRead, judge
from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.plan.build import Known
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers import Registry
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Grid
from danvan_xlsx.words.rules import CATALOGUE, MEASURES, say
from tests.plans import built
from tests.shelf import beside, book, catalogue_kept, told
from tests.tables import table

LIBRARY = '''
"""Tủ sách pháp luật: who borrowed which book, and whether it came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.words.kinds import COUNT, FACT_DAY, LINE, Option, choice
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.rules import CONDUCT, WARNING, Figure, measure, rule
from danvan_xlsx.words.text import Text

SHELVES = (Option("law", Text("Pháp luật", "Law")), Option("farming", Text("Nông nghiệp", "Farming")))

LIBRARY = Sheet(
    "library",
    Text("Sổ tủ sách pháp luật", "Law bookcase"),
    (
        Column("day", Text("Ngày mượn", "Lent on"), FACT_DAY, required=True),
        Column("reader", Text("Người mượn", "Reader"), LINE, personal=True),
        Column("shelf", Text("Loại sách", "Shelf"), choice("shelf", *SHELVES), required=True),
        Column("books", Text("Số cuốn", "Books"), COUNT, required=True),
        Column("back_on", Text("Ngày trả", "Back on"), FACT_DAY, not_before="day"),
    ),
)


@rule(
    "ZZ01",
    LIBRARY,
    CONDUCT,
    WARNING,
    message=Text("Sách mượn ngày {day} đã {days} ngày chưa trả.", "Lent on {day}, not back after {days} days."),
    remedy=Text("Đề nghị nhắc người mượn.", "Please remind the reader."),
    reason=Text("Sách phải quay vòng.", "Books must come round."),
    wrong="day 05/01/2022 | shelf Pháp luật",
    right="day 05/01/2022 | shelf Pháp luật | back_on 04/02/2022",
)
def long_away(day: date, as_of: date, back_on: date | None = None) -> object:
    """Quyết định 14/2019/QĐ-TTg, Điều 5."""
    days = (as_of - day).days
    return back_on is None and days > 30 and {"days": days}


@measure("books_lent", LIBRARY, on="day", needs=("books",), unit=Text("cuốn", "books"), label=Text("Sách mượn", "Lent"))
def books_lent(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "books", row.get("books", 0))
'''

AS_OF = date(2022, 3, 31)
PLAN_TABLES = {
    "units": """
        | code | name            | kind | registers            |
        | VH   | Văn hóa – Xã hội | UBND | Sổ tủ sách pháp luật |
        """,
    "plan_tasks": """
        | code   | title          | lead | frequency    | target_basis |
        | II.1.5 | Mở tủ sách     | VH   | Thường xuyên | luật         |
        """,
    "indicators": """
        | task   | label     | measure   | filter                | window | comparison | target | basis |
        | II.1.5 | Sách luật | Sách mượn | Loại sách = Pháp luật | Lũy kế | ≥          | 5      | luật  |
        """,
}
LENT = """
    | day        | reader      | shelf       | books   | back_on    |
    | 01/02/2022 | Công dân 01 | Pháp luật   | 3       |            | B7 ZZ01
    | 05/03/2022 | Công dân 02 | Pháp luật   | 2       |            |
    | 01/02/2022 | Công dân 03 | Nông nghiệp | 9       | 05/02/2022 |
    | 06/03/2022 | Công dân 04 | Pháp luật   | '2 cuốn | 05/03/2022 | E10 DL03, F10 DL27
    |            |             |             |         |            |
    | 07/03/2022 | Công dân 05 | Truyện      | 1       |            | D12 DL09
    """


@pytest.fixture
def library(tmp_path: Path) -> Iterator[ModuleType]:
    """The module, written to a file and imported as any register is; taken out again afterwards."""
    file = tmp_path / "library.py"
    file.write_text(LIBRARY, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("library", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with catalogue_kept():
        spec.loader.exec_module(module)
        yield module


@pytest.fixture
def registry(library: ModuleType) -> Registry:
    return registers.load(library)


@pytest.fixture
def plan(registry: Registry) -> Plan:
    made, findings = built(Known(registry.sheets, registry.measures), **PLAN_TABLES)
    assert told(findings) == []
    return made


def workbook(registry: Registry, lent: Grid | str) -> BookRead:
    sheets = [registry.sheets[code] for code in ("tasks", "documents", "closing", "library")]
    return book("VH", sheets, tasks="| code |\n| II.1.5 |", library=lent)


def test_it_is_read_checked_measured_and_its_task_judged(registry: Registry, plan: Plan) -> None:
    one = judge(plan, registry, [workbook(registry, LENT)], (), AS_OF)

    assert told(one.findings) == beside(LENT)
    assert [say(finding).message for finding in one.findings if finding.code == "ZZ01"] == [
        "Sách mượn ngày 01/02/2022 đã 58 ngày chưa trả."
    ]
    (state,) = one.tasks
    (measured,) = state.indicators[0].measured
    assert (state.status, measured.actual, measured.left_out) == (Status.DONE, 5, 2)
    assert [place.cell for place in state.evidence] == ["E7", "E8"]


def test_a_book_fewer_and_the_task_is_not_met(registry: Registry, plan: Plan) -> None:
    one = judge(plan, registry, [workbook(registry, LENT.replace("| 3   ", "| 2   "))], (), AS_OF)

    assert one.tasks[0].status is Status.NOT_MET


def test_it_is_drawn_and_what_is_drawn_reads_back(registry: Registry, plan: Plan, tmp_path: Path) -> None:
    sheet = registry.sheets["library"]
    grid = table(sheet, LENT)
    columns = {number: column.code for number, column in enumerate(sheet.columns, 2)}
    rows = tuple({columns[at]: cell for at, cell in grid.rows[row].items()} for row in (7, 8, 9, 10, 12))
    file = tmp_path / "van-hoa.xlsx"
    draw(Book("van-hoa", sheet.title, (Filled(sheet, plan.owner("VH"), rows),)), file, created=AS_OF)

    with open_workbook(file) as opened:
        (info,) = (one for one in opened.sheets if one.title == sheet.title.vi)
        read = workbook(registry, opened.grid(info))

    one = judge(plan, registry, [read], (), AS_OF)
    assert told(one.findings) == sorted([("ZZ01", "B7"), ("DL03", "E10"), ("DL27", "F10"), ("DL09", "D11")], key=str)
    assert one.tasks[0].status is Status.DONE


def test_conduct_is_never_more_than_a_warning(registry: Registry) -> None:
    assert registry.sheets["library"].title.vi == "Sổ tủ sách pháp luật"
    assert CATALOGUE["ZZ01"].severity is Severity.WARNING


def test_nothing_of_it_stays_behind() -> None:
    assert "ZZ01" not in CATALOGUE and "books_lent" not in MEASURES
    assert "library" not in registers.load().sheets and "books_lent" not in registers.load().measures
