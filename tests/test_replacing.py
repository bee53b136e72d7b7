"""A written workbook takes the old one's place whole or not at all, and undo gives the old one back."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.replacing import (
    Declined,
    Prepared,
    abandon,
    commit,
    open_elsewhere,
    restore,
    sha256_of,
    sweep,
)
from tests.rich_book import OWN_TITLE, REGISTER, WANTED, own, rewritten, rich_book


@pytest.fixture(params=["so.xlsx", "so.xlsm"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return rich_book(tmp_path / request.param)


def prepared_of(path: Path) -> Prepared:
    prepared = prepare(path, sha256_of(path), WANTED, own(), None)
    assert prepared is not None
    return prepared


def _excel_lock(name: str) -> bytes:
    narrow = bytes([len(name)]) + name.encode("ascii", "replace").ljust(54)
    return narrow + len(name).to_bytes(2, "little") + name.encode("utf-16-le").ljust(108)


@pytest.mark.skipif(sys.platform == "win32", reason="there a lock is tested by opening the file")
@pytest.mark.parametrize(
    ("lock", "data", "who"),
    [
        ("~$so.xlsx", _excel_lock("Lê Thị Bình"), "Lê Thị Bình"),
        ("~$so.xlsx", b"\x04Binh" + b" " * 50, "Binh"),
        ("~$so.xlsx", b"", ""),
        (".~lock.so.xlsx#", b",binh,may-1,25.11.2026 08:00,file:///home/binh;", "binh"),
        (".~lock.so.xlsx#", "Lê Thị Bình,binh,may-1,25.11.2026 08:00,file:///x;".encode(), "Lê Thị Bình"),
        (".~lock.so.xlsx#", b"", ""),
    ],
)
def test_a_file_open_elsewhere_is_left_alone_and_the_person_named(
    tmp_path: Path, lock: str, data: bytes, who: str
) -> None:
    book = rich_book(tmp_path / "so.xlsx")
    assert open_elsewhere(book) is None
    (tmp_path / lock).write_bytes(data)

    assert open_elsewhere(book) == who
    with pytest.raises(Declined) as refusal:
        prepared_of(book)
    assert (refusal.value.code, refusal.value.values) == ("BM10", {"who": who})


def test_the_backup_has_the_original_and_undo_restores_it_exactly(book: Path) -> None:
    original, backup = book.read_bytes(), book.parent / "luu" / "so"
    book.chmod(0o640)
    prepared = prepared_of(book)

    commit(prepared, backup)

    assert backup.read_bytes() == original
    assert sha256_of(book) == prepared.new_sha256 != prepared.sha256 == hashlib.sha256(original).hexdigest()
    assert book.stat().st_mode & 0o777 == 0o640
    restore(book, backup, prepared.new_sha256)
    assert book.read_bytes() == original
    assert sorted(path.name for path in book.parent.iterdir()) == ["luu", book.name]


def test_undo_is_refused_when_staff_have_worked_since(book: Path) -> None:
    backup = book.parent / "luu"
    prepared = prepared_of(book)
    commit(prepared, backup)
    book.write_bytes(worked := rewritten(book, {"docProps/core.xml": b"<a/>"}))

    with pytest.raises(Declined, match="BM28"):
        restore(book, backup, prepared.new_sha256)
    assert book.read_bytes() == worked


def test_a_file_changed_between_the_two_steps_is_not_replaced(book: Path) -> None:
    prepared = prepared_of(book)
    book.write_bytes(worked := rewritten(book, {"docProps/core.xml": b"<a/>"}))

    with pytest.raises(Declined, match="BM28"):
        commit(prepared, None)
    assert book.read_bytes() == worked
    assert list(book.parent.iterdir()) == [book]


def test_a_file_opened_between_the_two_steps_is_not_replaced(book: Path) -> None:
    original = book.read_bytes()
    prepared = prepared_of(book)
    (lock := book.with_name(f".~lock.{book.name}#")).write_text(",binh,may-1,,;")

    with pytest.raises(Declined, match="BM10"):
        commit(prepared, None)
    assert book.read_bytes() == original
    assert sorted(book.parent.iterdir()) == sorted([book, lock])


def test_without_a_place_for_the_backup_nothing_is_replaced(book: Path) -> None:
    original = book.read_bytes()
    (in_the_way := book.parent / "luu").write_text("no folder")
    prepared = prepared_of(book)

    with pytest.raises(Declined, match="BM33"):
        commit(prepared, in_the_way / "so.xlsx")
    assert book.read_bytes() == original
    assert sorted(book.parent.iterdir()) == sorted([book, in_the_way])


def test_what_was_prepared_can_be_abandoned(book: Path) -> None:
    original = book.read_bytes()
    prepared = prepared_of(book)
    assert prepared.temp.is_file()

    abandon(prepared)

    assert list(book.parent.iterdir()) == [book]
    assert book.read_bytes() == original


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    book = rich_book(tmp_path / "a" / "so.xlsx")
    link = tmp_path / "link.xlsx"
    link.symlink_to(book)

    commit(prepared_of(link), None)

    assert link.is_symlink()
    assert prepare(book, sha256_of(book), WANTED, own(), OWN_TITLE) is None


KILLED = """
import os, sys
from pathlib import Path
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.replacing import commit, sha256_of
from tests.rich_book import WANTED, own

book, backup, wanted_step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]

def step(name):
    if name == wanted_step:
        os._exit(9)

prepared = prepare(book, sha256_of(book), WANTED, own(), None, step)
commit(prepared, backup, step)
"""


@pytest.mark.parametrize(
    ("step", "new"),
    [
        ("temp written", False),
        ("temp proved", False),
        ("backup written", False),
        ("backup kept", False),
        ("guarded", False),
        ("replaced", True),
    ],
)
def test_killed_at_any_step_the_file_is_whole_and_the_next_run_finishes(tmp_path: Path, step: str, new: bool) -> None:
    book, backup = rich_book(tmp_path / "so.xlsx"), tmp_path / "luu.xlsx"
    original = book.read_bytes()

    killed = subprocess.run([sys.executable, "-c", KILLED, book, backup, step], cwd=Path(__file__).parents[1])

    assert killed.returncode == 9
    assert (book.read_bytes() != original) is new
    left = sweep(tmp_path)
    assert len(left) == {"backup written": 2, "replaced": 0}.get(step, 1)
    prepared = prepare(book, sha256_of(book), WANTED, own(), OWN_TITLE if new else None)
    assert (prepared is None) is new
    if prepared:
        commit(prepared, backup)
    assert openpyxl.load_workbook(book)[REGISTER]["A7"].value == "Cần sửa"
    assert backup.read_bytes() == original
    assert sorted(path.name for path in tmp_path.iterdir()) == ["luu.xlsx", "so.xlsx"]
