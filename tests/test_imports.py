"""The house's one way: cli → workspace → edges and results → plan and registers → words."""

from __future__ import annotations

import ast
from pathlib import Path

import danvan_xlsx

HOUSE = Path(danvan_xlsx.__file__).parent

#: room → the rooms of the house it may import (itself always).
MAY_IMPORT = {
    "words": set(),
    "plan": {"words"},
    "registers": {"words"},
    "forms": {"words", "plan", "registers", "report"},
    "check": {"words", "plan", "registers"},
    "report": {"words", "plan", "registers", "check"},
    "excel": {"words"},
    "post": {"words"},
    "workspace": {"words", "plan", "registers", "forms", "check", "report", "excel", "post"},
    "cli": {"words", "plan", "registers", "forms", "check", "report", "excel", "post", "workspace"},
    "__main__": {"cli"},
    "__init__": set(),
}

#: Inside the edge to Excel: reading knows neither of the others, drawing and patching do not know each other.
READING = {
    *("package", "limits", "remembered", "zip_writer", "cells", "strings", "styles", "old_fonts", "extras", "fast"),
    "reader",
}
#: Older formats, by a child process; and the closer look of openpyxl.
BESIDE = {"calamine_child", "legacy", "inspector"}
LOOKING = {"looks", "wrapping"}
DRAWING = {"values", "filled", "pages", "drawer"}
PATCHING = {
    *("xml_bytes", "content", "around", "addresses", "marks", "marking", "listing", "splice"),
    *("own_sheet", "replacing", "patcher"),
}
EDGES = {
    **dict.fromkeys(READING, READING),
    **dict.fromkeys(BESIDE, BESIDE | READING),
    **dict.fromkeys(LOOKING, LOOKING),
    **dict.fromkeys(DRAWING, DRAWING | LOOKING | {"package"}),
    **dict.fromkeys(PATCHING, PATCHING | READING | LOOKING),
}

PURE = ("words", "plan", "registers", "forms", "check", "report")
OUTSIDE = {
    *("openpyxl", "xlsxwriter", "python_calamine", "docx", "docxtpl", "lxml", "jinja2", "click"),
    *("zipfile", "os", "pathlib", "time", "random"),
}


def modules() -> list[tuple[str, Path]]:
    return [(path.relative_to(HOUSE).with_suffix("").as_posix(), path) for path in sorted(HOUSE.rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Dotted names that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names.add(node.module or "")
    return names


def room(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_imports_run_one_way() -> None:
    wrong = [
        f"{name} → {one}"
        for name, path in modules()
        for one in imported(path)
        if one.split(".")[0] == "danvan_xlsx"
        and room(one) not in {name.split("/")[0], "__init__"} | MAY_IMPORT[name.split("/")[0]]
    ]

    assert wrong == []


def test_the_pure_rooms_touch_nothing_outside() -> None:
    wrong = [
        f"{name} → {one}"
        for name, path in modules()
        for one in imported(path)
        if name.split("/")[0] in PURE and one.split(".")[0] in OUTSIDE
    ]

    assert wrong == []


def test_inside_the_edge_to_excel_each_part_keeps_to_its_own() -> None:
    edges = {path.stem: path for name, path in modules() if name.startswith("excel/") and path.stem != "__init__"}
    found = {
        name: {one.split(".")[-1] for one in imported(path) if room(one) == "excel"} for name, path in edges.items()
    }

    assert edges.keys() == EDGES.keys()
    wrong = [f"{name} → {one}" for name, others in found.items() for one in others - EDGES[name] - {"excel"}]
    assert wrong == []


def subject(dotted: str) -> str:
    """`danvan_xlsx.registers.dossiers.sheet` → `dossiers`: a register is a module or a folder of them."""
    return ".".join(dotted.split(".")[2:3])


def test_registers_do_not_know_each_other() -> None:
    wrong = [
        f"{name} → {one}"
        for name, path in modules()
        for one in imported(path)
        if name.startswith("registers/") and name != "registers/__init__" and one.startswith("danvan_xlsx.registers")
        if subject(one) != name.split("/")[1]
    ]

    assert wrong == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = [name for name, path in modules() if len(path.read_text(encoding="utf-8").splitlines()) > 400]

    assert long == []


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    silent = [name for name, path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]

    assert silent == []
