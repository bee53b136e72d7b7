"""What the commune must make public: each matter, how and from when to when it was posted or read out."""

from danvan_xlsx.registers.publicity import measures, rules
from danvan_xlsx.registers.publicity.sheet import PUBLICITY

PLACE = 44

__all__ = ["PLACE", "PUBLICITY", "measures", "rules"]
