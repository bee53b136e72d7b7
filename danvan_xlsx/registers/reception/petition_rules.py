"""Visits and petitions held against each other: every petition of a reception is named by its visit, and they agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.reception.sheet import ACCEPTED, DENUNCIATION, OTHER, RECEPTION
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, ERROR, NOTE, WARNING, Register, having, key, sheet_rule
from danvan_xlsx.words.text import Personal, Text, fold

_NONE_SEEN = Text("chưa thấy đơn nào", "none seen")
_LOOK_AT_BOTH = Text(
    "Đề nghị đối chiếu đơn gốc, sửa ô chưa đúng ở một trong hai sổ.",
    "Please look at the petition itself and correct the cell that is wrong in one of the two registers.",
)

_Told = tuple[Row | None, str, dict[str, Any]]


@sheet_rule(
    "TCD11",
    RECEPTION,
    DATA,
    ERROR,
    message=Text(
        "Lượt tiếp ngày {day} tiếp nhận để giải quyết, chưa ghi mã đơn; đơn nhận qua tiếp công dân ngày này ở Sổ đơn "
        "thư: {near}.",
        "The visit of {day} was taken up without the code of a petition; petitions of receptions of that day: {near}.",
    ),
    remedy=Text(
        "Đề nghị ghi mã đơn; nếu chưa vào sổ đơn, vào sổ rồi ghi mã.",
        "Please give the code; enter the petition first where it is not registered yet.",
    ),
    reason=Text(
        "Việc đã tiếp nhận để giải quyết được theo dõi tiếp ở Sổ đơn thư bằng mã đơn.",
        "What is taken up is followed in the register of petitions, by its code.",
    ),
    wrong="""
        day 06/10/2022 | matter Kiến nghị, phản ánh | outcome Tiếp nhận để giải quyết
        petitions: code D-22 | received_on 06/10/2022 | source Qua tiếp công dân
        """,
    right="""
        day 06/10/2022 | matter Kiến nghị, phản ánh | outcome Tiếp nhận để giải quyết | petition D-22
        petitions: code D-22 | received_on 06/10/2022 | source Qua tiếp công dân
        """,
)
def taken_up_without_code(*, rows: Sequence[Row], petitions: Register) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 25, Điều 26."""
    unnamed = _unnamed(rows, petitions)
    for row in _uncoded(rows):
        yield row, "petition", {"day": row["day"], "near": tuple(unnamed.get(row["day"], ())) or _NONE_SEEN}


@sheet_rule(
    "TCD25",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Đơn ghi nguồn Qua tiếp công dân nhưng chưa lượt tiếp nào ghi mã: {codes}.",
        "Petitions handed in at a reception that no visit names: {codes}.",
    ),
    remedy=Text(
        "Đề nghị ghi lượt tiếp có đơn này, ghi mã đơn ở lượt tiếp, hoặc chọn lại nguồn đơn ở Sổ đơn thư.",
        "Please enter the visit or give the code there, or choose another source in the register of petitions.",
    ),
    reason=Text(
        "Số lượt tiếp và số đơn nhận qua tiếp công dân đi cùng nhau ở biểu tổng hợp.",
        "Visits and petitions from receptions go together in the summary form.",
    ),
    wrong="""
        day 06/10/2022 | matter Khác | outcome Từ chối tiếp
        petitions: code D-22 | received_on 06/10/2022 | source Qua tiếp công dân
        """,
    right="""
        day 06/10/2022 | matter Khác | outcome Từ chối tiếp
        petitions: code D-22 | received_on 06/10/2022 | source Nộp trực tiếp
        """,
)
def petitions_without_visit(*, rows: Sequence[Row], petitions: Register, plan: Any, as_of: date) -> Iterator[_Told]:
    """Mẫu biểu 02/TCD, Thông tư 02/2021/TT-TTCP."""
    # A visit without a code, or with one that leads nowhere, is told itself and may be the one that seems to lack.
    astray = [row for row in rows if "petition" in row.refused or _leads_nowhere(row, petitions)]
    if any("day" not in row.values for row in astray):
        return
    told = {row["day"] for row in (*astray, *_uncoded(rows))}
    codes = [
        code
        for day, found in sorted(_unnamed(rows, petitions).items())
        if day.year == plan.year and day <= as_of and day not in told
        for code in found
    ]
    if codes:
        yield None, "petition", {"codes": tuple(codes)}


def _leads_nowhere(row: Row, petitions: Register) -> bool:
    return "petition" in row.values and key(row["petition"]) not in petitions.by("code")


def _uncoded(rows: Iterable[Row]) -> list[Row]:
    """Visits whose matter was taken up as a petition, without its code."""
    return [
        row
        for row in having(rows, "day", "outcome", "matter")
        if row["outcome"] == ACCEPTED
        and row["matter"] != OTHER
        and "petition" not in row.values
        and "petition" not in row.refused
    ]


def _unnamed(rows: Iterable[Row], petitions: Register) -> dict[date, list[str]]:
    """The petitions handed in at a reception that no visit names: their codes by the day they were received."""
    named = {key(row["petition"]) for row in having(rows, "petition")}
    found: dict[date, list[str]] = defaultdict(list)
    for petition in having(petitions.rows, "code", "received_on", "source"):
        if key(petition["source"]) == "reception" and key(petition["code"]) not in named:
            found[petition["received_on"]].append(petition["code"])
    return found


@sheet_rule(
    "TCD26",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} ghi loại việc {matter}; đơn {petition} ở Sổ đơn thư là {found}.",
        "The visit of {day} is of the kind {matter}; petition {petition} is registered as {found}.",
    ),
    remedy=_LOOK_AT_BOTH,
    reason=Text(
        "Một việc được phân loại như nhau ở hai sổ thì các biểu mới khớp.",
        "The forms agree only where both registers sort a matter alike.",
    ),
    wrong="""
        day 10/03/2022 | matter Khiếu nại | petition D-07
        petitions: code D-07 | kind Kiến nghị, phản ánh
        """,
    right="""
        day 10/03/2022 | matter Kiến nghị, phản ánh | petition D-07
        petitions: code D-07 | kind Kiến nghị, phản ánh
        """,
)
def sorted_otherwise(*, rows: Iterable[Row], petitions: Register) -> Iterator[_Told]:
    """Thông tư 05/2021/TT-TTCP; mẫu biểu 02/TCD, Thông tư 02/2021/TT-TTCP."""
    for row, petition in _pairs(rows, petitions, "matter"):
        kind = petition.get("kind")
        if kind is not None and row["matter"] != OTHER and key(kind) != key(row["matter"]):
            yield row, "matter", {**_told_of(row), "matter": row["matter"], "found": kind}


@sheet_rule(
    "TCD27",
    RECEPTION,
    DATA,
    NOTE,
    message=Text(
        "Lượt tiếp ngày {day} là đoàn {people} người; đơn {petition} ở Sổ đơn thư ghi {signers} người ký.",
        "The visit of {day} was a crowd of {people}; petition {petition} is registered with {signers} signers.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu đơn gốc; nếu đúng là đơn ít người ký thì không phải sửa.",
        "Please look at the petition itself; if fewer did sign, nothing need be changed.",
    ),
    reason=Text(
        "Đoàn đông người được báo cáo cả ở biểu tiếp công dân và biểu xử lý đơn.",
        "A crowd is reported both in the form on reception and in that on petitions.",
    ),
    wrong="""
        day 13/01/2022 | people 8 | petition D-01
        petitions: code D-01 | signers 1
        """,
    right="""
        day 13/01/2022 | people 8 | petition D-01
        petitions: code D-01 | signers 12
        """,
    limits=("reception.group_min",),
)
def crowd_with_few_signers(*, rows: Iterable[Row], petitions: Register, law: Law) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 29."""
    # A paper of many may be brought by a few; many who come on a paper of few are rare.
    for row, petition in _pairs(rows, petitions, "people"):
        group = law.get("reception.group_min", row["day"])
        signers = petition.get("signers")
        if group is not None and signers is not None and signers < group.amount <= row["people"]:
            yield row, "people", {**_told_of(row), "people": row["people"], "signers": signers}


@sheet_rule(
    "TCD28",
    RECEPTION,
    DATA,
    WARNING,
    message=Text(
        "Lượt tiếp ngày {day} ghi mã đơn {petition}; họ tên ở lượt tiếp chưa khớp với đơn.",
        "The visit of {day} names petition {petition}; the person of the visit is not the one of the petition.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra mã đơn; mã đúng thì để trống họ tên ở lượt tiếp.",
        "Please check the code; where it is right, leave the person of the visit blank.",
    ),
    reason=Text(
        "Họ tên không khớp thường do ghi nhầm mã đơn.",
        "Where the names differ, mostly the code is a slip.",
    ),
    wrong="""
        day 10/03/2022 | people 1 | petition D-07 | person Công dân 70
        petitions: code D-07 | kind Kiến nghị, phản ánh | signers 1 | person Công dân 07 – thôn Minh Xuân
        """,
    right="""
        day 10/03/2022 | people 1 | petition D-07 | person Công dân 07
        petitions: code D-07 | kind Kiến nghị, phản ánh | signers 1 | person Công dân 07 – thôn Minh Xuân
        """,
)
def petition_of_another(*, rows: Iterable[Row], petitions: Register) -> Iterator[_Told]:
    """Luật Tiếp công dân 42/2013/QH13, Điều 25."""
    for row, petition in _pairs(rows, petitions, "person", "people"):
        alone = row["people"] == 1 and petition.get("signers") == 1
        named = "person" in petition.values and DENUNCIATION.code not in {key(petition.get("kind")), _matter(row)}
        if alone and named and _name(row["person"]) != _name(petition["person"]):
            yield row, "petition", _told_of(row)


def _matter(row: Row) -> object:
    return key(row.get("matter"))


def _name(person: Personal) -> str:
    """The name before the address, for comparing only."""
    return fold(re.split(r"[,;(\n]| [–-] ", str(person.reveal()))[0])


def _pairs(rows: Iterable[Row], petitions: Register, *columns: str) -> Iterator[tuple[Row, Row]]:
    """The visits that name a petition, with that petition."""
    by_code = petitions.by("code")
    for row in having(rows, "day", "petition", *columns):
        if (petition := by_code.get(key(row["petition"]))) is not None:
            yield row, petition


def _told_of(row: Row) -> dict[str, Any]:
    return {"day": row["day"], "petition": row["petition"]}
