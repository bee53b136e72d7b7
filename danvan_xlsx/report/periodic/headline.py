"""The few figures that a letter names: reception, petitions, dossiers, and the share filed online."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.words.text import number

_PEOPLE = ("tcd.visits", "don.received", "don.settled")
_RECEIVED, _ONLINE = "Hồ sơ TTHC tiếp nhận", "Tỷ lệ hồ sơ nộp trực tuyến"


def headline(report: Periodic) -> tuple[tuple[str, str], ...]:
    """(what, how much with its unit), those that the report has."""
    return tuple(_lines(report))


def _lines(report: Periodic) -> Iterator[tuple[str, str]]:
    if report.official:
        yield from _of_the_forms(report)
        return
    by_code = {one.code: one for one in report.people}
    for code in _PEOPLE:
        if code in by_code:
            one = by_code[code]
            yield one.label, f"{number(one.actual or 0, digits=0)} {one.unit}"
    received = _sum([month.received for month in report.months])
    online = _sum([month.online for month in report.months])
    if received:
        yield _RECEIVED, f"{number(received, digits=0)} hồ sơ"
        told = f"{number(online, digits=0)}/{number(received, digits=0)}"
        yield _ONLINE, f"{number(100 * online / received, digits=1)}% ({told})"


def _of_the_forms(report: Periodic) -> Iterator[tuple[str, str]]:
    """Those that the circular's file names."""
    by_code = {one.code: one for one in report.figures}
    for code, wording, unit in report.official[0].circular.headline:
        if code in by_code and by_code[code].actual is not None:
            yield wording, f"{number(by_code[code].actual or 0, digits=0)} {unit}"


def _sum(figures: list[ReportFigure]) -> float:
    return sum(one.actual or 0 for one in figures)
