"""Which files of a folder are workbooks to look at, by their place; whose they are is told by what is inside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

#: Folders that hold our outputs, what the clerk set aside, or nothing of ours.
PASSED_OVER = frozenset({"ket-qua", "bao-cao", "khong-dung"})
READ, OTHER = frozenset({".xlsx", ".xlsm"}), frozenset({".xls", ".xlsb", ".ods"})


class Found(NamedTuple):
    """A candidate: its path and its name from the folder, with `/`."""

    path: Path
    name: str


def workbooks(folder: Path) -> list[Found]:
    """Every `.xlsx`, `.xlsm` (and `.xls`, `.xlsb`, `.ods`, to be told of) below the folder, in order of their names.

    Passed over: hidden files and folders, lock files (`~$…`, `.~lock…`), `khong-dung`, `ket-qua`, `bao-cao`.
    """
    found = [Found(path, path.relative_to(folder).as_posix()) for path in _below(folder)]
    return sorted(found, key=lambda one: one.name)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        name = path.name
        if name.startswith((".", "~$")):
            continue
        if path.suffix.lower() in READ | OTHER:
            yield path
        elif path.is_dir() and not path.is_symlink() and name.lower() not in PASSED_OVER:
            yield from _below(path)


def saved_at(path: Path) -> datetime | None:
    """When the file was last saved, to the minute, in the computer's own time."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).replace(second=0, microsecond=0)
    except OSError:
        return None
