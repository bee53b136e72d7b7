"""What is counted of reviews: rounds, procedures and documents reviewed and still to be reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.reviews.sheet import DOCUMENT, PROCEDURE, REVIEWS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key, measure
from danvan_xlsx.words.text import Text


@measure(
    "reviews_done",
    REVIEWS,
    on="day",
    unit=Text("đợt", "rounds"),
    label=Text("Đợt rà soát đã làm", "Rounds of review held"),
    needs=("round",),
)
def reviews_done(rows: Sequence[Row]) -> Iterator[Figure]:
    """Rows of one round name it alike; each round is counted at its first row."""
    rounds = {key(row["round"]): row for row in reversed(rows) if "round" in row.values}
    for row in rounds.values():
        yield Figure(row, "round", 1)


@measure(
    "procedures_reviewed",
    REVIEWS,
    on="day",
    unit=Text("thủ tục", "procedures"),
    label=Text("Thủ tục hành chính đã rà soát", "Procedures reviewed"),
    needs=("subject", "procedure"),
)
def procedures_reviewed(rows: Sequence[Row]) -> Iterator[Figure]:
    """A procedure looked at in two rounds is one procedure."""
    found = {
        key(row["procedure"]): row
        for row in reversed(rows)
        if row.get("subject") == PROCEDURE and "procedure" in row.values
    }
    for row in found.values():
        yield Figure(row, "procedure", 1)


@measure(
    "documents_to_review",
    REVIEWS,
    on=None,
    unit=Text("văn bản", "documents"),
    label=Text("Văn bản của xã trong danh mục rà soát", "Documents on the list to be reviewed"),
    needs=("subject", "day"),
)
def documents_to_review(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("subject") == DOCUMENT:
            yield Figure(row, "subject", 1)


@measure(
    "documents_reviewed",
    REVIEWS,
    on=None,
    unit=Text("văn bản", "documents"),
    label=Text("Văn bản của xã đã rà soát", "Documents reviewed"),
    needs=("subject", "day"),
)
def documents_reviewed(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("subject") == DOCUMENT and "day" in row.values:
            yield Figure(row, "day", 1)
