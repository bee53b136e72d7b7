"""The keys of *CauHinh* that the program reads: what each says, what it may hold, what stands in for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from danvan_xlsx.plan.terms import WEEKDAYS
from danvan_xlsx.words.kinds import (
    CODE,
    COUNT,
    DOCUMENT_NUMBER,
    LINE,
    REFERENCE_DAY,
    YES_NO,
    Choice,
    Kind,
    Option,
    Reading,
    choice,
)
from danvan_xlsx.words.layout import Cell
from danvan_xlsx.words.text import Text

YEAR_KEY, COMMUNE_CODE_KEY, COMMUNE_NAME_KEY = "year", "commune_code", "commune_name"
ADOPTED_KEY, DUE_SOON_KEY, CLOSING_KEY = "adopted", "due_soon_days", "closing_days"
TRIAL_KEY = "trial_rules"
MAIL_FROM_KEY, SMTP_HOST_KEY, SMTP_PORT_KEY = "mail_from", "smtp_host", "smtp_port"
SMTP_USER_KEY, SMTP_SECURITY_KEY = "smtp_user", "smtp_security"

#: A mail server is spoken to encrypted, one way or the other.
STARTTLS, TLS = Option("starttls", Text("STARTTLS", "STARTTLS")), Option("tls", Text("TLS", "TLS"), ("SSL",))
PLAN_NUMBER_KEY, PLAN_DAY_KEY = "plan_number", "plan_day"

#: Over which dossiers the share of those filed online is worked out.
OF_ALL = Option("all", Text("mọi thủ tục", "all procedures"), ("tất cả thủ tục", "tất cả"))
OF_THOSE_WITH_A_SERVICE = Option(
    "with_service",
    Text("thủ tục có dịch vụ công trực tuyến", "procedures with an online service"),
    ("thủ tục có DVC trực tuyến", "thủ tục có DVCTT"),
)


class SettingKey(NamedTuple):
    """A key of CauHinh. `default` is written as a person would type it; "" means that the place stays empty."""

    key: str
    label: Text
    kind: Kind
    required: bool = False
    default: str = ""
    example: str = ""

    @property
    def wanted(self) -> Text:
        """What the value must be, as a sentence says it."""
        if isinstance(self.kind, Choice):
            return Text(self.kind.listed(), self.kind.listed())
        return self.kind.label

    def read(self, typed: str) -> Reading:
        """A setting is typed in a column of words; its own kind says what the words must be."""
        return self.kind.read(Cell(typed))

    def value(self, typed: str) -> Any:
        """The value of the setting's kind; the default's where nothing usable was typed; None where there is none."""
        for word in (typed, self.default):
            if word and not (reading := self.read(word)).fault:
                return reading.value
        return None


def _read_year(cell: Cell) -> Reading:
    reading = COUNT.read(cell)
    return reading if reading.fault or 2000 <= reading.value <= 2100 else Reading(fault="DL03")


FOUR_DIGITS = replace(
    COUNT, name="year", label=Text("năm, bốn chữ số", "year, four digits"), reader=_read_year, example="2022"
)

#: A key that is the name of a figure of the law (`complaint.first_resolution`, with a case: `…:complex`) sets that
#: figure for this commune; it needs no line here.
SETTINGS: dict[str, SettingKey] = {
    one.key: one
    for one in (
        SettingKey(YEAR_KEY, Text("Năm kế hoạch", "Year of the plan"), FOUR_DIGITS, True, example="2022"),
        SettingKey(COMMUNE_CODE_KEY, Text("Mã xã", "Code of the commune"), CODE, True, example="minh-son"),
        SettingKey(COMMUNE_NAME_KEY, Text("Tên xã", "Name of the commune"), LINE, True, example="Minh Sơn"),
        SettingKey("commune_kind", Text("Loại đơn vị hành chính", "Kind of unit"), LINE, default="xã"),
        SettingKey("district", Text("Huyện", "District"), LINE, example="huyện Ngọc Lặc"),
        SettingKey("province", Text("Tỉnh", "Province"), LINE, example="tỉnh Thanh Hóa"),
        SettingKey(
            "superior",
            Text("Cơ quan nhận báo cáo", "Who receives the reports"),
            LINE,
            True,
            example="Ủy ban nhân dân huyện Ngọc Lặc",
        ),
        SettingKey("through", Text("Gửi qua", "Sent through"), LINE, example="Phòng Nội vụ"),
        SettingKey("place_name", Text("Địa danh ghi trên văn bản", "Place on documents"), LINE, example="Minh Sơn"),
        SettingKey(PLAN_NUMBER_KEY, Text("Số kế hoạch của xã", "Number of the plan"), DOCUMENT_NUMBER),
        SettingKey(PLAN_DAY_KEY, Text("Ngày ban hành kế hoạch", "Day of the plan"), REFERENCE_DAY),
        SettingKey("signer_title", Text("Chức vụ người ký", "Title of who signs"), LINE, example="CHỦ TỊCH"),
        SettingKey("signer_name", Text("Họ tên người ký", "Name of who signs"), LINE),
        SettingKey(
            "remote_area",
            Text("Vùng sâu, vùng xa, đi lại khó khăn", "Remote area (longer limits of the law)"),
            YES_NO,
            default="Không",
        ),
        SettingKey(
            "reception_day",
            Text("Ngày tiếp công dân định kỳ của Chủ tịch", "Weekday of the chairman's reception"),
            choice("weekdays", *WEEKDAYS),
            default="Thứ Năm",
        ),
        SettingKey(
            "online_share",
            Text("Tỷ lệ hồ sơ trực tuyến tính trên", "Online share is worked out over"),
            choice("online_share", OF_ALL, OF_THOSE_WITH_A_SERVICE),
            default="mọi thủ tục",
        ),
        SettingKey(
            DUE_SOON_KEY,
            Text("Số ngày báo trước “sắp đến hạn”", "Days ahead that count as due soon"),
            COUNT,
            default="15",
        ),
        SettingKey(
            CLOSING_KEY,
            Text("Số ngày để chốt số liệu sau khi hết kỳ", "Days for closing the registers after a period"),
            COUNT,
            default="5",
        ),
        SettingKey(
            ADOPTED_KEY,
            Text(
                "Nhiệm vụ có phân công, thời hạn, chỉ tiêu đề xuất đã được xã thông qua",
                "Tasks whose proposed owner, deadline and target the commune adopted",
            ),
            LINE,
            example="II.1.1; II.2.6",
        ),
        SettingKey(
            TRIAL_KEY,
            Text("Mã quy tắc đang làm thử, chỉ lưu ý", "Rules on trial: they only note"),
            LINE,
            example="DT12; TT02",
        ),
        SettingKey(MAIL_FROM_KEY, Text("Thư điện tử của xã", "E-mail of the commune"), LINE),
        SettingKey(SMTP_HOST_KEY, Text("Máy chủ gửi thư", "Mail server"), LINE, example="mail.thanhhoa.gov.vn"),
        SettingKey(SMTP_PORT_KEY, Text("Cổng máy chủ gửi thư", "Port of the mail server"), COUNT, default="587"),
        SettingKey(SMTP_USER_KEY, Text("Tài khoản gửi thư", "Account that sends"), LINE),
        SettingKey(
            SMTP_SECURITY_KEY,
            Text("Mã hóa khi gửi thư", "Encryption"),
            choice("smtp_security", STARTTLS, TLS),
            default="STARTTLS",
        ),
    )
}
