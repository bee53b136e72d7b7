"""Every deadline of petitions held against a second opinion that shares nothing with it: thirty thousand at random."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.check.judge import judge_rows
from danvan_xlsx.plan.plan import Plan, Setting
from danvan_xlsx.registers.petitions import PETITIONS
from danvan_xlsx.words.kinds import Choice
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Register
from danvan_xlsx.words.working_days import DayChange
from tests.oracle import petitions as oracle
from tests.registers.judged import register

HOW_MANY, AS_OF = 30_000, date(2026, 11, 30)
DEADLINES = [f"DT{number:02}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 24, 25, 26, 27, 29, 30)]
#: Choices that come more often than others, for they are asked about most.
LIKELY = {"competence": ["own"] * 3, "times": ["first"] * 3, "complexity": ["plain"]}
#: The commune was a remote area in these years.
REMOTE = date(2023, 7, 1), date(2025, 6, 30)

Petition = Mapping[str, Any]


def a_plan() -> Plan:
    """A commune that was remote for two years and has written down the Saturdays it worked."""
    pairs = (line.split() for line in oracle.EXCHANGED.strip().splitlines())
    days = [(date.fromisoformat(day), works) for pair in pairs for day, works in zip(pair, (False, True), strict=True)]
    remote = Setting("remote_area", "Có", *REMOTE, "", "")
    return Plan("minh-son", "Minh Sơn", 2026, (remote,), days=tuple(DayChange(day, works) for day, works in days))


def at_random(count: int) -> Iterator[Petition]:
    """Petitions of five years: every kind and choice, days around every limit, any cell blank."""
    random = Random(2026)
    choices = {
        column.code: [option.code for option in column.kind.options] + LIKELY.get(column.code, [])
        for column in PETITIONS.columns
        if isinstance(column.kind, Choice) and column.kind.options
    }
    for number in range(count):
        # Every fourth so near the day of the check that an open one is just in time or just late.
        since, span = (AS_OF - timedelta(160), 160) if number % 4 == 0 else (date(2022, 1, 1), 1790)
        days = tuple(_days(random, since + timedelta(random.randrange(span))))
        # What happened lies before the day of the check.
        petition: dict[str, Any] = {"code": f"D-{number}", **{name: day for name, day in days if day <= AS_OF}}
        petition.update((code, random.choice(words)) for code, words in choices.items())
        if random.random() < 0.5:
            petition["extension"] = "52/QĐ-UBND"
        share = random.choice((0.0, 0.1, 0.3, 0.6))
        yield {name: value for name, value in petition.items() if random.random() >= _blank(name, share)}


def _blank(name: str, share: float) -> float:
    """How often a cell is blank: seldom what almost every rule needs, mostly what cuts a case short."""
    if name in ("code", "received_on", "kind", "competence"):
        return share / 10
    return 0.9 if name == "withdrawn_on" else share


def _days(random: Random, received_on: date) -> Iterator[tuple[str, date]]:
    def after(day: date, *spans: tuple[int, int]) -> date:
        return day + timedelta(random.randint(*random.choice(spans)))

    accepted_on = after(received_on, (-2, 30), (8, 16))
    settled_on = after(accepted_on, (-3, 110), (28, 36), (43, 49), (58, 64), (88, 94))
    yield "received_on", received_on
    yield "accepted_on", accepted_on
    yield "handled_on", after(received_on, (0, 20), (8, 18))
    yield "forwarded_on", after(received_on, (0, 20), (5, 12))
    yield "settled_on", settled_on
    yield "withdrawn_on", after(received_on, (0, 100), (8, 16))
    yield "extended_on", after(accepted_on, (20, 70), (29, 33), (59, 63))
    yield "sent_on", after(settled_on, (0, 15), (3, 8))
    yield "published_on", after(settled_on, (0, 30), (7, 18))


def found_by_the_rules(drawn: list[Petition], plan: Plan) -> dict[int, set[str]]:
    words = {
        (column.code, option.code): option
        for column in PETITIONS.columns
        if isinstance(column.kind, Choice)
        for option in column.kind.options
    }
    (home,) = register(PETITIONS, "").placed
    rows = [
        Row(home, number, {name: words.get((name, value), value) for name, value in petition.items()})
        for number, petition in enumerate(drawn)
    ]
    context = {"law": Law((), plan.calendar), "plan": plan, "as_of": AS_OF}
    rules = [catalogue()[code] for code in DEADLINES]
    found: dict[int, set[str]] = {}
    for one in judge_rows({PETITIONS.code: Register(PETITIONS, tuple(rows))}, rules, context):
        assert one.place.row is not None
        found.setdefault(one.place.row, set()).add(one.code)
    return found


def found_by_the_oracle(drawn: list[Petition]) -> dict[int, set[str]]:
    found = {
        number: oracle.faults(petition, AS_OF, REMOTE[0] <= petition.get("accepted_on", date.min) <= REMOTE[1])
        for number, petition in enumerate(drawn)
    }
    return {number: codes for number, codes in found.items() if codes}


def test_the_rules_and_the_oracle_find_the_same_of_thirty_thousand_petitions() -> None:
    drawn = list(at_random(HOW_MANY))
    mine, theirs = found_by_the_rules(drawn, a_plan()), found_by_the_oracle(drawn)

    apart = [number for number in range(HOW_MANY) if mine.get(number) != theirs.get(number)]
    assert not apart, [(mine.get(one), theirs.get(one), drawn[one]) for one in apart[:1]]
    often = Counter(code for codes in theirs.values() for code in codes)
    assert {code for code in DEADLINES if often[code] < 100} == set()
    assert sum(often.values()) < HOW_MANY * 2, "most petitions are in time"


def test_what_is_drawn_stands_on_both_sides_of_every_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Acts on the very last day and on the day after it, of every figure and case, in every year."""
    seen: set[tuple[str, int]] = set()

    def watched(figure: str, start: date, end: date, case: str = "") -> bool:
        last = oracle.last_day(figure, start, case)
        if last is not None and abs((end - last).days) <= 1:
            seen.add((f"{figure} {case}".strip(), (end - last).days))
        return last is not None and end > last

    monkeypatch.setattr(oracle, "is_late", watched)
    found_by_the_oracle(list(at_random(HOW_MANY)))

    figures = {f"{figure} {case}".strip() for figure, case, *_ in oracle.typed()}
    assert {(figure, side) for figure in figures for side in (0, 1)} - seen == set()


def test_the_oracle_imports_nothing_that_it_judges() -> None:
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert not {"importlib", "runpy", "subprocess"} & {name.split(".")[0] for name in imported}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"__import__", "open", "eval", "exec"}
