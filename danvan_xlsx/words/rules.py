"""The catalogue: faults that reading finds, rules that ask a question of a row or a register, measures that count.

A rule stands beside its two texts:

    @rule(
        "DT03",
        PETITIONS,
        CONDUCT,
        WARNING,
        message=Text(…),
        remedy=KEEP_THE_DAY,
        reason=Text(…),
        wrong="kind Khiếu nại | accepted_on 09/03/2022 | settled_on 20/04/2022",
        right="kind Khiếu nại | accepted_on 09/03/2022 | settled_on 08/04/2022",
        limits=("complaint.first_resolution",),
    )
    def decided_too_late(*, settled_on=None, accepted_on, kind, law, as_of, complexity=None):
        '''Luật Khiếu nại 02/2011/QH13, Điều 28.'''
        limit = law("complaint.first_resolution", at=accepted_on).case(complexity)
        return kind.code == "complaint" and limit.breach(accepted_on, settled_on or as_of)

Its parameters name columns of its sheet, or `law`, `plan`, `as_of`. It is asked only when the cells it names could be
read and are not blank; a parameter with the default None may be blank; a refused cell always silences it. The first
parameter is the cell blamed. False (or None) means no fault; True or a mapping of values for the message means one.
A value that is a figure of the law brings its `source`; one that was never verified makes the finding a note.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, NamedTuple, NotRequired, TypedDict, Unpack

from danvan_xlsx.words.finding import Concern, Finding, Severity
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Place, Placed, Row, Sheet
from danvan_xlsx.words.text import Lang, Personal, Text, fold

DATA, CONDUCT = Concern.DATA, Concern.CONDUCT
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

#: Names that a rule may ask for beside columns; no column or register may be called so.
CONTEXT = frozenset({"row", "rows", "law", "plan", "as_of"})


#: What staff are asked where the work was late: never to change a day.
KEEP_THE_DAY = Text(
    "Đề nghị giữ nguyên ngày, ghi lý do ở cột Giải trình; nếu nhập nhầm, đối chiếu hồ sơ gốc.",
    "Please leave the day as it is and say why under Explanation; if it was mistyped, look into the original file.",
)


class Example(NamedTuple):
    """What the page of a fault shows: a case in words, wrong and right."""

    wrong: Text
    right: Text


class Rule(NamedTuple):
    """An entry of the catalogue. `sheet` is None for a fault found while reading; `ask` is None likewise."""

    code: str
    name: str
    concern: Concern
    severity: Severity
    message: Text
    remedy: Text
    reason: Text
    example: Example | None = None
    source: str = ""
    sheet: Sheet | None = None
    ask: Callable[..., Any] | None = None
    #: A wrong and a right case of a question, as `words.cases` writes them, and the figures of the law it asks for.
    wrong: str = ""
    right: str = ""
    limits: tuple[str, ...] = ()
    #: The column whose cell is told (of a row rule).
    blamed: str = ""
    #: Parameters of `ask`: those that must be filled, those that may be blank, those that are no columns.
    needs: tuple[str, ...] = ()
    may_use: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    #: A sheet rule is asked once per commune, with `rows`.
    whole_sheet: bool = False


CATALOGUE: dict[str, Rule] = {}


def _enter(entry: Rule) -> Rule:
    if entry.code in CATALOGUE:
        raise ValueError(f"code {entry.code} stands twice: {CATALOGUE[entry.code].name}, {entry.name}")
    if entry.concern is CONDUCT and entry.severity is ERROR:
        raise ValueError(f"{entry.code}: conduct is never an error")
    CATALOGUE[entry.code] = entry
    return entry


def fault(
    code: str,
    name: str,
    severity: Severity,
    *,
    message: Text,
    remedy: Text,
    reason: Text,
    wrong: Text,
    right: Text,
    concern: Concern = DATA,
    source: str = "",
) -> str:
    """Enter a fault that reading, placing or the plan finds; its code is returned so that it has a name in the code."""
    _enter(Rule(code, name, concern, severity, message, remedy, reason, Example(wrong, right), source))
    return code


class _Asked(TypedDict):
    """What both kinds of questions are declared with.

    reason: why it is asked, for its page. wrong, right: cases as `words.cases` writes them; right is the nearest sound
    one. limits: the figures of the law that it looks up.
    """

    message: Text
    remedy: Text
    reason: Text
    wrong: str
    right: str
    limits: NotRequired[tuple[str, ...]]


Ask = Callable[..., Any]


def rule(
    code: str, sheet: Sheet, concern: Concern, severity: Severity, **asked: Unpack[_Asked]
) -> Callable[[Ask], Ask]:
    """Enter a question asked of every row of a sheet. Its docstring gives the legal source."""

    def enter(ask: Ask) -> Ask:
        needs, may_use, context = _parameters(code, ask, sheet)
        entry = _question(code, sheet, concern, severity, ask, asked)
        blamed = next(name for name in _names(ask) if name in sheet.by_code)
        _enter(entry._replace(needs=needs, may_use=may_use, context=context, blamed=blamed))
        return ask

    return enter


def sheet_rule(
    code: str, sheet: Sheet, concern: Concern, severity: Severity, **asked: Unpack[_Asked]
) -> Callable[[Ask], Ask]:
    """Enter a question asked once per commune: gets `rows` and other registers by name as `Register`.

    It yields (row or None, column, values); None places an absence at the column's heading in the workbook of whoever
    types the register. Rows are as they were read, gaps and all: `having` picks those with the cells it needs.
    """

    def enter(ask: Ask) -> Ask:
        entry = _question(code, sheet, concern, severity, ask, asked)
        _enter(entry._replace(context=_names(ask), whole_sheet=True))
        return ask

    return enter


def _question(code: str, sheet: Sheet, concern: Concern, severity: Severity, ask: Ask, asked: _Asked) -> Rule:
    doc = ask.__doc__ or ""
    source = inspect.cleandoc(doc) if "\n" in doc else doc.strip()
    return Rule(code, ask.__name__, concern, severity, source=source, sheet=sheet, ask=ask, **asked)


def having(rows: Iterable[Row], *columns: str) -> Iterator[Row]:
    """The rows in which all these cells were filled and could be read."""
    wanted = frozenset(columns)
    return (row for row in rows if row.values.keys() >= wanted)


def _parameters(code: str, ask: Callable[..., Any], sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    needs, may_use, context = [], [], []
    optional = _optional(ask)
    for name in _names(ask):
        if name == "rows":
            raise ValueError(f"{code} asks for rows: only a sheet rule gets them")
        if name in CONTEXT:
            context.append(name)
        elif name not in sheet.by_code:
            raise ValueError(f"{code}: sheet {sheet.code} has no column {name}")
        elif name in optional:
            may_use.append(name)
        else:
            needs.append(name)
    if not needs and not may_use:
        raise ValueError(f"{code} names no column to blame")
    return tuple(needs), tuple(may_use), tuple(context)


# `inspect.signature` says the same and takes a tenth of the time in which the program starts.
def _names(ask: Ask) -> tuple[str, ...]:
    """The names of the parameters, as they stand."""
    code: CodeType = ask.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _optional(ask: Ask) -> frozenset[str]:
    """The parameters with the default None."""
    code: CodeType = ask.__code__
    positional = code.co_varnames[: code.co_argcount]
    defaults = ask.__defaults__ or ()
    given = {**dict(zip(reversed(positional), reversed(defaults), strict=False)), **(ask.__kwdefaults__ or {})}
    return frozenset(name for name, default in given.items() if default is None)


@dataclass(frozen=True)
class Register:
    """All rows of one register over all workbooks, with indexes built once."""

    sheet: Sheet
    rows: tuple[Row, ...]
    #: Where it is typed, so that an absence has a place.
    placed: tuple[Placed, ...] = ()

    indexes: dict[str, dict[Any, Row]] = field(default_factory=dict, repr=False, compare=False)

    def by(self, column: str) -> Mapping[Any, Row]:
        """The first row of each value of a column, by `key(value)`."""
        if column not in self.indexes:
            index: dict[Any, Row] = {}
            for row in self.rows:
                if column in row.values:
                    index.setdefault(key(row[column]), row)
            self.indexes[column] = index
        return self.indexes[column]


class Figure(NamedTuple):
    """What a measure yields: which row, at which column, how much."""

    row: Row
    column: str
    amount: float


@dataclass(frozen=True)
class Measure:
    """Something that is counted in a register.

    on: the column whose day or month decides the period; None for what stands (not happens) on a day.
    needs: the columns without which a row cannot be counted; refused in one of them, it is left out and told.
    """

    code: str
    sheet: Sheet
    on: str | None
    unit: Text
    label: Text
    count: Callable[..., Iterable[Figure]]
    needs: tuple[str, ...]
    context: tuple[str, ...] = ()


MEASURES: dict[str, Measure] = {}


def measure(
    code: str, sheet: Sheet, *, on: str | None, unit: Text, label: Text, needs: tuple[str, ...] = ()
) -> Callable[[Callable[..., Iterable[Figure]]], Callable[..., Iterable[Figure]]]:
    """Enter a measure: a function of `rows` (those of the period and filter), yielding figures.

    It may also ask for `plan` and `as_of`, and for another register by its code.
    """

    def enter(count: Callable[..., Iterable[Figure]]) -> Callable[..., Iterable[Figure]]:
        if code in MEASURES:
            raise ValueError(f"measure {code} stands twice")
        for name in (*needs, *([on] if on else [])):
            if name not in sheet.by_code:
                raise ValueError(f"measure {code}: sheet {sheet.code} has no column {name}")
        context = tuple(name for name in _names(count) if name != "rows")
        MEASURES[code] = Measure(code, sheet, on, unit, label, count, needs, context)
        return count

    return enter


def key(value: Any) -> Any:
    """A value as indexes and comparisons hold it: texts folded, options by code."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, Option):
        return value.code
    if isinstance(value, Personal):
        return key(value.reveal())
    return value


def found(code: str, place: Place, /, **values: Any) -> Finding:
    """A finding of the catalogue with its default severity."""
    return Finding(code, place, values, CATALOGUE[code].severity)


class Said(NamedTuple):
    """A finding in one language."""

    message: str
    remedy: str


def say(finding: Finding, lang: Lang = "vi") -> Said:
    """The sentences of a finding: the one function that writes them, for screen, cell, summary and letter."""
    entry = CATALOGUE[finding.code]
    values: dict[str, Any] = {
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        # A row's number is a name, not an amount: no dot for thousands.
        "row": str(finding.place.row or ""),
        **finding.values,
    }
    return Said(entry.message.say(lang, values), entry.remedy.say(lang, values))
