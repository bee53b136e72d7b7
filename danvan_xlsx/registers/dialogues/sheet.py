"""Dialogues of the commune with its people, enterprises and organisations, and what became of the opinions."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, DOCUMENT_NUMBER, FACT_DAY, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

WITH_PEOPLE = Option("with_people", Text("UBND với Nhân dân", "People's Committee and people"), ("UBND–Nhân dân",))
STYLE = Option("style", Text("Phong cách dân vận", "Style of work with the people"), ("Phong cách",))
LAND_RECOVERY = Option("land_recovery", Text("Thu hồi đất, bồi thường", "Land recovery"), ("Thu hồi đất", "GPMB"))
DIFFICULTIES = Option("difficulties", Text("Tháo gỡ khó khăn", "Removing difficulties"), ("Khó khăn, vướng mắc",))
OTHER_TOPIC = Option("other", Text("Chủ đề khác", "Another topic"), ("Khác",))
DIALOGUE_TOPICS = (WITH_PEOPLE, STYLE, LAND_RECOVERY, DIFFICULTIES, OTHER_TOPIC)

PEOPLE = Option("people", Text("Dân", "People"), ("Nhân dân", "Người dân"))
ENTERPRISES = Option("enterprises", Text("Doanh nghiệp", "Enterprises"), ("Hộ kinh doanh", "HTX"))
ORGANISATIONS = Option("organisations", Text("Tổ chức", "Organisations"), ("Đoàn thể",))
AUDIENCES = (PEOPLE, ENTERPRISES, ORGANISATIONS)

DIALOGUES = Sheet(
    "dialogues",
    Text("Đối thoại", "Dialogues"),
    about=Text(
        "Mỗi buổi đối thoại ghi một dòng theo biên bản. Ý kiến chưa trả lời tại chỗ được theo dõi từng ý kiến ở sổ Ý "
        "kiến, kiến nghị; số còn lại do hệ thống tính.",
        "One row for each dialogue. Opinions not answered there are followed one by one in their own register.",
    ),
    closes="quarter",
    columns=(
        Column("code", Text("Mã buổi", "Code"), CODE, required=True, unique="commune", width=9, example="DTH-01"),
        Column("day", Text("Ngày đối thoại", "Day"), FACT_DAY, required=True, width=11, example="27/05/2022"),
        Column(
            "topic",
            Text("Chủ đề", "Topic"),
            choice("dialogue_topic", *DIALOGUE_TOPICS),
            required=True,
            width=19,
            example="UBND với Nhân dân",
        ),
        Column(
            "audience",
            Text("Đối tượng", "Audience"),
            choice("audience", *AUDIENCES),
            required=True,
            width=13,
            example="Dân",
        ),
        Column(
            "chair",
            Text("Người chủ trì (chức danh)", "Chaired by (position)"),
            LINE,
            required=True,
            width=18,
            example="Chủ tịch UBND xã",
        ),
        Column(
            "noticed_on",
            Text("Ngày thông báo", "Announced on"),
            FACT_DAY,
            window=False,
            at_most="day",
            width=11,
            example="17/05/2022",
        ),
        Column("minutes", Text("Số biên bản", "Minutes"), DOCUMENT_NUMBER, width=12, example="02/BB-UBND"),
        Column("attended", Text("Số người dự", "Attended"), COUNT, required=True, width=8, example="86"),
        Column("opinions_raised", Text("Số ý kiến", "Opinions"), COUNT, required=True, width=8, example="14"),
        Column(
            "answered_there",
            Text("Trả lời tại chỗ", "Answered there"),
            COUNT,
            required=True,
            at_most="opinions_raised",
            width=9,
            example="11",
        ),
        Column(
            "answered_later",
            Text("Đã trả lời bằng văn bản", "Answered in writing"),
            COUNT,
            required=True,
            at_most="opinions_raised",
            width=10,
            example="3",
            hint=Text(
                "Số ý kiến đã có văn bản trả lời sau buổi đối thoại; chưa có thì ghi 0.",
                "Opinions answered in writing since; 0 while there are none.",
            ),
        ),
        Column(
            "published_on",
            Text("Ngày công khai kết quả", "Result published"),
            FACT_DAY,
            not_before="day",
            window=False,
            width=11,
            example="03/06/2022",
        ),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE, width=22),
    ),
)
