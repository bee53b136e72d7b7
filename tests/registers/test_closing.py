"""Chốt số liệu: a register without figures is told apart from one that was forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.plan.plan import Plan, Setting
from danvan_xlsx.registers import load
from danvan_xlsx.registers.closing import CLOSING, PERIODS, days_of
from tests.registers.rows import faults, figures, rows

TABLE = """
| register         | period          | answer          | day        | position  |
| Sổ tiếp công dân | Quý I           | Có số liệu      | 31/03/2022 | Công chức |
| Sổ đơn thư       | Quý I           | Không phát sinh | 02/04/2022 | Công chức |
| Sổ tiếp công dân | Quý II          | Chưa tổng hợp   |            |           |
| Sổ đơn thư       | Quý II          |                 |            |           |
| Kiểm tra         | 6 tháng đầu năm | có              | 04/07/2022 | Công chức |
| Sổ đơn thư       | Quý III         | Có số liệu      | 30/06/2022 | Công chức |
"""


def plan(days: str = "0") -> Plan:
    return Plan("minh-son", "Minh Sơn", 2022, (Setting("closing_days", days, None, None, "", ""),))


@pytest.mark.parametrize(
    ("as_of", "days", "due", "made"),
    [
        (date(2022, 3, 31), "0", [], []),
        (date(2022, 4, 1), "0", [7, 8], [7, 8]),
        (date(2022, 7, 5), "10", [7, 8], [7, 8]),
        (date(2022, 7, 5), "0", [7, 8, 9, 10, 11], [7, 8, 11]),
    ],
)
def test_a_register_is_closed_when_its_period_is_over(as_of: date, days: str, due: list[int], made: list[int]) -> None:
    found = rows(CLOSING, TABLE)

    assert [one.row.number for one in figures("closings_due", found, plan=plan(days), as_of=as_of)] == due
    assert [one.row.number for one in figures("closings_made", found, plan=plan(days), as_of=as_of)] == made


def test_an_answer_that_closes_says_on_which_day_and_in_which_position() -> None:
    found = faults(
        CLOSING,
        """
        | register   | period | answer          | day        | position  | note |
        | Sổ đơn thư | Quý I  | Không phát sinh |            |           |      |  DL28 twice
        | Sổ đơn thư | Quý II | Chưa tổng hợp   |            |           |      |
        | Sổ đơn thư | Quý IV | Có số liệu      | 03/01/2023 | Công chức |      |
        | Sổ đơn thư | Quý V  |                 |            |           | chờ  |  DL01
        """,
    )

    assert found == [("DL28", "E7"), ("DL28", "F7"), ("DL01", "D10")]


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("Tháng 2", (date(2022, 2, 1), date(2022, 2, 28))),
        ("quý  IV", (date(2022, 10, 1), date(2022, 12, 31))),
        ("6 tháng cuối năm", (date(2022, 7, 1), date(2022, 12, 31))),
        ("Cả năm", (date(2022, 1, 1), date(2022, 12, 31))),
        ("Quý V", None),
    ],
)
def test_a_period_is_known_by_its_wording(period: str, days: tuple[date, date] | None) -> None:
    assert days_of(period, 2022) == days


def test_every_register_is_closed_in_a_way_that_has_periods() -> None:
    closes = {code: sheet.closes for code, sheet in load().sheets.items()}

    assert {code for code, how in closes.items() if how is None} >= {"tasks", "closing", "documents"}
    assert {how for how in closes.values() if how is not None} <= PERIODS.keys()
