"""A grading scheme as data: criteria with their points and what decides them, ranks, and what caps a rank."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from danvan_xlsx import registers
from danvan_xlsx.words.text import Text

Kind = Literal["base", "bonus", "minus"]
_KINDS: tuple[Kind, ...] = ("base", "bonus", "minus")
_EXAMPLE = "grading-example.toml"


class BadScheme(ValueError):  # noqa: N818 - told to the clerk
    """A scheme that cannot be graded by; `told` says what is wrong with it."""

    def __init__(self, told: Text) -> None:
        super().__init__(told.en)
        self.told = told


class Criterion(NamedTuple):
    """What gives points. Decided by a measure (over another), by tasks of the plan, or by a person."""

    code: str
    text: str
    points: float
    measure: str = ""
    of: str = ""
    target: float = 0
    each: float = 0
    tasks: tuple[str, ...] = ()


class Group(NamedTuple):
    title: str
    kind: Kind
    criteria: tuple[Criterion, ...]


class Rank(NamedTuple):
    """at_least: points; without_zero: not where a criterion got none."""

    name: str
    at_least: float
    without_zero: bool = False


class Limit(NamedTuple):
    """What a person answers Có or Không: Có caps the rank."""

    code: str
    text: str
    at_most: str


class Scheme(NamedTuple):
    """A scheme. ranks: the best first. step: proposed points are rounded down to it. late: what a late task is worth.

    example: not of the commune's superior, only to show how it works.
    """

    name: str
    source: str
    example: bool
    total: float
    step: float
    late: float
    groups: tuple[Group, ...]
    ranks: tuple[Rank, ...]
    limits: tuple[Limit, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(one for group in self.groups for one in group.criteria)


_UNREADABLE = Text("Tệp thang điểm không đọc được: {fault}.", "The grading scheme cannot be read: {fault}.")
_LACKING = Text("Thang điểm thiếu mục {fault}.", "The grading scheme lacks {fault}.")
_WRONG = Text("Thang điểm chưa đúng: {fault}.", "The grading scheme is wrong: {fault}.")


def example_text() -> str:
    """The scheme that comes with the program."""
    from importlib.resources import files

    return files("danvan_xlsx.report.official").joinpath(_EXAMPLE).read_text(encoding="utf-8")


def scheme_of(text: str) -> Scheme:
    """A scheme from the text of its file. BadScheme where it cannot be read, or contradicts itself."""
    import tomllib

    try:
        scheme = _scheme(tomllib.loads(unicodedata.normalize("NFC", text.removeprefix("\ufeff"))))
    except tomllib.TOMLDecodeError as fault:
        raise _bad(_UNREADABLE, str(fault)) from fault
    except KeyError as fault:
        raise _bad(_LACKING, str(fault.args[0])) from fault
    except (TypeError, ValueError, AttributeError) as fault:
        raise _bad(_UNREADABLE, str(fault)) from fault
    for told in _faults(scheme):
        raise BadScheme(Text(_WRONG.say("vi", {"fault": told.vi}), _WRONG.say("en", {"fault": told.en})))
    return scheme


def _bad(text: Text, fault: str) -> BadScheme:
    return BadScheme(Text(text.say("vi", {"fault": fault}), text.say("en", {"fault": fault})))


def _scheme(table: Mapping[str, Any]) -> Scheme:
    ranks = [Rank(one["name"], one["at_least"], one.get("without_zero", False)) for one in table["ranks"]]
    return Scheme(
        name=table["name"],
        source=table["source"],
        example=table.get("example", False),
        total=table["total"],
        step=table.get("step", 0.25),
        late=table.get("late", 0.5),
        groups=tuple(_group(one) for one in table["groups"]),
        ranks=tuple(sorted(ranks, key=lambda one: -one.at_least)),
        limits=tuple(Limit(one["code"], one["text"], one["at_most"]) for one in table.get("limits", ())),
    )


def _group(table: Mapping[str, Any]) -> Group:
    return Group(table["title"], table.get("kind", "base"), tuple(_criterion(one) for one in table["criteria"]))


def _criterion(table: Mapping[str, Any]) -> Criterion:
    return Criterion(
        code=table["code"],
        text=table["text"],
        points=float(table["points"]),
        measure=table.get("measure", ""),
        of=table.get("of", ""),
        target=float(table.get("target", 0)),
        each=float(table.get("each", 0)),
        tasks=tuple(table.get("tasks", ())),
    )


def _faults(scheme: Scheme) -> Iterator[Text]:
    for group in scheme.groups:
        if group.kind not in _KINDS:
            yield Text(f"loại nhóm “{group.kind}”", f"kind “{group.kind}”")
    codes = Counter([*(one.code for one in scheme.criteria), *(one.code for one in scheme.limits)])
    for code, count in codes.items():
        if count > 1:
            yield Text(f"mã {code} có {count} lần", f"the code {code} stands {count} times")
    base = sum(one.points for group in scheme.groups if group.kind == "base" for one in group.criteria)
    if base != scheme.total:
        yield Text(f"điểm chuẩn cộng được {base:g}, thang điểm {scheme.total:g}", f"{base:g} points, not the total")
    if scheme.step <= 0 or not scheme.ranks or scheme.ranks[-1].at_least > 0:
        yield Text("bước làm tròn hoặc mức xếp loại thấp nhất", "the step or the lowest rank")
    names = {one.name for one in scheme.ranks}
    yield from (
        Text(f"{one.code} nêu xếp loại “{one.at_most}”", f"{one.code}: no such rank")
        for one in scheme.limits
        if one.at_most not in names
    )
    for one in scheme.criteria:
        yield from _faults_of(one)


def _faults_of(one: Criterion) -> Iterator[Text]:
    for code in filter(None, (one.measure, one.of)):
        if code not in registers.load().measures:
            yield Text(f"{one.code} nêu số đo “{code}” không có", f"{one.code}: no measure “{code}”")
    if one.measure and one.target <= 0 and one.each <= 0:
        yield Text(f"{one.code} thiếu mức đạt (target)", f"{one.code} has no target")
    if one.points <= 0:
        yield Text(f"{one.code} không có điểm chuẩn", f"{one.code} has no points")
