"""The clerk's screen after a check: short, whole, without names, and its numbers are those of the answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.check.outcome import FileState, Outcome
from danvan_xlsx.plan.plan import Unit
from danvan_xlsx.report.answer import answer
from danvan_xlsx.report.screen import WIDTH, lines
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text
from tests import outcomes
from tests.conftest import Snapshot
from tests.outcomes import PERSON, PLAN, outcome

OUTPUTS = ("ket-qua/tong-hop.xlsx",)


def screen(one: Outcome, previous: dict[str, Any] | None = None, outputs: tuple[str, ...] = OUTPUTS) -> list[str]:
    return list(lines(one, previous, outputs))


def before() -> dict[str, Any]:
    """The run of a week ago: one task done since, one late since, a cell mended, a file come in."""
    run = answer(outcome(as_of=date(2022, 11, 7)))
    run["tasks"][0]["status"] = "in_progress"
    run["tasks"][1]["status"] = "not_due"
    run["findings"].append({**run["findings"][4], "cell": "H99"})
    run["files"] = [one for one in run["files"] if one["unit"] != "VH"]
    return run


def test_the_screen_says_what_the_proofreader_has_read(snapshot: Snapshot) -> None:
    told = ["\n".join(lines(outcome(), before(), OUTPUTS, lang)) for lang in ("vi", "en")]

    snapshot("\n\n-- en --\n\n".join(told) + "\n", "screen.txt")


def test_a_normal_commune_fits_on_a_screen_of_a_windows_console() -> None:
    told = screen(outcome(), before())

    assert len(told) <= 42
    assert max(len(line) for line in told) <= WIDTH


def test_no_personal_name_is_printed() -> None:
    for lang in ("vi", "en"):
        assert PERSON not in "\n".join(lines(outcome(), before(), OUTPUTS, lang))


def summed(told: list[str]) -> list[int]:
    (line,) = [line for line in told if line.startswith("Cộng")]
    return [int(number) for number in re.findall(r"\d+", line)]


PLACES = st.sampled_from(
    [Place(""), Place("so-cu.xlsx"), Place("ke-hoach.xlsx", "NhiemVu", 9, 4), Place("mot-cua.xlsx", "Hồ sơ", 7, 3)]
    + [outcomes.VISITS.place(row, column) for row in (9, 10, 14) for column in ("people", "matter")]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PLACES, st.sampled_from(list(Severity))), max_size=25))
def test_the_counts_on_the_screen_are_the_totals_of_the_answer(told: list[tuple[Place, Severity]]) -> None:
    findings = [Finding("DL01", place, {"column": Text("Nội dung", "Matter")}, weight) for place, weight in told]
    one = outcome(findings=findings)
    totals = answer(one)["totals"]
    counts = [totals["errors"], totals["warnings"], totals["notes"]]

    printed = screen(one)

    assert summed(printed)[-3:] == counts
    head = next(line for line in printed if line.startswith(("CẦN SỬA TRƯỚC", "KHÔNG CÓ LỖI")))
    assert [int(number) for number in re.findall(r"\d+", head)] == counts[-len(re.findall(r"\d+", head)) :]


def test_the_counts_of_tasks_are_those_of_the_chairmans_page() -> None:
    assert summed(screen(outcome()))[:4] == [8, 5, 2, 2]


def blanks(count: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    """As many groups: one cell in each of so many columns."""
    return [
        Finding("DL01", Place("van-phong.xlsx", "Sổ", 9, column), {"column": "Cột"}, severity)
        for column in range(1, count + 1)
    ]


def test_what_is_not_listed_is_counted() -> None:
    told = screen(outcome(findings=blanks(20)))

    assert sum("› Sổ ›" in line for line in told) == 6
    assert "    … còn 14 việc khác: xem trang Cần sửa." in told


def test_many_warnings_are_folded_so_that_the_errors_are_seen() -> None:
    told = screen(outcome(findings=[*blanks(1), *blanks(90, Severity.WARNING)]))

    assert "CẦN SỬA TRƯỚC: 1 lỗi, 90 cảnh báo, 0 lưu ý" in told
    assert sum("› Sổ ›" in line for line in told) == 1
    assert "  Các cảnh báo còn lại: xem trang Cần sửa." in told


def test_a_plan_with_two_hundred_units_still_fits() -> None:
    units = {f"U{number}": Unit(f"U{number}", f"Đơn vị {number}", *_REST) for number in range(200)}
    files = [FileState(f"{unit}.xlsx", unit, written=True) for unit in units]
    findings = [found("DL01", Place(f"{unit}.xlsx", "Sổ", 9, 3), column=Text("Cột", "Column")) for unit in units]
    told = screen(outcome(plan=replace(PLAN, units=units), files=files, findings=findings, missing=()))

    assert len(told) <= 50
    assert "  192 nơi khác: 192 lỗi, 0 cảnh báo." in told
    assert summed(told)[-3:] == [200, 0, 0]


_REST = (PLAN.units["VP"].kind, "", "", (), None, None, None)


def test_a_file_left_alone_is_named_with_its_reason() -> None:
    told = screen(outcome())

    assert told[told.index("TỆP ĐỂ NGUYÊN, CHƯA GHI KẾT QUẢ") + 1].startswith("  so-cu.xlsx: Tệp “so-cu.xlsx” bị hỏng")


def test_a_look_only_says_that_nothing_was_written() -> None:
    untouched = [replace(one, written=False) for one in outcome().files]

    assert screen(outcome(files=untouched), outputs=())[-1] == "Chỉ xem, chưa ghi gì."


def test_a_commune_in_order_is_told_so() -> None:
    told = screen(outcome(findings=[], missing=()))

    assert "KHÔNG CÓ LỖI CẦN SỬA: 0 cảnh báo, 0 lưu ý" in told
    assert "CHƯA GỬI" not in told
    assert told[-2:] == ["Không có gì phải sửa.", "Muốn trả các tệp về như trước lần này: danvan undo"]


def test_a_file_that_lies_there_and_counts_no_more_is_not_called_gone() -> None:
    files = [replace(one, state="duplicate") if one.unit == "VP" else one for one in outcome().files]
    told = screen(outcome(files=files), answer(outcome()))

    assert "  Tệp không còn được tính: van-phong.xlsx" in told


def test_an_equal_run_before_is_one_line() -> None:
    assert "So với lần kiểm tra 14/11/2022: không có thay đổi." in screen(outcome(), answer(outcome()))
