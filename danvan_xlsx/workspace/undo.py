"""Undo: the files a run wrote become what they were before it, unless staff have worked on since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from danvan_xlsx.excel.replacing import Declined, restore, sha256_of
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.folder import workbooks
from danvan_xlsx.workspace.lock import Busy, held
from danvan_xlsx.workspace.run import Stopped
from danvan_xlsx.workspace.writing import sweep_beside, told

NOTHING = Text("Chưa có lượt kiểm tra nào để hoàn lại.", "There is no run to undo.")
NO_SUCH_RUN = Text(
    "Không có gì để hoàn lại ở lượt kiểm tra {number}: chưa có lượt này, lượt này chưa ghi tệp nào hoặc đã hoàn lại.",
    "Nothing to undo in run {number}: there is no such run, it wrote nothing, or it is undone already.",
)
RESTORED = Text("Đã trả lại như trước lượt kiểm tra {number}: {file}", "As before run {number} again: {file}")
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
        "Giữ nguyên {file}: bản lưu trước lượt kiểm tra {number} không còn nguyên vẹn, hoặc thư mục chưa cho ghi.",
        "{file} was left alone: its copy from before run {number} is not whole, or the folder cannot be written.",
    ),
}


@dataclass
class Undone:
    """What an undo did: files given back, files left alone and why. run: the one asked for, None: the last."""

    asked: int | None = None
    number: int = 0
    restored: list[str] = field(default_factory=list)
    kept: list[Finding] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        if not self.number:
            yield (NOTHING if self.asked is None else NO_SUCH_RUN).say(lang, {"number": self.asked})
            return
        for file in self.restored:
            yield RESTORED.say(lang, {"number": self.number, "file": file})
        for one in self.kept:
            told = {**one.values, "file": one.place.file, "number": self.number}
            yield f"{KEPT[one.code].say(lang, told)} ({one.code})"
        yield DONE.say(lang, {"count": len(self.restored), "kept": len(self.kept), "number": self.number})


def undo_run(folder: Path, number: int | None, now: datetime) -> Undone:
    """Undo a run, the last one that stands by default. Raises Stopped while another run works."""
    if not runs.numbers(folder):
        return Undone(number)
    try:
        with held(folder, now):
            wanted = (runs.load(folder, number),) if number is not None else runs.newest(folder)
            run = next((one for one in wanted if one is not None and not one.undone and one.left), None)
            return Undone(number) if run is None else _undo(folder, run, number)
    except Busy as busy:
        raise Stopped([found("BM37", Place(""), who=busy.who)]) from busy
    except OSError as fault:
        raise Stopped([found("BM33", Place(folder.resolve().name))]) from fault


def _undo(folder: Path, run: runs.Run, asked: int | None) -> Undone:
    undone = Undone(asked, run.number)
    files = workbooks(folder)
    sweep_beside(files)
    paths = {one.name: one.path for one in files}
    kept = []
    for one in run.left:
        if sha256_of(paths.get(one.file, folder / one.file)) == one.before:
            continue  # the run was killed before it came to this file, or an undo after it
        try:
            if sha256_of(folder / one.backup) != one.before:
                raise Declined("BM33")
            restore(paths.get(one.file, folder / one.file), folder / one.backup, one.sha256)
            undone.restored.append(one.file)
        except Declined as declined:
            undone.kept.append(found(declined.code, Place(one.file), **told(declined)))
            kept.append(one)
    runs.save(folder, replace(run, left=tuple(kept)))
    _forget(folder, run.number, {one.unit for one in run.left if one not in kept})
    return undone


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
