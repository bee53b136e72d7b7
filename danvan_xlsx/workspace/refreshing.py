"""Forms drawn anew after the plan changed, with staff's rows in them: the old file goes only where nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from danvan_xlsx import registers
from danvan_xlsx.excel.legacy import open_book
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.replacing import Declined, Prepared, commit, refuse_locked
from danvan_xlsx.forms import unit_book
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers import Registry
from danvan_xlsx.report.unit_summary import empty_sheet, stamp_of
from danvan_xlsx.words.book import Book
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import OwnSheet
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.drawing import Drawn, all_year, draw_beside, draw_blank, first_day, plan_from
from danvan_xlsx.workspace.folder import free, workbooks
from danvan_xlsx.workspace.identify import Candidate, identify, sort_out
from danvan_xlsx.workspace.keeping import Keeping
from danvan_xlsx.workspace.lock import Busy, held
from danvan_xlsx.workspace.moving import Moved, move, read_old
from danvan_xlsx.workspace.reading import Forms, PlanRead, read_unit, two_files
from danvan_xlsx.workspace.redrawing import put_new, same_form
from danvan_xlsx.workspace.run import Stopped, told_line
from danvan_xlsx.workspace.writing import BACKUPS, sweep_beside, told

#: Behind the name of a new form that stands beside the old one.
BESIDE = "-moi"

CURRENT = Text("Đã đúng biểu mẫu, không ghi gì: {file}", "Up to date, nothing written: {file}")
REPLACED = Text(
    "Đã lập lại: {file}, chuyển đủ {rows} dòng; bản cũ ở {backup}",
    "Drawn anew: {file}, all {rows} rows carried; the old one is in {backup}",
)
BESIDE_IT = Text(
    "Giữ nguyên {file} vì còn phần chưa chuyển được; biểu mẫu mới với {rows} dòng ở {new}. Đề nghị đối chiếu, rồi "
    "chuyển một trong hai tệp vào khong-dung.",
    "{file} was left alone, since parts of it could not be carried; a new form with {rows} rows is {new}. Please "
    "compare them and move one of the two to khong-dung.",
)
CONVERTED = Text(
    "  {file}: đã đổi {count} ô từ phông cũ (TCVN3, VNI) sang Unicode.",
    "  {file}: {count} cells in old fonts (TCVN3, VNI) were brought into Unicode.",
)


@dataclass
class Refreshed:
    """What became of each unit's workbook; lines to be told, and what was left behind."""

    drawn: Drawn
    lines: list[tuple[Text, dict[str, object]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield from (text.say(lang, values) for text, values in self.lines)
        yield from (told_line(one, lang) for one in self.findings)
        yield from self.drawn.screen(lang)


def refresh_forms(plan_path: Path, out: Path, now: datetime, *, paper: bool) -> Refreshed:
    """Bring the forms in `out` up to the plan, and draw those that are missing. Raises Stopped as `draw_forms`."""
    registry = registers.load()
    read = plan_from(plan_path, registry)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with held(out, now):
            return _Refresh(read, registry, out, now).all(paper=paper)
    except Busy as busy:
        raise Stopped([found("BM37", Place(""), who=busy.who)]) from busy
    except OSError as fault:
        raise Stopped([found("BM33", Place(out.resolve().name))]) from fault


class _Refresh:
    def __init__(self, read: PlanRead, registry: Registry, out: Path, now: datetime) -> None:
        self.plan: Plan = read.plan
        self.registry, self.out = registry, out
        self.forms = Forms(self.plan, registry, all_year(self.plan))
        self.previous = runs.previous(out)
        # Undo knows it as a run that wrote these files and was never finished: it has no result to compare with.
        self.keeping = Keeping(out, now, now.date(), self.previous)
        self.done = Refreshed(Drawn(findings=read.book.findings))

    def all(self, *, paper: bool) -> Refreshed:
        files = workbooks(self.out)
        sweep_beside(files)
        candidates = identify(files)
        sort_out(candidates, self.plan, self.forms.every())
        by_unit = self._by_unit(candidates)
        for unit in self.plan.workbooks(all_year(self.plan)):
            book = unit_book(self.plan, self.registry, unit, all_year(self.plan))
            if unit not in by_unit:
                draw_blank(self.done.drawn, book, self.out, first_day(self.plan))
            elif by_unit[unit].fault is None:
                self._refresh(by_unit[unit], unit, book)
        self.done.findings = [*(one.fault for one in candidates if one.fault is not None), *self.done.findings]
        draw_beside(self.done.drawn, self.plan, self.registry, self.out, paper=paper)
        return self.done

    def _by_unit(self, candidates: list[Candidate]) -> dict[str, Candidate]:
        """Units and their files; of two files of one unit neither is touched."""
        ours = [one for one in candidates if one.state.unit is not None and one.fault is None]
        units = [one.state.unit for one in ours]
        for one in [one for one in ours if units.count(one.state.unit) > 1]:
            read_unit(one, one.state.unit or "", self.forms.sheets(one.state.unit or ""))
        two_files(ours, self.plan, {one.found.name: sum(one.state.rows.values()) for one in ours})
        by_unit: dict[str, Candidate] = {}
        for one in candidates:
            if one.state.unit is not None and (one.state.unit not in by_unit or one.fault is not None):
                by_unit[one.state.unit] = one
        return by_unit

    def _refresh(self, one: Candidate, unit: str, book: Book) -> None:
        path, name = one.found.path, one.found.name
        try:
            with open_book(path) as opened:
                old = read_old(name, opened, self.forms.every(), by_letters=False)
                sha256 = opened.sha256
        except Unreadable as fault:
            self.done.findings.append(found(fault.code, Place(name), **fault.values))
            return
        seen = self.previous.seen.get(unit) if self.previous else None
        blank = _with_stamp(book, self.plan.owner(unit), max(stamp_of(old.own), seen.stamp if seen else 0))
        try:
            new = move(old, path, blank, path, first_day(self.plan), self.plan.unit_name(unit), path)
            try:
                self._put(one, unit, new, sha256, current=same_form(new.carried.book, old.grids, new.redrawn))
            finally:
                with suppress(OSError):
                    new.redrawn.temp.unlink()
        except Declined as declined:
            self.done.findings.append(found(declined.code, Place(name), **told(declined)))
            return
        if old.converted and self.done.lines[-1][0] is not CURRENT:
            self.done.lines.append((CONVERTED, {"file": name, "count": sum(old.converted.values())}))

    def _put(self, one: Candidate, unit: str, new: Moved, sha256: str, *, current: bool) -> None:
        path, name = one.found.path, one.found.name
        rows = sum(new.carried.rows.values())
        if current:
            self.done.lines.append((CURRENT, {"file": name}))
            return
        self.done.findings.extend(new.findings)
        if not new.whole or path.suffix.lower() != ".xlsx":
            target = free(path.with_name(f"{path.stem}{BESIDE}.xlsx"))
            put_new(new.redrawn, target)
            self.done.lines.append((BESIDE_IT, {"file": name, "rows": rows, "new": str(target)}))
            return
        refuse_locked(path)
        backup = self.out / BACKUPS / f"{self.keeping.number:04}" / name
        left = runs.Left(name, unit, new.redrawn.sha256, sha256, backup.relative_to(self.out).as_posix())
        saved = path.stat()
        # When staff had saved it, not when it was drawn anew.
        os.utime(new.redrawn.temp, (saved.st_atime, saved.st_mtime))
        self.keeping.before((left,))
        commit(Prepared(path, new.redrawn.temp, sha256, new.redrawn.sha256, len(new.carried.moves), True), backup)
        self.keeping.left.append(left)
        self.done.lines.append((REPLACED, {"file": name, "rows": rows, "backup": left.backup}))


def _with_stamp(book: Book, owner: Text, stamp: int) -> Book:
    """Our summary keeps its number: a smaller one would say that this is an older copy."""
    leaves = (empty_sheet(owner, stamp) if isinstance(one, OwnSheet) else one for one in book.leaves)
    return replace(book, leaves=tuple(leaves))
