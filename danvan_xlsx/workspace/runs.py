"""The record of each run in `.danvan/runs`: what was found and how each file was left, for the next run to compare."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from danvan_xlsx.workspace.folder import RUNS

#: A record that cannot be read is kept under this ending: it is in nobody's way, and its number is not given again.
BROKEN = ".hong"


@dataclass(frozen=True)
class Left:
    """How a run left a workbook. backup: the copy of what it was before, relative to the folder.

    received: the copy in `nhan-ve` that took the workbook's place; then `before` and `backup` may be "" (none).
    """

    file: str
    unit: str
    sha256: str
    before: str
    backup: str
    received: str = ""


@dataclass(frozen=True)
class Seen:
    """A unit's workbook as a run left it: its stamp, rows with data per register, and when staff had saved it.

    versions: what staff had typed in it, run by run, as `stamp:fingerprint`, the last one last. origin: sha256 of the
    copy in `nhan-ve` that it came as, while nothing else was typed in it.
    """

    stamp: int
    rows: dict[str, int]
    sha256: str
    saved: str
    versions: list[str] = field(default_factory=list)
    origin: str = ""

    @property
    def content(self) -> str:
        return self.versions[-1].partition(":")[2] if self.versions else ""


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
    return _numbered(folder, ".json")


def numbers_given(folder: Path) -> list[int]:
    """Those of records that were set aside too."""
    return sorted({*numbers(folder), *_numbered(folder, f".json{BROKEN}")})


def _numbered(folder: Path, ending: str) -> list[int]:
    where = folder / RUNS
    if not where.is_dir():
        return []
    names = (path.name.removesuffix(ending) for path in where.glob(f"*{ending}"))
    return sorted(int(name) for name in names if name.isdigit())


def load(folder: Path, number: int) -> Run | None:
    """A recorded run; None where its file is damaged: history is help, never a reason to stop."""
    try:
        return _read(path_of(folder, number))
    except (OSError, *_DAMAGED):
        return None


_DAMAGED = (ValueError, TypeError, KeyError, AttributeError)
_Part = TypeVar("_Part")


def _read(path: Path) -> Run:
    record = json.loads(path.read_text(encoding="utf-8"))
    left = tuple(_known(Left, one) for one in record.pop("left"))
    seen = {unit: _known(Seen, one) for unit, one in record.pop("seen").items()}
    return _known(Run, {**record, "left": left, "seen": seen})


def _known(part: type[_Part], values: dict[str, Any]) -> _Part:
    """Without what a newer version of the program has added."""
    names = {one.name for one in fields(part)}  # type: ignore[arg-type]
    return part(**{name: value for name, value in values.items() if name in names})


def set_aside_damaged(folder: Path) -> list[str]:
    """Rename the damaged records down to the last finished one; their names. The others are nobody's concern."""
    aside = []
    for number in reversed(numbers(folder)):
        path = path_of(folder, number)
        try:
            run = _read(path)
        except OSError:
            continue  # perhaps only for the moment
        except _DAMAGED:
            with suppress(OSError):
                path.replace(path.with_name(path.name + BROKEN))
                aside.append(f"{RUNS}/{path.name}{BROKEN}")
            continue
        if run.finished and not run.undone:
            break
    return aside


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
