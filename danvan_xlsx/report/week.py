"""*Việc tuần này*, one A4: receptions, answers due, postings that are complete, reports; by day and by person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.check.privacy import Names, names_in, told_of_somebody
from danvan_xlsx.plan.terms import weekday
from danvan_xlsx.report.upcoming import upcoming
from danvan_xlsx.report.wording import day_month, in_short
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.page import Block, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text, shown

DAYS = 6
#: More lines than this do not fit on the page; the rest is counted.
_MOST_LINES = 30

TITLE = Text("Việc tuần này", "This week")
_HEAD = Text("VIỆC TỪ {first} ĐẾN {last}", "FROM {first} TO {last}")
_NOTHING = Text("Không có việc đến hạn trong tuần.", "Nothing falls due this week.")
_MORE = Text("Còn {count} việc khác, xem trang Nhiệm vụ của bảng tổng hợp.", "{count} more; see the summary.")
_EVERYBODY = Text("Các bộ phận", "Every unit")
#: In place of a text that tells of somebody.
_IN_THE_REGISTER = Text("xem ở sổ", "see the register")
_OPINION = Text("Trả lời ý kiến, kiến nghị ({source}): {content}", "Answer an opinion ({source}): {content}")
_PETITION = Text("Đơn {code} ({kind}): hết hạn giải quyết", "Petition {code} ({kind}): its limit ends")
_POSTED = Text("Đủ {limit} niêm yết: {content}", "Posted for {limit}: {content}")


class WeekLine(NamedTuple):
    """A day, what is due on it and whose it is."""

    day: date
    what: str
    who: str


def week_lines(outcome: Outcome) -> list[WeekLine]:
    """Everything due from the day of the check on, for a week, in order."""
    span = outcome.as_of, outcome.as_of + timedelta(days=DAYS)
    coming = [WeekLine(one.day, one.text, one.who or _EVERYBODY.vi) for one in upcoming(outcome, DAYS)]
    law = Law(outcome.plan.overrides, outcome.plan.calendar)
    found = [*coming, *_opinions(outcome, *span), *_petitions(outcome, law, *span), *_postings(outcome, law, *span)]
    return sorted(found, key=lambda one: one.day)


def week_page(outcome: Outcome) -> Page:
    """A page that is printed and hung up: no names of citizens, no denunciations."""
    first, last = outcome.as_of, outcome.as_of + timedelta(days=DAYS)
    kind = outcome.plan.setting("commune_kind", first)
    head = (
        Paragraph(f"UBND {kind} {outcome.plan.commune_name}".upper(), "owner"),
        Paragraph(_HEAD.say("vi", {"first": first, "last": last}), "title"),
    )
    return Page(TITLE.vi, (14.0, 56.0, 24.0), (*head, *_blocks(outcome)), one_page=True)


def _blocks(outcome: Outcome) -> Iterator[Block]:
    lines = week_lines(outcome)
    if not lines:
        yield Paragraph(_NOTHING.vi)
        return
    rows = tuple((Spot(_named(one.day), "center"), Spot(one.what), Spot(one.who)) for one in lines[:_MOST_LINES])
    columns = (TableColumn(("Ngày",)), TableColumn(("Việc",)), TableColumn(("Người, bộ phận",)))
    yield Table(columns, rows)
    if len(lines) > _MOST_LINES:
        yield Paragraph(_MORE.say("vi", {"count": len(lines) - _MOST_LINES}))


def _named(day: date) -> str:
    name = weekday(day).vi
    return f"{name[0].upper()}{name[1:]}, {day_month(day)}"


def _unit(outcome: Outcome, code: str) -> str:
    return outcome.plan.unit_name(code)


def _rows(outcome: Outcome, sheet: str) -> Iterator[Row]:
    return (row for one in outcome.sheets if one.placed.sheet.code == sheet for row in one.rows)


def _names(outcome: Outcome) -> Names:
    return names_in(row for one in outcome.sheets for row in one.rows)


def _content(row: Row, names: Names) -> str:
    text = str(row.get("content", ""))
    return _IN_THE_REGISTER.vi if told_of_somebody(text, names) else in_short(text, 80)


def _opinions(outcome: Outcome, first: date, last: date) -> Iterator[WeekLine]:
    names = _names(outcome)
    for row in _rows(outcome, "opinions"):
        due = row.get("due")
        if due is None or not first <= due <= last or "answered_on" in row.values:
            continue
        told = {"source": row.get("source"), "content": _content(row, names)}
        handler = row.get("handler")
        yield WeekLine(due, _OPINION.say("vi", told), shown(handler) if handler else _unit(outcome, row.unit))


def _petitions(outcome: Outcome, law: Law, first: date, last: date) -> Iterator[WeekLine]:
    """Complaints and proposals whose limit ends; denunciations are in no list that hangs on a wall."""
    for row in _rows(outcome, "petitions"):
        kind, competence = (getattr(row.get(column), "code", "") for column in ("kind", "competence"))
        if competence != "own" or "settled_on" in row.values or "code" not in row.values:
            continue
        due = _limit(row, law, kind)
        if due is not None and first <= due <= last:
            told = {"code": row["code"], "kind": row["kind"]}
            yield WeekLine(due, _PETITION.say("vi", told), _unit(outcome, row.unit))


def _limit(row: Row, law: Law, kind: str) -> date | None:
    """Luật Khiếu nại 2011, Điều 28; Luật Tiếp công dân 2013, Điều 28."""
    if kind == "complaint" and "accepted_on" in row.values:
        start = row["accepted_on"]
        limit = law.get("complaint.first_resolution", at=start)
        return limit.case(row.get("complexity")).last_day(start) if limit else None
    if kind == "proposal" and "received_on" in row.values:
        limit = law.get("petition.reflection_answer", at=row["received_on"])
        return limit.last_day(row["received_on"]) if limit else None
    return None


def _postings(outcome: Outcome, law: Law, first: date, last: date) -> Iterator[WeekLine]:
    names = _names(outcome)
    for row in _rows(outcome, "publicity"):
        start = row.get("posted_from")
        limit = law.get("publicity.posting", at=start) if start else None
        if limit is None or start is None or limit.unit != "ngày":
            continue
        done = limit.due(start)
        if first <= done <= last:
            told = {"limit": limit, "content": _content(row, names)}
            yield WeekLine(done, _POSTED.say("vi", told), _unit(outcome, row.unit))
