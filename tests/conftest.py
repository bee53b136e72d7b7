"""What every test may ask for: the small commune's folder, and a snapshot: a text file compared or rewritten."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

# The Word report brings lxml, and with it openpyxl would write sheets as nobody else does; it looks when imported.
os.environ.setdefault("OPENPYXL_LXML", "False")

#: snapshot(text, name): the text must be what the file of that name beside the tests holds.
Snapshot = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the snapshots; read their difference before keeping it"
    )


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compare a text with its file under tests/, or rewrite the file when pytest runs with --update."""

    def compare(text: str, name: str) -> None:
        file = Path(__file__).parent / name
        if request.config.getoption("--update"):
            file.write_bytes(text.encode())
        kept = file.read_bytes().decode().replace("\r\n", "\n") if file.exists() else ""
        assert text == kept, f"{name} is no longer what the program says; run pytest --update and read the difference"

    return compare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small commune with its one mistake."""
    from tests.folders import new_folder  # brings openpyxl, which most tests do not need

    return new_folder(tmp_path / "danvan-2022")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """The small commune without a mistake."""
    from tests.folders import new_folder

    return new_folder(tmp_path / "danvan-2022", sound=True)
