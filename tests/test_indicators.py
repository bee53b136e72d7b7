"""When an indicator is met, how far it has come, and on which day the evidence met it."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.check.measuring import Counted
from danvan_xlsx.plan import terms
from danvan_xlsx.plan.plan import Indicator
from danvan_xlsx.plan.status import Status, judge_indicator
from danvan_xlsx.plan.windows import windows
from danvan_xlsx.words.kinds import Month
from tests.standing import (
    AS_OF,
    HALF_MET,
    MET,
    QUARTERS,
    day,
    figures,
    indicator,
    judged,
    state,
    status,
)


@pytest.mark.parametrize(
    ("one", "days", "as_of", "met", "progress", "met_on"),
    [
        (indicator(), "05/03 10/06 01/07", AS_OF, True, 100, "10/06"),
        (indicator(), "05/03", AS_OF, False, 50, ""),
        (indicator(comparison=terms.AT_MOST), "05/03", AS_OF, False, 0, ""),
        (indicator(comparison=terms.AT_MOST), "05/03", day("31/12"), True, 100, ""),
        (indicator(comparison=terms.EQUALS), "05/03 06/03", AS_OF, False, 0, ""),
        (indicator(comparison=terms.EQUALS), "05/03 06/03", day("31/12"), True, 100, "06/03"),
        (indicator(comparison=terms.EQUALS), "05/03 06/03 07/03", day("31/12"), False, 0, ""),
        (QUARTERS, "05/03 10/06", AS_OF, False, 200 / 3, ""),
        (QUARTERS, "05/03 10/06 20/09", AS_OF, True, 100, "20/09"),
        (QUARTERS, "05/02", day("10/03"), True, 100, "05/02"),
        (QUARTERS, "", day("10/03"), False, 0, ""),
        (indicator(terms.QUARTER, 0, terms.AT_MOST), "", day("10/03"), False, 0, ""),
        (indicator(terms.QUARTER, 0, terms.AT_MOST), "", day("31/03"), True, 100, ""),
        (indicator(terms.TO_DATE, 4), "05/03 10/06 20/09", AS_OF, False, 75, ""),
        (indicator(terms.TO_DATE, 3), "05/03 10/06 20/09", AS_OF, True, 100, "20/09"),
        (indicator(terms.TO_DATE, 0, terms.AT_MOST), "", AS_OF, True, 100, ""),
    ],
)
def test_an_indicator_is_met_by_its_periods(
    one: Indicator, days: str, as_of: date, met: bool, progress: float, met_on: str
) -> None:
    found = judged(one, days, as_of)
    expected = (met, pytest.approx(progress), day(met_on) if met_on else None)
    assert (found.met, found.progress, found.met_on) == expected
    assert found.latest is not None and found.latest.window == windows(one.window, 2022, as_of)[-1]


def test_a_share_is_in_per_cent_and_compared_exactly() -> None:
    one = indicator(terms.TO_DATE, 50, of="all")
    assert judged(one, "05/03 06/03", whole="05/03 06/03 07/03 08/03").met
    less = judged(one, "05/03", whole="05/03 06/03 07/03")
    assert less.latest is not None and less.latest.actual == pytest.approx(33.333, abs=0.001)
    assert (less.met, less.unmet, less.progress) == (False, True, pytest.approx(66.667, abs=0.001))


def test_a_share_over_nothing_neither_meets_nor_blocks() -> None:
    idle = judged(indicator(terms.TO_DATE, 100, of="all"), "", whole="")
    assert idle.latest is not None and (idle.latest.actual, idle.latest.met) == (None, None)
    assert (idle.met, idle.idle, idle.unmet) == (False, True, False)
    assert (status(idle, MET), state(idle, HALF_MET).progress) == (Status.DONE, 50)
    assert status(idle) is Status.NOT_DUE
    quarters = judged(indicator(terms.QUARTER, 100, of="all"), "05/03 20/09", whole="05/03 20/09")
    assert (quarters.met, [one.met for one in quarters.measured]) == (True, [True, None, True, None])


def test_a_month_counts_as_evidence_on_its_last_day_and_rows_left_out_are_told() -> None:
    one = indicator(target=1)
    (span,) = windows(one.window, 2022, AS_OF)
    found = judge_indicator(one, {span: Counted(1.0, figures("01/02", Month(2)), 3)}, None, "day")
    assert (found.met_on, found.measured[0].left_out) == (day("28/02"), 3)
    share = one._replace(of="all")
    both = judge_indicator(share, {span: Counted(1.0, (), 3)}, {span: Counted(2.0, (), 4)}, "day")
    assert both.measured[0].left_out == 7
    undated = judge_indicator(one, {span: Counted(1.0, figures("01/02"), 0)}, None, None)
    assert (undated.met, undated.met_on) == (True, None)
