"""The steps of a petition: whose it is, which limit of the law a step has, and the day on which the step was done."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from danvan_xlsx.registers.petitions.sheet import (
    COMPLAINT,
    COMPLEX,
    DENUNCIATION,
    ESPECIALLY_COMPLEX,
    OWN,
    PARTLY_RIGHT,
    PLAIN,
    REPEATED,
    RIGHT,
    SUSPENDED,
    WITHDRAWN,
    WRONG,
)
from danvan_xlsx.words.amounts import amount_label
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.text import Text, fold

ACCEPTANCE, FIRST_RESOLUTION = "complaint.acceptance", "complaint.first_resolution"
INITIAL, RESOLUTION, RESOLUTION_MAX = "denunciation.initial", "denunciation.resolution", "denunciation.resolution_max"

#: Results that a decision or a conclusion gives, and those that end a case without one.
DECIDED, GIVEN_UP = (RIGHT, PARTLY_RIGHT, WRONG), (WITHDRAWN, SUSPENDED)

Breach = dict[str, Any]


def first_complaint(kind: Option, competence: Option, times: Option | None) -> bool:
    """A complaint the commune settles: a second one goes to its superior (Luật Khiếu nại 2011, Điều 7)."""
    return kind == COMPLAINT and competence == OWN and times != REPEATED


def own_denunciation(kind: Option, competence: Option) -> bool:
    return kind == DENUNCIATION and competence == OWN


def open_until(result: Option | None, as_of: date) -> date | None:
    """The day of the check for a case without an end; None where it has a result and nobody wrote of which day."""
    return as_of if result is None else None


def unaccepted_until(
    settled_on: date | None, withdrawn_on: date | None, result: Option | None, as_of: date
) -> date | None:
    """Until when it stood without being accepted; None where it was settled all the same, which is told apart."""
    settled = result not in GIVEN_UP if settled_on else False
    if settled and withdrawn_on is None:
        return None
    return earliest(settled_on, withdrawn_on) or open_until(result, as_of)


def earliest(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)


def late(limit: Limit | None, start: date, done: date | None, until: date | None) -> Breach | None:
    """What to say of a step that was done, or stood open until a day, after its limit; None where all is well."""
    end = done or until
    breach = limit.breach(start, end) if limit and end else None
    if limit is None or breach is None:
        return None
    # In the unit of the limit: a working day is not a day.
    return {**breach, "done": done or _open(until), "took": amount_label(breach["taken"], limit.unit)}


def _open(until: date | None) -> Text:
    return Text(f"chưa có, tính đến {until:%d/%m/%Y}", f"(not by {until:%d/%m/%Y})")


def of_case(limit: Limit | None, *cases: str) -> Limit | None:
    return limit.case(*cases) if limit else None


def complaint_limit(law: Law, plan: Any, accepted_on: date, complexity: Option) -> Limit | None:
    """Luật Khiếu nại 2011, Điều 28. Longer in remote areas, which the commune's setting says."""
    remote = plan.value("remote_area", accepted_on)
    # The law knows one degree of complexity; whoever chose the other meant at least that one.
    plain = complexity == PLAIN
    case = ("remote" if plain else "remote_complex") if remote else ("normal" if plain else "complex")
    return of_case(law.get(FIRST_RESOLUTION, accepted_on), case)


#: How a denunciation's complexity is called in the law's figures.
_CASES = {COMPLEX: "complex", ESPECIALLY_COMPLEX: "very_complex"}


def denunciation_limit(law: Law, accepted_on: date, complexity: Option, extended: bool) -> Limit | None:
    """The longest time its complexity allows, extensions and all: Luật Tố cáo 2018, Điều 30."""
    # Extended though plain contradicts itself, and is told; at least one extension was meant.
    case = _CASES.get(complexity) or ("complex" if extended else None)
    key = RESOLUTION_MAX if case else RESOLUTION
    return of_case(law.get(key, accepted_on), case or "normal")


_NOBODY = (
    r"(?:đơn )?(?:nặc|khuyết|giấu|mạo) (?:danh|tên)"
    r"|không (?:ghi|có|rõ|đề|nêu)(?: rõ)?(?: họ)? tên(?:(?:, ?| và | – | - )địa chỉ)?"
    r"|không (?:có |rõ )?tên|không rõ người gửi"
)
_APART = rf"\W*(?:(?:ghi )?(?:theo )?hồ sơ (?:riêng|mật)|{_NOBODY})\W*"


def kept_apart(words: str) -> bool:
    """Whether a cell of a denunciation says nothing but that its file is kept apart, or that nobody signed it."""
    return re.fullmatch(_APART, fold(words)) is not None


def nameless(words: str) -> bool:
    """Whether a reason or a cell says that nobody put a name to it."""
    return re.search(_NOBODY, fold(words)) is not None
