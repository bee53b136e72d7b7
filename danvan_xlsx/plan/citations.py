"""The documents that the plan's own sheets cite: numbers, days, and what is no longer in force on the plan's day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from danvan_xlsx.plan import citation_faults as faults
from danvan_xlsx.plan.draft import Draft
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.sheets import CITED_SHEET, SETTINGS_SHEET, TASKS_SHEET
from danvan_xlsx.words.citations import (
    ANOTHER_DAY,
    DAY_OUTSIDE_ITS_YEAR,
    Citation,
    Document,
    Verdict,
    cited_in,
    known_documents,
    told,
)
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.text import shown

#: The cells in which the plan speaks of documents in its own words.
_TEXTS = ((TASKS_SHEET, ("title", "product", "target")), (SETTINGS_SHEET, ("basis", "document")))


def check_citations(draft: Draft, plan: Plan) -> None:
    """Tell what is doubtful. The subject of a document in VanBan is its title, and is left to those who wrote it."""
    for row in draft.rows(CITED_SHEET, "number"):
        _check_listed(draft, plan, row)
    for sheet, columns in _TEXTS:
        for row in draft.rows(sheet):
            for column in columns:
                if column in row.values:
                    _check_text(draft, plan, row[column], row.place(column))


def _check_text(draft: Draft, plan: Plan, text: str, place: Place) -> None:
    doubts = plan.library.doubts(text)
    for verdict, code in ((Verdict.WRONG, faults.NUMBER_MISTAKEN), (Verdict.UNDATED, faults.WITHOUT_ITS_TERM)):
        if found := [one for one in doubts if one.verdict is verdict]:
            draft.tell(code, place, **told(found))
    ended = plan.library.ceased(text, plan.day)
    _tell_ended(draft, place, faults.NO_LONGER_IN_FORCE, plan.day, [one for one in ended if one.verified])
    _tell_ended(draft, place, faults.MAY_BE_NO_LONGER_IN_FORCE, plan.day, [one for one in ended if not one.verified])


def _tell_ended(draft: Draft, place: Place, code: str, day: date, ended: list[Document]) -> None:
    if ended:
        until = tuple(one.until for one in ended)
        draft.tell(code, place, ended=tuple(ended), until=until, day=day, successor=_successors(ended))


def _successors(ended: Iterable[Document]) -> tuple[str, ...] | str:
    return tuple(dict.fromkeys(number for one in ended for number in one.successors)) or "–"


def _check_listed(draft: Draft, plan: Plan, row: Row) -> None:
    """A row of VanBan against what is known without the plan."""
    number, day = row["number"], row.get("day")
    # As a text would cite it; its title tells a number that is often mistaken from the document itself.
    cited = " ".join(filter(None, ("số", number, f"ngày {shown(day)}" if day else "", row.get("subject", ""))))
    own = cited_in(cited)[:1]
    wrong = [one for one in known_documents().doubts(cited) if one.citation in own and one.verdict is Verdict.WRONG]
    if wrong and wrong[0].why in (ANOTHER_DAY, DAY_OUTSIDE_ITS_YEAR):
        values = {"right": wrong[0].right or "–", "why": wrong[0].why}
        draft.tell(faults.DAY_MISTAKEN, row.place("day"), number=number, raw=day, **values)
    elif wrong:
        draft.tell(faults.NUMBER_MISTAKEN, row.place("number"), **told(wrong))
    else:
        _check_end(draft, plan, row)
    instead = known_documents().doubts(row.get("successor", ""))
    if found := [one for one in instead if one.verdict is Verdict.WRONG]:
        draft.tell(faults.NUMBER_MISTAKEN, row.place("successor"), **told(found))


def _check_end(draft: Draft, plan: Plan, row: Row) -> None:
    known = known_documents().find(Citation(row["number"], None, row.get("day"), "day" in row.values))
    if known is None or known.until is None or known.until > date(plan.year, 12, 31):
        return
    if "until" not in row.values.keys() | row.refused:
        successor = _successors([known])
        draft.tell(
            faults.END_NOT_SAID, row.place("until"), number=row["number"], until=known.until, successor=successor
        )
