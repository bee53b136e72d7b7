"""What follows from a column's declaration: future days, parts and wholes, values that stand twice, references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import Month
from danvan_xlsx.words.layout import Column, Row
from danvan_xlsx.words.nearest import Nearest
from danvan_xlsx.words.rules import Register, found, key
from danvan_xlsx.words.text import Personal, Text, shown


def judge_columns(
    registers: Mapping[str, Register], plan: Plan, as_of: date, unread: frozenset[str] = frozenset()
) -> list[Finding]:
    """Facts not in the future and inside the year, part ≤ whole, from ≤ to, values once in their scope, references.

    unread: registers of which some workbook could not be read; what refers to them is not asked about.
    """
    findings: list[Finding] = []
    for register in registers.values():
        for column in register.sheet.columns:
            rows = [row for row in register.rows if column.code in row.values]
            if not rows or column.ours:
                continue
            if column.kind.role == "fact":
                findings.extend(_facts(rows, column, plan.year, as_of))
            if column.kind.name == "month":
                findings.extend(_months(rows, column, plan.year))
            if column.at_most:
                findings.extend(_ordered(rows, column, column.at_most, "DL19", above=True))
            if column.not_before:
                findings.extend(_ordered(rows, column, column.not_before, "DL27", above=False))
            if column.unique:
                findings.extend(_twice(rows, column))
            if column.refers and column.refers.split(".")[0] not in unread:
                findings.extend(_references(rows, column, registers, plan))
    return findings


def _facts(rows: Sequence[Row], column: Column, year: int, as_of: date) -> Iterable[Finding]:
    for row in rows:
        day = row[column.code]
        if day > as_of:
            yield found("DL16", row.place(column.code), column=column.label, raw=day, as_of=as_of)
        elif column.window and day.year != year:
            yield found("DL17", row.place(column.code), column=column.label, raw=day, year=str(year))


def _months(rows: Sequence[Row], column: Column, year: int) -> Iterable[Finding]:
    for row in rows:
        month: Month = row[column.code]
        if month.year not in (None, year):
            raw = f"{month.number}/{month.year}"
            yield found("DL17", row.place(column.code), column=column.label, raw=raw, year=str(year))


def _ordered(rows: Sequence[Row], column: Column, other: str, code: str, *, above: bool) -> Iterable[Finding]:
    for row in rows:
        if other not in row.values:
            continue
        one, bound = row[column.code], row[other]
        if (one > bound) if above else (one < bound):
            label = row.at.sheet.by_code[other].label
            yield found(code, row.place(column.code), column=column.label, raw=one, other_column=label, other_raw=bound)


def _twice(rows: Sequence[Row], column: Column) -> Iterable[Finding]:
    first: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        scope: tuple[Any, ...] = ()
        if column.unique == "unit":
            scope = (row.unit,)
        elif column.unique == "sheet":
            scope = (row.at.file, row.at.title)
        held = first.setdefault((*scope, key(row[column.code])), row)
        if held is not row:
            yield found(
                "DL18",
                row.place(column.code),
                column=column.label,
                raw=row[column.code],
                other=_where(held, row, column),
            )


def _where(held: Row, row: Row, column: Column) -> Text:
    """The cell where the value stands first; with sheet and file where they differ."""
    place = held.place(column.code)
    vi, en = [place.cell or ""], [place.cell or ""]
    if held.at.title != row.at.title:
        vi.append(f"trang {held.at.title}")
        en.append(f"sheet {held.at.title}")
    if held.at.file != row.at.file:
        vi.append(f"tệp {held.at.file}")
        en.append(f"file {held.at.file}")
    return Text(", ".join(vi), ", ".join(en))


def _references(
    rows: Sequence[Row], column: Column, registers: Mapping[str, Register], plan: Plan
) -> Iterable[Finding]:
    known, home = _known(column.refers or "", registers, plan)
    if known is None:
        return
    nearest = None
    for row in rows:
        value = row[column.code]
        bare = value.reveal() if isinstance(value, Personal) else value
        unknown = tuple(one for one in (bare if isinstance(bare, tuple) else (bare,)) if key(one) not in known)
        if not unknown:
            continue
        raw, expected = Personal(unknown) if column.personal else unknown, home
        if not column.personal:
            nearest = nearest or Nearest(map(shown, known.values()))
            expected = _with_near(home, [near for one in unknown if (near := nearest(shown(one)))])
        place = row.place(column.code)
        yield found("DL10", place, column=column.label, raw=raw, expected=expected, home=home)


def _with_near(home: Text, near: Sequence[str]) -> Text:
    """Where it was looked for, with what stands there and is a slip of the hand away."""
    meant = ", ".join(dict.fromkeys(near))
    return Text(f"{home.vi} (gần giống: {meant})", f"{home.en} (nearest: {meant})") if meant else home


def _known(refers: str, registers: Mapping[str, Register], plan: Plan) -> tuple[Mapping[Any, Any] | None, Text]:
    """The values a reference may have, by their key, and where they are looked for; None: the register was not read."""
    home, name = refers.split(".")
    if home == "plan":
        return {key(code): code for code in getattr(plan, name)}, _PLAN_LISTS[name]
    register = registers.get(home)
    if register is None:
        return None, Text("", "")
    return {word: row[name] for word, row in register.by(name).items()}, register.sheet.title


_PLAN_LISTS = {
    "tasks": Text("danh sách nhiệm vụ của kế hoạch", "the plan's tasks"),
    "villages": Text("danh sách thôn của kế hoạch", "the plan's villages"),
    "units": Text("danh sách đơn vị của kế hoạch", "the plan's units"),
    "periods": Text("danh sách kỳ báo cáo của kế hoạch", "the plan's report periods"),
}
