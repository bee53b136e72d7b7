"""The commands as a clerk runs them: what they print, write and leave alone, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import click
import pytest

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.cli import main
from tests.folders import (
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    NEWS,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    inputs,
    resaved,
    states,
    told,
    tree,
    written,
)
from tests.looking import needs_office

ALL = {PLAN, OFFICE, CULTURE, JUSTICE}
FAULT = ("DL03", OFFICE, FAULTY_CELL)


# -- the main job ----------------------------------------------------------------------


def test_a_check_writes_into_every_file_and_asks_to_mend(folder: Path) -> None:
    before = inputs(folder)
    answer = answer_of(folder)

    assert (answer["exit"], told(answer), written(answer)) == (1, [FAULT], ALL)
    after = inputs(folder)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == ALL
    assert cell(folder / OFFICE, RECEPTION, "A8") == "Cần sửa"
    assert cell(folder / OFFICE, RECEPTION, "A7") == "Đạt"
    assert cell(folder / CULTURE, NEWS, "A7") == "Đạt"
    assert cell(folder / OFFICE, "Tổng hợp", "B3") == 1


def test_the_answer_is_kept_and_the_summary_drawn(folder: Path) -> None:
    answer = answer_of(folder)

    record = json.loads((folder / ".danvan/runs/0001.json").read_text("utf-8"))
    assert record["answer"] == {name: value for name, value in answer.items() if name != "exit"}
    assert set(tree(folder)) == {
        *ALL,
        ".danvan/lock",
        ".danvan/runs/0001.json",
        "ket-qua/tong-hop.xlsx",
        "ket-qua/tra-lai/vp.xlsx",
        *(f".danvan/backup/0001/{name}" for name in ALL),
    }


def test_a_sound_folder_has_nothing_to_mend(sound: Path) -> None:
    answer = answer_of(sound)

    assert (answer["exit"], told(answer)) == (0, [])
    assert check(sound).output.splitlines()[-1] == "Không có gì phải sửa."


def test_a_second_check_writes_nothing(folder: Path) -> None:
    check(folder)
    after_one = inputs(folder)
    answer = answer_of(folder)

    assert (inputs(folder), written(answer), told(answer)) == (after_one, set(), [FAULT])


@needs_office
def test_a_check_after_libreoffice_saved_a_file_writes_nothing(folder: Path, tmp_path: Path) -> None:
    check(folder)
    resaved(folder / OFFICE, tmp_path)
    saved = inputs(folder)
    answer = answer_of(folder)

    assert (inputs(folder), written(answer), told(answer)) == (saved, set(), [FAULT])


def test_a_look_only_writes_nothing_at_all(folder: Path) -> None:
    before = tree(folder)
    result = check(folder, "--dry-run")

    assert (result.exit_code, tree(folder), sorted(path.name for path in folder.iterdir())) == (1, before, sorted(ALL))
    assert result.output.splitlines()[-1] == "Chỉ xem, chưa ghi gì."


def test_named_files_limit_what_is_written_and_listed(folder: Path) -> None:
    before = inputs(folder)
    answer = answer_of(folder / CULTURE)

    assert (answer["exit"], told(answer), states(answer)) == (0, [], {CULTURE: "checked"})
    changed = {name for name, sha in inputs(folder).items() if before[name] != sha}
    assert changed == {CULTURE}
    # All of the folder was read: the tasks of the other units have their status.
    assert {one["code"]: one["status"] for one in answer["tasks"]}["II.3.2"] == "nothing_arose"


def test_a_missing_unit_is_not_the_matter_of_a_file_that_was_named(folder: Path) -> None:
    (folder / JUSTICE).unlink()

    assert check(folder / CULTURE).exit_code == 0
    assert check(folder).exit_code == 1


def test_named_files_in_a_subfolder_belong_to_the_folder_that_was_checked_before(folder: Path) -> None:
    (folder / "van-hoa").mkdir()
    (folder / CULTURE).rename(folder / "van-hoa" / CULTURE)
    check(folder)

    answer = answer_of(folder / "van-hoa" / CULTURE)

    assert (answer["exit"], states(answer)) == (0, {f"van-hoa/{CULTURE}": "checked"})


def test_files_of_two_subfolders_are_checked_in_the_folder_above(folder: Path) -> None:
    for name in (OFFICE, CULTURE):
        (folder / name[:3]).mkdir(exist_ok=True)
        (folder / name).rename(folder / name[:3] / name)

    answer = answer_of(folder / "van" / OFFICE, "--dry-run", folder / PLAN)

    assert (answer["exit"], states(answer)) == (1, {f"van/{OFFICE}": "checked", PLAN: "checked"})


def test_a_file_that_is_no_workbook_of_the_folder_is_never_called_in_order(folder: Path) -> None:
    (folder / "khong-dung").mkdir()
    (folder / CULTURE).rename(folder / "khong-dung" / CULTURE)
    (folder / "ghi-chu.txt").write_text("Chào", "utf-8")
    check(folder)

    for name in (f"khong-dung/{CULTURE}", "ghi-chu.txt"):
        result = check(folder / name)
        assert result.exit_code == 2
        assert f"“{name}” không thuộc các sổ được kiểm tra" in result.output


def test_what_is_not_there_and_what_is_mixed_up_is_said_so(folder: Path) -> None:
    assert "Không thấy “khong-co”." in danvan("check", "khong-co").output
    assert danvan("check", "khong-co").exit_code == danvan("undo", "khong-co").exit_code == 2
    mixed = danvan("check", folder, folder / PLAN)
    assert mixed.exit_code == 2
    assert "Đề nghị ghi một thư mục, hoặc các tệp của cùng một thư mục." in mixed.output


def test_without_a_folder_the_present_one_is_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert danvan("check", "--as-of", "20/05/2022").exit_code == 1
    assert (folder / "ket-qua/tong-hop.xlsx").exists()
    assert danvan("check", CULTURE, "--as-of", "20/05/2022").exit_code == 0


# -- options -----------------------------------------------------------------------------


def test_a_period_of_the_plan_ends_the_figures(folder: Path) -> None:
    def news_of_the_second_quarter(*options: str) -> list[float]:
        (task,) = (one for one in answer_of(folder, "--dry-run", *options)["tasks"] if one["code"] == "II.3.1")
        return [one["actual"] for one in task["indicators"] if one["period"]["from"] == "2022-04-01"]

    with edited(folder / CULTURE) as book:
        book[NEWS]["B9"] = datetime(2022, 5, 18)
    assert news_of_the_second_quarter() == [1]
    assert news_of_the_second_quarter("--period", "6T") == [0]


def test_a_period_that_the_plan_has_not_is_named_with_those_it_has(folder: Path) -> None:
    result = check(folder, "--period", "9T")

    assert result.exit_code == 2
    assert "Kế hoạch không có kỳ “9T”; các kỳ của kế hoạch: 6T." in result.output
    assert "The plan has no period “9T”; its periods: 6T." in check(folder, "--period", "9T", "--lang", "en").output


def test_with_strict_a_warning_too_is_something_to_mend(sound: Path) -> None:
    (sound / "so-cu.xlsx").mkdir()

    assert told(answer_of(sound)) == [("BM06", "so-cu.xlsx", None)]
    assert (check(sound).exit_code, check(sound, "--strict").exit_code) == (0, 1)


def test_the_answer_is_one_object_and_nothing_else(folder: Path) -> None:
    answer = answer_of(folder)

    assert (answer["version"], answer["as_of"], answer["commune"], answer["year"]) == (
        1,
        "2022-05-20",
        "minh-son",
        2022,
    )
    assert answer["findings"] == [
        {
            "code": "DL03",
            "severity": "error",
            "concern": "data",
            "file": OFFICE,
            "sheet": RECEPTION,
            "cell": FAULTY_CELL,
            "value": "12 người",
            "message": "Ô F8 ghi “12 người”; cột Số người chỉ ghi số.",
            "remedy": "Đề nghị ghi 12.",
            "accepted": None,
            "explained": False,
        }
    ]
    assert answer["totals"] == {
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "tasks": 4,
        "by_status": {"done": 1, "not_due": 2, "nothing_arose": 1},
    }


def test_a_stop_too_is_one_object(tmp_path: Path) -> None:
    result = danvan("check", tmp_path, "--format", "json")

    assert result.exit_code == 2
    assert [one["code"] for one in json.loads(result.stdout)["stopped"]] == ["BM36"]


def test_english_is_spoken_where_asked_for(folder: Path) -> None:
    screen = check(folder, "--lang", "en").output

    assert "TO MEND FIRST: errors 1, warnings 0, notes 0" in screen
    assert answer_of(folder, "--lang", "en")["findings"][0]["remedy"] == "Please type: 12."


def test_redirected_output_is_utf_8_whatever_the_computer_speaks(folder: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    command = [sys.executable, "-m", "danvan_xlsx", "check", str(folder), "--as-of", "2022-05-20"]
    for coding in ({"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}):
        done = subprocess.run(command, env={**bare, **coding}, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "CẦN SỬA TRƯỚC: 1 lỗi, 0 cảnh báo, 0 lưu ý" in done.stdout.decode("utf-8")


# -- the forms -----------------------------------------------------------------------------


def test_forms_draws_each_workbook_the_slips_and_the_launcher(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu-mau"
    result = danvan("forms", folder / PLAN, "--out", out, "--paper")

    assert result.exit_code == 0
    names = ["kiem-tra.cmd", "phieu-thon.xlsx", "tuphap.xlsx", "vanhoa.xlsx", "vp.xlsx"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert sorted(result.output.splitlines()) == [f"Đã lập: {out / name}" for name in names]
    launcher = (out / "kiem-tra.cmd").read_bytes()
    assert launcher.count(b"\n") == launcher.count(b"\r\n") > 10


def test_forms_drawn_are_a_folder_that_can_be_checked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu-mau"
    danvan("forms", folder / PLAN, "--out", out)
    (folder / PLAN).rename(out / PLAN)

    answer = answer_of(out, as_of=date(2022, 3, 1))

    assert (answer["exit"], told(answer)) == (0, [])
    assert set(states(answer).values()) == {"checked"}


def test_forms_never_overwrites(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "bieu-mau"
    out.mkdir()
    (out / "vp.xlsx").write_bytes(b"typed for months")
    result = danvan("forms", folder / PLAN, "--out", out)

    assert (out / "vp.xlsx").read_bytes() == b"typed for months"
    assert f"Giữ nguyên, không ghi đè: {out / 'vp.xlsx'}" in result.output
    assert f"Đã lập: {out / 'vanhoa.xlsx'}" in result.output


def test_forms_of_a_plan_that_is_not_there_says_so(folder: Path, tmp_path: Path) -> None:
    result = danvan("forms", folder / "khong-co.xlsx", "--out", tmp_path / "bieu-mau")

    assert (result.exit_code, f"Không thấy “{folder / 'khong-co.xlsx'}”" in result.stderr) == (2, True)


@pytest.mark.parametrize(("file", "code"), [(OFFICE, "BM31"), ("rong.xlsx", "BM05"), (".", "BM07")])
def test_forms_of_what_is_no_plan_stops(folder: Path, tmp_path: Path, file: str, code: str) -> None:
    (folder / "rong.xlsx").touch()
    result = danvan("forms", folder / file, "--out", tmp_path / "bieu-mau")

    assert result.exit_code == 2
    assert result.stderr.strip().endswith(f"({code})")
    assert not (tmp_path / "bieu-mau").exists()


def test_forms_into_a_place_that_is_a_file_stops(folder: Path) -> None:
    result = danvan("forms", folder / PLAN, "--out", folder / OFFICE)

    assert (result.exit_code, result.stderr.strip()[-6:]) == (2, "(BM33)")


# -- codes and help ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_code_is_listed_and_explained(lang: str) -> None:
    listed = danvan("codes", "--lang", lang).output.splitlines()

    assert [line.split()[0] for line in listed] == list(catalogue())
    for code in catalogue():
        told_of = danvan("explain", code.lower(), "--lang", lang)
        assert (told_of.exit_code, told_of.output.split()[0]) == (0, code)
        assert "{" not in told_of.output


def test_an_unknown_code_is_told_with_the_near_one() -> None:
    result = danvan("explain", "DL3")

    assert result.exit_code == 2
    assert "Không có mã “DL3”; gần giống: DL03." in result.output
    assert "There is no code “bm-1”; did you mean BM01?" in danvan("explain", "bm-1", "--lang", "en").output
    assert "Không có mã “xyz”; xem danvan codes." in danvan("explain", "xyz").output


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    shown = danvan(command, "--help").output

    assert f"danvan {command}" in shown.split("Ví dụ:")[1]
    assert isinstance(main, click.Group)


def test_the_page_of_a_code_may_be_the_communes_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/ma-loi.txt").write_text("Mã {{ code }}", "utf-8")
    monkeypatch.chdir(folder)

    assert danvan("explain", "BM01").output.strip() == "Mã BM01"
