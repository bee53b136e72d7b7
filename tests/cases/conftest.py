"""What the cases ask for: the small commune's folder with its one mistake, or without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import new_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_folder(tmp_path / "danvan-2022")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return new_folder(tmp_path / "danvan-2022", sound=True)
