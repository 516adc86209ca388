# SPDX-License-Identifier: Apache-2.0
"""Exact numbers: fractions, intervals and their rounded forms."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from fzzf.interface import _fzzf
from fzzf.words import Rounding

# Python refuses to turn more digits than some limit into a number at once.
_AT_ONCE = 600


def _whole(digits: str) -> int:
    if len(digits) <= _AT_ONCE:
        return int(digits or "0")
    half = len(digits) // 2
    right = digits[half:]
    scale: int = 10 ** len(right)
    return _whole(digits[:half]) * scale + _whole(right)


def exact(text: str | None) -> Fraction | None:
    """The number of an exact text; None for none and for an open end."""
    if text is None or text.endswith("inf"):
        return None
    sign = -1 if text.startswith("-") else 1
    above, _, below = text.lstrip("-").partition("/")
    before, _, after = above.partition(".")
    number = Fraction(_whole(before + after), 10 ** len(after))
    return sign * number / _whole(below) if below else sign * number


def rounded(text: str, places: int, rounding: Rounding) -> Decimal:
    """The number of an exact text, rounded by the library."""
    number = _fzzf.fzzf_number_parse(text)
    try:
        return Decimal(
            _fzzf.fzzf_number_format(number, places, rounding.number)
        )
    finally:
        _fzzf.fzzf_number_free(number)


class Interval(NamedTuple):
    """All numbers from low to high; None is an end that is open."""

    low: Fraction | None
    high: Fraction | None

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, (int, Fraction)):
            raise TypeError("an interval holds int and Fraction")
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )
