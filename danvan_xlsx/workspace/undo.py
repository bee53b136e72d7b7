"""Undo: the files a run wrote become what they were before it, unless staff have worked on since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from danvan_xlsx.excel.patcher import Declined, restore
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.lock import Busy, held
from danvan_xlsx.workspace.run import Stopped, told_line
from danvan_xlsx.workspace.writing import told

NOTHING = Text("Chưa có lượt kiểm tra nào để hoàn lại.", "There is no run to undo.")
RESTORED = Text("Đã trả lại như trước lượt kiểm tra {number}: {file}", "As before run {number} again: {file}")
DONE = Text(
    "Đã hoàn lại {count} tệp của lượt kiểm tra {number}; {kept} tệp giữ nguyên.",
    "{count} files of run {number} are as before; {kept} left alone.",
)


@dataclass
class Undone:
    """What an undo did: files given back, files left alone and why."""

    number: int = 0
    restored: list[str] = field(default_factory=list)
    kept: list[Finding] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        if not self.number:
            yield NOTHING.say(lang)
            return
        for file in self.restored:
            yield RESTORED.say(lang, {"number": self.number, "file": file})
        for one in self.kept:
            yield told_line(one, lang)
        values = {"count": len(self.restored), "kept": len(self.kept), "number": self.number}
        yield DONE.say(lang, values)


def undo_run(folder: Path, number: int | None, who: str = "undo") -> Undone:
    """Undo a run, the last one that stands by default. Raises Stopped while another run works."""
    wanted = (runs.load(folder, number),) if number else runs.newest(folder)
    run = next((one for one in wanted if one is not None and not one.undone and one.left), None)
    if run is None:
        return Undone()
    try:
        with held(folder, who):
            return _undo(folder, run)
    except Busy as busy:
        raise Stopped([found("BM37", Place(""), who=busy.who)]) from busy


def _undo(folder: Path, run: runs.Run) -> Undone:
    undone = Undone(run.number)
    kept = []
    for one in run.left:
        try:
            restore(folder / one.file, folder / one.backup, one.sha256)
            undone.restored.append(one.file)
        except Declined as declined:
            undone.kept.append(found(declined.code, Place(one.file), **told(declined)))
            kept.append(one)
    runs.save(folder, replace(run, left=tuple(kept), undone=not kept))
    _forget_what_followed(folder, run.number)
    return undone


def _forget_what_followed(folder: Path, number: int) -> None:
    """Later runs that wrote nothing saw the files as the undone run had left them: they are nothing to compare with."""
    for later in runs.newest(folder):
        if later.number > number and not later.left and not later.undone:
            runs.save(folder, replace(later, undone=True))
