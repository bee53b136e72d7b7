"""One run per folder, and no lock that outlives the program that took it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from danvan_xlsx.workspace.lock import Busy, held
from tests.folders import check, danvan, inputs, new_folder

_HOLDING = """
import sys
from datetime import datetime
from pathlib import Path
from danvan_xlsx.workspace.lock import held

with held(Path(sys.argv[1]), datetime(2022, 5, 20, 8, 0)):
    print("held", flush=True)
    sys.stdin.readline()
"""
NOW = datetime(2022, 5, 20, 8, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_folder(tmp_path / "danvan-2022")


def _holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_while_one_run_works_another_stops_and_says_who_works(folder: Path) -> None:
    before = inputs(folder)
    with _holder(folder) as process:
        result = check(folder)
        undone = danvan("undo", folder)
        looked = check(folder, "--dry-run")
        english = check(folder, "--lang", "en")
        process.communicate("\n")

    assert (result.exit_code, inputs(folder)) == (2, before)
    assert result.stdout == ""
    assert result.stderr.startswith("Thư mục này đang được máy ")
    assert result.stderr.endswith(
        " (từ 08:00 20/05/2022) kiểm tra. Đề nghị chờ lần kiểm tra đó xong rồi chạy lại. (BM37)\n"
    )
    assert "This folder is being checked by the computer " in english.stderr
    # No run yet, so nothing to undo; looking needs no lock.
    assert (undone.exit_code, looked.exit_code) == (0, 1)


def test_an_undo_too_waits_for_no_other_run(folder: Path) -> None:
    check(folder)
    with _holder(folder) as process:
        undone = danvan("undo", folder)
        process.communicate("\n")

    assert (undone.exit_code, "(BM37)" in undone.stderr) == (2, True)
    assert danvan("undo", folder).exit_code == 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has another way to kill")
def test_the_lock_of_a_killed_run_blocks_nobody(folder: Path) -> None:
    with _holder(folder) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    assert (folder / ".danvan/lock").read_text("utf-8").endswith("08:00 20/05/2022")
    assert check(folder).exit_code == 1
    assert (folder / ".danvan/lock").read_text("utf-8") == ""


def test_a_lock_that_does_not_say_whose_it_is(tmp_path: Path) -> None:
    with held(tmp_path, NOW):
        (tmp_path / ".danvan/lock").write_text("")
        with pytest.raises(Busy) as busy, held(tmp_path, NOW):
            pass

    assert busy.value.who.vi == "một máy khác"


def test_a_run_that_failed_lets_the_folder_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), held(tmp_path, NOW):
        raise KeyError
    with held(tmp_path, NOW):
        assert (tmp_path / ".danvan/lock").exists()
