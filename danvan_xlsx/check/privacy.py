"""Names of petitioners, identity and telephone numbers in columns that reports may quote: found, never quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from danvan_xlsx.check.faults.privacy import DENOUNCER_NAMED, IDENTITY_NUMBER, PETITIONER_NAMED
from danvan_xlsx.words.finding import Finding
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

#: The words of a name → whether it is a denouncer's.
Names = Mapping[tuple[str, ...], bool]


def judge_privacy(registers: Mapping[str, Register]) -> list[Finding]:
    """Free text of every register held against the names of those who came or wrote."""
    names = _names(registers)
    lengths = sorted({len(name) for name in names}, reverse=True)
    return [one for register in registers.values() for one in _of_register(register, names, lengths)]


def _of_register(register: Register, names: Names, lengths: list[int]) -> Iterator[Finding]:
    columns = [c for c in register.sheet.columns if c.kind.name in ("line", "note") and not (c.personal or c.ours)]
    for row in register.rows:
        for column in columns:
            text = row.values.get(column.code)
            code = _fault_of(text, names, lengths) if isinstance(text, str) else None
            if code:
                yield found(code, row.place(column.code), column=column.label)


def _fault_of(text: str, names: Names, lengths: list[int]) -> str | None:
    if names:
        words = _WORDS.findall(fold(text))
        told = {names.get(tuple(words[at : at + n])) for n in lengths for at in range(len(words) - n + 1)} - {None}
        if told:
            return DENOUNCER_NAMED if True in told else PETITIONER_NAMED
    return IDENTITY_NUMBER if _NUMBERS.search(text) else None


def _names(registers: Mapping[str, Register]) -> Names:
    names: dict[tuple[str, ...], bool] = {}
    for register in registers.values():
        if WHO not in register.sheet.by_code:
            continue
        for row in register.rows:
            name = _name(row.values.get(WHO))
            if name:
                names[name] = names.get(name, False) or _denounces(row.values.get("kind"))
    return names


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
