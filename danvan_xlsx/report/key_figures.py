"""The figures of *Tổng quan*: which measures they come from, of which periods, and how they are said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from danvan_xlsx.plan.windows import Window, windows
from danvan_xlsx.words.text import Text, number

#: Counted from the beginning of the year, and month by month.
BY_MONTH = (
    "visits",
    "people_received",
    "petitions_received",
    "dossiers_received",
    "dossiers_online",
    "dossiers_resolved",
    "dossiers_on_time",
    "dossiers_late",
)
#: What stands on the day: it has no month.
STANDING = ("petitions_competent", "petitions_settled")


def wanted(year: int, as_of: date) -> dict[str, tuple[str, Window]]:
    """Key of the figure → the measure and the period to count it in: `visits` to date, `visits.10` in October.

    A register that nobody's workbook holds has no figure: its keys are left out of what is handed to the page.
    """
    (to_date,) = windows("to_date", year, as_of) or (None,)
    if to_date is None:
        return {}
    keys = {measure: (measure, to_date) for measure in (*BY_MONTH, *STANDING)}
    for month in windows("month", year, as_of):
        keys.update({f"{measure}.{month.since.month}": (measure, month) for measure in BY_MONTH})
    return keys


def latest_month(figures: Mapping[str, float]) -> int | None:
    """The last month with dossiers, which are counted by the month; without any, the last with anything."""
    for measures in (("dossiers_received",), BY_MONTH):
        months = [month for month in range(1, 13) if any(figures.get(f"{measure}.{month}") for measure in measures)]
        if months:
            return months[-1]
    return None


class FigureLine(NamedTuple):
    """A line of the page: what, in the latest month, since the beginning of the year."""

    label: Text
    month: str
    to_date: str


#: A count of a measure; a share of two.
_COUNTS = {
    "visits": Text("Lượt tiếp công dân", "Visits"),
    "people_received": Text("Người được tiếp", "People received"),
    "petitions_received": Text("Đơn đã nhận", "Petitions received"),
    "dossiers_received": Text("Hồ sơ tiếp nhận", "Dossiers received"),
    "dossiers_late": Text("Hồ sơ trả quá hạn", "Dossiers returned late"),
}
_ONLINE, _ON_TIME = Text("Nộp trực tuyến", "Filed online"), Text("Trả đúng hạn", "Returned in time")
_OPEN = Text("Đơn chưa giải quyết", "Petitions not settled")
NONE_YET = Text("chưa có", "none yet")


def figure_lines(figures: Mapping[str, float], month: int | None) -> tuple[list[FigureLine], list[FigureLine]]:
    """What people brought, and what the one-stop counter did: as many lines each."""

    def count(measure: str) -> FigureLine:
        return FigureLine(_COUNTS[measure], *(_count(figures, measure, tail) for tail in tails))

    def share(label: Text, part: str, whole: str) -> FigureLine:
        return FigureLine(label, *(_share(figures, part, whole, tail) for tail in tails))

    tails = (f".{month}", "")
    people = [count("visits"), count("people_received"), count("petitions_received"), _open_petitions(figures)]
    dossiers = [
        count("dossiers_received"),
        share(_ONLINE, "dossiers_online", "dossiers_received"),
        share(_ON_TIME, "dossiers_on_time", "dossiers_resolved"),
        count("dossiers_late"),
    ]
    return people, dossiers


def _count(figures: Mapping[str, float], measure: str, tail: str) -> str:
    amount = figures.get(f"{measure}{tail}")
    return NONE_YET.vi if amount is None else number(amount, digits=0)


def _share(figures: Mapping[str, float], part: str, whole: str, tail: str) -> str:
    """Whole per cent."""
    above, below = figures.get(f"{part}{tail}"), figures.get(f"{whole}{tail}")
    if above is None or not below:
        return NONE_YET.vi
    return f"{number(100 * above / below, digits=0)}%"


def _open_petitions(figures: Mapping[str, float]) -> FigureLine:
    competent, settled = (figures.get(measure) for measure in STANDING)
    if competent is None or settled is None:
        return FigureLine(_OPEN, "", NONE_YET.vi)
    return FigureLine(_OPEN, "", number(competent - settled, digits=0))
