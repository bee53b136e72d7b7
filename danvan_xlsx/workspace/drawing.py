"""Drawing the forms of a plan: each unit's blank workbook, the villages' slips, the launcher for the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from danvan_xlsx import registers
from danvan_xlsx.excel.drawer import draw, draw_pages
from danvan_xlsx.forms import LAUNCHER_NAME, kiem_tra_cmd, unit_book, village_slips
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers import Registry
from danvan_xlsx.words.book import Book
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace.folder import Found
from danvan_xlsx.workspace.identify import identify, plans, refuse_layout
from danvan_xlsx.workspace.reading import PlanRead, Unusable, read_plan
from danvan_xlsx.workspace.run import Stopped, told_line

SLIPS_NAME = "phieu-thon.xlsx"

DRAWN = Text("Đã lập: {file}", "Drawn: {file}")
KEPT = Text("Giữ nguyên, không ghi đè: {file}", "Left as it is, not overwritten: {file}")
SLIPS = Text("Phiếu giấy cho các thôn", "Slips of the villages")
PLAN_FAULTS = Text(
    "Kế hoạch còn {count} chỗ cần sửa; biểu mẫu lập theo phần đã đọc được. Đề nghị chạy danvan check để xem.",
    "The plan has {count} places to mend; the forms follow what could be read. Run danvan check to see them.",
)


@dataclass
class Drawn:
    """What was drawn and what was there already, as paths."""

    drawn: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        for path in self.drawn:
            yield DRAWN.say(lang, {"file": str(path)})
        for path in self.kept:
            yield KEPT.say(lang, {"file": str(path)})
        errors = [one for one in self.findings if one.severity is Severity.ERROR]
        if errors:
            yield PLAN_FAULTS.say(lang, {"count": len(errors)})
            yield from (told_line(one, lang) for one in errors[:5])


def draw_forms(plan_path: Path, out: Path, *, paper: bool) -> Drawn:
    """Draw the forms into `out`; what is there stays untouched. Raises Stopped where the plan cannot be used."""
    registry = registers.load()
    read = plan_from(plan_path, registry)
    try:
        return _draw_all(read, registry, out, paper=paper)
    except OSError as fault:
        raise Stopped([found("BM33", Place(out.resolve().name))]) from fault


def plan_from(plan_path: Path, registry: Registry) -> PlanRead:
    """The plan of a file. Raises Stopped where it cannot be used."""
    candidates = identify([Found(plan_path, plan_path.name)])
    if not plans(candidates):
        raise Stopped([candidates[0].fault or found("BM31", Place(plan_path.name))])
    refuse_layout(candidates[0])
    if candidates[0].fault is not None:
        raise Stopped([candidates[0].fault])
    try:
        return read_plan(candidates[0], registry)
    except Unusable as fault:
        raise Stopped([fault.finding]) from fault


def _draw_all(read: PlanRead, registry: Registry, out: Path, *, paper: bool) -> Drawn:
    plan, drawn = read.plan, Drawn(findings=read.book.findings)
    out.mkdir(parents=True, exist_ok=True)
    for unit in plan.workbooks(all_year(plan)):
        draw_blank(drawn, unit_book(plan, registry, unit, all_year(plan)), out, first_day(plan))
    draw_beside(drawn, plan, registry, out, paper=paper)
    return drawn


def draw_blank(drawn: Drawn, book: Book, out: Path, created: date) -> None:
    """A unit's blank workbook under its own name, where no file has it."""
    path = out / f"{book.name}.xlsx"
    if _free(drawn, path):
        draw(book, path, created=created)


def draw_beside(drawn: Drawn, plan: Plan, registry: Registry, out: Path, *, paper: bool) -> None:
    """The slips, where they are asked for, and the launcher; what is there stays."""
    if paper and _free(drawn, out / SLIPS_NAME):
        draw_pages(village_slips(plan, registry.sheets), out / SLIPS_NAME, title=SLIPS, created=first_day(plan))
    if _free(drawn, out / LAUNCHER_NAME):
        (out / LAUNCHER_NAME).write_bytes(kiem_tra_cmd().encode("utf-8"))


def all_year(plan: Plan) -> date:
    """A unit that is active at the end of the year keeps the workbook of the year."""
    return date(plan.year, 12, 31)


def first_day(plan: Plan) -> date:
    """The day that a form is dated, so that the same plan gives the same bytes."""
    return date(plan.year, 1, 1)


def _free(drawn: Drawn, path: Path) -> bool:
    (drawn.kept if path.exists() else drawn.drawn).append(path)
    return not path.exists()
