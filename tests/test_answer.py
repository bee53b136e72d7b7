"""The result object of a run: a contract with a version, of plain values only."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from danvan_xlsx.check.outcome import FileState, Outcome, Received
from danvan_xlsx.plan.status import Status
from danvan_xlsx.report.answer import ANSWER_VERSION, answer
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import MASK, Personal
from tests.outcomes import PERSON, VISITS, outcome

ANSWER = answer(outcome())
SAVED = datetime(2022, 11, 14, 9, 30)


def keys(one: Any) -> set[str]:
    return set(one)


def test_the_contract_names_its_version_and_every_key() -> None:
    assert ANSWER_VERSION == 1
    assert keys(ANSWER) == {
        "version", "program", "as_of", "commune", "year", "files", "received", "findings", "tasks", "totals",
    }  # fmt: skip
    assert {frozenset(one) for one in ANSWER["files"]} == {frozenset({"file", "unit", "state", "written"})}
    assert {frozenset(one) for one in ANSWER["findings"]} == {
        frozenset({
            "code", "severity", "concern", "file", "sheet", "cell", "value", "message", "remedy", "accepted",
            "explained",
        })
    }  # fmt: skip
    assert {frozenset(one) for one in ANSWER["tasks"]} == {
        frozenset({
            "code", "unit", "typed_by", "status", "binding", "deadline", "done_on", "progress", "evidence",
            "findings", "indicators",
        })
    }  # fmt: skip
    assert {frozenset(one) for task in ANSWER["tasks"] for one in task["indicators"]} == {
        frozenset({
            "measure", "label", "period", "actual", "target", "comparison", "unit", "met", "left_out",
        })
    }  # fmt: skip
    assert keys(ANSWER["totals"]) == {"errors", "warnings", "notes", "tasks", "by_status"}


def test_it_survives_the_way_through_json_unchanged() -> None:
    assert json.loads(json.dumps(ANSWER, ensure_ascii=False, allow_nan=False)) == ANSWER


def test_who_and_when_stand_at_its_head() -> None:
    assert [ANSWER[key] for key in ("version", "program", "as_of", "commune", "year")] == [
        1,
        "1",
        "2022-11-14",
        "minh-son",
        2022,
    ]


def test_every_file_says_whose_it_is_and_what_became_of_it() -> None:
    assert ANSWER["files"][1:3] == [
        {"file": "mot-cua.xlsx", "unit": "MC", "state": "checked", "written": True},
        {"file": "so-cu.xlsx", "unit": None, "state": "unreadable", "written": False},
    ]


@pytest.mark.parametrize("state", ["filed", "same", "left", "waiting"])
def test_a_copy_that_came_in_says_whose_it_is_and_what_became_of_it(state: Any) -> None:
    one = Received("nhan-ve/a.xlsx", state, "VP", "vp.xlsx", "khong-dung/b.xlsx", "BM46", SAVED, 5, 4, 0, 1, 2)

    assert answer(outcome(received=(one,)))["received"] == [
        {
            "file": "nhan-ve/a.xlsx",
            "unit": "VP",
            "state": state,
            "into": "vp.xlsx",
            "kept": "khong-dung/b.xlsx",
            "code": "BM46",
            "saved": "2022-11-14T09:30",
            "rows": 5,
            "rows_before": 4,
            "rows_gone": 0,
            "rows_added": 1,
            "rows_changed": 2,
        }
    ]
    assert {*answer(outcome(received=(Received("a.pdf", "left"),)))["received"][0].values()} == {"a.pdf", "left", None}


@pytest.mark.parametrize(
    "state", ["checked", "left_alone", "unreadable", "duplicate", "other_year", "other_commune", "not_ours"]
)
def test_the_state_of_a_file_is_one_of_the_contract(state: Any) -> None:
    assert answer(outcome(files=[FileState("a.xlsx", None, state)]))["files"][0]["state"] == state


def finding(told: Finding, lang: Any = "vi") -> dict[str, Any]:
    (one,) = answer(outcome(findings=[told]), lang)["findings"]
    return dict(one)


def test_a_finding_says_where_it_stands_as_the_sheet_is_titled_and_what_is_there() -> None:
    place = Place("van-phong.xlsx", "Sổ TCD (mới)", 9, 6)

    assert finding(found("DL03", place, column=VISITS.sheet.by_code["people"].label, raw="12 hộ", expected="12")) == {
        "code": "DL03",
        "severity": "error",
        "concern": "data",
        "file": "van-phong.xlsx",
        "sheet": "Sổ TCD (mới)",
        "cell": "F9",
        "value": "12 hộ",
        "message": "Ô F9 ghi “12 hộ”; cột Số người chỉ ghi số.",
        "remedy": "Đề nghị ghi 12.",
        "accepted": None,
        "explained": False,
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("a.xlsx", "S", 9, 28), ("a.xlsx", "S", "AB9")),
        (Place("a.xlsx", "S", 9), ("a.xlsx", "S", None)),
        (Place("a.xlsx"), ("a.xlsx", None, None)),
        (Place(""), (None, None, None)),
    ],
)
def test_what_a_finding_has_no_place_for_is_null(place: Place, expected: tuple[str | None, ...]) -> None:
    one = finding(found("BM05", place))

    assert (one["file"], one["sheet"], one["cell"]) == expected


@pytest.mark.parametrize(("raw", "value"), [(None, None), ("", None), (0, "0"), (date(2022, 3, 5), "05/03/2022")])
def test_the_value_is_what_stands_in_the_cell(raw: Any, value: str | None) -> None:
    assert finding(Finding("BM05", Place("a"), {"raw": raw}))["value"] == value


def test_both_languages_are_spoken() -> None:
    told = found("DL03", VISITS.place(9, "people"), column="x", raw="12 hộ", expected="12")

    assert finding(told, "en")["remedy"] == "Please type: 12."


def test_a_personal_value_is_masked_wherever_it_would_stand() -> None:
    one = finding(found("DL14", VISITS.place(9, "person"), column="Họ tên", raw=Personal(PERSON)))

    assert one["value"] == MASK
    assert PERSON not in json.dumps(ANSWER, ensure_ascii=False) + str(one)


def test_what_was_accepted_is_a_note_with_its_reason() -> None:
    one = finding(Finding("BM05", Place("a"), {}, Severity.NOTE, "Nghỉ Tết (Chủ tịch)"))

    assert (one["severity"], one["accepted"]) == ("note", "Nghỉ Tết (Chủ tịch)")


def of_task(code: str, of: Outcome | None = None) -> dict[str, Any]:
    (one,) = (task for task in answer(of or outcome())["tasks"] if task["code"] == code)
    return dict(one)


def test_a_task_says_who_leads_who_types_how_it_stands_and_by_when() -> None:
    told = [found("KH07", VISITS.place(7, "day"), task="II.4.1", period="x"), found("KH23", Place("a"), task="II.4.2")]
    one = of_task("II.4.1", outcome(findings=[*told, *told]))

    assert {key: one[key] for key in ("unit", "typed_by", "status", "binding", "deadline", "progress", "findings")} == {
        "unit": "CT",
        "typed_by": "VP",
        "status": "done",
        "binding": True,
        "deadline": None,
        "progress": 100,
        "findings": ["KH07"],
    }
    assert [of_task("II.1.1")[key] for key in ("deadline", "done_on")] == ["2022-06-30", "2022-06-01"]


def test_an_indicator_has_a_line_for_each_period() -> None:
    assert of_task("II.2.2")["indicators"] == [
        {
            "measure": "visits",
            "label": "Tỷ lệ hồ sơ trực tuyến",
            "period": {"from": "2022-01-01", "to": "2022-11-14"},
            "actual": pytest.approx(100 * 1060 / 2090),
            "target": 70,
            "comparison": "≥",
            "unit": "%",
            "met": False,
            "left_out": 0,
        }
    ]
    assert [(one["period"]["to"], one["met"]) for one in of_task("II.2.1")["indicators"]] == [
        ("2022-03-31", True),
        ("2022-06-30", True),
        ("2022-09-30", False),
        ("2022-12-31", False),
    ]


def test_evidence_is_the_cells_behind_the_figures_or_what_shows_the_task_each_once() -> None:
    assert of_task("II.2.2")["evidence"] == [f"van-phong.xlsx#'Sổ tiếp công dân'!F{row}" for row in (9, 10, 14)]
    assert of_task("II.1.1")["evidence"] == ["van-phong.xlsx#'Văn bản ban hành'!B12"]
    assert of_task("II.4.2")["evidence"] == []


def test_the_totals_count_what_is_listed() -> None:
    assert ANSWER["totals"] == {
        "errors": 6,
        "warnings": 2,
        "notes": 1,
        "tasks": 9,
        "by_status": {
            "done": 2,
            "due_soon": 2,
            "followed": 1,
            "in_progress": 1,
            "not_met": 2,
            "not_reported": 1,
        },
    }
    assert len(ANSWER["findings"]) == 9


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_told_by_its_own_word(status: Status) -> None:
    state = outcome().tasks[0]._replace(status=status)

    assert answer(outcome(tasks=[state]))["totals"]["by_status"] == {status.value: 1}
