"""A Word document from a template: the commune's own `templates/` wins; texts stay texts; the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from danvan_xlsx.post.templates import shipped
from danvan_xlsx.words.text import Text

REPORT = "bao-cao.docx"

NOT_WORD = Text(
    "Mẫu “{file}” chưa mở được như một tệp Word (.docx). Đề nghị mở bằng Word, lưu lại dạng Word Document (.docx), "
    "hoặc chuyển tệp đi nơi khác để dùng mẫu có sẵn.",
    "The template “{file}” could not be opened as a Word document. Please save it as .docx in Word, or move it away.",
)
WRONG_TAG = Text(
    "Mẫu “{file}” có chỗ điền chưa đúng: “{why}”. Đề nghị đối chiếu với danh sách ở templates/README.md, "
    "hoặc chuyển tệp đi nơi khác để dùng mẫu có sẵn.",
    "The template “{file}” has a tag that cannot be filled: “{why}”. Please see templates/README.md, or move it away.",
)


class BadTemplate(Exception):  # noqa: N818 - told to who edited the template
    """The template of the commune cannot be used; `told` says why."""

    def __init__(self, text: Text, **values: str) -> None:
        super().__init__(values)
        self.told = Text(text.say("vi", values), text.say("en", values))


def template_of(name: str, folder: Path | None) -> Path:
    """The commune's own version of a template where it has one, else ours."""
    own = folder / "templates" / name if folder else None
    return own if own is not None and own.is_file() else shipped() / name


def draw_report(
    values: Mapping[str, Any], path: Path, *, created: date, title: str, author: str, folder: Path | None = None
) -> None:
    """Fill the template and write the document. created: the day it carries; folder: the workspace."""
    filled = _filled(template_of(REPORT, folder), values)
    _sign(filled, created, title, author)
    written = BytesIO()
    filled.save(written)
    temp = path.with_name(f"{path.name}.tmp")
    temp.write_bytes(steady(written.getvalue()))
    temp.replace(path)


def _filled(template: Path, values: Mapping[str, Any]) -> Any:
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import LxmlError

    # A template may have come by Zalo: its expressions reach the values and nothing else.
    house = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document = DocxTemplate(BytesIO(template.read_bytes()))
        document.init_docx()
    except (OpcError, BadZipFile, LxmlError, KeyError, ValueError) as fault:
        raise BadTemplate(NOT_WORD, file=template.name) from fault
    try:
        document.render(dict(values), house, autoescape=True)
    except (TemplateError, LxmlError, TypeError, ValueError, AttributeError, ArithmeticError) as fault:
        raise BadTemplate(WRONG_TAG, file=template.name, why=_why(fault)) from fault
    return document


_UNKNOWN = re.compile(r"(?:^|attribute )'([^']+)'(?: is undefined|$)")


def _why(fault: Exception) -> str:
    """The name that there is not, or the words of the template where its writing breaks off."""
    unknown = _UNKNOWN.search(str(fault))
    if unknown:
        return unknown[1]
    near = [clean for line in getattr(fault, "docx_context", ()) if "{" in (clean := line.strip())]
    return near[0][:80] if near else str(fault)


def _sign(document: Any, created: date, title: str, author: str) -> None:
    """What the file says of itself: the committee as its author, a day that is the same each time."""
    known = document.docx.core_properties
    noon = datetime(created.year, created.month, created.day, 12)
    known.title, known.author, known.last_modified_by = title[:255], author[:255], author[:255]
    known.created = known.modified = noon
    known.revision = 1


#: The first moment that a zip can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def steady(package: bytes) -> bytes:
    """The same members without the time and the machine they were written on."""
    target = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            member = ZipInfo(name, _NO_TIME)
            member.create_system = 0
            copy.writestr(member, source.read(name), ZIP_DEFLATED)
    return target.getvalue()
