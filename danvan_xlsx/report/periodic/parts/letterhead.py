"""Letterhead, address, copies and signature of a report, from the settings and recipients of the plan."""

from __future__ import annotations

import re
from datetime import date

from danvan_xlsx.plan.plan import Plan, Recipient
from danvan_xlsx.report.periodic.annexes import day_in_words
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.outline import Letterhead
from danvan_xlsx.report.periodic.parts.phrases import clean, lower_first
from danvan_xlsx.words.text import fold

#: Room for what the clerk's e-signature or a pen fills in.
_NO_NUMBER = "Số:       /BC-UBND"
_DEPUTY, _CHAIRMAN = "PHÓ CHỦ TỊCH", "CHỦ TỊCH"
_AS_ABOVE, _FILED = "- Như trên;", "- Lưu: VT, VP."


def letterhead(report: Periodic) -> Letterhead:
    plan = report.outcome.plan
    addressed, others = _recipients(plan, report.period.code)
    title = clean(plan.setting("signer_title", report.period.until)).upper()
    deputy = _DEPUTY in title
    return Letterhead(
        agency=("ỦY BAN NHÂN DÂN", f"{commune_kind(plan, report.period.until)} {plan.commune_name}".upper()),
        number=f"Số: {clean(report.number)}" if report.number else _NO_NUMBER,
        place_and_day=_place_and_day(report),
        kind="BÁO CÁO",
        subject=subject(report),
        addressed=_address(addressed or _superior(plan, report.period.until)),
        copies=_copies(bool(addressed), others),
        authority=("TM. ỦY BAN NHÂN DÂN", *((f"KT. {_CHAIRMAN}",) if deputy else ())),
        title=_DEPUTY if deputy else title,
        name=clean(plan.setting("signer_name", report.period.until)),
    )


def commune_kind(plan: Plan, day: date) -> str:
    return plan.setting("commune_kind", day)


def committee(report: Periodic) -> str:
    """`Ủy ban nhân dân xã Minh Sơn`."""
    plan = report.outcome.plan
    return f"Ủy ban nhân dân {commune_kind(plan, report.period.until)} {plan.commune_name}"


def subject(report: Periodic) -> str:
    """`Kết quả công tác dân vận chính quyền 6 tháng đầu năm 2022`."""
    return f"Kết quả công tác dân vận chính quyền {span(report)}"


def span(report: Periodic) -> str:
    """`6 tháng đầu năm 2022`: the period's name without the word for a report."""
    name = re.sub(r"^báo cáo\s+", "", clean(report.period.name), flags=re.IGNORECASE)
    return lower_first(re.sub(r"^(kết quả )?công tác dân vận chính quyền\s+", "", name, flags=re.IGNORECASE))


def _place_and_day(report: Periodic) -> str:
    plan = report.outcome.plan
    place = clean(plan.setting("place_name", report.period.until, plan.commune_name))
    day = day_in_words(report.signed_on) if report.signed_on else f"ngày     tháng     năm {plan.year}"
    return f"{place}, {day}"


def _recipients(plan: Plan, period: str) -> tuple[list[str], list[Recipient]]:
    """Names of those addressed, then the other recipients, each in the plan's order."""
    mine = sorted((one for one in plan.recipients if fold(one.document) == fold(period)), key=lambda one: one.order)
    return [clean(one.name).rstrip(".;") for one in mine if one.addressed], [one for one in mine if not one.addressed]


def _superior(plan: Plan, day: date) -> list[str]:
    name, through = clean(plan.setting("superior", day)), clean(plan.setting("through", day))
    if not name:
        return []
    return [f"{name} (qua {through})" if through else name]


def _address(names: list[str]) -> tuple[str, ...]:
    """On one line for one, under each other for several."""
    if len(names) < 2:
        return tuple(f"Kính gửi: {name}." for name in names)
    return ("Kính gửi:", *(f"- {name};" for name in names[:-1]), f"- {names[-1]}.")


def _copies(addressed: bool, others: list[Recipient]) -> tuple[str, ...]:
    """*Như trên* first and *Lưu* last, whatever their order in the plan."""
    lines, filed = ([_AS_ABOVE] if addressed else []), _FILED
    for one in others:
        name, purpose = clean(one.name).rstrip(".;"), clean(one.purpose).strip("()")
        if fold(name).startswith("lưu"):
            filed = f"- {name}."
        elif fold(name) != "như trên":
            lines.append(f"- {name} ({purpose});" if purpose else f"- {name};")
    return (*lines, filed)
