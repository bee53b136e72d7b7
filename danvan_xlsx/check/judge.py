"""The questions of the catalogue asked of rows and registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.rules import Register, Rule, found


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
    for row in rows:
        if row.refused & named or not all(name in row.values for name in rule.needs):
            continue
        values = {name: row.values[name] for name in rule.needs}
        values.update((name, row.values.get(name)) for name in rule.may_use)
        if "row" in rule.context:
            values["row"] = row
        answer = rule.ask(**values, **fixed)
        if answer is not None and answer is not False:
            told = {name: value for name, value in values.items() if name != "row"}
            if isinstance(answer, Mapping):
                told.update(answer)
            yield found(rule.code, row.place(rule.blamed), **told)


def judge_sheets(registers: Mapping[str, Register], rules: Iterable[Rule], context: Mapping[str, Any]) -> list[Finding]:
    """Every sheet rule once: it gets `rows`, other registers by name, and the context."""
    findings: list[Finding] = []
    for rule in rules:
        if rule.sheet is None or rule.ask is None or not rule.whole_sheet or rule.sheet.code not in registers:
            continue
        own = registers[rule.sheet.code]
        known: dict[str, Any] = {**registers, **context, "rows": own.rows}
        # A register nobody's workbook holds cannot be compared with: the rule is not asked.
        if any(name not in known for name in rule.context):
            continue
        for row, column, values in rule.ask(**{name: known[name] for name in rule.context}):
            findings.append(found(rule.code, _where(own, row, column), **values))
    return findings


def _where(own: Register, row: Row | None, column: str) -> Place:
    if row is not None:
        return row.place(column)
    return own.placed[0].heading(column) if own.placed else Place("")


def once_a_cell(findings: Iterable[Finding]) -> list[Finding]:
    """Each cell is blamed once: the first fault told of a cell stands, notes on how it was read go with it."""
    blamed: set[Place] = set()
    kept: list[Finding] = []
    for one in findings:
        if one.place.cell is not None and one.severity.rank < 2:
            if one.place in blamed:
                continue
            blamed.add(one.place)
        kept.append(one)
    return [one for one in kept if one.severity.rank < 2 or one.place not in blamed]
