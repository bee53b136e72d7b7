"""The zip of a workbook: guarded when read, kept byte for byte when written."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from danvan_xlsx.excel.package import Package, Relation, Unreadable
from tests import craft

BOOK = craft.workbook(craft.ONE, strings=["<t>một</t>"])


def saved(data: bytes, folder: Path) -> Path:
    path = folder / "sổ.xlsx"
    path.write_bytes(data)
    return path


def packaged(members: craft.Members, folder: Path) -> Package:
    return Package(saved(craft.zipped(members), folder))


def refusal_of(path: Path, **limits: int) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unreadable) as refusal, Package(path, **limits) as package:
        for name in package.names:
            package.read(name)
    return refusal.value.code, refusal.value.values


# -- finding parts ------------------------------------------------------------


def test_a_part_is_found_in_any_case_and_with_any_slash(tmp_path: Path) -> None:
    package = packaged(craft.renamed(BOOK, lambda name: "\\" + name.replace("/", "\\").upper()), tmp_path)
    assert package.names[0] == "\\[CONTENT_TYPES].XML"
    for name in ("xl/styles.xml", "/xl/styles.xml", "XL\\Styles.xml"):
        assert package.has(name)
        assert package.read(name) == BOOK["xl/styles.xml"]
    assert not package.has("xl/styles.bin")
    with pytest.raises(Unreadable) as refusal:
        package.read("xl/styles.bin")
    assert refusal.value.code == "BM02"


def test_of_two_members_of_one_name_the_last_counts(tmp_path: Path) -> None:
    package = packaged(BOOK | {"xl/Styles.xml": b"second"}, tmp_path)
    assert package.read("xl/styles.xml") == b"second"


def test_targets_of_relations_become_names_of_parts(tmp_path: Path) -> None:
    related = craft.relations(
        ("a", "t/one", "../media/ảnh.png"),
        ("b", "t/two", "/xl/x.xml"),
        ("c", "t/two", "..\\..\\..\\xl\\y.xml"),
        ("d", "t/three", "./z.xml"),
    ).replace(
        b"</Relationships>",
        b'<Relationship Id="e" Type="t/three" Target="file:///C:/x.xlsx" TargetMode="External"/>'
        b'<Relationship Id="f" Type="t/none"/></Relationships>',
    )
    package = packaged(BOOK | {"xl/worksheets/_rels/sheet1.xml.rels": related}, tmp_path)
    sheet = "xl/worksheets/sheet1.xml"
    assert package.relations(sheet) == [
        Relation("a", "t/one", "xl/media/ảnh.png", False),
        Relation("b", "t/two", "xl/x.xml", False),
        Relation("c", "t/two", "xl/y.xml", False),
        Relation("d", "t/three", "xl/worksheets/z.xml", False),
        Relation("e", "t/three", "file:///C:/x.xlsx", True),
    ]
    assert [package.related(sheet, kind) for kind in ("/two", "/three", "/none")] == [
        "xl/x.xml",
        "xl/worksheets/z.xml",
        None,
    ]
    assert package.relations("xl/styles.xml") == []


def test_the_workbook_part_is_found_through_its_relation_and_strict_is_told(tmp_path: Path) -> None:
    moved = craft.renamed(craft.workbook(craft.ONE, strict=True), lambda name: name.replace("workbook.xml", "sổ.xml"))
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b"workbook.xml", "sổ.xml".encode())
    package = packaged(moved, tmp_path)
    assert (package.workbook_part, package.strict) == ("xl/sổ.xml", True)
    assert not packaged(BOOK, tmp_path).strict


def test_a_signed_and_a_shared_workbook_are_told(tmp_path: Path) -> None:
    signed = packaged(BOOK | {"_xmlsignatures/origin.sigs": b""}, tmp_path)
    shared = packaged(BOOK | {"xl/revisions/revisionHeaders.xml": b"<x/>"}, tmp_path)
    plain = packaged(BOOK, tmp_path)
    assert [(one.has_signature, one.has_revisions) for one in (signed, shared, plain)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


# -- refusals -----------------------------------------------------------------


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "x.xlsx"
    folder.mkdir()
    assert [refusal_of(one) for one in (folder, tmp_path / "không có.xlsx")] == [("BM06", {}), ("BM07", {})]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "ống.xlsx"
    os.mkfifo(pipe)
    assert refusal_of(pipe) == ("BM07", {})


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = saved(craft.zipped(BOOK), tmp_path)
    path.chmod(0)
    assert refusal_of(path) == ("BM07", {})


def directory_entry(data: bytes, name: str) -> int:
    """Where a member's entry begins in the zip's directory."""
    return data.rindex(name.encode()) - 46


def with_size(data: bytes, name: str, size: int) -> bytes:
    """The same zip whose directory gives another unpacked size."""
    at = directory_entry(data, name) + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def test_a_bomb_is_refused_from_the_directory_alone(tmp_path: Path) -> None:
    data = craft.zipped(BOOK)
    assert refusal_of(saved(with_size(data, "xl/styles.xml", 3 << 30), tmp_path)) == ("BM08", {"size": 3072})
    assert refusal_of(saved(with_size(data, "xl/styles.xml", 600 << 20), tmp_path)) == ("BM08", {"size": 600})


def test_many_members_that_are_too_big_together_are_refused(tmp_path: Path) -> None:
    path = saved(craft.zipped(BOOK | {f"xl/{at}": bytes(1 << 20) for at in range(5)}), tmp_path)
    assert refusal_of(path, largest_total=4 << 20) == ("BM08", {"size": 5})
    with Package(path, largest_total=6 << 20) as package:
        assert len(package.names) == len(BOOK) + 5


def test_a_file_that_is_too_big_itself_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with path.open("wb") as out:
        out.truncate(3 << 30)
    assert refusal_of(path) == ("BM08", {"size": 3072})


def test_a_directory_that_lies_about_a_size_does_not_open_the_bomb(tmp_path: Path) -> None:
    data = with_size(craft.zipped(BOOK | {"xl/bom.xml": bytes(9 << 20)}), "xl/bom.xml", 100)
    path = saved(data, tmp_path)
    assert refusal_of(path, largest_member=4 << 20)[0] == "BM08"
    assert refusal_of(path) == ("BM02", {})


def test_bytes_behind_a_stream_that_is_longer_than_told_do_not_hang_the_reader(tmp_path: Path) -> None:
    data = with_size(craft.zipped(BOOK), "_rels/.rels", 10)
    at = directory_entry(data, "_rels/.rels") + 20
    longer = int.from_bytes(data[at : at + 4], "little") + 40
    assert refusal_of(saved(data[:at] + longer.to_bytes(4, "little") + data[at + 4 :], tmp_path)) == ("BM02", {})


@pytest.mark.parametrize("field", [("checksum", 16, 1), ("method", 10, 12), ("length", 20, 3), ("offset", 42, 9)])
def test_an_entry_that_is_wrong_is_damage(field: tuple[str, int, int], tmp_path: Path) -> None:
    _, offset, value = field
    data = craft.zipped(BOOK)
    at = directory_entry(data, "xl/styles.xml") + offset
    size = 2 if value == 12 else 4  # the method has two bytes
    damaged = data[:at] + value.to_bytes(size, "little") + data[at + size :]
    assert refusal_of(saved(damaged, tmp_path)) == ("BM02", {})


# -- writing ------------------------------------------------------------------


def raw_members(data: bytes) -> dict[str, tuple[bytes, int, tuple[int, ...]]]:
    """Name → stored bytes, method and date, read with zipfile."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name_length, extra_length = struct.unpack_from("<HH", data, info.header_offset + 26)
            begin = info.header_offset + 30 + name_length + extra_length
            found[info.orig_filename] = (data[begin : begin + info.compress_size], info.compress_type, info.date_time)
    return found


def rewritten(path: Path, changed: dict[str, bytes], added: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with Package(path) as package:
        package.write(out, changed=changed, added=added)
    return out.getvalue()


def test_members_that_are_not_changed_keep_their_stored_bytes_and_order(tmp_path: Path) -> None:
    path = saved(craft.zipped(BOOK), tmp_path)
    written = rewritten(path, {"XL/Styles.xml": "mới".encode()}, {"xl/bảng.xml": b"x" * 500, "xl/last.xml": b""})
    before, after = raw_members(path.read_bytes()), raw_members(written)
    assert list(after) == [*BOOK, "xl/bảng.xml", "xl/last.xml"]
    assert {name for name in before if before[name] != after[name]} == {"xl/styles.xml"}
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.read("xl/styles.xml") == "mới".encode()
        assert archive.read("xl/bảng.xml") == b"x" * 500
        assert archive.getinfo("xl/bảng.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_writing_twice_gives_the_same_bytes_and_a_second_generation_too(tmp_path: Path) -> None:
    path = saved(craft.zipped(BOOK), tmp_path)
    once = rewritten(path, {"xl/styles.xml": b"a"}, {"xl/b.xml": b"b"})
    assert rewritten(path, {"xl/styles.xml": b"a"}, {"xl/b.xml": b"b"}) == once
    assert rewritten(saved(once, tmp_path), {}, {}) == once


class _Stream(io.BytesIO):
    """What cannot be sought: zip programs then write the sizes behind the data."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def test_sizes_behind_the_data_stored_members_and_zip64_fields_are_understood(tmp_path: Path) -> None:
    out = _Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in BOOK.items():
            method = zipfile.ZIP_STORED if name.endswith("styles.xml") else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            with archive.open(info, "w", force_zip64=True) as member:
                member.write(content)
    path = saved(out.getvalue(), tmp_path)
    written = rewritten(path, {}, {})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == BOOK
    assert {name: raw[:2] for name, raw in raw_members(written).items()} == {
        name: raw[:2] for name, raw in raw_members(path.read_bytes()).items()
    }


def test_names_with_backslashes_and_old_letters_stay_as_they_are(tmp_path: Path) -> None:
    odd = craft.renamed(BOOK, lambda name: name.replace("/", "\\")) | {"xl\\été.xml": b"x"}
    data = craft.zipped(odd)
    # Letters of code page 437, as old zip programs write them.
    data = data.replace("xl\\été.xml".encode(), b"xl\\\x82t\x82__.xml")
    for at in (data.index(b"xl\\\x82") - 24, data.rindex(b"xl\\\x82") - 38):
        data = data[: at + 1] + bytes([data[at + 1] & ~0x08]) + data[at + 2 :]
    path = saved(data, tmp_path)
    with Package(path) as package:
        assert package.names[-1] == "xl\\été__.xml"
        assert package.read("xl/été__.xml") == b"x"
    written = rewritten(path, {"xl/styles.xml": b"s"}, {})
    with Package(saved(written, tmp_path)) as package:
        assert package.names == [*(name.replace("/", "\\") for name in BOOK), "xl\\été__.xml"]
        assert package.read("xl/styles.xml") == b"s"


def test_bytes_after_the_end_of_the_zip_are_left_behind(tmp_path: Path) -> None:
    data = craft.zipped(BOOK)
    assert raw_members(rewritten(saved(data + b"\r\n" * 9, tmp_path), {}, {})) == raw_members(data)


def test_our_own_mistakes_are_exceptions(tmp_path: Path) -> None:
    path = saved(craft.zipped(BOOK), tmp_path)
    with pytest.raises(KeyError):
        rewritten(path, {"xl/none.xml": b""}, {})
    with pytest.raises(ValueError, match="there already"):
        rewritten(path, {}, {"XL/styles.xml": b""})
    with pytest.raises(ValueError, match="zip64"):
        rewritten(path, {}, {f"{at}": b"" for at in range(65535)})


def test_a_checksum_is_that_of_the_new_bytes(tmp_path: Path) -> None:
    written = rewritten(saved(craft.zipped(BOOK), tmp_path), {"xl/styles.xml": b"abc"}, {})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert zlib.crc32(b"abc") == archive.getinfo("xl/styles.xml").CRC
