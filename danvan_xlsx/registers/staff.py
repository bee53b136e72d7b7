"""Cán bộ, công chức: how many there are and how many registered, were reviewed and scored; no person's own grade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from danvan_xlsx.words.kinds import COUNT, FACT_DAY, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Row, Sheet
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

PLACE = 37

OFFICIALS = Option("officials", Text("Cán bộ", "Officials"))
CIVIL_SERVANTS = Option("civil_servants", Text("Công chức", "Civil servants"))
PART_TIME = Option(
    "part_time",
    Text("Người hoạt động không chuyên trách", "Part-time posts"),
    ("không chuyên trách", "bán chuyên trách"),
)
GROUPS = (OFFICIALS, CIVIL_SERVANTS, PART_TIME)

STAFF = Sheet(
    "staff",
    Text("Cán bộ, công chức", "Officials and civil servants"),
    (
        Column(
            "group",
            Text("Nhóm", "Group"),
            choice("staff_group", *GROUPS),
            required=True,
            unique="commune",
            width=22,
            example="Công chức",
        ),
        Column(
            "counted_on", Text("Ngày thống kê", "Counted on"), FACT_DAY, required=True, width=12, example="31/10/2022"
        ),
        Column("people", Text("Tổng số người", "People"), COUNT, required=True, width=10, example="10"),
        Column(
            "registered",
            Text("Đã đăng ký phong cách dân vận", "Registered"),
            COUNT,
            at_most="people",
            width=13,
            example="10",
            hint=Text(
                "Số người đã có bản đăng ký rèn luyện tác phong, phong cách phục vụ nhân dân.",
                "Those who registered how they will serve the people.",
            ),
        ),
        Column(
            "reviewed",
            Text("Đã được nhận xét, xếp loại", "Reviewed"),
            COUNT,
            at_most="people",
            width=13,
            example="9",
            hint=Text("Số người đã có nhận xét, kết quả xếp loại năm.", "Those reviewed for the year."),
        ),
        Column(
            "scored",
            Text("Đã chấm điểm QCDC", "Democracy scored"),
            COUNT,
            at_most="people",
            width=12,
            example="10",
            hint=Text(
                "Số người có kết quả thực hiện Quy chế dân chủ trong tiêu chuẩn thi đua, xếp loại.",
                "Those whose grassroots democracy counts in their grading.",
            ),
        ),
        Column("trained", Text("Được đào tạo, bồi dưỡng", "Trained"), COUNT, at_most="people", width=12, example="4"),
        Column(
            "succession_on",
            Text("Ngày rà soát quy hoạch", "Succession reviewed on"),
            FACT_DAY,
            width=13,
            example="20/06/2022",
            hint=Text("Ngày rà soát quy hoạch gần nhất trong năm.", "The latest review of this year."),
        ),
        Column("note", Text("Ghi chú", "Note"), NOTE, width=30),
    ),
    about=Text(
        "Mỗi nhóm một dòng, ghi số người; có thay đổi thì sửa ngay trên dòng đó. "
        "Không ghi tên, không ghi xếp loại của từng người.",
        "A line for each group, kept up to date; no names, no person's grade.",
    ),
    closes="half",
)


def _sums(column: str) -> Callable[[Iterable[Row]], Iterator[Figure]]:
    def count(rows: Iterable[Row]) -> Iterator[Figure]:
        for row in rows:
            if column in row.values:
                yield Figure(row, column, row[column])

    return count


_UNIT = Text("người", "people")


def _counts(code: str, column: str, label: Text) -> None:
    """A measure that adds up a column of what stands now."""
    measure(code, STAFF, on=None, needs=(column,), unit=_UNIT, label=label)(_sums(column))


_counts("staff_all", "people", Text("Cán bộ, công chức của xã", "Staff of the commune"))
_counts("staff_registered", "registered", Text("Người đã đăng ký phong cách dân vận", "Staff who registered"))
_counts("staff_reviewed", "reviewed", Text("Người đã được nhận xét, xếp loại", "Staff reviewed"))
_counts("staff_scored", "scored", Text("Người đã chấm điểm thực hiện QCDC", "Staff scored on democracy"))
_counts("staff_trained", "trained", Text("Người được đào tạo, bồi dưỡng", "Staff trained"))


@measure(
    "succession_reviews",
    STAFF,
    on="succession_on",
    unit=Text("đợt", "reviews"),
    label=Text("Đợt rà soát quy hoạch cán bộ", "Reviews of succession"),
)
def succession_reviews(rows: Iterable[Row]) -> Iterator[Figure]:
    """Groups reviewed on one day are one review."""
    days = set()
    for row in rows:
        if row["succession_on"] not in days:
            days.add(row["succession_on"])
            yield Figure(row, "succession_on", 1)
