"""Undo: a run's files get back their bytes, unless staff have worked since; and the next check knows of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import (
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    OFFICE,
    PLAN,
    RECEPTION,
    answer_of,
    check,
    danvan,
    edited,
    inputs,
    told,
    tree,
    written,
)

ALL = {PLAN, OFFICE, CULTURE, JUSTICE}
FAULT = ("DL03", OFFICE, FAULTY_CELL)


def test_undo_gives_every_file_its_bytes_back_the_plan_too(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    result = danvan("undo", folder)

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert result.output.splitlines() == [
        f"Đã trả lại như trước lượt kiểm tra 1: {name}" for name in (PLAN, JUSTICE, CULTURE, OFFICE)
    ] + ["Đã hoàn lại 4 tệp của lượt kiểm tra 1; 0 tệp giữ nguyên."]


def test_a_file_that_staff_worked_on_since_is_left_alone_and_named(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = 12
    theirs = (folder / OFFICE).read_bytes()
    result = danvan("undo", folder)

    assert result.exit_code == 1
    assert (
        "Giữ nguyên van-phong.xlsx: tệp đã được sửa hoặc chuyển đi sau lượt kiểm tra 1; trả lại sẽ mất phần mới nhập. "
        "(BM28)"
    ) in result.output.splitlines()
    assert result.output.splitlines()[-1] == "Đã hoàn lại 3 tệp của lượt kiểm tra 1; 1 tệp giữ nguyên."
    assert (folder / OFFICE).read_bytes() == theirs
    assert {name: sha for name, sha in inputs(folder).items() if name != OFFICE} == {
        name: sha for name, sha in before.items() if name != OFFICE
    }
    # The three others are no older copies, and nobody forgot that the fourth carries run 1.
    answer = answer_of(folder)
    assert (answer["exit"], told(answer)) == (0, [])
    assert written(answer) == ALL


def test_a_file_that_is_gone_is_told_and_the_others_given_back(folder: Path) -> None:
    check(folder)
    (folder / OFFICE).unlink()
    result = danvan("undo", folder)

    assert (result.exit_code, result.output.count("(BM28)")) == (1, 1)
    assert not (folder / OFFICE).exists()


def test_a_file_that_is_open_is_left_alone_and_can_be_undone_later(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    lock = folder / f".~lock.{OFFICE}#"
    lock.write_text("Chị Hoa,hoa,may-1,20.05.2022 08:00,file;", "utf-8")
    result = danvan("undo", folder)

    assert (
        "Giữ nguyên van-phong.xlsx: tệp đang được Chị Hoa mở. Đề nghị đóng tệp rồi chạy lại danvan undo. (BM10)"
        in result.output
    )
    lock.unlink()
    assert danvan("undo", folder).output.splitlines()[-1] == (
        "Đã hoàn lại 1 tệp của lượt kiểm tra 1; 0 tệp giữ nguyên."
    )
    assert inputs(folder) == before


def test_a_read_only_file_is_left_alone(folder: Path) -> None:
    check(folder)
    (folder / OFFICE).chmod(0o444)

    assert "van-phong.xlsx: tệp đang ở chế độ chỉ đọc." in danvan("undo", folder).output


def test_an_undo_that_was_killed_half_way_is_finished_by_the_next(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    (folder / OFFICE).write_bytes((folder / f".danvan/backup/0001/{OFFICE}").read_bytes())
    result = danvan("undo", folder)

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert result.output.splitlines()[-1] == "Đã hoàn lại 3 tệp của lượt kiểm tra 1; 0 tệp giữ nguyên."
    assert danvan("undo", folder).output == "Chưa có lượt kiểm tra nào để hoàn lại.\n"


def test_a_backup_that_is_not_whole_is_never_put_back(folder: Path) -> None:
    check(folder)
    left = (folder / OFFICE).read_bytes()
    (folder / f".danvan/backup/0001/{OFFICE}").write_bytes(b"PK half")
    (folder / f".danvan/backup/0001/{CULTURE}").unlink()
    result = danvan("undo", folder)

    assert (result.exit_code, result.output.count("không còn nguyên vẹn")) == (1, 2)
    assert (folder / OFFICE).read_bytes() == left


def test_a_file_that_cannot_be_given_back_keeps_its_run_the_last_one_and_the_way_past_it_is_told(folder: Path) -> None:
    check(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = 12
    with edited(folder / CULTURE) as book:
        book["Tin, bài"]["B7"] = "hôm qua"
    mended = inputs(folder)
    check(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = 13
    way = f"Gõ lại danvan undo vẫn là lượt 2 này. Muốn hoàn lại lượt trước đó: danvan undo {folder} --run 1"

    for restored in (2, 0, 0):
        result = danvan("undo", folder)
        assert (result.exit_code, result.output.splitlines()[-1]) == (1, way)
        assert f"Đã hoàn lại {restored} tệp của lượt kiểm tra 2; 1 tệp giữ nguyên." in result.output
    assert inputs(folder)[CULTURE] == mended[CULTURE]
    # The plan and the two others are as run 1 found them; of the office's workbook run 2 still stands in the way.
    result = danvan("undo", folder, "--run", "1")
    assert (result.exit_code, "Muốn hoàn lại" in result.output) == (1, False)


def test_a_damaged_backup_is_set_aside(folder: Path) -> None:
    check(folder)
    backup = folder / f".danvan/backup/0001/{OFFICE}"
    backup.write_bytes(b"PK half")

    assert danvan("undo", folder).exit_code == 1
    assert (backup.exists(), backup.with_name(f"{OFFICE}.hong").read_bytes()) == (False, b"PK half")


def test_a_damaged_record_is_set_aside_and_the_run_before_it_is_undone(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    (folder / ".danvan/runs/0002.json").write_text("{", "utf-8")
    result = danvan("undo", folder)

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert result.output.splitlines()[0].startswith(
        "Bản ghi nhớ của một lượt kiểm tra trước bị hỏng nên được để riêng ở “.danvan/runs/0002.json.hong”"
    )


def test_each_undo_goes_one_run_further_back(folder: Path) -> None:
    original = inputs(folder)
    check(folder)
    one = inputs(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = 12
    mended = inputs(folder)
    check(folder)

    assert danvan("undo", folder).exit_code == 0
    assert inputs(folder) == mended
    # Run 1 left the office's workbook otherwise than it now is: staff have worked on it.
    assert danvan("undo", folder).exit_code == 1
    assert {name for name, sha in inputs(folder).items() if sha == original[name]} == ALL - {OFFICE}
    assert one[PLAN] != original[PLAN]


def test_a_third_undo_says_that_there_is_nothing(folder: Path) -> None:
    check(folder)
    danvan("undo", folder)
    before = tree(folder)
    result = danvan("undo", folder)

    assert (result.exit_code, result.output) == (0, "Chưa có lượt kiểm tra nào để hoàn lại.\n")
    assert tree(folder) == before


def test_a_run_is_undone_by_its_number(folder: Path) -> None:
    before = inputs(folder)
    check(folder)
    check(folder)  # writes nothing
    result = danvan("undo", folder, "--run", "1")

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert told(answer_of(folder)) == [("DL03", OFFICE, "F8")]


@pytest.mark.parametrize("number", ["0", "2", "7"])
def test_a_run_that_wrote_nothing_or_never_was_is_told(folder: Path, number: str) -> None:
    check(folder)
    check(folder)
    left = inputs(folder)
    result = danvan("undo", folder, "--run", number)

    assert (result.exit_code, inputs(folder)) == (0, left)
    assert result.output.startswith(f"Không có gì để hoàn lại ở lượt kiểm tra {number}: chưa có lượt này")


def test_where_nothing_was_checked_there_is_nothing_to_undo_and_nothing_is_made(folder: Path) -> None:
    before = tree(folder)

    assert danvan("undo", folder).output == "Chưa có lượt kiểm tra nào để hoàn lại.\n"
    assert "There is no run to undo." in danvan("undo", folder, "--lang", "en").output
    assert (tree(folder), (folder / ".danvan").exists()) == (before, False)


def test_what_a_run_was_killed_over_keeps_its_first_backup(folder: Path) -> None:
    """A run that died after writing has no record; the next one takes another number and leaves its backups alone."""
    check(folder)
    kept = (folder / f".danvan/backup/0001/{OFFICE}").read_bytes()
    (folder / ".danvan/runs/0001.json").unlink()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = 12
    check(folder)

    assert (folder / f".danvan/backup/0001/{OFFICE}").read_bytes() == kept
    assert (folder / ".danvan/runs/0002.json").is_file()


KILLED = """
import os, sys
from datetime import date, datetime
from pathlib import Path
from danvan_xlsx.workspace import writing
from danvan_xlsx.workspace.run import Asked, run

kept, real = int(sys.argv[2]), writing.commit

def commit(prepared, backup):
    global kept
    if not kept:
        os._exit(9)
    kept -= 1
    real(prepared, backup)

writing.commit = commit
run(Asked(Path(sys.argv[1]), datetime(2022, 5, 20, 8), as_of=date(2022, 5, 20)), lambda *_: None)
"""


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_run_killed_between_two_files_can_be_undone(folder: Path, kept: int) -> None:
    before = inputs(folder)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(kept)], check=False, timeout=60)
    changed = [name for name, sha in inputs(folder).items() if sha != before.get(name, sha)]
    result = danvan("undo", folder)

    assert (killed.returncode, len(changed)) == (9, kept)
    assert (result.exit_code, inputs(folder)) == (0, before)
    assert check(folder).exit_code == 1
    assert told(answer_of(folder)) == [FAULT]


def test_after_a_killed_run_the_next_check_goes_on_as_if_it_had_not_been(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(folder), "2"], check=False, timeout=60)

    assert told(answer_of(folder)) == [FAULT]
    assert written(answer_of(folder)) == set()
