"""How the report that is signed says a figure, a target, a day, a word of staff: whole sentences, Vietnamese forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from danvan_xlsx.plan.plan import Indicator
from danvan_xlsx.plan.status import IndicatorState
from danvan_xlsx.plan.terms import AT_MOST
from danvan_xlsx.report.periodic.figures import ReportFigure
from danvan_xlsx.report.wording import with_unit
from danvan_xlsx.words.rules import MEASURES
from danvan_xlsx.words.text import number, tidy

# -- texts -----------------------------------------------------------------------------


def clean(text: str) -> str:
    """One line that any program can print: no line breaks, no control characters, nothing that XML refuses."""
    return "".join(letter for letter in tidy(text) if letter.isprintable())


def lower_first(text: str) -> str:
    """`Hồ sơ quá hạn` → `hồ sơ quá hạn` in a sentence; `TTHC …`, `Ban Thanh tra …`, `Nghị quyết 25 …` as they are."""
    first, _, rest = text.partition(" ")
    following = next((letter for letter in rest if letter.isalpha()), "")
    name = following.isupper() and first.lower() not in _COUNTERS
    proper = name or first[1:] != first[1:].lower() or _TEXT_OF_LAW.match(text)
    return text if proper else text[:1].lower() + text[1:]


#: Words that count things: a name behind them does not make them part of it (`Kỳ Chủ tịch tiếp công dân`).
_COUNTERS = frozenset({"kỳ", "cuộc", "buổi", "đợt", "lượt", "lớp", "số", "tỷ"})


_TEXT_OF_LAW = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kết luận|Thông tư|Công văn|Quy định|Kế hoạch)"
    r"(?: số)? \d"
)


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital and a full stop; never with the mark that ends a document."""
    bare = re.sub(r"^[-–•*+] ", "", clean(text)).removesuffix("./.").rstrip(" .;,")
    return upper_first(bare) + ("" if bare.endswith(("?", "!", "…")) else ".")


def listed(parts: Iterable[str]) -> str:
    return "; ".join(part for part in parts if part)


def series(parts: Iterable[object]) -> str:
    """`Hội nghị …; cán bộ …; Ban …`: the first keeps its capital."""
    first, *others = [str(part) for part in parts] or [""]
    return listed((first, *map(lower_first, others)))


def day_in_figures(day: date) -> str:
    """`05/01/2022`, `15/4/2022`: zeros where Nghị định 30/2020/NĐ-CP puts them."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


# -- figures ---------------------------------------------------------------------------


def amount(value: float) -> str:
    return number(value, digits=1)


class Said(NamedTuple):
    """A figure in words: what it is, how much against what."""

    label: str
    value: str

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"


def figure(asked: Indicator, one: ReportFigure, state: IndicatorState | None, *, binding: bool) -> Said | None:
    """`Hồ sơ nộp trực tuyến: 1.060/2.090 hồ sơ (50,7%; chỉ tiêu 70%)`; None of a share over nothing.

    A target that nobody adopted is not told to the level above.
    """
    if one.actual is None:
        return None
    actual, told = with_unit(one.actual, clean(one.unit), digits=1), []
    if one.share and len(one.parts) > 1:
        actual, told = _parts(asked, one), [f"{amount(one.actual)}%"]
    if binding:
        told += [f"chỉ tiêu {_target(asked)}", *_met_in(asked, state)]
    for word, value in (("cùng kỳ năm trước", one.before), ("ước cả năm", one.estimate)):
        if value is not None:
            told.append(f"{word} {with_unit(value, clean(one.unit), digits=1)}")
    return Said(clean(one.label), f"{actual} ({listed(told)})" if told else actual)


def _parts(asked: Indicator, one: ReportFigure) -> str:
    part, whole = (sum(figure.amount for figure in figures) for figures in one.parts[:2])
    unit = MEASURES[asked.measure].unit.vi if asked.measure in MEASURES else ""
    return f"{with_unit(part, '')}/{with_unit(whole, unit)}"


def _target(one: Indicator) -> str:
    """`70%`, `98% mỗi tháng`, `1/quý`, `không quá 11`: at least, unless it says otherwise."""
    asked = with_unit(one.target, "%" if one.unit == "%" else "")
    most = "không quá " if one.comparison == AT_MOST and one.target else ""
    span = _SPANS.get(one.window.code, "")
    each = (f" mỗi {span}" if one.unit == "%" else f"/{span}") if span else ""
    return f"{most}{asked}{each}"


_SPANS = {"week": "tuần", "month": "tháng", "quarter": "quý", "half": "6 tháng"}


def _met_in(asked: Indicator, state: IndicatorState | None) -> Iterator[str]:
    """`đạt 6/7 tháng`, where several periods were judged."""
    judged = [one for one in state.asked if one.met is not None and one.window.ended] if state else []
    if len(judged) > 1 and asked.window.code in _SPANS:
        word = "kỳ" if asked.window.code == "half" else _SPANS[asked.window.code]
        yield f"đạt {sum(bool(one.met) for one in judged)}/{len(judged)} {word}"
