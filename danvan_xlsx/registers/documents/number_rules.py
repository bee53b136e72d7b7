"""Whether numbers of documents have their form, agree with kind and day, and stand once and in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from danvan_xlsx.registers.documents.sheet import (
    ANNOUNCEMENT,
    CONCLUSION,
    DECISION,
    DIRECTIVE,
    DOCUMENTS,
    GUIDANCE,
    INVITATION,
    LETTER,
    MINUTES,
    PLAN,
    PROGRAMME,
    PROPOSAL,
    REGULATION,
    REPORT,
    RESOLUTION,
    RULES,
    SCHEME,
)
from danvan_xlsx.words.document_forms import abbreviation, comparable, lacks_its_zero, misformed, take_apart
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import DATA, ERROR, NOTE, WARNING, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

#: The abbreviations a kind may carry; the state's first, then the Party's, then joint texts. "" is a letter's.
ABBREVIATIONS: Mapping[Option, tuple[str, ...]] = {
    RESOLUTION: ("NQ",),
    DECISION: ("QĐ",),
    DIRECTIVE: ("CT",),
    REGULATION: ("QC", "QCPH"),
    RULES: ("QyĐ", "QĐi", "QĐ"),
    ANNOUNCEMENT: ("TB",),
    # A conclusion often leaves as an announcement of it.
    CONCLUSION: ("KL", "TB"),
    GUIDANCE: ("HD", "HDLN"),
    PROGRAMME: ("CTr", "CTPH"),
    PLAN: ("KH", "KHPH", "KHLT"),
    SCHEME: ("PA",),
    REPORT: ("BC",),
    MINUTES: ("BB",),
    PROPOSAL: ("TTr",),
    LETTER: ("", "CV"),
    INVITATION: ("GM",),
}
_OF_A_LETTER = Text("không ghi chữ viết tắt tên loại, ví dụ 45/UBND-VP", "none, e.g. 45/UBND-VP")

COMPARE_WITH_THE_ORIGINAL = Text(
    "Đề nghị đối chiếu bản đã ký, sửa ô chưa đúng.", "Please compare with the signed copy and correct the wrong cell."
)


@rule(
    "VB01",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text("Số, ký hiệu {number} chưa đúng dạng: {why}.", "The number {number} has another form: {why}."),
    remedy=Text(
        "Dạng thường dùng: {right}. Đề nghị đối chiếu bản đã ký; nếu bản ký cũng ghi như vậy thì giữ nguyên.",
        "The usual form: {right}. Please compare with the signed copy; where it says the same, leave it.",
    ),
    reason=Text(
        "Số, ký hiệu đúng dạng thì nơi nhận tìm được văn bản và không lẫn với văn bản khác.",
        "By a number in its form a document is found and not taken for another.",
    ),
    wrong="number 45/2022/KH-UBND | kind Kế hoạch",
    right="number 45/KH-UBND | kind Kế hoạch",
)
def number_of_another_form(*, number: str) -> object:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I và Phụ lục III; văn bản của Đảng theo thể thức riêng."""
    wrong = misformed(number, own=True)
    return wrong is not None and {"right": wrong.right or "–", "why": wrong.why}


@rule(
    "VB04",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Số {number} chưa khớp với loại {kind}; loại này viết tắt: {expected}.",
        "The number {number} does not fit the kind {kind}, whose abbreviation is: {expected}.",
    ),
    remedy=Text(
        "Đề nghị chọn lại Loại văn bản, hoặc sửa số theo bản đã ký.",
        "Please choose the kind anew, or correct the number by the signed copy.",
    ),
    reason=Text(
        "Chỉ tiêu đếm văn bản theo loại; số và loại khác nhau thì có một ô ghi nhầm.",
        "Indicators count documents by kind; where number and kind differ one of them is mistaken.",
    ),
    wrong="number 45/BC-UBND | kind Kế hoạch",
    right="number 45/KH-UBND | kind Kế hoạch",
)
def number_of_another_kind(*, number: str, kind: Option) -> object:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại văn bản)."""
    short, known = abbreviation(number), ABBREVIATIONS.get(kind, ())
    if short is None or short in known or misformed(number, own=True):
        return False
    return {"expected": _OF_A_LETTER if kind == LETTER else known[0]}


@rule(
    "VB06",
    DOCUMENTS,
    DATA,
    NOTE,
    message=Text(
        "Số {number} nhỏ hơn 10, chưa có chữ số 0 phía trước.", "The number {number} is under ten, without 0."
    ),
    remedy=Text("Nếu bản đã ký có số 0, đề nghị ghi {right}.", "If the signed copy has the 0, please write {right}."),
    reason=Text(
        "Số nhỏ hơn 10 ghi thêm số 0 thì sắp xếp, tìm kiếm đúng thứ tự.",
        "With the 0 numbers under ten are sorted and found in order.",
    ),
    wrong="number 5/BC-UBND",
    right="number 05/BC-UBND",
)
def number_without_its_zero(*, number: str) -> object:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, mục số, ký hiệu của văn bản."""
    right = "" if misformed(number, own=True) else lacks_its_zero(number)
    return bool(right) and {"right": right}


@rule(
    "VB15",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Văn bản giao báo cáo ghi số {asked_by}, chưa đúng dạng: {why}.",
        "The letter that asks has the number {asked_by}, of another form: {why}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu văn bản đến; dạng thường dùng: {right}.",
        "Please compare with the letter received; the usual form: {right}.",
    ),
    reason=Text(
        "Báo cáo trả lời phải dẫn đúng số của văn bản giao.", "A report names the letter it answers by its number."
    ),
    wrong="asked_by 112/2022/UBND-NV",
    right="asked_by 112/UBND-NV",
)
def asked_by_a_number_of_another_form(*, asked_by: str) -> object:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I và Phụ lục III."""
    wrong = misformed(asked_by)
    return wrong is not None and {"right": wrong.right or "–", "why": wrong.why}


@rule(
    "VB02",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Văn bản ngày {day} ghi cho nhiệm vụ {task}, kế hoạch giao từ ngày {starts}.",
        "The document of {day} is entered for {task}, which the plan gives from {starts} on.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra ngày ban hành và mã nhiệm vụ.", "Please check the day of issue and the code of the task."
    ),
    reason=Text(
        "Việc làm một lần do kế hoạch đặt ra thì văn bản thực hiện có sau kế hoạch.",
        "What the plan asks once cannot have been carried out before the plan.",
    ),
    wrong="day 05/01/2022 | task II.5.1",
    right="day 08/04/2022 | task II.5.1",
)
def dated_before_its_task_begins(*, day: date, task: tuple[str, ...], plan: Any) -> object:
    """Kế hoạch của xã, cột Từ ngày của trang NhiemVu."""
    known = [plan.tasks.get(code) for code in task]
    # What is done again each year may go back to a document of before; what is done once begins with the plan.
    begins = [one.starts for one in known if one is not None and one.frequency.code == "once"]
    if len(begins) < len(task) or not all(one is not None and day < one for one in begins):
        return False
    return {"starts": min(begins)}


@rule(
    "VB07",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Văn bản ngày {day}, trước ngày {asked_on} của văn bản giao {asked_by}.",
        "The document is of {day}, before {asked_on}, the day of the letter {asked_by} that asks for it.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra hai ngày theo văn bản đi và văn bản đến.",
        "Please check both days by the letter received and the document sent.",
    ),
    reason=Text(
        "Báo cáo trả lời có sau văn bản giao thì mới tính được đúng hạn hay muộn.",
        "An answer comes after what it answers; otherwise nobody can say whether it was in time.",
    ),
    wrong="day 03/04/2022 | asked_by 112/UBND-NV | asked_on 04/04/2022",
    right="day 04/04/2022 | asked_by 112/UBND-NV | asked_on 04/04/2022",
)
def dated_before_the_letter_it_answers(*, day: date, asked_on: date, asked_by: str) -> object:
    """Sổ văn bản của xã: ngày ban hành, ngày văn bản giao."""
    return day < asked_on


@sheet_rule(
    "VB03",
    DOCUMENTS,
    DATA,
    ERROR,
    message=Text(
        "Số {number} là một với {other} ở dòng {row_of_other}, chỉ khác cách ghi.",
        "The number {number} is the same as {other} in row {row_of_other}, written otherwise.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hai dòng: xóa dòng nhập lặp, hoặc ghi đúng số của từng văn bản.",
        "Please compare both rows: clear the one entered twice, or give each its number.",
    ),
    reason=Text(
        "Mỗi loại văn bản đánh số liên tiếp trong năm, một số chỉ dùng một lần.",
        "Each kind is numbered on through the year and no number stands twice.",
    ),
    wrong="number 05/BC-UBND | day 04/02/2022\nnumber 5/BC-UBND | day 08/02/2022",
    right="number 05/BC-UBND | day 04/02/2022\nnumber 5/KH-UBND | day 08/02/2022",
)
def number_twice_written_otherwise(*, rows: Sequence[Row]) -> Told:
    """Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1."""
    first: dict[tuple[int, str], Row] = {}
    for row in having(rows, "number", "day"):
        held = first.setdefault((row["day"].year, comparable(row["number"])), row)
        # Written alike they are told as a value that stands twice.
        if held is not row and key(held["number"]) != key(row["number"]):
            yield row, "number", {"number": row["number"], "other": held["number"], "row_of_other": str(held.number)}


class _Numbered(NamedTuple):
    ordinal: int
    day: date
    row: Row


@sheet_rule(
    "VB08",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Số {number} ghi ngày {day}, trong khi số {other} ghi ngày {other_day}.",
        "The number {number} is of {day}, while {other} is of {other_day}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu sổ văn bản đi; nếu đã để dành số thì giữ nguyên.",
        "Please compare with the book of outgoing documents; a number kept in reserve may stay.",
    ),
    reason=Text(
        "Văn bản cùng loại đánh số liên tiếp theo ngày; số lớn mà ngày sớm hơn thường do ghi nhầm ngày hoặc số.",
        "Documents of a kind are numbered on by day: a higher number of an earlier day is mostly a slip.",
    ),
    wrong="number 12/KH-UBND | day 21/01/2022\nnumber 09/KH-UBND | day 28/02/2022\nnumber 14/KH-UBND | day 28/02/2022",
    right="number 12/KH-UBND | day 21/01/2022\nnumber 09/KH-UBND | day 21/01/2022\nnumber 14/KH-UBND | day 28/02/2022",
)
def numbering_goes_back(*, rows: Sequence[Row]) -> Told:
    """Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1."""
    for one_series in _series(rows):
        kept = _in_order(one_series)
        standing = iter(kept)
        after = next(standing, None)
        before: _Numbered | None = None
        for one in one_series:
            if one is after:
                before, after = after, next(standing, None)
                continue
            other = before if before is not None and before.day > one.day else after
            if other is not None:
                values = {"number": one.row["number"], "day": one.day, "other": other.row["number"]}
                yield one.row, "day", {**values, "other_day": other.day}


def _series(rows: Iterable[Row]) -> Iterator[list[_Numbered]]:
    """The numbered documents of each kind, office and year, by number; of a number that stands twice the first."""
    found: dict[tuple[int, str, str], dict[int, _Numbered]] = {}
    for row in having(rows, "number", "day"):
        number = take_apart(row["number"])
        if number is not None and number.ordinal.isdigit():
            one = _Numbered(int(number.ordinal), row["day"], row)
            found.setdefault((row["day"].year, number.kind, key(number.office)), {}).setdefault(one.ordinal, one)
    return ([numbers[ordinal] for ordinal in sorted(numbers)] for numbers in found.values())


def _in_order(series: Sequence[_Numbered]) -> list[_Numbered]:
    """As many of them as stand in order of their days: the others are those out of order."""
    last_days: list[date] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, one in enumerate(series):
        length = bisect_right(last_days, one.day)
        before.append(ends[length - 1] if length else None)
        last_days[length:] = [one.day, *last_days[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
    kept: list[_Numbered] = []
    step: int | None = ends[-1] if ends else None
    while step is not None:
        kept.append(series[step])
        step = before[step]
    return kept[::-1]
