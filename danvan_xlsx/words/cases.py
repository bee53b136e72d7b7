"""A case as a rule declares it, wrong or right: its page shows it and the tests ask it.

A line is a row, its columns by code: `received_on 02/03/2022 | kind Khiếu nại`. A row of another register begins with
that register's code and a colon, and `as_of: 20/05/2022` is the day of the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.text import Text

AS_OF = "as_of"
_OTHER = re.compile(r"([a-z_]+): *(.*)")
_DAY_OF_CHECK = Text("Ngày kiểm tra", "Day of the check")


class Line(NamedTuple):
    """A row of a register as it is typed: column code → what stands in the cell."""

    register: str
    cells: Mapping[str, str]


def lines_of(case: str, own: str) -> Iterator[Line]:
    """The rows of a case; `own` is the register of lines that name none. The day of the check is no row."""
    for line in filter(None, map(str.strip, case.splitlines())):
        other = _OTHER.fullmatch(line)
        if other and other[1] == AS_OF:
            continue
        register, row = (other[1], other[2]) if other else (own, line)
        pairs = (cell.strip().partition(" ") for cell in row.split(" | "))
        yield Line(register, {code: value.strip() for code, _, value in pairs})


def day_of_check(case: str) -> str:
    """The day of the check as typed; "" where the case names none."""
    found = re.search(rf"^\s*{AS_OF}: *(\S+)", case, re.MULTILINE)
    return found[1] if found else ""


def told(case: str, sheet: Sheet, sheets: Mapping[str, Sheet]) -> Text:
    """A case in words, a line each: the headings of the columns and what stands under them."""
    vi, en = [], []
    for line in lines_of(case, sheet.code):
        home = sheets[line.register]
        cells = [(home.by_code[code].label, value) for code, value in line.cells.items()]
        before = ("", "") if home.code == sheet.code else (f"{home.title.vi} – ", f"{home.title.en} – ")
        vi.append(before[0] + "; ".join(f"{label.vi}: {value}" for label, value in cells))
        en.append(before[1] + "; ".join(f"{label.en}: {value}" for label, value in cells))
    if day := day_of_check(case):
        vi.append(f"{_DAY_OF_CHECK.vi}: {day}")
        en.append(f"{_DAY_OF_CHECK.en}: {day}")
    return Text("\n".join(vi), "\n".join(en))
