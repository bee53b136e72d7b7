"""What is counted of the staff: how many there are, registered, reviewed, scored, trained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from danvan_xlsx.registers.staff.sheet import STAFF
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


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
