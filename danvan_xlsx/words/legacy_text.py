"""Vietnamese as it was written before Unicode, in TCVN3 and VNI fonts: recognised by font and letters, and converted.

Such a text is stored as letters of Western Europe; only its font shows it as Vietnamese (`Céng hoµ` in .VnTime,
`Coäng hoøa` in VNI-Times). In TCVN3 (TCVN 5712:1993, the ABC fonts) one letter stands for one, and capitals have fonts
of their own, whose names end with H; in VNI a vowel is followed by its marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from danvan_xlsx.words.layout import Cell, Grid
from danvan_xlsx.words.syllables import is_syllable

TCVN3, VNI = "TCVN3", "VNI"

#: Row and column of a cell.
Position = tuple[int, int]


class Legacy(NamedTuple):
    """How a text was written, and what it says."""

    encoding: str
    text: str


# -- the tables ----------------------------------------------------------------------

_TCVN3 = " ".join(
    (
        "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ",
        "µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ",
        "Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị",
        "ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ",
        "ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ",
    )
)

#: Vowel → what it becomes with each mark behind it; lower case, capitals follow.
_VNI_MARKS = {
    "a": "øà ùá ûả õã ïạ êă èằ éắ úẳ üẵ ëặ ââ àầ áấ åẩ ãẫ äậ",
    "e": "øè ùé ûẻ õẽ ïẹ âê àề áế åể ãễ äệ",
    "o": "øò ùó ûỏ õõ ïọ âô àồ áố åổ ãỗ äộ",
    "ô": "øờ ùớ ûở õỡ ïợ",
    "u": "øù ùú ûủ õũ ïụ",
    "ö": "øừ ùứ ûử õữ ïự",
    "y": "øỳ ùý ûỷ õỹ",
}
#: Letters that stand for one alone.
_VNI_ALONE = "ôơ öư ñđ æỉ óĩ òị îỵ"


def _vni_pairs() -> dict[str, str]:
    pairs = {one[0]: one[1] for one in _VNI_ALONE.split()}
    pairs.update({vowel + one[0]: one[1] for vowel, marks in _VNI_MARKS.items() for one in marks.split()})
    capitals = {old.upper(): new.upper() for old, new in pairs.items()}
    # Whoever types a capital may leave its marks small, and the reverse.
    mixed = {old[0] + old[1:].swapcase(): new for old, new in (pairs | capitals).items() if len(old) > 1}
    return mixed | pairs | capitals


_VNI = _vni_pairs()
_VNI_LETTERS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


# -- recognising ---------------------------------------------------------------------

#: Letters of Vietnamese that neither way of writing has: with one of them a text is Unicode already.
_ONLY_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
#: Letters of both ways; TCVN3 has signs among them.
_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_OLD = re.compile("[\u00a1-\u00ff]")
_ASCII_LETTER = re.compile("[A-Za-z]")
#: Of the letters of Western Europe those that TCVN3 does not use, but Vietnamese in Unicode does.
_NOT_TCVN3 = re.compile("[ÀÁÂÃÍÙÚà]")


def encoding_of(font: str) -> str:
    """`.VnArial` → TCVN3, `VNI-Times` → VNI; empty for all other fonts."""
    name = font.strip().casefold()
    return TCVN3 if name.startswith(".vn") else VNI if name.startswith(("vni-", "vni ")) else ""


def legacy(text: str, font: str = "") -> Legacy | None:
    """How a text was written that is not in Unicode; None where it is, or nothing tells.

    font: of its cell, if it is one for an old way of writing. Without it the letters must leave no doubt: every word
    reads as Vietnamese once converted, and some do not as they stand.
    """
    if text.isascii() or _ONLY_UNICODE.search(text) or not _OLD.search(text):
        return None
    return _recognised(text, font) if len(text) <= 100 else _recognised.__wrapped__(text, font)


@lru_cache(maxsize=4096)
def _recognised(text: str, font: str) -> Legacy | None:
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    said = encoding_of(font)
    if said:
        return Legacy(said, converted(text, said, font)) if _font_is_right(marked, said, text) else None
    # In a short text one foreign word is enough to doubt all of it.
    for encoding in (TCVN3, VNI):
        strange = [word for word in marked if not is_syllable(converted(word, encoding))]
        if 10 * len(strange) <= len(marked) and _has_evidence(marked, encoding, text):
            return Legacy(encoding, converted(text, encoding))
    return None


def _font_is_right(marked: list[str], encoding: str, text: str) -> bool:
    """Unicode typed into a cell with an old font is shown in another one: it reads as it stands, and only so."""
    if encoding == TCVN3 and _NOT_TCVN3.search(text):
        return False
    return not all(map(is_syllable, marked)) or all(is_syllable(converted(word, encoding)) for word in marked)


def _has_evidence(marked: list[str], encoding: str, text: str) -> bool:
    """Two words that read as Vietnamese only once converted, or one among words that all do."""
    if encoding == TCVN3 and _NOT_TCVN3.search(text):
        return False
    odd = [word for word in marked if _ASCII_LETTER.search(word) and not is_syllable(word)]
    if len(odd) != 1:
        return len(odd) > 1
    others = (word for word in _WORD.findall(text) if word.isascii())
    return len(odd[0]) > 2 and all(word.isupper() or is_syllable(word) for word in others)


def trusted(rows: Mapping[int, Mapping[int, Cell]], fonts: Mapping[Position, str]) -> dict[Position, str]:
    """Of the old fonts of a sheet's cells, (row, column) → name, those that tell something.

    On a computer without these fonts people see Unicode typed in them. A text that reads both ways (`Cã`, `Có`) is
    taken for an old one only where more cells of the sheet read as old ones alone than as Unicode alone.
    """
    votes: Counter[str] = Counter()
    unclear: list[Position] = []
    for (row, column), font in fonts.items():
        cell = rows.get(row, {}).get(column)
        if cell is None or cell.kind != "text" or str(cell.value).isascii():
            continue
        read = legacy(str(cell.value), font)
        if read is not None and _reads_both_ways(str(cell.value), read.encoding):
            unclear.append((row, column))
        else:
            votes[encoding_of(font)] += 1 if read is not None else -1
    doubted = {at for at in unclear if votes[encoding_of(fonts[at])] <= 0}
    return {at: font for at, font in fonts.items() if at not in doubted}


def in_unicode(grid: Grid, *, by_letters: bool) -> tuple[Grid, int]:
    """The sheet with its old texts converted, and how many; without `by_letters` only where the font says so."""
    count = 0
    rows: dict[int, dict[int, Cell]] = {}
    for row, cells in grid.rows.items():
        rows[row] = dict(cells)
        for column, cell in cells.items():
            font = grid.fonts.get((row, column), "")
            if cell.kind == "text" and (font or by_letters) and (old := legacy(str(cell.value), font)) is not None:
                rows[row][column] = cell._replace(value=old.text)
                count += 1
    return replace(grid, rows=rows, fonts={}), count


def _reads_both_ways(text: str, encoding: str) -> bool:
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return all(is_syllable(word) and is_syllable(converted(word, encoding)) for word in marked)


# -- converting ----------------------------------------------------------------------


def converted(text: str, encoding: str, font: str = "") -> str:
    """The same words in Unicode, read by that table. font: one of capitals shows them so."""
    if encoding == VNI:
        return _VNI_LETTERS.sub(lambda found: _VNI[found[0]], text)
    if font.strip().endswith(("H", "h")):
        return text.translate(_TCVN3_TABLE).upper()
    return _WORD.sub(_word_of_tcvn3, text)


_TCVN3_TABLE = str.maketrans({one[0]: one[1] for one in _TCVN3.split()})


def _word_of_tcvn3(found: re.Match[str]) -> str:
    """In a word of capitals the letters with marks are small, for want of others: `CéNG` is CỘNG."""
    word = found[0].translate(_TCVN3_TABLE)
    plain = "".join(_ASCII_LETTER.findall(found[0]))
    return word.upper() if len(plain) > 1 and plain.isupper() else word
