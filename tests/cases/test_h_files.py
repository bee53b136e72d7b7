"""Cases H: writing back, and files as such."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.folders import (
    CULTURE,
    NEWS,
    OFFICE,
    RECEPTION,
    SAVED,
    answer_of,
    cell,
    check,
    edited,
    opened,
    saved_on,
    told,
    written,
)
from tests.rich_book import part_of, rewritten, stored

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"


def _rules(path: Path) -> dict[str, Any]:
    """Every drop-down, hint, coloured rule and named range of a workbook."""
    book = opened(path)
    return {
        "names": {name: one.attr_text for name, one in book.defined_names.items()},
        **{
            sheet.title: (
                [(str(one.sqref), one.type, one.formula1, one.prompt) for one in sheet.data_validations.dataValidation],
                [(str(area.sqref), rule.formula) for area in sheet.conditional_formatting for rule in area.rules],
            )
            for sheet in book
        },
    }


def test_case_h1_drop_downs_and_rules_are_there_after_writing(folder: Path) -> None:
    names = (OFFICE, CULTURE)
    before = {name: _rules(folder / name) for name in names}
    answer = answer_of(folder)

    assert written(answer) >= set(names)
    assert {name: _rules(folder / name) for name in names} == before
    assert all(before[OFFICE][RECEPTION]) and all(before[CULTURE][NEWS])


#: What was put into the register's sheet: its parts, the kind and target of each relation, the element in the sheet.
_PUT = {
    "an embedded object": (
        {"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0 a Word document"},
        {"rId901": ("oleObject", "../embeddings/oleObject1.bin")},
        '<oleObjects><oleObject progId="Word.Document.8" shapeId="1025" r:id="rId901"/></oleObjects>',
    ),
    "threaded comments": (
        {
            "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
            "xl/persons/person.xml": b"<personList/>",
        },
        {"rId902": ("threadedComment", "../threadedComments/threadedComment1.xml")},
        "",
    ),
}


@pytest.mark.parametrize("what", _PUT)
def test_case_h2_an_embedded_object_or_a_threaded_comment_is_not_touched(folder: Path, what: str) -> None:
    """The results are written all the same: nothing of it is in our way, and not a byte of it changes."""
    path = folder / OFFICE
    sheet = f"xl/worksheets/sheet{opened(path).sheetnames.index(RECEPTION) + 1}.xml"
    added, related, element = _PUT[what]
    parts = dict(added)
    parts[sheet] = part_of(path, sheet).replace(b"</worksheet>", f"{element}</worksheet>".encode())
    rels = f"xl/worksheets/_rels/{Path(sheet).name}.rels"
    assert rels not in stored(path)
    parts[rels] = (
        f'<Relationships xmlns="{_P}">'
        + "".join(f'<Relationship Id="{at}" Type="{_R}/{kind}" Target="{to}"/>' for at, (kind, to) in related.items())
        + "</Relationships>"
    ).encode()
    types = part_of(path, "[Content_Types].xml")
    parts["[Content_Types].xml"] = types.replace(
        b"<Override", b'<Default Extension="bin" ContentType="application/octet-stream"/><Override', 1
    )
    path.write_bytes(rewritten(path, parts))
    saved_on(SAVED, path)
    before = stored(path)
    check(folder)

    after = stored(path)
    assert cell(path, RECEPTION, "A8") == "Cần sửa"
    assert {name: after.get(name) for name in (*added, rels)} == {name: before[name] for name in (*added, rels)}
    assert part_of(path, sheet).count(element.encode()) > 0
    assert list(after) == list(before)


def test_case_h12_rows_behind_a_filter_that_was_left_on_are_counted_and_it_is_said(sound: Path) -> None:
    before = answer_of(sound)
    with edited(sound / CULTURE) as book:
        sheet = book[NEWS]
        sheet.auto_filter.ref = "A6:I40"
        sheet.auto_filter.add_filter_column(1, ["03/05/2022"])
        for row in (7, 8, 30):
            sheet.row_dimensions[row].hidden = True
    answer = answer_of(sound)

    assert (before["exit"], told(before), answer["exit"], told(answer)) == (0, [], 0, [("DL40", CULTURE, None)])
    assert answer["findings"][0]["message"] == (
        "Trang “Tin, bài” có 2 dòng số liệu đang bị ẩn hoặc bị lọc (dòng 7–8); vẫn được đọc và tính."
    )
    # The two rows of the first quarter are those that are hidden.
    news = next(one for one in answer["tasks"] if one["code"] == "II.3.1")
    assert [(one["actual"], one["met"]) for one in news["indicators"]] == [(2, True), (1, False)]
    assert answer["tasks"] == before["tasks"]
