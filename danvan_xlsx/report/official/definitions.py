"""Official forms as data: which circular is in force on a day, its forms and columns, the formulas printed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from danvan_xlsx.words.text import Text

#: Fact → the values of it that are meant.
Where = Mapping[str, frozenset[str]]

_BETWEEN = " › "
_GAPS = frozenset({".", "..", "...", "…"})
_FILE = re.compile(r"tt\d+-\d{4}\.toml")


class NoForms(Exception):  # noqa: N818 - told to the clerk
    """No forms are known for a day; `told` says why."""

    def __init__(self, told: Text) -> None:
        super().__init__(told.en)
        self.told = told


_NO_CIRCULAR = Text(
    "Chương trình chưa có biểu mẫu của ngành Thanh tra cho kỳ có số liệu đến {day}.",
    "There are no forms of the inspection sector for a period that ends on {day}.",
)


class FormColumn(NamedTuple):
    """A printed column. where: None where nothing is counted (a sum, a blank, a remark)."""

    number: int
    heading: tuple[str, ...]
    formula: str = ""
    check: str = ""
    of: str = ""
    where: Where | None = None
    part_of: int | None = None
    adds: str = ""
    unit: str = ""
    blank: bool = False
    remark: bool = False

    @property
    def label(self) -> str:
        return _BETWEEN.join(self.heading)

    @property
    def printed(self) -> str:
        """What stands in the row of numbers."""
        return self.formula or str(self.number)

    @property
    def sum_of(self) -> tuple[int, ...]:
        """The columns it is the sum of, where it is not counted."""
        return sides(self.formula)[1] if self.formula and self.where is None else ()

    @property
    def equalities(self) -> tuple[tuple[int, ...], ...]:
        """The sides that must be equal."""
        formula = self.check or self.formula
        return sides(formula) if formula else ()


class Note(NamedTuple):
    """A line under the table; where it counts, only for cases that fit (of the form, or of all its register)."""

    text: str
    where: Where | None = None
    of_all: bool = False


@dataclass(frozen=True)
class Form:
    """A form: one line of figures for the commune. left_out: rows that its columns have no place for."""

    code: str
    title: str
    unit: str
    cases: str
    where: Where
    needs: tuple[str, ...]
    left_out: tuple[Where, ...]
    notes: tuple[Note, ...]
    columns: tuple[FormColumn, ...]

    @cached_property
    def by_number(self) -> Mapping[int, FormColumn]:
        return {one.number: one for one in self.columns}

    def code_of(self, column: FormColumn) -> str:
        """`01/TCD/13`: the same in every commune and year under the same circular."""
        return f"{self.code}/{column.number}"

    def chosen(self, column: FormColumn) -> list[Where]:
        """Every condition on a case of the column: the form's own, those of the columns it is a part of, its own."""
        found: list[Where] = []
        place: FormColumn | None = column
        while place is not None:
            if place.where:
                found.append(place.where)
            if place.of:
                return found
            place = self.by_number[place.part_of] if place.part_of else None
        return [self.where, *found]


class Circular(NamedTuple):
    """A circular with its forms. unknown: the sentence that refuses a period, where its columns are not known.

    areas: a field of the commune's list → the group of fields of the forms.
    headline: (code of a figure, wording, unit) of the few that a letter names.
    """

    name: str
    about: str
    since: date
    until: date | None
    source: str
    unknown: str
    areas: Mapping[str, str]
    headline: tuple[tuple[str, str, str], ...]
    forms: tuple[Form, ...]

    @property
    def version(self) -> str:
        """`Thông tư 02/2021/TT-TTCP (1f3c9a07)`: another one as soon as a form, column or printed formula is."""
        printed = [(form.code, one.number, one.heading, one.printed) for form in self.forms for one in form.columns]
        return f"{self.name} ({sha256(repr(printed).encode()).hexdigest()[:8]})"

    def in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def circular_on(day: date) -> Circular:
    """The circular in force on the day on which the data of a period end. NoForms where its columns are not known."""
    for one in circulars():
        if one.in_force(day):
            if one.unknown:
                raise NoForms(Text(one.unknown, f"The columns of the forms of {one.name} are not known yet."))
            return one
    raise NoForms(Text(_NO_CIRCULAR.say("vi", {"day": day}), _NO_CIRCULAR.say("en", {"day": day})))


@cache
def circulars() -> tuple[Circular, ...]:
    """Every circular that has a file here, the oldest first."""
    from importlib.resources import files

    house = files("danvan_xlsx.report.official")
    texts = [one.read_text(encoding="utf-8") for one in house.iterdir() if _FILE.fullmatch(one.name)]
    return tuple(sorted((circular_of(text) for text in texts), key=lambda one: one.since))


def circular_of(text: str) -> Circular:
    """A circular from the text of its file."""
    import tomllib

    table = tomllib.loads(text)
    return Circular(
        name=table["circular"],
        about=table["about"],
        since=table["from"],
        until=table.get("to"),
        source=table["source"],
        unknown=table.get("unknown", ""),
        areas={field: area for area, fields in table.get("areas", {}).items() for field in fields},
        headline=tuple((code, wording, unit) for code, wording, unit in table.get("headline", ())),
        forms=tuple(_form(one) for one in table.get("forms", ())),
    )


def _form(table: Mapping[str, Any]) -> Form:
    return Form(
        code=table["code"],
        title=table["title"],
        unit=table["unit"],
        cases=table["cases"],
        where=_where(table.get("where", {})),
        needs=tuple(table["needs"]),
        left_out=tuple(_where(one) for one in table.get("left_out", ())),
        notes=tuple(_note(one) for one in table.get("notes", ())),
        columns=tuple(_column(one) for one in table["columns"]),
    )


def _note(table: Mapping[str, Any]) -> Note:
    where = table.get("any", table.get("where"))
    return Note(table["text"], None if where is None else _where(where), "any" in table)


def _column(table: Mapping[str, Any]) -> FormColumn:
    counted = "where" in table or "of" in table or "part_of" in table
    return FormColumn(
        number=table["n"],
        heading=tuple(table["heading"].split(_BETWEEN)),
        formula=table.get("formula", ""),
        check=table.get("check", ""),
        of=table.get("of", ""),
        where=_where(table.get("where", {})) if counted else None,
        part_of=table.get("part_of"),
        adds=table.get("adds", ""),
        unit=table.get("unit", ""),
        blank=table.get("blank", False),
        remark=table.get("remark", False),
    )


def _where(table: Mapping[str, str | list[str]]) -> Where:
    return {fact: frozenset([value] if isinstance(value, str) else value) for fact, value in table.items()}


# -- printed formulas ------------------------------------------------------------------


def sides(formula: str) -> tuple[tuple[int, ...], ...]:
    """`1=2+3+...+7=9` → (1,), (2, 3, 4, 5, 6, 7), (9,): the sums that are printed as equal."""
    return tuple(tuple(_numbers(side)) for side in formula.split("="))


def _numbers(side: str) -> Iterator[int]:
    last, gap = 0, False
    for part in side.split("+"):
        if part.strip() in _GAPS:
            gap = True
            continue
        number = int(part)
        if gap:
            yield from range(last + 1, number)
        yield number
        last, gap = number, False
