"""Each measure of the reports once more, in a few lines over raw cells: the second opinion on `registers/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from tests.recomputed import Asked, Books, Part, Raw, fold, same

Count = Callable[[Sequence[Raw], Asked], Iterator[Part]]


class Measure(NamedTuple):
    sheet: str
    count: Count


def counted(
    rows: Sequence[Raw],
    asked: Asked,
    *,
    on: str | None,
    at: str,
    when: Callable[[Raw, Asked], bool] = lambda row, asked: True,
    each: Sequence[str] = (),
) -> Iterator[Part]:
    """A row counts one at its cell `at`; rows that are alike in `each` are one."""
    seen = set()
    for row in rows:
        if (on is not None and not asked.inside(row[on])) or row[at] is None or not when(row, asked):
            continue
        alike = tuple(fold(row[column]) for column in each)
        if not each or alike not in seen:
            seen.add(alike)
            yield Part(row, at, 1)


def summed(
    rows: Sequence[Raw],
    asked: Asked,
    *,
    on: str | None,
    columns: Sequence[str],
    when: Callable[[Raw, Asked], bool] = lambda row, asked: True,
) -> Iterator[Part]:
    for row in rows:
        if (on is None or asked.inside(row[on])) and when(row, asked):
            yield from (Part(row, column, row[column]) for column in columns if row[column] is not None)


def monthly(rows: Sequence[Raw], asked: Asked, *, columns: Sequence[str]) -> Iterator[Part]:
    """A row of a month stands for its whole days; it counts where all of them lie in the window."""
    for row in rows:
        first, last = days_of_month(row)
        if asked.since <= first and last <= asked.until:
            yield from (Part(row, column, row[column]) for column in columns if row[column] is not None)


def days_of_month(row: Raw) -> tuple[date, date]:
    month = int(row["month"])
    after = date(2023, 1, 1) if month == 12 else date(2022, month + 1, 1)
    return row["from_day"] or date(2022, month, 1), row["to_day"] or after - timedelta(1)


def of(sheet: str, how: Callable[..., Iterator[Part]], **chosen: Any) -> Measure:
    return Measure(sheet, partial(how, **chosen))


def documents(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    for row in rows:
        if asked.inside(row["day"]):
            yield Part(row, "number" if row["number"] else "day", 1)


def texts(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    seen = set()
    for row in rows:
        session = (row["day"], fold(row["kind"]), fold(row["subject"]))
        if asked.inside(row["day"]) and row["texts"] is not None and session not in seen:
            seen.add(session)
            yield Part(row, "texts", row["texts"])


def made_public(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    for row in rows:
        shown = next((one for one in ("posted_from", "loudspeaker_from", "other_on") if row[one]), None)
        if asked.inside(row["decided_on"]) and shown and asked.known(row[shown]):
            yield Part(row, shown, 1)


def opinions_answered(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    for row in rows:
        if not asked.inside(row["due"]):
            continue
        if row["answered_on"] and row["answered_on"] <= row["due"]:
            yield Part(row, "answered_on", 1)
        elif not row["answered_on"] and same(row["way"], "Trả lời tại chỗ"):
            yield Part(row, "way", 1)


def _answered(row: Raw) -> bool:
    return bool(row["answered_on"]) or same(row["way"], "Trả lời tại chỗ")


def findings_with_a_day(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    for row in rows:
        if asked.inside(row["day"]) and row["findings"] and row["due"]:
            yield Part(row, "due", row["findings"])


def villages(books: Books) -> set[str]:
    return {fold(row["code"]) for row in books.rows["villages"]}


def villages_owing_a_conference(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    held = [row for row in rows if asked.inside(row["day"])]
    if held:
        yield Part(held[0], "village", len(villages(asked.books)))


def villages_reached(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    """A village counts once a month, at the first row that reaches it."""
    heard: dict[int, set[str]] = {}
    for row in _aired(rows, asked):
        if not row["times"]:
            continue
        named = {fold(one) for one in str(row["villages_named"] or "").split(";")}
        here = villages(asked.books) if same(row["reach"], "Toàn xã") else named
        new = here - heard.setdefault(row["month"], set())
        heard[row["month"]] |= new
        if new:
            yield Part(row, "reach", len(new))


def villages_to_reach(rows: Sequence[Raw], asked: Asked) -> Iterator[Part]:
    seen = set()
    for row in _aired(rows, asked):
        if row["month"] not in seen:
            seen.add(row["month"])
            yield Part(row, "month", len(villages(asked.books)))


def _aired(rows: Sequence[Raw], asked: Asked) -> Iterator[Raw]:
    for row in rows:
        first, last = days_of_month(row)
        if asked.since <= first and last <= asked.until:
            yield row


_ENDS = {
    **{f"tháng {number}": number for number in range(1, 13)},
    "quý i": 3, "quý ii": 6, "quý iii": 9, "quý iv": 12, "6 tháng đầu năm": 6, "6 tháng cuối năm": 12, "cả năm": 12,
}  # fmt: skip


def closing_due(row: Raw, asked: Asked) -> bool:
    month = _ENDS[fold(row["period"])]
    last = date(2022, 12, 31) if month == 12 else date(2022, month + 1, 1) - timedelta(1)
    return last + timedelta(int(asked.books.setting("closing_days"))) < asked.until


def _closed(row: Raw, asked: Asked) -> bool:
    return closing_due(row, asked) and same(row["answer"], "Có số liệu", "Không phát sinh")


def _passed(row: Raw, asked: Asked) -> bool:
    return same(row["kind"], "Biểu quyết") and same(row["result"], "Thông qua")


def _awaiting(row: Raw, asked: Asked) -> bool:
    return same(row["outcome"], "Tiếp nhận để giải quyết", "Chuyển cơ quan khác")


def _complete(row: Raw, asked: Asked) -> bool:
    named = row["petition"] or (row["person"] and row["content"])
    return bool(named) and all(row[one] for one in ("session", "receiver", "people", "field", "matter", "outcome"))


def _own(row: Raw, asked: Asked) -> bool:
    return same(row["competence"], "Thuộc thẩm quyền") and asked.known(row["received_on"])


def _in_force(row: Raw, asked: Asked) -> bool:
    return row["ended_on"] is None or row["ended_on"] > asked.until


def _session(row: Raw, asked: Asked) -> bool:
    return not same(row["receiver"], "Nghỉ lễ, Tết")


NOT_A_TEXT = ("Văn bản mới", "")
ONLINE, RECEIVED = ("online",), ("online", "direct")

MEASURES: dict[str, Measure] = {
    # Quán triệt, tập huấn
    "study_sessions": of(
        "study", counted, on="day", at="day", when=lambda row, _: not same(row["kind"], *NOT_A_TEXT),
        each=("day", "kind", "subject"),
    ),
    "study_invited": of("study", summed, on="day", columns=("invited",)),
    "study_attended": of("study", summed, on="day", columns=("attended",)),
    "texts_studied": Measure("study", texts),
    "new_texts": of("study", counted, on=None, at="kind", when=lambda row, _: same(row["kind"], "Văn bản mới")),
    "new_texts_applied": of(
        "study", counted, on=None, at="day",
        when=lambda row, asked: same(row["kind"], "Văn bản mới") and bool(row["form"]) and asked.known(row["day"]),
    ),
    # Văn bản ban hành
    "documents_issued": Measure("documents", documents),
    "reports_sent": of(
        "documents", counted, on="sent_on", at="sent_on", when=lambda row, _: same(row["kind"], "Báo cáo")
    ),
    "reports_asked": of(
        "documents", counted, on="due", at="due",
        when=lambda row, asked: same(row["kind"], "Báo cáo") and (row["due"] < asked.until or bool(row["sent_on"])),
    ),
    "reports_sent_in_time": of(
        "documents", counted, on="due", at="sent_on",
        when=lambda row, _: same(row["kind"], "Báo cáo") and row["sent_on"] <= row["due"],
    ),
    # Bộ phận một cửa
    "procedures_listed": of("procedures", counted, on=None, at="code", when=_in_force),
    "procedures_posted": of(
        "procedures", counted, on=None, at="code",
        when=lambda row, asked: _in_force(row, asked) and bool(row["posted_from"]),
    ),
    "services_listed": of("procedures", counted, on=None, at="level", when=_in_force),
    "services_at_level_3_4": of(
        "procedures", counted, on=None, at="level",
        when=lambda row, asked: _in_force(row, asked) and same(row["level"], "Mức độ 3", "Mức độ 4", "Toàn trình"),
    ),
    "dossiers_received": of("dossiers", monthly, columns=RECEIVED),
    "dossiers_online": of("dossiers", monthly, columns=ONLINE),
    "dossiers_resolved": of("dossiers", monthly, columns=("early", "on_time", "late")),
    "dossiers_on_time": of("dossiers", monthly, columns=("early", "on_time")),
    "late_dossiers_all": of("late_dossiers", counted, on="due_on", at="due_on"),
    "late_dossiers_apologised": of(
        "late_dossiers", counted, on="due_on", at="apologised_on",
        when=lambda row, asked: asked.known(row["apologised_on"]),
    ),
    "surveys_held": of("surveys", counted, on="day", at="round", each=("round",)),
    "survey_valid": of("surveys", summed, on="day", columns=("valid",)),
    "survey_satisfied": of("surveys", summed, on="day", columns=("very_satisfied", "satisfied")),
    # Kiểm tra, rà soát, công khai
    "inspections_held": of("inspections", counted, on="day", at="day"),
    "findings_all": of(
        "inspections", summed, on="day", columns=("findings",), when=lambda row, _: bool(row["findings"])
    ),
    "findings_with_deadline": Measure("inspections", findings_with_a_day),
    "reviews_done": of("reviews", counted, on="day", at="round", each=("round",)),
    "documents_to_review": of(
        "reviews", counted, on=None, at="subject", when=lambda row, _: same(row["subject"], "Văn bản của xã")
    ),
    "documents_reviewed": of(
        "reviews", counted, on=None, at="day",
        when=lambda row, asked: same(row["subject"], "Văn bản của xã") and asked.known(row["day"]),
    ),
    "publicity_due": of("publicity", counted, on="decided_on", at="decided_on"),
    "publicity_posted": Measure("publicity", made_public),
    # Dân chủ
    "villages_with_conference": of(
        "votes", counted, on="day", at="village", when=lambda row, _: same(row["kind"], "Hội nghị thôn"),
        each=("village",),
    ),
    "villages_to_confer": Measure("votes", villages_owing_a_conference),
    "votes_passed": of("votes", counted, on="day", at="result", when=_passed),
    "votes_passed_by_more_than_half": of(
        "votes", counted, on="day", at="in_favour",
        when=lambda row, asked: _passed(row, asked) and 2 * row["in_favour"] > row["households"],
    ),
    "dialogues_held": of("dialogues", counted, on="day", at="day"),
    "dialogue_opinions": of("dialogues", summed, on="day", columns=("opinions_raised",)),
    "dialogue_opinions_answered": of("dialogues", summed, on="day", columns=("answered_there", "answered_later")),
    "opinions_overdue": of(
        "opinions", counted, on="due", at="due",
        when=lambda row, asked: not _answered(row) and row["due"] < asked.until,
    ),
    "opinions_due": of(
        "opinions", counted, on="due", at="due",
        when=lambda row, asked: _answered(row) or row["due"] < asked.until,
    ),
    "opinions_answered_in_time": Measure("opinions", opinions_answered),
    # Tiếp dân, đơn thư
    "chair_sessions_held": of(
        "schedule", counted, on="day", at="receiver", when=lambda row, _: same(row["receiver"], "Chủ tịch")
    ),
    "chair_sessions_due": of("schedule", counted, on="day", at="day", when=_session),
    "sessions_announced": of(
        "schedule", counted, on="day", at="posted_on",
        when=lambda row, asked: _session(row, asked) and row["posted_on"] < row["day"],
    ),
    "visits": of("reception", counted, on="day", at="day"),
    "visits_complete": of("reception", counted, on="day", at="day", when=_complete),
    "visits_awaiting_reply": of("reception", counted, on="day", at="outcome", when=_awaiting),
    "visits_replied": of(
        "reception", counted, on="day", at="answered_on",
        when=lambda row, asked: _awaiting(row, asked) and asked.known(row["answered_on"]),
    ),
    "people_received": of("reception", summed, on="day", columns=("people",)),
    "crowds_received": of("reception", counted, on="day", at="people", when=lambda row, _: (row["people"] or 0) >= 5),
    "petitions_received": of("petitions", counted, on="received_on", at="received_on"),
    "petitions_not_competent": of(
        "petitions", counted, on="received_on", at="competence",
        when=lambda row, _: same(row["competence"], "Không thuộc thẩm quyền"),
    ),
    "petitions_settled_in_period": of(
        "petitions", counted, on="settled_on", at="settled_on",
        when=lambda row, _: same(row["competence"], "Thuộc thẩm quyền"),
    ),
    "petitions_competent": of("petitions", counted, on=None, at="competence", when=_own),
    "petitions_settled": of(
        "petitions", counted, on=None, at="settled_on",
        when=lambda row, asked: _own(row, asked) and asked.known(row["settled_on"]),
    ),
    "petition_dialogues_owed": of(
        "petitions", counted, on="settled_on", at="dialogue_owed", when=lambda row, _: same(row["dialogue_owed"], "Có")
    ),
    "petition_dialogues_held": of(
        "petitions", counted, on="settled_on", at="dialogue_on", when=lambda row, _: same(row["dialogue_owed"], "Có")
    ),
    # Giám sát
    "inspectorate_members": of(
        "inspectorate", counted, on=None, at="role",
        when=lambda row, asked: row["since"] <= asked.until and (row["until"] is None or row["until"] >= asked.until),
    ),
    "boards_all": of("boards", counted, on=None, at="project"),
    "boards_with_five_members": of("boards", counted, on=None, at="members", when=lambda row, _: row["members"] >= 5),
    "boards_with_report": of(
        "boards", counted, on=None, at="reported_on", when=lambda row, asked: asked.known(row["reported_on"])
    ),
    "projects_all": of("projects", counted, on=None, at="code"),
    "projects_with_board": of("projects", counted, on=None, at="board_decision"),
    # Thi đua, tuyên truyền, kinh phí
    "coordination_meetings": of(
        "coordination", counted, on="day", at="kind", when=lambda row, _: same(row["kind"], "Giao ban, họp")
    ),
    "models_registered": of("models", counted, on="registered_on", at="registered_on"),
    "news_items": of("news", counted, on="day", at="day"),
    "broadcasts_aired": of("broadcasts", monthly, columns=("times",)),
    "villages_reached": Measure("broadcasts", villages_reached),
    "villages_to_reach": Measure("broadcasts", villages_to_reach),
    "awards_groups": of("awards", counted, on="day", at="whom", when=lambda row, _: same(row["whom"], "Tập thể")),
    "awards_persons": of("awards", counted, on="day", at="whom", when=lambda row, _: same(row["whom"], "Cá nhân")),
    "budget_items": of("budget", counted, on=None, at="amount"),
    "budget_planned": of("budget", summed, on=None, columns=("amount",)),
    "budget_items_settled": of(
        "budget", counted, on=None, at="settled_on", when=lambda row, asked: asked.known(row["settled_on"])
    ),
    "budget_spent": of("spending", summed, on="day", columns=("amount",)),
    "spending_all": of("spending", counted, on="day", at="day"),
    "spending_with_voucher": of("spending", counted, on="day", at="voucher"),
    "closings_due": of("closing", counted, on=None, at="period", when=closing_due),
    "closings_made": of("closing", counted, on=None, at="answer", when=_closed),
}  # fmt: skip


# -- what is chosen for a task -----------------------------------------------------------


def parts(code: str, asked: Asked, task: str | None = None, filter_: str = "") -> list[Part]:
    """The cells of a measure in the window, of the rows that count for a task."""
    measure = MEASURES[code]
    rows = [
        row for row in asked.books.rows[measure.sheet] if _chosen(row, asked.books.headings[measure.sheet], filter_)
    ]
    if task is not None and "task" in asked.books.headings[measure.sheet].values():
        rows = [row for row in rows if _names(row["task"], task, bool(filter_))]
    return list(measure.count(rows, asked))


def _chosen(row: Raw, headings: Mapping[str, str], filter_: str) -> bool:
    for condition in filter(None, (one.strip() for one in filter_.split(";"))):
        title, _, words = condition.partition("=")
        if not same(row[headings[fold(title)]], *words.split(" hoặc ")):
            return False
    return True


def _names(cell: Any, task: str, filtered: bool) -> bool:
    return filtered if cell is None else task in {one.strip() for one in str(cell).split(";")}
