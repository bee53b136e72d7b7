"""The result object of a run: what `--format json` prints and a run file keeps; a contract with a version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from danvan_xlsx.check.outcome import Outcome, Received
from danvan_xlsx.plan.status import IndicatorState, TaskState
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import CATALOGUE, say
from danvan_xlsx.words.text import Lang, shown

ANSWER_VERSION = 1


def answer(outcome: Outcome, lang: Lang = "vi") -> dict[str, Any]:
    """Files, copies, findings, tasks and totals as plain values: days ISO, `sheet` as it is titled, `cell` like F9."""
    return {
        "version": ANSWER_VERSION,
        "program": outcome.version,
        "as_of": outcome.as_of.isoformat(),
        "commune": outcome.plan.commune,
        "year": outcome.plan.year,
        "files": [
            {"file": one.file, "unit": one.unit, "state": one.state, "written": one.written} for one in outcome.files
        ],
        "received": [_received(one) for one in outcome.received],
        "findings": [_finding(one, lang) for one in outcome.findings],
        "tasks": [_task(one, outcome) for one in outcome.tasks],
        "totals": _totals(outcome),
    }


def _received(one: Received) -> dict[str, Any]:
    return {
        "file": one.file,
        "unit": one.unit,
        "state": one.state,
        "into": one.into,
        "kept": one.kept,
        "code": one.code,
        "saved": one.saved.isoformat(timespec="minutes") if one.saved else None,
        "rows": one.rows,
        "rows_before": one.rows_before,
        "rows_gone": one.gone,
        "rows_added": one.added,
        "rows_changed": one.changed,
    }


def _finding(one: Finding, lang: Lang) -> dict[str, Any]:
    said = say(one, lang)
    return {
        "code": one.code,
        "severity": one.severity.value,
        "concern": CATALOGUE[one.code].concern.value,
        "file": one.place.file or None,
        "sheet": one.place.sheet,
        "cell": one.place.cell,
        "value": shown(one.values.get("raw"), lang) or None,
        "message": said.message,
        "remedy": said.remedy,
        "accepted": one.accepted,
        "explained": one.explained,
    }


def _task(state: TaskState, outcome: Outcome) -> dict[str, Any]:
    return {
        "code": state.task.code,
        "unit": state.task.lead,
        "typed_by": state.task.typed_by,
        "status": state.status.value,
        "binding": state.binding,
        "deadline": _day(state.deadline),
        "done_on": _day(state.done_on),
        "progress": state.progress,
        "evidence": [_cell(place) for place in _evidence(state)],
        "findings": sorted({one.code for one in outcome.findings if one.values.get("task") == state.task.code}),
        "indicators": [line for one in state.indicators for line in _indicator(one)],
    }


def _evidence(state: TaskState) -> Iterable[Place]:
    """What shows the task, and the cells behind the figures of the latest periods, each once."""
    latest = (one.latest for one in state.indicators if one.latest is not None)
    figures = (figure.row.place(figure.column) for one in latest for figure in one.figures)
    return dict.fromkeys((*state.shown_by, *figures))


def _cell(place: Place) -> str:
    return f"{place.file}#'{place.sheet}'!{place.cell}"


def _indicator(state: IndicatorState) -> list[dict[str, Any]]:
    one = state.indicator
    return [
        {
            "measure": one.measure if one.of is None else f"{one.measure}/{one.of}",
            "label": one.label,
            "period": {"from": measured.window.since.isoformat(), "to": measured.window.until.isoformat()},
            "actual": measured.actual,
            "target": one.target,
            "comparison": one.comparison.label.vi,
            "unit": one.unit,
            "met": measured.met,
            "left_out": measured.left_out,
        }
        for measured in state.measured
    ]


def _totals(outcome: Outcome) -> dict[str, Any]:
    return {
        "errors": outcome.count(Severity.ERROR),
        "warnings": outcome.count(Severity.WARNING),
        "notes": outcome.count(Severity.NOTE),
        "tasks": len(outcome.tasks),
        "by_status": dict(sorted(Counter(one.status.value for one in outcome.tasks).items())),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
