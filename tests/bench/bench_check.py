"""How long danvan takes beside its peers: `python -m tests.bench.bench_check [--quick]` prints the medians of one run.

Every figure is a fresh process, the rivals of a table in turn within each round, on fresh copies of the workbooks.
The ratios tell something, the seconds only about this machine. Needs the packages of the project and of its tests.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
AS_OF = "2022-11-14"

LOAD = """
import sys, warnings
from pathlib import Path
import openpyxl
warnings.simplefilter("ignore")
for path in Path(sys.argv[1]).glob("*.xlsx"):
    openpyxl.load_workbook(path)
"""

# Formulas and their results need a load each; saving loses charts, pictures and more, which nobody measures here.
SAME_JOB = """
import sys, warnings
from pathlib import Path
import openpyxl
warnings.simplefilter("ignore")
for path in Path(sys.argv[1]).glob("*.xlsx"):
    values = openpyxl.load_workbook(path, data_only=True)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if str(sheet["A5"].value).startswith("_status."):
            last = sheet.max_column
            for row in range(7, sheet.max_row + 1):
                sheet.cell(row, 1, "Cần sửa")
                sheet.cell(row, last - 1, "DL03")
                sheet.cell(row, last, "Ô này chưa đọc được là một số.")
    book.save(path)
"""

PYTHON = [sys.executable]
CHECK = [*PYTHON, "-m", "danvan_xlsx", "check", "--as-of", AS_OF]
#: What each child runs; {folder} is its copy of the workbooks.
START_UP = {
    "python": [*PYTHON, "-c", "pass"],
    "import click": [*PYTHON, "-c", "import click"],
    "danvan --help": [*PYTHON, "-m", "danvan_xlsx", "--help"],
    "import openpyxl": [*PYTHON, "-c", "import openpyxl"],
}
LOADING, JOB = "openpyxl: load", "openpyxl: load twice, write, save"
#: As after installing: what was compiled once is kept.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
LOOK, DANVAN = "danvan check --dry-run", "danvan check, all written back"
AGAIN = "danvan check again, nothing to write"
JOBS = {
    LOOK: [*CHECK, "--dry-run", "{folder}"],
    DANVAN: [*CHECK, "{folder}"],
    AGAIN: [*CHECK, "{folder}"],
    LOADING: [*PYTHON, "-c", LOAD, "{folder}"],
    JOB: [*PYTHON, "-c", SAME_JOB, "{folder}"],
}


class Figure(NamedTuple):
    """seconds from start to end; megabytes at the peak, 0 where the system does not tell."""

    seconds: float
    megabytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, a tenth of the rows and units")
    quick = parser.parse_args().quick
    rows, units = (2_000, 20) if quick else (20_000, 200)
    subprocess.run([*PYTHON, "-m", "compileall", "-q", "danvan_xlsx"], cwd=ROOT, env=ENVIRONMENT, check=True)
    with tempfile.TemporaryDirectory() as temp:
        work = Path(temp)
        table("Start-up", rounds(START_UP, 5 if quick else 21), against=("python", "import click"))
        compared("The sample", built(work, "sample", 0), work, 3 if quick else 11)
        small = {}
        for kind, size in (("rows", rows), ("units", units)):
            folder = built(work, kind, size // 4)
            small[kind] = rounds({DANVAN: JOBS[DANVAN]}, 1 if quick else 3, folder, work)[DANVAN]
            title = f"One workbook of {size:,} rows" if kind == "rows" else f"{size} units and workbooks"
            whole = compared(title, built(work, kind, size), work, 1 if quick else 3)
            grown(kind, size, small[kind], whole[DANVAN])


def built(work: Path, kind: str, size: int) -> Path:
    """Drawn in a process of its own: a child starts from the memory of the process that starts it."""
    folder = work / f"{kind}-{size}"
    subprocess.run([*PYTHON, "-m", "tests.bench.workbooks", kind, str(size), str(folder)], cwd=ROOT, check=True)
    return folder


def rounds(
    rivals: Mapping[str, Sequence[str]], count: int, folder: Path | None = None, work: Path | None = None
) -> dict[str, Figure]:
    """Medians over so many rounds."""
    figures: dict[str, list[Figure]] = {name: [] for name in rivals}
    for _ in range(count):
        for name, command in rivals.items():
            copy = fresh(folder, work, keep=name == AGAIN) if folder and work else Path()
            figures[name].append(measured([part.replace("{folder}", str(copy)) for part in command]))
    return {name: Figure(*(median(values) for values in zip(*found, strict=True))) for name, found in figures.items()}


def fresh(folder: Path, work: Path, *, keep: bool) -> Path:
    """A copy of the workbooks; the one just checked where it is kept."""
    copy = work / "copy"
    if not keep:
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
    return copy


def measured(command: Sequence[str]) -> Figure:
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        assert child.stderr is not None
        told = child.stderr.read()
        megabytes = 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            megabytes = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        else:
            child.wait()
        seconds = time.perf_counter() - started
    if child.returncode not in (0, 1) or b"Traceback" in told:  # 1: something to mend, as in every real folder
        raise SystemExit(told.decode("utf-8", "replace"))
    return Figure(seconds, megabytes)


def compared(title: str, folder: Path, work: Path, count: int) -> dict[str, Figure]:
    figures = rounds(JOBS, count, folder, work)
    size = sum(path.stat().st_size for path in folder.glob("*.xlsx")) / 1e6
    files = len(list(folder.glob("*.xlsx")))
    table(f"{title} ({files} files, {size:.1f} MB)", figures, against=(LOADING, JOB))
    return figures


def table(title: str, figures: Mapping[str, Figure], against: Sequence[str]) -> None:
    """A line for each rival; its time as a multiple of the time of those it is held against."""
    print(f"\n{title}")
    print(f"{'':38}{'seconds':>9}{'MB':>8}" + "".join(f"   × {name}" for name in against))
    for name, figure in figures.items():
        ratios = (f"   {figure.seconds / figures[other].seconds:.2f}".ljust(len(other) + 5) for other in against)
        print(f"{name:38}{figure.seconds:9.3f}{figure.megabytes:8.0f}{''.join(ratios)}".rstrip())


def grown(kind: str, size: int, small: Figure, whole: Figure) -> None:
    """From a quarter to the whole: four times the time and the memory would be linear from nothing."""
    times, memory = whole.seconds / small.seconds, whole.megabytes / (small.megabytes or 1)
    print(f"from {size // 4:,} to {size:,} {kind}: {times:.1f} times as long, {memory:.1f} times the memory")


if __name__ == "__main__":
    main()
