"""What is counted of emulation: models registered and recognised, groups and persons proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.emulation.sheet import AWARDS, GROUP, MODELS, PERSON
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

MODEL_UNIT = Text("mô hình", "models")


@measure(
    "models_registered",
    MODELS,
    on="registered_on",
    unit=MODEL_UNIT,
    label=Text("Mô hình “Dân vận khéo” đăng ký", "Models of Dân vận khéo registered"),
)
def models_registered(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "registered_on", 1)


@measure(
    "models_recognised",
    MODELS,
    on="recognised_on",
    unit=MODEL_UNIT,
    label=Text("Mô hình “Dân vận khéo” được công nhận", "Models of Dân vận khéo recognised"),
)
def models_recognised(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "recognised_on", 1)


@measure(
    "awards_groups",
    AWARDS,
    on="day",
    unit=Text("tập thể", "groups"),
    label=Text("Tập thể được đề nghị biểu dương", "Groups proposed for praise"),
    needs=("whom",),
)
def awards_groups(rows: Sequence[Row]) -> Iterator[Figure]:
    return _praised(rows, GROUP)


@measure(
    "awards_persons",
    AWARDS,
    on="day",
    unit=Text("cá nhân", "persons"),
    label=Text("Cá nhân được đề nghị biểu dương", "Persons proposed for praise"),
    needs=("whom",),
)
def awards_persons(rows: Sequence[Row]) -> Iterator[Figure]:
    return _praised(rows, PERSON)


def _praised(rows: Sequence[Row], whom: Option) -> Iterator[Figure]:
    for row in rows:
        if row.get("whom") == whom:
            yield Figure(row, "whom", 1)
