"""How long a report takes beside openpyxl writing the same cells: `python -m tests.bench.bench_report [--quick]`.

Every figure is a fresh process. danvan reads all workbooks, judges them, counts, draws the annexes, the internal
workbook and the Word report; its rival is told the cells of the two workbooks beforehand and only writes them.
The ratios tell something, the seconds only about this machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.bench.bench_check import AS_OF, PYTHON, ROOT, Figure, built, grown, rounds, table

PERIOD = "NAM"
REPORT = [*PYTHON, "-m", "danvan_xlsx", "report", "{folder}", "--period", PERIOD, "--as-of", AS_OF]

# What the drawn workbooks hold, as values with their place, for a rival that knows nothing of plans or registers.
WRITE = """
import json, sys
from pathlib import Path
import openpyxl
from openpyxl.styles import Alignment, Font
font, wrapped = Font(name="Times New Roman", size=11), Alignment(wrap_text=True, vertical="top")
for number, sheets in enumerate(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for row, column, value in cells:
            cell = sheet.cell(row, column, value)
            cell.font, cell.alignment = font, wrapped
    book.save(Path(sys.argv[1]).with_name(f"rival-{number}.xlsx"))
"""
DANVAN, RIVAL = "danvan report, from the workbooks on", "openpyxl: write the same cells"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, a tenth of the rows")
    quick = parser.parse_args().quick
    rows = 2_000 if quick else 20_000
    with tempfile.TemporaryDirectory() as temp:
        work = Path(temp)
        compared("The sample", built(work, "sample", 0), work, 3 if quick else 11)
        small = compared(f"A register of {rows // 4:,} rows", built(work, "rows", rows // 4), work, 1 if quick else 3)
        whole = compared(f"A register of {rows:,} rows", built(work, "rows", rows), work, 1 if quick else 3)
        grown("rows", rows, small[DANVAN], whole[DANVAN])


def compared(title: str, folder: Path, work: Path, count: int) -> dict[str, Figure]:
    """The report of a folder, and its cells written by somebody who has them already."""
    cells = work / "cells.json"
    cells.write_text(json.dumps(drawn(folder, work / "once")), encoding="utf-8")
    jobs = {DANVAN: REPORT, RIVAL: [*PYTHON, "-c", WRITE, str(cells)]}
    figures = rounds(jobs, count, folder, work)
    told = json.loads(cells.read_text(encoding="utf-8"))
    amount = sum(len(one) for book in told for one in book.values())
    table(f"{title} ({amount:,} cells in two workbooks)", figures, against=(RIVAL,))
    return figures


def drawn(folder: Path, copy: Path) -> list[dict[str, list[tuple[int, int, object]]]]:
    """The cells of the annexes and of the internal workbook: title of the sheet → (row, column, value)."""
    import openpyxl

    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    command = [part.replace("{folder}", str(copy)) for part in REPORT]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)  # a draft ends with 1
    books = [openpyxl.load_workbook(path) for path in sorted(copy.glob("bao-cao/*/*.xlsx"))]
    return [
        {
            sheet.title: [
                (cell.row, cell.column, cell.value if isinstance(cell.value, int | float) else str(cell.value))
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            ]
            for sheet in book.worksheets
        }
        for book in books
    ]


if __name__ == "__main__":
    main()
