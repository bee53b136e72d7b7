"""A small commune's folder as the clerk has it: the plan, the workbooks of three units, rows in them, one mistake."""

from __future__ import annotations

import json
import subprocess
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from os import utime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from click.testing import CliRunner, Result

from danvan_xlsx.cli import main
from danvan_xlsx.excel.drawer import draw
from danvan_xlsx.forms import plan_book, unit_book
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.registers.closing import FIGURES, NOTHING, days_of
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.layout import FIRST_ROW
from danvan_xlsx.workspace.folder import Found
from danvan_xlsx.workspace.identify import identify
from danvan_xlsx.workspace.reading import read_plan
from tests.looking import SOFFICE
from tests.tables import sample_rows

#: The day every folder is checked for, the day it was last saved, and the clock of a run that asks for no day.
AS_OF, SAVED, NOW = date(2022, 5, 20), datetime(2022, 5, 18, 9, 30), datetime(2022, 5, 20, 8, 0)
PLAN = "ke-hoach.xlsx"
OFFICE, CULTURE, JUSTICE = "van-phong.xlsx", "van-hoa.xlsx", "tu-phap.xlsx"
FILES = {"VP": OFFICE, "VANHOA": CULTURE, "TUPHAP": JUSTICE}
RECEPTION, NEWS = "Sổ tiếp công dân", "Tin, bài"
#: The one mistake of the folder: `12 người` in the column Số người, told by DL03.
FAULTY_CELL = "F8"

_PLAN = {
    "settings": """
        | key          | value               |
        | year         | 2022                |
        | commune_code | minh-son            |
        | commune_name | Minh Sơn            |
        | superior     | UBND huyện Ngọc Lặc |
        """,
    "units": """
        | code    | name                 | kind       | registers        | typed_in |
        | VP      | Văn phòng – Thống kê | UBND       | Sổ tiếp công dân |          |
        | VANHOA  | Văn hóa – Xã hội     | UBND       | Tin, bài         |          |
        | TUPHAP  | Tư pháp – Hộ tịch    | UBND       | Công khai        |          |
        | CHUTICH | Chủ tịch UBND        | UBND       |                  | VP       |
        """,
    "plan_tasks": """
        | code | section | title | lead | lead_basis | frequency | deadline | evidence | nothing_allowed |
        | II.2.9 | II.2 | Chủ tịch tiếp công dân | CHUTICH | kế hoạch | Thường xuyên | | | |
        | II.3.1 | II.3 | Đăng tin, bài về dân vận | VANHOA | kế hoạch | Thường xuyên | | | |
        | II.3.2 | II.3 | Công khai theo Pháp lệnh | TUPHAP | kế hoạch | Thường xuyên | | Công khai | Có |
        | III.1.6 | III.1 | Báo cáo 6 tháng | VP | kế hoạch | Một lần | 30/05/2022 | | |
        """,
    "indicators": """
        | task   | label            | measure    | window | comparison | target | unit     | basis    |
        | II.3.1 | Tin, bài đã đăng | news_items | Quý    | ≥          | 2      | tin, bài | kế hoạch |
        """,
    "periods": """
        | code | name            | since      | until      | deadline   | strict | task    |
        | 6T   | Báo cáo 6 tháng | 01/01/2022 | 15/05/2022 | 30/05/2022 | Có     | III.1.6 |
        """,
    "lists": """
        | list   | code     | label                |
        | fields | land     | Đất đai              |
        | fields | other    | Khác                 |
        | topics | dan_van  | Dân vận chính quyền  |
        | channels | radio  | Truyền thanh         |
        """,
}
_ROWS = {
    "VP": {
        "reception": """
            | day | session | receiver | person | people | representatives | content | field | matter | times | outcome |
            | 05/01/2022 | Định kỳ | Chủ tịch | CD 01 | 2 | | Ranh giới | Đất đai | KNPA | lần 1 | giải thích |
            | 06/04/2022 | Định kỳ | Chủ tịch | CD 02 | '12 người => 12 | 3 | Chế độ | Khác | KNPA | lần 1 | giải thích |
            | 11/05/2022 | Đột xuất | Chủ tịch | CD 03 | 1 | | Thủ tục | Khác | Khác | lần 1 | hướng dẫn |
            """,  # noqa: E501
    },
    "VANHOA": {
        "news": """
            | day        | channel      | title        | genre | topic               | proof         |
            | 10/01/2022 | Truyền thanh | Tin thứ nhất | Tin   | Dân vận chính quyền | Bản tin số 01 |
            | 20/02/2022 | Truyền thanh | Tin thứ hai  | Tin   | Dân vận chính quyền | Bản tin số 02 |
            | 03/05/2022 | Truyền thanh | Tin thứ ba   | Tin   | Dân vận chính quyền | Bản tin số 03 |
            """,
    },
    "TUPHAP": {},
}

Typed = Mapping[str, Any]


# -- building ------------------------------------------------------------------------


def draw_plan(path: Path, **tables: str) -> Plan:
    """The plan workbook, with some of its tables replaced; read back as the program reads it."""
    texts = {**_PLAN, **tables}
    rows = {sheet.code: sample_rows(sheet, texts[sheet.code], defects=True) for sheet in SHEETS if sheet.code in texts}
    year = 2022
    draw(plan_book("minh-son", "Minh Sơn", year, SHEETS, rows), path, created=date(year, 1, 4))
    (candidate,) = identify([Found(path, path.name)])
    return read_plan(candidate, load()).plan


def draw_unit(plan: Plan, unit: str, path: Path, *, sound: bool = False, **tables: str) -> None:
    """A unit's workbook as staff have filled it; `tables` replace the rows of its registers."""
    draw(filled(plan, unit, sound=sound, **tables), path, created=date(2022, 1, 4))


def filled(plan: Plan, unit: str, *, sound: bool = False, **tables: str) -> Book:
    texts = {**_ROWS.get(unit, {}), **tables}
    book = unit_book(plan, load(), unit, date(2022, 12, 31))
    return replace(
        book, leaves=tuple(_fill(one, texts, not sound) if isinstance(one, Filled) else one for one in book.leaves)
    )


def _fill(blank: Filled, texts: Mapping[str, str], defects: bool) -> Filled:
    if blank.sheet.code in texts:
        return replace(blank, rows=tuple(sample_rows(blank.sheet, texts[blank.sheet.code], defects=defects)))
    if blank.sheet.code == "closing":
        return replace(blank, rows=tuple(_closed(row or {}, texts) for row in blank.rows))
    return blank


def _closed(row: Typed, texts: Mapping[str, str]) -> Typed:
    """Every period that is over is closed, by the last day the plan gives for it."""
    bounds = days_of(str(row["period"]), 2022)
    assert bounds is not None
    if bounds[1] + timedelta(5) >= AS_OF:
        return row
    registers = {load().sheets[code].title.vi for code in texts if code in load().sheets}
    answer = FIGURES if row["register"] in registers else NOTHING
    return {**row, "answer": answer, "day": bounds[1] + timedelta(2), "position": "Công chức"}


@cache
def _drawn(sound: bool) -> Mapping[str, bytes]:
    """Name → bytes of each file of the folder; drawn once a session."""
    with TemporaryDirectory() as where:
        folder = Path(where)
        plan = draw_plan(folder / PLAN)
        for unit, name in FILES.items():
            draw_unit(plan, unit, folder / name, sound=sound)
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def new_folder(folder: Path, *, sound: bool = False) -> Path:
    """The commune's folder anew at that path; sound: without its mistake."""
    folder.mkdir(parents=True)
    for name, data in _drawn(sound).items():
        (folder / name).write_bytes(data)
        saved_on(SAVED, folder / name)
    return folder


def saved_on(moment: datetime, *paths: Path) -> None:
    for path in paths:
        utime(path, (moment.timestamp(), moment.timestamp()))


# -- running -------------------------------------------------------------------------


def danvan(*arguments: object) -> Result:
    """The command as the clerk types it; nothing but an exit may come out of it."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def check(folder: Path, *options: object, as_of: date = AS_OF) -> Result:
    return danvan("check", folder, "--as-of", as_of.isoformat(), *options)


def answer_of(folder: Path, *options: object, as_of: date = AS_OF) -> dict[str, Any]:
    """The object that `--format json` prints, which is all that is printed, with the exit status beside it."""
    result = check(folder, "--format", "json", *options, as_of=as_of)
    assert result.stderr == ""
    return {**json.loads(result.stdout), "exit": result.exit_code}


def told(answer: Mapping[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """Code, file and cell of each finding."""
    return [(one["code"], one["file"], one["cell"]) for one in answer["findings"]]


def states(answer: Mapping[str, Any]) -> dict[str, str]:
    return {one["file"]: one["state"] for one in answer["files"]}


def written(answer: Mapping[str, Any]) -> set[str]:
    return {one["file"] for one in answer["files"] if one["written"]}


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder and the checksum of its bytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def inputs(folder: Path) -> dict[str, str]:
    """The workbooks that staff gave, without what the program keeps for itself and its outputs."""
    return {name: sha for name, sha in tree(folder).items() if not name.startswith((".danvan/", "ket-qua/"))}


# -- what staff do ---------------------------------------------------------------------


def opened(path: Path, **options: Any) -> Any:
    """A workbook as openpyxl sees it."""
    with warnings.catch_warnings():
        # It does not know print areas of whole columns.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, **options)


@contextmanager
def edited(path: Path) -> Iterator[Any]:
    """A workbook opened, changed and saved again by somebody else's program."""
    book = opened(path)
    yield book
    book.save(path)
    saved_on(SAVED, path)


def with_meta(path: Path, key: str, value: str) -> None:
    """Another entry in `_META`: another year, commune, unit or version."""
    with edited(path) as book:
        for row in book["_META"].iter_rows(max_col=2):
            if row[0].value == key:
                row[1].value = value


def cell(path: Path, sheet: str, place: str) -> Any:
    return opened(path)[sheet][place].value


def resaved(path: Path, scratch: Path, kind: str = "xlsx:Calc MS Excel 2007 XML") -> None:
    """A workbook opened and saved again by LibreOffice; `scratch`: a folder for its profile and its output."""
    _converted(path, scratch, kind).replace(path)
    saved_on(SAVED, path)


def resaved_as(path: Path, scratch: Path, ending: str) -> Path:
    """The same, saved beside it in another format (`xls`, `ods`); the workbook itself stays."""
    older = _converted(path, scratch, "xls:MS Excel 97" if ending == "xls" else ending).replace(
        path.with_suffix(f".{ending}")
    )
    saved_on(SAVED, older)
    return older


def _converted(path: Path, scratch: Path, kind: str) -> Path:
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(scratch / 'profile').resolve().as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(scratch / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (scratch / "saved" / path.name).with_suffix(f".{kind.partition(':')[0]}")


def values(path: Path, sheet: str, first: int = FIRST_ROW) -> list[list[Any]]:
    """The rows of a sheet as openpyxl sees them, without our columns."""
    rows = [[cell.value for cell in row[1:-2]] for row in opened(path)[sheet].iter_rows(min_row=first)]
    return [row for row in rows if any(value is not None for value in row)]
