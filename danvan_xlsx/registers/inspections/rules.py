"""What is asked of inspections: put right in time, minutes and plan at hand, the same one not typed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.inspections.sheet import DIRECTION, INSPECTIONS, VILLAGE
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.repeats import repeated
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, NOTE, WARNING, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold


@rule(
    "KT01",
    INSPECTIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "{subject}: hạn khắc phục {due}, khắc phục xong {fixed_on}, quá hạn {late} ngày.",
        "{subject}: to be put right by {due}, put right on {fixed_on}, {late} days late.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Kế hoạch theo dõi tồn tại qua kiểm tra được khắc phục đúng hạn.",
        "The plan follows whether what was found is put right in time.",
    ),
    wrong="subject Địa chính – Xây dựng | findings 2 | due 29/07/2022 | fixed_on 08/08/2022",
    right="subject Địa chính – Xây dựng | findings 2 | due 29/07/2022 | fixed_on 29/07/2022",
)
def put_right_late(*, fixed_on: date, due: date, findings: int, subject: str) -> object:
    """Kết luận kiểm tra (hạn khắc phục); kế hoạch, mục II.2, III.2."""
    late = (fixed_on - due).days
    return findings > 0 and late > 0 and {"late": late}


@rule(
    "KT02",
    INSPECTIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "{subject}: {findings} tồn tại hạn khắc phục {due}, chưa thấy ngày khắc phục xong, quá hạn {late} ngày.",
        "{subject}: {findings} findings to be put right by {due}; no day on which they were, {late} days past.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày khắc phục xong; nếu chưa khắc phục, giữ nguyên hạn, ghi lý do ở cột Giải trình.",
        "Please write the day on which it was put right; if it is not, leave the deadline and say why.",
    ),
    reason=Text(
        "Tồn tại quá hạn chưa khắc phục cần được người có trách nhiệm biết để đôn đốc.",
        "Those in charge need to know of findings that are past their day.",
    ),
    wrong="subject Bộ phận TN&TKQ | findings 2 | due 31/03/2022",
    right="subject Bộ phận TN&TKQ | findings 2 | due 14/11/2022",
)
def not_put_right(*, fixed_on: date | None = None, due: date, findings: int, subject: str, as_of: date) -> object:
    """Kết luận kiểm tra (hạn khắc phục); kế hoạch, mục II.2, III.2."""
    late = (as_of - due).days
    return fixed_on is None and findings > 0 and late > 0 and {"late": late}


@rule(
    "KT03",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "{subject}: có {findings} tồn tại, chưa thấy hạn khắc phục.",
        "{subject}: {findings} findings, no day by which they are to be put right.",
    ),
    remedy=Text(
        "Đề nghị ghi hạn theo kết luận kiểm tra; nếu đã khắc phục ngay, ghi ngày khắc phục xong.",
        "Please write the day of the conclusion; if it was put right at once, the day on which it was.",
    ),
    reason=Text(
        "Kế hoạch đặt mức 100% tồn tại có hạn khắc phục; thiếu hạn thì không biết khi nào là muộn.",
        "The plan asks that every finding has its day; without one nobody knows when it is late.",
    ),
    wrong="subject Bộ phận TN&TKQ | findings 2",
    right="subject Bộ phận TN&TKQ | findings 2 | fixed_on 18/03/2022",
)
def no_day_to_put_right(
    *, due: date | None = None, fixed_on: date | None = None, findings: int, subject: str
) -> object:
    """Kế hoạch, mục II.2 (100% tồn tại có hạn khắc phục)."""
    return findings > 0 and due is None and fixed_on is None


@rule(
    "KT04",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "Cuộc “{kind}” ngày {day} tại {subject} chưa ghi biên bản, kết luận.",
        "“{kind}” on {day} at {subject} names no minutes and no conclusion.",
    ),
    remedy=Text("Đề nghị ghi số, ngày của biên bản hoặc kết luận.", "Please name the minutes or the conclusion."),
    reason=Text(
        "Biên bản, kết luận là minh chứng của cuộc kiểm tra khi báo cáo lên trên.",
        "Minutes and conclusion prove the inspection in reports.",
    ),
    wrong="day 18/03/2022 | kind Kiểm tra Bộ phận một cửa | subject Bộ phận TN&TKQ",
    right="day 18/03/2022 | kind Kiểm tra Bộ phận một cửa | subject Bộ phận TN&TKQ | proof Biên bản ngày 18/3",
)
def no_minutes(*, proof: str | None = None, day: date, kind: Option, subject: str) -> object:
    """Kế hoạch, mục II.2, III.2 (biên bản, kết luận kiểm tra)."""
    return proof is None


@rule(
    "KT05",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "{subject}: ghi {findings} tồn tại, chưa ghi là tồn tại gì.",
        "{subject}: {findings} findings, but not what they are.",
    ),
    remedy=Text("Đề nghị ghi ngắn gọn từng tồn tại ở cột này.", "Please write in short what was found."),
    reason=Text(
        "Không rõ tồn tại gì thì không kiểm tra lại được việc khắc phục.",
        "Nobody can look again at something that was not named.",
    ),
    wrong="subject Minh Hải | findings 1",
    right="subject Minh Hải | findings 1 | content Biên bản họp thôn chưa ghi tổng số hộ",
)
def findings_not_named(*, content: str | None = None, findings: int, subject: str) -> object:
    """Kế hoạch, mục II.2, III.2 (theo dõi khắc phục)."""
    return findings > 0 and content is None


@rule(
    "KT06",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "{subject}: ghi 0 tồn tại nhưng đã có hạn hoặc ngày khắc phục.",
        "{subject}: no findings, yet a day by which or on which they are put right.",
    ),
    remedy=Text(
        "Đề nghị ghi đúng số tồn tại, hoặc bỏ ngày ở hai cột khắc phục.",
        "Please write how many there were, or clear the two days.",
    ),
    reason=Text("Hai chỗ nói khác nhau thì tồn tại bị đếm sót.", "Where two cells differ, findings go uncounted."),
    wrong="subject Minh Hải | findings 0 | due 08/07/2022",
    right="subject Minh Hải | findings 1 | due 08/07/2022 | fixed_on 05/07/2022 | content Thiếu chữ ký",
)
def nothing_found_but_put_right(
    *, findings: int, due: date | None = None, fixed_on: date | None = None, subject: str
) -> object:
    """Biên bản, kết luận kiểm tra (sổ Kiểm tra, giám sát)."""
    return findings == 0 and (due is not None or fixed_on is not None)


@rule(
    "KT07",
    INSPECTIONS,
    DATA,
    NOTE,
    message=Text(
        "Cuộc “{kind}” ngày {day} tại {subject} chưa ghi số kế hoạch.",
        "“{kind}” on {day} at {subject} names no plan.",
    ),
    remedy=Text(
        "Đề nghị mở nhóm cột bên phải, ghi số kế hoạch; cuộc đột xuất thì để trống.",
        "Please open the group of columns on the right and name the plan; unplanned ones stay blank.",
    ),
    reason=Text(
        "Kiểm tra, giám sát được thực hiện theo kế hoạch đã ban hành.",
        "Inspections follow a plan that was issued.",
    ),
    wrong="day 17/06/2022 | kind Kiểm tra Bộ phận một cửa | subject Bộ phận TN&TKQ",
    right="day 19/07/2022 | kind Chủ tịch làm việc, chỉ đạo | subject Bộ phận TN&TKQ",
)
def no_plan_named(*, plan_number: str | None = None, kind: Option, day: date, subject: str) -> object:
    """Kế hoạch, mục II.2, III.2 (kế hoạch kiểm tra)."""
    return plan_number is None and kind != DIRECTION


@sheet_rule(
    "KT08",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "Cuộc “{kind}” ngày {day} tại {subject} đã có ở ô {other}.",
        "“{kind}” on {day} at {subject} stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng, ở tệp của đơn vị chủ trì cuộc kiểm tra.",
        "Please keep one row, in the workbook of the unit that led it.",
    ),
    reason=Text("Một cuộc ghi hai nơi được đếm thành hai cuộc.", "One inspection in two places is counted twice."),
    wrong="""
    day 12/08/2022 | kind Ban Dân vận kiểm tra | subject Minh Quang
    day 12/08/2022 | kind Ban Dân vận kiểm tra | subject Minh Quang
    """,
    right="""
    day 12/08/2022 | kind Ban Dân vận kiểm tra | subject Minh Quang
    day 12/08/2022 | kind Kiểm tra Quy chế dân chủ | subject Minh Quang
    """,
)
def typed_twice(rows: Sequence[Row]) -> Iterator[tuple[Row | None, str, dict[str, Any]]]:
    """Quy tắc ghi sổ: một cuộc, một đối tượng, một dòng trong toàn xã."""
    for again in repeated(rows, "day", "kind", "subject"):
        named = {column: again.row[column] for column in ("day", "kind", "subject")}
        yield again.row, "subject", {**named, "other": again.other("subject")}


@rule(
    "KT09",
    INSPECTIONS,
    DATA,
    NOTE,
    message=Text(
        "Loại đối tượng là Thôn, nhưng “{subject}” chưa có trong danh sách thôn của kế hoạch.",
        "The subject is a village, but “{subject}” is none of the plan's villages.",
    ),
    remedy=Text(
        "Đề nghị ghi đúng tên thôn, mỗi thôn một dòng.",
        "Please write the village as the plan does, a row for each.",
    ),
    reason=Text(
        "Kế hoạch đếm số thôn được kiểm tra; hai thôn chung một dòng chỉ đếm một.",
        "The plan counts villages; two in one row count as one.",
    ),
    wrong="subject_kind Thôn | subject Minh Hải, Minh Quang",
    right="subject_kind Thôn | subject Thôn Minh Hải",
)
def no_village_of_the_plan(*, subject: str, subject_kind: Option, plan: Any) -> object:
    """Kế hoạch, danh sách thôn; mục III.2 (số thôn được kiểm tra)."""
    known = {fold(name) for one in plan.villages.values() for name in (one.code, one.name)}
    return subject_kind == VILLAGE and bool(known) and fold(subject).removeprefix("thôn ") not in known


@rule(
    "KT10",
    INSPECTIONS,
    DATA,
    WARNING,
    message=Text(
        "Ngày gửi kế hoạch {plan_sent_on} sau ngày kiểm tra, giám sát {day}.",
        "The plan was sent on {plan_sent_on}, after the inspection on {day}.",
    ),
    remedy=Text("Đề nghị đối chiếu sổ văn bản đi, sửa ô chưa đúng.", "Please look up when it went out."),
    reason=Text(
        "Kế hoạch được gửi trước cuộc kiểm tra; ngày sau đó thường do nhập nhầm.",
        "A plan goes out before the inspection; a later day is mostly a slip.",
    ),
    wrong="day 16/06/2022 | plan_sent_on 17/06/2022",
    right="day 16/06/2022 | plan_sent_on 16/06/2022",
)
def plan_sent_afterwards(*, plan_sent_on: date, day: date) -> object:
    """Kế hoạch, mục II.2, III.2 (kế hoạch kiểm tra)."""
    return plan_sent_on > day
