# SPDX-License-Identifier: Apache-2.0
"""The ways in which combine makes one number of (value, weight) pairs."""

import math
from fractions import Fraction

import reference_numbers as n
from reference_evaluate import middle_value
from reference_notes import with_maybe
from reference_numbers import Num, Spread, point


def weighted_mean(pairs):
    total, weights = n.ZERO, n.ZERO
    for value, weight in pairs:
        total = n.add(total, n.multiply(value, weight))
        weights = n.add(weights, weight)
    return n.divide(total, weights)


def geometric(pairs):
    pairs = [(v, w.lo) for v, w in pairs if w.lo != 0]
    if any(v.hi <= 0 for v, _ in pairs) or not pairs:
        raise Spread(n.NO_VALUE)
    scale_up = math.lcm(*[w.denominator for _, w in pairs])
    product = point(1)
    maybe = False
    for value, weight in pairs:
        maybe = maybe or value.lo <= 0
        value = n.maximum([value, n.ZERO])
        product = n.multiply(product, n.power(value, int(weight * scale_up)))
    total = int(sum(w for _, w in pairs) * scale_up)
    return with_maybe(n.root(product, total), maybe)


def harmonic(pairs):
    pairs = [(v, w) for v, w in pairs if not (w.exact and w.lo == 0)]
    if not pairs:
        raise Spread(n.NO_VALUE)
    if all(v.lo >= 0 for v, _ in pairs):
        lo = _harmonic_ends([(v.lo, w) for v, w in pairs])
        hi = _harmonic_ends([(v.hi, w) for v, w in pairs])
        if any(v.hi == 0 for v, _ in pairs):
            raise Spread(n.NO_VALUE)
        return Num(lo.lo, hi.hi, thin=all(v.single for v, _ in pairs),
                   maybe=any(v.lo == 0 for v, _ in pairs))
    total, weights = n.ZERO, n.ZERO
    for value, weight in pairs:
        total = n.add(total, n.divide(weight, value))
        weights = n.add(weights, weight)
    return n.divide(weights, total)


def _harmonic_ends(pairs):
    if any(x == 0 for x, _ in pairs):
        return n.ZERO
    total, weights = n.ZERO, n.ZERO
    for x, weight in pairs:
        share = Fraction(0) if isinstance(x, float) else 1 / x
        total = n.add(total, n.multiply(point(share), weight))
        weights = n.add(weights, weight)
    if total.exact and total.lo == 0:
        return Num(n.INF, n.INF)
    return n.divide(weights, total)


def median(pairs):
    return middle_value([v for v, _ in pairs])


#: A part of which it is open whether it applies.
PERHAPS = Num(-n.INF, n.INF)


def trimmed(pairs):
    """The mean without the greatest and the least; three are needed."""
    values = [v for v, _ in pairs]
    if len(values) < 3:
        raise Spread(n.NO_VALUE)
    los = sorted(v.lo for v in values)[1:-1]
    his = sorted(v.hi for v in values)[1:-1]
    unsure = sum(v is PERHAPS for v in values)
    return Num(sum(los) / len(los), sum(his) / len(his),
               thin=all(v.single for v in values),
               maybe=any(v.maybe for v in values) or len(values) - unsure < 3)


def total_sum(pairs):
    total = n.ZERO
    for value, _ in pairs:
        total = n.add(total, value)
    return total


def product(pairs):
    total = point(1)
    for value, _ in pairs:
        total = n.multiply(total, value)
    return total


def weighted(by, pairs):
    """A weighted combination; a weight below 0 leaves it without a value."""
    if any(w.hi < 0 for _, w in pairs):
        raise Spread(n.NO_VALUE)
    maybe = any(w.lo < 0 for _, w in pairs)
    pairs = [(v, n.maximum([w, n.ZERO])) for v, w in pairs]
    if all(w.exact for _, w in pairs):
        return with_maybe(AGGREGATES[by](pairs), maybe)
    return with_maybe(_with_open_weights(by, pairs), maybe)


def _with_open_weights(by, pairs):
    """No more than is known of it: it lies between the values."""
    usable, maybe = [], False
    for value, weight in pairs:
        value, fails = _met_by(by, value)
        maybe = maybe or fails
        if value is not None:
            usable.append((value, weight))
    weights = total_sum(pairs_of_weights(pairs))
    if not usable or weights.exact and weights.lo == 0:
        raise Spread(n.NO_VALUE)
    found = n.ANY
    if by == "mean":
        found = weighted_mean(usable)
    else:
        maybe = maybe or n.equal(weights, n.ZERO).options != {False}
    values = [v for v, _ in usable]
    found = n.maximum([found, point_or_end(min(v.lo for v in values))])
    found = n.minimum([found, point_or_end(max(v.hi for v in values))])
    return with_maybe(n.hull([found]), maybe)


def pairs_of_weights(pairs):
    return [(weight, None) for _, weight in pairs]


def point_or_end(x):
    return Num(x, x)


def _met_by(by, value):
    """(what of the value this mean can meet, whether it may fail)."""
    if by == "mean" or value.lo > 0:
        return value, False
    if by == "harmonic" and value.lo < 0:
        return n.ANY, True
    if value.hi <= 0:
        return None, True
    return Num(Fraction(0), value.hi), True


AGGREGATES = {
    "sum": total_sum, "mean": weighted_mean, "geometric": geometric,
    "harmonic": harmonic, "median": median, "product": product,
    "trimmed": trimmed,
    "minimum": lambda pairs: n.minimum([v for v, _ in pairs]),
    "maximum": lambda pairs: n.maximum([v for v, _ in pairs]),
}
WEIGHTED = ("mean", "geometric", "harmonic")
