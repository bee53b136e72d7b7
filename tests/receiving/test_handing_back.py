"""Each unit with something to mend finds its own file in `ket-qua/tra-lai`."""

from __future__ import annotations

from pathlib import Path

from tests.folders import (
    CULTURE,
    NEWS,
    OFFICE,
    RECEPTION,
    answer_of,
    cell,
    check,
    danvan,
    edited,
    states,
    told,
)
from tests.receiving.arrivals import INBOX, came

BACK = "ket-qua/tra-lai"


def handed(folder: Path) -> set[str]:
    return {path.name for path in (folder / BACK).iterdir()} if (folder / BACK).exists() else set()


def test_each_unit_with_something_to_mend_gets_its_own_file_back(folder: Path) -> None:
    assert handed(folder) == set()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    result = check(folder)

    assert "Bản để gửi trả đơn vị sửa: ket-qua/tra-lai (1 tệp)." in result.output.splitlines()
    assert handed(folder) == {"vp.xlsx"}
    assert (folder / BACK / "vp.xlsx").read_bytes() == (folder / OFFICE).read_bytes()
    assert cell(folder / BACK / "vp.xlsx", RECEPTION, "A8") == "Cần sửa"
    # It is no input.
    assert (told(answer_of(folder)), len(states(answer_of(folder)))) == ([("DL03", OFFICE, "F8")], 4)

    # And mended in it, it comes back.
    (folder / INBOX).mkdir()
    (folder / BACK / "vp.xlsx").rename(folder / INBOX / "vp (1).xlsx")
    with edited(folder / INBOX / "vp (1).xlsx") as book:
        book[RECEPTION]["F8"] = 12
    answer = answer_of(folder)
    assert (answer["exit"], told(answer), came(answer)) == (0, [], [("vp (1).xlsx", "filed", OFFICE, None)])
    assert (handed(folder), (folder / BACK).exists()) == (set(), False)


def test_a_copy_to_hand_back_is_renewed_and_one_that_somebody_typed_in_is_left(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    check(folder)
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F7"] = "nhiều"
    check(folder)
    assert cell(folder / BACK / "vp.xlsx", RECEPTION, "A7") == "Cần sửa"

    with edited(folder / BACK / "vp.xlsx") as book:
        book[RECEPTION]["F7"] = 2
    theirs = (folder / BACK / "vp.xlsx").read_bytes()
    for mended in (2, 12):
        with edited(folder / OFFICE) as book:
            book[RECEPTION][f"F{7 if mended == 2 else 8}"] = mended
        output = check(folder).output
        assert (folder / BACK / "vp.xlsx").read_bytes() == theirs
        assert "Giữ nguyên ket-qua/tra-lai/vp.xlsx" in output


def test_an_undo_withdraws_the_copies_of_its_run(folder: Path) -> None:
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F8"] = "12 người"
    check(folder)
    danvan("undo", folder)
    assert handed(folder) == set()
    with edited(folder / OFFICE) as book:
        book[RECEPTION]["F7"] = "nhiều"
    assert (answer_of(folder)["exit"], handed(folder)) == (1, {"vp.xlsx"})


def test_a_workbook_left_alone_is_not_handed_back_and_named_files_touch_no_others(folder: Path) -> None:
    for name, sheet in ((OFFICE, RECEPTION), (CULTURE, NEWS)):
        with edited(folder / name) as book:
            book[sheet]["B7"] = "hôm qua"
    (folder / CULTURE).chmod(0o444)
    check(folder)
    assert handed(folder) == {"vp.xlsx"}
    (folder / CULTURE).chmod(0o644)
    check(folder / CULTURE)
    assert handed(folder) == {"vp.xlsx", "vanhoa.xlsx"}
