"""A part as bytes: where its elements stand, what its tags say; nothing of it is written anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from xml.parsers import expat

from danvan_xlsx.excel.limits import LEVELS
from danvan_xlsx.excel.package import MAIN, STRICT_MAIN

Attributes = dict[str, str]

#: The attributes of a tag up to its end; a quoted value may hold a bare `>`.
ATTRIBUTES = rb"""(?:\s+[^\s=<>"'/&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*"""

_PAIR = re.compile(r"""\s([^\s=<>"'/&]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENTITY = re.compile("&(#x[0-9A-Fa-f]+|#[0-9]+|lt|gt|amp|quot|apos);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_TAG = re.compile(rb"""[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']""")


class Odd(Exception):  # noqa: N818 - it is the part that is odd, not the program
    """A part that is not understood well enough to write into it; the argument says what is odd."""


def refuse_encoding(data: bytes) -> None:
    found = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[: max(data.find(b"?>"), 0)])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:8]:
        raise Odd("encoding")
    if found and found[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        raise Odd("encoding")
    if b"<!DOCTYPE" in data:
        raise Odd("doctype")


def refuse_broken(data: bytes) -> None:
    """Odd when the bytes are not well-formed XML."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)
    except expat.ExpatError as fault:
        raise Odd("not well-formed") from fault


def attributes_of(tag: bytes) -> Attributes:
    pairs = {name: one or two for name, one, two in _PAIR.findall(tag.decode())}
    return {name: _plain(value) for name, value in pairs.items()} if b"&" in tag else pairs


def unescaped(raw: bytes) -> str:
    text = raw.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _plain(text)


def _plain(text: str) -> str:
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name[0] != "#":
        return _NAMED[name]
    try:
        return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
    except (ValueError, OverflowError) as fault:
        raise Odd("no such character") from fault


def walk(
    data: bytes,
    start: Callable[[str, Attributes, int], None],
    end: Callable[[str, Callable[[], int]], None],
) -> None:
    """Parse with the byte position of every element of the main namespace (others have the name "").

    start(name, attributes, position) and end(name, after), where after() is the position behind the element.
    Odd: not well-formed, or nested too deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    open_tags: list[int] = []

    def opened(name: str, attributes: Attributes) -> None:
        position = parser.CurrentByteIndex
        open_tags.append(position)
        if len(open_tags) > LEVELS.most:
            raise Odd("nested too deep")
        start(_local(name), attributes, position)

    def closed(name: str) -> None:
        end(_local(name), after)
        open_tags.pop()

    def after() -> int:
        tag = tag_end(data, open_tags[-1])
        # An empty element has one tag, and expat's position is then already behind it.
        return tag if data[tag - 2] == ord("/") else tag_end(data, parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Odd("not well-formed") from fault


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return local if space in (MAIN, STRICT_MAIN) else ""


def tag_end(data: bytes, position: int) -> int:
    """The position behind the tag that starts here; a `>` in quotes does not end it. Odd: it has no end."""
    found = _TAG.match(data, position)
    if not found:
        raise Odd("tag without end")
    return found.end()
