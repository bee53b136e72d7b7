"""Whether a project was made public and had its community board before work began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.projects.sheet import PROJECTS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, KEEP_THE_DAY, WARNING, Register, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

_NOT_YET = Text("chưa ghi", "none entered")


@rule(
    "DC24",
    PROJECTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Dự án {code} khởi công {started_on}; ngày công khai: {published}.",
        "Project {code} started on {started_on}; made public on: {published}.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày đã công khai theo hồ sơ; nếu công khai chậm thì giữ nguyên ngày, ghi lý do ở cột Giải trình.",
        "Please enter the day it was made public; if that was late, leave it as it is and say why under Explanation.",
    ),
    reason=Text(
        "Dân phải được biết dự án, công trình trên địa bàn trước khi khởi công.",
        "The people must know of the works in the commune before they begin.",
    ),
    wrong="code DA-01 | started_on 25/04/2022 | published_on 26/04/2022",
    right="code DA-01 | started_on 25/04/2022 | published_on 25/04/2022",
)
def started_before_it_was_public(
    *, published_on: date | None = None, started_on: date, code: str, as_of: date
) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 5 khoản 2; từ 01/7/2023 Luật 10/2022/QH15, Điều 11."""
    late = published_on is None or published_on > started_on
    return started_on <= as_of and late and {"published": published_on or _NOT_YET}


@sheet_rule(
    "GS06",
    PROJECTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Dự án {code} khởi công {started_on}, chưa thấy quyết định lập Ban Giám sát đầu tư của cộng đồng.",
        "Project {code} started on {started_on}; no decision on a community board is seen.",
    ),
    remedy=Text(
        "Đề nghị phối hợp với Ủy ban MTTQ xã lập Ban; nếu đã lập thì ghi số, ngày quyết định; có lý do thì ghi ở cột "
        "Giải trình.",
        "Please see to it with the Front that a board is set up; if there is one, enter its decision; a reason goes "
        "under Explanation.",
    ),
    reason=Text(
        "Dự án trên địa bàn xã có Ban Giám sát đầu tư của cộng đồng theo dõi ngay từ khi khởi công.",
        "Each project in the commune is watched over by a community board from its start.",
    ),
    wrong="code DA-02 | started_on 10/05/2022",
    right="code DA-02 | started_on 10/05/2022\nboards: project DA-02 | decision 06/QĐ-MTTQ",
)
def started_without_a_board(rows: Sequence[Row], boards: Register, as_of: date) -> Told:
    """Nghị định 29/2021/NĐ-CP, Điều 85–86; từ 01/7/2023 Luật 10/2022/QH15, Điều 41 khoản 1."""
    if any("project" in row.refused for row in boards.rows):
        return
    known = boards.by("project")
    for row in having(rows, "code", "started_on"):
        told = {"board_decision", "board_since"} & (row.values.keys() | row.refused)
        if row["started_on"] <= as_of and not told and key(row["code"]) not in known:
            yield row, "board_decision", {"code": row["code"], "started_on": row["started_on"]}


@rule(
    "GS12",
    PROJECTS,
    CONDUCT,
    WARNING,
    message=Text(
        "Dự án {code} khởi công {started_on}, Ban Giám sát đầu tư của cộng đồng lập ngày {board_since}.",
        "Project {code} started on {started_on}, its community board was set up on {board_since}.",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Ban lập sau khi khởi công thì phần việc đã làm không được dân giám sát.",
        "What was built before there was a board, nobody watched over.",
    ),
    wrong="code DA-01 | started_on 25/04/2022 | board_decision 05/QĐ-MTTQ | board_since 26/04/2022",
    right="code DA-01 | started_on 25/04/2022 | board_decision 05/QĐ-MTTQ | board_since 25/04/2022",
)
def board_set_up_after_the_start(*, board_since: date, started_on: date, code: str) -> object:
    """Nghị định 29/2021/NĐ-CP, Điều 85–86; từ 01/7/2023 Luật 10/2022/QH15, Điều 41 khoản 1."""
    return board_since > started_on


@sheet_rule(
    "GS13",
    PROJECTS,
    DATA,
    WARNING,
    message=Text(
        "Dự án {code}, cột {column} ghi {raw}; sổ Ban Giám sát đầu tư ghi {known}.",
        "Project {code}: {column} is {raw}; the register of boards has {known}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu quyết định lập Ban, sửa sổ ghi chưa đúng.",
        "Please look into the decision and correct the register that is wrong.",
    ),
    reason=Text(
        "Hai sổ ghi cùng một quyết định nên phải khớp nhau.",
        "Both registers speak of one decision, so they must agree.",
    ),
    wrong=(
        "code DA-01 | board_decision 05/QĐ-MTTQ | board_since 04/03/2022\n"
        "boards: project DA-01 | decision 06/QĐ-MTTQ | decided_on 04/03/2022"
    ),
    right=(
        "code DA-01 | board_decision 05/QĐ-MTTQ | board_since 04/03/2022\n"
        "boards: project DA-01 | decision 05/QĐ-MTTQ | decided_on 04/03/2022"
    ),
)
def board_otherwise_in_its_register(rows: Sequence[Row], boards: Register) -> Told:
    """Quy tắc của chương trình."""
    known = boards.by("project")
    for row in having(rows, "code"):
        board = known.get(key(row["code"]))
        for here, there in (("board_decision", "decision"), ("board_since", "decided_on")):
            if board is None or there not in board.values or here in row.refused:
                continue
            # A decision without its day is told as a missing cell.
            if here == "board_since" and here not in row.values:
                continue
            if key(row.get(here)) != key(board[there]):
                told = {"raw": row.get(here) or _NOT_YET, "known": board[there]}
                yield row, here, {"code": row["code"], "column": PROJECTS.by_code[here].label, **told}


@sheet_rule(
    "GS17",
    PROJECTS,
    DATA,
    WARNING,
    message=Text(
        "Dự án {code} ghi Ban Giám sát đầu tư lập theo {decision}; sổ Ban Giám sát đầu tư chưa có dòng của dự án này.",
        "Project {code} has a board by {decision}; the register of boards has no row of it.",
    ),
    remedy=Text(
        "Đề nghị hỏi Ủy ban MTTQ xã để bổ sung dòng của Ban này; nếu Ban chưa lập thì xóa số quyết định đã ghi.",
        "Please ask the Front to add the board; if there is none yet, take the decision out again.",
    ),
    reason=Text(
        "Sổ Ban Giám sát đầu tư là nơi ghi thành viên, báo cáo của từng Ban.",
        "The register of boards has the members and reports of each.",
    ),
    wrong="code DA-01 | board_decision 05/QĐ-MTTQ\nboards: project DA-02 | decision 06/QĐ-MTTQ",
    right="code DA-01 | board_decision 05/QĐ-MTTQ\nboards: project DA-01 | decision 05/QĐ-MTTQ",
)
def board_not_in_its_register(rows: Sequence[Row], boards: Register) -> Told:
    """Quy tắc của chương trình."""
    if any("project" in row.refused for row in boards.rows):
        return
    known = boards.by("project")
    for row in having(rows, "code", "board_decision"):
        if key(row["code"]) not in known:
            yield row, "board_decision", {"code": row["code"], "decision": row["board_decision"]}
