"""Cases I: reports, letters, the level above."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

from danvan_xlsx.workspace.run import Asked, run
from tests.folders import AS_OF, CULTURE, FILES, JUSTICE, NOW, OFFICE, PLAN, check, inputs, opened


def test_case_i1_what_is_handed_out_holds_values_and_no_formula(folder: Path) -> None:
    """A preview in Zalo, on a phone or in Protected View works nothing out: there is nothing to work out."""
    check(folder)
    for path in (folder / "ket-qua/tong-hop.xlsx", folder / OFFICE, folder / PLAN):
        cells = [one for sheet in opened(path) for row in sheet.iter_rows() for one in row]
        assert [one.coordinate for one in cells if one.data_type == "f"] == []
        assert "calcChain" not in " ".join(zipfile.ZipFile(path).namelist())
    assert any(one.value == 1 for row in opened(folder / OFFICE)["Tổng hợp"].iter_rows() for one in row)


def test_case_i7_progress_is_told_for_every_workbook(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    run(Asked(folder, NOW, as_of=AS_OF), lambda *step: told.append(step))

    assert told == [(1, 3, JUSTICE), (2, 3, CULTURE), (3, 3, OFFICE)]


def test_case_i12_a_run_keeps_the_exact_files_that_it_read_with_their_hashes(folder: Path) -> None:
    before = inputs(folder)
    check(folder)

    record = json.loads((folder / ".danvan/runs/0001.json").read_text("utf-8"))
    assert {one["file"]: one["before"] for one in record["left"]} == before
    assert {one["file"]: one["sha256"] for one in record["left"]} == inputs(folder)
    for one in record["left"]:
        assert sha256((folder / one["backup"]).read_bytes()).hexdigest() == one["before"]
    assert {unit: seen["sha256"] for unit, seen in record["seen"].items()} == {
        unit: inputs(folder)[name] for unit, name in {**FILES, "": PLAN}.items()
    }
