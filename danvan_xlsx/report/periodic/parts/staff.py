"""What staff wrote: why something is late, difficulties, proposals; quoted whole, unless it tells of a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from danvan_xlsx.check.privacy import Names, names_in, told_of_somebody
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.registers.tasks import BOX, TASKS
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.material import Duty, following, rows
from danvan_xlsx.report.periodic.parts.phrases import clean, sentence
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.rules import key
from danvan_xlsx.words.text import fold

REMARKS = "remarks"
#: Columns that say why a day or a result is as it is.
_WHY = ("explanation", "reason")
#: `ông Nguyễn Văn An`: stricter than the check, which knows only the names of those who came or wrote.
_NAMED = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ)((?:\s+[^\W\d_]+){2})")
#: Telephone and identity numbers, also in groups.
_LONG_NUMBER = re.compile(r"(?<![\d/.,])0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)")
_PROPOSES = re.compile(r"(?:^|[.;]\s+)(?=(?:đề xuất|đề nghị|kiến nghị|mong)\b)", re.IGNORECASE)


class Note(NamedTuple):
    """A text as staff wrote it: which unit, what is difficult or why, what is proposed; either may be ""."""

    unit: str
    difficulty: str
    proposal: str


@dataclass
class Staff:
    """The words of staff in a report. left_out: the cells that tell of a person and are not quoted."""

    report: Periodic
    left_out: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._names: Names = names_in(row for one in self.report.outcome.sheets for row in one.rows)
        after = following(self.report)
        #: Remarks on a task carry no day: once the data of the next period end they are about that one.
        self._of_later = after is not None and after.until <= self.report.outcome.as_of

    def quoted(self, row: Row, column: str) -> str:
        """A cell's text on one line; "" where it is blank or tells of a person."""
        text = row.values.get(column)
        if not isinstance(text, str) or not clean(text):
            return ""
        if tells_of_a_person(clean(text), self._names):
            place = row.place(column)
            if place not in self.left_out:
                self.left_out.append(place)
            return ""
        return clean(text)

    def on_task(self, duty: Duty) -> list[Note]:
        """What units wrote beside a task."""
        if self._of_later:
            return []
        found = (row for row in rows(self.report, TASKS.code) if key(row.get("code", "")) == key(duty.code))
        return self._notes(found)

    def in_boxes(self) -> list[Note]:
        """What units wrote in the box of this period."""
        box = fold(BOX + self.report.period.code)
        return self._notes(row for row in rows(self.report, TASKS.code) if fold(str(row.get("code", ""))) == box)

    def _notes(self, found: Iterable[Row]) -> list[Note]:
        plan = self.report.outcome.plan
        quoted = ((row, self.quoted(row, REMARKS)) for row in found)
        return [_note(row, text, plan) for row, text in quoted if text]

    def why(self, duty: Duty) -> list[str]:
        """Explanations typed in the registers beside what keeps a duty from being met."""
        missed = (row for one in duty.asked if one.unmet for row in one.missed)
        # Not even that there is a denunciation is told beside a reason.
        open_ones = (row for row in missed if key(row.get("kind")) != "denunciation")
        told = (sentence(text) for row in open_ones for column in _WHY if (text := self.quoted(row, column)))
        return list(dict.fromkeys(told))[:_MOST]


#: A report is no register: of many explanations the first few.
_MOST = 5


def _note(row: Row, text: str, plan: Plan) -> Note:
    begins = _PROPOSES.search(text)
    cut = begins.end() if begins else len(text)
    unit = plan.unit_name(row.unit)
    return Note(unit, *(sentence(part) if clean(part) else "" for part in (text[:cut], text[cut:])))


def tells_of_a_person(text: str, names: Names) -> bool:
    if told_of_somebody(text, names) or _LONG_NUMBER.search(text):
        return True
    return any(all(word[0].isupper() for word in one[1].split()) for one in _NAMED.finditer(text))
