"""Names of petitioners, identity and telephone numbers in columns that reports may quote: found, never quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from danvan_xlsx.check.faults.privacy import DENOUNCER_NAMED, IDENTITY_NUMBER, PETITIONER_NAMED
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Register, found
from danvan_xlsx.words.text import fold

#: The column that says who came or wrote.
WHO = "person"
#: Identity cards have 12 digits (older ones 9), telephones ten beginning with 0.
_NUMBERS = re.compile(r"(?<![\d.,/-])(?:\d{12}|0\d{9}|\d{9})(?![\d/-]|[.,]\d)")
_WORDS = re.compile(r"\w+")
#: A name of two words may as well be a village's.
_FEWEST = 3
_HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "cụ", "em", "cô", "chú", "bác"})


@dataclass(frozen=True)
class Names:
    """The full names of those who came or wrote. known: the words of a name → whether it is a denouncer's."""

    known: Mapping[tuple[str, ...], bool]

    @cached_property
    def lengths(self) -> frozenset[int]:
        return frozenset(map(len, self.known))


def judge_privacy(registers: Mapping[str, Register]) -> list[Finding]:
    """Free text of every register held against the names of those who came or wrote."""
    names = names_in(row for register in registers.values() for row in register.rows)
    return [one for register in registers.values() for one in _of_register(register, names)]


def _of_register(register: Register, names: Names) -> Iterator[Finding]:
    columns = [c for c in register.sheet.columns if c.kind.name in ("line", "note") and not (c.personal or c.ours)]
    for row in register.rows:
        for column in columns:
            text = row.values.get(column.code)
            code = told_of_somebody(text, names) if isinstance(text, str) else None
            if code:
                yield found(code, row.place(column.code), column=column.label)


def told_of_somebody(text: str, names: Names) -> str | None:
    """The code of what a free text tells of a person; None where it tells nothing of the kind."""
    if names.known:
        words = _WORDS.findall(fold(text))
        runs = (tuple(words[at : at + n]) for n in names.lengths for at in range(len(words) - n + 1))
        told = {names.known[run] for run in runs if run in names.known}
        if told:
            return DENOUNCER_NAMED if True in told else PETITIONER_NAMED
    return IDENTITY_NUMBER if _NUMBERS.search(text) else None


def names_in(rows: Iterable[Row]) -> Names:
    """Of rows of whichever registers."""
    names: dict[tuple[str, ...], bool] = {}
    for row in rows:
        name = _name(row.values.get(WHO))
        if name:
            names[name] = names.get(name, False) or _denounces(row.values.get("kind"))
    return Names(names)


def _name(person: Any) -> tuple[str, ...] | None:
    """The words before the address; None for what is no full name."""
    typed = person.reveal() if person is not None else None
    if not isinstance(typed, str):
        return None
    words = _WORDS.findall(re.split(r"[,;(\n]| [–-] ", typed)[0])
    words = words[1:] if words and fold(words[0]) in _HONORIFICS else words
    # Each with a capital: neither *Không ghi tên* nor the *Công dân 05* of a careful clerk is a name.
    whole = len(words) >= _FEWEST and all(word[0].isupper() for word in words)
    return tuple(map(fold, words)) if whole else None


def _denounces(kind: Any) -> bool:
    return getattr(kind, "code", None) == "denunciation"
