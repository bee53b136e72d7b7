"""What became other since the last check of the same commune and year."""

from __future__ import annotations

import re
from datetime import date

from danvan_xlsx.report.answer import answer
from danvan_xlsx.report.changes import Changes, changes, comparable
from tests.outcomes import outcome


def test_nothing_changed_between_two_equal_runs() -> None:
    assert not changes(answer(outcome()), answer(outcome()))


def test_tasks_files_and_cells_that_changed_are_told_by_unit() -> None:
    before, now = answer(outcome(as_of=date(2022, 11, 7))), answer(outcome())
    for number, status in ((0, "in_progress"), (1, "not_due"), (4, "done")):
        before["tasks"][number]["status"] = status
    before["files"] = [one for one in before["files"] if one["unit"] != "VH"]
    before["findings"] = [one for one in before["findings"] if one["cell"] != "F9"]
    before["findings"].append(before["findings"][-2] | {"cell": "H99", "accepted": None})

    assert changes(before, now) == Changes(
        "2022-11-07",
        newly_done=("II.1.1",),
        newly_late=("II.2.1",),
        reopened=("II.4.2",),
        mended={"VP": 1},
        new={"VP": 1},
        received=("van-hoa.xlsx",),
    )


def test_rows_inserted_above_and_another_file_name_are_no_change() -> None:
    before, now = answer(outcome()), answer(outcome())
    for one in now["findings"]:
        if one["file"] == "van-phong.xlsx":
            one["file"] = "van-phong (2).xlsx"
            one["cell"] = re.sub(r"\d+", lambda found: str(int(found[0]) + 3), one["cell"])
    for one in now["files"]:
        one["file"] = one["file"].replace("van-phong", "van-phong (2)")

    assert not changes(before, now)


def test_cells_of_a_file_that_is_gone_are_not_called_mended() -> None:
    before, now = answer(outcome()), answer(outcome())
    now["files"] = [one for one in now["files"] if one["unit"] != "VP"]
    now["findings"] = [one for one in now["findings"] if one["file"] != "van-phong.xlsx"]

    assert changes(before, now) == Changes("2022-11-14", gone=("van-phong.xlsx",))


def test_only_runs_of_the_same_contract_commune_and_year_are_compared() -> None:
    before = answer(outcome())

    assert comparable(before, before["version"], "minh-son", 2022) is before
    assert comparable(before, before["version"] + 1, "minh-son", 2022) is None
    assert comparable(before, before["version"], "ngoc-lac", 2022) is None
    assert comparable(None, 1, "minh-son", 2022) is None
