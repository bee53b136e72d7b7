"""What was reported, counted anew at every check: a workbook changed since then is told with the figures that changed.

Figures are compared, not files: every check writes its own columns into the workbooks, and staff go on typing rows of
later days, and neither changes what was reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.report.wording import in_short
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text, number
from danvan_xlsx.workspace.reports import ReportRecord, Sources, load_reports

if TYPE_CHECKING:
    from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure

#: So many figures are named, each with so many letters; of the others it is told how many they are.
_MOST, _LONGEST = 2, 44


def changed_since(folder: Path, outcome: Outcome, measuring: Measuring) -> list[Finding]:
    """A finding (KH46) for each workbook and final report of whose figures some are others now."""
    told: list[Finding] = []
    for record in load_reports(folder):
        period = outcome.plan.periods.get(record.period)
        if record.draft or record.year != outcome.plan.year or period is None or period.until > outcome.as_of:
            continue
        from danvan_xlsx.report.periodic.assembly import periodic  # much to import for a folder without reports

        now = periodic(outcome, measuring.to(period.until), period)
        told.extend(_of_report(outcome, record, now))
    return told


def sources(report: Periodic) -> Sources:
    """What each workbook adds to each figure."""
    return {one.code: _by_file(one) for one in report.figures}


def _by_file(one: ReportFigure) -> Mapping[str, Sequence[float]]:
    files: dict[str, list[float]] = {}
    for at, part in enumerate(one.parts):
        for figure in part:
            files.setdefault(figure.row.at.file, [0.0] * len(one.parts))[at] += figure.amount
    return files


def _of_report(outcome: Outcome, record: ReportRecord, now: Periodic) -> Iterator[Finding]:
    changes: dict[str, list[str]] = {}
    for one in now.figures:
        if one.code in record.figures and _printed(one, one.actual) != _printed(one, record.figures[one.code]):
            for file in _changed_files(outcome, record.sources.get(one.code, {}), _by_file(one)):
                changes.setdefault(file, []).append(_told(one, record.figures[one.code]))
    signed = Text(f"số {record.number}", f"no. {record.number}") if record.number else _NO_NUMBER
    for file, figures in changes.items():
        named = "; ".join(figures[:_MOST])
        others = len(figures) - _MOST
        what = _AND_OTHERS if others > 0 else _THESE
        values = {"figures": named, "count": others}
        said = Text(what.say("vi", values), what.say("en", values))
        yield found("KH46", Place(file), period=record.name, number=signed, figures=said)


_NO_NUMBER = Text("chưa có số", "no number yet")
_THESE = Text("{figures}", "{figures}")
_AND_OTHERS = Text("{figures}; và {count} số liệu khác", "{figures}; and {count} others")


def _changed_files(
    outcome: Outcome, before: Mapping[str, Sequence[float]], now: Mapping[str, Sequence[float]]
) -> list[str]:
    """The workbooks that add something else now; the plan where none does. Who is missing is told elsewhere."""
    here = [one.file for one in outcome.files]
    changed = [file for file in here if list(before.get(file, ())) != list(now.get(file, ()))]
    gone = [file for file in before if file not in here]
    plans = [one.file for one in outcome.files if one.unit is None and one.state == "checked"]
    return changed or ([] if gone else plans[:1])


def _told(one: ReportFigure, before: float | None) -> str:
    return f"{in_short(one.label, _LONGEST)} {_printed(one, before)} → {_printed(one, one.actual)}"


def _printed(one: ReportFigure, amount: float | None) -> str:
    """As the report prints it: what does not show there is no change."""
    return "–" if amount is None else number(amount, digits=1) + ("%" if one.share else "")
