"""Investment projects on the commune's land and who watches over them; land recovered for projects."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, MONEY, NOTE, NUMBER, YES_NO, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

PROJECTS = Sheet(
    "projects",
    Text("Dự án", "Projects"),
    about=Text(
        "Mỗi dự án, công trình trên địa bàn xã ghi một dòng, kể cả khi chủ đầu tư là cấp trên. Số quyết định lập Ban "
        "GSĐTCĐ hỏi Ủy ban MTTQ xã.",
        "One row for each project in the commune, whoever invests. The Front knows the decision on its board.",
    ),
    closes="quarter",
    columns=(
        Column("code", Text("Mã dự án", "Code"), CODE, required=True, unique="commune", width=9, example="DA-01"),
        Column(
            "name",
            Text("Tên dự án, công trình", "Name"),
            LINE,
            required=True,
            width=30,
            example="Đường giao thông thôn Minh Đức",
        ),
        Column("village", Text("Thôn", "Village"), choice("villages"), required=True, width=13, example="Minh Đức"),
        Column("investor", Text("Chủ đầu tư", "Investor"), LINE, required=True, width=16, example="UBND xã"),
        Column("source", Text("Nguồn vốn", "Source of money"), LINE, width=16, example="Ngân sách huyện"),
        Column(
            "total",
            Text("Tổng mức (đồng)", "Total (đồng)"),
            MONEY,
            required=True,
            width=15,
            example="1.850.000.000",
        ),
        Column(
            "people_share",
            Text("Dân đóng góp (đồng)", "People's share (đồng)"),
            MONEY,
            at_most="total",
            width=14,
            example="420.000.000",
            detail=True,
        ),
        Column(
            "started_on",
            Text("Ngày khởi công", "Started on"),
            FACT_DAY,
            window=False,
            width=11,
            example="10/05/2022",
            hint=Text("Để trống khi chưa khởi công.", "Blank until work starts."),
        ),
        Column(
            "finished_on",
            Text("Ngày hoàn thành", "Finished on"),
            FACT_DAY,
            window=False,
            not_before="started_on",
            width=11,
            example="30/09/2022",
            detail=True,
        ),
        Column(
            "board_decision",
            Text("Số QĐ lập Ban GSĐTCĐ", "Decision on the board"),
            DOCUMENT_NUMBER,
            width=15,
            example="12/QĐ-MTTQ",
        ),
        Column(
            "board_since",
            Text("Ngày lập Ban GSĐTCĐ", "Board since"),
            FACT_DAY,
            required_when=("board_decision", ()),
            window=False,
            width=11,
            example="20/04/2022",
        ),
        Column(
            "people_inspectors",
            Text("Ban TTND tham gia", "People's inspectorate takes part"),
            YES_NO,
            width=9,
            example="Có",
        ),
        Column(
            "published_on",
            Text("Ngày công khai", "Published on"),
            FACT_DAY,
            window=False,
            width=11,
            example="15/04/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=22),
    ),
)

LAND = Sheet(
    "land",
    Text("Thu hồi đất", "Land recovery"),
    about=Text(
        "Chỉ dùng khi có dự án thu hồi đất: mỗi dự án một dòng, từ công khai phương án đến trả lời kiến nghị.",
        "Only where land is recovered: one row a project, from the published scheme to the answers given.",
    ),
    closes="half",
    optional=True,
    columns=(
        Column("code", Text("Mã phương án", "Code"), CODE, required=True, unique="commune", width=10, example="THD-01"),
        Column(
            "project",
            Text("Mã dự án", "Project"),
            CODE,
            required=True,
            refers="projects.code",
            width=9,
            example="DA-01",
        ),
        Column("households", Text("Số hộ có đất thu hồi", "Households"), COUNT, required=True, width=9, example="14"),
        Column("area", Text("Diện tích (m²)", "Area (m²)"), NUMBER, required=True, width=10, example="3.250"),
        Column(
            "published_from",
            Text("Công khai từ ngày", "Published from"),
            FACT_DAY,
            width=11,
            example="01/07/2022",
        ),
        Column(
            "published_until",
            Text("Công khai đến ngày", "Published until"),
            FACT_DAY,
            not_before="published_from",
            width=11,
            example="31/07/2022",
        ),
        Column(
            "dialogue",
            Text("Mã buổi đối thoại", "Dialogue"),
            CODE,
            refers="dialogues.code",
            width=11,
            example="DTH-03",
        ),
        Column("proposals", Text("Số kiến nghị", "Proposals"), COUNT, required=True, width=9, example="6"),
        Column(
            "answered",
            Text("Đã trả lời", "Answered"),
            COUNT,
            required=True,
            at_most="proposals",
            width=9,
            example="6",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=26),
    ),
)
