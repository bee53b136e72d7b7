"""What was received can be undone, and a run that is killed while it receives loses nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import (
    CULTURE,
    JUSTICE,
    NEWS,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    inputs,
    opened,
)
from tests.receiving.arrivals import INBOX, ZALO, arrives, came, typed, waiting


def test_an_undo_gives_back_the_workbook_that_a_copy_replaced_and_the_copy(folder: Path) -> None:
    check(folder)
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    with arrives(folder, ZALO[1], JUSTICE):
        pass
    (folder / JUSTICE).unlink()
    before = inputs(folder)
    assert [state for _, state, *_ in came(answer_of(folder))] == ["filed", "filed"]
    result = danvan("undo", folder)

    assert (result.exit_code, inputs(folder)) == (0, before)
    assert f"Bản nhận về nằm lại ở: {INBOX}/{ZALO[0]}" in result.output.splitlines()
    assert result.output.splitlines()[-1] == "Đã hoàn lại 3 tệp của lượt kiểm tra 3; 0 tệp giữ nguyên."
    # As if it had not been: it is received again.
    assert [state for _, state, *_ in came(answer_of(folder))] == ["filed", "filed"]


def test_what_staff_typed_since_a_copy_was_filed_is_not_undone(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    check(folder)
    with edited(folder / CULTURE) as book:
        typed(book, 11, "Tin thứ năm")
    theirs = (folder / CULTURE).read_bytes()
    result = danvan("undo", folder)

    assert (result.exit_code, result.output.count("(BM28)"), (folder / CULTURE).read_bytes() == theirs) == (1, 1, True)
    assert waiting(folder) == []
    assert (folder / "khong-dung/van-hoa-truoc-luot-0002.xlsx").exists()


def test_an_undo_leaves_another_copy_of_that_name_alone(folder: Path) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    first = (folder / INBOX / ZALO[0]).read_bytes()
    check(folder)
    (folder / INBOX / ZALO[0]).write_bytes(b"newer")
    danvan("undo", folder)

    assert (folder / INBOX / ZALO[0]).read_bytes() == b"newer"
    assert (folder / INBOX / "Bao cao (2) (2).xlsx").read_bytes() == first


KILLED = """
import os, sys
from datetime import date, datetime
from pathlib import Path
from danvan_xlsx.workspace import filing, receiving
from danvan_xlsx.workspace.run import Asked, run

wanted, real = sys.argv[2], filing.take_in

def step(name):
    if name == wanted:
        os._exit(9)

receiving.take_in = lambda *given: real(*given, step)
run(Asked(Path(sys.argv[1]), datetime(2022, 5, 20, 8), as_of=date(2022, 5, 20)), lambda *_: None)
"""


@pytest.mark.parametrize("step", ["kept", "temp written", "replaced", "taken in"])
@pytest.mark.parametrize("then", ["check", "undo"])
def test_killed_at_any_step_nothing_is_lost_and_the_next_command_goes_on(folder: Path, step: str, then: str) -> None:
    with arrives(folder, ZALO[0]) as book:
        typed(book, 10, "Tin thứ tư")
    before = inputs(folder)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), step], check=False, timeout=60)
    assert killed.returncode == 9

    if then == "undo":
        danvan("undo", folder)
        # A copy kept for a change that never came stays where the clerk finds it.
        after = {name: sha for name, sha in inputs(folder).items() if not name.startswith("khong-dung/")}
        assert after == before
    assert answer_of(folder)["exit"] == 0
    assert cell(folder / CULTURE, NEWS, "D10") == "Tin thứ tư"
    assert waiting(folder) == []
    assert not list(folder.rglob("*.tmp"))
    assert opened(folder / CULTURE)[NEWS]["A10"].value == "Đạt"
    kept = {(folder / name).read_bytes() for name in inputs(folder) if name.startswith("khong-dung/")}
    assert len(kept) == 1
