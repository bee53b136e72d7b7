"""Writing into other people's workbooks: `python -m tests.bench.corpus DIR [--soffice N]` proves that nothing is lost.

DIR holds one folder for each project whose test files were collected, or files alone. Into every sheet of every
.xlsx and .xlsm a column right of everything is written as if it were ours, twice with other values, then our own sheet
is added. After each writing: untouched parts have the same bytes, other cells the same XML, openpyxl, calamine and our
reader see the same values elsewhere; a further writing of the same does nothing. The files in DIR stay as they are.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tests.bench.office import opened_by_office
from tests.bench.one_book import Told, tried_alone

#: Seconds for one file.
_LONGEST = 120

# -- all files ------------------------------------------------------------------------


def tried_apart(files: Iterable[Path], workers: int, keep: Path) -> Iterator[Told]:
    """Each file in a process of its own: some abort the reader they are given to, some never end."""
    context = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
    if sys.platform != "win32":
        context.set_forkserver_preload(["tests.bench.one_book", "openpyxl", "python_calamine"])
    waiting, running = iter(files), dict[Connection, tuple[multiprocessing.Process, Path, float]]()
    while True:
        while len(running) < workers and (file := next(waiting, None)):
            mine, theirs = context.Pipe(duplex=False)
            process = context.Process(target=tried_alone, args=(file, keep, theirs), daemon=True)
            process.start()
            theirs.close()
            running[mine] = (process, file, time.monotonic() + _LONGEST)
        if not running:
            return
        ended = wait(list(running), timeout=1)
        for end, (process, file, until) in list(running.items()):
            if end in ended:
                del running[end]
                yield _received(end, file)
                process.join()
            elif time.monotonic() > until:
                process.kill()
                del running[end]
                yield Told(file, reason=f"no end after {_LONGEST} s")


def _received(end: Connection, file: Path) -> Told:
    try:
        told: Told = end.recv()
        return told
    except EOFError:
        return Told(file, reason="the process died")


# -- told -----------------------------------------------------------------------------

_HEAD = ("project", "files", "readable", "editable", "written", "share", "declined", "parts", "losses", "died")


def table(all_told: list[Told]) -> Iterator[str]:
    projects = sorted({one.file.parent.name for one in all_told})
    rows = [_row(name, [one for one in all_told if one.file.parent.name == name]) for name in projects]
    rows.append(_row("all", all_told))
    for row in (_HEAD, *rows):
        yield f"{row[0]:28}" + "".join(f"{cell:>10}" for cell in row[1:])


def _row(name: str, told: list[Told]) -> tuple[str, ...]:
    states = Counter(one.state for one in told)
    editable = states["written"] + states["declined"]
    share = f"{100 * states['written'] / editable:.1f} %" if editable else ""
    figures = (len(told), editable + states["no free column"], editable, states["written"])
    rest = (states["declined"], sum(one.parts for one in told), sum(map(len, (one.losses for one in told))))
    return (name, *map(str, figures), share, *map(str, rest), str(states["died"]))


def reasons(all_told: list[Told]) -> Iterator[str]:
    for state in ("declined", "unreadable"):
        counted = Counter(one.reason for one in all_told if one.state == state)
        yield from (f"{state}: {count:5} {reason}" for reason, count in counted.most_common())
    unread = Counter(name for one in all_told if one.state == "written" for name in one.unread)
    yield from (f"written, though {name} cannot read the file before or after: {unread[name]}" for name in unread)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--soffice", type=int, default=0, metavar="N", help="let LibreOffice open N of those written")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--verbose", action="store_true", help="name every file declined")
    asked = parser.parse_args()
    files = sorted(one for one in asked.folder.rglob("*") if one.suffix.lower() in (".xlsx", ".xlsm"))
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as keep:
        all_told = list(tried_apart(files, asked.workers, Path(keep)))
        for line in (*table(all_told), "", *reasons(all_told)):
            print(line)
        for one in all_told:
            for what in (*one.losses, *([one.reason] if one.state == "died" else [])):
                print(f"{one.file}: {what}")
            if asked.verbose and one.state in ("declined", "unreadable"):
                print(f"{one.file}: {one.state} {one.reason}")
        slowest = max(all_told, key=lambda one: one.seconds)
        print(f"\n{time.perf_counter() - begin:.0f} s; slowest {slowest.seconds:.1f} s: {slowest.file.name}")
        if asked.soffice:
            written = [Path(keep) / one.file.parent.name / one.file.name for one in all_told if one.state == "written"]
            print(opened_by_office(written, asked.soffice, asked.folder))


if __name__ == "__main__":
    main()
