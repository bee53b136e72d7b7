"""What is counted of the dialogues: those held, opinions raised and answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.dialogues.sheet import DIALOGUES
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

OPINION_UNIT = Text("ý kiến", "opinions")
_ANSWERED = ("answered_there", "answered_later")


@measure(
    "dialogues_held",
    DIALOGUES,
    on="day",
    unit=Text("buổi", "dialogues"),
    label=Text("Buổi đối thoại đã tổ chức", "Dialogues held"),
)
def dialogues_held(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "day", 1)


@measure(
    "dialogue_opinions",
    DIALOGUES,
    on="day",
    unit=OPINION_UNIT,
    label=Text("Ý kiến nêu tại các buổi đối thoại", "Opinions raised in dialogues"),
    needs=("opinions_raised", *_ANSWERED),
)
def dialogue_opinions(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "opinions_raised" in row.values:
            yield Figure(row, "opinions_raised", row["opinions_raised"])


@measure(
    "dialogue_opinions_answered",
    DIALOGUES,
    on="day",
    unit=OPINION_UNIT,
    label=Text("Ý kiến đối thoại đã được trả lời", "Opinions of dialogues answered"),
    needs=("opinions_raised", *_ANSWERED),
)
def dialogue_opinions_answered(rows: Sequence[Row]) -> Iterator[Figure]:
    """On the spot or in writing later."""
    for row in rows:
        for column in _ANSWERED:
            if column in row.values:
                yield Figure(row, column, row[column])
