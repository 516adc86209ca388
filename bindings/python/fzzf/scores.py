# SPDX-License-Identifier: Apache-2.0
"""What has a score: a node of a result, a member of a cohort."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fzzf.numbers import Interval, exact, rounded
from fzzf.owning import Fact, Part
from fzzf.words import Rounding, ScoreState


class Display:
    """How a contract shows numbers to people."""

    __slots__ = ("places", "rounding")

    def __init__(self, places: int, rounding: Rounding) -> None:
        self.places = places
        self.rounding = rounding


class Scored(Part):
    """A score: one number, or an interval from low to high, or none."""

    __slots__ = ()
    state = Fact[ScoreState](ScoreState)
    #: The score or the lower end of its interval; None: none, or open.
    low = Fact["Fraction | None"](exact, of="score")
    #: The score or the upper end of its interval.
    high = Fact["Fraction | None"](exact)

    @property
    def score(self) -> Fraction | None:
        """The score when it is one number, else None."""
        return self.low if self.state == ScoreState.EXACT else None

    @property
    def interval(self) -> Interval | None:
        """Between what ends the score is; None when there is none."""
        if self._fact("score") is None:
            return None
        return Interval(self.low, self.high)

    @property
    def rounded(self) -> Decimal | None:
        """The score as the contract shows it, or None."""
        if self.score is None:
            return None
        shown = self._display()
        return rounded(self._fact("score"), shown.places, shown.rounding)

    def _display(self) -> Display:
        raise NotImplementedError
