"""Lịch tiếp công dân: the chairman's reception, session by session, as scheduled and as held."""

from danvan_xlsx.registers.schedule import measures, periods, rules
from danvan_xlsx.registers.schedule.sheet import CHAIRMAN, DELEGATED, HOLIDAY, POSTPONED, RECEIVERS, SCHEDULE

PLACE = 9

__all__ = [
    "CHAIRMAN",
    "DELEGATED",
    "HOLIDAY",
    "PLACE",
    "POSTPONED",
    "RECEIVERS",
    "SCHEDULE",
    "measures",
    "periods",
    "rules",
]
