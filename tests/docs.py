"""The generated parts of README: commands, codes, registers with their columns; each between two marker lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from danvan_xlsx import registers
from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.cli import main
from danvan_xlsx.plan.sheets import SHEETS as PLAN_SHEETS
from danvan_xlsx.report.explanation import pattern
from danvan_xlsx.words.layout import Column, Sheet

README = Path(__file__).parent.parent / "README.md"


def commands() -> Iterator[str]:
    yield "| Lệnh · Command | Việc · What it does | Tùy chọn · Options |"
    yield "|---|---|---|"
    for name, command in sorted(main.commands.items()):
        told = " ".join((command.help or "").split("\n\n")[0].split())
        english = " ".join((command.help or "").split("\n\n")[1].split()).split(" Ví dụ:")[0]
        options = [one.opts[0] for one in command.params if isinstance(one, click.Option) and one.opts[0] != "--help"]
        arguments = [_metavar(command, one) for one in command.params if isinstance(one, click.Argument)]
        yield f"| `danvan {' '.join([name, *arguments])}` | {told} {english} | {' '.join(f'`{o}`' for o in options)} |"


def _metavar(command: click.Command, one: click.Argument) -> str:
    return one.make_metavar(click.Context(command))


def codes() -> Iterator[str]:
    yield "| Mã · Code | Mức · Severity | Về · Concern | Thông báo · Message | Đề nghị · Remedy |"
    yield "|---|---|---|---|---|"
    for rule in catalogue().values():
        cells = (
            rule.code,
            f"{rule.severity.label.vi} · {rule.severity.label.en}",
            rule.concern.label.vi,
            f"{pattern(rule.message.vi)}<br>*{pattern(rule.message.en)}*",
            pattern(rule.remedy.vi),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def glossary() -> Iterator[str]:
    for sheet in (*registers.load().sheets.values(), *PLAN_SHEETS):
        yield f"<details><summary>{sheet.title.vi} · <code>{sheet.code}</code> · {sheet.title.en}</summary>"
        yield ""
        yield "| Cột · Column | Mã · Code | English | Ghi gì · Holds | Bắt buộc · Required |"
        yield "|---|---|---|---|---|"
        yield from (_column(sheet, column) for column in sheet.columns)
        yield ""
        yield "</details>"
        yield ""


def _column(sheet: Sheet, column: Column) -> str:
    required = "có" if column.required else ""
    if column.required_when:
        required = f"khi có {sheet.by_code[column.required_when[0]].label.vi}"
    if column.ours:
        required = "hệ thống ghi"
    if column.code in sheet.key:
        required = "có sẵn"
    personal = " · riêng tư" if column.personal else ""
    return (
        f"| {column.label.vi} | `{column.code}` | {column.label.en} | {column.kind.label.vi}{personal} | {required} |"
    )


PARTS: dict[str, Callable[[], Iterator[str]]] = {"commands": commands, "codes": codes, "glossary": glossary}


def regenerated(text: str) -> str:
    """README with its generated parts made anew. Raises ValueError where a marker is missing."""
    for name, part in PARTS.items():
        begin, end = f"<!-- generated: {name} -->", f"<!-- end: {name} -->"
        found = re.search(f"{re.escape(begin)}\n.*?{re.escape(end)}", text, re.DOTALL)
        if not found:
            raise ValueError(f"README lacks the markers of {name}")
        text = text[: found.start()] + "\n".join([begin, *part(), end]) + text[found.end() :]
    return text
