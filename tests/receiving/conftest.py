"""What came back is held against the small commune, checked once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import check, new_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Checked once: every workbook of it carries run 1."""
    folder = new_folder(tmp_path / "danvan-2022", sound=True)
    check(folder)
    return folder
