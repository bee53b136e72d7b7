"""One run per folder, and no lock that outlives the program that took it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO

import pytest

from danvan_xlsx.workspace.lock import STALE_MINUTES, STAND_IN, Busy, held
from tests.folders import check, danvan, inputs

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


# -- a drive without locks -----------------------------------------------------------------


def without_locks(code: int) -> Callable[[IO[str]], None]:
    def refuse(file: IO[str]) -> None:
        raise OSError(code, "as some network drives answer")

    return refuse


NO_LOCKS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EIO, None]


@pytest.mark.parametrize("code", NO_LOCKS)
def test_a_drive_without_locks_is_checked_all_the_same_one_run_at_a_time(tmp_path: Path, code: int) -> None:
    refuse = without_locks(code)
    for _ in range(2):
        with held(tmp_path, NOW, refuse):
            assert (tmp_path / STAND_IN).read_text("utf-8").endswith("08:05 20/05/2022")
            with pytest.raises(Busy) as busy, held(tmp_path, NOW, refuse):
                pass
            assert busy.value.who.vi.endswith("(từ 08:05 20/05/2022)")
        assert sorted(path.name for path in (tmp_path / ".danvan").iterdir()) == ["lock"]


@pytest.mark.parametrize("code", [errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK])
def test_a_lock_that_another_holds_is_no_drive_without_locks(tmp_path: Path, code: int) -> None:
    with pytest.raises(Busy), held(tmp_path, NOW, without_locks(code)):
        pass
    assert not (tmp_path / STAND_IN).exists()


def test_the_file_of_a_run_that_was_killed_there_is_taken_over_after_a_while(tmp_path: Path) -> None:
    refuse = without_locks(errno.ENOLCK)
    stand_in = tmp_path / STAND_IN
    stand_in.parent.mkdir()
    stand_in.write_text("may-1\n07:00 20/05/2022", "utf-8")
    with pytest.raises(Busy, match="may-1"), held(tmp_path, NOW, refuse):
        pass
    hour_ago = stand_in.stat().st_mtime - (STALE_MINUTES + 1) * 60
    os.utime(stand_in, (hour_ago, hour_ago))

    with held(tmp_path, NOW, refuse):
        assert stand_in.read_text("utf-8").endswith("08:05 20/05/2022")
    assert sorted(path.name for path in (tmp_path / ".danvan").iterdir()) == ["lock"]


def test_of_a_stand_in_that_another_has_taken_over_nothing_is_removed(tmp_path: Path) -> None:
    with held(tmp_path, NOW, without_locks(errno.ENOLCK)):
        (tmp_path / STAND_IN).write_text("may-2\n08:20 20/05/2022", "utf-8")

    assert (tmp_path / STAND_IN).read_text("utf-8").startswith("may-2")


def test_where_not_even_a_file_can_be_made_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".danvan").write_text("no folder")
    with pytest.raises(OSError, match=r"\.danvan"), held(tmp_path, NOW):
        pass


def test_a_run_that_failed_lets_the_folder_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), held(tmp_path, NOW):
        raise KeyError
    with held(tmp_path, NOW):
        assert (tmp_path / ".danvan/lock").exists()
