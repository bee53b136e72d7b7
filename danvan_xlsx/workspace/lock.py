"""One run per folder: a lock that the operating system lets go when the program dies, so none is ever stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = ".danvan/lock"


class Busy(Exception):  # noqa: N818 - it is another run that works, not a fault of this one
    """Another run holds the folder; `who` is what it wrote of itself."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


@contextmanager
def held(folder: Path, who: str) -> Iterator[None]:
    """Hold the folder for one run. Busy when another run holds it; OSError when the folder cannot be written."""
    path = folder / LOCK
    path.parent.mkdir(exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        if not _lock(file):
            file.seek(0)
            raise Busy(file.read().strip())
        try:
            file.truncate(0)
            file.write(who)
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
