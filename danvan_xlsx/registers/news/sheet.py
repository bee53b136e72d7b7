"""The sheets of news items and of what the loudspeakers read out."""

from __future__ import annotations

from danvan_xlsx.words.kinds import CODE, COUNT, FACT_DAY, LINE, MONTH, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

ITEM = Option("item", Text("Tin", "News item"), ("Tin tức",))
ARTICLE = Option("article", Text("Bài", "Article"), ("Bài viết",))
PICTURES = Option("pictures", Text("Tin ảnh, video", "Pictures, video"), ("Ảnh", "Video", "Clip"))
GENRES = (ITEM, ARTICLE, PICTURES)

NEWS = Sheet(
    "news",
    Text("Tin, bài", "News"),
    about=Text(
        "Mỗi tin, bài đã đăng hoặc phát ghi một dòng, chọn chủ đề theo danh mục. Nội dung đọc hằng ngày trên loa ghi ở "
        "sổ Truyền thanh.",
        "One row for each item published. What is read out daily stands in the register of broadcasts.",
    ),
    closes="quarter",
    columns=(
        Column("day", Text("Ngày đăng, phát", "Day"), FACT_DAY, required=True, width=11, example="15/04/2022"),
        Column(
            "channel",
            Text("Kênh", "Channel"),
            choice("channels"),
            required=True,
            width=20,
            example="Trang thông tin điện tử xã",
        ),
        Column(
            "title",
            Text("Tên tin, bài", "Title"),
            LINE,
            required=True,
            width=44,
            example="Thôn Minh Bình hiến đất mở đường",
        ),
        Column("genre", Text("Thể loại", "Genre"), choice("genre", *GENRES), required=True, width=13, example="Bài"),
        Column(
            "topic", Text("Chủ đề", "Topic"), choice("topics"), required=True, width=24, example="Gương làm tốt dân vận"
        ),
        Column(
            "proof",
            Text("Đường dẫn, minh chứng", "Link, proof"),
            LINE,
            width=28,
            example="https://minhson.example/tin/15",
        ),
    ),
)

WHOLE_COMMUNE = Option("commune", Text("Toàn xã", "Whole commune"), ("Cả xã", "Tất cả các thôn"))
SOME_VILLAGES = Option("villages", Text("Một số thôn", "Some villages"), ("Theo thôn", "Cụm loa"))
REACHES = (WHOLE_COMMUNE, SOME_VILLAGES)

BROADCASTS = Sheet(
    "broadcasts",
    Text("Truyền thanh", "Broadcasts"),
    about=Text(
        "Mỗi tháng, mỗi chủ đề ghi một dòng: tổng số buổi phát và nơi phát. Không cần ghi từng buổi.",
        "One row for each topic of a month: how often it was read out, and where.",
    ),
    closes="quarter",
    columns=(
        Column("month", Text("Tháng", "Month"), MONTH, required=True, width=8, example="5"),
        Column(
            "topic",
            Text("Chủ đề", "Topic"),
            choice("topics"),
            required=True,
            width=28,
            example="Dân vận chính quyền",
        ),
        Column("times", Text("Số buổi phát", "Times"), COUNT, required=True, width=9, example="12"),
        Column("minutes", Text("Tổng thời lượng (phút)", "Minutes in all"), COUNT, width=11, example="60"),
        Column(
            "reach",
            Text("Phạm vi", "Reach"),
            choice("broadcast_reach", *REACHES),
            required=True,
            width=14,
            example="Toàn xã",
        ),
        Column(
            "villages_named",
            Text("Các thôn được nghe (mã thôn)", "Villages (codes)"),
            CODE,
            required_when=("reach", ("villages",)),
            refers="plan.villages",
            many=True,
            width=26,
            example="T01; T02",
            hint=Text(
                "Chỉ ghi khi phát ở một số thôn: mã các thôn, cách nhau bằng dấu ; ví dụ T01; T02.",
                "Only where some villages heard it: their codes, separated by ;",
            ),
        ),
    ),
)
