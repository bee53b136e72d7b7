"""The child process that opens .xls, .xlsb and .ods by calamine: bytes from stdin → cells as JSON on stdout.

Its argument is the path of the file, to ask once more why it cannot be opened: of bytes calamine tries every format
and does not say that there is a password.

It runs as a script of its own and imports nothing of the house: a hostile file may abort it or eat its memory, and the
parent only sees that it ended. On Windows and macOS nothing limits its memory; the parent's time limit still does.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

#: Exit statuses beside 0; any other, or a signal, means that the file could not be read.
PASSWORD, TOO_BIG = 3, 4
#: calamine holds the whole used range of a sheet: one stray value in the last row makes millions of cells.
MOST_MEMORY, MOST_SECONDS, MOST_CELLS = 1 << 30, 60, 20_000_000


def main() -> int:
    _limit()
    from python_calamine import CalamineError, PasswordError, load_workbook

    data = BytesIO(sys.stdin.buffer.read())
    try:
        book = load_workbook(data)
    except CalamineError:
        try:
            load_workbook(sys.argv[1])
        except PasswordError:
            return PASSWORD
        raise
    sheets = []
    for about in book.sheets_metadata:
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            return TOO_BIG
        sheets.append(
            {
                "title": about.name,
                "state": str(about.visible).rpartition(".")[2],
                "rows": _rows(sheet),
                "merged": sheet.merged_cell_ranges or [],
            }
        )
    sys.stdout.write(json.dumps(sheets, separators=(",", ":")))
    sys.stdout.flush()
    return 0


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _rows(sheet: Any) -> list[Any]:
    """Row number and its cells, both from 1, only what holds something."""
    rows = []
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [(column, *_value(value)) for column, value in enumerate(row, 1) if value != ""]
        if cells:
            rows.append((number, cells))
    return rows


def _value(value: Any) -> tuple[Any, ...]:
    """A day is its serial number of the 1900 system with a mark; all else stands as it is."""
    match value:
        case datetime():
            return _serial(value), 1
        case date():
            return _serial(datetime.combine(value, time())), 1
        case time():
            return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400, 1
        case timedelta():
            return value / timedelta(days=1), 1
    return (value,)


def _serial(moment: datetime) -> float:
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    # Excel counts a 29 February 1900 that never was.
    return serial if serial >= 61 else serial - 1


if __name__ == "__main__":
    sys.exit(main())
