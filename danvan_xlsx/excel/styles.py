"""What a number is shown as: a style's number format → date, percent or plain number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from danvan_xlsx.excel.limits import STYLES
from danvan_xlsx.excel.package import Attributes, main_namespace, refuse_beyond, walk
from danvan_xlsx.excel.remembered import remembered
from danvan_xlsx.words.layout import CellKind

# Formats that Excel knows by number only; 27–36 and 50–58 are dates of Asian versions.
_BUILT_IN: dict[int, CellKind] = {
    **dict.fromkeys([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)], "date"),
    **dict.fromkeys((9, 10), "percent"),
}

# What is shown as written: "quoted", \x, room for a character _x, filling *x, and [colour], [condition], [$currency].
# [h], [m] and [s] are counted hours, minutes, seconds and stay.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
#: Excel takes no longer one.
_LONGEST_CODE = 255
_SECOND_PARTS = re.compile(r"s\.0+")


def kind_of_format(code: str) -> CellKind:
    """`dd/mm/yyyy` → date · `0.0%` → percent · `0 "ngày"`, `#,##0 "đ"`, `General` → number."""
    plain = _LITERAL.sub("", code).lower().replace("general", "")
    first = plain.split(";")[0] or plain
    if re.search("[dmyhs]", first) and not re.search("[0#?]", _SECOND_PARTS.sub("s", first)):
        return "date"
    return "percent" if "%" in plain else "number"


@remembered
def read_kinds(data: bytes) -> Mapping[str, CellKind]:
    """styles.xml → style number as cells write it → `date` or `percent`; all others are numbers.

    Unreadable as `package.walk`, BM59 too many. Differential formats (`dxfs`) declare number formats of their own: only
    those under `numFmts` and the styles under `cellXfs` count.
    """
    space = main_namespace(data, "styleSheet")
    root = f"{space} styleSheet"
    format_path = [root, f"{space} numFmts", f"{space} numFmt"]
    style_path = [root, f"{space} cellXfs", f"{space} xf"]
    codes: dict[str, str] = {}
    used: list[str] = []

    def visit(path: list[str], attributes: Attributes) -> None:
        if path == format_path:
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:_LONGEST_CODE]
            refuse_beyond(STYLES, len(codes))
        elif path == style_path:
            used.append(attributes.get("numFmtId", "0"))
            refuse_beyond(STYLES, len(used))

    walk(data, visit)
    kinds = {number: _kind(number, codes) for number in set(used)}
    return {str(style): kinds[number] for style, number in enumerate(used) if kinds[number] != "number"}


def _kind(number: str, codes: dict[str, str]) -> CellKind:
    if number in codes:
        return kind_of_format(codes[number])
    return _BUILT_IN.get(int(number), "number") if number.isdecimal() and len(number) < 5 else "number"
