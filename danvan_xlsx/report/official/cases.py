"""What the forms count: visits, sessions, petitions and replies of a window, each with the facts that place it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from danvan_xlsx.plan.windows import Window
from danvan_xlsx.report.official.definitions import Where
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key

#: Codes of the registers, and what the forms read in them: a cell of these that cannot be read leaves its row out.
RECEPTION, SCHEDULE, PETITIONS = "reception", "schedule", "petitions"
READS: Mapping[str, frozenset[str]] = {
    RECEPTION: frozenset({"day", "receiver", "people", "times"}),
    SCHEDULE: frozenset({"day", "held_on", "receiver"}),
    PETITIONS: frozenset({"received_on", "source", "kind", "signers", "field", "competence", "handling"})
    | {"settled_on", "result", "times", "handled_on", "forwarded_on", "replied_on"}
    | {"accepted_on", "complexity", "extension"},
}

CARRIED, RECEIVED = "carried", "received"
SETTLED, UNDER_WAY, WAITING = "settled", "under_way", "waiting"
YES, NO = "yes", "no"
_MANY = 2


class Case(NamedTuple):
    """One thing that is counted: its row, the cell that is shown for it, and its facts."""

    row: Row
    cell: str
    facts: Mapping[str, str]

    def fits(self, where: Where) -> bool:
        return all(self.facts.get(fact, "") in values for fact, values in where.items())

    def may_fit(self, where: Where) -> bool:
        """Whether it fits, or would if its blank cells were filled."""
        return all(self.facts.get(fact, "") in ("", *values) for fact, values in where.items())

    def figure(self, adds: str = "") -> Figure:
        return Figure(self.row, adds, self.row[adds]) if adds else Figure(self.row, self.cell, 1)


class Cases(NamedTuple):
    """The cases of one kind. unreadable: rows that may be one and cannot be read; unit: what they are counted in."""

    register: str
    unit: str
    found: tuple[Case, ...] = ()
    unreadable: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Asked:
    """Of which days, under which law, with which groups of fields. registers: those that some workbook holds."""

    registers: Mapping[str, Sequence[Row]]
    window: Window
    law: Law
    areas: Mapping[str, str] = field(default_factory=dict)
    remote: bool = False

    def readable(self, register: str, day: str) -> tuple[list[Row], tuple[Row, ...]]:
        """The rows whose cells can be read, with a day; and those that cannot and may lie in the window."""
        good, bad = [], []
        for row in self.registers.get(register, ()):
            if day in row.values and not row.refused & READS[register]:
                good.append(row)
            elif day not in row.values or row[day] <= self.window.until:
                bad.append(row)
        return good, tuple(bad)

    def inside(self, row: Row, day: str) -> bool:
        return day in row.values and self.window.holds(row[day])


def gather(asked: Asked) -> dict[str, Cases]:
    """Everything that can be counted, by the word for it in the definitions; without a register, nothing of it."""
    found: dict[str, Cases] = {}
    if RECEPTION in asked.registers:
        found["visits"] = _visits(asked)
    if SCHEDULE in asked.registers:
        found["sessions"] = _sessions(asked)
    if PETITIONS in asked.registers:
        found["petitions"] = _petitions(asked)
        found["replies"] = _replies(asked)
    return found


def _word(row: Row, column: str) -> str:
    """The code of the option that was chosen; "" for a blank."""
    return str(key(row.get(column, "")))


# -- visits and sessions ---------------------------------------------------------------


def _visits(asked: Asked) -> Cases:
    rows, bad = asked.readable(RECEPTION, "day")
    inside = (row for row in rows if asked.inside(row, "day"))
    cases = tuple(Case(row, "day", _facts_of_visit(row, asked.law)) for row in inside)
    return Cases(
        RECEPTION, "lượt", cases, tuple(row for row in bad if "day" not in row.values or asked.inside(row, "day"))
    )


def _facts_of_visit(row: Row, law: Law) -> dict[str, str]:
    """A crowd is as many people as the law of the day says (Luật Tiếp công dân 2013, Điều 29)."""
    crowd = law("reception.group_min", at=row["day"]).amount
    return {
        **{column: _word(row, column) for column in ("session", "receiver", "times", "matter", "outcome")},
        "crowd": YES if row.get("people", 0) >= crowd else NO,
    }


def _sessions(asked: Asked) -> Cases:
    """Those of the schedule that were held, then each further day on which the head or his deputy received."""
    rows, bad = asked.readable(SCHEDULE, "day")
    held: dict[tuple[date, str], Case] = {}
    for row in rows:
        day, who = row.get("held_on") or row["day"], _word(row, "receiver")
        if asked.window.holds(day):
            held.setdefault((day, who), Case(row, "receiver", {"receiver": who}))
    for row in asked.readable(RECEPTION, "day")[0]:
        if asked.inside(row, "day"):
            who = _word(row, "receiver")
            held.setdefault((row["day"], who), Case(row, "day", {"receiver": who}))
    return Cases(SCHEDULE, "kỳ", tuple(held.values()), tuple(row for row in bad if asked.inside(row, "day")))


# -- petitions -------------------------------------------------------------------------


def _petitions(asked: Asked) -> Cases:
    """Received in the window, or before it and neither settled nor passed on by its first day."""
    rows, bad = asked.readable(PETITIONS, "received_on")
    cases = [
        Case(row, "received_on", {"stage": stage, **_facts_of_petition(row, asked)})
        for row, stage in _staged(rows, asked.window)
    ]
    return Cases(PETITIONS, "đơn", tuple(cases), bad)


def _replies(asked: Asked) -> Cases:
    """Replies that came in the window to petitions that were forwarded, whenever those were received."""
    rows, _ = asked.readable(PETITIONS, "received_on")
    cases = [
        Case(row, "replied_on", _facts_of_petition(row, asked))
        for row in rows
        if _word(row, "handling") == "forwarded" and asked.inside(row, "replied_on")
    ]
    return Cases(PETITIONS, "văn bản", tuple(cases))


def _staged(rows: Sequence[Row], window: Window) -> Iterator[tuple[Row, str]]:
    for row in rows:
        over = _over(row)
        if window.holds(row["received_on"]):
            yield row, RECEIVED
        elif row["received_on"] < window.since and (over is None or over >= window.since):
            yield row, CARRIED


def _over(row: Row) -> date | None:
    """The day on which the commune was done with a petition: settled, or passed on, answered, filed."""
    settled: date | None = row.get("settled_on")
    return settled if settled or _word(row, "competence") in ("own", "") else _handled_on(row)


def _handled_on(row: Row) -> date | None:
    """The first day that shows it was sorted; where none was typed, a way of handling was chosen when it came in."""
    names = ("handled_on", "forwarded_on", "accepted_on", "settled_on")
    days: list[date] = [row[one] for one in names if one in row.values]
    if days:
        return min(days)
    received: date | None = row.get("received_on")
    return received if _word(row, "handling") else None


def _facts_of_petition(row: Row, asked: Asked) -> dict[str, str]:
    until = asked.window.until
    handled, competence = _handled_on(row), _word(row, "competence")
    return {
        **{column: _word(row, column) for column in ("source", "kind", "result")},
        # Blank means a first one: staff fill this column only where it matters.
        "times": _word(row, "times") or "first",
        # An own petition is settled here; another is guided, forwarded, urged or filed.
        "route": _word(row, "handling") if competence == "not_own" else competence,
        "handled": YES if handled is not None and handled <= until else NO,
        "state": _state(row, until),
        "signed": _signed(row),
        "area": asked.areas.get(_word(row, "field"), "administrative"),
        "timely": _timely(row, asked),
    }


def _signed(row: Row) -> str:
    signers = row.get("signers")
    if signers is None:
        return ""
    if signers >= _MANY:
        return "many"
    return "one" if signers else "none"


def _state(row: Row, until: date) -> str:
    """On the last day of the window. A proposal needs no acceptance: it is under way once it was sorted."""
    if "settled_on" in row.values and row["settled_on"] <= until:
        return SETTLED
    begun = _handled_on(row) if _word(row, "kind") == "proposal" else row.get("accepted_on")
    own = _word(row, "competence") == "own"
    return UNDER_WAY if own and begun is not None and begun <= until else WAITING


# -- in time or not --------------------------------------------------------------------


def _timely(row: Row, asked: Asked) -> str:
    """Whether it was settled in time; "" where that cannot be said (without a day of acceptance, or of settling).

    Luật Khiếu nại 2011, Điều 28, 37; Luật Tố cáo 2018, Điều 30. Settled within the limit counted from the day it was
    received, it was in time whenever it was accepted.
    """
    settled = row.get("settled_on")
    start = row.get("accepted_on") or row.get("received_on")
    if settled is None or start is None:
        return ""
    late = _late(row, asked, start, settled)
    if late is None or (late and "accepted_on" not in row.values):
        return ""
    return NO if late else YES


def _late(row: Row, asked: Asked, start: date, settled: date) -> int | None:
    """Calendar days; None where the law of that day is not known, or for what has no limit of its own."""
    name, case = _limit(row, asked.remote)
    limit = asked.law.get(name, start) if name else None
    return limit.case(case).late(start, settled) if limit is not None else None


def _limit(row: Row, remote: bool) -> tuple[str, str | None]:
    """The figure of the law, and its case."""
    hard = _word(row, "complexity") in ("complex", "especially_complex")
    if _word(row, "kind") == "complaint":
        again = _word(row, "times") == "repeated"
        name = "complaint.second_resolution" if again else "complaint.first_resolution"
        if remote:
            return name, "remote_complex" if hard else "remote"
        return name, "complex" if hard else None
    if _word(row, "kind") == "denunciation":
        # The longer limits need a decision of extension.
        if hard and "extension" in row.values:
            very = _word(row, "complexity") == "especially_complex"
            return "denunciation.resolution_max", "very_complex" if very else "complex"
        return "denunciation.resolution", None
    return "", None
