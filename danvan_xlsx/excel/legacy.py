"""The reader of .xls, .xlsb and .ods: the same sheets and grids as of an .xlsx, as far as calamine can see.

It reads in a child process with limits on time and memory. What is lost against `reader`, and what follows from it:

- an error (`#N/A`) and a formula that was never calculated come as blank cells: told as blank where one is needed;
- formulas are not told from values, hidden rows not from shown ones;
- number formats are not shown: a day is told by calamine itself (its format, or the type `date` of .ods), but 70 %
  comes as 0.7 and is refused as ambiguous, as a plain 0.7 is; TRUE in .ods comes as 1;
- merged ranges are known of .xls alone; "very hidden" sheets are hidden ones after LibreOffice saved the file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Protocol

from danvan_xlsx.excel import calamine_child
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.reader import SheetInfo, State, open_workbook
from danvan_xlsx.words.layout import Cell, Grid, column_letters

if TYPE_CHECKING:
    from subprocess import Popen

Format = Literal["xls", "xlsb", "ods"]

#: An honest workbook of a unit is a few MB of cells; more is not taken from the child.
_MOST_FILE, _MOST_ANSWER = 64 << 20, 48 << 20
_STATES: dict[str, State] = {"Hidden": "hidden", "VeryHidden": "veryHidden"}


class Opened(Protocol):
    """What `open_book` gives: the sheets of a workbook of whatever format."""

    @property
    def sha256(self) -> str: ...
    @property
    def sheets(self) -> tuple[SheetInfo, ...]: ...
    def grid(self, sheet: SheetInfo, /) -> Grid: ...
    def __enter__(self) -> Opened: ...
    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_book(path: Path) -> Opened:
    """Open a workbook by what is inside, whatever its name ends with. Unreadable: as `Package`, or BM04."""
    try:
        return open_workbook(path)
    except Unreadable as fault:
        if fault.code != "BM04":
            raise
        return Legacy(path, fault.values["format"])


class Legacy:
    """A workbook of an older format, read whole.

    sha256: of the bytes that the child was given. Unreadable: BM03 password, BM04 the child could not read it, BM07 it
    cannot be opened, BM08 too big.
    """

    def __init__(self, path: Path, format_: Format, *, seconds: float = calamine_child.MOST_SECONDS) -> None:
        self.format = format_
        try:
            data = path.read_bytes()
        except OSError as fault:
            raise Unreadable("BM07") from fault
        if len(data) > _MOST_FILE:
            raise Unreadable("BM08", size=len(data) >> 20)
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._read = _asked(path, data, format_, seconds)
        self.sheets = tuple(
            SheetInfo(one["title"], _STATES.get(one["state"], "visible"), str(at)) for at, one in enumerate(self._read)
        )

    def __enter__(self) -> Legacy:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open."""

    def grid(self, sheet: SheetInfo) -> Grid:
        """The cells of a sheet."""
        read = self._read[int(sheet.part)]
        rows = {number: {cell[0]: _cell(*cell[1:]) for cell in cells} for number, cells in read["rows"]}
        return Grid(sheet.title, rows, sheet.state, merged=tuple(map(_range, read["merged"])))


def _cell(value: Any, is_day: int = 0) -> Cell:
    if isinstance(value, bool):
        return Cell(value, "bool")
    if isinstance(value, str):
        return Cell(value)
    return Cell(float(value), "date" if is_day else "number")


def _range(corners: list[list[int]]) -> str:
    (top, left), (bottom, right) = corners
    return f"{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"


def _asked(path: Path, data: bytes, format_: Format, seconds: float) -> list[dict[str, Any]]:
    """What the child makes of a file. Unreadable: BM03, BM04, BM08."""
    status, answer = _run(path, data, seconds)
    if status == calamine_child.PASSWORD:
        raise Unreadable("BM03")
    if status == calamine_child.TOO_BIG or len(answer) > _MOST_ANSWER:
        raise Unreadable("BM08", size=max(len(answer), calamine_child.MOST_MEMORY) >> 20)
    if status != 0:
        raise Unreadable("BM04", format=format_)
    read: list[dict[str, Any]] = json.loads(answer)
    return read


def _run(path: Path, data: bytes, seconds: float) -> tuple[int, bytes]:
    """Exit status and output of the child; it is killed when its time is over or it says too much."""
    # Most folders have no older file, and starting a child is much to import.
    import subprocess
    from threading import Timer

    # -P: no folder of the house before the standard library. UTF-8 mode: whatever the console of Windows speaks.
    command = [sys.executable, "-P", "-X", "utf8", str(Path(calamine_child.__file__)), str(path)]
    try:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return -1, b""
    with child:
        timer = Timer(seconds, child.kill)
        timer.start()
        try:
            return _said(child, data)
        finally:
            timer.cancel()


def _said(child: Popen[bytes], data: bytes) -> tuple[int, bytes]:
    assert child.stdin is not None and child.stdout is not None
    with suppress(OSError):  # it may end before it has read everything
        child.stdin.write(data)
    with suppress(OSError):
        child.stdin.close()
    answer = child.stdout.read(_MOST_ANSWER + 1)
    if len(answer) > _MOST_ANSWER:
        child.kill()
    return child.wait(), answer
