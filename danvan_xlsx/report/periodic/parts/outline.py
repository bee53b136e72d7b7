"""The report that is signed, as a paper has it: letterhead, parts, passages, sentences; plain text, no layout."""

from __future__ import annotations

from typing import NamedTuple

from danvan_xlsx.words.layout import Place


class Passage(NamedTuple):
    """Paragraphs under a heading of their own; `heading` is "" where the part has no second level."""

    heading: str
    lines: tuple[str, ...]


class Part(NamedTuple):
    """`I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI` and what stands under it."""

    heading: str
    passages: tuple[Passage, ...]


class Letterhead(NamedTuple):
    """What stands around the text, as Nghị định 30/2020/NĐ-CP wants it. authority: TM., KT. above the title.

    number, place_and_day: with room for what is not known yet. addressed: the lines of *Kính gửi*.
    """

    agency: tuple[str, str]
    number: str
    place_and_day: str
    kind: str
    subject: str
    addressed: tuple[str, ...]
    copies: tuple[str, ...]
    authority: tuple[str, ...]
    title: str
    name: str


class Narrative(NamedTuple):
    """The whole report. draft: what is printed on every page of one that may not go up, else "".

    left_out: cells whose text was not taken over, since it tells of a person.
    """

    head: Letterhead
    opening: str
    directing: Part
    results: Part
    assessment: Part
    ahead: Part
    proposals: Part
    closing: str
    draft: str
    left_out: tuple[Place, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.directing, self.results, self.assessment, self.ahead, self.proposals)


def numbered(passages: list[tuple[str, list[str]]]) -> tuple[Passage, ...]:
    """Passages in order as `1.`, `2.` …; those that say nothing are left out, and one alone has no number."""
    said = [(heading, lines) for heading, lines in passages if lines]
    if len(said) == 1 and not said[0][0]:
        return (Passage("", tuple(said[0][1])),)
    made, number = [], 0
    for heading, lines in said:
        number += bool(heading)
        made.append(Passage(f"{number}. {heading}" if heading else "", tuple(lines)))
    return tuple(made)
