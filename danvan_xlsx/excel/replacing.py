"""A written file takes the place of the old one, whole, or not at all: locks, backup, replacement, undo."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

_TEMP_PREFIX, _TEMP_ENDING = ".~danvan-", ".tmp"
_TRIES, _PAUSE = 5, 0.2
_WINDOWS = os.name == "nt"

#: Called between the steps with the name of the one that is done; tests stop the program there.
Step = Callable[[str], None]


def no_step(name: str) -> None:
    """Nothing happens between the steps."""


class Declined(Exception):  # noqa: N818 - the file is declined, the program is not wrong
    """A file that is left alone: a code of family BM and the values its sentences name."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: dict[str, Any] = values


class Prepared(NamedTuple):
    """A file ready to take the place of `path`.

    sha256, new_sha256: of the original and of the file written.  cells: how many cells of registers change.
    own_written: our own sheet is new or other.
    """

    path: Path
    temp: Path
    sha256: str
    new_sha256: str
    cells: int
    own_written: bool


# -- may it be written? ----------------------------------------------------------


def refuse_locked(path: Path) -> None:
    """Declined: BM10 open elsewhere, BM11 read-only."""
    who = open_elsewhere(path)
    if who is not None:
        raise Declined("BM10", who=who)
    if not _writable(path):
        raise Declined("BM11")


def open_elsewhere(path: Path) -> str | None:
    """Who has the file open ("" when the name is not known), by the lock file beside it; None: nobody.

    A lock file that a program left when it was killed reads the same; on Windows opening for writing tells them apart.
    """
    path = path.resolve()
    excel, office = path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")
    for lock, reading in ((excel, _excel_user), (office, _office_user)):
        if _is_there(lock) and not (_WINDOWS and _opens_for_writing(path)):
            return _user(lock, reading)
    return None


def _is_there(lock: Path) -> bool:
    try:
        return lock.is_file()
    except OSError:  # the disk takes the workbook's name, but no longer one: then no program has such a file
        return False


def _user(lock: Path, reading: Callable[[bytes], str]) -> str:
    try:
        return reading(lock.read_bytes()[:4096]).strip()
    except (OSError, ValueError, IndexError):
        return ""


def _excel_user(data: bytes) -> str:
    """First the length and the name in the code page of that computer, then both again in UTF-16 at byte 55."""
    length = int.from_bytes(data[55:57], "little")
    wide = data[57 : 57 + 2 * length]
    if 0 < length < 55 and len(wide) == 2 * length:
        return wide.decode("utf-16-le")
    return data[1 : 1 + data[0]].decode("utf-8", "replace")


def _office_user(data: bytes) -> str:
    """`name,login,host,date,profile;`"""
    name, login = data.decode("utf-8", "replace").split(",")[:2]
    return name or login


def _writable(path: Path) -> bool:
    # An administrator may write everything; a file without any write permission was meant to stay as it is.
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _opens_for_writing(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


# -- the temporary file ----------------------------------------------------------


def write_temp(path: Path, write: Callable[[BinaryIO], None], like: Path | None = None) -> Path:
    """A new file beside `path`, with the permissions of `like` (`path` itself), on the disk when this returns.

    Declined: BM33.
    """
    temp = path.with_name(f"{_TEMP_PREFIX}{os.getpid()}-{os.urandom(4).hex()}{_TEMP_ENDING}")
    try:
        with temp.open("xb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        _like(like or path, temp)
    except BaseException as fault:
        _remove(temp)
        if isinstance(fault, OSError):
            raise Declined("BM33") from fault
        raise
    return temp


def _like(path: Path, temp: Path) -> None:
    if not path.exists():
        return
    status = path.stat()
    if not _WINDOWS:
        with suppress(OSError):  # only an administrator may give a file to its owner
            os.chown(temp, status.st_uid, status.st_gid)
    temp.chmod(status.st_mode & 0o7777)


def _remove(temp: Path) -> None:
    with suppress(OSError):
        temp.unlink()


def sweep(folder: Path) -> list[Path]:
    """Remove the temporary files that a killed run left; which they were."""
    left = [path for path in sorted(folder.glob(f"{_TEMP_PREFIX}*{_TEMP_ENDING}")) if path.is_file()]
    for path in left:
        _remove(path)
    return [path for path in left if not path.exists()]


# -- the replacement -------------------------------------------------------------


def abandon(prepared: Prepared) -> None:
    _remove(prepared.temp)


def commit(prepared: Prepared, backup: Path | None, step: Step = no_step) -> None:
    """Keep the original as `backup`, then put the new file in its place.

    Declined, with the original untouched and the new file removed: BM10 it was opened meanwhile, BM11 read-only,
    BM28 it changed since it was read, BM33 it could not be written.
    """
    try:
        if backup is not None:
            _back_up(prepared, backup, step)
        refuse_locked_or_changed(prepared.path, prepared.sha256)
        step("guarded")
        _replace(prepared.temp, prepared.path)
    except BaseException:
        abandon(prepared)
        raise
    step("replaced")
    _sync_folder(prepared.path.parent)


def restore(path: Path, backup: Path, expected_sha256: str, step: Step = no_step, *, sha256: str | None = None) -> None:
    """Put the backup in the place of a file that is still as we left it ("": where there is none).

    sha256: what the backup must be. Declined as `commit`; BM28 one of them is another file than that.
    """
    path = path.resolve()
    refuse_locked_or_changed(path, expected_sha256)
    temp = write_temp(path, lambda out: _copy(backup, out))
    try:
        if sha256 is not None and sha256_of(temp) != sha256:
            raise Declined("BM28")
        step("temp written")
        refuse_locked_or_changed(path, expected_sha256)
        _replace(temp, path)
    except BaseException:
        _remove(temp)
        raise
    step("replaced")
    _sync_folder(path.parent)


def refuse_locked_or_changed(path: Path, sha256: str) -> None:
    """Declined: BM28 the file is not the one of that hash ("": there is one), BM10, BM11."""
    if not sha256:
        if path.exists():
            raise Declined("BM28")
        return
    if not path.is_file() or sha256_of(path) != sha256:
        raise Declined("BM28")
    refuse_locked(path)


def sha256_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _back_up(prepared: Prepared, backup: Path, step: Step) -> None:
    try:
        backup.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Declined("BM33") from fault
    temp = write_temp(backup, lambda out: _copy(prepared.path, out), prepared.path)
    step("backup written")
    try:
        if sha256_of(temp) != prepared.sha256:
            raise Declined("BM28")
        _replace(temp, backup)
    except BaseException:
        _remove(temp)
        raise
    _sync_folder(backup.parent)
    step("backup kept")


def _copy(source: Path, out: BinaryIO) -> None:
    with source.open("rb") as file:
        shutil.copyfileobj(file, out)


def _replace(temp: Path, path: Path) -> None:
    """On Windows an open file cannot be replaced; a virus scanner holds it for a moment only."""
    for attempt in range(_TRIES):
        try:
            temp.replace(path)
            return
        except PermissionError as fault:
            if not _WINDOWS:
                raise Declined("BM33") from fault
            if attempt == _TRIES - 1:
                raise Declined("BM10", who="") from fault
            time.sleep(_PAUSE)
        except OSError as fault:
            raise Declined("BM33") from fault


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk too; Windows has no such call."""
    if _WINDOWS:
        return
    with suppress(OSError):  # some network folders refuse it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
