"""Every copy in `nhan-ve` is known by what is inside, compared, and filed, or left with a sentence why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.check.outcome import FileState, Received
from danvan_xlsx.excel.replacing import Declined, open_elsewhere, sha256_of
from danvan_xlsx.forms.books import ascii_name
from danvan_xlsx.plan.plan import Plan
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.frame import UNIT_BOOK
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.rules import found, key
from danvan_xlsx.words.text import Text
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.comparing import Difference, content_of, differences
from danvan_xlsx.workspace.copies import advised, explained
from danvan_xlsx.workspace.filing import place_for_the_old, take_in
from danvan_xlsx.workspace.folder import OTHER, READ, Found, free, name_in, saved_at
from danvan_xlsx.workspace.identify import Candidate, identify, sort_out
from danvan_xlsx.workspace.keeping import Keeping
from danvan_xlsx.workspace.reading import Forms, read_unit, saved_in_words
from danvan_xlsx.workspace.writing import told


@dataclass
class Desk:
    """Where copies come in: what is known of the folder, and what became of each copy.

    candidates: the workbooks of the folder; one that a copy replaces is replaced there too. keeping: None while
    nothing may be written: then copies wait.
    """

    folder: Path
    plan: Plan
    forms: Forms
    previous: runs.Run | None
    candidates: list[Candidate]
    keeping: Keeping | None
    received: list[Received] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def filed(self) -> frozenset[str]:
        """Units whose workbook is a copy that was filed now."""
        return frozenset(one.unit for one in self.received if one.state == "filed" and one.unit)


def looked_into(files: Iterable[Found]) -> list[Candidate]:
    """Every file that may be a workbook, by its name or its first letters; a film is not read to the end."""
    return [identify([one])[0] if _may_be_a_workbook(one.path) else _no_workbook(one) for one in files]


def _may_be_a_workbook(path: Path) -> bool:
    if path.suffix.lower() in READ | OTHER or path.is_dir():
        return True
    with suppress(OSError), path.open("rb") as file:
        return file.read(4) == b"PK\3\4"
    return False


def _no_workbook(one: Found) -> Candidate:
    return Candidate(one, FileState(one.name, state="not_ours", saved=saved_at(one.path)))


def receive(desk: Desk, arrivals: Sequence[Candidate]) -> None:
    """File each copy or say why not; several of one unit are all left."""
    sort_out([one for one in arrivals if one.state.state != "not_ours"], desk.plan, desk.forms.every())
    by_unit: dict[str, list[Candidate]] = {}
    for one in arrivals:
        fault = _refused(one)
        if fault is not None:
            _leave(desk, one, fault)
        elif one.state.unit is not None:
            by_unit.setdefault(one.state.unit, []).append(one)
    for unit, copies in by_unit.items():
        _of_unit(desk, unit, copies)
    desk.received.sort(key=lambda one: one.file)
    desk.candidates.sort(key=lambda one: one.found.name)


def _refused(one: Candidate) -> Finding | None:
    """Why a file is no copy of a unit's workbook."""
    named = one.found.path.suffix.lower() in READ | OTHER
    if one.fault is not None and (named or one.kind == UNIT_BOOK):
        return one.fault
    return None if one.state.unit is not None and one.fault is None else found("BM45", Place(one.found.name))


def _leave(desk: Desk, one: Candidate, fault: Finding, compared: Received | None = None) -> None:
    base = compared or Received(one.found.name, "left", one.state.unit, saved=one.state.saved)
    desk.received.append(base._replace(state="left", code=fault.code))
    desk.findings.append(fault)


# -- one unit ------------------------------------------------------------------------


def _of_unit(desk: Desk, unit: str, copies: list[Candidate]) -> None:
    masters = [one for one in desk.candidates if one.state.unit == unit]
    news = _with_news(desk, unit, copies, masters)
    read = [(one, book) for one in news if (book := _read(desk, one, unit)) is not None]
    for one in news:
        if one.fault is not None:
            _leave(desk, one, one.fault)
    if len(read) > 1 or (read and len(masters) > 1):
        _several(desk, unit, [one for one, _ in read], masters)
    elif read:
        _Comparison(desk, *read[0], masters[0] if masters else None).settle()


def _read(desk: Desk, one: Candidate, unit: str) -> BookRead | None:
    return read_unit(one, unit, desk.forms.sheets(unit))


def _with_news(desk: Desk, unit: str, copies: Iterable[Candidate], masters: Sequence[Candidate]) -> list[Candidate]:
    """Without those whose every byte is here already: they are taken away, and that is said."""
    seen = desk.previous.seen.get(unit) if desk.previous else None
    known = {one.state.sha256: one.found.name for one in masters}
    if seen and seen.origin and seen.sha256 in known:
        known[seen.origin] = known[seen.sha256]  # the same message loaded again; since then only we have written
    news: list[Candidate] = []
    for one in copies:
        same = known.get(one.state.sha256)
        if same is None:
            known[one.state.sha256] = one.found.name
            news.append(one)
            continue
        if desk.keeping is not None:
            _take_away(one)
        desk.received.append(Received(one.found.name, "same", unit, into=same, saved=one.state.saved))
    return news


def _take_away(one: Candidate) -> None:
    path = one.found.path
    if open_elsewhere(path) is None and sha256_of(path) == one.state.sha256:
        with suppress(OSError):
            path.unlink()


def _several(desk: Desk, unit: str, copies: Sequence[Candidate], masters: Sequence[Candidate]) -> None:
    """None is taken; each is named with the time it was saved and its rows."""
    beside = masters if len(masters) > 1 else ()
    for one in beside:
        if one.fault is None:
            _read(desk, one, unit)
    files = [*copies, *beside]
    fault = found(
        "BM47",
        Place(copies[0].found.name),
        unit=desk.plan.unit_name(unit),
        count=len(files),
        copies=tuple(_in_words(one) for one in files),
    )
    for one in copies:
        desk.received.append(
            Received(
                one.found.name, "left", unit, code=fault.code, saved=one.state.saved, rows=sum(one.state.rows.values())
            )
        )
    desk.findings.append(fault)


_FILE = Text("“{file}” (lưu {saved}: {rows} dòng)", "“{file}” (saved {saved}: {rows} rows)")


def _in_words(one: Candidate) -> Text:
    values = {"file": one.found.name, "saved": saved_in_words(one), "rows": sum(one.state.rows.values())}
    return Text(_FILE.say("vi", values), _FILE.say("en", values))


# -- one copy ------------------------------------------------------------------------


class _Comparison:
    """A copy held against the workbook it would replace, and against what the last check knew of it."""

    def __init__(self, desk: Desk, copy: Candidate, book: BookRead, master: Candidate | None) -> None:
        self.desk, self.copy, self.book, self.master = desk, copy, book, master
        self.seen = desk.previous.seen.get(book.unit) if desk.previous else None
        self.into = master.found if master else self._place()
        readable = master is not None and master.fault is None
        self.old = _read(desk, master, book.unit) if master is not None and readable else None
        self.rows = self._rows()

    def settle(self) -> None:
        fault = self._out_of_place() or self._clash()
        told_of = [fault] if fault is not None else self._lost()
        if told_of:
            # Rows may be gone of several registers: each is a finding, the copy is one.
            _leave(self.desk, self.copy, told_of[0], self._result())
            self.desk.findings.extend(told_of[1:])
        elif self.desk.keeping is None:
            self.desk.received.append(self._result())
        else:
            self._file(self.desk.keeping)

    def _result(self) -> Received:
        compared = self.old is not None
        return Received(
            file=self.copy.found.name,
            state="waiting",
            unit=self.book.unit,
            into=self.into.name,
            saved=self.copy.state.saved,
            rows=sum(self.book.rows.values()),
            rows_before=sum(self.old.rows.values()) if self.old is not None else None,
            gone=sum(one.gone for one in self.rows) if compared else None,
            added=sum(one.added for one in self.rows) if compared else None,
            changed=sum(one.changed for one in self.rows) if compared else None,
        )

    # -- where it belongs ------------------------------------------------------------

    def _place(self) -> Found:
        """Where the unit's workbook was at the last check, else what its form is called."""
        answer = self.desk.previous.answer if self.desk.previous else {}
        before = next((one["file"] for one in answer.get("files", ()) if one["unit"] == self.book.unit), None)
        suffix = _suffix(self.copy)
        path = self.desk.folder / (before or f"{ascii_name(self.book.unit)}{suffix}")
        if path.suffix.lower() != suffix or not path.parent.is_dir():
            path = self.desk.folder / f"{ascii_name(self.book.unit)}{suffix}"
        return Found(path, name_in(self.desk.folder, path))

    def _out_of_place(self) -> Finding | None:
        """A name that another file has, or that does not fit the copy's format."""
        path = self.into.path
        if _suffix(self.copy) != path.suffix.lower() or (self.master is None and free(path) != path):
            return found("BM51", Place(self.copy.found.name), into=self.into.name)
        return None

    # -- which is newer --------------------------------------------------------------

    def _clash(self) -> Finding | None:
        """What was typed in the workbook here and not in the copy: the copy is older, or both were changed.

        A stamp alone does not tell: it also rises where only days pass. So what stood in the workbook under the
        copy's stamp is looked up: where that is still what stands in it, the copy can only be newer.
        """
        seen = self.seen or runs.Seen(0, {}, "", "")
        mine = content_of(self.old) if self.old is not None else seen.content
        theirs, stamp = content_of(self.book), self.copy.state.stamp
        versions = _versions(seen)
        order, then = [content for _, content in versions], {content for number, content in versions if number == stamp}
        if not mine:
            return self._stamped_older(seen)
        if mine == theirs or then == {mine} or self._is_older_still(mine, theirs, order):
            return None
        if theirs in order:
            return self._older(seen)
        if seen.origin and mine == seen.content:
            return None  # nothing was typed in it since the unit's last copy: this is its next
        if self.old is not None and not any(one.gone or one.changed for one in self.rows):
            return None
        # Before its first check every copy has the stamp 0: that alone makes none the older one.
        never_checked = self.book.own_title is not None and not stamp
        if self.old is None or (not never_checked and not then and stamp != max(self._stamp, seen.stamp)):
            return self._stamped_older(seen)
        # A copy with nothing of its own was not changed: it lacks rows, and that is what is told.
        return None if not self._only_here and self._lost() else self._both()

    @property
    def _only_here(self) -> int:
        """Rows that stand in the copy alone."""
        return sum(one.added + one.changed for one in self.rows)

    def _is_older_still(self, mine: str, theirs: str, order: Sequence[str]) -> bool:
        """What is here is itself a version of long ago, and the copy a later one."""
        if self.old is None or mine not in order:
            return False
        return self._stamp < self.copy.state.stamp or theirs in order[order.index(mine) + 1 :]

    @property
    def _stamp(self) -> int:
        return self.master.state.stamp if self.master else 0

    def _stamped_older(self, seen: runs.Seen) -> Finding | None:
        # Without our sheet there is no stamp: staff deleted it.
        older = self.book.own_title is not None and self.copy.state.stamp < max(self._stamp, seen.stamp)
        return self._older(seen) if older else None

    def _older(self, seen: runs.Seen) -> Finding:
        rows = self.old.rows if self.old is not None else seen.rows
        return found(
            "BM48",
            Place(self.copy.found.name),
            stamp=self.copy.state.stamp,
            rows=sum(self.book.rows.values()),
            into=self.into.name,
            last=max(self._stamp, seen.stamp),
            last_rows=sum(rows.values()),
        )

    def _both(self) -> Finding:
        assert self.old is not None
        assert self.master is not None
        return found(
            "BM49",
            Place(self.copy.found.name),
            saved=saved_in_words(self.copy),
            rows=sum(self.book.rows.values()),
            into=self.into.name,
            other_saved=saved_in_words(self.master),
            other_rows=sum(self.old.rows.values()),
            only=self._only_here,
            other_only=sum(one.gone + one.changed for one in self.rows),
        )

    # -- rows that are gone ----------------------------------------------------------

    def _rows(self) -> list[Difference]:
        if self.old is not None:
            return differences(self.old, self.book)
        if self.seen is None:
            return []
        now = self.book.rows
        sheets = {sheet.code: sheet for sheet in self.desk.forms.sheets(self.book.unit)}
        return [
            Difference(sheets[code], last, now.get(code, 0), max(0, last - now.get(code, 0)))
            for code, last in self.seen.rows.items()
            if code in sheets
        ]

    def _lost(self) -> list[Finding]:
        """A finding for each register that lacks rows without a word in *Chốt số liệu*."""
        told_why = explained(self.book)
        titles = {one.placed.sheet.code: one.placed.title for one in self.book.sheets}
        lost = []
        for one in self.rows:
            title = titles.get(one.sheet.code, one.sheet.title.vi)
            may_go = advised(self.desk.previous, self.into.name, title)
            if one.gone > may_go and key(one.sheet.title.vi) not in told_why:
                place = Place(self.copy.found.name)
                values = {"register": one.sheet.title, "gone": one.gone, "rows_before": one.before}
                lost.append(found("BM46", place, **values))
        return lost

    # -- the filing ------------------------------------------------------------------

    def _file(self, keeping: Keeping) -> None:
        folder, path, sha256 = self.desk.folder, self.into.path, self.copy.state.sha256
        before = (self.master.state.sha256 or sha256_of(path)) if self.master else ""
        kept = place_for_the_old(folder, path, keeping.number) if self.master else None
        kept_name = name_in(folder, kept) if kept else ""
        left = runs.Left(self.into.name, self.book.unit, sha256, before, kept_name, self.copy.found.name)
        keeping.before([left])
        try:
            take_in(self.copy.found.path, sha256, path, before, kept)
        except Declined as declined:
            _leave(self.desk, self.copy, self._not_filed(declined), self._result())
            return
        keeping.left.append(left)
        keeping.origins[self.book.unit] = sha256
        self._renew()
        self.desk.received.append(self._result()._replace(state="filed", kept=kept_name or None))

    def _not_filed(self, declined: Declined) -> Finding:
        place = Place(self.copy.found.name)
        if declined.code == "BM10":
            return found("BM50", place, **{"open": self.into.path.name, **told(declined)})
        return found("BM51", place, into=self.into.name)

    def _renew(self) -> None:
        """The workbook of the folder is now the copy."""
        renewed = identify([self.into])
        sort_out(renewed, self.desk.plan, self.desk.forms.every())
        others = [one for one in self.desk.candidates if one is not self.master]
        self.desk.candidates[:] = [*others, *renewed]


def _suffix(one: Candidate) -> str:
    """The ending that a workbook's name should have, by what it is; `.xlsm` is told from `.xlsx` by its name alone."""
    suffix = one.found.path.suffix.lower()
    if one.older:
        return f".{one.older}"
    return suffix if suffix in READ else ".xlsx"


def _versions(seen: runs.Seen) -> list[tuple[int, str]]:
    parts = (one.partition(":") for one in seen.versions)
    return [(int(stamp), content) for stamp, _, content in parts if stamp.isdigit()]
