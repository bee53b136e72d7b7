"""The record of a run under way: begun before the first file is touched, saved before each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from danvan_xlsx.check.commune import BookRead
from danvan_xlsx.workspace import runs
from danvan_xlsx.workspace.comparing import content_of
from danvan_xlsx.workspace.identify import Candidate
from danvan_xlsx.workspace.writing import next_number

#: How many versions of a workbook are remembered: what came years ago comes no more.
_VERSIONS = 100


class Keeping:
    """What the run that works now has done; `left` are the files as it has left them so far.

    origins: unit → sha256 of the copy that was filed as its workbook in this run.
    """

    def __init__(self, folder: Path, now: datetime, as_of: date, previous: runs.Run | None) -> None:
        self.folder = folder
        self.number = next_number(folder)
        self.left: list[runs.Left] = []
        self.origins: dict[str, str] = {}
        self._begun = runs.Run(
            number=self.number,
            as_of=as_of.isoformat(),
            started=now.isoformat(timespec="seconds"),
            answer={},
            seen=dict(previous.seen) if previous else {},
            finished=False,
        )

    def before(self, more: Sequence[runs.Left]) -> None:
        """Keep how files will be left, before they are touched."""
        runs.save(self.folder, replace(self._begun, left=(*self.left, *more)))

    def finish(
        self, answer: Mapping[str, Any], written: Iterable[runs.Left], books: Iterable[tuple[Candidate, BookRead]]
    ) -> None:
        """books: those of which the next run shall know how they were seen."""
        seen = dict(self._begun.seen)
        seen.update((book.unit, self._seen(one, book)) for one, book in books)
        done = replace(self._begun, answer=dict(answer), left=(*self.left, *written), seen=seen, finished=True)
        runs.save(self.folder, done)

    def _seen(self, one: Candidate, book: BookRead) -> runs.Seen:
        state, before = one.state, self._begun.seen.get(book.unit)
        versions = list(before.versions) if before else []
        content = content_of(book)
        version = f"{state.stamp}:{content}"
        origin = before.origin if before and before.content == content else ""
        if version not in versions[-1:]:
            versions = [*(one for one in versions if one != version), version][-_VERSIONS:]
        return runs.Seen(
            stamp=state.stamp,
            rows=dict(state.rows),
            sha256=state.sha256,
            saved=state.saved.isoformat() if state.saved else "",
            versions=versions,
            origin=self.origins.get(book.unit, origin),
        )
