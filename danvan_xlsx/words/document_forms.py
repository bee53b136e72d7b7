"""Numbers of documents (*số, ký hiệu*) taken apart, and the form that law, state, Party and Front give each.

It suggests and never rewrites: what an office has printed on its document is that document's number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from danvan_xlsx.words.text import Text, fold, tidy

#: Abbreviations of kinds: Nghị định 30/2020/NĐ-CP, Phụ lục III; law texts; the Party's; joint texts.
OF_OFFICES = (
    *("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ"),
    *("BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB"),
)
OF_LAW = ("NĐ", "PL", "TT", "TTLT", "NQLT", "L")
OF_THE_PARTY = ("KL", "QĐi", "CV")
JOINT = ("QCPH", "KHPH", "CTPH", "KHLT", "HDLN")
_KINDS = {fold(kind): kind for kind in (*OF_OFFICES, *OF_LAW, *OF_THE_PARTY, *JOINT)}

#: Offices that always write number/KIND-OFFICE.
_STATE = ("TTg", "CP", "UBND", "CTUBND", "HĐND", "TTHĐND", "TTCP", "VPCP", "BNV", "BTP")
#: Bodies of the Party; the Front's committees (MTTW) and steering committees of the state (BCĐTW) are not.
_PARTY = re.compile(r"(?!MT|BCĐ)[A-ZĐ]*?(?:TW|TU|HU|ĐU)|BDV|UBKT")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH(\d{1,2})", re.IGNORECASE)
_OFFICES = {fold(office): office for office in (*_STATE, "TW", "TU", "HU", "ĐU", "BDV", "MTTQ")}

#: Terms of the National Assembly: its number stands in the numbers of its texts.
_TERMS = {
    9: (1992, 1997),
    10: (1997, 2002),
    11: (2002, 2007),
    12: (2007, 2011),
    13: (2011, 2016),
    14: (2016, 2021),
    15: (2021, 2026),
    16: (2026, 2031),
}
#: The last year in which a directive was a law text and carried its year: the Prime Minister's until the law of 2008
#: on law texts (17/2008/QH12), a people's committee's until that of 2015 (80/2015/QH13).
_LAST_YEAR_ON_A_DIRECTIVE = {"TTg": 2008}
_LAST_YEAR_ON_ANOTHER = 2016
_WITH_YEAR = frozenset({"NĐ", "PL", "TT", "TTLT", "NQLT"})
_WITH_YEAR_OR_NOT = frozenset({"QĐ", "NQ", "L", *JOINT})
_OF_THE_PRIME_MINISTER = frozenset({"CT", "QĐ", "CĐ", "TB"})

_NUMBER = re.compile(r"(\d+(?:\.\d+)?[a-zđ]?)(?:\s*/\s*((?:19|20)\d\d)(?!\d))?(\s*[-–/]\s*|\s*)(.+)")
_SEPARATOR = re.compile(r"\s*([-–/])\s*")


class Number(NamedTuple):
    """A number taken apart: 33/2021/CT-TTg → 33, 2021, CT, TTg. kind is "" for letters and for laws."""

    ordinal: str
    year: int | None
    kind: str
    office: str
    #: The separators as typed, the one after ordinal and year first; "" or a blank where it was lost.
    separators: tuple[str, ...]
    #: As typed, without blanks at its separators.
    text: str

    @property
    def party(self) -> bool:
        return _PARTY.fullmatch(self.office) is not None

    @property
    def term(self) -> int | None:
        """Which National Assembly it is of."""
        found = _ASSEMBLY.fullmatch(self.office)
        return int(found[1]) if found else None

    @property
    def of_the_law(self) -> bool:
        """A text of the Assembly, the Government or a ministry: one whose number carries its year."""
        return self.year is not None and (self.kind in _WITH_YEAR or self.term is not None)


class Misform(NamedTuple):
    """The form a number should have, "" where that cannot be told, and why."""

    right: str
    why: Text


LOST_SEPARATOR = Text("thiếu dấu - hoặc dấu / giữa các phần của ký hiệu", "a hyphen or a slash is missing in it")
OF_THE_PARTY_STYLE = Text("văn bản của Đảng ghi số-LOẠI/CƠ QUAN", "documents of the Party are written number-KIND/BODY")
OF_THE_STATE_STYLE = Text("cơ quan nhà nước ghi số/LOẠI-CƠ QUAN", "state offices write number/KIND-OFFICE")
CARRIES_NO_YEAR = Text("số của loại văn bản này không kèm năm", "the number of this kind carries no year")
WANTS_ITS_YEAR = Text("số của loại văn bản này có kèm năm ban hành", "the number of this kind carries its year")
NOT_OF_THIS_OFFICE = Text("cơ quan này không ban hành loại văn bản đó", "this office issues no such kind")
OUTSIDE_THE_TERM = Text(
    "năm ghi trong số không thuộc nhiệm kỳ Quốc hội ghi trong ký hiệu",
    "the year in it lies outside the term of the National Assembly in it",
)
OF_ANOTHER_CASE = Text("chữ hoa, chữ thường của ký hiệu", "capital and small letters in it")
WANTS_ITS_OFFICE = Text("ký hiệu chưa ghi cơ quan ban hành", "the mark names no office")
LETTER_NAMES_NO_KIND = Text(
    "công văn không ghi chữ viết tắt tên loại (Nghị định 30/2020/NĐ-CP, Phụ lục III)",
    "a letter carries no abbreviation of its kind (Nghị định 30/2020/NĐ-CP, Phụ lục III)",
)


@lru_cache(maxsize=4096)
def take_apart(text: str) -> Number | None:
    """The parts of a number; None for what is none (a form 01/TCD, a day, an article)."""
    found = _NUMBER.fullmatch(tidy(text))
    if not found:
        return None
    pieces = _SEPARATOR.split(found[4])
    marks, between = pieces[::2], pieces[1::2]
    if not all(mark and mark[0].isalpha() for mark in marks):
        return None
    separators = tuple("-" if one == "–" else one for one in (found[3].strip(), *between))
    year = int(found[2]) if found[2] else None
    kind, offices = _kind_and_offices(marks)
    if not offices:
        return None
    # Without its first separator only a mark that is known makes a number of it.
    if not separators[0] and not kind:
        return None
    typed = found[1] + (f"/{found[2]}" if year else "") + (separators[0] or found[3][:1])
    typed += "".join(one.strip() if at % 2 == 0 else one for at, one in enumerate(pieces)).replace("–", "-")
    return Number(found[1].lower(), year, kind, "-".join(offices), separators, typed)


def _kind_and_offices(marks: list[str]) -> tuple[str, list[str]]:
    if len(marks) == 1:
        return _joined(marks[0])
    kind = _KINDS.get(fold(marks[0]), "")
    return kind, [_office(one) for one in (marks[1:] if kind else marks)]


def _joined(mark: str) -> tuple[str, list[str]]:
    """A mark in one piece: the Assembly's laws (QH15), or kind and office run together (CTTTg)."""
    if _ASSEMBLY.fullmatch(mark):
        return "", [_office(mark)]
    word = fold(mark)
    if word in _OFFICES:
        return "", []
    for short, kind in _KINDS.items():
        rest = word.removeprefix(short)
        if len(short) > 1 and rest != word and (rest in _OFFICES or _ASSEMBLY.fullmatch(rest)):
            office = _office(rest)
            if _may_issue(office, kind):
                return kind, [office]
    return "", []


def _office(mark: str) -> str:
    return _OFFICES.get(fold(mark)) or (mark if any(one.isupper() for one in mark) else mark.upper())


def _may_issue(office: str, kind: str) -> bool:
    if office == "TTg":
        return kind in _OF_THE_PRIME_MINISTER
    if kind == "NĐ":
        return office == "CP"
    if kind == "PL":
        return _ASSEMBLY.fullmatch(office) is not None
    return not (office == "CP" and kind in ("CT", "TT", "QĐ"))


@lru_cache(maxsize=4096)
def misformed(text: str, kind: str = "", *, own: bool = False) -> Misform | None:
    """What is wrong with the form of a number; None where it is right, or no number.

    kind: the abbreviation of the kind that is named before it, where there is one (Chỉ thị → CT).
    own: the commune's own number, judged to the last letter: capitals, and letters without CV.
    """
    number = take_apart(text)
    if number is None:
        return Misform(f"{tidy(text).rstrip('-/ ')}-…", WANTS_ITS_OFFICE) if own else None
    if number.kind and not _may_issue(number.office, number.kind):
        named = kind and _may_issue(number.office, kind)
        return Misform(_written(number._replace(kind=kind)) if named else "", NOT_OF_THIS_OFFICE)
    if own and number.kind == "CV" and not number.party:
        return Misform(f"{number.ordinal}/{number.office}-…", LETTER_NAMES_NO_KIND)
    asked, why = _year(number)
    number = number._replace(year=asked)
    right = _written(number)
    if why is None and right != number.text:
        if fold(right) != fold(number.text):
            why = _style(number)
        elif own:
            why = OF_ANOTHER_CASE
    if why is WANTS_ITS_YEAR:
        right = right.replace(number.ordinal, f"{number.ordinal}/…", 1)
    return None if why is None else Misform(right, why)


def _year(number: Number) -> tuple[int | None, Text | None]:
    """The year the number should carry, and why where that is not the one it does."""
    kind, year = number.kind, number.year
    if number.party:
        return None, CARRIES_NO_YEAR if year else None
    if number.term is not None:
        return year, WANTS_ITS_YEAR if year is None and kind in ("", "PL") else None
    if kind in _WITH_YEAR:
        return year, WANTS_ITS_YEAR if year is None else None
    if year is None or kind in _WITH_YEAR_OR_NOT:
        return year, None
    if kind == "CT" and year <= _LAST_YEAR_ON_A_DIRECTIVE.get(number.office, _LAST_YEAR_ON_ANOTHER):
        return year, None
    if not kind and number.office.split("-")[0] not in _STATE:
        return year, None
    return None, CARRIES_NO_YEAR


def _written(number: Number) -> str:
    """The number in the style of its office; where either style is in use, as it was typed."""
    after = "/"
    before = "-"
    either = number.office.split("-")[0] not in _STATE and number.term is None
    if number.kind and (number.party or (either and number.separators[:2] == ("-", "/"))):
        after, before = "-", "/"
    year = f"/{number.year}" if number.year else ""
    mark = f"{number.kind}{before}{number.office}" if number.kind else number.office
    if number.kind in ("TTLT", "NQLT"):
        # Joint texts part their offices by slashes as often as by hyphens.
        mark = number.text.rsplit(f"{number.ordinal}{year}", 1)[-1][1:]
    return f"{number.ordinal}{year}{after}{mark}"


def _style(number: Number) -> Text:
    if not all(one.strip() for one in number.separators) or (number.kind and len(number.separators) == 1):
        return LOST_SEPARATOR
    return OF_THE_PARTY_STYLE if number.party else OF_THE_STATE_STYLE


def outside_its_term(number: Number) -> bool:
    """Whether a text of the Assembly carries a year in which that Assembly did not sit (34/2017/PL-UBTVQH11)."""
    if number.term not in _TERMS or number.year is None:
        return False
    first, last = _TERMS[number.term]
    return not first <= number.year <= last


def lacks_its_zero(text: str) -> str:
    """5/BC-UBND → 05/BC-UBND: offices write numbers under ten with a zero; "" where nothing is missing."""
    number = take_apart(text)
    if number is None or number.party or number.term is not None:
        return ""
    return f"0{number.text}" if len(number.ordinal) == 1 and number.ordinal.isdigit() else ""


def comparable(text: str) -> str:
    """The form in which two numbers are the same: without zeros before it, separators and capitals."""
    number = take_apart(text)
    if number is None:
        return fold(text)
    year = f"/{number.year}" if number.year else ""
    return fold(f"{number.ordinal.lstrip('0')}{year}/{number.kind}-{number.office}")


def abbreviation(text: str) -> str | None:
    """The kind that a number names: `BC` of 05/BC-UBND, "" of a letter (45/UBND-VP); None where it is no number."""
    number = take_apart(text)
    return None if number is None else number.kind
