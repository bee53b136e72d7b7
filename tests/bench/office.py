"""A sample of written workbooks opened by LibreOffice: where it opened the original, it must open ours."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.looking import SOFFICE

_BATCH = 20


def opened_by_office(written: Sequence[Path], count: int, originals: Path) -> str:
    """Convert a sample and its originals; those that only the original survived are named."""
    if SOFFICE is None:
        return "LibreOffice is not installed"
    sample = sorted(random.Random(2022).sample(list(written), min(count, len(written))))
    ours = _converted(sample)
    theirs = _converted([next(originals.rglob(f"{one.parent.name}/{one.name}")) for one in sample])
    worse = [f"{one.parent.name}/{one.name}" for one, was, now in zip(sample, theirs, ours, strict=True) if was > now]
    told = f"LibreOffice: {sum(ours)} of {len(sample)} written files opened, {sum(theirs)} of their originals"
    return "\n".join((told, *(f"opened before and not after: {one}" for one in worse)))


def _converted(files: Sequence[Path]) -> list[bool]:
    """Whether each file becomes another one; names are numbers, since files of several folders share names."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place), Path(place) / "out"
        copies = [folder / f"{number:05}{one.suffix}" for number, one in enumerate(files)]
        for copy, one in zip(copies, files, strict=True):
            copy.write_bytes(one.read_bytes())
        for begin in range(0, len(copies), _BATCH):
            _convert(copies[begin : begin + _BATCH], out, folder)
        # One that it hangs on takes the others of its batch along.
        for copy in copies:
            if not (out / f"{copy.stem}.csv").exists():
                _convert([copy], out, folder)
        return [(out / f"{copy.stem}.csv").exists() for copy in copies]


def _convert(files: Sequence[Path], out: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "csv", "--outdir", str(out), *map(str, files)]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=30 + 10 * len(files))
    except subprocess.TimeoutExpired:
        return
