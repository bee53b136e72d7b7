"""One run per folder: a lock that the operating system lets go when the program dies, so none is ever stale.

Some network drives know no such locks. There a file stands for the lock, and one that a killed run left is taken over.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from danvan_xlsx.words.text import Text

LOCK, STAND_IN = ".danvan/lock", ".danvan/lock-mang"

#: A check takes seconds, minutes on a slow drive; a file that stood longer for one belongs to no run that still works.
STALE_MINUTES = 15

WHO = Text("máy {computer} (từ {since})", "the computer {computer} (since {since})")
SOMEBODY = Text("một máy khác", "another computer")


class Busy(Exception):  # noqa: N818 - it is another run that works, not a fault of this one
    """Another run holds the folder; `who` is what it wrote of itself."""

    def __init__(self, written: str) -> None:
        super().__init__(written)
        computer, _, since = written.strip().partition("\n")
        told = {"computer": computer, "since": since}
        self.who = Text(WHO.say("vi", told), WHO.say("en", told)) if since else SOMEBODY


Try = Callable[[IO[str]], None]


@contextmanager
def held(folder: Path, now: datetime, locking: Try | None = None) -> Iterator[None]:
    """Hold the folder for one run. Busy when another run holds it; OSError when the folder cannot be written.

    locking: how the file is locked; raises OSError as the system does.
    """
    import platform

    path = folder / LOCK
    path.parent.mkdir(exist_ok=True)
    written = f"{platform.node()}\n{now:%H:%M %d/%m/%Y}"
    with path.open("a+", encoding="utf-8") as file:
        try:
            (locking or _lock)(file)
        except OSError as fault:
            if fault.errno in _HELD:
                file.seek(0)
                raise Busy(file.read()) from fault
            with _stood_for(folder / STAND_IN, written):
                yield
            return
        try:
            file.truncate(0)
            file.write(written)
            file.flush()
            yield
        finally:
            # The run is over, whatever becomes of the drive.
            with suppress(OSError):
                file.truncate(0)
                _unlock(file)


#: What a lock that another holds is told by; anything else means that this drive has no locks.
_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


@contextmanager
def _stood_for(path: Path, written: str) -> Iterator[None]:
    if not _made(path, written):
        _take_over(path)
        if not _made(path, written):
            raise Busy(_text(path))
    try:
        yield
    finally:
        if _text(path) == written:
            with suppress(OSError):
                path.unlink()


def _made(path: Path, written: str) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(written)
    except FileExistsError:
        return False
    return True


def _take_over(path: Path) -> None:
    """Remove the file of a run that cannot work any more. Busy: it still may."""
    written = _text(path)
    if _minutes_old(path) < STALE_MINUTES:
        raise Busy(written)
    # By another name first: of two runs that find it stale at once only one takes it away.
    mine = _beside(path)
    with suppress(OSError):
        path.replace(mine)
        if _text(mine) != written:  # the other was quicker, and this is its own
            mine.replace(path)
        mine.unlink(missing_ok=True)


def _minutes_old(path: Path) -> float:
    """By the drive's own clock: those of two computers may differ."""
    probe = _beside(path)
    try:
        probe.write_text("", "utf-8")
        return (probe.stat().st_mtime - path.stat().st_mtime) / 60
    except FileNotFoundError:  # let go meanwhile
        return STALE_MINUTES
    finally:
        with suppress(OSError):
            probe.unlink()


def _beside(path: Path) -> Path:
    """A name that no other run on any computer has."""
    return path.with_name(f"{path.name}.{os.urandom(6).hex()}.tmp")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return ""


if sys.platform == "win32":
    import msvcrt

    # Windows locks a range for reading too: one byte far behind the text leaves the name readable.
    _FAR = 1 << 20

    def _lock(file: IO[str]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[str]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
