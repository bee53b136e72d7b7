"""What staff typed in an older form, a home-made copy, an `.xls` or `.ods`, moved into a fresh form beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from danvan_xlsx import registers
from danvan_xlsx.check.place import meta_of
from danvan_xlsx.excel.legacy import open_book
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.replacing import Declined
from danvan_xlsx.forms import unit_book
from danvan_xlsx.forms.books import ascii_name
from danvan_xlsx.plan.plan import COMMON_SHEETS, Plan
from danvan_xlsx.registers import Registry
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import (
    LAYOUT,
    LAYOUT_VERSION,
    META_COMMUNE,
    META_KIND,
    META_LAYOUT,
    META_SHEET,
    META_UNIT,
    META_VERSION,
    META_YEAR,
    UNIT_BOOK,
)
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace.drawing import all_year, first_day, plan_from
from danvan_xlsx.workspace.folder import READ, free
from danvan_xlsx.workspace.moving import Moved, OldBook, move, read_old
from danvan_xlsx.workspace.reading import Forms
from danvan_xlsx.workspace.redrawing import put_new
from danvan_xlsx.workspace.refreshing import BESIDE
from danvan_xlsx.workspace.run import Misasked, Stopped, told_line
from danvan_xlsx.workspace.writing import told

MOVED = Text("{file} → {new} ({unit}): {rows} dòng, {cells} ô", "{file} → {new} ({unit}): {rows} rows, {cells} cells")
OF_SHEET = Text("  {sheet}: {rows} dòng, {columns} cột", "  {sheet}: {rows} rows, {columns} columns")
NEAR = Text(
    "  {sheet}: cột “{heading}” được hiểu là “{label}”", "  {sheet}: the column “{heading}” was taken for “{label}”"
)
CONVERTED = Text(
    "  {sheet}: đã đổi {count} ô từ bảng mã cũ (TCVN3, VNI) sang Unicode",
    "  {sheet}: {count} cells were brought from an old code (TCVN3, VNI) into Unicode",
)
OLD_FORMAT = Text(
    "  Định dạng {format} không cho biết công thức, ô lỗi (#N/A) và định dạng %; đề nghị đối chiếu các ô đó.",
    "  The format {format} does not tell formulas, errors (#N/A) and % formats; please compare such cells.",
)
KEPT = Text("Tệp gốc được giữ nguyên.", "The old files are as they were.")
NO_UNIT = Text(
    "Kế hoạch không có đơn vị “{unit}” giữ sổ; các đơn vị giữ sổ: {known}.",
    "No unit “{unit}” keeps a workbook in the plan; those that do: {known}.",
)


@dataclass
class Upgraded:
    """What was moved where, file by file, and what found no place."""

    lines: list[tuple[Text, dict[str, object]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield from (text.say(lang, values) for text, values in self.lines)
        yield from (told_line(one, lang) for one in self.findings)


def upgrade_files(files: Sequence[Path], plan_path: Path, out: Path, unit: str | None = None) -> Upgraded:
    """Move each file into a fresh form in `out`; no file that is there is changed. Raises Stopped as `draw_forms`.

    unit: whose workbooks they are, where the files do not say so. Misasked: the plan has no such unit.
    """
    registry = registers.load()
    plan = plan_from(plan_path, registry).plan
    known = plan.workbooks(all_year(plan))
    if unit is not None and unit not in known:
        raise Misasked(NO_UNIT, unit=unit, known=known)
    upgrade = _Upgrade(plan, registry, out, unit)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path in files:
            upgrade.file(path)
    except OSError as fault:
        raise Stopped([found("BM33", Place(out.resolve().name))]) from fault
    upgrade.done.lines.append((KEPT, {}))
    return upgrade.done


class _Upgrade:
    def __init__(self, plan: Plan, registry: Registry, out: Path, unit: str | None) -> None:
        self.plan, self.registry, self.out, self.asked = plan, registry, out, unit
        self.forms = Forms(plan, registry, all_year(plan))
        self.done = Upgraded()

    def file(self, path: Path) -> None:
        """One bad file never stops the others."""
        try:
            with open_book(path) as opened:
                old = read_old(path.name, opened, self.forms.every(), by_letters=True)
            unit = self._unit_of(old)
            if unit is not None:
                self._move(old, path, unit)
        except Unreadable as fault:
            self._tell(path.name, fault.code, **fault.values)
        except Declined as declined:
            self._tell(path.name, declined.code, **told(declined))

    def _tell(self, file: str, code: str, **values: object) -> None:
        self.done.findings.append(found(code, Place(file), **values))

    # -- whose it is ---------------------------------------------------------------------

    def _unit_of(self, old: OldBook) -> str | None:
        """None: told why it is not moved."""
        meta = meta_of(old.grids[META_SHEET]) if META_SHEET in old.grids else {}
        if meta.get(META_LAYOUT) == LAYOUT:
            return self._unit_of_form(old.file, meta)
        if not old.ours:
            self._tell(old.file, "BM57")
            return None
        return self.asked or self._guessed(old)

    def _unit_of_form(self, file: str, meta: dict[str, str]) -> str | None:
        commune, year, unit = meta.get(META_COMMUNE, ""), meta.get(META_YEAR, ""), meta.get(META_UNIT, "")
        version = meta.get(META_VERSION, "")
        if meta.get(META_KIND) != UNIT_BOOK:
            self._tell(file, "BM57")
        elif commune != self.plan.commune:
            self._tell(file, "BM15", found=commune, expected=self.plan.commune)
        elif year != str(self.plan.year):
            self._tell(file, "BM14", found=year, expected=str(self.plan.year))
        elif version.isdigit() and int(version) > LAYOUT_VERSION:
            self._tell(file, "BM30", found=version, expected=str(LAYOUT_VERSION))
        elif self.asked is None and unit not in self.plan.workbooks(all_year(self.plan)):
            self._tell(file, "BM18", unit=unit)
        else:
            return self.asked or unit
        return None

    def _guessed(self, old: OldBook) -> str | None:
        """The unit that keeps most of the registers in the file; of several the one that the file is named after."""
        here = {one.placed.sheet.code for one in old.ours} - set(COMMON_SHEETS)
        day = all_year(self.plan)
        kept = {unit: len(here & set(self.plan.registers_in(unit, day))) for unit in self.plan.workbooks(day)}
        units = [unit for unit, count in kept.items() if count == max(kept.values())]
        named = [unit for unit in units if self._named_after(old.file, unit)]
        if len(units) == 1 or len(named) == 1:
            return units[0] if len(units) == 1 else named[0]
        names = tuple(f"{self.plan.unit_name(unit)} ({unit})" for unit in units)
        self._tell(old.file, "BM58", units=names)
        return None

    def _named_after(self, file: str, unit: str) -> bool:
        name = ascii_name(file.rpartition(".")[0])
        return any(word in name for word in (ascii_name(unit), ascii_name(self.plan.unit_name(unit))))

    # -- moving --------------------------------------------------------------------------

    def _move(self, old: OldBook, path: Path, unit: str) -> None:
        blank = unit_book(self.plan, self.registry, unit, all_year(self.plan))
        target = self.out / f"{blank.name}.xlsx"
        target = free(target.with_name(f"{blank.name}{BESIDE}.xlsx")) if target.exists() else target
        name = self.plan.unit_name(unit)
        new = move(old, path, blank, target, first_day(self.plan), name, None)
        try:
            put_new(new.redrawn, target)
        finally:
            with suppress(OSError):
                new.redrawn.temp.unlink()
        self.done.findings.extend(new.findings)
        self._report(old, path, new, str(target), name)

    def _report(self, old: OldBook, path: Path, new: Moved, target: str, unit: str) -> None:
        rows, cells = sum(new.carried.rows.values()), len(new.carried.moves)
        lines = self.done.lines
        lines.append((MOVED, {"file": old.file, "new": target, "unit": unit, "rows": rows, "cells": cells}))
        for one in old.ours:
            sheet = one.placed.sheet
            if sheet.code in new.carried.rows:
                columns = sum(not column.ours and column.code in one.placed.columns for column in sheet.columns)
                count = {"sheet": one.grid.title, "rows": new.carried.rows[sheet.code], "columns": columns}
                lines.append((OF_SHEET, count))
                for code, heading in one.near.items():
                    label = sheet.by_code[code].label if code in sheet.by_code else code
                    lines.append((NEAR, {"sheet": one.grid.title, "heading": heading, "label": label}))
            if count_converted := old.converted.get(one.grid.title):
                lines.append((CONVERTED, {"sheet": one.grid.title, "count": count_converted}))
        if path.suffix.lower() not in READ:
            lines.append((OLD_FORMAT, {"format": path.suffix.lower()}))
