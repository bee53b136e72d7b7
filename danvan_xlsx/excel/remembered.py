"""What a small part says is worked out once: a workbook is opened to be known, to be read, to be written and proved."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_Said = TypeVar("_Said")

#: A commune has a dozen workbooks; larger parts are not kept in memory.
_PARTS, _LARGEST = 16, 128 << 10


def remembered(says: Callable[[bytes], _Said]) -> Callable[[bytes], _Said]:
    """The same function of a part's bytes; what it answers is shared and must not be changed."""
    known = lru_cache(maxsize=_PARTS)(says)

    def say(data: bytes) -> _Said:
        return known(data) if len(data) <= _LARGEST else says(data)

    return say
