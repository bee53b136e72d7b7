"""What staff fill: one module is one subject, its sheets and its measures together; `load` gathers them.

A register is added by adding one file to this folder. Its sheets are its module-level constants of type `Sheet`, in the
order in which they stand; `PLACE` is where the module's sheets come in a workbook (small first; without it, last).
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import NamedTuple

from danvan_xlsx.words.kinds import YES_NO, YES_NO_OPTIONS, Choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.rules import CATALOGUE, CONTEXT, MEASURES, Measure
from danvan_xlsx.words.text import Text, fold

#: Lists of the plan that a column may refer to, as `plan.tasks`.
PLAN_LISTS = frozenset({"plan.tasks", "plan.villages", "plan.units", "plan.periods"})

#: What Excel allows: letters of a sheet's title, of the title and the text of a hint.
TITLE_LENGTH, LABEL_LENGTH, HINT_LENGTH = 31, 32, 255
_NOT_IN_TITLES = frozenset("[]:*?/\\'")


class Registry(NamedTuple):
    """Every register: sheet code → sheet, in the order of a workbook, and what can be counted in them."""

    sheets: Mapping[str, Sheet]
    measures: Mapping[str, Measure]


@cache
def load(*extra: ModuleType) -> Registry:
    """Every register of this folder, and those of further modules.

    Raises ValueError where two declarations contradict each other: that is our mistake, never staff's.
    """
    modules = sorted((*_modules(), *extra), key=lambda module: getattr(module, "PLACE", 1000))
    # By identity: a module that imports another's sheet does not declare it again.
    found = list(
        {id(one): one for module in modules for one in vars(module).values() if isinstance(one, Sheet)}.values()
    )
    sheets = {sheet.code: sheet for sheet in found}
    faults = [*_twice(found), *_all_faults(sheets)]
    if faults:
        raise ValueError("; ".join(faults))
    measures = {code: one for code, one in MEASURES.items() if sheets.get(one.sheet.code) is one.sheet}
    return Registry(sheets, measures)


def _modules() -> Iterator[ModuleType]:
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        yield importlib.import_module(f"{__name__}.{info.name}")


def _twice(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Codes and titles that two sheets share; lists of one name with other options."""
    codes: set[str] = set()
    titles: set[str] = set()
    lists: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        if sheet.code in codes or fold(sheet.title.vi) in titles:
            yield f"sheet {sheet.code} ({sheet.title.vi}) stands twice"
        codes.add(sheet.code)
        titles.add(fold(sheet.title.vi))
        for column in sheet.columns:
            if isinstance(column.kind, Choice):
                options = tuple(option.code for option in column.kind.options)
                if lists.setdefault(column.kind.list_name, options) != options:
                    yield f"{sheet.code}.{column.code}: list {column.kind.list_name} has other options elsewhere"


def _all_faults(sheets: Mapping[str, Sheet]) -> Iterator[str]:
    reserved = CONTEXT | sheets.keys()
    for sheet in sheets.values():
        where = f"sheet {sheet.code}"
        if sheet.code in CONTEXT:
            yield f"{where}: the code is reserved"
        if len(sheet.by_code) != len(sheet.columns):
            yield f"{where}: a column code stands twice"
        yield from (f"{where}: key {code} is no column" for code in sheet.key if code not in sheet.by_code)
        yield from _title_faults(where, sheet)
        for column in sheet.columns:
            if column.code in reserved:
                yield f"{where}: column {column.code} has the name of a register or is reserved"
            yield from _column_faults(f"{sheet.code}.{column.code}", sheet, column, sheets)
    yield from _question_faults(sheets)


def _title_faults(where: str, sheet: Sheet) -> Iterator[str]:
    title = sheet.title.vi
    if not title or len(title) > TITLE_LENGTH or _NOT_IN_TITLES & set(title):
        yield f"{where}: Excel does not take the title {title}"
    yield from _not_composed(where, sheet.title, sheet.about)


def _column_faults(where: str, sheet: Sheet, column: Column, sheets: Mapping[str, Sheet]) -> Iterator[str]:
    for other in (column.at_most, column.not_before, column.required_when and column.required_when[0]):
        if other and (other not in sheet.by_code or other == column.code):
            yield f"{where}: {other} is no other column of the sheet"
    if column.required_when and column.required_when[0] in sheet.by_code:
        known = _options(sheet.by_code[column.required_when[0]])
        yield from (f"{where}: no option {code}" for code in column.required_when[1] if code not in known)
    if column.refers and not _stands(column.refers, sheets):
        yield f"{where}: {column.refers} is nowhere declared"
    if len(column.label.vi) > LABEL_LENGTH:
        yield f"{where}: the heading is longer than {LABEL_LENGTH} letters"
    if column.hint and len(column.hint.vi) > HINT_LENGTH:
        yield f"{where}: the hint is longer than {HINT_LENGTH} letters"
    labels = [option.label for option in column.kind.options] if isinstance(column.kind, Choice) else []
    hints = [column.hint] if column.hint else []
    yield from _not_composed(where, column.label, *hints, *labels)


def _options(column: Column) -> frozenset[str]:
    if isinstance(column.kind, Choice):
        return frozenset(option.code for option in column.kind.options)
    return frozenset(option.code for option in YES_NO_OPTIONS) if column.kind is YES_NO else frozenset()


def _stands(refers: str, sheets: Mapping[str, Sheet]) -> bool:
    sheet, _, column = refers.partition(".")
    return refers in PLAN_LISTS or (sheet in sheets and column in sheets[sheet].by_code)


def _not_composed(where: str, *texts: Text) -> Iterator[str]:
    for text in texts:
        if not unicodedata.is_normalized("NFC", text.vi + text.en):
            yield f"{where}: not composed (NFC): {text.vi}"


def _question_faults(sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """Sheet rules and measures that ask for a register nobody declares."""
    known = CONTEXT | sheets.keys()
    for rule in CATALOGUE.values():
        if rule.whole_sheet and rule.sheet in sheets.values():
            yield from (f"{rule.code} asks for {name}: no register" for name in rule.context if name not in known)
    for measure in MEASURES.values():
        if measure.sheet in sheets.values():
            yield from (f"{measure.code} asks for {name}: no register" for name in measure.context if name not in known)
