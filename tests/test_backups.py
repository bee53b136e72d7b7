"""What `.danvan` keeps: pruned by age and size but never the last, swept of what kills left, never in the way."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from danvan_xlsx.workspace import runs, upkeep
from danvan_xlsx.workspace.upkeep import BACKUP_DAYS, KEPT, RECORD_DAYS, prune, sweep_own
from tests.folders import NOW, OFFICE, RECEPTION, answer_of, check, danvan, edited, inputs, new_folder, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_folder(tmp_path / "danvan-2022", sound=True)


def recorded(folder: Path, count: int, *, days_apart: float = 1, kilobytes: int = 1) -> None:
    """So many runs, the last one now, each with a backup."""
    for number in range(1, count + 1):
        when = NOW - timedelta(days=(count - number) * days_apart)
        left = (runs.Left("a.xlsx", "VP", "x", "y", f".danvan/backup/{number:04}/a.xlsx"),)
        record = runs.save(folder, runs.Run(number, "2022-05-20", when.isoformat(), {}, left))
        backup = folder / f".danvan/backup/{number:04}"
        backup.mkdir(parents=True)
        (backup / "a.xlsx").write_bytes(b"x" * (kilobytes << 10))
        for path in (record, backup):
            os.utime(path, (when.timestamp(), when.timestamp()))


def backups(folder: Path) -> list[int]:
    return sorted(int(path.name) for path in (folder / ".danvan/backup").iterdir())


def test_backups_go_after_their_time_and_the_last_ones_stay_however_old(folder: Path) -> None:
    recorded(folder, 12, days_apart=BACKUP_DAYS / 5.5)
    prune(folder, NOW)
    assert backups(folder) == [7, 8, 9, 10, 11, 12]
    # Their records stay: they say what was seen.
    assert runs.numbers(folder) == list(range(1, 13))

    prune(folder, NOW + timedelta(days=4000))
    assert backups(folder) == list(range(13 - KEPT, 13))
    assert runs.numbers(folder) == list(range(13 - KEPT, 13))


def test_a_clock_that_runs_ahead_for_one_check_costs_no_recent_backup(folder: Path) -> None:
    recorded(folder, KEPT)
    prune(folder, datetime(2099, 1, 1))

    assert backups(folder) == runs.numbers(folder) == list(range(1, KEPT + 1))


def test_backups_that_take_too_much_room_go_but_never_the_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(folder, 6, kilobytes=400)
    monkeypatch.setattr(upkeep, "BACKUP_MB", 1)
    prune(folder, NOW)
    assert backups(folder) == [5, 6]

    monkeypatch.setattr(upkeep, "BACKUP_MB", 0)
    prune(folder, NOW)
    assert backups(folder) == [6]


def test_the_last_is_the_one_that_undo_would_give_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(folder, 6)
    runs.save(folder, runs.Run(7, "2022-05-20", "", {}))
    for number in (5, 6):
        runs.save(folder, runs.Run(number, "2022-05-20", "", {}, undone=True))
    monkeypatch.setattr(upkeep, "BACKUP_MB", 0)
    prune(folder, NOW)

    assert backups(folder) == [4, 5, 6]


def test_records_go_after_a_year_or_when_they_are_too_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 21):
        path = runs.save(folder, runs.Run(number, "2022-05-20", "", {"text": "x" * 300_000}))
        when = (NOW - timedelta(days=(20 - number) * RECORD_DAYS / 9.5)).timestamp()
        os.utime(path, (when, when))
    (broken := folder / ".danvan/runs/0002.json.hong").write_text("{")
    os.utime(broken, (0, 0))
    prune(folder, NOW)
    assert (runs.numbers_given(folder), broken.exists()) == (list(range(11, 21)), False)

    monkeypatch.setattr(upkeep, "RECORD_MB", 1)
    prune(folder, NOW)
    assert runs.numbers(folder) == [18, 19, 20]
    monkeypatch.setattr(upkeep, "RECORD_MB", 0)
    prune(folder, NOW)
    assert runs.numbers(folder) == [20]


def test_nothing_of_others_is_pruned(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(folder, 3)
    (elsewhere := tmp_path / "elsewhere").mkdir()
    (elsewhere / "a.xlsx").write_bytes(b"x")
    (folder / ".danvan/backup/0000").symlink_to(elsewhere, target_is_directory=True)
    (folder / ".danvan/backup/cua-toi").mkdir()
    (folder / ".danvan/runs/ghi-chu.json").write_text("{}")
    monkeypatch.setattr(upkeep, "BACKUP_MB", 0)
    monkeypatch.setattr(upkeep, "RECORD_MB", 0)
    prune(folder, NOW)

    assert {path.name for path in (folder / ".danvan/backup").iterdir()} == {"0000", "0003", "cua-toi"}
    assert ((elsewhere / "a.xlsx").exists(), (folder / ".danvan/runs/ghi-chu.json").exists()) == (True, True)


def test_a_check_prunes_and_what_is_left_can_be_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "BACKUP_MB", 0)
    for people in (2, 3, 4):
        with edited(folder / OFFICE) as book:
            book[RECEPTION]["F7"] = f"{people} người"
        before = inputs(folder)
        check(folder)
        assert backups(folder) == [people - 1]

    assert (danvan("undo", folder).exit_code, inputs(folder)) == (0, before)
    result = danvan("undo", folder)
    assert (result.exit_code, "bản lưu cũ được dọn dần" in result.output) == (1, True)


def test_a_backup_that_cannot_be_removed_is_in_nobodys_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **more: object) -> None:
        raise PermissionError

    recorded(folder, 3)
    monkeypatch.setattr(upkeep, "BACKUP_MB", 0)
    monkeypatch.setattr(upkeep.shutil, "rmtree", fail)

    prune(folder, NOW)
    assert (check(folder).exit_code, backups(folder)) == (0, [1, 2, 3, 4])


def test_what_killed_runs_left_is_swept(folder: Path) -> None:
    check(folder)
    before = set(folder.rglob("*"))
    ours = [
        ".danvan/backup/0001/.~danvan-12-ab.tmp",
        ".danvan/backup/0001/so/.~danvan-12-ab.tmp",
        ".danvan/backup/.~danvan-12-ab.tmp",
        ".danvan/runs/0002.tmp",
        ".danvan/reports/0001.tmp",
        "nhan-ve/.~danvan-12-ab.tmp",
        "khong-dung/.~danvan-12-ab.tmp",
        "ket-qua/tra-lai/.~danvan-12-ab.tmp",
        ".~danvan-12-ab.tmp",
    ]
    theirs = ["nhan-ve/cua-toi.tmp", "khong-dung/a.tmp", ".danvan/backup/0001/a.tmp"]
    for name in (*ours, *theirs):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"half")

    check(folder, "--dry-run")
    assert all((folder / name).exists() for name in (*ours, *theirs))
    check(folder)
    assert [name for name in (*ours, *theirs) if (folder / name).exists()] == theirs
    assert before <= set(folder.rglob("*"))
    sweep_own(folder.parent / "nowhere")


def test_a_record_of_a_newer_program_is_read_without_what_it_has_added(folder: Path) -> None:
    check(folder)
    path = folder / ".danvan/runs/0001.json"
    record = json.loads(path.read_text("utf-8"))
    record["later"] = 1
    for one in (*record["left"], *record["seen"].values()):
        one["later"] = 1
    path.write_text(json.dumps(record), "utf-8")

    assert told(answer_of(folder)) == []
    assert danvan("undo", folder).exit_code == 0


def test_a_record_of_an_older_program_knows_no_versions_and_is_read(folder: Path) -> None:
    check(folder)
    path = folder / ".danvan/runs/0001.json"
    record = json.loads(path.read_text("utf-8"))
    for one in record["left"]:
        del one["received"]
    for one in record["seen"].values():
        del one["versions"], one["origin"]
    path.write_text(json.dumps(record), "utf-8")

    run = runs.load(folder, 1)
    assert run is not None
    assert {(one.content, one.origin) for one in run.seen.values()} == {("", "")}
    assert told(answer_of(folder)) == []


def test_a_record_that_cannot_be_read_for_the_moment_is_not_set_aside(folder: Path) -> None:
    check(folder)
    (folder / ".danvan/runs/0002.json").mkdir()

    assert runs.set_aside_damaged(folder) == []
    assert (folder / ".danvan/runs/0002.json").is_dir()
