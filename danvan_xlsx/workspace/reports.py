"""The record of each report in `.danvan/reports`: what was told from which files, and to whom it was sent."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

RECORDS = ".danvan/reports"
_UNSAFE = re.compile(r"[^0-9A-Za-z._-]+")


@dataclass(frozen=True)
class Sending:
    """A letter that a server took: when, for whom, and the hash of each file that went along."""

    at: str
    to: tuple[str, ...]
    files: Mapping[str, str]


Sources = Mapping[str, Mapping[str, Sequence[float]]]


@dataclass(frozen=True)
class ReportRecord:
    """A report as it was drawn. files, inputs: name → SHA-256. headline: the few figures that a letter names.

    signed_on, since, until: ISO days, "" where there is none. sources: code of a figure → workbook → what it adds to
    the figure (of a share to its part, then to its whole).
    """

    year: int
    period: str
    name: str
    since: str
    until: str
    draft: bool
    accepted: str
    number: str
    signed_on: str
    files: Mapping[str, str]
    inputs: Mapping[str, str]
    figures: Mapping[str, float | None]
    headline: tuple[tuple[str, str], ...] = ()
    sent: tuple[Sending, ...] = field(default_factory=tuple)
    sources: Sources = field(default_factory=dict)

    def with_sending(self, sending: Sending) -> ReportRecord:
        return replace(self, sent=(*self.sent, sending))


def file_part(code: str) -> str:
    """A code of the plan as a part of a file's name: letters, digits, `.`, `_`, `-`, nothing that leads elsewhere."""
    return _UNSAFE.sub("-", code).strip(".") or "-"


def record_path(folder: Path, year: int, period: str) -> Path:
    return folder / RECORDS / f"{year}-{file_part(period)}.json"


def load_report(folder: Path, year: int, period: str) -> ReportRecord | None:
    """The record of a report; None where there is none, or none that can be read."""
    return _load(record_path(folder, year, period))


def load_reports(folder: Path) -> Iterator[ReportRecord]:
    """Every record that can be read, by the names of their files."""
    for path in sorted((folder / RECORDS).glob("*.json")):
        record = _load(path)
        if record is not None:
            yield record


def _load(path: Path) -> ReportRecord | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        sent = tuple(Sending(one["at"], tuple(one["to"]), one["files"]) for one in kept.pop("sent"))
        headline = tuple((label, value) for label, value in kept.pop("headline"))
        return ReportRecord(**kept, headline=headline, sent=sent)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save_report(folder: Path, record: ReportRecord) -> None:
    """Kept whole or not at all."""
    path = record_path(folder, record.year, record.period)
    path.parent.mkdir(parents=True, exist_ok=True)
    temp = path.with_suffix(".tmp")
    with temp.open("w", encoding="utf-8") as file:
        json.dump(asdict(record), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    temp.replace(path)
