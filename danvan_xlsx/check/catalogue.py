"""The whole catalogue: what reading finds, what the plan finds, what the registers' rules ask."""

from __future__ import annotations

from collections.abc import Mapping

from danvan_xlsx.words.rules import CATALOGUE, Rule


def catalogue() -> Mapping[str, Rule]:
    """Every code with its rule, in order of the codes."""
    import danvan_xlsx.check.faults
    import danvan_xlsx.plan.faults  # noqa: F401 - importing enters its family
    from danvan_xlsx import registers

    registers.load()
    return dict(sorted(CATALOGUE.items()))
