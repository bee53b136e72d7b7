"""Copies to hand back: for each unit whose workbook has something to mend, one in `ket-qua/tra-lai`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.excel.replacing import Declined, open_elsewhere, restore, sha256_of
from danvan_xlsx.forms.books import ascii_name
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.folder import RESULTS
from danvan_xlsx.workspace.identify import Candidate

HAND_BACK = f"{RESULTS}/tra-lai"

#: Who denounced stands in it: such a workbook goes by no message, so none is laid ready for one.
_NOT_TO_BE_SENT = frozenset({"DL36", "DT17"})


class Handed(NamedTuple):
    """Names of the copies that lie there now, and of old ones that were left because somebody works in them."""

    files: tuple[str, ...] = ()
    in_use: tuple[str, ...] = ()


def hand_back(
    folder: Path, outcome: Outcome, books: Iterable[tuple[Candidate, BookRead]], *, only_these: bool
) -> Handed:
    """Lay the copies; those that nobody needs any more are removed (only_these: of the units of these books alone)."""
    where = folder / HAND_BACK
    looked_at = {_name(one, book): (one, book) for one, book in books}
    wanted = {name: one for name, (one, book) in looked_at.items() if _to_mend(outcome, one)}
    files, in_use = [], []
    for name in sorted({*wanted, *_lying(where)}):
        told = f"{HAND_BACK}/{name}"
        if name not in wanted and only_these and name not in looked_at:
            continue
        done = _lay(folder, where / name, wanted[name]) if name in wanted else _remove(folder, where / name)
        if not done:
            in_use.append(told)
        elif name in wanted:
            files.append(told)
    if not only_these and not wanted:
        with suppress(OSError):
            where.rmdir()
    return Handed(tuple(files), tuple(in_use))


def withdraw(folder: Path, sha256s: Collection[str]) -> None:
    """Remove the copies of these files: they are of a run that is undone."""
    where = folder / HAND_BACK
    for name in _lying(where):
        if sha256_of(where / name) in sha256s and open_elsewhere(where / name) is None:
            with suppress(OSError):
                (where / name).unlink()
    with suppress(OSError):
        where.rmdir()


def _name(one: Candidate, book: BookRead) -> str:
    return f"{ascii_name(book.unit)}{one.found.path.suffix.lower()}"


def _to_mend(outcome: Outcome, one: Candidate) -> bool:
    """A workbook that was left alone, or is of another format, carries no marks: sending it back would help nobody."""
    told = [finding for finding in outcome.of_file(one.found.name) if finding.accepted is None]
    if one.state.state != "checked" or one.older or any(finding.code in _NOT_TO_BE_SENT for finding in told):
        return False
    return any(finding.severity is not Severity.NOTE for finding in told)


def _lying(where: Path) -> list[str]:
    try:
        return [path.name for path in where.iterdir() if path.is_file() and not path.name.startswith((".", "~$"))]
    except OSError:
        return []


def _lay(folder: Path, path: Path, one: Candidate) -> bool:
    """Whether the copy lies there: one that somebody has typed in is not written over."""
    there = sha256_of(path) if path.exists() else ""
    if there == one.state.sha256:
        return True
    if there and not _ours(folder, there):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        restore(path, one.found.path, there, sha256=one.state.sha256)
    except (Declined, OSError):
        return False
    return True


def _remove(folder: Path, path: Path) -> bool:
    if not _ours(folder, sha256_of(path)) or open_elsewhere(path) is not None:
        return False
    with suppress(OSError):
        path.unlink()
    return not path.exists()


def _ours(folder: Path, sha256: str) -> bool:
    """A copy is the workbook as some run left or saw it."""
    return any(
        sha256 in {*(one.sha256 for one in run.left), *(one.sha256 for one in run.seen.values())}
        for run in runs.newest(folder)
    )
