"""What `explain` and `codes` say of a code: its fault, reason, source, a wrong and a right example, the remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from danvan_xlsx.words.rules import Rule
from danvan_xlsx.words.text import Lang

_PLACEHOLDER = re.compile(r"\{\w+\}")
_CODE = re.compile(r"\s*([A-Z]+)[\s.-]*([0-9]{1,4})\s*")


def values_of(rule: Rule, lang: Lang) -> dict[str, Any]:
    """The values of the template `ma-loi.txt`."""
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
        "source": "" if rule.source == rule.reason.say(lang) else rule.source,
        "wrong": rule.example.wrong.say(lang) if rule.example else "",
        "right": rule.example.right.say(lang) if rule.example else "",
    }


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
