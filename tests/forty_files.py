"""A commune's folder as it grows by post and Zalo: the plan, and forty files of every kind beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from tests.craft import OFFICE as RELATED
from tests.craft import relations, zipped
from tests.disguises import as_binary, by_google, by_wps, disguise, inline_strings, since_1904, strict
from tests.folders import (
    NEWS,
    PLAN,
    RECEPTION,
    SAVED,
    draw_plan,
    draw_unit,
    edited,
    opened,
    resaved_as,
    saved_on,
)
from tests.rich_book import part_of, picture, rewritten
from tests.test_legacy_text import in_tcvn3, in_vni

INBOX, SET_ASIDE = "nhan-ve", "khong-dung"

#: Code → name of each unit; the office keeps the reception register, justice its publications, all others their news.
UNITS = {
    "VP": "Văn phòng – Thống kê",
    "VANHOA": "Văn hóa – Xã hội",
    "TUPHAP": "Tư pháp – Hộ tịch",
    "DIACHINH": "Địa chính – Xây dựng",
    "KETOAN": "Tài chính – Kế toán",
    "MOTCUA": "Bộ phận Một cửa",
    "CONGAN": "Công an xã",
    "QUANSU": "Ban Chỉ huy Quân sự",
    "YTE": "Trạm Y tế",
    "MINHBINH": "Thôn Minh Bình",
    "MATTRAN": "Mặt trận Tổ quốc",
    "PHUNU": "Hội Liên hiệp Phụ nữ",
    "NONGDAN": "Hội Nông dân",
    "THANHNIEN": "Đoàn Thanh niên",
    "CCB": "Hội Cựu chiến binh",
    "CHUTHAPDO": "Hội Chữ thập đỏ",
    "CAOTUOI": "Hội Người cao tuổi",
    "THUVIEN": "Tủ sách pháp luật",
    "DANSO": "Ban Dân số",
    "THUY": "Thú y",
    "THUYLOI": "Tổ thủy lợi",
    "GIAOTHONG": "Tổ giao thông",
    "BUUDIEN": "Bưu điện xã",
    "KHUYENHOC": "Hội Khuyến học",
    "CONGDOAN": "Công đoàn",
    "BAOHIEM": "Bảo hiểm xã hội",
}
_REGISTERS = {"VP": RECEPTION, "TUPHAP": "Công khai"}

Change = Callable[[Path, Path], None]


def commune_of_forty(folder: Path, scratch: Path) -> None:
    """The plan and the forty files into a new folder; `scratch` is for LibreOffice."""
    folder.mkdir(parents=True)
    plan = draw_plan(folder / PLAN, units=_units())
    for name, (unit, change) in _WORKBOOKS.items():
        path = _below(folder, name)
        drawn = path.with_suffix(".xlsx") if path.suffix in _OLDER else path
        draw_unit(plan, unit, drawn, **_rows(unit))
        change(drawn, scratch)
    for name, data in _NOT_OURS.items():
        _below(folder, name).write_bytes(data)
    for name, (source, changed) in _COPIES.items():
        _copy(folder / source, _below(folder, name), changed)
    saved_on(SAVED, *(path for path in folder.rglob("*") if path.is_file()))
    _who_works_in_them(folder)


def _below(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    return path


def _units() -> str:
    rows = (f"| {code} | {name} | UBND | {_REGISTERS.get(code, NEWS)} | |" for code, name in UNITS.items())
    chairman = "| CHUTICH | Chủ tịch UBND | UBND | | VP |"
    return "\n".join(("| code | name | kind | registers | typed_in |", *rows, chairman))


# -- what staff typed ------------------------------------------------------------------

#: Units whose second piece of news has a day with a year of two figures (DL12, B8); the office has its `12 người`.
_MISTAKEN = frozenset({"MOTCUA", "MATTRAN", "PHUNU", "NONGDAN", "DANSO"})
_AS_TYPED: Mapping[str, Callable[[str], str]] = {"CHUTHAPDO": in_tcvn3, "CAOTUOI": in_vni}


def _rows(unit: str) -> dict[str, str]:
    if unit in _REGISTERS:
        return {}
    day = "'20/02/22" if unit in _MISTAKEN else "20/02/2022"
    title = _AS_TYPED.get(unit, str)(f"Đã hòa giải ở cơ sở, tin của {UNITS[unit]}")
    rows = (
        f"| {one} | Truyền thanh | {title} {number} | Tin | Dân vận chính quyền | Bản tin {number} |"
        for number, one in enumerate(("10/01/2022", day, "03/05/2022"), 1)
    )
    return {"news": "\n".join(("| day | channel | title | genre | topic | proof |", *rows))}


# -- as programs save it ---------------------------------------------------------------

_OLDER = frozenset({".xls", ".xlsb", ".ods"})


def _as_drawn(path: Path, scratch: Path) -> None:
    """Excel itself saves nothing that the program would see otherwise."""


def _by_openpyxl(path: Path, scratch: Path) -> None:
    with edited(path):
        pass


def _disguised(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Change:
    return lambda path, _: disguise(path, change)


def _as(ending: str) -> Change:
    def older(path: Path, scratch: Path) -> None:
        resaved_as(path, scratch, ending)
        path.unlink()

    return older


def _binary(path: Path, scratch: Path) -> None:
    as_binary(path)


def _with_macros(path: Path, scratch: Path) -> None:
    types = part_of(path, "[Content_Types].xml").replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml", 1
    )
    path.write_bytes(rewritten(path, {"[Content_Types].xml": types, "xl/vbaProject.bin": b"macros"}))


def _enriched(path: Path, scratch: Path) -> None:
    """A picture, a chart, a comment, and a sheet of their own."""
    with edited(path) as book:
        sheet = book[NEWS]
        sheet.add_image(Image(BytesIO(picture())), "T9")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=7, max_row=9))
        sheet.add_chart(chart, "T20")
        sheet["D7"].comment = Comment("Hỏi lại đài truyền thanh", "Cán bộ")
        book.create_sheet("Nháp")["A1"] = "của đơn vị"


def _read_only(path: Path, scratch: Path) -> None:
    path.chmod(0o444)


# -- broken ----------------------------------------------------------------------------


def _cut_off(path: Path, scratch: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])


def _register_part(path: Path) -> str:
    return f"xl/worksheets/sheet{opened(path).sheetnames.index(NEWS) + 1}.xml"


def _damaged_sheet(path: Path, scratch: Path) -> None:
    part = _register_part(path)
    path.write_bytes(rewritten(path, {part: part_of(path, part).replace(b"</row>", b"</ro>", 1)}))


def _without_a_part(path: Path, scratch: Path) -> None:
    path.write_bytes(rewritten(path, {}, without=(_register_part(path),)))


def _encrypted(path: Path, scratch: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


#: As a telephone writes it: every mark behind its letter.
FROM_A_TELEPHONE = normalize("NFD", "Số liệu CCB tháng 5 – bản mới.XLSX")

_WORKBOOKS: Mapping[str, tuple[str, Change]] = {
    "van-phong.xlsx": ("VP", _as_drawn),
    "van-hoa.xlsx": ("VANHOA", _by_openpyxl),
    "tu-phap.xlsx": ("TUPHAP", _disguised(inline_strings)),
    "dia-chinh.xlsx": ("DIACHINH", _disguised(strict)),
    "ke-toan.xlsx": ("KETOAN", _disguised(since_1904)),
    "mot-cua.xlsm": ("MOTCUA", _with_macros),
    "cong-an.xlsx": ("CONGAN", _enriched),
    "quan-su.xlsx": ("QUANSU", _disguised(by_wps)),
    "y-te.xlsx": ("YTE", _disguised(by_google)),
    "thon/minh-binh.xlsx": ("MINHBINH", _as_drawn),
    "mat-tran.xls": ("MATTRAN", _as("xls")),
    "phu-nu.xlsb": ("PHUNU", _binary),
    "nong-dan.ods": ("NONGDAN", _as("ods")),
    "Bao cao (2).xlsx": ("THANHNIEN", _as_drawn),
    FROM_A_TELEPHONE: ("CCB", _as_drawn),
    "chu-thap-do.xlsx": ("CHUTHAPDO", _as_drawn),
    "nguoi-cao-tuoi.xlsx": ("CAOTUOI", _as_drawn),
    "thu-vien.xlsx": ("THUVIEN", _read_only),
    "dan-so.xlsx": ("DANSO", _as_drawn),
    "thu-y.xlsx": ("THUY", _as_drawn),
    "thuy-loi.xlsx": ("THUYLOI", _as_drawn),
    "giao-thong.xlsx": ("GIAOTHONG", _cut_off),
    "buu-dien.xlsx": ("BUUDIEN", _damaged_sheet),
    "khuyen-hoc.xlsx": ("KHUYENHOC", _without_a_part),
    "cong-doan.xlsx": ("CONGDOAN", _encrypted),
    f"{INBOX}/BHXH.xlsx": ("BAOHIEM", _as_drawn),
}


# -- copies ----------------------------------------------------------------------------


def _one_more(news: Any) -> None:
    for cell in news[9]:
        news.cell(10, cell.column, cell.value)
    news["D10"] = "Tin mới thêm"


def _one_gone(news: Any) -> None:
    news.delete_rows(8)


#: A copy → the file it was, and what was changed in it since: a second version of one unit, what came again by Zalo,
#: what came newer or with a row gone, what was set aside.
_COPIES: Mapping[str, tuple[str, Callable[[Any], None] | None]] = {
    "thuy-loi (1).xlsx": ("thuy-loi.xlsx", _one_more),
    f"{INBOX}/BHXH (1).xlsx": (f"{INBOX}/BHXH.xlsx", None),
    f"{INBOX}/van-hoa-1.xlsx": ("van-hoa.xlsx", _one_more),
    f"{INBOX}/minh-binh.xlsx": ("thon/minh-binh.xlsx", _one_gone),
    f"{SET_ASIDE}/van-hoa-cu.xlsx": ("van-hoa.xlsx", None),
}


def _copy(source: Path, path: Path, change: Callable[[Any], None] | None) -> None:
    path.write_bytes(source.read_bytes())
    if change is not None:
        with edited(path) as book:
            change(book[NEWS])


# -- none of ours ----------------------------------------------------------------------

_WORD = {
    "_rels/.rels": relations(("rId1", f"{RELATED}/officeDocument", "word/document.xml")),
    "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
}
_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8">
<table><tr><th>Ngày</th><th>Tin</th></tr><tr><td>10/01/2022</td><td>Tin thứ nhất</td></tr></table></html>"""


def _pay_roll() -> bytes:
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Bảng lương").write_row("A1", ["STT", "Họ tên", "Số tiền"])
    return out.getvalue()


_NOT_OURS: Mapping[str, bytes] = {
    "luong-thang-5.xlsx": _pay_roll(),
    "cong-van-15.docx": zipped(_WORD),
    "ke-hoach-45.pdf": b"%PDF-1.4\n%%EOF\n",
    "danh-sach.csv": "Ngày,Tin\n10/01/2022,Tin thứ nhất\n".encode(),
    "anh-tiep-dan.png": picture(),
    "rong.xlsx": b"",
    "xuat-tu-phan-mem.xls": _HTML.encode(),
    "anh-nen.xlsx": zipped({"anh-1.png": picture(), "anh-2.png": picture()}),
    f"{INBOX}/Phieu gop y.docx": zipped(_WORD),
}


#: The forty, in the order in which they are told of in a table.
FORTY = (*_WORKBOOKS, *_COPIES, *_NOT_OURS)


# -- open elsewhere --------------------------------------------------------------------


def _who_works_in_them(folder: Path) -> None:
    """What Excel and LibreOffice lay beside a workbook that they have open."""
    wide = "Chị Hoa".encode("utf-16-le") + b" \0" * 47
    (folder / "~$dan-so.xlsx").write_bytes(b"\x07Chi Hoa" + b" " * 47 + b"\x07\0" + wide)
    (folder / ".~lock.thu-y.xlsx#").write_text("Anh Bình,binh,may-2,20.05.2022 08:00,file;", "utf-8")
