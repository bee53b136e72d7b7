"""The sample with its reports, as the clerk has them: folders to work in, and what a report's workbooks hold."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import Result

from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.words.layout import FIRST_ROW
from danvan_xlsx.workspace.reporting import ReportAsked, make_report
from tests.folders import danvan, edited, opened, saved_on
from tests.sample.build import FILES, build_sample

#: The day on which the sample is looked at, and the clock of whatever is asked of it.
AS_OF, NOW, SAVED = date(2022, 11, 14), datetime(2022, 11, 14, 16, 30), datetime(2022, 11, 14, 9)
HALF, YEAR = "6T", "NAM"
OFFICE, ONE_STOP = FILES["VP"], FILES["MOTCUA"]


@cache
def _drawn(sound: bool) -> Mapping[str, bytes]:
    with TemporaryDirectory() as where:
        build_sample(Path(where), defects=not sound)
        return {path.name: path.read_bytes() for path in sorted(Path(where).iterdir())}


def new_sample(folder: Path, *, sound: bool = True) -> Path:
    """The plan and the seven workbooks of xã Minh Sơn, in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _drawn(sound).items():
        (folder / name).write_bytes(data)
        saved_on(SAVED, folder / name)
    return folder


def report(folder: Path, period: str, *options: object) -> Result:
    """`danvan report` as the clerk types it on 14/11/2022."""
    return danvan("report", folder, "--period", period, "--as-of", AS_OF.isoformat(), *options)


def reported(folder: Path, period: str, **asked: Any) -> Periodic:
    """The report itself, drawn beside."""
    return make_report(ReportAsked(folder, period, NOW, as_of=AS_OF, **asked), lambda *_: None).report


def annex_of(folder: Path, period: str) -> Path:
    return folder / f"bao-cao/2022-{period}/BCDVCQ_2022_{period}_minh-son.xlsx"


def internal_of(folder: Path, period: str) -> Path:
    return folder / f"bao-cao/2022-{period}/noi-bo-2022-{period}.xlsx"


# -- what stands in files --------------------------------------------------------------


def members(path: Path) -> dict[str, bytes]:
    """Every part of a workbook or a Word document, unpacked."""
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def everything(path: Path) -> str:
    """All that stands in a file: of a zip its parts, of a letter its text decoded, of anything else its text."""
    if zipfile.is_zipfile(path):
        return "\n".join(data.decode("utf-8", "replace") for data in members(path).values())
    if path.suffix == ".eml":
        return "\n".join(_letter(path.read_bytes()))
    return path.read_bytes().decode("utf-8", "replace")


def _letter(data: bytes) -> Iterator[str]:
    import email
    from email import policy

    message = email.message_from_bytes(data, policy=policy.default)
    yield from (f"{name}: {value}" for name, value in message.items())
    for part in message.walk():
        if part.get_content_maintype() == "text":
            yield str(part.get_content())


def typed_into(path: Path, sheet: str, cells: Mapping[str, Any]) -> None:
    """Cells of a sheet typed anew by staff, with another program."""
    with edited(path) as book:
        for place, value in cells.items():
            book[sheet][place] = value


def row_of(path: Path, sheet: str, column: str, value: str) -> int:
    """The number of the row that has a value in a column named by its letter."""
    found = [cell.row for cell in opened(path)[sheet][column] if cell.value == value and cell.row >= FIRST_ROW]
    assert len(found) == 1, (sheet, column, value, found)
    return int(found[0])
