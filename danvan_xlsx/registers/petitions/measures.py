"""What is counted of the petitions: received, the commune's own, settled, sent past it, and dialogues owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from danvan_xlsx.registers.petitions.sheet import NOT_OWN, OWN, PETITIONS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text


@measure(
    "petitions_received",
    PETITIONS,
    on="received_on",
    unit=Text("đơn", "petitions"),
    label=Text("Đơn đã nhận", "Petitions received"),
)
def petitions_received(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "received_on", 1)


@measure(
    "petitions_competent",
    PETITIONS,
    on=None,
    needs=("competence",),
    unit=Text("đơn", "petitions"),
    label=Text("Đơn thuộc thẩm quyền, gồm đơn kỳ trước chuyển sang", "Petitions the commune has to settle"),
)
def petitions_competent(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    """As they stood on a day: what came later was not there yet."""
    for row in rows:
        if row.get("competence") == OWN and row.get("received_on", as_of) <= as_of:
            yield Figure(row, "competence", 1)


@measure(
    "petitions_settled",
    PETITIONS,
    on=None,
    needs=("competence", "settled_on"),
    unit=Text("đơn", "petitions"),
    label=Text("Đơn thuộc thẩm quyền đã giải quyết xong", "Petitions of the commune that are settled"),
)
def petitions_settled(rows: Iterable[Row], as_of: date) -> Iterator[Figure]:
    for row in rows:
        if row.get("competence") == OWN and "settled_on" in row.values and row["settled_on"] <= as_of:
            yield Figure(row, "settled_on", 1)


@measure(
    "petitions_settled_in_period",
    PETITIONS,
    on="settled_on",
    needs=("competence",),
    unit=Text("đơn", "petitions"),
    label=Text("Đơn thuộc thẩm quyền giải quyết xong trong kỳ", "Petitions of the commune settled in the period"),
)
def petitions_settled_in_period(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("competence") == OWN:
            yield Figure(row, "settled_on", 1)


@measure(
    "petitions_not_competent",
    PETITIONS,
    on="received_on",
    needs=("competence",),
    unit=Text("đơn", "petitions"),
    label=Text("Đơn không thuộc thẩm quyền", "Petitions for another office"),
)
def petitions_not_competent(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("competence") == NOT_OWN:
            yield Figure(row, "competence", 1)


@measure(
    "petition_dialogues_owed",
    PETITIONS,
    on="settled_on",
    needs=("dialogue_owed",),
    unit=Text("vụ", "cases"),
    label=Text("Vụ đã giải quyết, bắt buộc phải đối thoại", "Settled cases in which a dialogue was owed"),
)
def petition_dialogues_owed(rows: Iterable[Row]) -> Iterator[Figure]:
    """Luật Khiếu nại 2011, Điều 30 and Điều 39."""
    for row in rows:
        if row.get("dialogue_owed") is True:
            yield Figure(row, "dialogue_owed", 1)


@measure(
    "petition_dialogues_held",
    PETITIONS,
    on="settled_on",
    needs=("dialogue_owed", "dialogue_on"),
    unit=Text("vụ", "cases"),
    label=Text("Vụ bắt buộc phải đối thoại đã đối thoại", "Cases in which the dialogue owed was held"),
)
def petition_dialogues_held(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("dialogue_owed") is True and "dialogue_on" in row.values:
            yield Figure(row, "dialogue_on", 1)


@measure(
    "petitions_bypassing",
    PETITIONS,
    on="received_on",
    needs=("bypassing",),
    unit=Text("đơn", "petitions"),
    label=Text("Đơn vượt cấp", "Petitions sent past the commune"),
)
def petitions_bypassing(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("bypassing") is True:
            yield Figure(row, "bypassing", 1)
