"""What a cell may hold: read it, show it, its Excel format, what people type in it and what they get wrong."""

from danvan_xlsx.words.kinds.choices import Choice, choice
from danvan_xlsx.words.kinds.days import DUE_DAY, FACT_DAY, MONTH, REFERENCE_DAY, Month, day_of, serial_of
from danvan_xlsx.words.kinds.kind import Kind, Option, Reading, Typed, as_cell, is_blank
from danvan_xlsx.words.kinds.numbers import COUNT, MONEY, NUMBER, PERCENT
from danvan_xlsx.words.kinds.texts import CODE, DOCUMENT_NUMBER, LINE, NOTE, YES_NO, YES_NO_OPTIONS

#: Every kind that needs no list, for the tables of tests and pages.
KINDS = (
    LINE,
    NOTE,
    CODE,
    COUNT,
    NUMBER,
    PERCENT,
    MONEY,
    FACT_DAY,
    DUE_DAY,
    REFERENCE_DAY,
    MONTH,
    YES_NO,
    DOCUMENT_NUMBER,
)

__all__ = [
    "CODE",
    "COUNT",
    "DOCUMENT_NUMBER",
    "DUE_DAY",
    "FACT_DAY",
    "KINDS",
    "LINE",
    "MONEY",
    "MONTH",
    "NOTE",
    "NUMBER",
    "PERCENT",
    "REFERENCE_DAY",
    "YES_NO",
    "YES_NO_OPTIONS",
    "Choice",
    "Kind",
    "Month",
    "Option",
    "Reading",
    "Typed",
    "as_cell",
    "choice",
    "day_of",
    "is_blank",
    "serial_of",
]
