"""The closer look: what a form has lost against its blank, links to other files, talk in comments; nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.excel import inspector
from danvan_xlsx.excel.inspector import Looked, Watched, look
from tests import craft
from tests.disguises import as_binary, disguise, members_of, strict
from tests.folders import (
    AS_OF,
    CULTURE,
    FAULTY_CELL,
    NEWS,
    OFFICE,
    RECEPTION,
    answer_of,
    check,
    edited,
    resaved,
    told,
    tree,
    written,
)
from tests.looking import needs_office
from tests.rich_book import rewritten

FAULT = ("DL03", OFFICE, FAULTY_CELL)


def looked_closer(folder: Path) -> dict[str, Any]:
    return answer_of(folder, "--inspect")


def messages(answer: dict[str, Any], code: str) -> list[str]:
    return [one["message"] for one in answer["findings"] if one["code"] == code]


# -- forms ---------------------------------------------------------------------------


def test_a_form_as_it_was_drawn_has_lost_nothing(folder: Path) -> None:
    assert told(looked_closer(folder)) == [FAULT]


def test_drop_downs_and_colours_that_are_gone_are_noted_once_a_sheet(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        sheet = book[RECEPTION]
        rules = sheet.data_validations.dataValidation
        rules[:] = [one for one in rules if not {"C", "J"} & set(str(one.sqref)) or one.type != "list"]
        sheet.conditional_formatting._cf_rules.clear()
    answer = looked_closer(folder)

    assert told(answer) == [("BM39", OFFICE, None), FAULT]
    assert messages(answer, "BM39") == [
        "Trang “Sổ tiếp công dân” không còn đủ phần hỗ trợ của biểu mẫu: danh sách chọn ở cột Hình thức (3 ô), danh "
        "sách chọn ở cột Loại việc (3 ô), màu ở cột Tình trạng."
    ]
    assert [one["severity"] for one in answer["findings"]] == ["note", "error"]
    # Without being asked nobody looks.
    assert told(answer_of(folder)) == [FAULT]


def test_rows_that_were_pasted_over_are_counted(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        for rule in book[RECEPTION].data_validations.dataValidation:
            if rule.type == "list" and str(rule.sqref).startswith("C7:"):
                rule.sqref = type(rule.sqref)("C7 C10:C2000")

    assert messages(looked_closer(folder), "BM39") == [
        "Trang “Sổ tiếp công dân” không còn đủ phần hỗ trợ của biểu mẫu: danh sách chọn ở cột Hình thức (2 ô)."
    ]


def test_a_workbook_without_findings_is_not_looked_at(folder: Path) -> None:
    with edited(folder / CULTURE) as book:
        book[NEWS].data_validations.dataValidation.clear()

    assert told(looked_closer(folder)) == [FAULT]


def test_lists_that_a_later_excel_keeps_elsewhere_are_not_gone(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION].data_validations.dataValidation.clear()
    part = next(name for name, data in members_of(folder / OFFICE).items() if b"_status.reception" in data)
    data = members_of(folder / OFFICE)[part]
    lists = (
        b'<extLst><ext xmlns:x14="a"><x14:dataValidations><x14:dataValidation/></x14:dataValidations></ext></extLst>'
    )
    path = folder / OFFICE
    path.write_bytes(rewritten(path, {part: data.replace(b"</worksheet>", lists + b"</worksheet>")}))

    assert messages(looked_closer(folder), "BM39") == []


@needs_office
def test_ranges_that_libreoffice_shortened_are_no_loss(folder: Path, tmp_path: Path) -> None:
    resaved(folder / OFFICE, tmp_path)

    assert told(looked_closer(folder)) == [FAULT]


# -- links and talk ------------------------------------------------------------------


def with_link(members: dict[str, bytes], target: str) -> dict[str, bytes]:
    rel = f'<Relationship Id="rIdL" Type="{craft.OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    book = members["xl/workbook.xml"].replace(
        b"</sheets>", b'</sheets><externalReferences><externalReference r:id="rIdL"/></externalReferences>'
    )
    link = f'{craft.HEAD}<externalLink xmlns="{craft.MAIN}" xmlns:r="{craft.OFFICE}"><externalBook r:id="rId1"/>'
    return {
        **members,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": members["xl/_rels/workbook.xml.rels"].replace(
            b"</Relationships>", f"{rel}</Relationships>".encode()
        ),
        "xl/externalLinks/externalLink1.xml": f"{link}</externalLink>".encode(),
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            f'{craft.HEAD}<Relationships xmlns="{craft.PACKAGE}relationships"><Relationship Id="rId1" '
            f'Type="{craft.OFFICE}/externalLinkPath" Target="{target}" TargetMode="External"/></Relationships>'
        ).encode(),
        "[Content_Types].xml": members["[Content_Types].xml"].replace(
            b"</Types>",
            f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{craft.TYPE}externalLink+xml"/>'
            "</Types>".encode(),
        ),
    }


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("file:///D:\\danvan\\S%E1%BB%95%202021.xlsx", "Sổ 2021.xlsx"),
        ("so-2021.xlsx", "so-2021.xlsx"),
        ("https://ngoclac.example/chung/so.xlsx", "so.xlsx"),
    ],
)
def test_links_to_other_files_are_named_without_their_folders(target: str, name: str, folder: Path) -> None:
    disguise(folder / OFFICE, lambda members: with_link(members, target))
    answer = looked_closer(folder)

    assert told(answer) == [("BM40", OFFICE, None), FAULT]
    assert messages(answer, "BM40") == [f"Tệp “{OFFICE}” có công thức lấy số liệu từ tệp khác: {name}."]
    assert OFFICE in written(answer)


def test_talk_in_comments_is_noted_and_kept(folder: Path) -> None:
    part = "xl/worksheets/sheet7.xml"
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    rels = craft.relations(("rId9", kind, "../threadedComments/threadedComment1.xml"))
    path = folder / OFFICE
    assert part in members_of(path)
    talk = {"xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>"}
    path.write_bytes(rewritten(path, {**talk, f"xl/worksheets/_rels/{part.rpartition('/')[2]}.rels": rels}))
    answer = looked_closer(folder)

    assert told(answer) == [("BM41", OFFICE, None), FAULT]
    assert OFFICE in written(answer)
    assert members_of(path).items() >= talk.items()


# -- what cannot be looked at ----------------------------------------------------------


def test_what_openpyxl_cannot_open_is_judged_without_the_closer_look(folder: Path) -> None:
    styles = members_of(folder / OFFICE)["xl/styles.xml"].replace(b"<fill>", b"<fill><odd/>", 1)
    (folder / OFFICE).write_bytes(rewritten(folder / OFFICE, {"xl/styles.xml": styles}))

    assert told(looked_closer(folder)) == [FAULT]


def test_a_strict_workbook_and_an_older_format_have_no_closer_look(folder: Path) -> None:
    disguise(folder / OFFICE, strict)

    assert told(looked_closer(folder)) == [FAULT]
    as_binary(folder / OFFICE)
    assert [one[0] for one in told(looked_closer(folder))] == ["BM42", "DL03"]


def test_more_xml_than_a_form_has_is_not_given_to_openpyxl(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspector, "_MOST_XML", 1000)
    monkeypatch.setattr(inspector, "_loaded", None)
    watched = [Watched(RECEPTION, {3: frozenset({7})}, {})]

    assert look(folder / OFFICE, watched) == Looked()
    (tmp_path / "hỏng.xlsx").write_bytes(b"PK")
    assert look(tmp_path / "hỏng.xlsx", watched) == Looked()


def test_the_cells_are_not_given_to_openpyxl(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []
    load = inspector._loaded
    monkeypatch.setattr(inspector, "_loaded", lambda data: given.append(load(data)) or given[-1])
    watched = [Watched(RECEPTION, {2: frozenset({7})}, {1: frozenset({7})})]

    assert look(folder / OFFICE, watched) == Looked(lists={(RECEPTION, 2): frozenset({7})})
    # A link on a page makes openpyxl put its address into the cell: registers have none below their heading.
    assert [cell.value for row in given[0][RECEPTION].iter_rows(min_row=2) for cell in row if cell.value] == []


def test_a_closer_look_writes_nothing_of_its_own(folder: Path) -> None:
    before = tree(folder)
    result = check(folder, "--inspect", "--dry-run", "--format", "json", as_of=AS_OF)

    assert json.loads(result.stdout)["version"] == 1
    assert tree(folder) == before
