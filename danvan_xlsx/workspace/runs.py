"""The record of each run in `.danvan/runs`: what was found and how each file was left, for the next run to compare."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from danvan_xlsx.workspace.folder import RUNS


@dataclass(frozen=True)
class Left:
    """How a run left a workbook. backup: the copy of what it was before, relative to the folder."""

    file: str
    unit: str
    sha256: str
    before: str
    backup: str


@dataclass(frozen=True)
class Seen:
    """A unit's workbook as a run left it: its stamp, rows with data per register, and when staff had saved it."""

    stamp: int
    rows: dict[str, int]
    sha256: str
    saved: str


@dataclass(frozen=True)
class Run:
    """A run: its number, the day it was asked for, the result object and the files it left.

    Its record is begun before the first file is written, so that a run killed half-way can be undone: `finished` is
    false until the last is, and there is no result object yet.
    """

    number: int
    as_of: str
    started: str
    answer: dict[str, Any]
    left: tuple[Left, ...] = ()
    undone: bool = False
    finished: bool = True
    #: Unit code ("" for the plan) → its workbook as last seen, in this run or before.
    seen: dict[str, Seen] = field(default_factory=dict)


def path_of(folder: Path, number: int) -> Path:
    return folder / RUNS / f"{number:04}.json"


def numbers(folder: Path) -> list[int]:
    """Numbers of the recorded runs, oldest first."""
    where = folder / RUNS
    if not where.is_dir():
        return []
    return sorted(int(path.stem) for path in where.glob("*.json") if path.stem.isdigit())


def load(folder: Path, number: int) -> Run | None:
    """A recorded run; None where its file is damaged: history is help, never a reason to stop."""
    try:
        record = json.loads(path_of(folder, number).read_text(encoding="utf-8"))
        left = tuple(Left(**one) for one in record.pop("left"))
        seen = {unit: Seen(**one) for unit, one in record.pop("seen").items()}
        return Run(left=left, seen=seen, **record)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def newest(folder: Path) -> Iterator[Run]:
    """Readable runs, newest first."""
    for number in reversed(numbers(folder)):
        run = load(folder, number)
        if run is not None:
            yield run


def previous(folder: Path) -> Run | None:
    """The last finished run that stands, readable."""
    return next((run for run in newest(folder) if run.finished and not run.undone), None)


def save(folder: Path, run: Run) -> Path:
    """Write a record whole or not at all."""
    path = path_of(folder, run.number)
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {
        "number": run.number,
        "as_of": run.as_of,
        "started": run.started,
        "undone": run.undone,
        "finished": run.finished,
        "left": [vars(one) for one in run.left],
        "seen": {unit: vars(one) for unit, one in run.seen.items()},
        "answer": run.answer,
    }
    temp = path.with_suffix(".tmp")
    with temp.open("w", encoding="utf-8") as file:
        file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
        file.flush()
        os.fsync(file.fileno())
    temp.replace(path)
    return path
