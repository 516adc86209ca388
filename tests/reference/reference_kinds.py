# SPDX-License-Identifier: Apache-2.0
"""The other rule elements: each gives a number or a grade."""

import itertools

import reference_numbers as n
from reference_aggregate import AGGREGATES, PERHAPS, WEIGHTED, weighted
from reference_documents import tag
from reference_evaluate import evaluate, find, reference
from reference_formula import parse
from reference_notes import merge, with_maybe
from reference_numbers import Choice, Num, Spread, point
from reference_rules import (KINDS, apply, at_least, at_most, inner_rule,
                             optional, outcome_of, points_of)


# --- bands, choose, scale -------------------------------------------------

class Span:
    """From one end to another; an end may be open."""

    def __init__(self, lo, lo_open, hi, hi_open, element=None):
        self.lo, self.lo_open = lo, lo_open
        self.hi, self.hi_open = hi, hi_open
        self.element = element

    def empty(self):
        return self.lo > self.hi or (self.lo == self.hi and
                                     (self.lo_open or self.hi_open))

    def touches(self, x):
        below = x.hi < self.lo or (x.hi == self.lo and
                                   (x.hi_open or self.lo_open))
        above = x.lo > self.hi or (x.lo == self.hi and
                                   (x.lo_open or self.hi_open))
        return not below and not above


def _end(element, closed, opened, ctx):
    """(end, is it open) as written; None when left out."""
    for name, is_open in ((closed, False), (opened, True)):
        if element.get(name) is not None:
            return ctx.number(element.get(name)).lo, is_open
    return None


def spans(element, ctx):
    """The bands in rising order, with the ends that were left out."""
    rows = []
    for band in element:
        if tag(band) == "band":
            rows.append([_end(band, "from", "above", ctx),
                         _end(band, "to", "below", ctx), band])
    rows.sort(key=_place)
    found = []
    for i, (low, high, band) in enumerate(rows):
        if low is None and i > 0:
            low = rows[i - 1][1]
            low = (low[0], not low[1])
        if high is None and i + 1 < len(rows):
            high = rows[i + 1][0]
            high = (high[0], not high[1])
        low = low or (-n.INF, True)
        high = high or (n.INF, True)
        found.append(Span(*low, *high, band))
    return found


def _place(row):
    """Sorts by the lower end, or just before the upper one."""
    low, high, _ = row
    if low is not None:
        return (low[0], 2 if low[1] else 1)
    return (high[0], 0) if high is not None else (-n.INF, 0)


def outside(found):
    """The spans that no band covers."""
    at, at_open = -n.INF, True
    gaps = []
    for span in found:
        gaps.append(Span(at, at_open, span.lo, not span.lo_open))
        at, at_open = span.hi, not span.hi_open
    gaps.append(Span(at, at_open, n.INF, True))
    return [gap for gap in gaps if not gap.empty()]


def otherwise(element):
    for e in element:
        if tag(e) == "otherwise":
            return e
    return None


def bands(element, ctx):
    before = set(ctx.notes)
    x = ctx.number(element.get("of"))
    found = spans(element, ctx)
    chosen = [span.element for span in found if span.touches(x)]
    fails = any(gap.touches(x) for gap in outside(found))
    rest = otherwise(element)
    maybe = x.maybe
    if fails and rest is not None:
        chosen.append(rest)
    elif fails:
        maybe = True
    if x.thin and len(chosen) > 1:
        raise n.Unsettled()
    if len(chosen) == 1 and not maybe:      # whatever it is: the same band
        ctx.notes.intersection_update(before)
    return merge([lambda e=e: outcome_of(e, ctx) for e in chosen], maybe)


def _holds(when, of, ctx):
    truth = n.YES
    if when.get("test") is not None:
        truth = ctx.truth(when.get("test"))
    if when.get("is") is not None and True in truth.options:
        same = Choice([x == when.get("is") for x in of.options], of.maybe)
        if truth.options == {True}:
            return with_maybe(same, truth.maybe)
        return Choice(same.options | {False}, truth.maybe or same.maybe)
    return truth


def choose(element, ctx):
    of = None
    if element.get("of") is not None:
        of = evaluate(parse(element.get("of")), ctx)
    chosen = []
    maybe = of is not None and of.maybe
    for when in [e for e in element if tag(e) == "when"]:
        try:
            truth = _holds(when, of, ctx)
        except Spread as spread:
            spread.perhaps = spread.perhaps or bool(chosen) or maybe
            if spread.kind != n.NO_VALUE or not chosen:
                raise
            maybe = True
            break
        maybe = maybe or truth.maybe
        if True in truth.options:
            chosen.append(when)
        if truth.options == {True}:
            break
    else:
        if otherwise(element) is not None:
            chosen.append(otherwise(element))
        elif not _all_named(element, of):
            maybe = True
    return merge([lambda e=e: outcome_of(e, ctx) for e in chosen], maybe)


def _all_named(element, of):
    """Whether a text is always one of those that are asked for."""
    if of is None:
        return False
    named = {e.get("is") for e in element
             if tag(e) == "when" and e.get("test") is None}
    return of.options <= named


def scale(element, ctx):
    x = ctx.number(element.get("of"))
    rows = [e for e in element if tag(e) == "at"]
    values = [ctx.number(e.get("value")) for e in rows]
    points = [points_of(e, ctx) for e in rows]
    clamp = element.get("clamp", "both")
    maybe = x.maybe or any(v.maybe for v in values + points)
    rising = True
    for a, b in zip(values, values[1:]):
        rises = n.less(a, b).options
        if rises == {False}:
            raise Spread(n.NO_VALUE)
        maybe = maybe or False in rises
        rising = rising and rises == {True} and a.hi < b.lo
    if all(v.single for v in values) and x.single:
        return with_maybe(_on_line(x, values, points, clamp), maybe)
    ends = [end for v in values + points for end in (v.lo, v.hi)]
    if rising and not any(isinstance(end, float) for end in ends):
        return with_maybe(_over_all_lines(x, values, points, clamp), maybe)
    if clamp == "both":
        return with_maybe(n.hull(points), maybe)
    return Num(-n.INF, n.INF, maybe=maybe)


def _on_line(x, values, points, clamp):
    """The height at one place x."""
    before = n.less_equal(x, values[0]).options == {True}
    after = n.less_equal(values[-1], x).options == {True}
    if before and clamp in ("both", "below"):
        return points[0]
    if after and clamp in ("both", "above"):
        return points[-1]
    i = 0
    while i + 2 < len(values) and n.less(values[i + 1], x).options == {True}:
        i += 1
    share = n.divide(n.subtract(x, values[i]),
                     n.subtract(values[i + 1], values[i]))
    return n.add(n.multiply(points[i], n.subtract(point(1), share)),
                 n.multiply(points[i + 1], share))


def _over_all_lines(x, values, points, clamp):
    """The hull over lines that are themselves open: every choice of ends, and
    the points wherever x may stand at their value."""
    heights = []
    for choice in itertools.product((False, True),
                                    repeat=len(values + points)):
        chosen = [point(v.hi if high else v.lo)
                  for v, high in zip(values + points, choice)]
        heights.append(_over_lines(x, chosen[:len(values)],
                                   chosen[len(values):], clamp))
    heights += [p for v, p in zip(values, points)
                if x.lo <= v.hi and v.lo <= x.hi]
    return n.hull(heights)


def _over_lines(x, values, points, clamp):
    """The hull over an interval: its ends and the corners between."""
    heights = []
    for end in (x.lo, x.hi):
        if not isinstance(end, float):
            heights.append(_on_line(point(end), values, points, clamp).lo)
        elif end < 0:
            heights.append(_far(points[0], points[1], clamp, "below", -1))
        else:
            heights.append(_far(points[-2], points[-1], clamp, "above", 1))
    heights += [p.lo for v, p in zip(values, points) if x.lo < v.lo < x.hi]
    return Num(min(heights), max(heights))


def _far(first, second, clamp, side, sign):
    slope = (second.lo - first.lo) * sign
    if clamp in ("both", side):
        return first.lo if sign < 0 else second.lo
    if slope == 0:
        return first.lo
    return n.INF if slope > 0 else -n.INF


# --- survey and panel -----------------------------------------------------

def survey(element, ctx):
    observation = find(ctx, parse(element.get("of")))
    least = optional(element, "minimum", ctx)
    worths = {e.get("is"): ctx.number(e.get("worth"))
              for e in element if tag(e) == "answer"}
    if observation is None:
        return n.hull(list(worths.values()))
    count = sum(observation.items.get(answer, 0) for answer in worths)
    if count == 0:
        raise Spread(n.NO_VALUE)
    maybe = False
    if least is not None:
        enough = n.less_equal(least, point(count)).options
        if enough == {False}:
            raise Spread(n.NO_VALUE)
        maybe = False in enough
    total = n.ZERO
    for answer, worth in worths.items():
        share = point(observation.items.get(answer, 0))
        total = n.add(total, n.multiply(share, worth))
    return with_maybe(n.divide(total, point(count)), maybe)


def panel(element, ctx):
    tree = parse(element.get("of"))
    spec = reference(ctx, tree)[1]
    observation = find(ctx, tree)
    if observation is None:
        return Num(-n.INF if spec.min is None else spec.min,
                   n.INF if spec.max is None else spec.max)
    low = ctx.whole(element.get("drop-lowest", "0"))
    high = ctx.whole(element.get("drop-highest", "0"))
    least = ctx.whole(element.get("minimum", "1"))
    marks = sorted(observation.marks)
    marks = marks[low:max(low, len(marks) - high)]
    if len(marks) < least or not marks:
        raise Spread(n.NO_VALUE)
    return point(sum(marks) / len(marks))


# --- combine and adjust ---------------------------------------------------

def combine(element, ctx):
    parts = [e for e in element if tag(e) == "part"]
    if not parts:
        return ctx.unit.combine(ctx, element)
    coverage, to, floor, cap = [optional(element, name, ctx) for name in
                                ("coverage", "to", "floor", "cap")]
    value = _parts(element, parts, ctx, coverage)
    if to is not None:
        full = ctx.number("points")
        value = n.divide(n.multiply(value, to), full)
    return at_most(at_least(value, floor), cap)


def _part_weight(part, ctx):
    """(the weight, what is in its way)."""
    try:
        return optional(part, "weight", ctx) or point(1), None
    except Spread as spread:
        return point(1), spread


def _part_value(part, ctx):
    value = optional(part, "of", ctx)
    return apply(inner_rule(part), ctx) if value is None else value


def _parts(element, parts, ctx, coverage):
    by = element.get("by")
    pairs, have = [], n.ZERO
    valueless = False
    missing = n.ZERO
    for part in parts:
        weight, trouble = _part_weight(part, ctx)
        share = point(1)
        if by in WEIGHTED:
            share = n.ZERO if trouble else weight
        try:
            value = _part_value(part, ctx)
            if trouble is not None:
                raise trouble
            pairs.append((n.multiply(value, weight) if by == "sum" else value,
                          weight))
            have = n.add(have, share)
        except Spread as spread:
            if trouble is not None and trouble.kind == n.NOT_APPLICABLE:
                spread = trouble
            elif spread.kind == n.NO_VALUE and coverage is not None:
                spread = trouble or spread
            if (spread.kind == n.NO_VALUE and coverage is not None
                    and trouble is None):
                valueless = True
                missing = n.add(missing, share)
            elif spread.kind != n.NOT_APPLICABLE:
                raise spread
            elif spread.perhaps:
                ctx.notes.update(spread.notes)
                pairs.append((PERHAPS, point(1)))
                have = n.add(have, point(1))
            else:
                missing = n.add(missing, share)
    if not pairs:
        raise Spread(n.NO_VALUE if valueless else n.NOT_APPLICABLE)
    if coverage is not None:
        # have / (have + missing) >= coverage, each side once
        least = n.multiply(coverage, missing)
        most = n.multiply(n.subtract(point(1), coverage), have)
        enough = n.less_equal(least, most).options
        if enough == {False}:
            raise Spread(n.NO_VALUE)
        return with_maybe(_combined(by, pairs), False in enough)
    return _combined(by, pairs)


def _combined(by, pairs):
    return weighted(by, pairs) if by in WEIGHTED else AGGREGATES[by](pairs)


def adjust(element, ctx):
    times, plus, floor, cap = [optional(element, name, ctx) for name in
                               ("times", "plus", "floor", "cap")]
    value = apply(inner_rule(element), ctx)
    if times is not None:
        value = n.multiply(value, times)
    if plus is not None:
        value = n.add(value, plus)
    value = at_most(at_least(value, floor), cap)
    if element.get("places") is not None:
        places = ctx.whole(element.get("places"))
        value = n.round_to(value, places, ctx.contract.mode)
    return value


KINDS.update(bands=bands, choose=choose, scale=scale, survey=survey,
             panel=panel, combine=combine, adjust=adjust)
