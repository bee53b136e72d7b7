"""Workbooks damaged at random: bytes of the zip, bytes of a part, or what its tags and cells say."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from tests import craft
from tests.test_fast import PIECES

#: More of what stands in sheets, workbooks and relations, for bytes put in anywhere.
MORE_PIECES = (
    *(b'<c r="a7"/>', b'<row r="7"/>', b' r="A7"', b"<c>", b'<c r="A9"><v>3</v></c>', b"x:", b"'", b'"', b"<", b">"),
    *(b"<mergeCell ref='A7:A9'/>", b'<f t="array" ref="A7:B9">1</f>', b' t="e"', b"#REF!", b'<f t="shared" si="0"/>'),
    *(
        b"../",
        b"/",
        b"\\",
        b"rId1",
        b' TargetMode="External"',
        b"<![CDATA[",
        b"]]>",
        b"<?xml?>",
        b"<!DOCTYPE x>",
        b"&#0;",
    ),
    *(b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x80", b"\xed\xa0\x80", b"1e999", b"-1"),
)
#: What an attribute may say instead.
SAID = (
    *(
        "",
        "0",
        "-1",
        "1",
        "7",
        "A1",
        "A7",
        "a7",
        "XFD1048576",
        "XFE1",
        "A1048577",
        "A0",
        "$A$7",
        "A07",
        "07",
        "A7:A9",
        "A7:",
        ":",
        "A:A",
    ),
    *("7:9", "1048576", "1048577", "99999999999999999999", "1.5", "1e9", "s", "b", "e", "d", "n", "str", "inlineStr"),
    *(
        "array",
        "shared",
        "dataTable",
        "true",
        "rId1",
        "../x.xml",
        "/etc/passwd",
        "x" * 300,
        "&lt;",
        "&#9;",
        "&#x1;",
        " ",
    ),
    *("veryHidden", "hidden", "http://x", "NaN", "INF", "１２", "−1", "٣"),
)
_ATTRIBUTE = re.compile(rb'(\s[\w:]+=")([^"]*)(")')
_CELL = re.compile(rb"<c\s[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_ROW = re.compile(rb"<row\s[^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_VALUE = re.compile(rb"(<v>)([^<]*)(</v>)")
VALUES = (
    b"",
    b" ",
    b"-1",
    b"0",
    b"99999",
    b"1e308",
    b"1E999",
    b"1,5",
    b"#N/A",
    b"TRUE",
    b"\xe1\xbb\x85",
    b"2026-11-24",
    b"_x0000_",
)

Chance = random.Random


def bytes_of(data: bytes, chance: Chance) -> bytes:
    """One to four small changes: a piece put in or written over, a stretch dropped, doubled or turned."""
    for _ in range(chance.randint(1, 4)):
        if not data:
            return data
        begin = chance.randrange(len(data))
        end = min(len(data), begin + chance.choice((1, 1, 3, 12, 200)))
        piece = chance.choice((*PIECES, *MORE_PIECES, bytes([chance.randrange(256)])))
        there = data[begin:end]
        changed = bytes(one ^ 1 << chance.randrange(8) for one in there[:4]) + there[4:]
        middle = chance.choice((piece, piece + there, b"", there * 2, changed))
        data = data[:begin] + middle + data[end:]
    return data


def said_of(data: bytes, chance: Chance) -> bytes:
    """One to three attributes say something else."""
    for _ in range(chance.randint(1, 3)):
        found = list(_ATTRIBUTE.finditer(data))
        if not found:
            return data
        one = chance.choice(found)
        data = data[: one.start(2)] + chance.choice(SAID).encode() + data[one.end(2) :]
    return data


def cells_of(data: bytes, chance: Chance) -> bytes:
    """Cells, rows or values moved, doubled, dropped or given something else to hold."""
    for _ in range(chance.randint(1, 3)):
        kind = chance.choice((_CELL, _CELL, _ROW, _VALUE))
        found = list(kind.finditer(data))
        if not found:
            return data
        one, other = chance.choice(found), chance.choice(found)
        if kind is _VALUE:
            new = one[1] + chance.choice(VALUES) + one[3]
        else:
            new = chance.choice((b"", one[0] * 2, other[0], one[0] + other[0], one[0].replace(b'r="', b'x="', 1)))
        data = data[: one.start()] + new + data[one.end() :]
    return data


PART_CHANGES: Mapping[str, Callable[[bytes, Chance], bytes]] = {"part": bytes_of, "said": said_of, "cells": cells_of}


def mutant(members: Mapping[str, bytes], sheets: tuple[str, ...], whole: bytes, chance: Chance) -> tuple[str, bytes]:
    """The kind of damage and the file; parts of sheets are damaged most, and the parts that say where things are."""
    if chance.random() < 0.15:
        return "zip", bytes_of(whole, chance)
    kind = chance.choice(list(PART_CHANGES))
    listing = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels", "xl/styles.xml")
    part = chance.choice((*sheets * 4, *listing, *members))
    changed = dict(members)
    changed[part] = PART_CHANGES[kind](members[part], chance)
    if chance.random() < 0.05:
        changed = craft.renamed(
            changed, lambda name: name if chance.random() < 0.9 else chance.choice((name.upper(), f"/{name}", "x"))
        )
    if chance.random() < 0.02:
        changed.pop(chance.choice(list(changed)))
    return kind, craft.zipped(changed)
