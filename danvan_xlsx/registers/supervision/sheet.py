"""The people's inspectorate and the boards of community investment supervision: who they are and what they reported."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, NOTE, REFERENCE_DAY, YES_NO, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

HEAD = Option("head", Text("Trưởng ban", "Head"), ("Trưởng Ban TTND",))
DEPUTY = Option("deputy", Text("Phó Trưởng ban", "Deputy head"), ("Phó ban", "Phó trưởng ban"))
MEMBER = Option("member", Text("Thành viên", "Member"), ("Ủy viên",))
ROLES = (HEAD, DEPUTY, MEMBER)

INSPECTORATE = Sheet(
    "inspectorate",
    Text("Ban Thanh tra nhân dân", "People's inspectorate"),
    about=Text(
        "Mỗi thành viên Ban Thanh tra nhân dân ghi một dòng theo vai trò và thôn bầu, không cần ghi họ tên. Khi thôi "
        "nhiệm vụ thì ghi đến ngày, giữ nguyên dòng.",
        "One row for each member, by role and village; no names. The last day when someone leaves.",
    ),
    closes="half",
    columns=(
        Column(
            "role",
            Text("Vai trò", "Role"),
            choice("inspectorate_role", *ROLES),
            required=True,
            width=15,
            example="Trưởng ban",
        ),
        Column(
            "village",
            Text("Thôn bầu", "Village"),
            choice("villages"),
            required=True,
            width=14,
            example="Minh Bình",
        ),
        Column(
            "since",
            Text("Từ ngày", "From"),
            FACT_DAY,
            required=True,
            window=False,
            width=11,
            example="01/12/2021",
        ),
        Column(
            "until",
            Text("Đến ngày", "Until"),
            REFERENCE_DAY,
            not_before="since",
            width=11,
            example="",
            hint=Text("Chỉ ghi khi đã thôi nhiệm vụ.", "Only when the member has left."),
        ),
        Column(
            "holds_office",
            Text("Đang công tác tại UBND xã", "Holds office in the commune"),
            YES_NO,
            required=True,
            width=13,
            example="Không",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=30),
    ),
)

BOARDS = Sheet(
    "boards",
    Text("Ban Giám sát đầu tư", "Investment supervision boards"),
    about=Text(
        "Mỗi dự án có Ban Giám sát đầu tư của cộng đồng ghi một dòng; báo cáo ghi lần gần nhất. Các cuộc giám sát ghi "
        "ở sổ Kiểm tra, giám sát.",
        "One row for each project that has a board, with its latest report.",
    ),
    closes="quarter",
    columns=(
        Column(
            "project",
            Text("Mã dự án", "Project"),
            CODE,
            required=True,
            unique="commune",
            refers="projects.code",
            width=9,
            example="DA-01",
        ),
        Column(
            "decision",
            Text("Số quyết định thành lập", "Decision"),
            DOCUMENT_NUMBER,
            required=True,
            width=15,
            example="12/QĐ-MTTQ",
        ),
        Column(
            "decided_on",
            Text("Ngày quyết định", "Decided on"),
            FACT_DAY,
            required=True,
            window=False,
            width=11,
            example="20/04/2022",
        ),
        Column("members", Text("Số thành viên", "Members"), COUNT, required=True, width=9, example="5"),
        Column(
            "deputies",
            Text("Số Phó Trưởng ban", "Deputies"),
            COUNT,
            required=True,
            at_most="members",
            width=9,
            example="1",
        ),
        Column(
            "holds_office",
            Text("Có cán bộ, công chức xã", "Staff of the commune among them"),
            YES_NO,
            required=True,
            width=11,
            example="Không",
        ),
        Column(
            "noticed_on",
            Text("Ngày báo chủ đầu tư", "Investor told on"),
            FACT_DAY,
            not_before="decided_on",
            window=False,
            width=11,
            example="22/04/2022",
        ),
        Column(
            "report",
            Text("Số báo cáo giám sát", "Report"),
            DOCUMENT_NUMBER,
            required_when=("reported_on", ()),
            width=15,
            example="03/BC-GSĐTCĐ",
        ),
        Column(
            "reported_on",
            Text("Ngày báo cáo", "Reported on"),
            FACT_DAY,
            not_before="decided_on",
            width=11,
            example="15/09/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=26),
    ),
)
