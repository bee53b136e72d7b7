"""Questions asked of cells of one petition that contradict each other."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.petitions.sheet import (
    ANSWERED,
    COMPLAINT,
    DENUNCIATION,
    ESPECIALLY_COMPLEX,
    FORWARDED,
    OWN,
    PETITIONS,
    PLAIN,
    PROPOSAL,
    REPEATED,
    URGED,
    WITHDRAWN,
)
from danvan_xlsx.registers.petitions.steps import DECIDED, GIVEN_UP, first_complaint, nameless, own_denunciation
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, WARNING, rule
from danvan_xlsx.words.text import Personal, Text


@rule(
    "DT22",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Khiếu nại {code} ghi {times} và {competence}; khiếu nại lần hai do cấp trên trực tiếp giải quyết.",
        "Complaint {code} is {times} and {competence}; a second complaint is settled by the next higher level.",
    ),
    remedy=Text(
        "Nếu là khiếu nại lần hai, đề nghị chọn Không thuộc thẩm quyền; nếu một khiếu nại gửi nhiều lần, chọn Lần đầu.",
        "If it is a second complaint, please choose Not competent; if one was sent several times, First time.",
    ),
    reason=Text(
        "Chủ tịch UBND xã giải quyết khiếu nại lần đầu; thời hạn của lần hai khác.",
        "The commune's chairman settles the first complaint; the second has other limits.",
    ),
    wrong="code D-05 | kind Khiếu nại | competence Thuộc thẩm quyền | times Nhiều lần",
    right="code D-05 | kind Khiếu nại | competence Không thuộc thẩm quyền | times Nhiều lần",
)
def second_complaint_kept(*, competence: Option, kind: Option, times: Option, code: str) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 7, Điều 17."""
    return kind == COMPLAINT and times == REPEATED and competence == OWN


@rule(
    "DT32",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Đơn {code} ({kind}) giải quyết xong ngày {settled_on}, chưa thấy ngày thụ lý.",
        "Petition {code} ({kind}) was settled on {settled_on} and has no day of acceptance.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày, số văn bản thụ lý theo hồ sơ; nếu chưa ban hành, nêu lý do ở cột Giải trình.",
        "Please give day and number of the acceptance from the file; if there is none, say why under Explanation.",
    ),
    reason=Text(
        "Thời hạn giải quyết tính từ ngày thụ lý.",
        "The time for settling runs from the day of acceptance.",
    ),
    wrong="code D-05 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Đúng",
    right="code D-05 | kind Khiếu nại | competence có | settled_on 08/04/2022 | result Rút đơn",
)
def settled_unaccepted(
    *,
    accepted_on: date | None = None,
    kind: Option,
    competence: Option,
    settled_on: date,
    result: Option,
    code: str,
    times: Option | None = None,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 27, Điều 28; Luật Tố cáo 25/2018/QH14, Điều 29, Điều 30."""
    asked = first_complaint(kind, competence, times) or own_denunciation(kind, competence)
    return asked and accepted_on is None and result not in GIVEN_UP


@rule(
    "DT33",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Đơn {code} ({kind}) ghi {competence} nhưng đã có ngày thụ lý hoặc kết quả đúng, sai.",
        "Petition {code} ({kind}) is {competence}, yet it has a day of acceptance or was found right or wrong.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ, chọn lại thẩm quyền hoặc bỏ ngày thụ lý, kết quả ghi nhầm.",
        "Please look into the file and choose the competence again, or delete the day or result that is wrong.",
    ),
    reason=Text(
        "Xã chỉ thụ lý, kết luận đơn thuộc thẩm quyền và đủ điều kiện; số liệu đơn thuộc thẩm quyền lấy từ cột này.",
        "Only what the commune settles is accepted and found right or wrong; the figures are counted from this column.",
    ),
    wrong="code D-05 | kind Khiếu nại | competence không | accepted_on 10/03/2022",
    right="code D-05 | kind Khiếu nại | competence có | accepted_on 10/03/2022",
)
def accepted_for_another(
    *,
    competence: Option,
    kind: Option,
    code: str,
    accepted_on: date | None = None,
    result: Option | None = None,
    person: Personal | None = None,
    ineligible: str | None = None,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 11, Điều 17; Luật Tố cáo 25/2018/QH14, Điều 12, Điều 29."""
    if competence == OWN or kind == PROPOSAL:
        return None
    words = (ineligible, None if person is None else str(person.reveal()))
    # An anonymous denunciation that was accepted is told at its day.
    told = kind == DENUNCIATION and accepted_on is not None and any(map(nameless, filter(None, words)))
    return not told and (accepted_on is not None or result in DECIDED)


@rule(
    "DT34",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Đơn {code} ghi Thuộc thẩm quyền nhưng hướng xử lý là chuyển đơn hoặc đôn đốc.",
        "Petition {code} is the commune's own, yet it was forwarded or another office urged.",
    ),
    remedy=Text(
        "Đề nghị chọn Không thuộc thẩm quyền, hoặc bỏ hướng xử lý và ngày chuyển đơn nếu xã giải quyết.",
        "Please choose Not competent, or delete handling and day where the commune settles it.",
    ),
    reason=Text(
        "Biểu xử lý đơn tính đơn chuyển, đôn đốc trong số đơn không thuộc thẩm quyền.",
        "The form on petitions counts those forwarded or urged among those for other offices.",
    ),
    wrong="code D-20 | competence có | handling Chuyển đơn | forwarded_on 14/09/2022",
    right="code D-20 | competence không | handling Chuyển đơn | forwarded_on 14/09/2022",
)
def own_but_forwarded(
    *, handling: Option | None = None, competence: Option, code: str, forwarded_on: date | None = None
) -> object:
    """Mẫu biểu 01/XLD, Thông tư 02/2021/TT-TTCP."""
    return competence == OWN and (handling in (FORWARDED, URGED) or forwarded_on is not None)


@rule(
    "DT35",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Đơn {code} ({kind}) có kết quả {result}; khiếu nại, tố cáo ghi Đúng, Đúng một phần, Sai, Rút đơn hoặc Đình "
        "chỉ.",
        "Petition {code} ({kind}) has the result {result}; complaints and denunciations are right, partly right, "
        "wrong, withdrawn or suspended.",
    ),
    remedy=Text(
        "Đề nghị chọn lại kết quả theo quyết định, kết luận; nếu là kiến nghị, phản ánh thì chọn lại loại đơn.",
        "Please choose the result as decided; if it is a proposal, choose the kind again.",
    ),
    reason=Text(
        "Biểu kết quả giải quyết chia khiếu nại, tố cáo theo đúng, đúng một phần, sai.",
        "The form on settled petitions divides complaints and denunciations by right, partly right and wrong.",
    ),
    wrong="code D-05 | kind Khiếu nại | competence có | result Đã giải quyết, trả lời",
    right="code D-05 | kind Khiếu nại | competence có | result Đúng một phần",
)
def answered_instead_of_decided(*, result: Option, kind: Option, competence: Option, code: str) -> object:
    """Mẫu biểu 01/KQGQ, 03/KQGQ, Thông tư 02/2021/TT-TTCP."""
    return result == ANSWERED and kind != PROPOSAL and competence == OWN


@rule(
    "DT36",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Khiếu nại {code} ghi {complexity}; khiếu nại chỉ có hai mức Thông thường và Phức tạp.",
        "Complaint {code} is {complexity}; complaints are plain or complex only.",
    ),
    remedy=Text(
        "Đề nghị chọn Phức tạp; mức Đặc biệt phức tạp chỉ dùng cho tố cáo.",
        "Please choose Complex; especially complex is for denunciations only.",
    ),
    reason=Text(
        "Thời hạn giải quyết khiếu nại chia theo hai mức.",
        "The time for settling a complaint knows two degrees.",
    ),
    wrong="code D-05 | kind Khiếu nại | complexity Đặc biệt phức tạp",
    right="code D-30 | kind Tố cáo | complexity Đặc biệt phức tạp",
)
def complexity_of_denunciations(*, complexity: Option, kind: Option, code: str) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 28; Luật Tố cáo 25/2018/QH14, Điều 30."""
    return kind == COMPLAINT and complexity == ESPECIALLY_COMPLEX


@rule(
    "DT38",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Tố cáo {code} ghi {complexity} nhưng có quyết định gia hạn {extension}.",
        "Denunciation {code} is {complexity} but was extended by {extension}.",
    ),
    remedy=Text(
        "Đề nghị chọn Phức tạp hoặc Đặc biệt phức tạp theo quyết định; nếu ghi nhầm số, xóa số gia hạn.",
        "Please choose complex or especially complex as decided, or delete the number if it is a slip.",
    ),
    reason=Text(
        "Chỉ vụ việc phức tạp được gia hạn giải quyết.",
        "Only complex cases may be extended.",
    ),
    wrong="code D-30 | kind Tố cáo | complexity Thông thường | extension 52/QĐ-UBND",
    right="code D-30 | kind Tố cáo | complexity Phức tạp | extension 52/QĐ-UBND",
)
def plain_but_extended(*, complexity: Option, kind: Option, extension: str, code: str) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 30 khoản 2, khoản 3."""
    return kind == DENUNCIATION and complexity == PLAIN


@rule(
    "DT37",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Đơn {code} giải quyết xong ngày {settled_on}, trước {step} {day}.",
        "Petition {code} was settled on {settled_on}, before {step} {day}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu hồ sơ, sửa ngày ghi nhầm.",
        "Please look into the file and correct the day that is wrong.",
    ),
    reason=Text(
        "Thụ lý và rút đơn đều đến trước khi giải quyết xong; ngày đảo ngược làm sai số ngày.",
        "Acceptance and withdrawal come before the end; days the wrong way round give wrong counts.",
    ),
    wrong="code D-05 | settled_on 08/03/2022 | accepted_on 10/03/2022",
    right="code D-05 | settled_on 10/03/2022 | accepted_on 10/03/2022",
)
def settled_before_its_steps(
    *,
    settled_on: date,
    code: str,
    accepted_on: date | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 10, Điều 27; Luật Tố cáo 25/2018/QH14, Điều 28, Điều 33."""
    if accepted_on and settled_on < accepted_on:
        return {"step": Text("ngày thụ lý", "its acceptance on"), "day": accepted_on}
    if withdrawn_on and result == WITHDRAWN and settled_on < withdrawn_on:
        return {"step": Text("ngày rút đơn", "its withdrawal on"), "day": withdrawn_on}
    return None


@rule(
    "DT39",
    PETITIONS,
    DATA,
    ERROR,
    message=Text(
        "Đơn {code} có kết quả {result}, chưa ghi ngày giải quyết xong.",
        "Petition {code} has the result {result} and no day on which it was settled.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày của quyết định, kết luận hoặc văn bản trả lời.",
        "Please give the day of the decision, the conclusion or the reply.",
    ),
    reason=Text(
        "Đơn chưa có ngày giải quyết xong còn tính là đang giải quyết.",
        "Without that day a petition counts as open.",
    ),
    wrong="code D-09 | result Đã giải quyết, trả lời",
    right="code D-09 | result Đã giải quyết, trả lời | settled_on 06/05/2022",
)
def result_without_day(*, settled_on: date | None = None, result: Option, code: str) -> object:
    """Cách ghi sổ của chương trình."""
    return settled_on is None


@rule(
    "DT40",
    PETITIONS,
    DATA,
    WARNING,
    message=Text(
        "Khiếu nại {code} đối thoại ngày {dialogue_on}, sau ngày giải quyết xong {settled_on}.",
        "The dialogue on complaint {code} of {dialogue_on} came after it was settled on {settled_on}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu biên bản đối thoại và quyết định, sửa ngày ghi nhầm; nếu đúng vậy thì giữ nguyên ngày.",
        "Please compare the minutes and the decision and correct a slip; leave the days as they are if they are right.",
    ),
    reason=Text(
        "Đối thoại được tổ chức trước khi ra quyết định giải quyết.",
        "The dialogue is held before the decision.",
    ),
    wrong="code D-05 | kind Khiếu nại | dialogue_on 11/04/2022 | settled_on 08/04/2022",
    right="code D-05 | kind Khiếu nại | dialogue_on 08/04/2022 | settled_on 08/04/2022",
)
def dialogue_after_the_decision(*, dialogue_on: date, settled_on: date, kind: Option, code: str) -> object:
    """Luật Khiếu nại 02/2011/QH13, Điều 30, Điều 31."""
    return kind == COMPLAINT and dialogue_on > settled_on
