"""The sheets of the models of *Dân vận khéo* and of proposals for praise."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, MONEY, NUMBER, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

ECONOMY = Option("economy", Text("Phát triển kinh tế", "Economy"), ("Kinh tế",))
SOCIETY = Option("society", Text("Văn hóa – xã hội", "Culture and society"), ("Văn hóa", "Xã hội"))
SECURITY = Option("security", Text("Quốc phòng – an ninh", "Defence and security"), ("An ninh", "Quốc phòng"))
POLITICAL = Option("political", Text("Xây dựng hệ thống chính trị", "Political system"), ("Hệ thống chính trị",))
MODEL_FIELDS = (ECONOMY, SOCIETY, SECURITY, POLITICAL)

MODELS = Sheet(
    "models",
    Text("Dân vận khéo", "Models of Dân vận khéo"),
    about=Text(
        "Mỗi mô hình đăng ký ghi một dòng. Số tiền, ngày công, diện tích đất hiến là tổng của cả mô hình đến ngày chốt "
        "số liệu.",
        "One row for each model registered; what people gave to it is the total to date.",
    ),
    closes="half",
    columns=(
        Column("code", Text("Mã mô hình", "Code"), CODE, required=True, unique="commune", width=9, example="DVK-01"),
        Column(
            "name",
            Text("Tên mô hình", "Name"),
            LINE,
            required=True,
            width=32,
            example="Hiến đất mở rộng đường thôn",
        ),
        Column("village", Text("Thôn", "Village"), choice("villages"), required=True, width=13, example="Minh Bình"),
        Column(
            "field",
            Text("Lĩnh vực", "Field"),
            choice("model_field", *MODEL_FIELDS),
            required=True,
            width=20,
            example="Phát triển kinh tế",
        ),
        Column("body", Text("Đơn vị thực hiện", "Carried out by"), choice("bodies"), width=18, example="Hội Nông dân"),
        Column(
            "registered_on",
            Text("Ngày đăng ký", "Registered"),
            FACT_DAY,
            required=True,
            width=11,
            example="20/04/2022",
        ),
        Column("money", Text("Tiền (đồng)", "Money (đồng)"), MONEY, width=13, example="45.000.000"),
        Column("workdays", Text("Ngày công", "Days of work"), COUNT, width=8, example="120"),
        Column("land_given", Text("Đất hiến (m²)", "Land given (m²)"), NUMBER, width=9, example="350"),
        Column(
            "recognised_on",
            Text("Ngày công nhận", "Recognised on"),
            FACT_DAY,
            not_before="registered_on",
            width=11,
            example="28/10/2022",
            hint=Text("Để trống khi chưa được công nhận.", "Blank until it is recognised."),
        ),
        Column(
            "recognition",
            Text("Số văn bản công nhận", "Recognition"),
            DOCUMENT_NUMBER,
            required_when=("recognised_on", ()),
            width=13,
            example="118/QĐ-UBND",
        ),
    ),
)

GROUP = Option("group", Text("Tập thể", "Group"), ("Tổ chức", "Đơn vị"))
PERSON = Option("person", Text("Cá nhân", "Person"), ("Người",))
PRAISED = (GROUP, PERSON)

AT_MEETING = Option("meeting", Text("Biểu dương tại hội nghị", "Praise at a meeting"), ("Biểu dương",))
COMMUNE_AWARD = Option("commune", Text("Giấy khen của xã", "Award of the commune"), ("Giấy khen",))
HIGHER_AWARD = Option("higher", Text("Đề nghị cấp trên khen", "Proposed to a higher level"), ("Cấp trên khen",))
AWARD_FORMS = (AT_MEETING, COMMUNE_AWARD, HIGHER_AWARD)

AWARDS = Sheet(
    "awards",
    Text("Biểu dương", "Awards"),
    about=Text(
        "Mỗi tập thể hoặc cá nhân được đề nghị biểu dương về công tác dân vận ghi một dòng. Tên chỉ lưu ở sổ này, "
        "không đưa vào bảng tổng hợp.",
        "One row for each group or person proposed for praise. Names stay in this register.",
    ),
    closes="half",
    columns=(
        Column("day", Text("Ngày đề nghị", "Proposed on"), FACT_DAY, required=True, width=11, example="25/05/2022"),
        Column(
            "whom",
            Text("Đối tượng", "Whom"),
            choice("praised", *PRAISED),
            required=True,
            width=10,
            example="Tập thể",
        ),
        Column(
            "name",
            Text("Tên tập thể, cá nhân", "Name"),
            LINE,
            required=True,
            personal=True,
            width=28,
            example="Ban công tác Mặt trận thôn Minh Bình",
        ),
        Column("village", Text("Thôn", "Village"), choice("villages"), width=13, example="Minh Bình"),
        Column(
            "reason",
            Text("Thành tích", "Merit"),
            LINE,
            required=True,
            width=34,
            example="Vận động hiến đất làm đường",
        ),
        Column(
            "form",
            Text("Hình thức", "Form"),
            choice("award_form", *AWARD_FORMS),
            required=True,
            width=22,
            example="Giấy khen của xã",
        ),
        Column(
            "decided_on",
            Text("Ngày quyết định", "Decided on"),
            FACT_DAY,
            not_before="day",
            width=11,
            example="10/06/2022",
        ),
        Column(
            "decision",
            Text("Số quyết định", "Decision"),
            DOCUMENT_NUMBER,
            required_when=("decided_on", ()),
            width=13,
            example="74/QĐ-UBND",
        ),
    ),
)
