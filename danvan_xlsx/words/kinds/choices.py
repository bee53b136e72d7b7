"""Choices from a list: closed ones that rules name, open ones that the plan fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from danvan_xlsx.words.kinds.kind import Kind, Option, Reading, not_a_value
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.nearest import Nearest
from danvan_xlsx.words.text import Text, as_typed, fold

#: So many are remembered of a list; blanks and marks make any number of spellings.
_SPELLINGS = 1000


@dataclass(frozen=True)
class Choice(Kind):
    """A kind whose values are the options of a list.

    A closed list has its options in the register; an open one is filled by `bind` from the plan's *DanhMuc*.
    """

    list_name: str = ""
    options: tuple[Option, ...] = ()
    extra: Mapping[str, Option] = field(default_factory=dict, hash=False)

    @cached_property
    def _by_word(self) -> dict[str, Option]:
        words: dict[str, Option] = {}
        for option in self.options:
            for word in (option.code, option.label.vi, option.label.en, *option.aliases):
                words.setdefault(fold(word), option)
        words.update(self.extra)
        return words

    @cached_property
    def _chosen(self) -> dict[str, Reading]:
        """Texts that were an option, as they stand: a drop-down puts the same few into every row."""
        return {}

    def read(self, cell: Cell) -> Reading:
        if cell.kind == "text" and (chosen := self._chosen.get(str(cell.value))) is not None:
            return chosen
        reading = self._read(cell)
        if cell.kind == "text" and not reading.fault and len(self._chosen) < _SPELLINGS:
            self._chosen[str(cell.value)] = reading
        return reading

    def _read(self, cell: Cell) -> Reading:
        if refused := not_a_value(cell):
            return refused
        if cell.kind in ("date", "bool", "percent"):
            return Reading(fault="DL29")
        word = as_typed(float(cell.value)) if cell.kind == "number" else str(cell.value)
        option = self._by_word.get(fold(word))
        if option is None:
            return Reading(fault="DL09", expected=self.listed(near=word))
        return Reading(option)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(option.label.vi for option in self.options)

    def listed(self, most: int = 8, near: str = "") -> str:
        """The options as a sentence names them; first the one that is a slip of the hand away from `near`."""
        labels = [option.label.vi for option in self.options]
        if near and (meant := self._nearest(near)) is not None:
            labels = [f"{meant} (gần giống)", *(label for label in labels if label != meant)]
        return "; ".join(labels[:most]) + ("; …" if len(labels) > most else "")

    def show(self, value: Any) -> str:
        return str(value.label.vi)

    def bind(self, lists: Mapping[str, tuple[Option, ...]], aliases: Mapping[str, Mapping[str, str]]) -> Choice:
        """Open: the plan's options. Closed: its own, with the plan's further wordings (word → option code)."""
        options = self.options or lists.get(self.list_name, ())
        by_code = {option.code: option for option in options}
        extra = {fold(word): by_code[code] for word, code in aliases.get(self.list_name, {}).items() if code in by_code}
        return replace(self, options=options, extra=extra)


def choice(list_name: str, *options: Option) -> Choice:
    """A closed list where options are given; else an open one that the plan fills."""
    refuses = ((Cell("#N/A", "error"), "DL14"), (Cell(44625.0, "date"), "DL29"))
    return Choice(
        f"choice:{list_name}",
        Text("chọn trong danh sách", "one of the list"),
        _never,
        example=options[0].label.vi if options else "",
        list_name=list_name,
        options=options,
        refuses=refuses,
    )


def _never(cell: Cell) -> Reading:
    raise AssertionError("a choice reads by its own list")
