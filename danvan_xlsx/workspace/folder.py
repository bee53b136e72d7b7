"""Which files of a folder are workbooks to look at, by their place; whose they are is told by what is inside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

#: Where the record of each run is kept, below the folder.
RUNS = ".danvan/runs"
#: Folders that hold our outputs, what the clerk set aside, or nothing of ours.
PASSED_OVER = frozenset({"ket-qua", "bao-cao", "khong-dung"})
READ, OTHER = frozenset({".xlsx", ".xlsm"}), frozenset({".xls", ".xlsb", ".ods"})


class Found(NamedTuple):
    """A candidate: its path and its name from the folder, with `/`."""

    path: Path
    name: str


def name_in(folder: Path, path: Path) -> str:
    """How a file is called in everything that is written: from the folder, with `/`."""
    # A name unpacked from another computer's zip may be no text; it is shown, but cannot be written down as it is.
    return path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def workbooks(folder: Path) -> list[Found]:
    """Every `.xlsx`, `.xlsm` (and `.xls`, `.xlsb`, `.ods`, to be told of) below the folder, in order of their names.

    Passed over: hidden files and folders, lock files (`~$…`, `.~lock…`), `khong-dung`, `ket-qua`, `bao-cao`.
    A folder that may not be looked into stands for itself, to be told of.
    """
    found = [Found(path, name_in(folder, path)) for path in _below(folder)]
    return sorted(found, key=lambda one: one.name)


def _below(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as listed:
            # What an entry is, is known from the list itself: in some folders one may look at names alone.
            entries = [(folder / one.name, one.is_dir(follow_symlinks=False)) for one in listed]
    except OSError:
        yield folder
        return
    for path, below in entries:
        if path.name.startswith((".", "~$")):
            continue
        if path.suffix.lower() in READ | OTHER:
            yield path
        elif below and path.name.lower() not in PASSED_OVER:
            yield from _below(path)


def is_directory(path: Path) -> bool:
    """What may not be looked at is none: opening it tells why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """A folder, not one that unpacking a workbook left under the workbook's name."""
    return is_directory(path) and path.suffix.lower() not in READ | OTHER


def workspace_of(files: Sequence[Path]) -> Path | None:
    """The folder that absolute paths of files belong to: the nearest above all of them where a check was run before,
    else the one that holds them all; None where nothing does.
    """
    try:
        shared = Path(os.path.commonpath([path.parent for path in files]))
    except ValueError:  # other drives
        return None
    return next((one for one in (shared, *shared.parents) if (one / RUNS).is_dir()), shared)


def saved_at(path: Path) -> datetime | None:
    """When the file was last saved, to the minute, in the computer's own time."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).replace(second=0, microsecond=0)
    except OSError:
        return None
