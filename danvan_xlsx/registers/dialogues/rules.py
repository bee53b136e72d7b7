"""Questions asked of the dialogues: announced and minuted, opinions followed up, results published, one a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.dialogues.sheet import DIALOGUES, WITH_PEOPLE
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import (
    CONDUCT,
    DATA,
    ERROR,
    KEEP_THE_DAY,
    WARNING,
    Register,
    having,
    key,
    rule,
    sheet_rule,
)
from danvan_xlsx.words.text import Text

_A_YEAR, _NOTICE, _PUBLISHED = "dialogue.per_year", "dialogue.notice", "dialogue.result_published"
#: The case of `dialogue.per_year` that the law on democracy at the grass roots sets.
_BY_DEMOCRACY_LAW = "Luật dân chủ"

_Told = tuple[Row | None, str, dict[str, Any]]


@rule(
    "DT19",
    DIALOGUES,
    CONDUCT,
    WARNING,
    message=Text(
        "Buổi đối thoại {code} ngày {day} chưa thấy số biên bản.",
        "Dialogue {code} of {day} has no number of minutes.",
    ),
    remedy=Text(
        "Đề nghị ghi số biên bản; nếu chưa lập, nêu lý do ở cột Giải trình.",
        "Please give the number of the minutes; if there are none, say why under Explanation.",
    ),
    reason=Text(
        "Biên bản là minh chứng của buổi đối thoại và của các ý kiến đã nêu.",
        "The minutes are the proof of a dialogue and of what was raised in it.",
    ),
    wrong="code DTH-01 | day 27/05/2022",
    right="code DTH-01 | day 27/05/2022 | minutes 02/BB-UBND",
)
def held_without_minutes(*, minutes: str | None = None, code: str, day: date, as_of: date) -> object:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.3."""
    return minutes is None and day < as_of


@rule(
    "DT42",
    DIALOGUES,
    CONDUCT,
    WARNING,
    message=Text(
        "Buổi đối thoại {code} ngày {day} chưa thấy ngày thông báo.",
        "Dialogue {code} of {day} has no day on which it was announced.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày đã thông báo; nếu chưa thông báo, nêu lý do ở cột Giải trình.",
        "Please give the day on which it was announced; if it was not, say why under Explanation.",
    ),
    reason=Text(
        "Người dân cần được báo trước để chuẩn bị ý kiến.",
        "People need to know ahead, so that they can prepare what to say.",
    ),
    wrong="code DTH-01 | day 27/05/2022",
    right="code DTH-01 | day 27/05/2022 | noticed_on 17/05/2022",
)
def held_without_notice(*, noticed_on: date | None = None, code: str, day: date, as_of: date) -> object:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.3."""
    return noticed_on is None and day <= as_of


@rule(
    "DC30",
    DIALOGUES,
    CONDUCT,
    WARNING,
    message=Text(
        "Buổi đối thoại {code} ngày {day} thông báo ngày {noticed_on}, trước {taken} ngày; chậm nhất là {due}, trước "
        "{limit} ({source}).",
        "Dialogue {code} of {day} was announced on {noticed_on}, {taken} days ahead; the last day was {due}, {limit} "
        "ahead ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Hội nghị đối thoại của UBND với Nhân dân được thông báo trước để người dân sắp xếp dự.",
        "The dialogue of the committee and the people is announced ahead so that people can come.",
    ),
    wrong="code DTH-01 | topic UBND với Nhân dân | day 27/05/2022 | noticed_on 21/05/2022",
    right="code DTH-01 | topic UBND với Nhân dân | day 27/05/2022 | noticed_on 20/05/2022",
    limits=(_NOTICE,),
)
def announced_too_late(*, noticed_on: date, day: date, topic: Option, code: str, law: Law) -> object:
    """Luật Tổ chức chính quyền địa phương 77/2015/QH13, Điều 125; từ 16/6/2025 Luật 72/2025/QH15, Điều 43."""
    limit = law.get(_NOTICE, day)
    # A notice after the day itself is told already.
    asked = limit is not None and topic == WITH_PEOPLE and noticed_on <= day
    return asked and limit is not None and limit.breach(day, noticed_on)


@rule(
    "DC31",
    DIALOGUES,
    CONDUCT,
    WARNING,
    message=Text(
        "Buổi đối thoại {code} ngày {day}: kết quả công khai chậm nhất {due}, {limit} sau hội nghị; đã chậm {late} "
        "ngày ({source}).",
        "Dialogue {code} of {day}: its result was to be published by {due}, {limit} after it; {late} days late "
        "({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Người dân được biết ý kiến của mình được xử lý ra sao.",
        "People are told what became of what they said.",
    ),
    wrong="code DTH-01 | topic UBND với Nhân dân | day 04/08/2025 | published_on 15/08/2025\nas_of: 31/12/2025",
    right="code DTH-01 | topic UBND với Nhân dân | day 04/08/2025 | published_on 14/08/2025\nas_of: 31/12/2025",
    limits=(_PUBLISHED,),
)
def result_published_late(
    *, published_on: date | None = None, day: date, topic: Option, code: str, law: Law, as_of: date
) -> object:
    """Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 43."""
    limit = law.get(_PUBLISHED, day)
    asked = topic == WITH_PEOPLE and day <= as_of
    return asked and limit is not None and limit.breach(day, published_on or as_of)


@rule(
    "DT45",
    DIALOGUES,
    DATA,
    ERROR,
    message=Text(
        "Buổi {code}: trả lời tại chỗ {answered_there} và bằng văn bản {answered_later} ý kiến, cộng lại nhiều hơn "
        "{opinions_raised} ý kiến đã nêu.",
        "Dialogue {code}: {answered_there} answered there and {answered_later} in writing are more than the "
        "{opinions_raised} opinions raised.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu biên bản, sửa ô chưa đúng.",
        "Please look in the minutes and correct the cell that is wrong.",
    ),
    reason=Text(
        "Mỗi ý kiến được tính là trả lời một lần.",
        "Each opinion counts as answered once.",
    ),
    wrong="code DTH-01 | opinions_raised 14 | answered_there 11 | answered_later 4",
    right="code DTH-01 | opinions_raised 14 | answered_there 11 | answered_later 3",
)
def more_answers_than_opinions(*, answered_later: int, answered_there: int, opinions_raised: int, code: str) -> object:
    """Cách ghi sổ của chương trình."""
    # One of them above the whole is told already.
    each_fits = max(answered_there, answered_later) <= opinions_raised
    return each_fits and answered_there + answered_later > opinions_raised


@sheet_rule(
    "DT43",
    DIALOGUES,
    DATA,
    WARNING,
    message=Text(
        "Buổi {code}: {expected} ý kiến chưa trả lời tại chỗ; sổ Ý kiến, kiến nghị ghi {listed} ý kiến trả lời sau "
        "của buổi này.",
        "Dialogue {code}: {expected} opinions not answered there; the register of opinions has {listed} of it to be "
        "answered later.",
    ),
    remedy=Text(
        "Đề nghị vào sổ từng ý kiến còn thiếu, có đơn vị xử lý và hạn; nếu biên bản khác, sửa số ở dòng này.",
        "Please enter each missing opinion with who answers and by when; correct the figures here if the minutes "
        "differ.",
    ),
    reason=Text(
        "Ý kiến sau đối thoại được theo dõi từng ý kiến đến khi trả lời xong.",
        "Opinions of a dialogue are followed one by one until answered.",
    ),
    wrong="""
        code DTH-02 | opinions_raised 8 | answered_there 6
        opinions: dialogue DTH-02 | way Trả lời sau
        """,
    right="""
        code DTH-02 | opinions_raised 8 | answered_there 7
        opinions: dialogue DTH-02 | way Trả lời sau
        """,
)
def opinions_not_followed(*, rows: Iterable[Row], opinions: Register) -> Iterator[_Told]:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.3."""
    for row, expected, listed in _followed(rows, opinions):
        if expected != len(listed):
            yield row, "opinions_raised", {"code": row["code"], "expected": expected, "listed": len(listed)}


@sheet_rule(
    "DT44",
    DIALOGUES,
    DATA,
    WARNING,
    message=Text(
        "Buổi {code} ghi {answered_later} ý kiến đã trả lời bằng văn bản; sổ Ý kiến, kiến nghị có {written} ý kiến có "
        "số văn bản, {answered} ý kiến có ngày trả lời.",
        "Dialogue {code} has {answered_later} answered in writing; the register of opinions has {written} with a "
        "document and {answered} with a day of answer.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hai sổ, sửa ô chưa đúng.",
        "Please compare the two registers and correct the cell that is wrong.",
    ),
    reason=Text(
        "Tỷ lệ ý kiến được trả lời lấy từ sổ Đối thoại, nên hai sổ cần khớp.",
        "The share of answered opinions is taken from the dialogues, so that both registers need to agree.",
    ),
    wrong="""
        code DTH-02 | opinions_raised 8 | answered_there 7 | answered_later 1
        opinions: dialogue DTH-02 | way Trả lời sau
        """,
    right="""
        code DTH-02 | opinions_raised 8 | answered_there 7 | answered_later 1
        opinions: dialogue DTH-02 | way Trả lời sau | answered_on 04/07/2022
        """,
)
def answers_do_not_agree(*, rows: Iterable[Row], opinions: Register) -> Iterator[_Told]:
    """Kế hoạch công tác dân vận chính quyền năm 2022, mục II.3."""
    for row, expected, listed in _followed(rows, opinions):
        # Opinions that are not entered, and more answers than opinions, are told already.
        if expected != len(listed) or row.get("answered_later", expected + 1) > expected:
            continue
        answered = sum("answered_on" in one.values for one in listed)
        written = sum({"answered_on", "answer"} <= one.values.keys() for one in listed)
        if not written <= row["answered_later"] <= answered:
            counted = {"answered_later": row["answered_later"], "written": written, "answered": answered}
            yield row, "answered_later", {"code": row["code"], **counted}


def _followed(rows: Iterable[Row], opinions: Register) -> Iterator[tuple[Row, int, Sequence[Row]]]:
    """Dialogues, how many of their opinions were left for later, and those that the register of opinions has."""
    listed = _left_for_later(opinions)
    for row in having(rows, "code", "opinions_raised", "answered_there"):
        found = listed.get(key(row["code"]), ())
        whole = not any(one.refused & {"way", "answered_on", "answer"} for one in found)
        if whole and row["answered_there"] <= row["opinions_raised"]:
            later = [one for one in found if key(one.get("way")) == "later"]
            yield row, row["opinions_raised"] - row["answered_there"], later


def _left_for_later(opinions: Register) -> Mapping[Any, Sequence[Row]]:
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in having(opinions.rows, "dialogue"):
        found[key(row["dialogue"])].append(row)
    return found


@sheet_rule(
    "DC09",
    DIALOGUES,
    CONDUCT,
    WARNING,
    message=Text(
        "Năm {year} có {held} buổi đối thoại của UBND với Nhân dân, ít nhất {limit} ({source}).",
        "In {year} the committee and the people met in {held} dialogues, at least {limit} ({source}).",
    ),
    remedy=Text(
        "Nếu đã tổ chức, đề nghị ghi vào sổ hoặc chọn lại chủ đề; nếu chưa, nêu nguyên nhân trong báo cáo.",
        "If there was one, please enter it or choose its topic again; if not, give the cause in the report.",
    ),
    reason=Text(
        "Mỗi năm UBND xã đối thoại với Nhân dân để nghe và trả lời ý kiến.",
        "Once a year the committee meets the people to hear and answer them.",
    ),
    wrong="code DTH-02 | day 24/06/2022 | topic Phong cách dân vận\nas_of: 31/12/2022",
    right="code DTH-02 | day 24/06/2022 | topic Phong cách dân vận\nas_of: 30/12/2022",
    limits=(_A_YEAR,),
)
def no_dialogue_in_the_year(*, rows: Sequence[Row], law: Law, plan: Any, as_of: date) -> Iterator[_Told]:
    """Luật Tổ chức chính quyền địa phương 77/2015/QH13, Điều 125; từ 01/7/2023 Luật 10/2022/QH15, Điều 32."""
    last = date(plan.year, 12, 31)
    plain = law.get(_A_YEAR, last)
    if plain is None or as_of < last or any(row.refused & {"day", "topic"} for row in rows):
        return
    limit = plain.case(_BY_DEMOCRACY_LAW)
    of_year = [row for row in having(rows, "day", "topic") if row["day"].year == plan.year]
    held = sum(row["topic"] == WITH_PEOPLE for row in of_year)
    if held < limit.amount:
        yield None, "day", {"year": str(plan.year), "held": held, "limit": limit}
