"""How much room a text takes in Times New Roman: merged cells never fit themselves, so heights are worked out here."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

#: Widths in thousandths of the font's size, by its published metrics; a letter takes no room for its marks.
_WIDTHS = {
    **dict.fromkeys("ijlt/\\:;", 278),
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys("frI()[]-'|!‘’", 333),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys("acez?“”", 444),
    **dict.fromkeys("bdđghknopquvxy0123456789$–_*#", 500),
    **dict.fromkeys("SFP<>+=≥≤±", 560),
    **dict.fromkeys("LEZT", 611),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("ADĐGHKNOQUVXYw&", 722),
    **dict.fromkeys("mM%@W", 860),
    **dict.fromkeys("—…•", 1000),
}
_UNKNOWN = 722
_WIDEST = max(_WIDTHS.values())


class _Widths(dict[str, int]):
    """The widths of letters, of others as they are first met."""

    def __missing__(self, letter: str) -> int:
        self[letter] = 0 if unicodedata.combining(letter) else _UNKNOWN
        return self[letter]


_WIDTH = _Widths(_WIDTHS)
#: A bold letter is a little wider.
_BOLD = 1.06
#: Lines as Excel spaces them, in the font's size.
_LINE = 1.28
#: Excel, LibreOffice and WPS break lines a little differently: the room is taken as this much narrower than it is.
_CAUTION = 0.96
#: Nothing in Excel is taller than this, in points.
TALLEST = 409.0
#: A row of a table with one line in it, in points.
ROW = 15.75


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in pixels (96 to the inch), `size` in points."""
    return _thousandths(text) * _pixels(size, bold=bold)


@lru_cache(maxsize=8192)  # the words of a report are few, and come again and again
def _thousandths(word: str) -> int:
    return sum(map(_WIDTH.__getitem__, unicodedata.normalize("NFD", word)))


def _pixels(size: float, *, bold: bool) -> float:
    """Pixels for each thousandth."""
    return size * 96 / 72 / 1000 * (_BOLD if bold else 1)


def line_count(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Into how many lines a text is wrapped in a cell `width` pixels wide; at least one."""
    room = max(width - 6, 10) * _CAUTION / _pixels(size, bold=bold)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    if len(line) * _WIDEST <= room:
        return 1
    blank, words = _WIDTHS[" "], [_thousandths(word) for word in line.split(" ")]
    if sum(words) + blank * (len(words) - 1) <= room:
        return 1
    count, used = 1, 0.0
    for wide in map(float, words):
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        if wide > room:  # A word longer than the line is broken anywhere.
            count += math.ceil(wide / room) - 1
            wide %= room
        used += (blank if used else 0) + wide
    return count


def height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """The height in points that a wrapped text needs; may be more than a row can have (`TALLEST`)."""
    lines = line_count(text, size, width, bold=bold)
    return max(lines * size * _LINE + 2, ROW)


def row_height(texts: Iterable[tuple[str, float, bool]], size: float) -> float:
    """The height of a row whose cells hold these wrapped texts: (text, width in pixels, bold)."""
    heights = (height(text, size, width, bold=bold) for text, width, bold in texts)
    return min(max(heights, default=ROW), TALLEST)


def in_rows(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in as few pieces as rows of Excel can hold, cut between words."""
    if height(text, size, width, bold=bold) <= TALLEST:
        return [text]
    pieces, piece = [], ""
    for word in text.split(" "):
        longer = f"{piece} {word}" if piece else word
        if piece and height(longer, size, width, bold=bold) > TALLEST:
            pieces.append(piece)
            longer = word
        piece = longer
    return [*pieces, piece]


def columns_pixels(widths: float) -> int:
    """Width of a column in characters → pixels, as Excel counts with digits of 7 pixels and 5 for the padding."""
    return int(widths * 7 + 0.5) + 5 if widths >= 1 else int(widths * 12 + 0.5)
