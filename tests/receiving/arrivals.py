"""Copies that come into `nhan-ve`, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.folders import (
    CULTURE,
    NEWS,
    edited,
)

INBOX = "nhan-ve"
#: As Zalo and browsers name what they load a second time.
ZALO = ("Bao cao (2).xlsx", "Bao cao-1.xlsx", "Sổ của chị Hoa – bản mới.XLSX")
CLOSING = "Chốt số liệu"


@contextmanager
def arrives(folder: Path, name: str, source: str | bytes = CULTURE) -> Iterator[Any]:
    """A copy of a workbook comes into `nhan-ve`, typed in at home."""
    path = folder / INBOX / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else (folder / source).read_bytes())
    with edited(path) as book:
        yield book


def typed(book: Any, row: int, title: str) -> None:
    """A row of the register of news."""
    for column, value in zip(
        "BCDEFG",
        (datetime(2022, 5, 12), "Truyền thanh", title, "Tin", "Dân vận chính quyền", f"Bản tin {row}"),
        strict=True,
    ):
        book[NEWS][f"{column}{row}"] = value


def came(answer: dict[str, Any]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one["file"].removeprefix(f"{INBOX}/"), one["state"], one["into"], one["code"]) for one in answer["received"]
    ]


def waiting(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / INBOX).iterdir())
