"""I. Chỉ đạo, triển khai: documents issued in the period, conferences held, and how the work was organised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from danvan_xlsx.plan.terms import OFFICE
from danvan_xlsx.registers.documents import sheet as documents
from danvan_xlsx.registers.study import sheet as study
from danvan_xlsx.report.periodic.annexes import day_in_words
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.letterhead import committee, span
from danvan_xlsx.report.periodic.parts.material import Content, in_window, rows
from danvan_xlsx.report.periodic.parts.outline import Part, numbered
from danvan_xlsx.report.periodic.parts.phrases import amount, clean, day_in_figures, listed, lower_first, series
from danvan_xlsx.report.periodic.parts.results import figures
from danvan_xlsx.report.periodic.parts.staff import Staff
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import fold, shown

_PLAN_NUMBER, _PLAN_DAY = "plan_number", "plan_day"

#: What directs the work; reports and submissions are only counted.
_DIRECTS = (
    documents.RESOLUTION,
    documents.DECISION,
    documents.DIRECTIVE,
    documents.REGULATION,
    documents.RULES,
    documents.PLAN,
    documents.PROGRAMME,
    documents.SCHEME,
    documents.GUIDANCE,
    documents.ANNOUNCEMENT,
    documents.CONCLUSION,
    documents.LETTER,
)
#: A longer list of documents is cut, and the cut is said.
_MOST = 30


class Citations:
    """A document is named in full the first time, later by kind and number alone (Nghị định 30/2020/NĐ-CP)."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._known: set[str] = set()

    def knows(self, number: str) -> bool:
        return fold(number) in self._known

    def cite(self, row: Row, issuer: str = "") -> str:
        when = day_in_words(row["day"]) if issuer else f"ngày {day_in_figures(row['day'])}"
        return self.named(row["kind"], row["number"], when, self._staff.quoted(row, "subject"), issuer)

    def named(self, kind: Option, number: str, when: str, subject: str, issuer: str = "") -> str:
        name = f"{kind.label.vi} số {clean(number)}"
        if self.knows(number):
            return name
        self._known.add(fold(number))
        by = f"của {issuer}" if issuer else ""
        return " ".join(part for part in (name, when, by) if part) + _about(kind, subject)


def _about(kind: Option, subject: str) -> str:
    """`về việc kiện toàn …` of a decision, `về thực hiện …` of the others; in quotes what has to keep its capital."""
    if not subject:
        return ""
    bare = lower_first(re.sub(r"^(?:về việc|về|v/v)\s+", "", subject, flags=re.IGNORECASE))
    if bare[:1].isupper():
        return f" “{bare}”"
    return f" về {'việc ' if kind in (documents.DECISION, documents.LETTER) else ''}{bare}"


def opening(report: Periodic, citations: Citations) -> str:
    """`Thực hiện Kế hoạch số 31/KH-UBND …, Ủy ban nhân dân xã … báo cáo kết quả … như sau:`"""
    since, until = day_in_figures(report.period.since), day_in_figures(report.period.until)
    return (
        f"{_plan_of_the_year(report, citations)}{committee(report)} báo cáo kết quả công tác dân vận chính quyền "
        f"{span(report)} (số liệu từ ngày {since} đến ngày {until}) như sau:"
    )


def _plan_of_the_year(report: Periodic, citations: Citations) -> str:
    plan, day = report.outcome.plan, report.period.until
    number = clean(plan.setting(_PLAN_NUMBER, day))
    if not number:
        return ""
    of_register = (row for row in rows(report, documents.DOCUMENTS.code) if fold(row.get("number", "")) == fold(number))
    row = next(of_register, None)
    if row is not None and {"kind", "day"} <= row.values.keys():
        return f"Thực hiện {citations.cite(row, committee(report))}, "
    signed = plan.value(_PLAN_DAY, day)
    named = citations.named(documents.PLAN, number, day_in_words(signed) if signed else "", "", committee(report))
    return f"Thực hiện {named}, "


def directing(report: Periodic, others: Sequence[Content], staff: Staff, citations: Citations) -> Part:
    """others: the sections of the plan that organise the work, outside its five contents."""
    organised = [line for content in others for line in _organised(content)]
    return Part(
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN",
        numbered(
            [
                ("Ban hành văn bản chỉ đạo, triển khai", list(_documents(report, citations))),
                ("Hội nghị quán triệt, tập huấn", list(_conferences(report, staff))),
                ("Tổ chức thực hiện nhiệm vụ được phân công", organised),
            ]
        ),
    )


def _organised(content: Content) -> Iterator[str]:
    """The figures of a section; the tasks that have none stand in annex and part III."""
    said = [one for duty in content.duties for one in figures(duty)]
    if said:
        yield f"- {content.name}: {lower_first(series(said))}."


# -- documents -------------------------------------------------------------------------


def _documents(report: Periodic, citations: Citations) -> Iterator[str]:
    issued = sorted(_issued(report), key=lambda row: (row["day"], row["number"]))
    if not issued:
        return
    counted = Counter(row["kind"] for row in issued)
    kinds = listed(f"{kind.label.vi.lower()} {counted[kind]}" for kind in documents.NUMBERED if counted[kind])
    direct = [row for row in issued if row["kind"] in _DIRECTS]
    named = [citations.cite(row) for row in direct if not citations.knows(row["number"])]
    more = [f"Và {len(named) - _MOST} văn bản chỉ đạo khác"] if len(named) > _MOST else []
    told = [*named[:_MOST], *more]
    sum_up = f"Trong kỳ đã ban hành {len(issued)} văn bản để thực hiện các nhiệm vụ của Kế hoạch ({kinds})"
    beside = ", ngoài Kế hoạch nêu trên còn có:" if len(named) < len(direct) else ", trong đó có:"
    yield f"{sum_up}{beside}" if told else f"{sum_up}."
    yield from (f"- {one}{';' if one is not told[-1] else '.'}" for one in told)


def _issued(report: Periodic) -> Iterator[Row]:
    """Numbered documents of the committee itself: the Front and the inspectorate issue their own."""
    inside = in_window(report, "day")
    seen: set[str] = set()
    for row in rows(report, documents.DOCUMENTS.code):
        unit = report.outcome.plan.units.get(row.unit)
        number = fold(row.get("number", ""))
        ours = unit is not None and unit.kind == OFFICE and row.get("kind") in documents.NUMBERED
        if ours and number and number not in seen and inside(row):
            seen.add(number)
            yield row


# -- conferences -----------------------------------------------------------------------


def _conferences(report: Periodic, staff: Staff) -> Iterator[str]:
    sessions = _sessions(report)
    for held in sessions:
        yield f"- {_session(held, staff)}"
    told = _new_texts(report)
    if told:
        yield f"Phổ biến, triển khai {told} văn bản pháp luật mới."


def _sessions(report: Periodic) -> list[list[Row]]:
    """Lines of one conference, one for each audience, together: same day, kind and subject."""
    inside = in_window(report, "day")
    held: dict[tuple[object, ...], list[Row]] = {}
    for row in rows(report, study.STUDIES.code):
        if inside(row) and row.get("kind") in (study.STUDY, study.TRAINING, study.STAFF_CONFERENCE):
            held.setdefault((row["day"], row["kind"].code, fold(row.get("subject", ""))), []).append(row)
    return [held[one] for one in sorted(held, key=lambda one: (one[0], one[1], one[2]))]


def _session(held: list[Row], staff: Staff) -> str:
    kind, day, subject = held[0]["kind"], held[0]["day"], staff.quoted(held[0], "subject")
    name = _SESSIONS[kind.code]
    if kind == study.STAFF_CONFERENCE or fold(subject).startswith(fold(kind.label.vi)):
        name, subject = subject or name, ""
    about = f" {lower_first(subject)}" if subject else ""
    return f"{name}{about}, ngày {day_in_figures(day)}{_attendance(held)}."


_SESSIONS = {
    "study": "Hội nghị quán triệt",
    "training": "Lớp tập huấn",
    "staff_conference": "Hội nghị cán bộ, công chức",
}


def _attendance(held: Iterable[Row]) -> str:
    """Only where every line of the conference has both numbers: a part is no attendance."""
    lines = list(held)
    if not all({"invited", "attended"} <= row.values.keys() for row in lines):
        return ""
    invited, attended = (sum(row[column] for row in lines) for column in ("invited", "attended"))
    return f": {shown(attended)}/{shown(invited)} người dự ({amount(100 * attended / invited)}%)" if invited else ""


def _new_texts(report: Periodic) -> int:
    inside = in_window(report, "day")
    return sum(row.get("kind") == study.NEW_TEXT and inside(row) for row in rows(report, study.STUDIES.code))
