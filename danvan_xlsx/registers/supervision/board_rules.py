"""Whether a community board has enough members, none of them in office, and gave its notice in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.supervision.inspectorate_rules import TOGETHER
from danvan_xlsx.registers.supervision.sheet import BOARDS
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, NOTE, WARNING, Register, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]


@rule(
    "GS08",
    BOARDS,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Giám sát đầu tư của dự án {project} có {members} thành viên; quy định ít nhất {limit} ({source}).",
        "The board of project {project} has {members} members; at least {limit} ({source}).",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Ban đủ thành viên của Mặt trận, Ban Thanh tra nhân dân và dân thôn thì mới theo dõi được công trình.",
        "It takes members of the Front, the inspectorate and the villagers to watch over the works.",
    ),
    wrong="project DA-01 | decided_on 04/03/2022 | members 4",
    right="project DA-01 | decided_on 04/03/2022 | members 5",
    limits=("investment_board.size_min",),
)
def too_few_members(*, members: int, decided_on: date, project: str, law: Law) -> object:
    """Nghị định 29/2021/NĐ-CP, Điều 86; từ 01/7/2023 Luật 10/2022/QH15, Điều 41 khoản 1."""
    limit = law.get("investment_board.size_min", decided_on)
    return limit is not None and members < limit.amount and {"limit": limit}


@rule(
    "GS09",
    BOARDS,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Giám sát đầu tư của dự án {project} có {deputies} Phó Trưởng ban; quy định không quá {limit} ({source}).",
        "The board of project {project} has {deputies} deputy heads; at most {limit} ({source}).",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Số Phó Trưởng ban do nghị định quy định để việc của Ban được phân công gọn.",
        "The number of deputies is set so that the work is shared plainly.",
    ),
    wrong="project DA-01 | decided_on 04/03/2024 | members 7 | deputies 3",
    right="project DA-01 | decided_on 04/03/2024 | members 7 | deputies 2",
    limits=("investment_board.deputies_max",),
)
def too_many_deputies(*, deputies: int, decided_on: date, project: str, law: Law) -> object:
    """Nghị định 59/2023/NĐ-CP, Điều 17 khoản 3."""
    limit = law.get("investment_board.deputies_max", decided_on)
    return limit is not None and deputies > limit.amount and {"limit": limit}


@rule(
    "GS10",
    BOARDS,
    CONDUCT,
    WARNING,
    message=Text(
        "Ban Giám sát đầu tư của dự án {project} có cán bộ, công chức xã; quy định không chọn người đương nhiệm.",
        "The board of project {project} has staff of the commune in it; its members hold no office there.",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Cán bộ, công chức xã có thể liên quan đến chủ đầu tư nên không tham gia Ban.",
        "Staff of the commune may have to do with the investor, so they are no members.",
    ),
    wrong="project DA-01 | members 5 | holds_office Có",
    right="project DA-01 | members 5 | holds_office Không",
)
def board_with_staff(*, holds_office: bool, project: str) -> object:
    """Nghị định 29/2021/NĐ-CP, Điều 86; từ 01/7/2023 Luật 10/2022/QH15, Điều 41."""
    return holds_office


@sheet_rule(
    "GS11",
    BOARDS,
    CONDUCT,
    NOTE,
    message=Text(
        "Dự án {project} khởi công {started_on}, ngày báo chủ đầu tư: {noticed}; nếu giám sát từ khi khởi công thì cần "
        "báo trước {limit}, chậm nhất {due} ({source}).",
        "Project {project} started on {started_on}, investor told: {noticed}; to supervise from the start it takes "
        "{limit} notice, at the latest {due} ({source}).",
    ),
    remedy=TOGETHER,
    reason=Text(
        "Chủ đầu tư cần biết trước kế hoạch, thành phần giám sát để chuẩn bị hồ sơ.",
        "The investor must know in time who will supervise and when, to have the papers ready.",
    ),
    wrong="project DA-01 | decided_on 04/03/2022 | noticed_on 20/03/2022\nprojects: code DA-01 | started_on 25/04/2022",
    right="project DA-01 | decided_on 04/03/2022 | noticed_on 11/03/2022\nprojects: code DA-01 | started_on 25/04/2022",
    limits=("investment_board.notice",),
)
def investor_told_late(rows: Sequence[Row], projects: Register, law: Law, as_of: date) -> Told:
    """Nghị định 29/2021/NĐ-CP; từ 01/7/2023 Luật 10/2022/QH15, Điều 45 khoản 1 điểm b."""
    known = projects.by("code")
    for row in having(rows, "project"):
        start = _started_on(known.get(key(row["project"])), as_of)
        limit = law.get("investment_board.notice", start) if start else None
        if limit is None or start is None or "noticed_on" in row.refused:
            continue
        # A board that was set up after the start is told at the project.
        if row.get("decided_on", start) > start:
            continue
        noticed = row.get("noticed_on")
        if breach := limit.breach(start, noticed or as_of):
            told = {"project": row["project"], "started_on": start, "noticed": noticed or _NOT_YET}
            yield row, "noticed_on", {**breach, **told}


_NOT_YET = Text("chưa thấy", "not yet")


def _started_on(project: Row | None, as_of: date) -> date | None:
    started: date | None = project.get("started_on") if project else None
    return started if started and started <= as_of else None
