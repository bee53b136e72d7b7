"""Questions asked of all petitions together: entered twice, over before the year, to be watched by the chairman."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from danvan_xlsx.registers.petitions.sheet import DENUNCIATION, FILED, PETITIONS, REPEATED
from danvan_xlsx.registers.petitions.steps import (
    ACCEPTANCE,
    FIRST_RESOLUTION,
    INITIAL,
    RESOLUTION,
    RESOLUTION_MAX,
    complaint_limit,
    denunciation_limit,
    first_complaint,
    nameless,
    own_denunciation,
)
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, WARNING, having, rule, sheet_rule
from danvan_xlsx.words.text import Text

#: More days than this past a limit, and a case drags on. Neither the plan (II.4.8) nor a law has a figure: a month
#: after the last day the matter is the chairman's, not the officer's.
_DRAGS_ON = 30

_Told = tuple[Row | None, str, dict[str, Any]]


@sheet_rule(
    "DT12",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Đơn {code} có họ tên và nội dung như đơn {other} nhận ngày {received_on}.",
        "Petition {code} has the person and the matter of petition {other}, received {received_on}.",
    ),
    remedy=Text(
        "Nếu một đơn vào sổ hai lần, đề nghị xóa dòng sau; nếu người dân gửi lại, chọn Nhiều lần.",
        "If one petition was entered twice, please delete the later line; if it was sent again, choose Repeated.",
    ),
    reason=Text(
        "Một đơn vào sổ hai lần làm tăng số đơn của kỳ.",
        "A petition entered twice raises the count of the period.",
    ),
    wrong="""
        code D-07 | received_on 10/03/2022 | kind KNPA | person Công dân 07 | content Mốc giới thửa đất
        code D-27 | received_on 10/03/2022 | kind KNPA | person công dân 07 | content Mốc giới thửa đất
        """,
    right="""
        code D-07 | received_on 10/03/2022 | kind KNPA | person Công dân 07 | content Mốc giới thửa đất
        code D-27 | received_on 10/06/2022 | kind KNPA | person Công dân 07 | content Mốc giới thửa đất | times lần 2
        """,
)
def entered_twice(*, rows: Iterable[Row]) -> Iterator[_Told]:
    """Thông tư 05/2021/TT-TTCP."""
    first: dict[tuple[Any, ...], Row] = {}
    for row in having(rows, "code", "received_on", "kind", "person", "content"):
        # Denunciations all say the same, and of the nameless nobody knows whether it is one person.
        if row["kind"] == DENUNCIATION or nameless(str(row["person"].reveal())):
            continue
        held = first.setdefault((row["person"], row["content"], row["received_on"].year), row)
        known = row.get("times") == REPEATED or row.get("handling") == FILED or row.refused & {"times", "handling"}
        if held is not row and not known:
            yield row, "code", {"code": row["code"], "other": held["code"], "received_on": held["received_on"]}


@rule(
    "DT13",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Đơn {code} giải quyết xong ngày {settled_on}, trước {begin}: không phải đơn kỳ trước chuyển sang.",
        "Petition {code} was settled on {settled_on}, before {begin}: it is not carried over.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra ngày; nếu đúng, chuyển dòng về sổ năm trước.",
        "Please check the day; if it is right, move the line to last year's register.",
    ),
    reason=Text(
        "Số đơn kỳ trước chuyển sang là số còn lại cuối kỳ trước, đơn đã xong không tính lại.",
        "What is carried over is what was left at the end of the last period; what was over is not counted again.",
    ),
    wrong="code D-20/2021 | received_on 15/11/2021 | settled_on 10/12/2021",
    right="code D-29/2021 | received_on 20/12/2021 | settled_on 04/01/2022",
)
def over_before_the_year(*, settled_on: date, received_on: date, code: str, plan: Any) -> object:
    """Mẫu biểu 01/XLD, Thông tư 02/2021/TT-TTCP."""
    # Periods of the inspection sector begin in December of last year.
    begin = min([date(plan.year, 1, 1), *(period.since for period in plan.periods.values())])
    return received_on <= settled_on < begin and {"begin": begin}


@sheet_rule(
    "DT16",
    PETITIONS,
    CONDUCT,
    NOTE,
    message=Text(
        "Đơn vượt cấp chưa giải quyết xong: {codes}.",
        "Petitions sent past the commune that are not settled yet: {codes}.",
    ),
    remedy=Text(
        "Đề nghị báo cáo Chủ tịch, phối hợp cơ quan cấp trên, giải thích cho người dân; không phải sửa số liệu.",
        "Please tell the chairman, work with the higher level and explain to the citizens; no figure need be changed.",
    ),
    reason=Text(
        "Kế hoạch theo dõi riêng các đơn vượt cấp.",
        "The plan follows petitions that are sent past the commune.",
    ),
    wrong="code D-11 | received_on 12/05/2022 | bypassing Có",
    right="code D-11 | received_on 12/05/2022 | bypassing Có | settled_on 20/06/2022",
)
def sent_past_the_commune(*, rows: Iterable[Row]) -> Iterator[_Told]:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.4."""
    codes = [row["code"] for row in having(rows, "code", "bypassing") if row["bypassing"] and _is_open(row)]
    if codes:
        yield None, "bypassing", {"codes": tuple(codes)}


@sheet_rule(
    "DT31",
    PETITIONS,
    CONDUCT,
    NOTE,
    message=Text(
        "Khiếu nại, tố cáo quá hạn trên {days} ngày, chưa thụ lý hoặc chưa giải quyết xong: {codes}.",
        "Complaints and denunciations more than {days} days past their limit, not accepted or not settled: {codes}.",
    ),
    remedy=Text(
        "Đề nghị báo cáo Chủ tịch chỉ đạo giải quyết dứt điểm, nêu nguyên nhân trong báo cáo; giữ nguyên ngày.",
        "Please tell the chairman, who has them settled, and give the cause in the report; leave the days as they are.",
    ),
    reason=Text(
        "Kế hoạch không để khiếu kiện kéo dài; vụ quá hạn lâu cần Chủ tịch trực tiếp chỉ đạo.",
        "The plan wants no complaint to drag on; what is long overdue is the chairman's own matter.",
    ),
    wrong="""
        code D-05 | received_on 02/03/2022 | kind Khiếu nại | competence có
        """,
    right="""
        code D-05 | received_on 05/10/2022 | kind Khiếu nại | competence có
        code D-06 | received_on 06/09/2022 | kind Khiếu nại | competence có | accepted_on 15/09/2022 | \
complexity Thông thường
        code D-30 | received_on 06/10/2022 | kind Tố cáo | competence có
        code D-31 | received_on 05/09/2022 | kind Tố cáo | competence có | accepted_on 15/09/2022 | \
complexity Thông thường
        code D-32 | received_on 08/08/2022 | kind Tố cáo | competence có | accepted_on 16/08/2022 | \
complexity Phức tạp
        """,
    limits=(ACCEPTANCE, FIRST_RESOLUTION, INITIAL, RESOLUTION, RESOLUTION_MAX),
)
def dragging_on(*, rows: Iterable[Row], law: Law, plan: Any, as_of: date) -> Iterator[_Told]:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.4."""
    open_ones = (row for row in having(rows, "code", "received_on", "kind", "competence") if _is_open(row))
    codes = [row["code"] for row in open_ones if _days_over(row, law, plan, as_of) > _DRAGS_ON]
    if codes:
        yield None, "code", {"codes": tuple(codes), "days": _DRAGS_ON}


def _is_open(row: Row) -> bool:
    ends = {"settled_on", "withdrawn_on", "result"}
    return not ends & (row.values.keys() | row.refused)


def _days_over(row: Row, law: Law, plan: Any, as_of: date) -> int:
    """How long the step that is owed now has been late."""
    limit, start = _owed(row, law, plan)
    return limit.late(start, as_of) if limit else 0


def _owed(row: Row, law: Law, plan: Any) -> tuple[Limit | None, date]:
    received_on, accepted_on = row["received_on"], row.get("accepted_on", row["received_on"])
    complaint = first_complaint(row["kind"], row["competence"], row.get("times"))
    if row.refused & {"accepted_on", "complexity", "times"} or not (
        complaint or own_denunciation(row["kind"], row["competence"])
    ):
        return None, received_on
    if "accepted_on" not in row.values:
        return law.get(ACCEPTANCE if complaint else INITIAL, received_on), received_on
    if "complexity" not in row.values:
        return None, accepted_on
    if complaint:
        return complaint_limit(law, plan, accepted_on, row["complexity"]), accepted_on
    return denunciation_limit(law, accepted_on, row["complexity"], "extension" in row.values), accepted_on
