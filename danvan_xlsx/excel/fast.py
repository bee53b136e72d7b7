"""The quick way through sheets and shared strings of the plain shape that Excel writes; all else goes to expat.

One regular expression must tile the whole of the data, so that nothing is passed over, and it is strict enough to
prove that part well-formed. Expat reads what is before and after, with a probe in place of the data. Whatever does
not fit (another order of attributes, comments, rich text, blanks between elements …) is read by expat from the start.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

from danvan_xlsx.excel.cells import COLUMNS, Meaning, Rows, SheetCells, cell_of, in_order, read_sheet, unescape
from danvan_xlsx.excel.limits import CELLS, READ_TEXT, ROWS, TEXTS
from danvan_xlsx.excel.package import Unreadable, refuse_beyond
from danvan_xlsx.excel.remembered import remembered
from danvan_xlsx.excel.strings import read_strings
from danvan_xlsx.words.layout import LAST_ROW, Cell, CellKind

# Text without control characters; of references those that writers use, the ampersand's last of all.
_REFERENCES = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&#10;": "\n",
    "&#13;": "\r",
    "&#9;": "\t",
    "&amp;": "&",
}
_PLAIN = rb"[^<&\x00-\x08\x0b-\x1f]*"
_TEXT = rb"%b(?:&(?:amp|lt|gt|quot|apos|#10|#13|#9);%b)*" % (_PLAIN, _PLAIN)
_ATTRIBUTES = rb'(?: (?!xmlns)(?:[A-Za-z]\w*|xml:space|x14ac:dyDescent)="[^"<&\x00-\x1f]*")*'
_T = rb'<t(?: xml:space="preserve")?>(%b)</t>' % _TEXT
_FORMULA = rb"<f(%b)(?: ?/>|>%b</f>)" % (_ATTRIBUTES, _TEXT)
_CONTENT = rb"<v>(?:(-?\d{1,15}(?:\.\d{1,20})?)</v>|(%b)</v>)|(<v ?/>)|<is>%b</is>" % (_TEXT, _T)
_CELL = (
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="(\w+)")?(?: cm="\d+")?(?: vm="\d+")?>'
    rb"(?:%b)?(?:%b)?</c>" % (_FORMULA, _CONTENT)
)
_EMPTY_CELL = rb'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="\w+")?(?: ?/>|></c>)'
_EMPTY_ROW = (
    rb'<row r="\d+"(?: spans="[\d: ]*")?(?: s="\d+")?(?: customFormat="1")?(?: ht="[\d.]+")?(?: hidden="1")?'
    rb'(?: customHeight="1")?(?: x14ac:dyDescent="[\d.]+")? ?/>'
)
_TOKEN = re.compile(
    b"|".join(
        (
            _CELL,
            # Runs of what has no content: a sheet may be formatted to its last row.
            rb"(?:%b){1,64}" % _EMPTY_CELL,
            rb"((?:%b){1,64})" % _EMPTY_ROW,
            rb"<row(%b)( ?/)?>" % _ATTRIBUTES,
            rb"(</row>)",
            rb"(.)",
        )
    ),
    re.DOTALL,
)
# The groups of a token; those up to _INLINE belong to a cell.
_NUMBER, _INLINE, _ROW, _CLOSED, _ROW_END, _ODD = 6, 9, 11, 12, 13, 14
_FIRST, _LAST = "<si><t>", "</t></si>"
_CONTROL = bytes(one for one in range(32) if one not in b"\t\n")
_NAME = re.compile(rb' ([\w:]+)="')
_UTF8_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?:utf|UTF)-8[\"'])?"
    rb"(?: standalone=[\"']yes[\"'])?\s*\?>)?\s*<[^?]"
)

_PROBE_CELL = Cell(True, "bool")
_PROBE = b'><c r="A1" t="b"><v>1</v></c></row>'


def sheet_cells(data: bytes, meaning: Meaning) -> SheetCells:
    """The same as `read_sheet`, sooner where it can be."""
    return plain_sheet(data, meaning) or read_sheet(data, meaning)


def plain_sheet(data: bytes, meaning: Meaning) -> SheetCells | None:
    """The same as `read_sheet`; None when the sheet is not of the plain shape."""
    start, end = data.find(b"<sheetData>"), data.rfind(b"</sheetData>")
    begin = start + len(b"<sheetData>")
    if start < 0 or end < begin or not _is_plain(data):
        return None
    if data.count(b"</c>", begin, end) > CELLS.most or data.count(b"<row", begin, end) > ROWS.most:
        return None  # expat's way stops at the first one too many
    found = _read_rows(data, begin, end, meaning)
    if found is None:
        return None
    descent = b' x14ac:dyDescent="0"' if data.find(b"x14ac:", begin, end) >= 0 else b""
    try:
        frame = read_sheet(b"".join((data[:begin], b"<row", descent, _PROBE, data[end:])), meaning)
    except Unreadable:  # damaged, or only the probe is: then x14ac stands in a text
        return None
    if frame.rows != {1: {1: _PROBE_CELL}}:
        return None
    return SheetCells(in_order(found.rows), found.hidden, frame.merged)


@remembered
def string_cells(data: bytes) -> Sequence[Cell]:
    """The same as `read_strings`, sooner."""
    begin, end = data.find(b"<si>"), data.rfind(b"</si>") + len(b"</si>")
    if 0 <= begin < end and _is_plain(data):
        refuse_beyond(TEXTS, data.count(b"</si>", begin, end))
        found = _plain_texts(data, begin, end)
        if found is not None and read_strings(data[:begin] + b"<si/>" + data[end:]) == [Cell("")]:
            return found
    return read_strings(data)


def _plain_texts(data: bytes, begin: int, end: int) -> list[Cell] | None:
    """None when one is not of the plain shape. Cut where one ends and the next begins, nothing may be left over."""
    whole = data[begin:end]
    if len(whole.translate(None, _CONTROL)) != len(whole):
        return None
    text = whole.decode().replace('<t xml:space="preserve">', "<t>").replace("<t/>", "<t></t>")
    if not (text.startswith(_FIRST) and text.endswith(_LAST)):
        return None
    texts = text[len(_FIRST) : -len(_LAST)].split(_LAST + _FIRST)
    if "<" in "".join(texts) or text.count("&") != sum(map(text.count, _REFERENCES)):
        return None
    if "&" in text or "_x" in text:
        texts = [unescape(_resolved(one)) if "&" in one or "_x" in one else one for one in texts]
    if len(text) > READ_TEXT:
        texts = [one[:READ_TEXT] for one in texts]
    new = tuple.__new__  # as in `_read_rows`
    return [new(Cell, one) for one in zip(texts, repeat("text"), repeat(False))]


def _is_plain(data: bytes) -> bool:
    """In UTF-8, and without the few sequences that XML forbids in text."""
    if not _UTF8_HEAD.match(data) or b"]]>" in data:
        return False
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf\xbe" not in data and b"\xef\xbf\xbf" not in data


def _decode(raw: bytes | None) -> str | None:
    return None if raw is None else _text(raw)


def _text(raw: bytes) -> str:
    return _resolved(raw.decode())


def _resolved(text: str) -> str:
    if "&" in text:
        for reference, character in _REFERENCES.items():
            text = text.replace(reference, character)
    return text


def _twice(attributes: bytes) -> bool:
    """An attribute stands twice, which is not well-formed (or two differ in digits only: expat will tell)."""
    return _twice_in(attributes.translate(None, b"0123456789"))


@lru_cache(maxsize=256)  # but for their numbers all rows say the same
def _twice_in(attributes: bytes) -> bool:
    names = _NAME.findall(attributes)
    return len(set(names)) != len(names)


class _Rows:
    """The rows found so far, and whether one is open."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.hidden: set[int] = set()
        self.is_open = self._is_hidden = False

    def cells(self, number: int) -> dict[int, Cell]:
        if number not in self.rows:
            self.rows[number] = {}
            if self._is_hidden:
                self.hidden.add(number)
        return self.rows[number]

    def allow(self, token: re.Match[bytes]) -> bool:
        """Take a token that is no cell; False: the sheet is not plain."""
        attributes, group = token[_ROW], token.lastindex
        if attributes is not None:
            allowed = not self.is_open and not _twice(attributes)
            self.is_open = not token[_CLOSED]
            self._is_hidden = b' hidden="1"' in attributes or b' hidden="true"' in attributes
            return allowed
        if group == _ROW_END:
            allowed, self.is_open = self.is_open, False
            return allowed
        return group != _ODD and not self.is_open


def _read_rows(data: bytes, begin: int, end: int, meaning: Meaning) -> _Rows | None:
    """The rows between two places of a sheet's XML; None: the shape is not plain."""
    found = _Rows()
    kinds: dict[bytes | None, CellKind] = {style.encode(): kind for style, kind in meaning.kinds.items()}
    kinds[None] = meaning.kinds.get("0", "number")
    texts, count, shift = meaning.texts, len(meaning.texts), meaning.shift
    columns: dict[bytes, int] = {}
    cells: dict[int, Cell] = {}
    held, new = b"", tuple.__new__
    for token in _TOKEN.finditer(data, begin, end):
        group = token.lastindex
        if group is None:  # cells without content
            if not found.is_open:
                return None
            continue
        if group > _INLINE:
            held = b""
            if not found.allow(token):
                return None
            continue
        letters, digits, style, type_, formula, plain = token.group(1, 2, 3, 4, 5, _NUMBER)
        if digits != held:
            held, number = digits, int(digits)
            if not found.is_open or number > LAST_ROW:
                return None
            cells = found.cells(number)
        column = columns.get(letters) or columns.setdefault(letters, COLUMNS[letters.decode()])
        if not column or (formula and _twice(formula)):
            return None
        if plain and (type_ is None or type_ == b"n"):
            kind, amount = kinds.get(style, "number"), float(plain)
            # Three times as fast as calling Cell, and this line is passed for every number of every file.
            cells[column] = new(Cell, (amount + shift if kind == "date" else amount, kind, formula is not None))
        elif plain and type_ == b"s" and plain.isdigit() and (index := int(plain)) < count and formula is None:
            cells[column] = texts[index]
        else:
            cell = _other_cell(token, meaning)
            if cell is None:
                return None
            cells[column] = cell
    return None if found.is_open else found


def _other_cell(token: re.Match[bytes], meaning: Meaning) -> Cell | None:
    """Any cell but a plain number or shared string; None: it has nothing in it, or contradicts itself."""
    style, type_, formula, plain, value, empty, inline = token.groups()[2:_INLINE]
    if inline is not None and type_ != b"inlineStr":
        return None
    raw = b"" if empty else next((one for one in (plain, value, inline) if one is not None), None)
    return cell_of(meaning, _decode(type_), _decode(style), _decode(raw), formula is not None)
