"""An indicator judged: what was counted in each period against the target, how far it has come, and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from danvan_xlsx.plan.plan import Indicator
from danvan_xlsx.plan.terms import AT_LEAST, AT_MOST
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.words.kinds import Month
from danvan_xlsx.words.rules import Figure


class Counted(Protocol):
    """A measure in one period, as it is handed in: the sum, the figures behind it, how many rows were left out."""

    @property
    def amount(self) -> float: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def left_out(self) -> int: ...


class Measured(NamedTuple):
    """An indicator in one period. actual: a count, or a share in per cent; None for a share over nothing.

    met: whether the figure as it stands satisfies the comparison; None where there is no figure.
    figures: what was counted (of a share, its numerator). left_out: unreadable rows, of both parts.
    """

    window: Window
    actual: float | None
    numerator: float
    denominator: float | None
    met: bool | None
    figures: tuple[Figure, ...]
    left_out: int


class IndicatorState(NamedTuple):
    """How an indicator stands. met: in every period that is asked, and at least one of them has a figure.

    latest: the last period begun. progress: 0–100. met_on: the day of the evidence that met it, where one did.
    """

    indicator: Indicator
    measured: tuple[Measured, ...]
    met: bool
    latest: Measured | None
    progress: float
    met_on: date | None

    @property
    def asked(self) -> tuple[Measured, ...]:
        """The periods that decide: those ended; while none has, the running one."""
        return _asked(self.measured)

    @property
    def idle(self) -> bool:
        """Nothing to judge: every period asked is a share over nothing, and no unreadable row hides what it is over."""
        return all(one.met is None and not one.left_out for one in self.asked)

    @property
    def unmet(self) -> bool:
        """A period has ended without the target."""
        return any(one.window.ended and one.met is False for one in self.measured)


def judge_indicator(
    indicator: Indicator,
    numerators: Mapping[Window, Counted],
    denominators: Mapping[Window, Counted] | None = None,
    on: str | None = None,
) -> IndicatorState:
    """An indicator from what was counted in each period, in order of time.

    denominators: for a share, of the same periods. on: the column whose day or month dates a figure of the numerator.
    """
    measured = tuple(
        _measure(indicator, window, counted, denominators[window] if denominators is not None else None)
        for window, counted in numerators.items()
    )
    met = _is_met(indicator, measured)
    return IndicatorState(
        indicator=indicator,
        measured=measured,
        met=met,
        latest=measured[-1] if measured else None,
        progress=100.0 if met else _progress(indicator, measured),
        met_on=_met_on(indicator, measured, on) if met else None,
    )


def _measure(indicator: Indicator, window: Window, part: Counted, whole: Counted | None) -> Measured:
    denominator = None if whole is None else whole.amount
    actual: float | None = part.amount
    if denominator is not None:
        actual = 100 * part.amount / denominator if denominator else None
    left_out = part.left_out + (whole.left_out if whole else 0)
    met = None if actual is None else _satisfies(indicator, actual)
    return Measured(window, actual, part.amount, denominator, met, part.figures, left_out)


#: Sums and shares of floats miss a whole number by a hair.
_HAIR = 1e-9


def _satisfies(indicator: Indicator, actual: float) -> bool:
    difference = actual - indicator.target
    if indicator.comparison == AT_LEAST:
        return difference >= -_HAIR
    if indicator.comparison == AT_MOST:
        return difference <= _HAIR
    return abs(difference) <= _HAIR


def _asked(measured: tuple[Measured, ...]) -> tuple[Measured, ...]:
    return tuple(one for one in measured if one.window.ended) or measured[-1:]


def _is_met(indicator: Indicator, measured: tuple[Measured, ...]) -> bool:
    asked = _asked(measured)
    # “At most” and “equal” may still be lost while the period runs; “at least” is won once and for all.
    if asked and not asked[0].window.ended and indicator.comparison != AT_LEAST:
        return False
    return any(one.met for one in asked) and not any(one.met is False for one in asked)


def _progress(indicator: Indicator, measured: tuple[Measured, ...]) -> float:
    """For an indicator that is not met: how far it has come, 0–100."""
    if indicator.window.code not in ("year", "to_date"):
        ended = [one for one in measured if one.window.ended and one.met is not None]
        return 100 * sum(one.met is True for one in ended) / len(ended) if ended else 0.0
    actual = measured[-1].actual if measured else None
    if indicator.comparison != AT_LEAST or actual is None or indicator.target <= 0:
        return 0.0
    return max(0.0, min(100.0, 100 * actual / indicator.target))


def _met_on(indicator: Indicator, measured: tuple[Measured, ...], on: str | None) -> date | None:
    """The latest of the days on which the asked periods were met; None where no dated row did it."""
    days = [_reached(indicator, one, on) for one in _asked(measured) if one.met]
    return max((day for day in days if day), default=None)


def _reached(indicator: Indicator, measured: Measured, on: str | None) -> date | None:
    # That nothing happened is no act that could be done in time or late.
    if on is None or indicator.comparison == AT_MOST:
        return None
    dated = sorted(
        ((day, figure.amount) for figure in measured.figures if (day := _day(figure, on, measured.window))),
        key=lambda one: one[0],
    )
    if indicator.comparison == AT_LEAST and measured.denominator is None:
        total = 0.0
        for day, amount in dated:
            total += amount
            if total >= indicator.target - _HAIR:
                return day
    return dated[-1][0] if dated else None


def _day(figure: Figure, on: str, window: Window) -> date | None:
    value = figure.row.get(on)
    if isinstance(value, Month):
        year = value.year or window.since.year
        following = date(year, value.number, 28) + timedelta(days=4)
        return min(following - timedelta(days=following.day), window.until)
    return value if isinstance(value, date) else None


def unshown(indicators: Sequence[IndicatorState]) -> Measured | None:
    """The first asked period of an unmet indicator in which no row was counted: what a declared task fails to show."""
    for state in indicators:
        if not state.met:
            for one in state.asked:
                if one.met is False and not one.figures:
                    return one
    return None
