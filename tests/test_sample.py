"""The sample of xã Minh Sơn 2022: its figures balance, its defects are found at their cells, nothing else is told."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from danvan_xlsx.plan.sheets import SHEETS
from danvan_xlsx.registers import load
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import CODE_ROW, FIRST_ROW
from danvan_xlsx.words.text import fold
from danvan_xlsx.workspace.run import Asked, Report, run
from tests.sample.build import AS_OF, FILES, PLAN_FILE, SOURCE, build_sample
from tests.tables import lines, split

pytestmark = pytest.mark.filterwarnings("ignore:Print area cannot be set")

NOW = datetime(2022, 11, 14, 16, 30)
SHIPPED = Path(__file__).parents[1] / "workbooks/minh-son-2022"
#: Invented names that stand in personal cells of the sample with defects, and may stand nowhere else.
PLANTED = ("Nguyễn Văn Kiểm Thử", "Trần Thị Thử Nghiệm", "Lê Thị Phép Thử", "Trần Văn Thử Nghiệm")
CODE_OF = {sheet.title.vi: sheet.code for sheet in (*load().sheets.values(), *SHEETS)}


def checked(folder: Path) -> Report:
    return run(Asked(folder, NOW, as_of=AS_OF), lambda *_: None)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder = tmp_path_factory.mktemp("faulty")
    build_sample(folder)
    return folder, checked(folder)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder = tmp_path_factory.mktemp("sound")
    build_sample(folder, defects=False)
    return folder, checked(folder)


def source(name: str) -> list[dict[str, str]]:
    head, *rows = lines((SOURCE / name).read_text(encoding="utf-8"))
    return [dict(zip(split(head), split(row), strict=True)) for row in rows]


# -- the defects -------------------------------------------------------------------


def told_in(report: Report) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (one.place.file, CODE_OF.get(one.place.sheet or "", ""), one.place.cell or "", one.code)
        for one in report.outcome.findings
    )


def seeded(*builds: str) -> Counter[tuple[str, str, str, str]]:
    lines = (one for one in source("defects.txt") if one["build"] in builds)
    return Counter((one["file"], one["sheet"], one["cell"], one["code"]) for one in lines)


def test_the_check_finds_exactly_the_seeded_defects_each_at_its_cell(faulty: tuple[Path, Report]) -> None:
    assert told_in(faulty[1]) == seeded("lỗi", "cả hai")
    assert faulty[1].exit_status() == 1


def test_every_workbook_of_a_unit_has_something_to_mend(faulty: tuple[Path, Report]) -> None:
    told = {one.place.file for one in faulty[1].outcome.findings if one.severity is not Severity.NOTE}

    assert told == set(FILES.values())


def test_the_sound_sample_has_nothing_to_mend_but_some_notes(sound: tuple[Path, Report]) -> None:
    assert told_in(sound[1]) == seeded("cả hai")
    assert {one.severity for one in sound[1].outcome.findings} == {Severity.NOTE}
    assert sound[1].exit_status(strict=True) == 0


# -- the plan -----------------------------------------------------------------------


def test_all_61_tasks_have_a_status_and_what_is_measured_of_them(sound: tuple[Path, Report]) -> None:
    states = sound[1].outcome.tasks
    unmeasured = [one.task.code for one in states if not one.indicators]

    assert [one.task.code for one in states] == [row["code"] for row in source("plan/plan_tasks.txt")]
    assert len(states) == 61
    assert unmeasured == ["II.5.1"]
    assert Counter(one.task.code for one in states for _ in one.indicators) == Counter(
        row["task"] for row in source("plan/indicators.txt")
    )


#: Tasks that are not done, of the sound sample.
SOUND = {
    "overdue": "II.1.2",
    "not_met": "II.4.2 III.1.4",
    "due_soon": "III.1.7",
    "done_late": "II.5.1",
    "in_progress": (
        "II.1.4 II.2.11 II.3.3 II.3.6 II.4.3 II.4.7 II.4.10 II.5.3 III.2.1 III.2.3 III.3.3 III.3.4 III.4.1 III.4.2"
    ),
    "not_due": "II.3.7 II.4.6",
    "followed": "II.3.8 III.5.1 III.5.2",
}
#: Tasks that stand otherwise with the defects.
CHANGED = {
    "not_reported": "II.3.2 II.3.9 III.3.1",
    "no_evidence": "II.3.7",
    "not_met": "II.2.5 II.2.9 II.3.6 II.4.3 II.4.9 II.4.12 II.5.2 III.1.3 III.4.2",
    "in_progress": "II.2.2",
}


def test_the_tasks_stand_as_a_commune_s_tasks_do_in_november(sound: tuple[Path, Report]) -> None:
    states = {one.task.code: one.status.value for one in sound[1].outcome.tasks}

    assert _by_status({code: status for code, status in states.items() if status != "done"}) == SOUND


def test_defects_leave_some_tasks_without_figures_or_evidence(
    faulty: tuple[Path, Report], sound: tuple[Path, Report]
) -> None:
    before = {one.task.code: one.status.value for one in sound[1].outcome.tasks}
    after = {one.task.code: one.status.value for one in faulty[1].outcome.tasks}

    assert _by_status({code: status for code, status in after.items() if status != before[code]}) == CHANGED


def _by_status(states: dict[str, str]) -> dict[str, str]:
    return {status: " ".join(code for code in states if states[code] == status) for status in set(states.values())}


def test_the_only_targets_of_the_plan_s_own_text_are_four() -> None:
    own = {(row["task"], row["measure"]) for row in source("plan/indicators.txt") if row["basis"] == "kế hoạch"}

    assert own == {
        ("II.2.11", "services_at_level_3_4"),
        ("II.4.12", "projects_with_board"),
        ("III.1.6", "reports_sent"),
        ("III.1.7", "reports_sent"),
    }


def test_the_villages_add_up_to_the_commune() -> None:
    villages = source("plan/villages.txt")
    sums = [sum(int(row[column]) for row in villages) for column in ("households", "people", "poor", "near_poor")]

    assert (len(villages), *sums) == (12, 2268, 9412, 187, 203)


# -- the figures, read by another library ------------------------------------------------


@pytest.fixture(scope="module")
def registers(sound: tuple[Path, Report]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """(unit, register) → its rows as openpyxl reads them."""
    read: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for unit, name in FILES.items():
        book = openpyxl.load_workbook(sound[0] / name, data_only=True)
        for sheet in book.worksheets:
            codes = [cell.value for cell in sheet[CODE_ROW]]
            if sheet.title in CODE_OF:
                rows = sheet.iter_rows(min_row=FIRST_ROW, values_only=True)
                read[unit, CODE_OF[sheet.title]] = [
                    {str(code): value for code, value in zip(codes, row, strict=True) if code} for row in rows
                ]
    return read


SUMS = source("sums.txt")


@pytest.mark.parametrize("line", SUMS, ids=lambda line: f"{line['unit']}-{line['register']}-{line['what']}")
def test_a_register_adds_up_to_its_figures(
    line: dict[str, str], registers: dict[tuple[str, str], list[dict[str, Any]]]
) -> None:
    rows = [row for row in registers[line["unit"], line["register"]] if _chosen(row, line["where"])]

    for column, until in (("to 20/05", date(2022, 5, 20)), ("to 31/10", date(2022, 10, 31)), ("to 14/11", AS_OF)):
        if line[column] != "–":
            inside = [row for row in rows if _until(row, line["on"], until)]
            columns = line["sum"].split(" + ")
            total = sum(row[one] or 0 for row in inside for one in columns) if line["sum"] else len(inside)
            assert total == float(line[column].replace(".", "").replace(",", "."))


def _chosen(row: dict[str, Any], where: str) -> bool:
    if not any(value for code, value in row.items() if not code.startswith("_")):
        return False
    for condition in filter(None, (part.strip() for part in where.split(";"))):
        column, _, values = (part.strip() for part in condition.partition(" = "))
        if fold(str(row[column] or "")) not in {fold(value) for value in values.split(" | ")}:
            return False
    return True


def _until(row: dict[str, Any], on: str, until: date) -> bool:
    if not on:
        return True
    value = row.get("to_day") or row[on]
    if isinstance(value, int | float):
        # A month: it is over when the next one begins.
        return value < until.month or (value == until.month and until.day == 31)
    return isinstance(value, datetime) and value.date() <= until


# -- personal names ------------------------------------------------------------------------


def test_planted_names_stand_in_their_own_cells_and_in_nothing_the_check_writes(faulty: tuple[Path, Report]) -> None:
    folder, report = faulty
    written = {name: text for name, text in _texts(folder) if any(planted in text for planted in PLANTED)}
    said = "\n".join([*report.screen("vi"), *report.screen("en"), json.dumps(report.answer("vi"), ensure_ascii=False)])

    # The copy of the file as it was, for `danvan undo`, holds what the file holds, and so does the one to hand back;
    # but where a denunciation tells who sent it in, none is laid ready to be sent.
    assert {Path(place.split("!")[0]).name for place in written} == {FILES["VP"], FILES["VANHOA"], "vanhoa.xlsx"}
    assert {text for text in written.values() if not _personal(text)} == set()
    assert [planted for planted in PLANTED if planted in said] == []
    # In their own cells they do stand.
    assert [planted for planted in PLANTED if not any(planted in text for text in written.values())] == []


def _personal(text: str) -> bool:
    """A planted cell of the sample's own source, as it was typed."""
    sources = (SOURCE / name for name in ("vp/reception.txt", "vp/petitions.txt", "vanhoa/awards.txt"))
    return any(text in path.read_text(encoding="utf-8") for path in sources)


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text in every file below the folder: cells of workbooks, other parts of them, plain files."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if not zipfile.is_zipfile(path):
            yield name, path.read_bytes().decode("utf-8", "replace")
            continue
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                yield from ((f"{name}!{sheet.title}!{one.coordinate}", str(one.value)) for one in row if one.value)
        with zipfile.ZipFile(path) as parts:
            for part in parts.namelist():
                if not part.startswith(("xl/worksheets/sheet", "xl/sharedStrings")):
                    yield f"{name}!{part}", parts.read(part).decode("utf-8", "replace")


# -- the shipped files -------------------------------------------------------------------------


@pytest.mark.skipif(not (SHIPPED / PLAN_FILE).exists(), reason="the checked files are not shipped yet")
def test_the_shipped_files_are_a_fresh_build_once_checked(faulty: tuple[Path, Report]) -> None:
    folder, _ = faulty

    for name in (PLAN_FILE, *FILES.values()):
        assert _values(SHIPPED / name) == _values(folder / name), name
        assert _members(SHIPPED / name) == _members(folder / name), name


def _values(path: Path) -> dict[tuple[str, str], Any]:
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _members(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as parts:
        return parts.namelist()
