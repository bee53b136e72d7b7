"""One run per folder: a lock that the operating system lets go when the program dies, so none is ever stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from danvan_xlsx.words.text import Text

LOCK = ".danvan/lock"

WHO = Text("máy {computer} (từ {since})", "the computer {computer} (since {since})")
SOMEBODY = Text("một máy khác", "another computer")


class Busy(Exception):  # noqa: N818 - it is another run that works, not a fault of this one
    """Another run holds the folder; `who` is what it wrote of itself."""

    def __init__(self, written: str) -> None:
        super().__init__(written)
        computer, _, since = written.strip().partition("\n")
        told = {"computer": computer, "since": since}
        self.who = Text(WHO.say("vi", told), WHO.say("en", told)) if since else SOMEBODY


@contextmanager
def held(folder: Path, now: datetime) -> Iterator[None]:
    """Hold the folder for one run. Busy when another run holds it; OSError when the folder cannot be written."""
    import platform

    path = folder / LOCK
    path.parent.mkdir(exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        if not _lock(file):
            file.seek(0)
            raise Busy(file.read())
        try:
            file.truncate(0)
            file.write(f"{platform.node()}\n{now:%H:%M %d/%m/%Y}")
            file.flush()
            yield
        finally:
            file.truncate(0)
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    # Windows locks a range for reading too: one byte far behind the text leaves the name readable.
    _FAR = 1 << 20

    def _lock(file: IO[str]) -> bool:
        try:
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[str]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
