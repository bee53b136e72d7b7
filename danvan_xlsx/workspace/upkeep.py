"""What killed runs left is swept; old backups and records are pruned by age and size, never the last."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.excel.replacing import sweep
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.folder import RECEIVED, RESULTS, RUNS, SET_ASIDE, inside
from danvan_xlsx.workspace.lock import STAND_IN
from danvan_xlsx.workspace.writing import BACKUPS

#: A quarter and the weeks in which its report is still discussed: who asks for a file as it was, asks by then.
BACKUP_DAYS = 120
#: Some hundred checks of a commune's seven workbooks; what a small office computer does not miss.
BACKUP_MB = 500
#: The plan's year and the month in which its last report is written.
RECORD_DAYS = 400
#: About a check on every working day of a year.
RECORD_MB = 200
#: So many are kept however old they are: a clock that runs years ahead for one check must not cost all of them.
KEPT = 5

_RECORDS_OF_REPORTS = ".danvan/reports"


def sweep_own(folder: Path) -> None:
    """Remove the temporary files that a killed run left where we keep and lay things."""
    backups = folder / BACKUPS
    if backups.is_dir():
        for place in [backups, *(path for path in backups.rglob("*") if path.is_dir())]:
            sweep(place)
    for place in (folder / RUNS, folder / _RECORDS_OF_REPORTS, (folder / STAND_IN).parent):
        for path in place.glob("*.tmp"):
            with suppress(OSError):
                path.unlink()
    for place in (
        *inside(folder, RECEIVED),
        *inside(folder, SET_ASIDE),
        folder / RESULTS,
        *(folder / RESULTS).glob("*/"),
    ):
        sweep(place)


def prune(folder: Path, now: datetime) -> None:
    """Remove backups and records that are too old or too many. What the last run left stays, whatever it takes."""
    with suppress(OSError):
        first = _first_needed(folder)
        _prune(_backups(folder), lambda one: one < first, now, BACKUP_DAYS, BACKUP_MB, _remove_backup)
        # A record without its backups still says what was seen; one with them is what undo goes by.
        held = {one.number for one in _backups(folder)}
        _prune(_records(folder), lambda one: one < first and one not in held, now, RECORD_DAYS, RECORD_MB, Path.unlink)


def _remove_backup(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)


class _Kept(NamedTuple):
    number: int
    path: Path
    saved: float
    size: int


def _first_needed(folder: Path) -> int:
    """The number of the run that undo would give back, or that the next check compares with, whichever is older."""
    undo = next((run.number for run in runs.newest(folder) if run.left and not run.undone), None)
    last = runs.previous(folder)
    numbers = [one for one in (undo, last.number if last else None) if one is not None]
    return min(numbers, default=0)


def _backups(folder: Path) -> list[_Kept]:
    where = folder / BACKUPS
    found = [path for path in where.glob("*") if path.name.isdigit() and path.is_dir() and not path.is_symlink()]
    return [_Kept(int(path.name), path, path.stat().st_mtime, sum(_sizes(path))) for path in found]


def _sizes(path: Path) -> Iterator[int]:
    for one in path.rglob("*"):
        with suppress(OSError):
            yield one.stat().st_size


def _records(folder: Path) -> list[_Kept]:
    paths = [*(folder / RUNS).glob("*.json"), *(folder / RUNS).glob(f"*.json{runs.BROKEN}")]
    numbered = [(path.name.partition(".")[0], path) for path in paths if path.is_file()]
    return [
        _Kept(int(number), path, path.stat().st_mtime, path.stat().st_size)
        for number, path in numbered
        if number.isdigit()
    ]


def _prune(
    kept: Sequence[_Kept],
    may_go: Callable[[int], bool],
    now: datetime,
    days: int,
    megabytes: int,
    remove: Callable[[Path], object],
) -> None:
    oldest, size = now.timestamp() - days * 86400, 0
    for place, one in enumerate(sorted(kept, reverse=True)):
        size += one.size
        too_old = place >= KEPT and one.saved < oldest
        if may_go(one.number) and (too_old or size > megabytes << 20):
            with suppress(OSError):
                remove(one.path)
