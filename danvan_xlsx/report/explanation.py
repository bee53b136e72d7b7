"""What `explain` and `codes` say of a code: its fault, reason, source, a wrong and a right example, the remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from danvan_xlsx.words.amounts import case_label
from danvan_xlsx.words.cases import told
from danvan_xlsx.words.law import Limit, every_limit
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import Rule
from danvan_xlsx.words.text import Lang, Text

_PLACEHOLDER = re.compile(r"\{\w+\}")
_CODE = re.compile(r"\s*([A-Z]+)[\s.-]*([0-9]{1,4})\s*")


def values_of(rule: Rule, lang: Lang, sheets: Mapping[str, Sheet]) -> dict[str, Any]:
    """The values of the template `ma-loi.txt`; sheets: every register, whose headings the cases name."""
    wrong, right = examples(rule, sheets)
    return {
        "lang": lang,
        "code": rule.code,
        "name": rule.name.replace("_", " "),
        "severity": rule.severity.label.say(lang),
        "concern": rule.concern.label.say(lang),
        "sheet": rule.sheet.title.say(lang) if rule.sheet else "",
        "message": pattern(rule.message.say(lang)),
        "remedy": pattern(rule.remedy.say(lang)),
        "reason": rule.reason.say(lang),
        "source": rule.source,
        "limits": [limit_line(limit, lang) for key in rule.limits for limit in every_limit(key)],
        "wrong": wrong.say(lang),
        "right": right.say(lang),
    }


def examples(rule: Rule, sheets: Mapping[str, Sheet]) -> tuple[Text, Text]:
    """The wrong and the right case of a code, in words."""
    if rule.example is not None:
        return rule.example.wrong, rule.example.right
    assert rule.sheet is not None, f"{rule.code} is neither a fault with an example nor a question with cases"
    return told(rule.wrong, rule.sheet, sheets), told(rule.right, rule.sheet, sheets)


def limit_line(limit: Limit, lang: Lang) -> str:
    """`45 ngày (vụ việc phức tạp), từ 01/07/2012: Luật …, Điều 28 (đã đọc văn bản)`."""
    case = f" ({case_label(limit.case_name).say(lang)})" if limit.case_name else ""
    values = {"amount": limit.label, "case": case, "since": limit.since, "until": limit.until}
    pattern = _OPEN if limit.until is None else _CLOSED
    return f"{pattern.say(lang, values)}: {limit.source} ({limit.standing_label.say(lang)})"


_OPEN = Text("{amount}{case}, từ {since}", "{amount}{case}, from {since}")
_CLOSED = Text("{amount}{case}, từ {since} đến {until}", "{amount}{case}, from {since} to {until}")


def pattern(sentence: str) -> str:
    """A sentence whose values are not known yet."""
    return _PLACEHOLDER.sub("…", sentence)


def listing(catalogue: Mapping[str, Rule], lang: Lang) -> Iterator[str]:
    """A line per code."""
    for rule in catalogue.values():
        severity, concern = rule.severity.label.say(lang), rule.concern.label.say(lang)
        yield f"{rule.code:<6} {severity:<9} {concern:<10} {pattern(rule.message.say(lang))}"


def near(code: str, catalogue: Mapping[str, Rule]) -> str:
    """The code that was probably meant: `DL3`, `DL-03` and `dl 3` mean `DL03`."""
    if parts := _CODE.fullmatch(code.upper()):
        whole = f"{parts[1]}{int(parts[2]):02}"
        if whole in catalogue:
            return whole
    found = difflib.get_close_matches(code.upper(), catalogue, n=1, cutoff=0.5)
    return found[0] if found else ""
