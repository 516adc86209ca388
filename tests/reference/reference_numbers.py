# SPDX-License-Identifier: Apache-2.0
"""Exact values of the reference: intervals of fractions, and choices.

A Num is a set of numbers given by its two ends.  An irrational number is a
Num too: a "thin" one, whose ends enclose a single number.
"""

import math
from fractions import Fraction

INF = float("inf")
ROOT_SCALE = 10 ** 80

NO_VALUE = "no-value"
NOT_APPLICABLE = "not-applicable"
REFUSED = "refused"
STOPPED = "stopped"
NOT_COMPUTABLE = "not-computable"


class Spread(Exception):
    """What a formula gives when it gives no value at all."""

    def __init__(self, kind):
        super().__init__(kind)
        self.kind = kind
        self.perhaps = False    # what is open decides whether it is so
        self.notes = set()      # what absent was read that decides it


class Unsettled(Exception):
    """Two irrational numbers lie too near to each other to be compared."""


class Num:
    """The numbers from lo to hi; each end may be open; thin: only one."""

    __slots__ = ("lo", "hi", "lo_open", "hi_open", "thin", "maybe")

    def __init__(self, lo, hi, lo_open=False, hi_open=False, thin=False,
                 maybe=False):
        self.lo = lo
        self.hi = hi
        self.lo_open = lo_open and lo != hi
        self.hi_open = hi_open and lo != hi
        self.thin = thin and lo != hi
        self.maybe = maybe      # it may also have no value

    def __repr__(self):
        return "Num(%s, %s)" % (self.lo, self.hi)

    @property
    def exact(self):
        return self.lo is self.hi or self.lo == self.hi

    @property
    def single(self):
        return self.thin or self.exact


class Choice:
    """A truth or a text that is one of the options."""

    __slots__ = ("options", "maybe")

    def __init__(self, options, maybe=False):
        self.options = frozenset(options)
        self.maybe = maybe

    def __repr__(self):
        return "Choice(%s)" % sorted(map(str, self.options))


def point(x):
    x = Fraction(x)
    return Num(x, x)


ZERO = point(0)
ANY = Num(-INF, INF)
YES = Choice([True])
NO = Choice([False])
UNKNOWN = Choice([True, False])


def end_add(a, b):
    if isinstance(a, float):
        return a
    return b if isinstance(b, float) else a + b


def end_mul(a, b):
    if a == 0 or b == 0:
        return Fraction(0)
    if isinstance(a, float) or isinstance(b, float):
        return INF if (a > 0) == (b > 0) else -INF
    return a * b


def _thin(*values):
    return (all(v.single for v in values) and any(v.thin for v in values))


def _maybe(*values):
    return any(v.maybe for v in values)


def add(a, b):
    if a.exact and b.exact:
        total = end_add(a.lo, b.lo)
        return Num(total, total, maybe=_maybe(a, b))
    return Num(end_add(a.lo, b.lo), end_add(a.hi, b.hi),
               a.lo_open or b.lo_open, a.hi_open or b.hi_open,
               _thin(a, b), _maybe(a, b))


def negate(a):
    return Num(-a.hi, -a.lo, a.hi_open, a.lo_open, a.thin, a.maybe)


def subtract(a, b):
    return add(a, negate(b))


def _span(corners, thin, maybe):
    """The hull of (end, open) pairs; a closed one wins over an open one."""
    lo = min(end for end, _ in corners)
    hi = max(end for end, _ in corners)
    lo_open = all(is_open for end, is_open in corners if end == lo)
    hi_open = all(is_open for end, is_open in corners if end == hi)
    return Num(lo, hi, lo_open, hi_open, thin, maybe)


def multiply(a, b):
    if a.exact and b.exact:
        product = end_mul(a.lo, b.lo)
        return Num(product, product, maybe=_maybe(a, b))
    corners = []
    for x, x_open in ((a.lo, a.lo_open), (a.hi, a.hi_open)):
        for y, y_open in ((b.lo, b.lo_open), (b.hi, b.hi_open)):
            is_open = x_open or y_open
            if x == 0 and not x_open or y == 0 and not y_open:
                is_open = False
            corners.append((end_mul(x, y), is_open))
    return _span(corners, _thin(a, b), _maybe(a, b))


def _inverse_end(x, from_above):
    if isinstance(x, float):
        return Fraction(0)
    if x == 0:
        return INF if from_above else -INF
    return 1 / x


def divide(a, b):
    if b.exact and b.lo == 0:
        raise Spread(NO_VALUE)
    holds_zero = (b.lo < 0 < b.hi or b.lo == 0 and not b.lo_open
                  or b.hi == 0 and not b.hi_open)
    if b.thin and holds_zero:
        raise Unsettled()
    if b.lo < 0 < b.hi:
        inverse = Num(-INF, INF)
    else:
        inverse = Num(_inverse_end(b.hi, False), _inverse_end(b.lo, True),
                      b.hi_open or b.hi == INF or b.hi == 0,
                      b.lo_open or b.lo == -INF or b.lo == 0, b.thin)
    inverse.maybe = b.maybe or holds_zero
    return multiply(a, inverse)


def minimum(values):
    if all(v.exact for v in values):
        least = min(v.lo for v in values)
        return Num(least, least, maybe=_maybe(*values))
    lo = min(v.lo for v in values)
    hi = min(v.hi for v in values)
    return Num(lo, hi, all(v.lo_open for v in values if v.lo == lo),
               any(v.hi_open for v in values if v.hi == hi),
               _thin(*values), _maybe(*values))


def maximum(values):
    return negate(minimum([negate(v) for v in values]))


def absolute(a):
    if a.lo >= 0:
        return a
    if a.hi <= 0:
        return negate(a)
    if a.thin:
        raise Unsettled()
    top = maximum([a, negate(a)])
    return Num(Fraction(0), top.hi, False, top.hi_open, False, a.maybe)


def hull(values):
    """The least closed interval that holds all values."""
    if len(values) == 1:
        only = values[0]
        return Num(only.lo, only.hi, thin=only.thin, maybe=only.maybe)
    lo = min(v.lo for v in values)
    hi = max(v.hi for v in values)
    thin = all(v.thin and v.lo == lo and v.hi == hi for v in values)
    return Num(lo, hi, thin=thin, maybe=_maybe(*values))


def _step(a, change):
    """Applies a rising step function to both ends."""
    lo = a.lo if isinstance(a.lo, float) else Fraction(change(a.lo))
    if a.exact:
        return Num(lo, lo, maybe=a.maybe)
    hi = a.hi if isinstance(a.hi, float) else Fraction(change(a.hi))
    if a.thin and lo != hi:
        raise Unsettled()
    return Num(lo, hi, maybe=a.maybe)


def floor(a):
    return _step(a, math.floor)


def ceiling(a):
    return _step(a, math.ceil)


def round_fraction(x, places, mode):
    """Half-up is away from zero at the half; down is towards zero."""
    scaled = abs(x) * 10 ** places
    if mode == "half-up":
        whole = math.floor(scaled + Fraction(1, 2))
    elif mode == "half-even":
        whole = round(scaled)
    else:
        whole = math.floor(scaled)
    return Fraction(whole if x >= 0 else -whole, 10 ** places)


def round_to(a, places, mode):
    if places is None:
        return a
    return _step(a, lambda x: round_fraction(x, places, mode))


def _whole_root(n, k):
    """The greatest whole r with r ** k <= n."""
    if n < 2:
        return n
    r = 1 << (n.bit_length() // k + 1)
    while True:
        nearer = ((k - 1) * r + n // r ** (k - 1)) // k
        if nearer >= r:
            return r
        r = nearer


def _root_ends(x, k):
    """Two fractions around the k-th root of x >= 0; equal when rational."""
    if isinstance(x, float):
        return x, x
    top = _whole_root(x.numerator, k)
    bottom = _whole_root(x.denominator, k)
    if top ** k == x.numerator and bottom ** k == x.denominator:
        return Fraction(top, bottom), Fraction(top, bottom)
    n = _whole_root(x.numerator * ROOT_SCALE ** k // x.denominator, k)
    return Fraction(n, ROOT_SCALE), Fraction(n + 1, ROOT_SCALE)


def root(a, k):
    if a.hi < 0 or a.hi == 0 and a.hi_open:
        raise Spread(NO_VALUE)
    if a.thin and a.lo < 0:
        raise Unsettled()
    lo = _root_ends(max(a.lo, Fraction(0)), k)[0]
    hi = _root_ends(a.hi, k)[1]
    return Num(lo, hi, a.lo_open and a.lo >= 0, a.hi_open, a.single,
               a.maybe or a.lo < 0)


def power(a, k):
    if k < 0:
        return divide(point(1), power(a, -k))
    if k == 0:
        return Num(Fraction(1), Fraction(1), maybe=a.maybe)
    if k % 2 == 0:
        a = absolute(a)
    ends = [x if isinstance(x, float) else x ** k for x in (a.lo, a.hi)]
    return Num(ends[0], ends[1], a.lo_open, a.hi_open, a.thin, a.maybe)


def _truth(yes, no, a, b):
    if not yes and not no:
        if _thin(a, b):
            raise Unsettled()
        return Choice([True, False], _maybe(a, b))
    return Choice([yes], _maybe(a, b))


def less(a, b):
    touch_open = a.hi_open or b.lo_open
    yes = a.hi < b.lo or (a.hi == b.lo and touch_open
                          and not isinstance(a.hi, float))
    no = a.lo >= b.hi
    return _truth(yes, no, a, b)


def less_equal(a, b):
    yes = a.hi <= b.lo
    no = a.lo > b.hi or (a.lo == b.hi and (a.lo_open or b.hi_open)
                         and not isinstance(a.lo, float))
    return _truth(yes, no, a, b)


def equal(a, b):
    yes = a.exact and b.exact and a.lo == b.lo
    apart = less(a, b).options == {True} or less(b, a).options == {True}
    return _truth(yes, apart, a, b)


def invert(choice):
    return Choice([not x for x in choice.options], choice.maybe)


def number_text(x):
    """61.5, 88/3, inf: a decimal when it ends within 30 places."""
    if x == INF:
        return "inf"
    if x == -INF:
        return "-inf"
    for places in range(31):
        scaled = x * 10 ** places
        if scaled.denominator == 1:
            return _decimal(scaled.numerator, places)
    return "%d/%d" % (x.numerator, x.denominator)


def _decimal(whole, places):
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = digits[:len(digits) - places]
    if places:
        text += "." + digits[-places:]
    return ("-" if whole < 0 else "") + text


def end_texts(a):
    """The texts of both ends; an irrational number is "~" and 30 places."""
    if a.thin:
        near = round_to(a, 30, "half-up")
        text = "~" + number_text(near.lo)
        return text, text
    return number_text(a.lo), number_text(a.hi)
