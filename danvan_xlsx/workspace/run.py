"""One check of a folder: read every workbook, judge the commune, write back, draw the summary, keep the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from danvan_xlsx import __version__, registers
from danvan_xlsx.check.commune import BookRead, in_order, judge
from danvan_xlsx.check.measuring import Measuring
from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers import Registry
from danvan_xlsx.report import key_figures
from danvan_xlsx.report.answer import answer
from danvan_xlsx.report.screen import STOPS_WRITING, lines
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found, say
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.copies import older_copies, owner_as_before, saved_by_staff, stamps_known
from danvan_xlsx.workspace.folder import arrived, name_in, workbooks
from danvan_xlsx.workspace.handing_back import hand_back
from danvan_xlsx.workspace.identify import Candidate, identify, name_results, plans, refuse_layout, sort_out
from danvan_xlsx.workspace.keeping import Keeping
from danvan_xlsx.workspace.lock import Busy, held
from danvan_xlsx.workspace.outputs import draw_outputs
from danvan_xlsx.workspace.reading import Forms, PlanRead, Unusable, read_plan, read_unit, two_files
from danvan_xlsx.workspace.receiving import Desk, looked_into, receive
from danvan_xlsx.workspace.reported import changed_since
from danvan_xlsx.workspace.upkeep import prune, sweep_own
from danvan_xlsx.workspace.writing import sweep_beside, write_back

#: Called for every file: its place in the row, how many there are, its name.
Progress = Callable[[int, int, str], None]


class Asked(NamedTuple):
    """What the clerk asked for. only: files to write and list (all of the folder are read); now: by the clock."""

    folder: Path
    now: datetime
    only: tuple[Path, ...] = ()
    as_of: date | None = None
    period: str | None = None
    dry_run: bool = False
    #: Workbooks of which something is told are held against their blank forms, too.
    inspect: bool = False
    #: For a report: the tasks are looked at on the day on which the data of the period end.
    at_the_end: bool = False


class Looked(NamedTuple):
    """A folder read and judged: its plan's and its units' workbooks, what was found, and what can still be counted."""

    plan_book: tuple[Candidate, BookRead]
    books: list[tuple[Candidate, BookRead]]
    outcome: Outcome
    measuring: Measuring


def told_line(one: Finding, lang: Lang) -> str:
    """A finding on one line of the screen."""
    said = say(one, lang)
    where = f"{one.place.file}: " if one.place.file else ""
    return f"{where}{said.message} {said.remedy} ({one.code})"


class Stopped(Exception):  # noqa: N818 - told to the clerk, not a fault of the program
    """The program could not do its work; why, as findings."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__([one.code for one in findings])
        self.findings = list(findings)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield from (told_line(one, lang) for one in self.findings)

    def answer(self, lang: Lang = "vi") -> dict[str, Any]:
        return {
            "version": 1,
            "stopped": [
                {"code": one.code, "file": one.place.file or None, "message": said.message, "remedy": said.remedy}
                for one in self.findings
                for said in (say(one, lang),)
            ],
        }


NO_PERIOD = Text(
    "Kế hoạch không có kỳ “{period}”; các kỳ của kế hoạch: {known}.",
    "The plan has no period “{period}”; its periods: {known}.",
)
NOT_LOOKED_AT = Text(
    "“{file}” không thuộc các sổ được kiểm tra: chỉ đọc sổ Excel, bỏ qua tệp ẩn và các thư mục khong-dung, ket-qua, "
    "bao-cao; tệp trong nhan-ve được nhận khi kiểm tra cả thư mục.",
    "“{file}” is none of the workbooks that are checked: Excel files only, no hidden ones, nothing in khong-dung, "
    "ket-qua, bao-cao; files in nhan-ve are received when the whole folder is checked.",
)
NONE_OF_OURS = Text(
    "“{file}” không phải kế hoạch hay sổ theo biểu mẫu của xã nên không có gì được kiểm tra; đề nghị chọn đúng tệp.",
    "“{file}” is neither the plan nor a workbook on a form of the commune, so nothing was checked; please choose the "
    "right file.",
)


class Misasked(Exception):  # noqa: N818 - a word of the command line, told to who typed it
    """The plan or the folder has nothing of that name."""

    def __init__(self, text: Text, **values: object) -> None:
        super().__init__(values)
        self.told = Text(text.say("vi", values), text.say("en", values))


@dataclass(frozen=True)
class Report:
    """A finished check: what it found, what there was before, and where the outputs are (paths from the folder)."""

    outcome: Outcome
    previous: dict[str, Any] | None
    outputs: tuple[str, ...] = ()
    #: Names of the files asked for; empty: all.
    only: frozenset[str] = field(default_factory=frozenset)
    #: The folder as it was typed.
    folder: str = ""

    def listed(self) -> Outcome:
        """The outcome as it is told: limited to the files asked for."""
        if not self.only:
            return self.outcome
        outcome = self.outcome
        files = [one for one in outcome.files if one.file in self.only]
        units = {one.unit for one in files}
        return replace(
            outcome,
            files=files,
            findings=[one for one in outcome.findings if one.place.file in self.only],
            missing=[unit for unit in outcome.missing if unit in units],
        )

    def answer(self, lang: Lang = "vi") -> dict[str, Any]:
        return answer(self.listed(), lang)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        # Of a run over the whole folder, the files not asked for now would look gone.
        yield from lines(self.listed(), None if self.only else self.previous, self.outputs, lang, self.folder)

    def exit_status(self, *, strict: bool = False) -> int:
        """0 nothing to mend, 1 something to mend: errors or a missing workbook; with strict warnings too."""
        outcome = self.listed()
        to_mend = outcome.count(Severity.ERROR) + (outcome.count(Severity.WARNING) if strict else 0)
        return 1 if to_mend or outcome.missing else 0


def run(asked: Asked, progress: Progress) -> Report:
    """Check a folder. Stopped where there is no plan to check against, the clock is wrong, or another run works."""
    with alone_in(asked):
        return _Check(asked, progress).report()


def look(asked: Asked, progress: Progress) -> Looked:
    """Read and judge a folder, writing nothing into it. Stopped as `run` is, but for another run's work."""
    return _Check(asked, progress).look()


def plan_in(asked: Asked) -> Plan:
    """The plan of a folder, without a look at what the units wrote. Stopped where there is none that can be used."""
    return _Check(asked, lambda *_: None).plan()


@contextmanager
def alone_in(asked: Asked) -> Iterator[None]:
    """While no other run works in the folder. Stopped where one does, or where nothing can be written."""
    if not asked.folder.is_dir():
        raise Stopped([found("BM36", Place(asked.folder.name))])
    if asked.dry_run:
        yield
        return
    try:
        with held(asked.folder, asked.now):
            yield
    except Busy as busy:
        raise Stopped([found("BM37", Place(""), who=busy.who)]) from busy
    except OSError as fault:
        # Reading has its own answers; what is left is a folder that cannot be written or a disk that is full.
        raise Stopped([found("BM33", Place(asked.folder.resolve().name))]) from fault


class _Check:
    """The steps of one check, in order; each fills in what the next ones need."""

    def __init__(self, asked: Asked, progress: Progress) -> None:
        self.asked = asked
        self.folder = asked.folder
        self.progress = progress
        self.registry: Registry = registers.load()
        self.previous: runs.Run | None = None
        #: The record of this run; None while nothing may be written.
        self.keeping: Keeping | None = None
        self.aside: list[str] = []

    def report(self) -> Report:
        if not self.asked.dry_run:
            sweep_own(self.folder)
        looked = self.look(writing=not self.asked.dry_run)
        changed = changed_since(self.folder, looked.outcome, looked.measuring)
        looked.outcome.findings = in_order([*looked.outcome.findings, *changed])
        outputs: tuple[str, ...] = ()
        before = self.previous.answer if self.previous else None
        if self.keeping is not None:
            outputs = self._write(self.keeping, looked.outcome, looked.plan_book, looked.books, before)
            prune(self.folder, self.asked.now)
        return Report(looked.outcome, before, outputs, self._only(), as_typed(self.folder))

    def plan(self) -> Plan:
        return self._read_plan(self._plan_file(identify(workbooks(self.folder)))).plan

    def look(self, *, writing: bool = False) -> Looked:
        files = workbooks(self.folder)
        for file in sorted(self._only() - {one.name for one in files}):
            raise Misasked(NOT_LOOKED_AT, file=file)
        if not self.asked.dry_run:
            sweep_beside(files)
        candidates = identify(files)
        self.previous = runs.previous(self.folder)
        saved_by_staff(self.previous, candidates)
        plan_file = self._plan_file(candidates)
        read = self._read_plan(plan_file)
        arrivals = [] if self._only() else looked_into(arrived(self.folder))
        plan, as_of = read.plan, self._day(read.plan, [*candidates, *arrivals])
        self._until(plan)  # a period that is none is told before anything is moved
        forms = Forms(plan, self.registry, as_of)
        sort_out(candidates, plan, forms.every())
        self._asked_for_ours(candidates)
        owner_as_before(self.previous, candidates)
        if writing:
            self.aside = runs.set_aside_damaged(self.folder)
            self.keeping = Keeping(self.folder, self.asked.now, as_of, self.previous)
        desk = Desk(self.folder, plan, forms, self.previous, candidates, self.keeping)
        receive(desk, arrivals)
        name_results(candidates)
        books = self._read_units(candidates, plan, forms)
        outcome, measuring = self._judge(read, desk, books, as_of)
        if self.asked.inspect:
            from danvan_xlsx.workspace.closer import closer_look

            outcome.findings = in_order([*outcome.findings, *closer_look(books, outcome)])
        return Looked((plan_file, read.book), books, outcome, measuring)

    def _asked_for_ours(self, candidates: list[Candidate]) -> None:
        """Of a file asked for by name that is none of ours it must not be said that nothing is to be mended."""
        only = self._only()
        for one in candidates:
            if one.found.name in only and one.state.state == "not_ours" and one.fault is None:
                raise Misasked(NONE_OF_OURS, file=one.found.name)

    # -- the plan ----------------------------------------------------------------

    def _plan_file(self, candidates: list[Candidate]) -> Candidate:
        if not candidates:
            raise Stopped([found("BM36", Place(""))])
        found_plans = plans(candidates)
        if not found_plans:
            faults = [one.fault for one in candidates if one.fault is not None]
            raise Stopped([found("BM31", Place("")), *faults])
        if len(found_plans) > 1:
            first, *others = found_plans
            raise Stopped([found("BM32", Place(first.found.name), other=one.found.name) for one in others])
        refuse_layout(found_plans[0])
        if found_plans[0].fault is not None:
            raise Stopped([found_plans[0].fault])
        return found_plans[0]

    def _read_plan(self, candidate: Candidate) -> PlanRead:
        try:
            return read_plan(candidate, self.registry)
        except Unusable as fault:
            raise Stopped([fault.finding]) from fault

    def _day(self, plan: Plan, candidates: list[Candidate]) -> date:
        """The day asked for; today only where the clock can be right (not before a saved file, within the year)."""
        if self.asked.as_of is not None:
            return self.asked.as_of
        today = self.asked.now.date()
        newest = max((one.state.saved.date() for one in candidates if one.state.saved), default=today)
        if today < newest or today.year != plan.year:
            raise Stopped([found("BM34", Place(""), today=today, newest=newest, year=str(plan.year))])
        return today

    def _until(self, plan: Plan) -> date | None:
        """The last day of the data of the period asked for; None: the day asked for."""
        if self.asked.period is None:
            return None
        if self.asked.period not in plan.periods:
            raise Misasked(NO_PERIOD, period=self.asked.period, known=tuple(plan.periods))
        return plan.periods[self.asked.period].until

    # -- the units ---------------------------------------------------------------

    def _read_units(self, candidates: list[Candidate], plan: Plan, forms: Forms) -> list[tuple[Candidate, BookRead]]:
        units = [one for one in candidates if one.state.unit is not None and one.fault is None]
        books: list[tuple[Candidate, BookRead]] = []
        for place, one in enumerate(units, 1):
            self.progress(place, len(units), one.found.name)
            assert one.state.unit is not None
            book = read_unit(one, one.state.unit, forms.sheets(one.state.unit))
            if book is not None:
                books.append((one, book))
        rows = {one.found.name: sum(book.rows.values()) for one, book in books}
        doubled = two_files([one for one, _ in books], plan, rows)
        return [(one, book) for one, book in books if book.unit not in doubled]

    def _judge(
        self, read: PlanRead, desk: Desk, books: list[tuple[Candidate, BookRead]], as_of: date
    ) -> tuple[Outcome, Measuring]:
        plan, candidates = read.plan, desk.candidates
        missing = [unit for unit in plan.workbooks(as_of) if unit not in {book.unit for _, book in books}]
        told = [*read.book.findings, *desk.findings, *(one.fault for one in candidates if one.fault is not None)]
        told.extend(found("BM52", Place(name)) for name in self.aside)
        # Of a unit's file that is here and cannot be counted its own fault is told.
        here = {one.state.unit for one in candidates} | {one.unit for one in desk.received}
        told.extend(found("BM17", Place(""), unit=plan.unit_name(unit)) for unit in missing if unit not in here)
        told.extend(older_copies(self.previous, books, desk.filed))
        until = self._until(plan)
        wanted = key_figures.wanted(plan.year, until or as_of)
        stand = min(until or as_of, as_of) if self.asked.at_the_end else None
        judged = judge(plan, self.registry, [book for _, book in books], told, as_of, until, wanted, stand)
        outcome = Outcome(
            plan=plan,
            as_of=as_of,
            files=[one.state for one in candidates],
            findings=judged.findings,
            tasks=judged.tasks,
            sheets=[sheet for _, book in books for sheet in book.sheets],
            missing=missing,
            version=__version__,
            figures=judged.figures,
            received=tuple(desk.received),
        )
        return outcome, judged.measuring

    # -- the outputs -------------------------------------------------------------

    def _only(self) -> frozenset[str]:
        return frozenset(name_in(self.folder, path) for path in self.asked.only)

    def _write(
        self,
        keeping: Keeping,
        outcome: Outcome,
        plan_book: tuple[Candidate, BookRead],
        books: list[tuple[Candidate, BookRead]],
        before: dict[str, Any] | None,
    ) -> tuple[str, ...]:
        only = self._only()
        alone = {one.place.file for one in outcome.findings if one.code in STOPS_WRITING and one.accepted is None}
        for one, _ in books:
            if one.found.name in alone:
                one.state.state = "left_alone"
        wanted = [
            (one, book) for one, book in books if one.found.name not in alone and (not only or one.found.name in only)
        ]
        stamps = stamps_known(self.previous, books)
        plan_wanted = plan_book if not only or plan_book[0].found.name in only else None
        written = write_back(self.folder, keeping.number, outcome, plan_wanted, wanted, stamps, keeping.before)
        outcome.findings = in_order([*outcome.findings, *written.findings])
        handed = hand_back(self.folder, outcome, wanted, only_these=bool(only))
        outcome.handed_back, outcome.in_use = handed
        drawn_for = [plan_wanted, *wanted] if plan_wanted else wanted
        outputs = draw_outputs(self.folder, outcome, before, drawn_for, self.asked.now)
        # A copy left alone teaches nothing: until the clerk has decided, the next run must tell of it again.
        known = [(one, book) for one, book in (plan_book, *books) if one.found.name not in alone]
        keeping.finish(answer(outcome), written.left, known)
        return outputs


def as_typed(folder: Path) -> str:
    """A folder as a command line takes it."""
    typed = str(folder)
    return "" if typed == "." else f'"{typed}"' if " " in typed else typed
