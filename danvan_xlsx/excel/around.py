"""What stands around the rows of a sheet part: each element's place in the bytes, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from danvan_xlsx.excel.limits import MERGES
from danvan_xlsx.excel.xml_bytes import Attributes, Odd, tag_end, walk


class Span(NamedTuple):
    """Bytes `start` up to, not including, `end`."""

    start: int
    end: int


class Element(NamedTuple):
    """A child of the root, "" when it is not of the main namespace: its start tag, its end, what its children say."""

    name: str
    tag: Span
    end: int
    attributes: Attributes
    inside: tuple[tuple[str, Attributes], ...]


def elements_around(data: bytes, head: int, tail: int) -> tuple[Element, ...]:
    """The children of the root, read without the bytes of the rows, which are those from `head` to `tail`.

    Odd: what is left is not well-formed, no worksheet, or too much.
    """
    gap = tail - head
    short = data[:head] + data[tail:]
    found: list[Element] = []
    path: list[str] = []
    inside: list[tuple[str, Attributes]] = []
    here, said = 0, Attributes()

    def start(name: str, attributes: Attributes, position: int) -> None:
        nonlocal here, said
        path.append(name)
        if len(path) == 2:
            here, said = position, attributes
        elif len(path) == 3:
            inside.append((name, attributes))
            if len(inside) > MERGES.most:
                raise Odd("too much around the rows")

    def end(name: str, after: Callable[[], int]) -> None:
        path.pop()
        if len(path) == 1:
            tag, behind = tag_end(short, here), after()
            places = [at + gap * (at > head) for at in (here, tag, behind)]
            found.append(Element(name, Span(*places[:2]), places[2], said, tuple(inside)))
            inside.clear()
        elif not path and name != "worksheet":
            raise Odd("not a worksheet")

    walk(short, start, end)
    return tuple(found)
