"""Processor time and memory on hostile workbooks: `python -m tests.bench.hostile [NAME …]` prints a line for each.

Each takes the place of one unit's workbook in a small commune's folder, which is checked by a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.folders import CULTURE, NEWS, new_folder
from tests.hostile import HOSTILE, hostile_book

_LONGEST = 900


def main() -> None:
    wanted = sys.argv[1:]
    print(f"{'':46}{'file MB':>8}{'seconds':>9}{'peak MB':>9}  expected  told of the file")
    _line("sound", "", "")
    for name, one in HOSTILE.items():
        if not wanted or any(word in name for word in wanted):
            _line(name, name, one.code)


def _line(label: str, name: str, code: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = new_folder(Path(place) / "xa")
        if name:
            _in_a_process_of_its_own(folder / CULTURE, name)
        size = (folder / CULTURE).stat().st_size / 1e6
        before = (folder / CULTURE).read_bytes()
        told, seconds, peak = _checked(folder)
        written = "written" if (folder / CULTURE).read_bytes() != before else "not written"
        print(f"{label:46}{size:8.1f}{seconds:9.1f}{peak:9.0f}  {code:8}  {told}, {written}", flush=True)


def _in_a_process_of_its_own(path: Path, name: str) -> None:
    """Making the file takes more memory than reading it may, and a child is weighed with what its parent had."""
    subprocess.run([sys.executable, "-m", "tests.bench.hostile", "--make", name, str(path)], check=True)


def make(name: str, path: Path) -> None:
    path.write_bytes(hostile_book(path, name, NEWS))


def _checked(folder: Path) -> tuple[str, float, float]:
    """What is told of the file, the processor's seconds, and the megabytes at the peak."""
    command = [sys.executable, "-m", "danvan_xlsx", "check", str(folder), "--as-of", "2022-05-20", "--format", "json"]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
        until = time.monotonic() + _LONGEST
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > until:
                child.kill()
                return f"no end after {_LONGEST} s", _LONGEST, 0
            time.sleep(0.02)
        out.seek(0)
        err.seek(0)
        answer, trouble = out.read(), err.read().decode()
        child.returncode = os.waitstatus_to_exitcode(status)
    figures = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if not answer or "Traceback" in trouble:
        return (f"exit {child.returncode}: {trouble[-200:]}", *figures)
    findings = [one for one in json.loads(answer)["findings"] if one["file"] == CULTURE]
    codes = sorted({one["code"] for one in findings})
    return (f"{len(findings)} findings {' '.join(codes[:6])}", *figures)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
