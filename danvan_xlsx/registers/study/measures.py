"""What is counted of study and training: sessions, who came, documents, new texts put into use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from danvan_xlsx.registers.study.sheet import NEW_TEXT, STUDIES
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import Figure, key, measure
from danvan_xlsx.words.text import Text


def _session(row: Row) -> tuple[Any, ...]:
    """What makes two lines one conference, in whichever workbooks and however its subject is written."""
    return (row["day"], key(row.get("kind")), key(row.get("subject")))


@measure(
    "study_sessions",
    STUDIES,
    on="day",
    needs=("kind",),
    unit=Text("hội nghị", "conferences"),
    label=Text("Hội nghị, lớp đã tổ chức", "Conferences and classes held"),
)
def study_sessions(rows: Iterable[Row]) -> Iterator[Figure]:
    """A conference typed in several lines, one for each audience, counts once: same day, kind and subject."""
    seen = set()
    for row in rows:
        session = _session(row)
        if row.get("kind") not in (None, NEW_TEXT) and session not in seen:
            seen.add(session)
            yield Figure(row, "day", 1)


@measure(
    "study_invited",
    STUDIES,
    on="day",
    needs=("invited", "attended"),
    unit=Text("lượt người", "people"),
    label=Text("Lượt người được triệu tập dự hội nghị, lớp", "People invited to conferences and classes"),
)
def study_invited(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if "invited" in row.values:
            yield Figure(row, "invited", row["invited"])


@measure(
    "study_attended",
    STUDIES,
    on="day",
    needs=("invited", "attended"),
    unit=Text("lượt người", "people"),
    label=Text("Lượt người dự hội nghị, lớp", "People who attended conferences and classes"),
)
def study_attended(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if "attended" in row.values:
            yield Figure(row, "attended", row["attended"])


@measure(
    "texts_studied",
    STUDIES,
    on="day",
    needs=("texts",),
    unit=Text("văn bản", "documents"),
    label=Text("Văn bản đã quán triệt", "Documents studied"),
)
def texts_studied(rows: Iterable[Row]) -> Iterator[Figure]:
    """Like sessions: a conference in several lines brings its documents once."""
    seen = set()
    for row in rows:
        session = _session(row)
        if "texts" in row.values and session not in seen:
            seen.add(session)
            yield Figure(row, "texts", row["texts"])


@measure(
    "new_texts",
    STUDIES,
    on=None,
    needs=("kind",),
    unit=Text("văn bản", "texts"),
    label=Text("Văn bản quy phạm pháp luật mới trong danh mục", "New law texts listed"),
)
def new_texts(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == NEW_TEXT:
            yield Figure(row, "kind", 1)


@measure(
    "new_texts_applied",
    STUDIES,
    on=None,
    needs=("kind", "day", "form"),
    unit=Text("văn bản", "texts"),
    label=Text("Văn bản mới đã có hình thức triển khai", "New law texts put into use"),
)
def new_texts_applied(rows: Iterable[Row]) -> Iterator[Figure]:
    for row in rows:
        if row.get("kind") == NEW_TEXT and {"day", "form"} <= row.values.keys():
            yield Figure(row, "day", 1)
