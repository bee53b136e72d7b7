"""Damaged workbooks by the tens of thousands: `python -m tests.bench.fuzz [--cases N] [--seed S] [--keep DIR]`.

Each is read and written into; one in a hundred also lies in a commune's folder that is checked. A traceback, a run
without end, a changed original, a file left beside it, a written file that shows other cells than before: each is told
with the case's number, and the file is kept. Prints cases, seconds, and what was refused by code.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.patcher import prepare
from danvan_xlsx.excel.reader import Workbook
from danvan_xlsx.excel.replacing import Declined, abandon, sha256_of
from tests import craft, proofs
from tests.craft_files import STRING_BOOK
from tests.folders import AS_OF, CULTURE, NOW, OFFICE, new_folder, tree
from tests.mutants import mutant
from tests.proofs import Wanted
from tests.rich_book import OWN_TITLE, WANTED, own, rich_book

#: Seconds for one case, and one case in so many that is a whole check of a folder.
_LONGEST, _CHECKS = 30, 100


@dataclass(frozen=True)
class Base:
    """A sound workbook to be damaged, and what is written into it."""

    members: Mapping[str, bytes]
    sheets: tuple[str, ...]
    whole: bytes
    wanted: Wanted
    own_title: str | None = None
    with_own: bool = False


def bases(folder: Path) -> list[Base]:
    made = []
    for there in (False, True):
        path = rich_book(folder / "so.xlsx", own_there=there)
        made.append(_base(path, WANTED, OWN_TITLE if there else None, with_own=True))
    path = folder / "nho.xlsx"
    small = craft.workbook(*(craft.data(*rows) for rows in _small()), titles=("Một", "Hai"), strings=["<t>chung</t>"])
    path.write_bytes(craft.zipped(small))
    cells = {(1, 1): "Đạt", (2, 3): 5, (9, 1): "mới", (3, 2): None}
    made += [_base(path, {"Một": cells, "Hai": {(1, 3): "Đạt", (4, 1): 7, (5, 2): "mới"}})] * 4
    path.write_bytes(craft.zipped(STRING_BOOK))
    return [*made, _base(path, {"Biểu 1": cells})]


def _small() -> list[list[str]]:
    first = [craft.row(craft.plain("A1", 1), craft.plain("C1", 0, ' t="s"'), at=1, more=' spans="1:3"')]
    first += [
        craft.row(at=2),
        craft.row('<c r="B3" t="str"><f>A1</f><v>x</v></c>', craft.inline("D3", "<t>y</t>"), at=3),
    ]
    shared = '<c r="A1"><f t="shared" ref="B1:B2" si="0">A1</f><v>1</v></c>'
    bare = craft.row(*(f"<c{more}><v>{at}</v></c>" for at, more in enumerate((' r="A6"', "", ""))), at=6)
    return [first, [craft.row(shared, "<c><v>2</v></c>"), craft.row("<c/>", at=4), bare, craft.row("<c><v>4</v></c>")]]


def _base(path: Path, wanted: Wanted, own_title: str | None = None, *, with_own: bool = False) -> Base:
    with ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    sheets = tuple(name for name in members if name.startswith("xl/worksheets/sheet"))
    return Base(members, sheets, path.read_bytes(), wanted, own_title, with_own)


# -- one case -------------------------------------------------------------------------


class Wrong(Exception):  # noqa: N818 - it is what the fuzzer looks for
    """The program did what it must never do."""


def tried(base: Base, path: Path, data: bytes) -> str:
    """What became of a damaged file: a code, `nothing to write` or `written`. Wrong, any other exception: a find."""
    path.write_bytes(data)
    try:
        outcome = _written(base, path)
    except Unreadable as fault:
        outcome = fault.code
    except Declined as declined:
        outcome = declined.code
    if path.read_bytes() != data:
        raise Wrong("the original changed")
    if left := [one.name for one in path.parent.iterdir() if one != path]:
        raise Wrong(f"left behind: {left}")
    return outcome


def _written(base: Base, path: Path) -> str:
    before = proofs.ours_sees(path)
    sheet = own() if base.with_own else None
    prepared = prepare(path, sha256_of(path), base.wanted, sheet, base.own_title)
    if prepared is None:
        return "nothing to write"
    try:
        if prepare(prepared.temp, prepared.new_sha256, base.wanted, None, None) is not None:
            raise Wrong("written again")
        after = proofs.ours_sees(prepared.temp)
        with Workbook(prepared.temp) as book:
            date1904 = book.date1904
    except Unreadable as fault:
        raise Wrong(f"what was written cannot be read: {fault.code}") from fault
    finally:
        abandon(prepared)
    ours = {base.own_title} if base.own_title else after.keys() - before.keys()
    kept = [{title: cells for title, cells in seen.items() if title not in ours} for seen in (before, after)]
    if proofs.lost_by_readers({"ours": kept[0]}, {"ours": kept[1]}, base.wanted):
        raise Wrong("another cell")
    if wrong := proofs.not_as_wanted(after, base.wanted, date1904):
        raise Wrong(f"not as wanted: {wrong}")
    return "written"


def checked(folder: Path, data: bytes) -> str:
    """A whole check of a folder with a damaged workbook: the others are written, and nothing is left behind."""
    from danvan_xlsx.workspace.run import Asked, Stopped, run

    (folder / CULTURE).write_bytes(data)
    before = tree(folder)
    try:
        report = run(Asked(folder, NOW, as_of=AS_OF), lambda *_: None)
    except Stopped as stopped:
        raise Wrong(f"one bad file stopped the check: {stopped}") from stopped
    after = tree(folder)
    state = next((one for one in report.outcome.files if one.file == CULTURE), None)
    if state is None or (not state.written and after.get(CULTURE) != before[CULTURE]):
        raise Wrong("an unasked write")
    if after[OFFICE] == before[OFFICE] or any(".~danvan" in name for name in after):
        raise Wrong("the other files were not written, or something was left behind")
    codes = {one.code for one in report.outcome.of_file(CULTURE) if one.code.startswith("BM")}
    return f"check: {state.state} {' '.join(sorted(codes))}".rstrip()


# -- all cases ------------------------------------------------------------------------


def work(seed: int, first: int, last: int, keep: str) -> tuple[Counter[str], list[str]]:
    """The cases from `first` on; each has its own chance, so that one alone can be made again."""
    counted: Counter[str] = Counter()
    found: list[str] = []
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sound = bases(folder)
        form = _base(new_folder(folder / "mau") / CULTURE, {})
        (folder / "o").mkdir()
        for number in range(first, last):
            chance = random.Random(f"{seed} {number}")
            whole = number % _CHECKS == 0
            base = form if whole else chance.choice(sound)
            kind, data = mutant(base.members, base.sheets, base.whole, chance)
            signal.signal(signal.SIGALRM, _too_long)
            signal.alarm(_LONGEST)
            try:
                if whole:
                    counted[checked(new_folder(folder / "xa" / str(number)), data)] += 1
                else:
                    counted[f"{kind}: {tried(base, folder / 'o' / 'so.xlsx', data)}"] += 1
            except Exception as fault:
                counted["WRONG"] += 1
                where = f"{type(fault).__name__} {str(fault)[:80]}"
                if where not in seen:
                    seen.add(where)
                    Path(keep, f"{seed}-{number}.xlsx").write_bytes(data)
                    found.append(f"case {number} ({kind}): {''.join(traceback.format_exception(fault)[-5:])}")
                for one in (folder / "o").iterdir():
                    one.unlink()
            finally:
                signal.alarm(0)
    return counted, found


def _worked(job: tuple[int, int, int, str]) -> tuple[Counter[str], list[str]]:
    return work(*job)


def _too_long(*_: object) -> None:
    raise Wrong(f"no end after {_LONGEST} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--keep", default=tempfile.gettempdir(), help="where files with a find are kept")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    asked = parser.parse_args()
    Path(asked.keep).mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    step = 500
    jobs = [(asked.seed, at, min(at + step, asked.cases), asked.keep) for at in range(0, asked.cases, step)]
    counted: Counter[str] = Counter()
    with multiprocessing.Pool(asked.workers) as pool:
        for part, found in pool.imap_unordered(_worked, jobs):
            counted += part
            for one in found:
                print(one, flush=True)
    print(f"{sum(counted.values()):,} cases, {time.perf_counter() - begin:.0f} s, {counted['WRONG']} wrong")
    for outcome, count in sorted(counted.items(), key=lambda one: -one[1]):
        print(f"{count:8,}  {outcome}")
    return 1 if counted["WRONG"] else 0


if __name__ == "__main__":
    sys.exit(main())
