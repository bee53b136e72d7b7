"""Trouble for a run: killed at its n-th call to the disk, a disk that is full or refuses, in a process of its own."""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

#: What Python asks of the disk and says so beforehand; `fsync` it does not say.
_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.truncate"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
#: Exit status of a child that was not stopped and let an exception out.
BROKEN = 70

#: Called before each change on the disk with its number from 1 and its name.
Trouble = Callable[[int, str], None]


def in_trouble(work: Callable[[], object], below: Path, trouble: Trouble, *, largest: int | None = None) -> int:
    """The exit status of `work`, negative for a signal; trouble: at each change below that folder.

    largest: no file can grow beyond so many bytes, as on a disk that is full.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = BROKEN
        try:
            _watch(below, trouble)
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
            done = work()
            status = done if isinstance(done, int) else 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended)


def _watch(below: Path, trouble: Trouble) -> None:
    count, folder, busy = 0, os.fspath(below), False
    real = os.fsync

    def told(name: str) -> None:
        nonlocal count, busy
        if not busy:
            busy = True
            count += 1
            try:
                trouble(count, name)
            finally:
                busy = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _CHANGES or (event == "open" and arguments[2] is not None and arguments[2] & _WRITES):
            path = arguments[0]
            if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(folder):
                told(event)

    def fsync(handle: int) -> None:
        told("fsync")
        real(handle)

    # For good: this process is the child, and ends with its work.
    mock.patch.object(os, "fsync", fsync).start()
    sys.addaudithook(hook)


def nothing(_: int, __: str) -> None:
    """No trouble at all."""


def killed_at(number: int) -> Trouble:
    def trouble(now: int, _: str) -> None:
        if now == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return trouble


def failing_at(number: int, error: int) -> Trouble:
    def trouble(now: int, name: str) -> None:
        if now == number:
            raise OSError(error, os.strerror(error), name)

    return trouble


def failing(name: str, error: int) -> Trouble:
    def trouble(_: int, now: str) -> None:
        if now == name:
            raise OSError(error, os.strerror(error), name)

    return trouble


def calls_of(work: Callable[[], object], below: Path) -> list[str]:
    """What a run without trouble asks of the disk, in order."""
    read, write = os.pipe()

    def note(_: int, name: str) -> None:
        os.write(write, f"{name}\n".encode())

    status = in_trouble(work, below, note)
    os.close(write)
    with os.fdopen(read) as told:
        names = told.read().split()
    assert status != BROKEN
    return names
