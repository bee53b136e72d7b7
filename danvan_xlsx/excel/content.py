"""One cell's XML: what it holds and shows, and the XML of a value."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from xml.parsers import expat

from danvan_xlsx.excel.cells import Meaning, cell_of
from danvan_xlsx.excel.limits import LEVELS, LONGEST_TEXT
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN
from danvan_xlsx.excel.xml_bytes import ATTRIBUTES, Attributes, Odd, attributes_of, unescaped
from danvan_xlsx.words.layout import Cell, column_letters

Value = str | int | float | date | None


class Content(NamedTuple):
    """What a cell's XML holds: `value` is the text of its value, `formula` the attributes of its formula."""

    attributes: Attributes
    value: str | None
    formula: Attributes | None

    def shown(self, meaning: Meaning) -> Cell | None:
        """The cell as a reader has it; a day is its serial number in the system of the workbook."""
        kind, style = self.attributes.get("t"), self.attributes.get("s")
        return cell_of(meaning, kind, style, self.value, self.formula is not None)


# -- reading ------------------------------------------------------------------


def content(xml: bytes, prefix: bytes) -> Content:
    """The parts of one cell. Odd: they cannot be read."""
    simple = _simple(prefix).fullmatch(xml)
    if not simple:
        return _any_shape(xml)
    value = simple[2] if simple[2] is not None else simple[3]
    return Content(attributes_of(simple[1]), None if value is None else unescaped(value), None)


@lru_cache(maxsize=16)
def _simple(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix)
    value = rb"<%bv>([^<]*)</%bv>" % (name, name)
    inline = rb"<%bis><%bt(?: xml:space=\"preserve\")?>([^<]*)</%bt></%bis>" % (name, name, name, name)
    return re.compile(rb"<%bc(%b)(?:/>|>(?:%b|%b)?</%bc>)" % (name, ATTRIBUTES, value, inline, name))


def _any_shape(xml: bytes) -> Content:
    """Formulas, rich text, CDATA; the reading aids of Eastern Asian text are no part of the value.

    What has another prefix than the cell is of another namespace. Odd: so is something with the same prefix.
    """
    prefix, space = "", ""
    path: list[str] = []
    cell: list[Attributes] = []
    formula: list[Attributes] = []
    pieces: list[str] | None = None

    def start(name: str, attributes: Attributes) -> None:
        nonlocal pieces, prefix, space
        if not path:
            prefix = name.removesuffix("c")
            space = f"xmlns:{prefix}".rstrip(":")
        path.append(name[len(prefix) :] if name.startswith(prefix) else ":")
        if len(path) > LEVELS.most:
            raise Odd("nested too deep")
        if attributes.get(space, MAIN) not in (MAIN, STRICT_MAIN):
            raise Odd("another namespace")
        if len(path) == 1:
            cell.append(attributes)
        elif path[1:] == ["f"]:
            formula.append(attributes)
        elif path[1] in ("v", "is") and pieces is None:
            pieces = []

    def text(part: str) -> None:
        if path[-1] in ("v", "t") and "rPh" not in path and pieces is not None:
            pieces.append(part)

    def end(_: str) -> None:
        path.pop()

    parser: Any = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as fault:
        raise Odd("cell") from fault
    return Content(cell[0], None if pieces is None else "".join(pieces), formula[0] if formula else None)


# -- writing ------------------------------------------------------------------

# `_x0041_` as typed must not be taken for an escape; XML cannot hold the other characters.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")


def escaped(text: str) -> str:
    """Text as it stands in XML, between tags or in double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def cell_text(text: str) -> str:
    """The text of a cell in XML: what XML cannot hold as `_xHHHH_`, cut at Excel's limit."""
    text = held(text).replace("\r\n", "\n")
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return escaped(_NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def held(text: str) -> str:
    """What of a text a cell can hold: cut at Excel's limit, which counts in UTF-16; half a character is marked."""
    if len(text) <= LONGEST_TEXT // 2 and not _HALF.search(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT]
    return units.decode("utf-16-le", "replace")


def serial(day: date, date1904: bool) -> float:
    """The number of a day in the workbook's system. ValueError: before its first day."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    first = datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)
    passed = moment.replace(tzinfo=None) - first
    number = passed.days + passed.seconds / 86400
    # Excel counts a 29 February 1900 that never was.
    number = number - 1 if not date1904 and number < 61 else number
    if number < 0:
        raise ValueError(f"{day} has no serial number")
    return number


def cell_xml(prefix: bytes, row: int, column: int, style: str | None, value: Value, date1904: bool) -> bytes:
    """A cell with that value; text is never a formula, whatever it begins with. ValueError: not a finite number."""
    p = prefix.decode()
    tag = f'<{p}c r="{column_letters(column)}{row}"' + (f' s="{style}"' if style and style != "0" else "")
    if value is None or value == "":
        return f"{tag}/>".encode()
    if isinstance(value, str):
        space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
        return f'{tag} t="inlineStr"><{p}is><{p}t{space}>{cell_text(value)}</{p}t></{p}is></{p}c>'.encode()
    return f"{tag}><{p}v>{_number_text(value, date1904)}</{p}v></{p}c>".encode()


def _number_text(value: int | float | date, date1904: bool) -> str:
    number = serial(value, date1904) if isinstance(value, date) else float(value)
    if not math.isfinite(number):
        raise ValueError("not a finite number")
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)


def same(wanted: Value, shown: Cell | None, date1904: bool) -> bool:
    """Whether a cell shows the wanted value already, by whichever program it was saved."""
    if wanted is None or wanted == "":
        return shown is None or (shown.value == "" and shown.kind == "text")
    if shown is None:
        return False
    if isinstance(wanted, str):
        return shown.kind == "text" and _bare(str(shown.value)) == _bare(held(wanted))
    if shown.kind != "number" or not isinstance(shown.value, float):
        return False
    number = serial(wanted, date1904) if isinstance(wanted, date) else float(wanted)
    # LibreOffice stores 15 digits of a number.
    return math.isclose(number, shown.value, rel_tol=1e-12, abs_tol=1e-12)


def _bare(text: str) -> str:
    # Other programs drop or rewrite characters that nobody sees; that alone is no reason to write.
    return _NOT_IN_XML.sub("", text)
