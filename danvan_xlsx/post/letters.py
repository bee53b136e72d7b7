"""Letters as `.eml` files for Outlook or Thunderbird; nothing is smuggled in through a workbook's cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from email import policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from danvan_xlsx.words.text import tidy

#: Subtypes of what goes along; of anything else no program needs to know more.
_KINDS = {
    ".xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class Attachment(NamedTuple):
    """A file that goes along, and the name it has in the letter (Vietnamese, with its ending)."""

    path: Path
    name: str


class BadAddress(ValueError):  # noqa: N818 - told to the clerk
    """No address that a server would take; `typed` as it stands in the plan."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


#: A letter: its text and what goes along.
Letter = MIMEMultipart


def letter(
    *,
    sender: str,
    to: Sequence[tuple[str, str]],
    subject: str,
    body: str,
    attachments: Iterable[Attachment] = (),
    written: datetime,
    about: str,
) -> Letter:
    """A letter. to: (name, address). about: what its number is made of, so that the same letter has the same one.

    BadAddress: an address of the plan cannot be used.
    """
    number = quote(ascii_of(about), safe="")
    # The newer message class of the library loses spaces of a long Vietnamese subject where it breaks the line.
    message = MIMEMultipart("mixed", boundary=f"=_danvan_{number[:40]}")
    message["Subject"] = _encoded(one_line(subject), "Subject")
    if sender:
        message["From"] = _address("", sender)
    message["To"] = ", ".join(_address(name, address) for name, address in to)
    message["Date"] = format_datetime(written.astimezone())
    message["Message-ID"] = f"<{number}@danvan.invalid>"
    message["X-Unsent"] = "1"  # Outlook opens it ready to be sent
    message.attach(MIMEText(plain(body), "plain", "utf-8"))
    for one in attachments:
        message.attach(_part(one))
    return message


def as_bytes(message: Letter) -> bytes:
    """As a server and a mail program take it: CRLF at the ends of lines."""
    return message.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def one_line(text: str) -> str:
    """A cell's text as a header takes it: one line, no control characters."""
    return tidy("".join(letter if letter.isprintable() else " " for letter in text))


def plain(text: str) -> str:
    """A body without control characters, its line breaks kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(c for c in line if c.isprintable() or c == "\t").rstrip() for line in lines)
    return "\n".join(kept).rstrip("\n") + "\n"


def ascii_of(name: str) -> str:
    """`Phu luc I.xlsx` for `Phụ lục I.xlsx`: what a program without Vietnamese file names shows."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    bare = "".join(letter for letter in letters if letter.isascii() and letter.isprintable())
    return bare.replace('"', "").replace("\\", "")


def _address(name: str, address: str) -> str:
    typed = one_line(address)
    user, at, domain = typed.rpartition("@")
    if not at or not user or "." not in domain or not typed.isascii() or any(c in typed for c in ' ,;:<>"()[]\\'):
        raise BadAddress(address)
    return f"{_encoded(one_line(name))} <{typed}>" if name else typed


def _encoded(text: str, behind: str = "") -> str:
    """A text as a header holds it (RFC 2047): words of at most 75 letters, the first one `behind` the header's name."""
    return Header(text, "utf-8", header_name=behind or None).encode(maxlinelen=76).replace("\n", "")


def _part(one: Attachment) -> MIMEApplication:
    """A file under its Vietnamese name (RFC 2231), and under an ASCII one for programs that know no better."""
    name = one_line(one.name)
    kind = _KINDS.get(one.path.suffix.lower(), "octet-stream")
    part = MIMEApplication(one.path.read_bytes(), kind, name=ascii_of(name))
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part
