"""The report that is signed, in full form: every sentence from the data, none where the data say nothing."""

from __future__ import annotations

from danvan_xlsx.report.periodic.annexes import DRAFT
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.ahead import ahead, proposals
from danvan_xlsx.report.periodic.parts.assessment import assessment
from danvan_xlsx.report.periodic.parts.directing import Citations, directing, opening
from danvan_xlsx.report.periodic.parts.letterhead import committee, letterhead, span
from danvan_xlsx.report.periodic.parts.material import Content, contents
from danvan_xlsx.report.periodic.parts.outline import Narrative
from danvan_xlsx.report.periodic.parts.results import results
from danvan_xlsx.report.periodic.parts.staff import Staff

#: The chapter of the plan that holds its contents; what organises the work stands in the others.
_CONTENTS = "II."


def narrative(report: Periodic) -> Narrative:
    """Outline I–V of a report on dân vận chính quyền."""
    staff = Staff(report)
    citations = Citations(staff)
    everything = contents(report)
    main, others = _chapters(everything)
    return Narrative(
        head=letterhead(report),
        opening=opening(report, citations),
        directing=directing(report, others, staff, citations),
        results=results(report, main, staff, everything=everything),
        assessment=assessment(everything, staff),
        ahead=ahead(report, everything),
        proposals=proposals(everything, staff),
        closing=f"Trên đây là báo cáo kết quả công tác dân vận chính quyền {span(report)} của {committee(report)}./.",
        draft=DRAFT.vi if report.draft else "",
        left_out=tuple(staff.left_out),
    )


def _chapters(everything: tuple[Content, ...]) -> tuple[list[Content], list[Content]]:
    """The contents, and what organises the work; a plan of another build has contents only."""
    main = [one for one in everything if one.code.startswith(_CONTENTS)]
    return (main, [one for one in everything if one not in main]) if main else (list(everything), [])
