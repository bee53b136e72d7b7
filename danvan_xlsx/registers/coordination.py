"""Phối hợp: meetings, reports and joint work of the government, the Front, the organisations and the Party's board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.words.kinds import CODE, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.repeats import repeated
from danvan_xlsx.words.rules import DATA, WARNING, Figure, measure, rule, sheet_rule
from danvan_xlsx.words.text import Text

PLACE = 38

MEETING = Option("meeting", Text("Giao ban, họp", "Meeting"), ("giao ban", "họp"))
REPORT = Option("report", Text("Báo cáo của đoàn thể", "Report of an organisation"), ("báo cáo",))
REVIEW = Option("review", Text("Rà soát quy chế phối hợp", "Review of the joint regulation"), ("rà soát quy chế",))
GUIDANCE = Option(
    "guidance",
    Text("Ban Dân vận hướng dẫn, kiểm tra", "Guidance of the Party's board"),
    ("hướng dẫn, kiểm tra", "Ban Dân vận kiểm tra"),
)
REQUEST = Option("request", Text("Văn bản đề nghị phối hợp", "Letter asking for joint work"), ("văn bản đề nghị",))
JOINT = Option("joint", Text("Hoạt động chung", "Joint activity"), ("hoạt động phối hợp",))
KINDS = (MEETING, REPORT, REVIEW, GUIDANCE, REQUEST, JOINT)

COORDINATION = Sheet(
    "coordination",
    Text("Phối hợp", "Coordination"),
    (
        Column("day", Text("Ngày", "Day"), FACT_DAY, required=True, width=12, example="25/03/2022"),
        Column(
            "kind",
            Text("Loại", "Kind"),
            choice("coordination_kind", *KINDS),
            required=True,
            width=20,
            example="Giao ban, họp",
        ),
        Column(
            "body",
            Text("Bên phối hợp", "With"),
            choice("bodies"),
            required=True,
            width=20,
            example="Hội Nông dân",
            hint=Text("Nhiều bên cùng dự thì chọn bên chủ trì.", "Several bodies: the one in charge."),
        ),
        Column(
            "content",
            Text("Nội dung", "Content"),
            NOTE,
            required=True,
            width=40,
            example="Giao ban quý I về công tác dân vận chính quyền",
        ),
        Column("proof", Text("Văn bản, biên bản", "Document, minutes"), LINE, width=20, example="Biên bản ngày 25/3"),
        Column("result", Text("Kết quả", "Result"), NOTE, width=30, example="Thống nhất 4 nội dung phối hợp quý II"),
        Column(
            "task",
            Text("Mã nhiệm vụ", "Task codes"),
            CODE,
            required=True,
            many=True,
            refers="plan.tasks",
            width=12,
            example="II.5.2",
            hint=Text(
                "Nhiệm vụ mà việc này là minh chứng. Nhiều mã thì cách nhau bằng dấu ;",
                "The tasks it proves; several are separated by ;",
            ),
        ),
    ),
    about=Text(
        "Mỗi cuộc họp, báo cáo, văn bản hoặc hoạt động phối hợp ghi một dòng.",
        "A line for each meeting, report, letter or joint activity.",
    ),
    closes="quarter",
)


@measure(
    "coordination_activities",
    COORDINATION,
    on="day",
    unit=Text("việc", "activities"),
    label=Text("Cuộc họp, văn bản, hoạt động phối hợp", "Meetings, letters and joint activities"),
)
def coordination_activities(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "coordination_meetings",
    COORDINATION,
    on="day",
    needs=("kind",),
    unit=Text("cuộc", "meetings"),
    label=Text("Cuộc giao ban, họp phối hợp", "Meetings of coordination"),
)
def coordination_meetings(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == MEETING:
            yield Figure(row, "kind", 1)


@measure(
    "organisations_reporting",
    COORDINATION,
    on="day",
    needs=("kind", "body"),
    unit=Text("tổ chức", "organisations"),
    label=Text("Tổ chức, đoàn thể đã có báo cáo", "Organisations that reported"),
)
def organisations_reporting(rows: Iterable[Row]) -> Iterator[Figure]:
    """Each organisation once, however often it reported."""
    bodies = set()
    for row in rows:
        body = row.get("body")
        if row.get("kind") == REPORT and body is not None and body not in bodies:
            bodies.add(body)
            yield Figure(row, "body", 1)


# -- rules ---------------------------------------------------------------------------


@sheet_rule(
    "GS31",
    COORDINATION,
    DATA,
    WARNING,
    message=Text(
        "“{kind}” ngày {day} với {body} đã có ở ô {other}.",
        "“{kind}” on {day} with {body} stands already in {other}.",
    ),
    remedy=Text(
        "Trân trọng đề nghị phối hợp giữ một dòng, ở tệp của bên chủ trì.",
        "We ask that one row be kept, in the workbook of whoever led it.",
    ),
    reason=Text("Việc phối hợp ghi hai nơi được đếm hai lần.", "Joint work in two places is counted twice."),
    wrong="""
    day 25/03/2022 | kind Giao ban, họp | body MTTQ | content Giao ban quý I
    day 25/03/2022 | kind Giao ban, họp | body MTTQ | content Giao ban quý I
    """,
    right="""
    day 25/03/2022 | kind Giao ban, họp | body MTTQ | content Giao ban quý I
    day 25/03/2022 | kind Giao ban, họp | body MTTQ | content Họp bàn đối thoại
    """,
)
def activity_twice(rows: Sequence[Row]) -> Iterator[tuple[Row | None, str, dict[str, Any]]]:
    """Quy tắc ghi sổ: mỗi cuộc họp, báo cáo, văn bản, hoạt động một dòng trong toàn xã."""
    for again in repeated(rows, "day", "kind", "body", "content"):
        named = {column: again.row[column] for column in ("day", "kind", "body")}
        yield again.row, "content", {**named, "other": again.other("content")}


@rule(
    "GS32",
    COORDINATION,
    DATA,
    WARNING,
    message=Text(
        "“{kind}” ngày {day} với {body} chưa ghi văn bản, biên bản.",
        "“{kind}” on {day} with {body} names no document and no minutes.",
    ),
    remedy=Text(
        "Trân trọng đề nghị phối hợp ghi số văn bản hoặc ngày biên bản.",
        "We ask that the document or the minutes be named.",
    ),
    reason=Text(
        "Văn bản, biên bản là minh chứng của việc phối hợp khi báo cáo lên trên.",
        "Document and minutes prove the joint work in reports.",
    ),
    wrong="day 25/03/2022 | kind Giao ban, họp | body MTTQ",
    right="day 25/03/2022 | kind Giao ban, họp | body MTTQ | proof Biên bản ngày 25/3",
)
def activity_without_proof(*, proof: str | None = None, kind: Option, day: date, body: Option) -> object:
    """Kế hoạch, mục II.5 (biên bản giao ban, nội dung phối hợp)."""
    return proof is None
