"""Killed at any call to the disk, a disk that is full, a folder that refuses: every workbook is whole, old or new."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.folders import (
    AS_OF,
    CULTURE,
    JUSTICE,
    OFFICE,
    PLAN,
    check,
    danvan,
    inputs,
    new_folder,
    tree,
)

if os.name == "nt":
    pytest.skip("children are forked here", allow_module_level=True)

from tests import fire

Work = Callable[[Path], int]


def one_file(folder: Path) -> int:
    return danvan("check", folder / OFFICE, "--as-of", AS_OF.isoformat()).exit_code


def undone(folder: Path) -> int:
    return danvan("undo", folder).exit_code


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was never checked."""
    return new_folder(tmp_path_factory.mktemp("moi") / "xa")


@pytest.fixture(scope="module")
def checked(fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after a check of one file."""
    folder = copytree(fresh, tmp_path_factory.mktemp("xong") / "xa")
    assert one_file(folder) == 1
    return folder


def copies(source: Path, where: Path, work: Work) -> Iterator[tuple[int, Path]]:
    """A copy of a folder for each call to the disk that the work in it makes."""
    sound = copytree(source, where / "0")
    calls = fire.calls_of(lambda: work(sound), sound)
    assert len(calls) > 5
    for number in range(1, len(calls) + 1):
        yield number, copytree(source, where / str(number))


def backups(folder: Path) -> dict[str, str]:
    return {name: sha for name, sha in tree(folder).items() if "/backup/" in name}


def temporary(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".~danvan-*")]


# -- killed ---------------------------------------------------------------------------


def test_killed_at_any_call_a_check_leaves_whole_files_and_the_next_one_finishes_it(
    fresh: Path, checked: Path, tmp_path: Path
) -> None:
    before, after = inputs(fresh), inputs(checked)
    seen = set()
    for number, folder in copies(fresh, tmp_path, one_file):
        status = fire.in_trouble(lambda at=folder: one_file(at), folder, fire.killed_at(number))

        assert status == -signal.SIGKILL
        now = {name: sha for name, sha in inputs(folder).items() if not Path(name).name.startswith(".~danvan-")}
        assert now in (before, after), number
        # What was replaced can be had back.
        assert now == before or before[OFFICE] in backups(folder).values(), number
        seen.add(now == after)
        assert one_file(folder) == 1
        assert inputs(folder) == after, number
        assert temporary(folder) == [], number
    assert seen == {True, False}


def test_killed_at_any_call_an_undo_leaves_whole_files_and_the_next_one_finishes_it(
    fresh: Path, checked: Path, tmp_path: Path
) -> None:
    before, after = inputs(fresh), inputs(checked)
    for number, folder in copies(checked, tmp_path, undone):
        status = fire.in_trouble(lambda at=folder: undone(at), folder, fire.killed_at(number))

        assert status == -signal.SIGKILL
        now = {name: sha for name, sha in inputs(folder).items() if not Path(name).name.startswith(".~danvan-")}
        assert now in (before, after), number
        assert undone(folder) == 0
        assert inputs(folder) == before, number


@pytest.mark.parametrize("largest", [1, 3_000, 9_000, 20_000])
def test_killed_in_the_middle_of_writing_a_file_nothing_half_written_takes_a_place(
    largest: int, fresh: Path, checked: Path, tmp_path: Path
) -> None:
    folder = copytree(fresh, tmp_path / "xa")

    def until_the_signal() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        return one_file(folder)

    fire.in_trouble(until_the_signal, folder, fire.nothing, largest=largest)

    for name, sha in inputs(folder).items():
        assert Path(name).name.startswith(".~danvan-") or sha in (inputs(fresh)[name], inputs(checked)[name])
    assert (one_file(folder), inputs(folder), temporary(folder)) == (1, inputs(checked), [])


# -- a disk that is full or refuses -----------------------------------------------------


def test_a_disk_that_fails_at_any_call_is_told_and_every_file_is_whole(
    fresh: Path, checked: Path, tmp_path: Path
) -> None:
    before, after = inputs(fresh), inputs(checked)
    for number, folder in copies(fresh, tmp_path, one_file):
        status = fire.in_trouble(lambda at=folder: one_file(at), folder, fire.failing_at(number, errno.ENOSPC))

        assert status in (1, 2), number
        assert inputs(folder) in (before, after), number
        assert (one_file(folder), inputs(folder), temporary(folder)) == (1, after, []), number


@pytest.mark.parametrize("largest", [0, 1, 3_000, 9_000, 20_000])
def test_a_disk_that_is_full_is_told_and_every_file_is_whole(
    largest: int, fresh: Path, checked: Path, tmp_path: Path
) -> None:
    folder = copytree(fresh, tmp_path / "xa")

    status = fire.in_trouble(lambda: one_file(folder), folder, fire.nothing, largest=largest)

    assert status in (1, 2)
    for name, sha in inputs(folder).items():
        assert sha in (inputs(fresh)[name], inputs(checked)[name])
    assert (one_file(folder), inputs(folder)) == (1, inputs(checked))


@pytest.mark.parametrize("error", [errno.EACCES, errno.EXDEV, errno.EBUSY], ids=os.strerror)
def test_in_a_folder_where_nothing_can_be_renamed_the_check_says_so(error: int, fresh: Path, tmp_path: Path) -> None:
    folder = copytree(fresh, tmp_path / "xa")
    said = tmp_path / "said.txt"

    def work() -> int:
        result = check(folder)
        said.write_text(result.stderr)
        return result.exit_code

    assert fire.in_trouble(work, folder, fire.failing("os.rename", error)) == 2
    assert "(BM33)" in said.read_text()
    assert (inputs(folder), temporary(folder)) == (inputs(fresh), [])


def test_one_workbook_whose_place_cannot_be_taken_does_not_stop_the_others(fresh: Path, tmp_path: Path) -> None:
    """The rename of each file in turn is refused: that one is told, the others are written."""
    sound = copytree(fresh, tmp_path / "sound")
    renames = [
        n for n, name in enumerate(fire.calls_of(lambda: check(sound).exit_code, sound), 1) if name == "os.rename"
    ]
    refused = set()
    for number in renames:
        folder = copytree(fresh, tmp_path / str(number))
        fire.in_trouble(lambda at=folder: check(at).exit_code, folder, fire.failing_at(number, errno.EACCES))
        now = {name for name, sha in inputs(folder).items() if sha != inputs(fresh)[name]}
        refused |= {PLAN, OFFICE, CULTURE, JUSTICE} - now if len(now) == 3 else set()

    assert refused == {PLAN, OFFICE, CULTURE, JUSTICE}


# -- others at work ---------------------------------------------------------------------


def test_two_checks_at_once_are_one_check(fresh: Path, tmp_path: Path) -> None:
    alone, folder = copytree(fresh, tmp_path / "alone"), copytree(fresh, tmp_path / "xa")
    check(alone)
    command = [sys.executable, "-m", "danvan_xlsx", "check", folder, "--as-of", AS_OF.isoformat()]

    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    ended = [(one.communicate()[1], one.returncode) for one in running]

    assert {status for _, status in ended} <= {1, 2}
    assert any(status == 1 for _, status in ended)
    assert all("(BM37)" in said for said, status in ended if status == 2)
    assert (inputs(folder), temporary(folder)) == (inputs(alone), [])
    assert check(folder).exit_code == 1


def test_a_file_replaced_just_before_it_would_be_overwritten_is_the_one_that_stays(
    fresh: Path, checked: Path, tmp_path: Path
) -> None:
    """Somebody's program saves between every two of our calls: what it saved stays, or comes back by undo."""
    theirs = (fresh / CULTURE).read_bytes()
    for number, folder in copies(fresh, tmp_path, one_file):

        def saved(now: int, _: str, at: int = number, path: Path = folder / OFFICE) -> None:
            if now == at:
                path.write_bytes(theirs)

        fire.in_trouble(lambda at=folder: one_file(at), folder, saved)

        assert (folder / OFFICE).read_bytes() == theirs or inputs(folder) == inputs(checked), number
        assert temporary(folder) == [], number
