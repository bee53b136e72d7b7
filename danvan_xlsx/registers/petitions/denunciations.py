"""Questions asked of denunciations: taken up, extended, concluded, passed on and published in time."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.registers.petitions.sheet import (
    COMPLEX,
    DENUNCIATION,
    ESPECIALLY_COMPLEX,
    FORWARDED,
    NOT_OWN,
    PETITIONS,
    PLAIN,
)
from danvan_xlsx.registers.petitions.steps import (
    DECIDED,
    INITIAL,
    RESOLUTION,
    RESOLUTION_MAX,
    denunciation_limit,
    earliest,
    late,
    open_until,
    own_denunciation,
    unaccepted_until,
)
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.rules import CONDUCT, KEEP_THE_DAY, NOTE, WARNING, rule
from danvan_xlsx.words.text import Text

_SENT, _PUBLISHED = "denunciation.conclusion_sent", "denunciation.conclusion_published"
_FORWARD = "denunciation.forward"
#: The case of `denunciation.initial` with more days; no column says whether it is one.
_IN_SEVERAL_PLACES = "nhiều địa điểm hoặc ủy quyền"


@rule(
    "DT06",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} nhận {received_on}, ngày thụ lý {done}: {took}, thời hạn {limit} ({source}).",
        "Denunciation {code} received {received_on}, accepted {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=Text(
        "Đề nghị giữ nguyên ngày, ghi lý do ở cột Giải trình (phải kiểm tra ở nhiều địa điểm, ủy quyền thì được "
        "{longer}); nếu nhập nhầm, đối chiếu hồ sơ gốc.",
        "Please leave the day as it is and say why under Explanation ({longer} where several places had to be looked "
        "into); if it was mistyped, look into the original file.",
    ),
    reason=Text(
        "Điều kiện thụ lý được kiểm tra và quyết định sớm để sự việc không kéo dài.",
        "Whether to take it up is looked into and decided soon so that the matter does not drag on.",
    ),
    wrong="code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 29/07/2022",
    right="code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022",
    limits=(INITIAL,),
)
def taken_up_late(
    *,
    accepted_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    code: str,
    settled_on: date | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 24 khoản 1."""
    limit = law.get(INITIAL, received_on)
    if limit is None or not own_denunciation(kind, competence):
        return None
    breach = late(limit, received_on, accepted_on, unaccepted_until(settled_on, withdrawn_on, result, as_of))
    return breach and {**breach, "longer": limit.case(_IN_SEVERAL_PLACES).label}


@rule(
    "DT07",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} thụ lý {accepted_on}, ngày giải quyết xong (rút đơn) {done}: chậm {late} ngày so với hạn "
        "{due}; thời hạn {limit}, kể cả gia hạn ({source}).",
        "Denunciation {code} accepted {accepted_on}, settled (withdrawn) {done}: {late} days after {due}; limit "
        "{limit}, extensions included ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Tố cáo được kết luận trong thời hạn; quá hạn thì báo cáo lý do với cấp trên.",
        "A denunciation is concluded in time; what is late is explained to the superior.",
    ),
    wrong="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022 | \
complexity Thông thường | settled_on 30/08/2022
        """,
    right="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022 | \
complexity Thông thường | settled_on 29/08/2022
        code D-31 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022 | \
complexity Phức tạp | extension 52/QĐ-UBND | settled_on 26/09/2022
        """,
    limits=(RESOLUTION, RESOLUTION_MAX),
)
def concluded_late(
    *,
    settled_on: date | None = None,
    accepted_on: date,
    kind: Option,
    competence: Option,
    complexity: Option,
    code: str,
    extension: str | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 30."""
    if not own_denunciation(kind, competence):
        return None
    limit = denunciation_limit(law, accepted_on, complexity, extension is not None)
    return late(limit, accepted_on, earliest(settled_on, withdrawn_on), open_until(result, as_of))


@rule(
    "DT26",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} ({complexity}) thụ lý {accepted_on}, ngày giải quyết xong (rút đơn) {done}: quá {limit} mà "
        "chưa thấy quyết định gia hạn ({source}).",
        "Denunciation {code} ({complexity}) accepted {accepted_on}, settled (withdrawn) {done}: past {limit} without a "
        "decision to extend ({source}).",
    ),
    remedy=Text(
        "Đề nghị ghi số, ngày quyết định gia hạn; nếu chưa ban hành, nêu lý do ở cột Giải trình.",
        "Please give number and day of the decision to extend; if there is none, say why under Explanation.",
    ),
    reason=Text(
        "Vụ việc phức tạp được thêm thời gian bằng quyết định gia hạn.",
        "A complex case gets more time by a decision to extend.",
    ),
    wrong="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022 | \
complexity Phức tạp | settled_on 30/08/2022
        """,
    right="""
        code D-30 | received_on 19/07/2022 | kind Tố cáo | competence có | accepted_on 28/07/2022 | \
complexity Phức tạp | settled_on 29/08/2022
        """,
    limits=(RESOLUTION, RESOLUTION_MAX),
)
def longer_without_extension(
    *,
    extension: str | None = None,
    accepted_on: date,
    kind: Option,
    competence: Option,
    complexity: Option,
    code: str,
    settled_on: date | None = None,
    withdrawn_on: date | None = None,
    result: Option | None = None,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 30 khoản 2, khoản 3; NĐ 31/2019/NĐ-CP, Mẫu số 01."""
    if not own_denunciation(kind, competence) or complexity == PLAIN or extension is not None:
        return None
    done, until = earliest(settled_on, withdrawn_on), open_until(result, as_of)
    # Past every extension it is late, and told so.
    longest = denunciation_limit(law, accepted_on, complexity, extended=True)
    past_all = late(longest, accepted_on, done, until)
    return not past_all and late(law.get(RESOLUTION, accepted_on), accepted_on, done, until)


@rule(
    "DT27",
    PETITIONS,
    CONDUCT,
    NOTE,
    message=Text(
        "Tố cáo {code} thụ lý {accepted_on}, gia hạn ngày {extended_on}, sau ngày hết hạn {due} ({source}).",
        "Denunciation {code} accepted {accepted_on} was extended on {extended_on}, after its last day {due} "
        "({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Quyết định gia hạn được ban hành khi thời hạn trước chưa hết.",
        "More time is decided on before the time runs out.",
    ),
    wrong="""
        code D-30 | kind Tố cáo | competence có | accepted_on 28/07/2022 | complexity Phức tạp | extended_on 30/08/2022
        """,
    right="""
        code D-30 | kind Tố cáo | competence có | accepted_on 28/07/2022 | complexity Phức tạp | extended_on 29/08/2022
        code D-31 | kind Tố cáo | competence có | accepted_on 28/07/2022 | complexity Đặc biệt phức tạp | \
extended_on 26/09/2022
        """,
    limits=(RESOLUTION, RESOLUTION_MAX),
)
def extended_late(
    *, extended_on: date, accepted_on: date, kind: Option, competence: Option, complexity: Option, code: str, law: Law
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 30 khoản 2, khoản 3."""
    # An especially complex case may be extended twice, and the later decision is the one that is written.
    twice = complexity == ESPECIALLY_COMPLEX
    limit = denunciation_limit(law, accepted_on, COMPLEX if twice else PLAIN, extended=False)
    return own_denunciation(kind, competence) and late(limit, accepted_on, extended_on, None)


@rule(
    "DT08",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} có kết luận ngày {settled_on}, ngày gửi {done}: {took}, thời hạn {limit} ({source}).",
        "Denunciation {code} was concluded on {settled_on}, the conclusion sent {done}: {took}, limit "
        "{limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Kết luận nội dung tố cáo được gửi sớm để các bên thực hiện.",
        "A conclusion is sent soon so that it can be carried out.",
    ),
    wrong="""
        code D-30 | kind Tố cáo | competence có | settled_on 26/08/2022 | result Sai | sent_on 07/09/2022
        """,
    right="""
        code D-30 | kind Tố cáo | competence có | settled_on 26/08/2022 | result Sai | sent_on 06/09/2022
        """,
    limits=(_SENT,),
)
def conclusion_sent_late(
    *,
    sent_on: date | None = None,
    settled_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 35 khoản 3."""
    asked = own_denunciation(kind, competence) and result in DECIDED
    return asked and late(law.get(_SENT, settled_on), settled_on, sent_on, as_of)


@rule(
    "DT25",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} có kết luận ngày {settled_on}, ngày công khai {done}: {took}, thời hạn {limit} ({source}).",
        "Denunciation {code} was concluded on {settled_on}, published {done}: {took}, limit {limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Kết luận được công khai để mọi người biết kết quả, không nêu thông tin người tố cáo.",
        "Conclusions are published so that people know what came of it, without a word on who denounced.",
    ),
    wrong="""
        code D-30 | kind Tố cáo | competence có | settled_on 26/08/2022 | result Sai | published_on 09/09/2022
        """,
    right="""
        code D-30 | kind Tố cáo | competence có | settled_on 26/08/2022 | result Sai | published_on 08/09/2022
        """,
    limits=(_PUBLISHED,),
)
def conclusion_published_late(
    *,
    published_on: date | None = None,
    settled_on: date,
    kind: Option,
    competence: Option,
    result: Option,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 40 khoản 1."""
    asked = own_denunciation(kind, competence) and result in DECIDED
    return asked and late(law.get(_PUBLISHED, settled_on), settled_on, published_on, as_of)


@rule(
    "DT09",
    PETITIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Tố cáo {code} không thuộc thẩm quyền, nhận {received_on}, ngày chuyển đơn {done}: {took}, thời "
        "hạn {limit} ({source}).",
        "Denunciation {code} for another office, received {received_on}, forwarded {done}: {took}, limit "
        "{limit} ({source}).",
    ),
    remedy=KEEP_THE_DAY,
    reason=Text(
        "Đơn được chuyển sớm thì cơ quan có thẩm quyền thụ lý kịp thời.",
        "What is passed on soon can be taken up in time by the office it belongs to.",
    ),
    wrong="""
        code D-17 | received_on 19/07/2022 | kind Tố cáo | competence không | handling Chuyển đơn | \
forwarded_on 27/07/2022
        """,
    right="""
        code D-17 | received_on 19/07/2022 | kind Tố cáo | competence không | handling Chuyển đơn | \
forwarded_on 26/07/2022
        """,
    limits=(_FORWARD,),
)
def forwarded_late(
    *,
    forwarded_on: date | None = None,
    received_on: date,
    kind: Option,
    competence: Option,
    handling: Option,
    code: str,
    law: Law,
    as_of: date,
) -> object:
    """Luật Tố cáo 25/2018/QH14, Điều 24 khoản 2."""
    asked = kind == DENUNCIATION and competence == NOT_OWN and handling == FORWARDED
    return asked and late(law.get(_FORWARD, received_on), received_on, forwarded_on, as_of)
