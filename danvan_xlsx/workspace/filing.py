"""A copy that came in takes the place of the unit's workbook: the old one is kept in `khong-dung`."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from danvan_xlsx.excel.replacing import Declined, Step, no_step, open_elsewhere, refuse_locked_or_changed, restore
from danvan_xlsx.workspace.folder import SET_ASIDE, free, inside


def place_for_the_old(folder: Path, path: Path, number: int) -> Path:
    """Where a workbook goes whose place a copy takes in the run of that number."""
    where = next(iter(inside(folder, SET_ASIDE)), folder / SET_ASIDE)
    return free(where / f"{path.stem}-truoc-luot-{number:04}{path.suffix}")


def take_in(copy: Path, sha256: str, path: Path, before: str, kept: Path | None, step: Step = no_step) -> None:
    """Put the copy in the place of `path`, whole, and take it out of `nhan-ve`.

    before: the hash of the workbook that is there, which is kept as `kept` first; "" and None: there is none.
    Declined, with everything as it was: BM10 one of them is open (`open`), BM11, BM28, BM33.
    """
    _refuse_open(copy)
    _refuse_open(path)
    refuse_locked_or_changed(path, before)
    if kept is not None:
        _keep(path, before, kept)
    step("kept")
    try:
        restore(path, copy, before, step, sha256=sha256)
    except BaseException:
        if kept is not None:
            with suppress(OSError):
                kept.unlink()
        raise
    with suppress(OSError):
        # When staff had saved it, not when it was filed.
        os.utime(path, (copy.stat().st_atime, copy.stat().st_mtime))
    with suppress(OSError):
        copy.unlink()
    step("taken in")


def give_back(copy: Path, sha256: str, path: Path, before: str, kept: Path | None) -> Path:
    """As it was before `take_in`: the copy in `nhan-ve` (where it lies there now), the old workbook in its place.

    Declined, with nothing changed: BM10, BM11, BM28 the workbook is no longer the copy, BM33.
    """
    refuse_locked_or_changed(path, sha256)
    if kept is not None and not kept.is_file():
        raise Declined("BM33")
    copy = _as_it_came(copy, sha256, path)
    if kept is None:
        try:
            path.unlink()
        except OSError as fault:
            raise Declined("BM33") from fault
        return copy
    restore(path, kept, sha256, sha256=before)
    with suppress(OSError):
        kept.unlink()
    return copy


def _as_it_came(copy: Path, sha256: str, path: Path) -> Path:
    """An undo that was killed has put it there already; another file of its name stays."""
    if copy.exists() and _same(copy, path):
        return copy
    copy = free(copy)
    _new(copy, path, sha256)
    return copy


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.read_bytes() == other.read_bytes()
    return False


def _keep(path: Path, sha256: str, kept: Path) -> None:
    _new(kept, path, sha256)
    with suppress(OSError):
        shutil.copymode(path, kept)


def _new(path: Path, source: Path, sha256: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Declined("BM33") from fault
    restore(path, source, "", sha256=sha256)


def _refuse_open(path: Path) -> None:
    who = open_elsewhere(path)
    if who is not None:
        raise Declined("BM10", who=who, open=path.name)
