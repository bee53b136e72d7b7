"""Which petitions were late, counted day by day on a paper calendar: knows nothing of the program it is held against.

Limits and days off are typed from the law's figures and the lists of days off, not read from the program's files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

# figure, case, amount, unit (d: days, w: working days), in force from, to
LIMITS = """
complaint acceptance      |              | 10 d | 2012-07-01 | 2026-06-30
complaint acceptance      |              |  7 w | 2026-07-01 |
complaint resolution      | plain        | 30 d | 2012-07-01 |
complaint resolution      | complex      | 45 d | 2012-07-01 |
complaint resolution      | remote       | 45 d | 2012-07-01 |
complaint resolution      | remote both  | 60 d | 2012-07-01 |
complaint decision sent   |              |  3 w | 2012-07-01 |
complaint published       |              | 15 d | 2020-12-10 |
complaint suspension sent |              |  3 w | 2026-07-01 |
denunciation initial      |              |  7 w | 2019-01-01 |
denunciation forwarded    |              |  5 w | 2019-01-01 |
denunciation resolution   | plain        | 30 d | 2019-01-01 |
denunciation resolution   | extended     | 60 d | 2019-01-01 |
denunciation resolution   | extended two | 90 d | 2019-01-01 |
denunciation sent         |              |  5 w | 2019-01-01 |
denunciation published    |              |  7 w | 2019-01-01 |
reflection answered       |              | 10 w | 2014-07-01 |
"""

#: The list of days off has 2022, 2025 and 2026. 2023 and 2024 are those of Bộ luật Lao động 2019, Điều 111 and 112,
#: as they were announced: Tết 20–26/01/2023 and 08–14/02/2024, Giỗ Tổ 29/4/2023 (a Saturday) and 18/4/2024.
DAYS_OFF = """
2022-01-01 2022-01-03 2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04 2022-04-10 2022-04-11 2022-04-30
2022-05-01 2022-05-02 2022-05-03 2022-09-01 2022-09-02
2023-01-02 2023-01-20 2023-01-23 2023-01-24 2023-01-25 2023-01-26 2023-05-01 2023-05-02 2023-05-03 2023-09-01 2023-09-04
2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-30 2024-05-01 2024-09-02 2024-09-03
2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-09-01 2025-09-02
2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-26 2026-04-27 2026-04-30 2026-05-01
2026-09-01 2026-09-02
"""
#: Exchanged: the first day off, the Saturday worked for it. A commune writes them into its plan.
EXCHANGED = """
2024-04-29 2024-05-04
2025-05-02 2025-04-26
2026-01-02 2026-01-10
2026-08-31 2026-08-22
"""

ONE_DAY = timedelta(days=1)
_OFF = {date.fromisoformat(day) for day in DAYS_OFF.split()}
_SWAPPED_OFF, _SWAPPED_ON = (
    {date.fromisoformat(line.split()[at]) for line in EXCHANGED.strip().splitlines()} for at in (0, 1)
)
_WORKED: dict[date, bool] = {}


def worked(day: date) -> bool:
    if day not in _WORKED:
        weekend = day.isoweekday() >= 6
        _WORKED[day] = day in _SWAPPED_ON or not (weekend or day in _OFF or day in _SWAPPED_OFF)
    return _WORKED[day]


def typed() -> Iterator[tuple[str, str, int, str, date, date]]:
    for line in LIMITS.strip().splitlines():
        figure, case, amount, since, until = (part.strip() for part in line.split("|"))
        number, unit = amount.split()
        yield figure, case, int(number), unit, date.fromisoformat(since), date.fromisoformat(until or "9999-12-31")


_TYPED = tuple(typed())


def last_day(figure: str, start: date, case: str = "") -> date | None:
    """The last day in time, ticked off one by one; the day it starts is not counted. None: no law said so then."""
    for name, of_case, amount, unit, since, until in _TYPED:
        if name == figure and of_case == case and since <= start <= until:
            day = start
            while amount:
                day += ONE_DAY
                if unit == "d" or worked(day):
                    amount -= 1
            while not worked(day):
                day += ONE_DAY
            return day
    return None


def is_late(figure: str, start: date, end: date, case: str = "") -> bool:
    last = last_day(figure, start, case)
    return last is not None and end > last


def faults(petition: Mapping[str, Any], as_of: date, remote: bool) -> set[str]:
    """The codes of all deadlines that this petition missed by the day of the check.

    petition: column → a word for a choice, a day, a text; what is blank is not there. remote: whether the commune was
    a remote area on the day the petition was accepted.
    """
    if not {"code", "kind", "competence"} <= petition.keys():
        return set()
    whose = petition["kind"], petition["competence"]
    found: set[str] = set()
    if whose == ("complaint", "own") and petition.get("times") != "repeated":
        found.update(_complaint(petition, as_of, remote))
    if whose == ("denunciation", "own"):
        found.update(_denunciation(petition, as_of))
    if "received_on" in petition:
        found.update(_told(petition, as_of))
    return found


def _closing(petition: Mapping[str, Any]) -> date | None:
    days = sorted(petition[name] for name in ("settled_on", "withdrawn_on") if name in petition)
    return days[0] if days else None


def _how_long_open(petition: Mapping[str, Any], as_of: date) -> date | None:
    if (closing := _closing(petition)) is not None:
        return closing
    # It has a result, so it ended; but when?
    return None if "result" in petition else as_of


def _how_long_unaccepted(petition: Mapping[str, Any], as_of: date) -> date | None:
    if "accepted_on" in petition:
        return petition["accepted_on"]  # type: ignore[no-any-return]
    given_up = "withdrawn_on" in petition or petition.get("result") in ("withdrawn", "suspended")
    if "settled_on" in petition and not given_up:
        return None
    return _how_long_open(petition, as_of)


def _complaint(petition: Mapping[str, Any], as_of: date, remote: bool) -> Iterator[str]:
    if "received_on" in petition:
        end = _how_long_unaccepted(petition, as_of)
        if end is not None and is_late("complaint acceptance", petition["received_on"], end):
            yield "DT02"
    if "accepted_on" in petition and "complexity" in petition:
        plain = petition["complexity"] == "plain"
        case = {(True, False): "plain", (False, False): "complex", (True, True): "remote", (False, True): "remote both"}
        end = _how_long_open(petition, as_of)
        if end is not None and is_late("complaint resolution", petition["accepted_on"], end, case[plain, remote]):
            yield "DT03"
    if "settled_on" not in petition:
        return
    sent, published = petition.get("sent_on", as_of), petition.get("published_on", as_of)
    if petition.get("result") in ("right", "partly_right", "wrong"):
        if is_late("complaint decision sent", petition["settled_on"], sent):
            yield "DT04"
        if is_late("complaint published", petition["settled_on"], published):
            yield "DT05"
    if petition.get("result") in ("withdrawn", "suspended") and is_late(
        "complaint suspension sent", petition["settled_on"], sent
    ):
        yield "DT24"


def _denunciation(petition: Mapping[str, Any], as_of: date) -> Iterator[str]:
    if "received_on" in petition:
        end = _how_long_unaccepted(petition, as_of)
        if end is not None and is_late("denunciation initial", petition["received_on"], end):
            yield "DT06"
    if "accepted_on" in petition and "complexity" in petition:
        yield from _resolution(petition, as_of)
    if "settled_on" in petition and petition.get("result") in ("right", "partly_right", "wrong"):
        if is_late("denunciation sent", petition["settled_on"], petition.get("sent_on", as_of)):
            yield "DT08"
        if is_late("denunciation published", petition["settled_on"], petition.get("published_on", as_of)):
            yield "DT25"


def _resolution(petition: Mapping[str, Any], as_of: date) -> Iterator[str]:
    accepted, complexity, extended = petition["accepted_on"], petition["complexity"], "extension" in petition
    figure = "denunciation resolution"
    longest = {"plain": "extended" if extended else "plain", "complex": "extended"}.get(complexity, "extended two")
    end = _how_long_open(petition, as_of)
    if end is not None:
        if is_late(figure, accepted, end, longest):
            yield "DT07"
        elif complexity != "plain" and not extended and is_late(figure, accepted, end, "plain"):
            yield "DT26"
    if "extended_on" in petition:
        first = "extended" if complexity == "especially_complex" else "plain"
        if is_late(figure, accepted, petition["extended_on"], first):
            yield "DT27"


def _told(petition: Mapping[str, Any], as_of: date) -> Iterator[str]:
    received, kind, competence = petition["received_on"], petition["kind"], petition["competence"]
    handling = petition.get("handling")
    told = [petition[name] for name in ("handled_on", "settled_on", "withdrawn_on") if name in petition]
    passed_on = [petition["forwarded_on"]] if "forwarded_on" in petition else []
    if (kind, competence) == ("proposal", "own"):
        if "handled_on" in petition:
            if is_late("reflection answered", received, min(told + passed_on)):
                yield "DT29"
        else:
            end = _how_long_open(petition, as_of)
            if end is not None and is_late("reflection answered", received, end):
                yield "DT10"
    if competence == "not_own":
        if kind == "denunciation":
            late = is_late("denunciation forwarded", received, min(passed_on, default=as_of))
            if handling == "forwarded" and late:
                yield "DT09"
        elif handling != "filed" and is_late("reflection answered", received, min(told + passed_on, default=as_of)):
            yield "DT29"
    if competence == "not_eligible" and kind != "proposal" and handling != "filed":
        figure = {"complaint": "complaint acceptance", "denunciation": "denunciation initial"}[kind]
        if is_late(figure, received, min(told, default=as_of)):
            yield "DT30"
