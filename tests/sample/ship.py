"""Lays what is shipped into `workbooks/`: the sample as `danvan check` leaves it, and the blank forms of its plan."""

from __future__ import annotations

import shutil
from datetime import datetime, time
from pathlib import Path

from danvan_xlsx.workspace.drawing import draw_forms
from danvan_xlsx.workspace.run import Asked, run
from tests.sample.build import AS_OF, PLAN_FILE, build_sample

WORKBOOKS = Path(__file__).parents[2] / "workbooks"
SAMPLE, BLANK = WORKBOOKS / "minh-son-2022", WORKBOOKS / "mau-2022"


def ship() -> None:
    """Make both folders anew."""
    for folder in (SAMPLE, BLANK):
        shutil.rmtree(folder, ignore_errors=True)
    build_sample(SAMPLE)
    run(Asked(SAMPLE, datetime.combine(AS_OF, time(9)), as_of=AS_OF), lambda *_: None)
    for output in (".danvan", "ket-qua"):
        shutil.rmtree(SAMPLE / output)
    draw_forms(SAMPLE / PLAN_FILE, BLANK, paper=True)


if __name__ == "__main__":
    ship()
