"""How much of a kind a workbook may have inside: far more than staff ever need, less than makes a computer stand still.

A few kilobytes of zip unpack into hundreds of megabytes of XML, and those into gigabytes of cells; sizes alone do not
protect an office computer.
"""

from __future__ import annotations

from typing import NamedTuple

from danvan_xlsx.words.text import Text

#: Bytes unpacked: of one part, of all together (and of the file as it is).
LARGEST_MEMBER, LARGEST_TOTAL = 128 << 20, 512 << 20

#: Excel holds no longer text in a cell. Of one that another program made longer a character more is read, so that it
#: is seen to be too long.
LONGEST_TEXT = 32767
READ_TEXT = LONGEST_TEXT + 1


class Limit(NamedTuple):
    """The most of something, and what it is called after “more than 100”."""

    most: int
    what: Text


PARTS = Limit(20_000, Text("phần bên trong", "parts inside"))
SHEETS = Limit(1_000, Text("trang", "sheets"))
ROWS = Limit(1_048_576, Text("dòng trong một trang", "rows in one sheet"))
CELLS = Limit(3_000_000, Text("ô có nội dung", "filled cells"))
TEXTS = Limit(3_000_000, Text("chuỗi chữ", "texts"))
MERGES = Limit(200_000, Text("vùng gộp ô", "merged ranges"))
RELATIONS = Limit(200_000, Text("liên kết bên trong", "links between parts"))
STYLES = Limit(500_000, Text("kiểu định dạng", "cell formats"))
LEVELS = Limit(100, Text("tầng lồng nhau", "nested levels"))
