"""What staff are given to fill: the plan and the registers composed into blank workbooks, slips and a launcher."""

from danvan_xlsx.forms.books import plan_book, unit_book
from danvan_xlsx.forms.launcher import LAUNCHER_NAME, kiem_tra_cmd
from danvan_xlsx.forms.prefilled import Closing, closing_rows
from danvan_xlsx.forms.slips import village_slip, village_slips

__all__ = [
    "LAUNCHER_NAME",
    "Closing",
    "closing_rows",
    "kiem_tra_cmd",
    "plan_book",
    "unit_book",
    "village_slip",
    "village_slips",
]
