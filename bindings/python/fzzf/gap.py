# SPDX-License-Identifier: Apache-2.0
"""The cheapest way to the threshold: which indicators to close."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Iterator

from fzzf.interface import _fzzf
from fzzf.numbers import exact
from fzzf.owning import Document, Fact, Part, need, view_of
from fzzf.plan import Plan
from fzzf.result import Result
from fzzf.words import Aim, Answer, choose


class Gap(Part):
    """One indicator to close."""

    __slots__ = ()
    id = Fact[str]()
    title = Fact[str]()
    #: What it brings in the deciding reading.
    gain = Fact["Fraction | None"](exact)
    effort = Fact["Fraction | None"](exact)


class _Found(Part):
    """What was found of the whole set."""

    __slots__ = ()
    reaches = Fact[Answer](Answer)
    optimal = Fact[bool](bool)
    bound = Fact["Fraction | None"](exact)
    total = Fact["Fraction | None"](exact)


class Gaps(Document):
    """A set of indicators that would reach the threshold; see gaps().

    len() and iteration give the indicators.
    """

    __slots__ = ()

    @property
    def reaches(self) -> Answer:
        """Whether the set reaches it; undetermined without a reading."""
        return self._found().reaches

    @property
    def optimal(self) -> bool:
        """Whether no better set exists."""
        return self._found().optimal

    @property
    def bound(self) -> Fraction | None:
        """What no set can go below: a number of indicators, or an effort."""
        return self._found().bound

    @property
    def total(self) -> Fraction | None:
        """The same of this set."""
        return self._found().total

    def __len__(self) -> int:
        count: int = self._found()._fact("count")
        return count

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Gap]:
        for index in range(len(self)):
            view = view_of(_fzzf.fzzf_gaps_at(self._held(), index))
            yield Gap._of(self, (index,), view)

    def to_dict(self) -> dict[str, Any]:
        """All of it for JSON: numbers are exact texts, words are texts."""
        return {
            **self._found().to_dict(),
            "gaps": [gap.to_dict() for gap in self],
        }

    def _found(self) -> _Found:
        return _Found._of(self, (), _fzzf.fzzf_gaps_describe(self._held()))

    def _told(self) -> str:
        return f"of {len(self)} indicators, reaches: {self.reaches}"


def gaps(plan: Plan, result: Result, aim: Aim | str = Aim.FEWEST) -> Gaps:
    """The best set of indicators that are not met and would reach the
    threshold together.

    With Aim.LEAST_EFFORT an indicator without effort is not proposed.
    """
    need(plan, Plan, "plan")
    need(result, Result, "result")
    number = choose(Aim, aim, "aim").number
    pointer, _ = _fzzf.fzzf_gaps_new(plan._held(), result._held(), number)
    return Gaps._take(pointer, _fzzf.fzzf_gaps_free)
