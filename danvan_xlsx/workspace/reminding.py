"""Reminders for those who type, laid into `ket-qua/`: a letter and a Zalo text each, and one page for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.check.outcome import Outcome
from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.plan.settings import MAIL_FROM_KEY, SMTP_USER_KEY
from danvan_xlsx.post.letters import BadAddress, as_bytes, letter, plain
from danvan_xlsx.post.templates import render
from danvan_xlsx.report.reminders import ZALO_LINES, Reminder, reminders
from danvan_xlsx.report.week import TITLE, week_page
from danvan_xlsx.words.text import Lang, Text, shown
from danvan_xlsx.workspace.folder import RESULTS
from danvan_xlsx.workspace.reports import file_part
from danvan_xlsx.workspace.run import Asked, Progress, alone_in, look

ZALO, LETTERS, WEEK = "zalo", "thu-nhac", "viec-tuan-nay.xlsx"
_ENDINGS = {ZALO: ".txt", LETTERS: ".eml"}

DRAWN = Text("{unit}: {count} việc → {files}", "{unit}: {count} things → {files}")
NO_ADDRESS = Text(
    "{unit}: chưa có thư điện tử ở trang DonVi, chỉ có tin Zalo.",
    "{unit}: no e-mail address in DonVi, only a Zalo text.",
)
NOTHING = Text("Các bộ phận đều đủ, chưa phải nhắc ai.", "Every unit is in order; there is nobody to remind.")
ON_THE_WALL = Text("Việc tuần này (một trang A4): {file}", "This week (one A4): {file}")


class RemindAsked(NamedTuple):
    """What the clerk asked for."""

    folder: Path
    now: datetime
    as_of: date | None = None


@dataclass
class Reminded:
    """The reminders with their files, as paths from the folder."""

    week: str = ""
    files: list[tuple[Reminder, tuple[str, ...]]] = field(default_factory=list)

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        for reminder, files in self.files:
            told = {"unit": reminder.unit.name, "count": len(reminder.lines), "files": files}
            yield DRAWN.say(lang, told)
            if not any(file.endswith(".eml") for file in files):
                yield NO_ADDRESS.say(lang, {"unit": reminder.unit.name})
        if not self.files:
            yield NOTHING.say(lang)
        yield ON_THE_WALL.say(lang, {"file": self.week})


def remind(asked: RemindAsked, progress: Progress) -> Reminded:
    """Read, judge, and write a reminder for each unit that has something to do. Raises Stopped as a check does."""
    looking = Asked(asked.folder, asked.now, as_of=asked.as_of)
    with alone_in(looking):
        outcome = look(looking, progress).outcome
        told = Reminded()
        found = reminders(outcome)
        _clear(asked.folder, outcome)
        for one in found:
            told.files.append((one, tuple(_write(asked, outcome, one))))
        week = asked.folder / RESULTS / WEEK
        week.parent.mkdir(parents=True, exist_ok=True)
        draw_pages([week_page(outcome)], week, title=TITLE, created=outcome.as_of)
        told.week = week.relative_to(asked.folder).as_posix()
        return told


def _clear(folder: Path, outcome: Outcome) -> None:
    """A reminder of an earlier day would be sent by mistake once its unit is in order."""
    for code in outcome.plan.units:
        for where in (ZALO, LETTERS):
            _path(folder, where, code).unlink(missing_ok=True)


def _path(folder: Path, where: str, unit: str) -> Path:
    return folder / RESULTS / where / f"{file_part(unit).lower()}{_ENDINGS[where]}"


def _write(asked: RemindAsked, outcome: Outcome, one: Reminder) -> Iterator[str]:
    zalo = _path(asked.folder, ZALO, one.unit.code)
    zalo.parent.mkdir(parents=True, exist_ok=True)
    text = plain(render("nhac-zalo.txt", _values(outcome, one, one.in_short), asked.folder))
    zalo.write_text("\n".join(text.splitlines()[:ZALO_LINES]) + "\n", encoding="utf-8")
    yield zalo.relative_to(asked.folder).as_posix()
    if not one.unit.email:
        return
    path = _path(asked.folder, LETTERS, one.unit.code)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(_letter(asked, outcome, one))
    except BadAddress:
        return
    yield path.relative_to(asked.folder).as_posix()


def _letter(asked: RemindAsked, outcome: Outcome, one: Reminder) -> bytes:
    plan, day = outcome.plan, outcome.as_of
    kind = plan.setting("commune_kind", day)
    message = letter(
        sender=plan.setting(MAIL_FROM_KEY, day) or plan.setting(SMTP_USER_KEY, day),
        to=[(one.unit.name, one.unit.email)],
        subject=f"UBND {kind} {plan.commune_name}: sổ dân vận chính quyền, việc cần hoàn thiện đến {shown(day)}",
        body=render("thu-nhac.txt", _values(outcome, one, one.lines), asked.folder),
        written=asked.now,
        about=f"{plan.commune}-{plan.year}-nhac-{one.unit.code}-{day.isoformat()}",
    )
    return as_bytes(message)


def _values(outcome: Outcome, one: Reminder, lines: tuple[str, ...]) -> dict[str, object]:
    """What the templates `nhac-zalo.txt` and `thu-nhac.txt` may name."""
    plan, day = outcome.plan, outcome.as_of
    return {
        "unit": one.unit.name,
        "partner": one.partner,
        "commune": f"{plan.setting('commune_kind', day)} {plan.commune_name}",
        "day": shown(day),
        "lines": lines,
    }
