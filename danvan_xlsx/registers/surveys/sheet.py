"""The sheet of surveys: papers given out, returned, valid, and their five answers."""

from __future__ import annotations

from danvan_xlsx.words.kinds import COUNT, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

CERTIFICATION = Option("certification", Text("Chứng thực", "Certification"), ("Công chứng, chứng thực",))
CONFIRMATION = Option("confirmation", Text("Xác nhận", "Confirmation"), ("Xác nhận giấy tờ",))
OTHER_SERVICE = Option("other", Text("Dịch vụ công khác", "Another service"), ("Khác", "Dịch vụ công"))
#: The plan (II.2) names the first two.
SURVEYED = (CERTIFICATION, CONFIRMATION, OTHER_SERVICE)

WAITING_TIME = Option("waiting_time", Text("Thời gian chờ", "Waiting time"), ("Chờ lâu",))
ONLINE_GUIDANCE = Option("online_guidance", Text("Hướng dẫn nộp trực tuyến", "Guidance on filing online"))
ATTITUDE = Option("attitude", Text("Thái độ phục vụ", "Attitude"), ("Thái độ",))
PAPERS = Option("papers", Text("Giấy tờ, thủ tục", "Papers asked for"), ("Thủ tục",))
FACILITIES = Option("facilities", Text("Cơ sở vật chất", "Facilities"))
NOTHING_WEAK = Option("nothing", Text("Không có", "Nothing"), ("Không",))
TO_IMPROVE = (WAITING_TIME, ONLINE_GUIDANCE, ATTITUDE, PAPERS, FACILITIES, NOTHING_WEAK)

_ANSWERS = (
    ("very_satisfied", Text("Rất hài lòng", "Very satisfied"), "40"),
    ("satisfied", Text("Hài lòng", "Satisfied"), "16"),
    ("neutral", Text("Bình thường", "Neither"), "3"),
    ("dissatisfied", Text("Không hài lòng", "Dissatisfied"), "1"),
    ("very_dissatisfied", Text("Rất không hài lòng", "Very dissatisfied"), "0"),
)
#: The five levels of QĐ 979/QĐ-BNV (2020) that add up to the valid papers, and those that count as satisfied.
LEVELS = tuple(code for code, _, _ in _ANSWERS)
SATISFIED = LEVELS[:2]

SURVEYS = Sheet(
    "surveys",
    Text("Khảo sát hài lòng", "Surveys of satisfaction"),
    about=Text(
        "Mỗi đợt khảo sát ghi một dòng cho từng loại dịch vụ (chứng thực, xác nhận, dịch vụ khác). Chỉ ghi số phiếu, "
        "tỷ lệ do hệ thống tính.",
        "One row for each service in each round. Only numbers of papers; shares are worked out.",
    ),
    closes="quarter",
    columns=(
        Column("round", Text("Đợt", "Round"), LINE, required=True, width=10, example="Quý I"),
        Column(
            "day",
            Text("Ngày kết thúc đợt", "Ended on"),
            FACT_DAY,
            required=True,
            width=11,
            example="25/03/2022",
        ),
        Column(
            "service",
            Text("Dịch vụ khảo sát", "Service"),
            choice("surveyed_service", *SURVEYED),
            required=True,
            width=17,
            example="Chứng thực",
        ),
        Column("issued", Text("Phát ra", "Given out"), COUNT, required=True, width=8, example="62"),
        Column("returned", Text("Thu về", "Returned"), COUNT, required=True, at_most="issued", width=8, example="61"),
        Column("valid", Text("Hợp lệ", "Valid"), COUNT, required=True, at_most="returned", width=8, example="60"),
        *(
            Column(code, label, COUNT, required=True, at_most="valid", width=9, example=example)
            for code, label, example in _ANSWERS
        ),
        Column(
            "to_improve",
            Text("Nội dung cần cải thiện nhất", "To be improved first"),
            choice("survey_to_improve", *TO_IMPROVE),
            width=20,
            example="Thời gian chờ",
        ),
        Column("remarks", Text("Ý kiến khác của người dân", "Other remarks"), NOTE, width=24),
    ),
)
