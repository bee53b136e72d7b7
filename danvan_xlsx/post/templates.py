"""Texts from templates: the commune's own `templates/` wins over the one that comes with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import danvan_xlsx

_HOUSE = Path(danvan_xlsx.__file__).parent


def shipped() -> Path:
    """Where the program's own templates lie: inside the installed package, or beside it in a checkout."""
    inside = _HOUSE / "templates"
    return inside if inside.is_dir() else _HOUSE.parent / "templates"


def render(name: str, values: Mapping[str, Any], folder: Path | None = None) -> str:
    """A template filled with values; `folder` is the workspace whose `templates/` may hold a version of its own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    places = [*([folder / "templates"] if folder else []), shipped()]
    house = Environment(
        loader=FileSystemLoader(places),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    return house.get_template(name).render(values)
