"""Undo: the files a run wrote become what they were before it, unless staff have worked on since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from danvan_xlsx.excel.replacing import Declined, restore, sha256_of
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found, say
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.filing import give_back
from danvan_xlsx.workspace.folder import name_in, workbooks
from danvan_xlsx.workspace.handing_back import withdraw
from danvan_xlsx.workspace.lock import Busy, held
from danvan_xlsx.workspace.run import Stopped, as_typed
from danvan_xlsx.workspace.upkeep import sweep_own
from danvan_xlsx.workspace.writing import sweep_beside, told

NOTHING = Text("Chưa có lượt kiểm tra nào để hoàn lại.", "There is no run to undo.")
NO_SUCH_RUN = Text(
    "Không có gì để hoàn lại ở lượt kiểm tra {number}: chưa có lượt này, lượt này chưa ghi tệp nào, đã hoàn lại, hoặc "
    "bản ghi nhớ không còn.",
    "Nothing to undo in run {number}: there is no such run, it wrote nothing, it is undone already, or its record is "
    "gone.",
)
RESTORED = Text("Đã trả lại như trước lượt kiểm tra {number}: {file}", "As before run {number} again: {file}")
TAKEN_BACK = Text("Bản nhận về nằm lại ở: {file}", "The copy that had come in lies again in: {file}")
OLDER = Text(
    "Gõ lại danvan undo vẫn là lượt {number} này. Muốn hoàn lại lượt trước đó: danvan undo {folder} --run {older}",
    "Another danvan undo is again about run {number}. For the run before it: danvan undo {folder} --run {older}",
)
DONE = Text(
    "Đã hoàn lại {count} tệp của lượt kiểm tra {number}; {kept} tệp giữ nguyên.",
    "{count} files of run {number} are as before; {kept} left alone.",
)
#: Why a file was not given back; the catalogue's own sentences speak of a check that could not write.
KEPT = {
    "BM28": Text(
        "Giữ nguyên {file}: tệp đã được sửa hoặc chuyển đi sau lượt kiểm tra {number}; trả lại sẽ mất phần mới nhập.",
        "{file} was left alone: it was changed or moved after run {number}; what was typed since would be lost.",
    ),
    "BM10": Text(
        "Giữ nguyên {file}: tệp đang được {who} mở. Đề nghị đóng tệp rồi chạy lại danvan undo.",
        "{file} was left alone: it is held open by {who}. Please close it and run danvan undo again.",
    ),
    "BM11": Text(
        "Giữ nguyên {file}: tệp đang ở chế độ chỉ đọc. Đề nghị bỏ dấu Chỉ đọc rồi chạy lại danvan undo.",
        "{file} was left alone: it is read-only. Please clear the mark and run danvan undo again.",
    ),
    "BM33": Text(
        "Giữ nguyên {file}: bản lưu trước lượt kiểm tra {number} không còn nguyên vẹn (bản lưu cũ được dọn dần), hoặc "
        "thư mục chưa cho ghi.",
        "{file} was left alone: its copy from before run {number} is not whole (old ones are cleared in time), or the "
        "folder cannot be written.",
    ),
}


@dataclass
class Undone:
    """What an undo did: files given back, files left alone and why. asked: the run asked for, None: the last.

    taken_back: copies that the run had filed, in `nhan-ve` again. aside: damaged records. older: the run before that
    could still be undone. folder: as it was typed.
    """

    asked: int | None = None
    number: int = 0
    restored: list[str] = field(default_factory=list)
    kept: list[Finding] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    older: int | None = None
    folder: str = ""

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield from (say(found("BM52", Place(name)), lang).message for name in self.aside)
        if not self.number:
            yield (NOTHING if self.asked is None else NO_SUCH_RUN).say(lang, {"number": self.asked})
            return
        for file in self.restored:
            yield RESTORED.say(lang, {"number": self.number, "file": file})
        for file in self.taken_back:
            yield TAKEN_BACK.say(lang, {"file": file})
        for one in self.kept:
            told = {**one.values, "file": one.place.file, "number": self.number}
            yield f"{KEPT[one.code].say(lang, told)} ({one.code})"
        yield DONE.say(lang, {"count": len(self.restored), "kept": len(self.kept), "number": self.number})
        if self.kept and self.older is not None:
            told = {"number": str(self.number), "older": str(self.older), "folder": self.folder}
            yield " ".join(OLDER.say(lang, told).split())


def undo_run(folder: Path, number: int | None, now: datetime) -> Undone:
    """Undo a run, the last one that stands by default. Raises Stopped while another run works."""
    if not runs.numbers(folder):
        return Undone(number)
    try:
        with held(folder, now):
            sweep_own(folder)
            undone = Undone(number, aside=runs.set_aside_damaged(folder), folder=as_typed(folder))
            wanted = (runs.load(folder, number),) if number is not None else runs.newest(folder)
            run = next((one for one in wanted if one is not None and _stands(one)), None)
            if run is not None:
                _undo(folder, run, undone)
            return undone
    except Busy as busy:
        raise Stopped([found("BM37", Place(""), who=busy.who)]) from busy
    except OSError as fault:
        raise Stopped([found("BM33", Place(folder.resolve().name))]) from fault


def _stands(run: runs.Run) -> bool:
    return bool(run.left) and not run.undone


def _undo(folder: Path, run: runs.Run, undone: Undone) -> None:
    files = workbooks(folder)
    sweep_beside(files)
    paths = {one.name: one.path for one in files}
    undone.number = run.number
    stuck: dict[str, Finding] = {}
    kept: list[runs.Left] = []
    # A copy that came in and was then written into is first what it came as, then what was there before.
    for one in reversed(run.left):
        try:
            if one.file in stuck:
                kept.append(one)
            else:
                _give_back(folder, paths.get(one.file, folder / one.file), one, undone)
        except Declined as declined:
            stuck[one.file] = found(declined.code, Place(one.file), **told(declined))
            kept.append(one)
    order = list(dict.fromkeys(one.file for one in run.left))
    undone.restored = [file for file in order if file in undone.restored and file not in stuck]
    undone.kept = [stuck[file] for file in order if file in stuck]
    undone.older = next((one.number for one in runs.newest(folder) if one.number < run.number and _stands(one)), None)
    withdraw(folder, {one.sha256 for one in run.left if one.file not in stuck})
    runs.save(folder, replace(run, left=tuple(reversed(kept))))
    _forget(folder, run.number, {one.unit for one in run.left if one.file not in stuck})


def _give_back(folder: Path, path: Path, one: runs.Left, undone: Undone) -> None:
    """Declined where the file is no longer as the run left it, or its backup is not whole."""
    if sha256_of(path) == one.before:
        return  # the run was killed before it came to this file, or an undo after it
    backup = folder / one.backup if one.backup else None
    if backup is not None and sha256_of(backup) != one.before:
        _set_aside(backup)
        raise Declined("BM33")
    if one.received:
        copy = give_back(folder / one.received, one.sha256, path, one.before, backup)
        undone.taken_back.append(name_in(folder, copy))
    elif backup is not None:
        restore(path, backup, one.sha256, sha256=one.before)
    undone.restored.append(one.file)


def _set_aside(backup: Path) -> None:
    """A damaged backup is never taken for what it was."""
    with suppress(OSError):
        backup.replace(backup.with_name(backup.name + runs.BROKEN))


def _forget(folder: Path, number: int, units: set[str]) -> None:
    """What this run and later ones knew of the files given back is what was known before it.

    A run of which nothing is left in any file is undone and nothing to compare with.
    """
    before = next((one for one in runs.newest(folder) if one.number < number and not one.undone), None)
    known = {unit: one for unit, one in before.seen.items() if unit in units} if before else {}
    for later in runs.newest(folder):
        if later.number >= number and not later.undone:
            seen = {unit: one for unit, one in later.seen.items() if unit not in units}
            runs.save(folder, replace(later, seen=seen | known, undone=not later.left))
