"""Which files of a folder are workbooks to look at, by their place; whose they are is told by what is inside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

#: Where the record of each run is kept, below the folder.
RUNS = ".danvan/runs"
#: Where what we draw for the clerk goes.
RESULTS = "ket-qua"
#: What comes in, and what was set aside.
RECEIVED, SET_ASIDE = "nhan-ve", "khong-dung"
#: Folders that hold our outputs, what came in and is not filed yet, what the clerk set aside, or nothing of ours.
PASSED_OVER = frozenset({RESULTS, "bao-cao", SET_ASIDE, RECEIVED})
#: What programs and Windows leave in a folder of downloads.
_NO_COPY = frozenset({".tmp", ".part", ".crdownload", ".lnk"})
_NO_COPIES = frozenset({"thumbs.db", "desktop.ini"})
READ, OTHER = frozenset({".xlsx", ".xlsm"}), frozenset({".xls", ".xlsb", ".ods"})


class Found(NamedTuple):
    """A candidate: its path and its name from the folder, with `/`."""

    path: Path
    name: str


def name_in(folder: Path, path: Path) -> str:
    """How a file is called in everything that is written: from the folder, with `/`."""
    # A name unpacked from another computer's zip may be no text; it is shown, but cannot be written down as it is.
    name = path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return name if name.isprintable() else "".join(one if one.isprintable() else ascii(one)[1:-1] for one in name)


def workbooks(folder: Path) -> list[Found]:
    """Every `.xlsx`, `.xlsm` (and `.xls`, `.xlsb`, `.ods`, to be told of) below the folder, in order of their names.

    Passed over: hidden files and folders, lock files (`~$…`, `.~lock…`), `khong-dung`, `nhan-ve`, `ket-qua`, `bao-cao`.
    A folder that may not be looked into stands for itself, to be told of.
    """
    found = [Found(path, name_in(folder, path)) for path in _below(folder)]
    return sorted(found, key=lambda one: one.name)


def arrived(folder: Path) -> list[Found]:
    """Every file in `nhan-ve`, whatever its kind, in order of their names; unfinished downloads are none."""
    return [
        Found(path, name_in(folder, path))
        for inbox in inside(folder, RECEIVED)
        for path in sorted(_below(inbox, everything=True))
        if path.suffix.lower() not in _NO_COPY and path.name.lower() not in _NO_COPIES
    ]


def inside(folder: Path, name: str) -> list[Path]:
    """The folders of that name right below, however it is written (`Nhan-Ve`)."""
    try:
        with os.scandir(folder) as listed:
            names = [one.name for one in listed if one.name.lower() == name and one.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return [folder / one for one in sorted(names)]


def free(path: Path) -> Path:
    """The path, or the nearest with a number in its name that no file has, however it is written."""
    try:
        taken = {one.name.casefold() for one in path.parent.iterdir()}
    except OSError:
        return path
    names = (path.name, *(f"{path.stem} ({number}){path.suffix}" for number in range(2, len(taken) + 3)))
    return path.with_name(next(one for one in names if one.casefold() not in taken))


def _below(folder: Path, *, everything: bool = False) -> Iterator[Path]:
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
        if path.suffix.lower() in READ | OTHER or (everything and not below):
            yield path
        elif below and (everything or path.name.lower() not in PASSED_OVER):
            yield from _below(path, everything=everything)


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
