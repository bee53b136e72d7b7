"""One wording in two languages, how a value is shown in it, and how Vietnamese words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

Lang = Literal["vi", "en"]

MASK = "•••"


class Text(NamedTuple):
    """A wording in Vietnamese and in English; `{names}` in it are filled by `say`."""

    vi: str
    en: str

    def say(self, lang: Lang = "vi", values: Mapping[str, Any] | None = None) -> str:
        pattern = self.vi if lang == "vi" else self.en
        if not values:
            return pattern
        return pattern.format_map({name: shown(value, lang) for name, value in values.items()})


class Personal:
    """A value that may leave its own cell only as a mask: every way of printing it gives `•••`."""

    __slots__ = ("_value",)

    def __init__(self, value: Any) -> None:
        self._value = value

    def reveal(self) -> Any:
        """The value itself, for comparing two cells; never for printing."""
        return self._value

    def __repr__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Personal) and fold(str(self._value)) == fold(str(other._value))

    def __hash__(self) -> int:
        return hash(fold(str(self._value)))

    def __reduce__(self) -> tuple[type, tuple[str]]:
        # A pickled or copied value stays masked: only the live object knows it.
        return Personal, (MASK,)


def shown(value: Any, lang: Lang = "vi") -> str:
    """A value as a sentence shows it: `1.250`, `33,9`, `05/03/2022`, a label, a joined list, a mask."""
    match value:
        case str():
            return value
        case bool():
            return {"vi": ("không", "có"), "en": ("no", "yes")}[lang][value]
        case int() | float():
            return number(value, lang)
        case date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
        case Text():
            return value.say(lang)
        case Personal():
            return MASK
        case list() | tuple() | frozenset() if not hasattr(value, "_fields"):
            return ", ".join(shown(one, lang) for one in value)
        case None:
            return ""
    label = getattr(value, "label", None)
    if isinstance(label, Text):
        return label.say(lang)
    return ", ".join(shown(one, lang) for one in value) if isinstance(value, tuple) else str(value)


def number(value: float, lang: Lang = "vi", digits: int = 2) -> str:
    """Dot for thousands and comma for decimals in Vietnamese, the reverse in English; no idle zeros."""
    plain = f"{value:,.{digits}f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if plain == "-0":
        plain = "0"
    return plain if lang == "en" else plain.translate(_SWAP)


_SWAP = str.maketrans(",.", ".,")


def as_typed(value: float) -> str:
    """A number as its cell holds it: every digit that Excel keeps, no dots for thousands (it may be a year, a code)."""
    digits, _, power = f"{value:.15g}".partition("e+")
    if power and int(power) <= _LONGEST_POWER:
        # A code or an account that Excel made a number of: its zeros are shown, as in the cell once it is wide enough.
        return digits.replace(".", "").ljust(int(power) + 1 + digits.startswith("-"), "0")
    return f"{value:.15g}".replace(".", ",")


_LONGEST_POWER = 30


# Zero-width marks, the soft hyphen and the byte-order mark come with text pasted from Zalo and the web.
# With what steers a terminal: no keyboard types it, and a sentence that quotes it must do nothing.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")


def tidy(text: str) -> str:
    """NFC, without invisible marks, every run of white space (NBSP and line breaks too) one blank, trimmed."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


# Letters that look like ours on the screen: other alphabets, full width, signs that keyboards and Word put for others.
_LETTERS = str.maketrans(
    {
        **dict(zip("авеёкмнорстухіїјѕһԁԛԝѵ", "abeëkmhopctyxiïjshdqwv", strict=True)),
        **dict(zip("ɑıℓ", "ail", strict=True)),
        **{wide: chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF01, 0xFF5F))},
        **dict.fromkeys("ðɖ", "đ"),
        **dict.fromkeys("\u2018\u2019\u201b\u2032\u02bc´`", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣", "-"),
    }
)

# Two schools write the tone of an open syllable on another letter (hòa, hoà); after q the u is no vowel (quý).
_NEW_TO_OLD = {
    new: old
    for pair in (
        ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa"),
        ("oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"),
        ("uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"),
    )
    for new, old in (one.split() for one in pair)
}
_OPEN_SYLLABLE = re.compile(rf"({'|'.join(_NEW_TO_OLD)})(?<!q..)(?!\w)")
_AFTER_Q = re.compile("q(ùy|úy|ủy|ũy|ụy)")
_OLD_TO_NEW = {old: new for new, old in _NEW_TO_OLD.items()}


def fold(text: str) -> str:
    """The form in which two Vietnamese words are compared, never shown.

    NFC, white space folded, letters that look alike (`Đ Ð Ɖ`, Cyrillic, full width) one, case folded, tone placement as
    the older school has it.
    """
    # Headings and the words of lists come again in every row and file; whole paragraphs are not kept in memory.
    return _folded(text) if len(text) <= 100 else _folded.__wrapped__(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    text = tidy(text).casefold()
    if text.isascii():
        return text.translate(_QUOTES)
    text = _composed(text.translate(_LETTERS))
    text = _OPEN_SYLLABLE.sub(lambda found: _NEW_TO_OLD[found[1]], text)
    return _AFTER_Q.sub(lambda found: "q" + _OLD_TO_NEW[found[1]], text)


_QUOTES = str.maketrans("`", "'")
_COMBINING = re.compile("[\u0300-\u036f]")
# Of a vowel's marks those that make another letter of it: circumflex, breve, horn.
_SHAPES = frozenset("\u0302\u0306\u031b")


def _composed(text: str) -> str:
    """NFC, also where the tone was typed before the mark that makes another letter, or on a letter exchanged."""
    if not _COMBINING.search(text):
        return text
    letters = unicodedata.normalize("NFD", text)
    marks = re.sub(
        "[\u0300-\u036f]{2,}", lambda found: "".join(sorted(found[0], key=lambda one: one not in _SHAPES)), letters
    )
    return unicodedata.normalize("NFC", marks)
