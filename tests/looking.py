"""Pages as they are seen: a file rendered by LibreOffice → texts and pictures of its pages."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

#: Only where there is no LibreOffice and nobody insists: `.ci/run` installs it and sets DANVAN_LOOK=required.
_MAY_SKIP = SOFFICE is None and os.environ.get("DANVAN_LOOK") != "required"
needs_office = pytest.mark.skipif(_MAY_SKIP, reason="LibreOffice is not installed")

#: Writer is a package of its own beside Calc.
_WRITER = SOFFICE is not None and any(Path(SOFFICE).resolve().parent.glob("*swlo.*"))
_MAY_SKIP_WORD = not _WRITER and os.environ.get("DANVAN_LOOK") != "required"
needs_writer = pytest.mark.skipif(_MAY_SKIP_WORD, reason="LibreOffice Writer is not installed")


class Rendered(NamedTuple):
    """A workbook or a document on paper: its PDF and the text of each page, laid out as it stands."""

    pdf: Path
    pages: tuple[str, ...]

    @property
    def words(self) -> str:
        """All text with white space folded: lines are broken wherever they happen to be."""
        return " ".join(" ".join(self.pages).split())

    def pictures(self, dpi: int = 70) -> list[Path]:
        """PNG files of the pages, beside the PDF."""
        target = self.pdf.with_suffix("")
        _run(["pdftoppm", "-r", str(dpi), "-png", str(self.pdf), str(target)])
        return sorted(self.pdf.parent.glob(f"{target.name}-*.png"))


def render(path: Path, folder: Path, profile: Path) -> Rendered:
    """`profile`: a folder of its own for each test worker, else two LibreOffices wait for each other."""
    assert SOFFICE is not None
    install = f"-env:UserInstallation={profile.resolve().as_uri()}"
    _run([SOFFICE, install, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)])
    pdf = folder / f"{path.stem}.pdf"
    text = _run(["pdftotext", "-layout", str(pdf), "-"])
    return Rendered(pdf, tuple(text.removesuffix("\f").split("\f")))


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=180).stdout.decode("utf-8")
