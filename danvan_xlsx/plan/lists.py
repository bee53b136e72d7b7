"""The lists of the plan: open ones filled, fixed ones given further wordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from danvan_xlsx.plan.draft import Draft, Names, parts
from danvan_xlsx.plan.plan import Unit, Village
from danvan_xlsx.plan.setting_faults import FIXED_LIST_HAS_NO_SUCH_VALUE, LIST_UNKNOWN
from danvan_xlsx.plan.sheets import LISTS_SHEET
from danvan_xlsx.words.kinds import Choice, Option
from danvan_xlsx.words.layout import Row, Sheet
from danvan_xlsx.words.text import Text

#: Short names of the plan's sections, for the chairman's page; no register names them.
SECTIONS = "sections"


@dataclass
class Lists:
    """list name → its options; and for fixed lists: list name → further wording → option code."""

    options: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    aliases: dict[str, dict[str, str]] = field(default_factory=dict)


def build_lists(
    draft: Draft, units: Mapping[str, Unit], villages: Mapping[str, Village], tasks: Iterable[str], year: int
) -> Lists:
    """What `Sheet.bind` takes. The plan's own units, villages and tasks are lists too, fixed by their sheets."""
    lists = Lists()
    fixed = {
        "units": tuple(Option(one.code, Text(one.name, one.name)) for one in units.values()),
        "villages": tuple(Option(one.code, Text(one.name, one.name), _of_village(one)) for one in villages.values()),
        "tasks": tuple(Option(code, Text(code, code)) for code in tasks),
    }
    lists.options.update(fixed)
    declared = {SECTIONS: (), **_declared(draft.known.sheets.values())}
    names = Names(dict.fromkeys((*declared, *fixed), ()))
    fixed.update((name, options) for name, options in declared.items() if options)
    opened: dict[str, list[Option]] = {name: [] for name in declared if name not in fixed}
    for row in draft.once(LISTS_SHEET, "list", "code"):
        name = names.find(row["list"])
        if name is None:
            draft.tell(LIST_UNKNOWN, row.place("list"), raw=row["list"], near=names.near(row["list"]))
        elif name in fixed:
            _add_wordings(draft, row, name, fixed[name], lists)
        elif _of_the_year(row, year):
            label = row.get("label") or row["code"]
            opened[name].append(Option(row["code"], Text(label, label), parts(row.get("words"))))
    lists.options.update((name, tuple(options)) for name, options in opened.items())
    return lists


def _of_village(village: Village) -> tuple[str, ...]:
    """A village is typed with and without the word before its name."""
    return (f"Thôn {village.name}", f"Bản {village.name}")


def _declared(sheets: Iterable[Sheet]) -> dict[str, tuple[Option, ...]]:
    """The lists that registers name: with options where they are fixed, empty where the plan fills them."""
    lists: dict[str, tuple[Option, ...]] = {}
    for sheet in sheets:
        for column in sheet.columns:
            if isinstance(column.kind, Choice):
                lists.setdefault(column.kind.list_name, column.kind.options)
    return lists


def _add_wordings(draft: Draft, row: Row, name: str, options: tuple[Option, ...], lists: Lists) -> None:
    code = Names({o.code: (o.label.vi, o.label.en, *o.aliases) for o in options}).find(row["code"])
    if code is None:
        expected = tuple(option.code for option in options[:8])
        draft.tell(
            FIXED_LIST_HAS_NO_SUCH_VALUE, row.place("code"), list=row["list"], raw=row["code"], expected=expected
        )
        return
    lists.aliases.setdefault(name, {}).update(dict.fromkeys(parts(row.get("words")), code))


def _of_the_year(row: Row, year: int) -> bool:
    since, until = row.get("since"), row.get("until")
    return (since is None or since <= date(year, 12, 31)) and (until is None or until >= date(year, 1, 1))
