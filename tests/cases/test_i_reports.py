"""Cases I: reports, letters, the level above."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.report.periodic import assembly
from danvan_xlsx.report.periodic.adding_up import apart
from danvan_xlsx.report.periodic.figures import ReportFigure, people
from danvan_xlsx.workspace.run import Asked, run
from tests.folders import (
    AS_OF,
    CULTURE,
    FILES,
    JUSTICE,
    NEWS,
    NOW,
    OFFICE,
    PLAN,
    check,
    danvan,
    edited,
    inputs,
    opened,
    tree,
)

INSIDE = "bao-cao/2022-6T/noi-bo-2022-6T.xlsx"


def report(folder: Path) -> Any:
    return danvan("report", folder, "--period", "6T", "--as-of", AS_OF.isoformat())


def inside(folder: Path, sheet: str) -> list[tuple[Any, ...]]:
    """The lines of a sheet of the workbook that stays in the office."""
    return list(opened(folder / INSIDE)[sheet].iter_rows(values_only=True))


def test_case_i1_what_is_handed_out_holds_values_and_no_formula(folder: Path) -> None:
    """A preview in Zalo, on a phone or in Protected View works nothing out: there is nothing to work out."""
    check(folder)
    for path in (folder / "ket-qua/tong-hop.xlsx", folder / OFFICE, folder / PLAN):
        cells = [one for sheet in opened(path) for row in sheet.iter_rows() for one in row]
        assert [one.coordinate for one in cells if one.data_type == "f"] == []
        assert "calcChain" not in " ".join(zipfile.ZipFile(path).namelist())
    assert any(one.value == 1 for row in opened(folder / OFFICE)["Tổng hợp"].iter_rows() for one in row)


# -- I6 ------------------------------------------------------------------------------------


def test_case_i6_the_sum_of_the_units_is_held_against_the_report_and_printed(sound: Path) -> None:
    said = report(sound)
    (_, _, (check_line, *_), head, *lines) = inside(sound, "Nguồn số liệu")

    assert (said.exit_code, "BẢN NHÁP" in said.output) == (0, False)
    assert check_line == (
        "Kiểm tra cộng: cả 4 số liệu của báo cáo bằng tổng số liệu của các đơn vị; không ô nào được tính hai lần."
    )
    assert [dict(zip(head, line, strict=True))["Số cộng vào"] for line in lines] == ["3", "3", "15", "1"]


def test_case_i6_what_is_counted_twice_is_told_with_both_sums_and_makes_a_draft(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubled(*asked: Any) -> tuple[ReportFigure, ...]:
        """As if a session that stands in two lists were counted in both."""
        found = people(*asked)
        (visits,) = found[0].parts
        return (found[0]._replace(actual=2 * len(visits), parts=((*visits, *visits),)), *found[1:])

    monkeypatch.setattr(assembly, "people", doubled)
    said = report(sound)
    told = "Số liệu “Lượt tiếp công dân”: các đơn vị cộng lại là 3, báo cáo ghi 6."

    assert (said.exit_code, said.output.splitlines()[-1]) == (1, f"– {told}")
    assert inside(sound, "Nguồn số liệu")[2][0] == (
        f"Kiểm tra cộng: có số liệu của báo cáo khác tổng số liệu của các đơn vị, chưa nên ký, gửi. {told}"
    )


def test_case_i6_a_share_and_a_figure_of_nothing_are_held_against_their_units_too() -> None:
    nought = ReportFigure("a", "Không có gì", "đơn", 0, ((),))
    nothing = ReportFigure("b", "Tỷ lệ", "%", None, ((), ()), share=True)

    assert list(apart([nought, nothing, nought._replace(actual=None, parts=())])) == []
    assert [one.vi for one in apart([nothing._replace(actual=50.0), nought._replace(actual=2)])] == [
        "Số liệu “Tỷ lệ”: các đơn vị cộng lại là –, báo cáo ghi 50.",
        "Số liệu “Không có gì”: các đơn vị cộng lại là 0, báo cáo ghi 2.",
    ]


# -- I7 ------------------------------------------------------------------------------------


def test_case_i7_progress_is_told_for_every_workbook(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    run(Asked(folder, NOW, as_of=AS_OF), lambda *step: told.append(step))

    assert told == [(1, 3, JUSTICE), (2, 3, CULTURE), (3, 3, OFFICE)]


# -- I12 -----------------------------------------------------------------------------------


def test_case_i12_a_run_keeps_the_exact_files_that_it_read_with_their_hashes(folder: Path) -> None:
    before = inputs(folder)
    check(folder)

    record = json.loads((folder / ".danvan/runs/0001.json").read_text("utf-8"))
    assert {one["file"]: one["before"] for one in record["left"]} == before
    assert {one["file"]: one["sha256"] for one in record["left"]} == inputs(folder)
    for one in record["left"]:
        assert sha256((folder / one["backup"]).read_bytes()).hexdigest() == one["before"]
    assert {unit: seen["sha256"] for unit, seen in record["seen"].items()} == {
        unit: inputs(folder)[name] for unit, name in {**FILES, "": PLAN}.items()
    }


def test_case_i12_the_internal_workbook_names_each_file_of_the_report_with_its_checksum(sound: Path) -> None:
    def sources() -> dict[str, str]:
        return {line[0]: line[3] for line in inside(sound, "Tệp nguồn")[4:]}

    before = {name: sha for name, sha in tree(sound).items() if "/" not in name}
    report(sound)
    assert sources() == before
    assert set(before) == {PLAN, *FILES.values()}

    # One cell typed since is another file, and of the others nothing has changed.
    with edited(sound / CULTURE) as book:
        book[NEWS]["D9"] = "Tin thứ ba (sửa)"
    report(sound)
    assert {name for name, sha in sources().items() if before[name] != sha} == {CULTURE}
