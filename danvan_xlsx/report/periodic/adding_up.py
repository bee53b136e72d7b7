"""The units added up against the report: each cell once, so that whatever was counted twice is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import isclose

from danvan_xlsx.report.periodic.figures import ReportFigure
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import Figure
from danvan_xlsx.words.text import Text, number

_APART = Text(
    "Số liệu “{label}”: các đơn vị cộng lại là {sum}, báo cáo ghi {actual}.",
    "“{label}”: the units add up to {sum}, the report says {actual}.",
)
_NONE = "–"


def cells_of(part: Iterable[Figure]) -> Mapping[Place, float]:
    """What each cell adds, a cell that was counted more than once with its own amount alone."""
    return {one.row.place(one.column): one.amount for one in part}


def added_up(one: ReportFigure) -> float | None:
    """The sum of the units' cells; of a share what it comes to; None for a share of nothing."""
    sums = [sum(cells_of(part).values()) for part in one.parts]
    if one.share:
        return 100 * sums[0] / sums[1] if sums[1] else None
    return sums[0] if sums else 0


def apart(figures: Iterable[ReportFigure]) -> Iterator[Text]:
    """A sentence for each figure that is not the sum of its units."""
    for one in figures:
        total = added_up(one)
        if not _equal(total if one.share else total or 0, one.actual if one.share else one.actual or 0):
            told = {"label": one.label, "sum": _shown(total), "actual": _shown(one.actual)}
            yield Text(_APART.say("vi", told), _APART.say("en", told))


def _equal(one: float | None, other: float | None) -> bool:
    return one == other if one is None or other is None else isclose(one, other, abs_tol=1e-9)


def _shown(amount: float | None) -> str:
    return _NONE if amount is None else number(amount, digits=1)
