"""The zip of a workbook: its parts and relations, guarded against damage and size, and written member by member."""

from __future__ import annotations

import hashlib
import posixpath
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple
from xml.parsers import expat

from danvan_xlsx.excel.limits import LARGEST_MEMBER, LARGEST_TOTAL, LEVELS, PARTS, RELATIONS, Limit
from danvan_xlsx.excel.zip_writer import ZipWriter, new_member

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x0001
_STORED, _DEFLATED = 0, 8
_LOCAL = struct.Struct("<4sHHHHHIIIHH")


class Unreadable(Exception):  # noqa: N818 - it is the file that is wrong, not the program
    """A file that cannot be read as a workbook: a code of family BM and the values its sentences name.

    It is carried inside the edges only; the workspace turns it into a finding.
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: dict[str, Any] = values


def refuse_beyond(limit: Limit, count: int) -> None:
    """Unreadable BM59: there are more than so many."""
    if count > limit.most:
        raise Unreadable("BM59", most=limit.most, what=limit.what)


class Relation(NamedTuple):
    """A relation of a part; `target` is a part's name without a leading slash, or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool


Attributes = dict[str, str]


def new_parser() -> expat.XMLParserType:
    """A parser that names elements `namespace name` and refuses a DOCTYPE; hand it to `feed` with its handlers set."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def feed(parser: expat.XMLParserType, data: bytes) -> None:
    """Parse a whole part. Unreadable: BM02 not well-formed, BM09 it has a DOCTYPE."""
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as fault:  # the last two: an encoding Python cannot give expat
        raise Unreadable("BM02") from fault


def walk(data: bytes, visit: Callable[[list[str], Attributes], None]) -> None:
    """Visit each element of a part with the names from the root down to it. Unreadable as `feed`, or BM59."""
    path: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        path.append(name)
        refuse_beyond(LEVELS, len(path))
        visit(path, attributes)

    def end(_: str) -> None:
        path.pop()

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    feed(parser, data)


def _refuse_doctype(*_: Any) -> None:
    raise Unreadable("BM09")


class _Found(Exception):  # noqa: N818
    """Ends the parsing of a part at its first element."""


def root_element(data: bytes) -> str:
    """The name of a part's root as `namespace name`; what follows it is not looked at."""
    name = ""

    def first(element: str, _: Attributes) -> None:
        nonlocal name
        name = element
        raise _Found

    parser = new_parser()
    parser.StartElementHandler = first
    try:
        feed(parser, data)
    except _Found:
        return name
    raise Unreadable("BM02")


def main_namespace(data: bytes, root: str) -> str:
    """The namespace of a part, transitional or strict. Unreadable: BM02 it is another, or another root."""
    namespace, _, name = root_element(data).rpartition(" ")
    if name != root or namespace not in (MAIN, STRICT_MAIN):
        raise Unreadable("BM02")
    return namespace


def part_key(part: str) -> str:
    """What two names of one part have in common."""
    # Some zip programs write backslashes or a leading slash, and some writers change the case of a name.
    return part.replace("\\", "/").lstrip("/").lower()


def relation_id(attributes: Attributes) -> str:
    """What an element says as `r:id`; the namespace differs in strict workbooks."""
    return next((value for name, value in attributes.items() if name.endswith("/relationships id")), "")


def resolve(target: str, folder: str) -> str:
    """A relation's target as a part's name: absolute, relative, with `..` or with backslashes."""
    path = target.replace("\\", "/")
    joined = posixpath.normpath(posixpath.join("/", folder, path))
    return joined.lstrip("/")


class Package:
    """A workbook's file, read once into memory.

    names: the members as stored, in order.  sha256: of the bytes that are parsed.
    workbook_part: found through the root relation.  strict: it is in the strict namespace.
    Unreadable: BM01 no workbook, BM02 damaged, BM03 password, BM04 other format, BM05 empty, BM06 folder,
    BM07 cannot be opened, BM08 too big (`size` in MB), BM09 DOCTYPE, BM59 too much inside.
    """

    def __init__(self, path: Path, *, largest_member: int = LARGEST_MEMBER, largest_total: int = LARGEST_TOTAL) -> None:
        self._largest_member = largest_member
        self._data = _read_file(path, largest_total)
        self.sha256 = hashlib.sha256(self._data).hexdigest()
        _refuse_other_files(self._data)
        self._members = _directory(self._data)
        self.names = [member.orig_filename for member in self._members]
        # Of two members of one name the last counts, as it does for every zip program.
        self._by_key = {part_key(member.orig_filename): number for number, member in enumerate(self._members)}
        self._guard_sizes(largest_total)
        self._relations: dict[str, list[Relation]] = {}
        self.workbook_part = self._find_workbook()
        self.strict = self._is_strict()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._data = b""

    @property
    def has_signature(self) -> bool:
        """Digitally signed: any change would break the signature."""
        return any(key.startswith("_xmlsignatures/") for key in self._by_key)

    @property
    def has_revisions(self) -> bool:
        """Shared, with Excel's own log of changes, which would no longer agree."""
        return any(key.startswith("xl/revisions/") for key in self._by_key)

    def has(self, part: str) -> bool:
        return part_key(part) in self._by_key

    def read(self, part: str) -> bytes:
        """The bytes of a part. Unreadable: BM02 absent or damaged, BM08 it unpacks to more than allowed."""
        member = self._member(part)
        data = self._unpack(member)
        if len(data) != member.file_size or zlib.crc32(data) != member.CRC:
            raise Unreadable("BM02")
        return data

    def stored(self, part: str) -> tuple[int, int, int, bytes]:
        """A part as it stands in the file: method, size, checksum, bytes compressed or not. Unreadable: BM02."""
        member = self._member(part)
        return member.compress_type, member.file_size, member.CRC, self._stored(member)

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to, in order; the package's own relations for `""`."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def related(self, part: str, type_ending: str) -> str | None:
        """The first part to which `part` has a relation of a type that ends so."""
        for relation in self.relations(part):
            if not relation.external and relation.type.endswith(type_ending):
                return relation.target
        return None

    def write(self, out: BinaryIO, *, changed: Mapping[str, bytes], added: Mapping[str, bytes]) -> None:
        """Write the zip again: changed parts in their place, added ones last, all others as they are stored.

        What is damaged inside a part that does not change stays so: it is copied and not unpacked. Nothing written
        depends on the clock. Unreadable: BM02 a part is not where the directory says; KeyError: a changed part is
        absent; ValueError: an added one is there already, or the zip would need the zip64 form.
        """
        news = {self._by_key[part_key(part)]: data for part, data in changed.items()}
        if any(map(self.has, added)):
            raise ValueError("a part to be added is there already")
        writer = ZipWriter(out)
        for number, member in enumerate(self._members):
            if number in news:
                writer.put_data(member, news[number])
            else:
                writer.put(member, member.compress_type, self._stored(member), member.file_size, member.CRC)
        for part, data in added.items():
            writer.put_data(new_member(part), data)
        writer.finish()

    def _guard_sizes(self, largest_total: int) -> None:
        total = sum(member.file_size for member in self._members)
        largest = max((member.file_size for member in self._members), default=0)
        if total > largest_total or largest > self._largest_member:
            raise Unreadable("BM08", size=total >> 20)

    def _find_workbook(self) -> str:
        part = self.related("", "/officeDocument")
        if part is None:
            if self.has("mimetype") and b"opendocument.spreadsheet" in self.read("mimetype"):
                raise Unreadable("BM04", format="ods")
            raise Unreadable("BM02" if self.has("xl/workbook.xml") else "BM01")
        if part.lower().endswith(".bin"):
            raise Unreadable("BM04", format="xlsb")
        return part

    def _is_strict(self) -> bool:
        root = root_element(self.read(self.workbook_part))
        # Any other namespace (a beta of 2006, a Word file) would read as a workbook without sheets.
        if root not in (f"{MAIN} workbook", f"{STRICT_MAIN} workbook"):
            raise Unreadable("BM01")
        return root.startswith(STRICT_MAIN)

    def _read_relations(self, part: str) -> list[Relation]:
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[Relation] = []

        def visit(path: list[str], attributes: Attributes) -> None:
            target = attributes.get("Target")
            if path[-1] == f"{RELATIONSHIPS} Relationship" and target is not None:
                external = attributes.get("TargetMode") == "External"
                shown = target if external else resolve(target, folder)
                refuse_beyond(RELATIONS, len(found))
                found.append(Relation(attributes.get("Id", ""), attributes.get("Type", ""), shown, external))

        if self.has(where):
            walk(self.read(where), visit)
        return found

    def _member(self, part: str) -> zipfile.ZipInfo:
        number = self._by_key.get(part_key(part))
        if number is None:
            raise Unreadable("BM02")
        return self._members[number]

    def _stored(self, member: zipfile.ZipInfo) -> bytes:
        """The bytes of a member as they stand in the file, compressed or not."""
        header = self._data[member.header_offset : member.header_offset + _LOCAL.size]
        if member.header_offset < 0 or len(header) < _LOCAL.size or header[:4] != b"PK\3\4":
            raise Unreadable("BM02")
        name_length, extra_length = _LOCAL.unpack(header)[9:]
        begin = member.header_offset + _LOCAL.size + name_length + extra_length
        stored = self._data[begin : begin + member.compress_size]
        if len(stored) != member.compress_size:
            raise Unreadable("BM02")
        return stored

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        stored = self._stored(member)
        if member.compress_type == _STORED:
            return stored
        if member.compress_type != _DEFLATED:
            raise Unreadable("BM02")
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = inflater.decompress(stored, member.file_size + 1)
            if len(data) > member.file_size:
                self._count_beyond(inflater, len(data))
        except zlib.error as fault:
            raise Unreadable("BM02") from fault
        return data

    def _count_beyond(self, inflater: Any, length: int) -> None:
        """The zip directory gave a smaller size than there is: a bomb when the rest passes the limit, else damage."""
        piece = b"-"
        while piece and length <= self._largest_member:  # the tail alone does not tell: bytes may follow the stream
            piece = inflater.decompress(inflater.unconsumed_tail, 1 << 20)
            length += len(piece)
        if length > self._largest_member:
            raise Unreadable("BM08", size=length >> 20)


def _read_file(path: Path, largest: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("BM06")
        if not stat.S_ISREG(status.st_mode):  # a pipe would wait for ever
            raise Unreadable("BM07")
        if status.st_size > largest:
            raise Unreadable("BM08", size=status.st_size >> 20)
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable("BM07") from fault


def _refuse_other_files(data: bytes) -> None:
    if not data:
        raise Unreadable("BM05")
    if data[:4] == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("BM03")
        if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
            raise Unreadable("BM04", format="xls")
        raise Unreadable("BM01")
    if data[:2] != b"PK":
        # A file of zeros is what a disk leaves after a power cut.
        raise Unreadable("BM01" if data.strip(b"\0") else "BM02")


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    refuse_beyond(PARTS, data.count(b"PK\1\2"))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    # A damaged directory escapes zipfile as errors of struct, of text encoding, of numbers too large …
    except Exception as fault:
        raise Unreadable("BM02") from fault
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unreadable("BM03")
    # Members that share their bytes would be written once for each: a small file would fill the disk.
    if sum(member.compress_size for member in members) > len(data):
        raise Unreadable("BM02")
    return members
