"""Is the list kept up to date and posted?"""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.procedures.sheet import PROCEDURES
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law, Limit
from danvan_xlsx.words.rules import CONDUCT, KEEP_THE_DAY, WARNING, rule
from danvan_xlsx.words.text import Text


def _update_limit(law: Law, received_on: date) -> Limit | None:
    """The days for taking a new decision over; before 07/2023 there are some only where the plan has set them.

    Counted from the day it came: the law's own beginning, the day of the decision, is one on which nobody can act yet.
    """
    return law.get("procedure.posting_update", at=received_on)


@rule(
    "HC05",
    PROCEDURES,
    CONDUCT,
    WARNING,
    message=Text(
        "Thủ tục {code}: nhận quyết định công bố {received_on}, hạn cập nhật {due} ({limit}, {source}); quá hạn {late} "
        "ngày.",
        "Procedure {code}: the decision came on {received_on}, to be updated by {due} ({limit}, {source}); {late} days "
        "late.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Danh mục cũ làm người dân nộp thừa hoặc thiếu giấy tờ.",
        "An old list makes people bring too many papers or too few.",
    ),
    wrong="code 1.003337 | received_on 18/08/2023 | updated_on 28/08/2023",
    right="code 1.003337 | received_on 18/08/2023 | updated_on 25/08/2023",
    limits=("procedure.posting_update",),
)
def updated_late(
    *, updated_on: date | None = None, received_on: date, code: str | None = None, law: Law, as_of: date
) -> object:
    """Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 12 khoản 3, Điều 13 khoản 2; trước 7/2023 theo mức của xã."""
    limit = _update_limit(law, received_on)
    return limit is not None and limit.breach(received_on, updated_on or as_of)


@rule(
    "HC26",
    PROCEDURES,
    CONDUCT,
    WARNING,
    message=Text(
        "Thủ tục {code} đang có hiệu lực, chưa thấy nơi niêm yết và ngày niêm yết ({source}).",
        "Procedure {code} is in force and shows neither where nor since when it is posted ({source}).",
    ),
    remedy=Text(
        "Đề nghị niêm yết thủ tục, ghi nơi và ngày; nếu đã bãi bỏ, ghi ngày hết hiệu lực.",
        "Please post it and write where and since when; where it was abolished, write the day it ended.",
    ),
    reason=Text(
        "Thủ tục đang thực hiện phải được niêm yết đủ tại nơi tiếp nhận.",
        "What is in force is posted in full where dossiers are received.",
    ),
    wrong="code 1.003337 | decision 2905/QĐ-UBND",
    right="code 1.003337 | decision 2905/QĐ-UBND | ended_on 14/11/2022",
    limits=("procedure.posting",),
)
def not_posted(
    *,
    posted_at: Option | None = None,
    posted_from: date | None = None,
    ended_on: date | None = None,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Nghị định 63/2010/NĐ-CP, Điều 16–17, sửa đổi bởi Nghị định 92/2017/NĐ-CP."""
    limit = law.get("procedure.posting", at=as_of)
    in_force = ended_on is None or ended_on > as_of
    return limit is not None and in_force and posted_at is None and posted_from is None and {"limit": limit}


@rule(
    "HC27",
    PROCEDURES,
    CONDUCT,
    WARNING,
    message=Text(
        "Thủ tục {code}: nhận quyết định công bố {received_on}, hạn niêm yết {due} ({limit}, {source}); niêm yết "
        "{posted_from}, quá hạn {late} ngày.",
        "Procedure {code}: the decision came on {received_on}, to be posted by {due} ({limit}, {source}); posted on "
        "{posted_from}, {late} days late.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người dân làm theo bản đang niêm yết.",
        "People go by what is posted.",
    ),
    wrong="code 1.003337 | received_on 18/08/2023 | updated_on 25/08/2023 | posted_from 28/08/2023",
    right="code 1.003337 | received_on 18/08/2023 | updated_on 25/08/2023 | posted_from 25/08/2023",
    limits=("procedure.posting_update",),
)
def posted_late(*, posted_from: date, received_on: date, updated_on: date, code: str | None = None, law: Law) -> object:
    """Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 12 khoản 3, Điều 13 khoản 2; trước 7/2023 theo mức của xã."""
    limit = _update_limit(law, received_on)
    if limit is None or limit.late(received_on, updated_on):
        return None  # a list that was itself late has been told
    return limit.breach(received_on, posted_from)
