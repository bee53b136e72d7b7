"""What the clerk does and is told: mail settings in the plan, letters, refusals."""

from __future__ import annotations

import email
import json
from collections.abc import Mapping
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from click.testing import Result

from danvan_xlsx.post.smtp import Server
from tests.folders import danvan, opened, tree
from tests.post_office import USER
from tests.reported import YEAR, typed_into
from tests.sample.build import PLAN_FILE

DISTRICT, FRONT = "noivu@ngoclac.example", "mattran@minhson.example"
SIGNED = ("--number", "97/BC-UBND", "--signed-on", "11/11/2022")
RECORD = ".danvan/reports/2022-NAM.json"


def with_settings(folder: Path, settings: Mapping[str, Any]) -> None:
    """Rows of CauHinh below those that stand."""
    plan = folder / PLAN_FILE
    first = max(cell.row for cell in opened(plan)["CauHinh"]["B"] if cell.value) + 1
    cells: dict[str, Any] = {}
    for row, (key, value) in enumerate(settings.items(), first):
        cells |= {f"B{row}": key, f"D{row}": value}
    typed_into(plan, "CauHinh", cells)


def served(folder: Path, server: Server) -> None:
    with_settings(
        folder,
        {"smtp_host": server.host, "smtp_port": server.port, "smtp_user": USER, "smtp_security": "STARTTLS"},
    )


def mail(folder: Path, period: str = YEAR, *options: str) -> Result:
    return danvan("mail", folder, "--period", period, *options)


def refused(folder: Path, period: str, *options: str) -> str:
    """What the clerk is told: one line, an exit of 2, and nothing but the letter's own file has changed."""
    before = _without_letter(folder)
    result = mail(folder, period, *options)

    assert result.exit_code == 2
    assert _without_letter(folder) == before
    (line,) = result.output.splitlines()
    return line


def _without_letter(folder: Path) -> dict[str, str]:
    return {name: sha for name, sha in tree(folder).items() if not name.endswith((".eml", "/lock"))}


def read(data: bytes | str | None) -> EmailMessage:
    assert isinstance(data, bytes)
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def letter_of(folder: Path, period: str) -> EmailMessage:
    return read((folder / f"bao-cao/2022-{period}/thu-2022-{period}.eml").read_bytes())


def letters_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.eml")]


def body(message: EmailMessage) -> list[str]:
    part = message.get_body()
    assert part is not None
    return str(part.get_content()).splitlines()


def kept(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return found
