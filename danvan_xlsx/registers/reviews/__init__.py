"""Review of administrative procedures and of the commune's own documents: what was found, what was proposed to whom."""

from danvan_xlsx.registers.reviews import measures, rules
from danvan_xlsx.registers.reviews.sheet import REVIEWS

PLACE = 42

__all__ = ["PLACE", "REVIEWS", "measures", "rules"]
