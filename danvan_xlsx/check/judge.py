"""The questions of the catalogue asked of rows and registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from danvan_xlsx.words.finding import Concern, Finding, Severity
from danvan_xlsx.words.law import Limit, UnknownLimit
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.rules import Register, Rule, found

#: The column in which staff say why something was late; what they have explained is a note.
EXPLANATION = "explanation"


def judge_rows(registers: Mapping[str, Register], rules: Iterable[Rule], context: Mapping[str, Any]) -> list[Finding]:
    """Every row rule over the rows of its sheet; `context` has `law`, `plan` and `as_of`."""
    findings: list[Finding] = []
    for rule in rules:
        if rule.sheet is None or rule.ask is None or rule.whole_sheet:
            continue
        register = registers.get(rule.sheet.code)
        if register is not None:
            findings.extend(_ask_rows(rule, register.rows, context))
    return findings


def _ask_rows(rule: Rule, rows: Sequence[Row], context: Mapping[str, Any]) -> Iterable[Finding]:
    named = frozenset((*rule.needs, *rule.may_use))
    fixed = {name: context[name] for name in rule.context if name not in ("row", "rows")}
    assert rule.ask is not None
    needed = frozenset(rule.needs)
    for row in rows:
        there = row.values
        if not needed <= there.keys() or (row.refused and row.refused & named):
            continue
        values = {name: there[name] for name in rule.needs}
        for name in rule.may_use:
            values[name] = there.get(name)
        if "row" in rule.context:
            values["row"] = row
        try:
            answer = rule.ask(**values, **fixed)
        except UnknownLimit:
            # A day of long ago: no figure was in force, so there is nothing to hold it against.
            continue
        if answer or (answer is not False and isinstance(answer, Mapping)):
            told = {name: value for name, value in values.items() if name != "row"}
            if isinstance(answer, Mapping):
                told.update(answer)
            yield _weighed(rule, row, row.place(rule.blamed), told)


def _weighed(rule: Rule, row: Row | None, place: Place, told: Mapping[str, Any]) -> Finding:
    """A finding as heavy as its rule says; a note where staff have explained it or no one has verified the figure."""
    limits = [value for value in told.values() if isinstance(value, Limit)]
    explained = rule.concern is Concern.CONDUCT and row is not None and EXPLANATION in row.values
    finding = found(rule.code, place, **{"source": limits[0].source, **told} if limits else told)
    if explained or any(limit.standing == "unverified" for limit in limits):
        return replace(finding, severity=Severity.NOTE, explained=explained)
    return finding


def judge_sheets(
    registers: Mapping[str, Register],
    rules: Iterable[Rule],
    context: Mapping[str, Any],
    unread: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Every sheet rule once: it gets `rows`, other registers by name, and the context.

    unread: registers of which some workbook could not be read: no rule compares with them, and what seems absent from
    them may well stand there.
    """
    findings: list[Finding] = []
    # A register nobody's workbook holds cannot be compared with either.
    whole = {code: one for code, one in registers.items() if one.placed and code not in unread}
    for rule in rules:
        if rule.sheet is None or rule.ask is None or not rule.whole_sheet:
            continue
        own = registers.get(rule.sheet.code)
        if own is None or not own.placed:
            continue
        known: dict[str, Any] = {**whole, **context, "rows": own.rows}
        if any(name not in known for name in rule.context):
            continue
        with suppress(UnknownLimit):
            for row, column, values in rule.ask(**{name: known[name] for name in rule.context}):
                if row is not None:
                    findings.append(_weighed(rule, row, row.place(column), values))
                elif rule.sheet.code in whole:
                    findings.append(_weighed(rule, None, own.placed[0].heading(column), values))
    return findings


def once_a_cell(findings: Iterable[Finding], headings: frozenset[Place] = frozenset()) -> list[Finding]:
    """Each cell is blamed for one fault: the gravest stands, of equals the first; notes go with it.

    headings: the rows of headings; what is absent is told there, and several things may be.
    """
    findings = list(findings)
    gravest: dict[Place, Finding] = {}
    for one in findings:
        if one.place.cell is None or Place(one.place.file, one.place.sheet, one.place.row) in headings:
            continue
        held = gravest.setdefault(one.place, one)
        if one.severity.rank < held.severity.rank:
            gravest[one.place] = one
    return [one for one in findings if _stands(one, gravest.get(one.place))]


def _stands(one: Finding, gravest: Finding | None) -> bool:
    return gravest is None or one.code == gravest.code or gravest.severity is Severity.NOTE
