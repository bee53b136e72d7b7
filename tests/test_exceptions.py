"""What the commune accepts becomes a note with its reason; an exception that does not work is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from danvan_xlsx.check.exceptions import accept
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found
from tests.plans import built
from tests.shelf import beside, told

AS_OF = date(2022, 11, 14)
KNOWN = frozenset({"DL03", "DL16", "BM20"})
FILES = {"van-phong.xlsx": "VP", "van-hoa.xlsx": "VANHOA"}

HERE = Place("van-phong.xlsx", "Sổ tiếp công dân", 9, 6)
BELOW = Place("van-phong.xlsx", "Sổ tiếp công dân", 10, 6)
ELSEWHERE = Place("van-phong.xlsx", "Sổ đơn thư", 9, 6)
THERE = Place("van-hoa.xlsx", "Sổ tiếp công dân", 9, 6)
WHOLE = Place("van-phong.xlsx", "Sổ tiếp công dân")

FINDINGS = [
    *(Finding("DL03", place) for place in (HERE, BELOW, ELSEWHERE, THERE)),
    Finding("DL16", HERE),
    Finding("BM20", WHOLE),
]
HEAD = "| code | unit | sheet | cell | reason | decided_by | until |\n"


def after(row: str, findings: Sequence[Finding] = FINDINGS) -> list[Finding]:
    plan, _ = built(exceptions=HEAD + row)
    return accept(findings, plan, FILES, KNOWN, AS_OF)


@pytest.mark.parametrize(
    ("row", "accepted"),
    [
        ("| DL03 | | | | Nghỉ Tết | Chủ tịch | |", {HERE, BELOW, ELSEWHERE, THERE}),
        ("| DL03 | VP | | | Nghỉ Tết | Chủ tịch | |", {HERE, BELOW, ELSEWHERE}),
        ("| DL03 | van phong | | | Nghỉ Tết | Chủ tịch | |", set()),
        ("| DL03 | VĂN PHÒNG – THỐNG KÊ | SỔ ĐƠN  THƯ | | Nghỉ Tết | Chủ tịch | |", {ELSEWHERE}),
        ("| DL03 | | Sổ tiếp công dân | F9 | Nghỉ Tết | Chủ tịch | |", {HERE, THERE}),
        ("| DL03 | VP | Sổ tiếp công dân | f 9 | Nghỉ Tết | Chủ tịch | |", {HERE}),
        ("| DL03 | VP | Sổ tiếp công dân | 10 | Nghỉ Tết | Chủ tịch | |", {BELOW}),
        ("| DL03 | | | F99 | Nghỉ Tết | Chủ tịch | |", set()),
        ("| DL16 | | | | Nghỉ Tết | Chủ tịch | 14/11/2022 |", {HERE}),
        ("| DL16 | | | | Nghỉ Tết | Chủ tịch | 13/11/2022 |", set()),
        ("| BM20 | VP | | | Nghỉ Tết | Chủ tịch | |", {WHOLE}),
        ("| BM20 | VP | | F9 | Nghỉ Tết | Chủ tịch | |", set()),
    ],
)
def test_an_exception_reaches_as_far_as_it_says(row: str, accepted: set[Place]) -> None:
    found_after = after(row)

    assert {one.place for one in found_after if one.accepted} == accepted
    assert len({one.code for one in found_after if one.accepted}) <= 1
    for one in found_after[: len(FINDINGS)]:
        assert (one.severity is Severity.NOTE) == (one.accepted is not None)


def test_what_is_accepted_stays_with_its_reason_and_who_decided() -> None:
    (one,) = after("| DL16 | | | | Nghỉ Tết | Chủ tịch | |", [found("DL16", HERE, raw="x")])

    assert (one.code, one.place, one.values["raw"], one.accepted) == ("DL16", HERE, "x", "Nghỉ Tết (Chủ tịch)")


def test_an_exception_that_does_not_work_is_told() -> None:
    text = HEAD + "\n".join(
        (
            "| DL03 | | | F9 | Nghỉ Tết | Chủ tịch | |",
            "| DL99 | | | | Nghỉ Tết | Chủ tịch | | B8 KH29",
            "| DL16 | | | | Nghỉ Tết | Chủ tịch | 30/06/2022 | H9 KH30",
            "| DL16 | VANHOA | | | Nghỉ Tết | Chủ tịch | | B10 KH31",
            "| DL16 | VANHOA | | | Nghỉ Tết | Chủ tịch | 30/06/2022 | H11 KH30",
        )
    )
    plan, _ = built(exceptions=text)
    more = accept(FINDINGS, plan, FILES, KNOWN, AS_OF)[len(FINDINGS) :]

    assert told(more) == beside(text)
    assert {one.place.file for one in more} == {"KH.xlsx"}


def test_an_exception_whose_scope_cannot_be_read_accepts_nothing() -> None:
    assert [one.accepted for one in after("| DL03 | | | #84,01 | Nghỉ Tết | Chủ tịch | |")] == [None] * len(FINDINGS)
