"""The report of a period drawn into `bao-cao/<year>-<period>/`: what goes up, and beside it what stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.excel.replacing import sha256_of
from danvan_xlsx.plan.plan import Period, Plan
from danvan_xlsx.post.word import REPORT, BadTemplate, draw_report
from danvan_xlsx.report.official.definitions import NoForms
from danvan_xlsx.report.official.pages import form_pages
from danvan_xlsx.report.periodic.annexes import annexes
from danvan_xlsx.report.periodic.assembly import periodic
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.headline import headline
from danvan_xlsx.report.periodic.internal import internal
from danvan_xlsx.report.periodic.narrative import narrative
from danvan_xlsx.report.periodic.parts.letterhead import committee
from danvan_xlsx.report.periodic.parts.outline import Narrative
from danvan_xlsx.report.periodic.receiving_form import form_of, unknown_words
from danvan_xlsx.report.periodic.tags import tags
from danvan_xlsx.words.frame import META_COMMUNE, META_FORM, META_PERIOD, META_SINCE, META_UNTIL, META_YEAR
from danvan_xlsx.words.page import Page
from danvan_xlsx.words.text import Lang, Text
from danvan_xlsx.workspace.reported import sources
from danvan_xlsx.workspace.reports import ReportRecord, file_part, load_report, save_report
from danvan_xlsx.workspace.run import NO_PERIOD, Asked, Misasked, Progress, alone_in, look

REPORTS = "bao-cao"

DRAWN = Text("Đã lập: {file}", "Drawn: {file}")
KEPT = Text(
    "Tệp {file} đã được sửa hoặc đang mở nên giữ nguyên; bản lập lại ở {drawn}. Đề nghị đối chiếu, giữ một bản "
    "với tên {file}.",
    "{file} was edited since, or is open, and was kept; the new one is {drawn}. Please keep one of them as {file}.",
)
DRAFT = Text(
    "Đây là BẢN NHÁP, chưa nên ký, gửi. {count} việc còn phải xử lý:",
    "This is a DRAFT, not to be signed or sent yet. {count} things stand in the way:",
)
FINAL = Text(
    "{period} (số liệu {since} – {until}) đủ điều kiện trình ký.",
    "{period} (data {since} – {until}) may be laid before the signer.",
)
WITH_ERRORS = Text(
    "Báo cáo được lập khi còn lỗi số liệu, lý do đã ghi ở tệp nội bộ: {reason}",
    "Drawn while errors stand; the reason is in the internal workbook: {reason}",
)

NOT_OF_THE_FORM = Text(
    "{page}, cột {column}: từ “{word}” không có trong biểu mẫu của nơi nhận (chỉ gồm: {known}) nên chưa lập báo cáo. "
    "Đề nghị báo người phụ trách chương trình.",
    "{page}, column {column}: the form of the level above does not know “{word}” (only: {known}), so no report was "
    "drawn. Please tell whoever looks after the program.",
)
NUMBERS = Text("số", "numbers")


class ReportAsked(NamedTuple):
    """What the clerk asked for. accepted: the reason for reporting while errors stand."""

    folder: Path
    period: str
    now: datetime
    as_of: date | None = None
    number: str = ""
    signed_on: date | None = None
    accepted: str = ""


@dataclass(frozen=True)
class Reported:
    """A drawn report and its files, as paths from the folder."""

    report: Periodic
    files: tuple[str, ...] = field(default_factory=tuple)
    #: The Word report as the clerk has corrected it, where a new one was drawn beside it.
    kept: str = ""

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield from (DRAWN.say(lang, {"file": file}) for file in self.files)
        if self.kept:
            yield KEPT.say(lang, {"file": self.kept, "drawn": Path(self.files[-1]).name})
        report = self.report
        if report.draft:
            yield DRAFT.say(lang, {"count": len(report.in_the_way)})
            yield from (f"– {reason.say(lang)}" for reason in report.in_the_way)
            return
        period = report.period
        told = {"period": period.name, "since": period.since, "until": period.until}
        yield FINAL.say(lang, told)
        if report.in_the_way:
            yield WITH_ERRORS.say(lang, {"reason": report.accepted})


def make_report(asked: ReportAsked, progress: Progress) -> Reported:
    """Read, judge, count and draw. Raises Stopped and Misasked as a check does."""
    looking = Asked(asked.folder, asked.now, as_of=asked.as_of, period=asked.period, at_the_end=True)
    with alone_in(looking):
        looked = look(looking, progress)
        plan = looked.outcome.plan
        try:
            report = periodic(
                looked.outcome,
                looked.measuring,
                plan.periods[asked.period],
                number=asked.number,
                signed_on=asked.signed_on,
                accepted=asked.accepted,
            )
        except NoForms as none:
            raise Misasked(none.told) from none
        return _draw(asked.folder, report)


def place_of(folder: Path, plan: Plan, period: str) -> Path:
    """Where the files of a report lie. Misasked where the plan has no such period."""
    if period not in plan.periods:
        raise Misasked(NO_PERIOD, period=period, known=tuple(plan.periods))
    return folder / REPORTS / f"{plan.year}-{file_part(period)}"


def annex_name(plan: Plan, period: str) -> str:
    """How the level above knows the file: `BCDVCQ_2022_6T_minh-son.xlsx`, `BCTTR_…` for the inspection sector."""
    kind = "BCTTR" if period in plan.periods and plan.periods[period].inspection else "BCDVCQ"
    return f"{kind}_{plan.year}_{file_part(period)}_{file_part(plan.commune)}.xlsx"


def _draw(folder: Path, report: Periodic) -> Reported:
    plan, period = report.outcome.plan, report.period
    pages = _going_up(report)
    where = place_of(folder, plan, period.code)
    where.mkdir(parents=True, exist_ok=True)
    name = Text(period.name, period.name)
    annex = where / annex_name(plan, period.code)
    inside = where / f"noi-bo-{plan.year}-{file_part(period.code)}.xlsx"
    told = narrative(report)
    # First, since a template that cannot be used stops the report.
    word = (_draw_word(folder, where, report, told),) if is_signed(plan, period) else ()
    draw_pages(pages, annex, title=name, created=period.until, meta=_meta(report))
    draw_pages(internal(report, told.left_out), inside, title=name, created=period.until)
    files = (annex, inside, *word)
    kept = REPORT if word and word[0].name != REPORT else ""
    _record(folder, report, files)
    return Reported(report, tuple(path.relative_to(folder).as_posix() for path in files), kept)


def _going_up(report: Periodic) -> list[Page]:
    """The annexes, or the official forms. Misasked where one has a word that the form above does not know."""
    pages = form_pages(report) or annexes(report)
    for one in unknown_words(pages):
        raise Misasked(NOT_OF_THE_FORM, page=one.page, column=one.column, word=one.word, known=one.known or (NUMBERS,))
    return pages


# -- the Word report ---------------------------------------------------------------------


def is_signed(plan: Plan, period: Period) -> bool:
    """Whether a period is one of the reports on dân vận: figures for the inspection sector have forms of their own."""
    return period.task is not None or all(one.task is None for one in plan.periods.values())


def _draw_word(folder: Path, where: Path, report: Periodic, told: Narrative) -> Path:
    """Under the first name that is free: what the clerk has corrected in Word is never written over."""
    before = load_report(folder, report.outcome.plan.year, report.period.code)
    ours = set(before.files.values()) if before else set()
    for path in _names(where):
        if path.exists() and sha256_of(path) not in ours:
            continue
        try:
            draw_report(
                tags(report, told),
                path,
                created=report.period.until,
                title=told.head.subject,
                author=committee(report),
                folder=folder,
            )
        except BadTemplate as bad:
            raise Misasked(bad.told) from bad
        except PermissionError:
            continue  # open in Word
        return path
    raise AssertionError("names never end")


def _names(where: Path) -> Iterator[Path]:
    stem, ending = REPORT.rsplit(".", 1)
    yield where / REPORT
    yield where / f"{stem}-lap-lai.{ending}"
    for number in count(2):
        yield where / f"{stem}-lap-lai-{number}.{ending}"


def _meta(report: Periodic) -> dict[str, str]:
    plan, period = report.outcome.plan, report.period
    return {
        META_COMMUNE: plan.commune,
        META_YEAR: str(plan.year),
        META_PERIOD: period.code,
        META_SINCE: period.since.isoformat(),
        META_UNTIL: period.until.isoformat(),
        META_FORM: form_of(period),
    }


def _record(folder: Path, report: Periodic, files: tuple[Path, ...]) -> None:
    """What was reported from which files; what was sent before is not forgotten."""
    plan, period = report.outcome.plan, report.period
    before = load_report(folder, plan.year, period.code)
    save_report(
        folder,
        ReportRecord(
            year=plan.year,
            period=period.code,
            name=period.name,
            since=period.since.isoformat(),
            until=period.until.isoformat(),
            draft=report.draft,
            accepted=report.accepted,
            number=report.number,
            signed_on=report.signed_on.isoformat() if report.signed_on else "",
            files={one.name: sha256_of(one) for one in files},
            inputs={one.file: one.sha256 for one in report.outcome.files if one.sha256},
            figures={one.code: one.actual for one in report.figures},
            headline=headline(report),
            sent=before.sent if before else (),
            sources=sources(report),
        ),
    )
