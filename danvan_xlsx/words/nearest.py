"""Did you mean: the known word that is one slip of the hand away from the one typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from danvan_xlsx.words.text import fold


class Nearest:
    """Known words, looked up by what is left of each when a letter is dropped; marks of Vietnamese do not count.

    A letter wrong, missing, too many or exchanged with its neighbour is one slip. Building it and asking it grow with
    the length of the words alone.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for rest in _rests(_bare(word)):
                self._by_rest.setdefault(rest, []).append(word)

    def __call__(self, typed: str) -> str | None:
        """The nearest word, as it was given; None when no word is one slip away."""
        bare = _bare(typed)
        found = {word for rest in _rests(bare) for word in self._by_rest.get(rest, ())}
        slips = [word for word in found if _one_slip(bare, _bare(word))]
        return min(slips, key=lambda word: _distance(bare, _bare(word)), default=None)


def _bare(word: str) -> str:
    """Folded, without marks: `Định kỳ` and `dinh ky` are one."""
    letters = unicodedata.normalize("NFD", fold(word).replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _rests(word: str) -> Iterator[str]:
    yield word
    # Of two letters one is left: everything would be near to everything.
    if len(word) > 2:
        yield from {word[:at] + word[at + 1 :] for at in range(len(word))}
    elif word[:1] == "0":
        # But 1 is what Excel leaves of 01.
        yield word[1:]


def _one_slip(one: str, other: str) -> bool:
    same = _same(one, other)
    rest, wanted = one[same:], other[same:]
    wrong, too_many, missing = rest[1:] == wanted[1:], rest[1:] == wanted, rest == wanted[1:]
    return wrong or too_many or missing or _exchanged(one, other)


def _exchanged(one: str, other: str) -> bool:
    """Whether two neighbours have changed places."""
    same = _same(one, other)
    one, other = one[same:], other[same:]
    return len(one) > 1 and one[:2] == other[:2][::-1] and one[2:] == other[2:]


def _same(one: str, other: str) -> int:
    """How many letters at the beginning are the same."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _distance(one: str, other: str) -> tuple[bool, int, int, str]:
    """Of several: letters exchanged, else the one that differs latest, and there by least (D-08 for D-09, not D-19)."""
    same = _same(one, other)
    apart = abs(ord(one[same]) - ord(other[same])) if same < min(len(one), len(other)) else 0
    return not _exchanged(one, other), -same, apart, other
