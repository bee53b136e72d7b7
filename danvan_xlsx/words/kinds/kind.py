"""What a kind of cell is: how it is read, how it is shown, and examples of what people really type in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Text, fold, tidy


class Reading(NamedTuple):
    """What a kind made of a cell: a value (with the code of a note if it was converted), or the code of a fault.

    expected: what the fault's sentence proposes to type instead; empty where nothing better than the kind's own
    example is known.
    """

    value: Any = None
    fault: str | None = None
    note: str | None = None
    expected: str = ""


#: An example as a table shows it: the text typed, or the cell as Excel stores it.
Typed = str | Cell


@dataclass(frozen=True)
class Option:
    """A value of a list: its code (a promise), its wording, and other wordings people use."""

    code: str
    label: Text
    aliases: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Option) and self.code == other.code

    def __hash__(self) -> int:
        return hash(self.code)


@dataclass(frozen=True)
class Kind:
    """A kind is data and two functions.

    reader: a cell that is not blank → Reading. shower: a value → what Excel stores. `number_format` is Excel's.
    role: of a day, whether it is a fact (never in the future), due, or only a reference.
    accepts, converts, refuses: what people type, with the value read and the note's or the fault's code.
    """

    name: str
    label: Text
    reader: Callable[[Cell], Reading]
    example: str
    shower: Callable[[Any], str | int | float | date] = str
    number_format: str = "General"
    align: Literal["left", "right", "center"] = "left"
    role: Literal["fact", "due", "reference"] | None = None
    accepts: tuple[tuple[Typed, Any], ...] = ()
    converts: tuple[tuple[Typed, Any, str], ...] = ()
    refuses: tuple[tuple[Typed, str], ...] = ()

    def read(self, cell: Cell) -> Reading:
        return self.reader(cell)

    def show(self, value: Any) -> str | int | float | date:
        return self.shower(value)

    def bind(self, lists: Mapping[str, tuple[Option, ...]], aliases: Mapping[str, Mapping[str, str]]) -> Kind:
        """Only a choice has a list to fill."""
        return self


#: A dash says "none"; white space of every sort says nothing.
_DASHES = frozenset({"-", "--", "---", "−"})


def is_blank(cell: Cell) -> bool:
    """White space, NBSP, zero-width marks, an empty result of a formula, or a lone dash."""
    if cell.kind != "text" or str(cell.value)[:1].isalnum():
        return False
    text = tidy(str(cell.value))
    return not text or fold(text) in _DASHES


def as_cell(typed: Typed) -> Cell:
    return typed if isinstance(typed, Cell) else Cell(typed)


def not_a_value(cell: Cell) -> Reading | None:
    """The faults that a cell has whatever its column asks: an Excel error, no stored result, contradictory XML."""
    if cell.kind == "error":
        return Reading(fault="DL14")
    if cell.kind == "uncalculated":
        return Reading(fault="DL15")
    if cell.kind == "broken":
        return Reading(fault="DL25")
    return None
