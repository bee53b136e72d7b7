"""What is owed to a citizen whose dossier is late: an apology in time, a new day, and that the new day is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.dossiers.sheet import LATE_DOSSIERS
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, NOTE, WARNING, Register, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text


@rule(
    "HC04",
    LATE_DOSSIERS,
    CONDUCT,
    WARNING,
    message=Text(
        "Hồ sơ {code} hẹn trả {due_on}, quá hạn {late} ngày, chưa thấy ngày thư xin lỗi ({source}).",
        "Dossier {code}, promised for {due_on}, is {late} days late and shows no apology ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi ngày thư xin lỗi; nếu chưa gửi, đề nghị gửi kèm ngày hẹn trả mới và ghi lý do ở cột Giải trình.",
        "Please write the day of the apology; if none was sent, please send it with a new day and say why under "
        "Explanation.",
    ),
    reason=Text(
        "Người dân phải chờ thì được báo, được xin lỗi và được hẹn ngày mới.",
        "Who has to wait is told so, with an apology and a new day.",
    ),
    wrong="code HS-0819 | due_on 23/08/2022 | returned_on 24/08/2022",
    right="code HS-0819 | due_on 23/08/2022 | returned_on 24/08/2022 | apologised_on 22/08/2022",
    limits=("one_stop.apology",),
)
def late_without_apology(
    *,
    apologised_on: date | None = None,
    due_on: date,
    returned_on: date | None = None,
    code: str | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Nghị định 61/2018/NĐ-CP, Điều 19; từ 01/7/2025 Nghị định 118/2025/NĐ-CP."""
    limit = law.get("one_stop.apology", at=due_on)
    late = _days_late(due_on, returned_on, as_of)
    return limit is not None and apologised_on is None and late > 0 and {"late": late, "limit": limit}


def _days_late(due_on: date, returned_on: date | None, as_of: date) -> int:
    return ((returned_on or as_of) - due_on).days


@rule(
    "HC21",
    LATE_DOSSIERS,
    CONDUCT,
    WARNING,
    message=Text(
        "Hồ sơ {code} hẹn trả {due_on}, thư xin lỗi ngày {apologised_on}; cần gửi trước ngày hẹn ít nhất {limit} "
        "({source}).",
        "Dossier {code} was promised for {due_on}, the apology is of {apologised_on}; it is owed at least {limit} "
        "before ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Báo trước thì người dân không phải đi lại vô ích vào ngày hẹn.",
        "Who is told before does not come in vain.",
    ),
    wrong="code HS-0819 | due_on 23/08/2022 | apologised_on 23/08/2022",
    right="code HS-0819 | due_on 23/08/2022 | apologised_on 22/08/2022",
    limits=("one_stop.apology_before",),
)
def apology_late(*, apologised_on: date, due_on: date, code: str | None = None, law: Law) -> object:
    """Nghị định 61/2018/NĐ-CP, Điều 19, sửa đổi bởi Nghị định 107/2021/NĐ-CP."""
    limit = law.get("one_stop.apology_before", at=due_on)
    return limit is not None and limit.breach(due_on, apologised_on)


@rule(
    "HC22",
    LATE_DOSSIERS,
    CONDUCT,
    WARNING,
    message=Text(
        "Hồ sơ {code} đã xin lỗi ngày {apologised_on}, chưa thấy ngày hẹn lại ({source}).",
        "Dossier {code}: the apology is of {apologised_on} and names no new day ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi ngày hẹn lại đã báo cho người dân; nếu chưa hẹn lại, ghi lý do ở cột Giải trình.",
        "Please write the new day that was promised; if none was, say why under Explanation.",
    ),
    reason=Text(
        "Thư xin lỗi đi kèm ngày hẹn trả mới.",
        "An apology comes with a new day.",
    ),
    wrong="code HS-0819 | due_on 23/08/2022 | apologised_on 22/08/2022 | returned_on 26/08/2022",
    right="code HS-0819 | due_on 23/08/2022 | apologised_on 22/08/2022 | returned_on 22/08/2022",
    limits=("one_stop.apology",),
)
def no_new_day(
    *,
    new_due_on: date | None = None,
    apologised_on: date,
    due_on: date,
    returned_on: date | None = None,
    code: str | None = None,
    law: Law,
) -> object:
    """Nghị định 61/2018/NĐ-CP, Điều 19; từ 01/7/2025 Nghị định 118/2025/NĐ-CP."""
    limit = law.get("one_stop.apology", at=due_on)
    # Handed over with the apology, there is no day to promise.
    waits = returned_on is None or returned_on > apologised_on
    return limit is not None and new_due_on is None and waits and {"limit": limit}


@rule(
    "HC23",
    LATE_DOSSIERS,
    CONDUCT,
    WARNING,
    message=Text(
        "Hồ sơ {code} hẹn lại ngày {new_due_on}, đã quá {late} ngày; hẹn lại không quá {limit} ({source}).",
        "Dossier {code} was promised anew for {new_due_on} and is {late} days past it; at most {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Ngày hẹn lại cần được giữ, vì không hẹn lại nhiều lần.",
        "The new day is to be kept, since there are no more of them.",
    ),
    wrong="code HS-0819 | due_on 23/08/2022 | new_due_on 26/08/2022 | returned_on 27/08/2022",
    right="code HS-0819 | due_on 23/08/2022 | new_due_on 26/08/2022 | returned_on 26/08/2022",
    limits=("one_stop.reschedule_times",),
)
def new_day_missed(
    *,
    returned_on: date | None = None,
    new_due_on: date,
    code: str | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Nghị định 61/2018/NĐ-CP, Điều 19, sửa đổi bởi Nghị định 107/2021/NĐ-CP."""
    limit = law.get("one_stop.reschedule_times", at=new_due_on)
    late = _days_late(new_due_on, returned_on, as_of)
    return limit is not None and late > 0 and {"late": late, "limit": limit}


@rule(
    "HC24",
    LATE_DOSSIERS,
    DATA,
    WARNING,
    message=Text(
        "Hồ sơ {code} hẹn trả {due_on}, trả {returned_on}: chưa quá hạn.",
        "Dossier {code}, promised for {due_on}, was returned on {returned_on}: it is not late.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra ngày hẹn trả, ngày trả; nếu đúng hẹn thì bỏ dòng này khỏi sổ Hồ sơ quá hạn.",
        "Please check both days; a dossier that was in time does not belong in this register.",
    ),
    reason=Text(
        "Sổ này chỉ ghi hồ sơ quá hạn; hồ sơ đúng hẹn làm số quá hạn tăng sai.",
        "This register is of late dossiers; others would add to their number.",
    ),
    wrong="code HS-0819 | due_on 23/08/2022 | returned_on 23/08/2022",
    right="code HS-0819 | due_on 23/08/2022 | returned_on 24/08/2022",
)
def not_late_at_all(*, returned_on: date, due_on: date, code: str | None = None) -> object:
    """Hướng dẫn ghi sổ Hồ sơ quá hạn."""
    return returned_on <= due_on


@sheet_rule(
    "HC25",
    LATE_DOSSIERS,
    CONDUCT,
    NOTE,
    message=Text(
        "Hồ sơ {code} nhận {received_on}, hẹn trả {due_on}; thời hạn của thủ tục {procedure} là {time_limit} ngày làm "
        "việc, đến {due}.",
        "Dossier {code}, received {received_on}, was promised for {due_on}; procedure {procedure} allows {time_limit} "
        "working days, to {due}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu thời hạn trong Danh mục TTHC; nếu hẹn dài hơn vì phải bổ sung hồ sơ, ghi ở cột Giải trình.",
        "Please compare with the list of procedures; where papers had to be supplied, say so under Explanation.",
    ),
    reason=Text(
        "Ngày hẹn dài hơn thời hạn của thủ tục làm hồ sơ chậm trông như đúng hẹn.",
        "A day promised beyond the time limit makes a late dossier look timely.",
    ),
    wrong="""
        code HS-0819 | procedure 2.001234 | received_on 09/08/2022 | due_on 24/08/2022
        procedures: code 2.001234 | time_limit 10
    """,
    right="""
        code HS-0819 | procedure 2.001234 | received_on 09/08/2022 | due_on 23/08/2022
        procedures: code 2.001234 | time_limit 10
    """,
)
def promised_beyond_the_time_limit(
    rows: Sequence[Row], procedures: Register, plan: Any
) -> Iterator[tuple[Row | None, str, dict[str, Any]]]:
    """Quyết định công bố thủ tục hành chính (cột Thời hạn của Danh mục TTHC)."""
    listed = procedures.by("code")
    for row in having(rows, "procedure", "received_on", "due_on"):
        procedure = listed.get(key(row["procedure"]))
        if procedure is None or "time_limit" not in procedure.values:
            continue
        # What comes in late on a day of a same-day procedure is returned on the next working day.
        due = plan.calendar.add(row["received_on"], max(1, int(procedure["time_limit"])))
        if row["due_on"] > due:
            told = {name: row[name] for name in ("procedure", "received_on", "due_on")}
            yield row, "due_on", {**told, "code": row.get("code"), "due": due, "time_limit": procedure["time_limit"]}
