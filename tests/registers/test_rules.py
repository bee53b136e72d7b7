"""Every question of the catalogue: both its cases, a near miss, its figures of the law, its wording."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.words.law import known_keys
from danvan_xlsx.words.rules import CONDUCT, ERROR, Rule, say
from tests.registers.judged import Watched, case_findings

QUESTIONS = {code: one for code, one in catalogue().items() if one.ask is not None}
#: `product.md` 8: never said to those who do the work.
HARSH = ("vi phạm", "sai phạm", "khai khống", "yếu kém", "yêu cầu")
_NEAR_MISS = re.compile(r"~([A-Z]{2,3}\d\d)")


def near_misses() -> set[str]:
    tests = Path(__file__).parent.glob("test_*.py")
    return {code for path in tests for code in _NEAR_MISS.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_question_finds_its_wrong_case_and_not_its_right_one(code: str) -> None:
    rule, law = QUESTIONS[code], Watched()
    wrong, right = (case_findings(rule, case, law) for case in (rule.wrong, rule.right))

    assert [one.code for one in wrong] == [code]
    assert right == []
    assert law.asked == set(rule.limits), "a question declares the figures it looks up"


def test_every_question_has_a_near_miss() -> None:
    assert sorted(QUESTIONS.keys() - near_misses()) == []


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_question_speaks_politely_in_both_languages_and_names_its_source(code: str) -> None:
    rule = QUESTIONS[code]
    (finding,) = case_findings(rule, rule.wrong)

    for lang in ("vi", "en"):
        said = say(finding, lang)
        for sentence in (said.message, said.remedy, rule.reason.say(lang)):
            assert sentence.endswith((".", "?")), sentence
            assert not re.search(r"\{|\}|None|\bTrue\b|nan", sentence), sentence
    assert not [word for word in HARSH if word in _vietnamese(rule).casefold()]
    assert rule.source.endswith(".")
    assert set(rule.limits) <= set(known_keys())
    assert not (rule.concern is CONDUCT and rule.severity is ERROR)


def _vietnamese(rule: Rule) -> str:
    return " ".join((rule.message.vi, rule.remedy.vi, rule.reason.vi))
