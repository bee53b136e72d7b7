"""Sổ đơn thư: complaints, denunciations and proposals in writing, from the day received to the day settled."""

from danvan_xlsx.registers.petitions import complaints, consistency, denunciations, handling, lists, measures, secrecy
from danvan_xlsx.registers.petitions.sheet import PETITIONS

PLACE = 20

__all__ = [
    "PETITIONS",
    "PLACE",
    "complaints",
    "consistency",
    "denunciations",
    "handling",
    "lists",
    "measures",
    "secrecy",
]
