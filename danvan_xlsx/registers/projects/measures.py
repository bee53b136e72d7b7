"""How many projects there are and how many have a community board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.registers.projects.sheet import PROJECTS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text

PROJECT_UNIT = Text("dự án", "projects")


@measure(
    "projects_all",
    PROJECTS,
    on=None,
    unit=PROJECT_UNIT,
    label=Text("Dự án, công trình trên địa bàn", "Projects in the commune"),
    needs=("board_decision",),
)
def projects_all(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        yield Figure(row, "code", 1)


@measure(
    "projects_with_board",
    PROJECTS,
    on=None,
    unit=PROJECT_UNIT,
    label=Text("Dự án có Ban Giám sát đầu tư của cộng đồng", "Projects with a community board"),
    needs=("board_decision",),
)
def projects_with_board(rows: Sequence[Row]) -> Iterator[Figure]:
    for row in rows:
        if "board_decision" in row.values:
            yield Figure(row, "board_decision", 1)
