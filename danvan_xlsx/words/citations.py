"""Documents cited in free text: found, judged by form and by what is known of them; it suggests and never rewrites.

    library = known_documents().beneath(the plan's own)
    library.doubts("theo Chỉ thị 33/2021/CT-TTg")    → 33/CT-TTg, because a directive's number carries no year
    library.cited("theo Pháp lệnh 34/2007")          → the document, with the day on which it ceased

`misformed(number)` judges a number that stands alone in its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from danvan_xlsx.words.document_forms import (
    OUTSIDE_THE_TERM,
    comparable,
    misformed,
    outside_its_term,
    take_apart,
)
from danvan_xlsx.words.law import Standing
from danvan_xlsx.words.text import Text, fold, shown, tidy

__all__ = [
    "ANOTHER_DAY",
    "DAY_OUTSIDE_ITS_YEAR",
    "Citation",
    "Document",
    "Doubt",
    "Library",
    "Mistaken",
    "Verdict",
    "cited_in",
    "known_documents",
    "misformed",
    "told",
]

#: What a kind is called → its abbreviation; "" where its numbers name no kind.
_WORDS = {
    "bộ luật": "",
    "luật": "",
    "pháp lệnh": "PL",
    "nghị quyết": "NQ",
    "nghị định": "NĐ",
    "chỉ thị": "CT",
    "kết luận": "KL",
    "quyết định": "QĐ",
    "quy định": "QĐi",
    "thông tư": "TT",
    "thông tư liên tịch": "TTLT",
    "kế hoạch": "KH",
    "báo cáo": "BC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "công văn": "",
    **{short.casefold(): short for short in ("PL", "NQ", "NĐ", "CT", "KL", "QĐ", "TT", "KH", "CV", "TB", "HD")},
}
_WORD = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_WORDS, key=len, reverse=True))})\s*,?\s*(?:số)?\s*:?\s*$", re.IGNORECASE
)
_SAID_TO_BE_A_NUMBER = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)

_MARK = r"[A-ZĐ](?:[A-ZĐ&]|\.(?=[A-ZĐ]))*(?:[a-z]{1,2}[A-ZĐ]*)?\d{0,2}(?!\w)"
_CITED = re.compile(
    r"(?<![\w.,/-])\d{1,5}(?:\.\d{1,2})?[a-zđ]?(?:\s?/\s?(?:19|20)\d\d(?!\d))?"
    rf"(?P<after>\s?[-–/]\s?|\s?){_MARK}(?:\s?[-–/]\s?(?=TTg|[A-ZĐ]{{2}}){_MARK})?(?:[-–/]{_MARK})*"
)
#: Without its mark, as the second time in a text: Pháp lệnh 34/2007, Luật Khiếu nại 02/2011.
_SHORT = re.compile(
    r"(?<!\w)(?P<word>Bộ luật|Luật|Pháp lệnh|Nghị định|PL|NĐ)(?:\s[^\W\d]+){0,8}?\s(?:số\s)?"
    r"(?P<number>\d{1,3}/(?:19|20)\d\d)(?![\w/-])"
)
_DAY = re.compile(
    r"\s?,?\s?\(?(?:ký )?(?:ngày )?(\d{1,2})(?:\s?[/.-]\s?| tháng )(\d{1,2})(?:\s?[/.-]\s?| năm )(\d{4})(?!\d)"
)
_TERM = re.compile(r"kh(?:óa|oá) [IVX]+\b|ngày \d|nhiệm kỳ", re.IGNORECASE)
_YEAR_NEXT = re.compile(r" \(?năm (?:19|20)\d\d")
#: Texts that look back on a document, or end it, may name one that is no longer in force.
_LOOKS_BACK = re.compile("tổng kết|sơ kết|bãi bỏ|thay thế|hết hiệu lực|kết thúc", re.IGNORECASE)


class Citation(NamedTuple):
    """A document's number in a text. word: the abbreviation of the kind named before it; None where none is.

    dated: its day, year or term follows, so that a number that begins anew each year or term is of one document.
    short: without its mark (Pháp lệnh 34/2007).
    """

    text: str
    word: str | None
    day: date | None
    dated: bool
    short: bool = False


class Document(NamedTuple):
    """A document that may be cited: in force from–to (both included, None open), and what came instead.

    standing: how well the end and the successors are known; "plan": the commune's plan says so.
    """

    number: str
    day: date | None = None
    issuer: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    source: str = ""
    standing: Standing = "plan"

    @property
    def verified(self) -> bool:
        return self.standing != "unverified"

    @property
    def label(self) -> Text:
        return Text(self.number, self.number)


class Mistaken(NamedTuple):
    """A number that is often written for another, unless one of some words stands in the text."""

    number: str
    meant: str
    unless: tuple[str, ...]


class Verdict(Enum):
    """WRONG: another number or day is meant. UNDATED: of which term? UNKNOWN: a law text in no list."""

    WRONG = "wrong"
    UNDATED = "undated"
    UNKNOWN = "unknown"


NOT_KNOWN = Text("chưa có", "none")


class Doubt(NamedTuple):
    """What is doubtful of a citation, what may be meant ("" where that cannot be told), and why."""

    citation: Citation
    verdict: Verdict
    right: str
    why: Text


OFTEN_WRITTEN_FOR_ANOTHER = Text(
    "số này là của một văn bản về việc khác, thường bị ghi nhầm", "this number is of a document on another matter"
)
DAY_OUTSIDE_ITS_YEAR = Text("ngày ban hành không thuộc năm ghi trong số", "the day lies outside the year in the number")
ANOTHER_DAY = Text("ngày ban hành chưa khớp với văn bản đã biết", "the day differs from that of the document known")
OF_WHICH_TERM = Text(
    "số văn bản của Đảng bắt đầu lại mỗi nhiệm kỳ, chưa rõ của khóa nào",
    "numbers of the Party begin anew each term, and which one is not said",
)
IN_NO_LIST = Text("chưa có trong danh mục văn bản", "it is in no list of documents")


def cited_in(text: str) -> tuple[Citation, ...]:
    """Every number of a document in a text, in order; a text is taken apart once."""
    # A number has a figure in it: most texts of a register have none.
    return _cited_in(text) if any(one.isdigit() for one in text) else ()


@lru_cache(maxsize=4096)
def _cited_in(text: str) -> tuple[Citation, ...]:
    text = tidy(text)
    found = [(one.start(), one.end(), False) for one in _CITED.finditer(text) if _is_a_number(text, one)]
    found += [(one.start("number"), one.end(), True) for one in _SHORT.finditer(text)]
    found.sort()
    starts = [start for start, _, _ in found] + [len(text)]
    return tuple(
        _citation(text, start, end, short, next_one)
        for (start, end, short), next_one in zip(found, starts[1:], strict=True)
    )


def _is_a_number(text: str, found: re.Match[str]) -> bool:
    number = take_apart(found[0])
    if number is None:
        return False
    if found["after"].strip():
        return True
    # "năm 2022 CT-TTg" is none: without a separator something must say that it is a number.
    before = text[: found.start()]
    return bool(number.separators[1:]) and bool(_WORD.search(before) or _SAID_TO_BE_A_NUMBER.search(before))


def _citation(text: str, start: int, end: int, short: bool, next_one: int) -> Citation:
    if short:
        word = next(one["word"] for one in _SHORT.finditer(text) if one.start("number") == start)
    else:
        named = _WORD.search(text[max(0, start - 30) : start])
        word = named[1] if named else None
    day = _day(text, end)
    until = re.search(r"[.;](?=\s|$)", text[end:next_one])
    rest = text[end : end + until.start() if until else next_one]
    dated = day is not None or bool(_YEAR_NEXT.match(text, end) or _TERM.search(rest))
    return Citation(text[start:end], None if word is None else _WORDS[word.casefold()], day, dated, short)


def _day(text: str, end: int) -> date | None:
    if found := _DAY.match(text, end):
        with suppress(ValueError):
            return date(int(found[3]), int(found[2]), int(found[1]))
    return None


class Library:
    """The documents that are known, and what they say of those cited in a text."""

    def __init__(
        self, documents: Iterable[Document], mistaken: Iterable[Mistaken] = (), own: Iterable[Document] = ()
    ) -> None:
        """own: those that the plan names: a number without a day is of one of them first."""
        self.documents = tuple(documents)
        self.own = tuple(own)
        self.mistaken = {comparable(one.number): one for one in mistaken}
        self._by_number: dict[str, list[Document]] = {}
        self._own = {comparable(one.number) for one in self.own}
        for one in (*self.own, *self.documents):
            self._by_number.setdefault(comparable(one.number), []).append(one)
        self._short = dict(reversed([pair for one in (*self.own, *self.documents) for pair in _without_mark(one)]))
        self._doubts: dict[str, tuple[Doubt, ...]] = {}
        self._cited: dict[str, tuple[Document, ...]] = {}

    def beneath(self, own: Iterable[Document]) -> Library:
        """The same with the plan's documents above it: what the plan leaves blank of one is taken from here."""
        return Library(self.documents, self.mistaken.values(), [self._completed(one) for one in own])

    def _completed(self, own: Document) -> Document:
        known = self.find(Citation(own.number, None, own.day, own.day is not None))
        if known is None or (known.day and own.day and known.day != own.day):
            return own
        rests_on_known = own.until is None and known.until is not None
        return own._replace(
            day=own.day or known.day,
            issuer=own.issuer or known.issuer,
            subject=own.subject or known.subject,
            since=own.since or known.since,
            until=own.until or known.until,
            successors=own.successors or known.successors,
            source=known.source if rests_on_known else own.source,
            standing=known.standing if rests_on_known else own.standing,
        )

    def find(self, citation: Citation) -> Document | None:
        """The document that is meant; None where it is in no list, or where several may be meant."""
        if citation.short:
            return self._short.get((citation.word or "", citation.text.lstrip("0")))
        found = self._by_number.get(comparable(citation.text), ())
        number = take_apart(citation.text)
        if not found or number is None:
            return None
        if number.year is not None:
            return found[0]
        if citation.day is None:
            return found[0] if comparable(citation.text) in self._own else None
        return next((one for one in found if one.day == citation.day), None)

    def cited(self, text: str) -> tuple[Document, ...]:
        """The documents cited in a text that are known; a number in doubt is of none of them."""
        if text not in self._cited:
            wrong = {one.citation for one in self.doubts(text) if one.verdict is Verdict.WRONG}
            found = (self.find(one) for one in cited_in(text) if one not in wrong)
            self._cited[text] = tuple(dict.fromkeys(one for one in found if one is not None))
        return self._cited[text]

    def ceased(self, text: str, on: date) -> tuple[Document, ...]:
        """The documents cited that were no longer in force on a day, unless the text looks back on them."""
        ended = tuple(one for one in self.cited(text) if one.until is not None and one.until < on)
        return () if ended and _LOOKS_BACK.search(tidy(text)) else ended

    def issued_later(self, text: str, on: date) -> tuple[Document, ...]:
        """The documents cited that were issued only after a day."""
        return tuple(one for one in self.cited(text) if one.day is not None and one.day > on)

    def doubts(self, text: str) -> tuple[Doubt, ...]:
        """What is doubtful of the numbers in a text, one doubt each; worked out once for each text."""
        if text not in self._doubts:
            found = (self._doubt(one, text) for one in cited_in(text))
            self._doubts[text] = tuple(one for one in found if one is not None)
        return self._doubts[text]

    def _doubt(self, citation: Citation, text: str) -> Doubt | None:
        if doubt := self._wrong(citation, text):
            return doubt
        number = take_apart(citation.text)
        if number is None or citation.short:
            return None
        key = comparable(citation.text)
        if number.party and not citation.dated and key not in self._own:
            known = [one for one in self._by_number.get(key, ()) if one.day is not None]
            right = f"{citation.text} ngày {shown(known[0].day)}" if len(known) == 1 else ""
            return Doubt(citation, Verdict.UNDATED, right, OF_WHICH_TERM)
        if number.of_the_law and key not in self._by_number:
            return Doubt(citation, Verdict.UNKNOWN, "", IN_NO_LIST)
        return None

    def _wrong(self, citation: Citation, text: str) -> Doubt | None:
        number = take_apart(citation.text)
        if number is not None and (wrong := misformed(citation.text, citation.word or "")):
            return Doubt(citation, Verdict.WRONG, wrong.right, wrong.why)
        if meant := self._meant(citation, text):
            return Doubt(citation, Verdict.WRONG, meant, OFTEN_WRITTEN_FOR_ANOTHER)
        if number is None:
            return None
        if outside_its_term(number):
            return Doubt(citation, Verdict.WRONG, self._of_the_term(citation.text), OUTSIDE_THE_TERM)
        return self._wrong_day(citation, number.year)

    def _meant(self, citation: Citation, text: str) -> str:
        """The number that this one is often written for; "" where words beside it show that it is meant itself."""
        full = f"{citation.text}/NĐ-CP" if citation.short and citation.word == "NĐ" else citation.text
        held = self.mistaken.get(comparable(full))
        if held is None or comparable(full) in self._own:
            return ""
        words = fold(text)
        return "" if any(fold(word) in words for word in held.unless) else held.meant

    def _of_the_term(self, text: str) -> str:
        """The document of the same number and Assembly, in a year of that Assembly."""
        number = take_apart(text)
        assert number is not None
        for one in (*self.own, *self.documents):
            other = take_apart(one.number)
            if other and number._replace(year=other.year, text="") == other._replace(text=""):
                return one.number
        return ""

    def _wrong_day(self, citation: Citation, year: int | None) -> Doubt | None:
        if citation.day is None or citation.short or year is None:
            return None
        known = self.find(citation)
        if known is not None and known.day is not None and known.day != citation.day and known.verified:
            return Doubt(citation, Verdict.WRONG, f"{citation.text} ngày {shown(known.day)}", ANOTHER_DAY)
        if citation.day.year != year:
            return Doubt(citation, Verdict.WRONG, "", DAY_OUTSIDE_ITS_YEAR)
        return None


def _without_mark(document: Document) -> Iterator[tuple[tuple[str, str], Document]]:
    """How a law text is cited without its mark: (kind, number/year). Circulars of several ministries share theirs."""
    number = take_apart(document.number)
    if number is not None and number.year and (number.kind in ("NĐ", "PL") or (number.term and not number.kind)):
        yield (number.kind, f"{number.ordinal.lstrip('0')}/{number.year}"), document


def told(doubts: Sequence[Doubt]) -> Mapping[str, object]:
    """What a message says of doubtful numbers: `wrong`, `right` and `why`, of the first."""
    right = tuple(one.right for one in doubts if one.right)
    return {"wrong": tuple(one.citation.text for one in doubts), "right": right or NOT_KNOWN, "why": doubts[0].why}


@cache
def known_documents() -> Library:
    """The documents that come with the program."""
    import tomllib  # both are slow to import, and many commands read no citation
    from importlib.resources import files

    held = tomllib.loads(files("danvan_xlsx.words").joinpath("documents.toml").read_text(encoding="utf-8"))
    return Library(
        [
            Document(
                number=one["number"],
                day=one.get("day"),
                issuer=one["issuer"],
                subject=one["subject"],
                since=one.get("from"),
                until=one.get("to"),
                successors=tuple(one.get("successor", ())),
                source=one["source"],
                standing=one["standing"],
            )
            for one in held["documents"]
        ],
        [Mistaken(one["number"], one["meant"], tuple(one["unless"])) for one in held["mistaken"]],
    )
