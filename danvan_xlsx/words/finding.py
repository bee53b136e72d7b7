"""What is told about a place: a finding, how heavy it weighs and what it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.text import Text


class Severity(Enum):
    """How heavy a finding weighs; only an error asks to be mended before the figures go up."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> Text:
        return _SEVERITIES[self]

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


_SEVERITIES = {
    Severity.ERROR: Text("Lỗi", "Error"),
    Severity.WARNING: Text("Cảnh báo", "Warning"),
    Severity.NOTE: Text("Lưu ý", "Note"),
}


class Concern(Enum):
    """DATA: what is typed cannot be right or is missing. CONDUCT: the work was late, few or absent.

    Conduct is never an error and its remedy is never to change a date.
    """

    DATA = "data"
    CONDUCT = "conduct"

    @property
    def label(self) -> Text:
        return _CONCERNS[self]


_CONCERNS = {Concern.DATA: Text("Số liệu", "Data"), Concern.CONDUCT: Text("Thực hiện", "Conduct")}


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the catalogue at its true place, with the values its sentences name."""

    code: str
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    #: Why the commune accepts it (sheet NgoaiLe); an accepted finding is a note and never silent.
    accepted: str | None = None
    #: Staff have said why (column Giải trình): such a finding is a note.
    explained: bool = False
