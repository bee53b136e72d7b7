"""What is counted of surveys: rounds, valid papers, and the satisfied among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.surveys.sheet import SATISFIED, SURVEYS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key, measure
from danvan_xlsx.words.text import Text

PAPER_UNIT = Text("phiếu", "papers")


@measure(
    "surveys_held",
    SURVEYS,
    on="day",
    unit=Text("đợt", "rounds"),
    label=Text("Đợt khảo sát mức độ hài lòng", "Rounds of survey"),
    needs=("round",),
)
def surveys_held(rows: Sequence[Row]) -> Iterator[Figure]:
    """Rows of one round, one a service, name it alike; each round is counted at its first row."""
    rounds = {key(row["round"]): row for row in reversed(rows) if "round" in row.values}
    for row in rounds.values():
        yield Figure(row, "round", 1)


@measure(
    "survey_valid",
    SURVEYS,
    on="day",
    unit=PAPER_UNIT,
    label=Text("Phiếu khảo sát hợp lệ", "Valid papers"),
    needs=("valid", *SATISFIED),
)
def survey_valid(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "valid" in row.values:
            yield Figure(row, "valid", row["valid"])


@measure(
    "survey_satisfied",
    SURVEYS,
    on="day",
    unit=PAPER_UNIT,
    label=Text("Phiếu hài lòng, rất hài lòng", "Papers satisfied or very satisfied"),
    needs=("valid", *SATISFIED),
)
def survey_satisfied(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        for column in SATISFIED:
            if column in row.values:
                yield Figure(row, column, row[column])
