"""The commune's own grading drawn into `bao-cao/<year>-tu-cham-diem/`; what a person has typed there is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.excel.drawer import draw_pages
from danvan_xlsx.excel.package import Unreadable
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.report.grading import Grading, Typed, codes_in_short, grade
from danvan_xlsx.report.grading_page import grading_page
from danvan_xlsx.report.official.schemes import BadScheme, Scheme, example_text, scheme_of
from danvan_xlsx.report.periodic.read_back import DoubledCode, read_back
from danvan_xlsx.words.text import Lang, Text, number
from danvan_xlsx.workspace.reporting import DRAWN, REPORTS
from danvan_xlsx.workspace.run import Asked, Misasked, Progress, alone_in, look

#: The commune's own scheme, in the folder of the workbooks.
OWN_SCHEME = "templates/tu-cham-diem.toml"

UNREADABLE = Text(
    "Không đọc được “{file}” đã lập lần trước. Đề nghị chuyển tệp đó ra chỗ khác rồi lập lại.",
    "“{file}”, drawn before, cannot be read. Please move it away and draw anew.",
)
OPEN = Text(
    "Còn {count} nội dung xã phải tự chấm trong tệp ({codes}); chấm xong, lập lại để có tổng điểm và xếp loại.",
    "{count} points are still to be typed in the file ({codes}); draw anew for the total and the rank.",
)
GRADED = Text("Tổng điểm {total}/{most}, xếp loại: {rank}.", "{total} of {most} points: {rank}.")
EXAMPLE = Text(
    "Thang điểm là ví dụ; đề nghị đặt thang điểm cấp trên giao vào {file}.",
    "The scheme is an example; please put the one you were given into {file}.",
)


class GradingAsked(NamedTuple):
    folder: Path
    now: datetime
    as_of: date | None = None


class Graded(NamedTuple):
    """A drawn grading and its file, as a path from the folder."""

    grading: Grading
    file: str

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield DRAWN.say(lang, {"file": self.file})
        grading = self.grading
        if grading.scheme.example:
            yield EXAMPLE.say(lang, {"file": OWN_SCHEME})
        if grading.open:
            yield OPEN.say(lang, {"count": len(grading.open), "codes": codes_in_short(grading.open)})
        elif grading.total is not None and grading.rank is not None:
            told = {"total": number(grading.total), "most": grading.scheme.total, "rank": grading.rank.name}
            yield GRADED.say(lang, told)


def make_grading(asked: GradingAsked, progress: Progress) -> Graded:
    """Read, judge, grade and draw. Raises Stopped and Misasked as a check does."""
    looking = Asked(asked.folder, asked.now, as_of=asked.as_of)
    with alone_in(looking):
        scheme = _scheme(asked.folder)
        looked = look(looking, progress)
        year = looked.outcome.plan.year
        where = asked.folder / REPORTS / f"{year}-tu-cham-diem"
        path = where / f"tu-cham-diem-{year}.xlsx"
        grading = grade(looked.outcome, looked.measuring, scheme, _typed(path))
        where.mkdir(parents=True, exist_ok=True)
        name = Text(f"Tự chấm điểm năm {year}", f"Grading of {year}")
        draw_pages([grading_page(grading)], path, title=name, created=looked.outcome.as_of)
        return Graded(grading, path.relative_to(asked.folder).as_posix())


def _scheme(folder: Path) -> Scheme:
    own = folder / OWN_SCHEME
    try:
        text = own.read_text(encoding="utf-8") if own.is_file() else example_text()
        return scheme_of(text)
    except BadScheme as bad:
        raise Misasked(bad.told) from bad
    except UnicodeDecodeError as bad:
        raise Misasked(NOT_UTF8, file=OWN_SCHEME) from bad


NOT_UTF8 = Text("Tệp {file} chưa lưu dạng UTF-8.", "{file} is not saved as UTF-8.")


def _typed(path: Path) -> Typed:
    """What stands in the grading that was drawn before; nothing where there is none."""
    if not path.exists():
        return {}
    try:
        with open_workbook(path) as book:
            return read_back([book.grid(sheet) for sheet in book.sheets]).figures
    except (Unreadable, DoubledCode) as fault:
        raise Misasked(UNREADABLE, file=path.name) from fault
