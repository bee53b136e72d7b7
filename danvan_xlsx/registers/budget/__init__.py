"""Money for the work with the people: items of the year's estimate, and each payment with its voucher."""

from danvan_xlsx.registers.budget import estimate, measures, payments, trainings
from danvan_xlsx.registers.budget.sheet import BUDGET, SPENDING

__all__ = ["BUDGET", "SPENDING", "estimate", "measures", "payments", "trainings"]

PLACE = 49
