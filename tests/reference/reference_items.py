# SPDX-License-Identifier: Apache-2.0
"""deduct and award: items with causes, groups and awards."""

import math
from fractions import Fraction

import reference_numbers as n
from reference_documents import ordinal, tag, words
from reference_evaluate import evaluate, find
from reference_formula import number, parse
from reference_notes import merge, noting, with_maybe
from reference_numbers import Num, Spread, point
from reference_rules import KINDS, at_least, at_most, optional, points_of


def series_of(element):
    text = element.get("series")
    return None if text is None else [number(w) for w in text.split()]


def series_sum(series, count):
    """The first, the second, … value; the last one repeats."""
    whole = math.floor(count)
    given = sum(series[:whole])
    return given + series[-1] * max(0, whole - len(series))


def series_total(series, count):
    if count.thin:
        count = n.floor(count)
    lo = math.floor(count.lo)
    far = max(lo, len(series)) + 1
    ends = []
    if isinstance(count.hi, float):
        last = series[-1]
        if last:
            ends.append(n.INF if last > 0 else -n.INF)
    else:
        ends.append(series_sum(series, count.hi))
        far = min(far, math.floor(count.hi))
    ends += [series_sum(series, k) for k in range(lo, far + 1)]
    return Num(_fraction(min(ends)), _fraction(max(ends)), maybe=count.maybe)


def _fraction(x):
    return x if isinstance(x, float) else Fraction(x)


def occurrences(element, ctx):
    each = optional(element, "each", ctx)
    count = point(1) if each is None else n.maximum([each, n.ZERO])
    how = element.get("steps")
    step = optional(element, "step", ctx)
    if how is None and step is None:
        return count
    if step is not None:
        if step.hi <= 0:
            raise Spread(n.NO_VALUE)
        maybe = step.lo <= 0 and not (step.lo == 0 and step.lo_open)
        step = n.maximum([step, n.ZERO])
        count = with_maybe(n.divide(count, step), maybe)
    how = how or ctx.contract.steps
    if how == "whole":
        return n.floor(count)
    return n.ceiling(count) if how == "started" else count


def amount(element, ctx):
    """What a loss or gain comes to, without its sign."""
    when = element.get("when")
    truth = n.YES if when is None else ctx.truth(when)
    thunks = []
    if True in truth.options:
        thunks.append(lambda: occurred(element, ctx))
    if False in truth.options:
        thunks.append(lambda: n.ZERO)
    return merge(thunks, truth.maybe, False)


def occurred(element, ctx):
    """The same when it did occur."""
    count = occurrences(element, ctx)
    series = series_of(element)
    if series is None:
        total = n.multiply(count, points_of(element, ctx))
    else:
        total = series_total(series, count)
    return at_most(total, optional(element, "cap", ctx))


def cause(element, ctx):
    """The signed amount of a cause; None when it is left out."""
    kind = tag(element)
    if kind == "group":
        return group(element, ctx)
    try:
        if kind == "loss":
            return noting(ctx, lambda: n.negate(amount(element, ctx)))
        return noting(ctx, lambda: {"gain": amount, "awards": awards}[kind](
            element, ctx))
    except Spread as spread:
        if spread.kind != n.NOT_APPLICABLE:
            raise
        return perhaps_left_out(element, ctx, spread)


def perhaps_left_out(element, ctx, spread):
    """None when it surely is; else it may come to anything."""
    if not spread.perhaps:
        return None
    ctx.notes.update(spread.notes)
    names = ("when", "each", "points", "step", "cap")
    maybe = [may_fail_if_counted(element, name, ctx) for name in names]
    return with_maybe(n.ANY, any(maybe))


def may_fail_if_counted(element, name, ctx):
    """Notes what absent a formula of a cause reads; whether it may fail."""
    if element.get(name) in (None, "none"):
        return False
    try:
        return evaluate(parse(element.get(name)), ctx).maybe
    except Spread as spread:
        return spread.kind == n.NO_VALUE


def causes(element, ctx):
    found = [noting(ctx, lambda e=e: cause(e, ctx)) for e in element
             if tag(e) in ("loss", "gain", "group", "awards")]
    return [value for value in found if value is not None]


def clip(value, element, ctx):
    loss = optional(element, "max-loss", ctx)
    gain = optional(element, "max-gain", ctx)
    if loss is not None:
        value = n.maximum([value, n.negate(loss)])
    return at_most(value, gain)


def group(element, ctx):
    amounts = causes(element, ctx)
    if not amounts:
        return None
    pick = element.get("pick", "all")
    if pick == "all":
        total = n.ZERO
        for value in amounts:
            total = n.add(total, value)
    elif pick == "largest":
        total = largest(amounts)
    else:
        total = first_not_zero(amounts)
    total = with_maybe(total, any(v.maybe for v in amounts))
    return clip(total, element, ctx)


def largest(amounts):
    """Of the greatest absolute amount; the earlier one on a tie."""
    if all(v.exact for v in amounts):
        return max(amounts, key=lambda v: abs(v.lo))
    if all(v.hi <= 0 for v in amounts):
        return n.minimum(amounts)
    if all(v.lo >= 0 for v in amounts):
        return n.maximum(amounts)
    least = max(n.absolute(v).lo for v in amounts)
    ends = [(max(v.lo, least), v.hi) for v in amounts if v.hi >= least]
    ends += [(v.lo, min(v.hi, -least)) for v in amounts if v.lo <= -least]
    return Num(min(lo for lo, _ in ends), max(hi for _, hi in ends))


def first_not_zero(amounts):
    possible = []
    for value in amounts:
        if value.exact and value.lo == 0:
            continue
        possible.append(value)
        if n.equal(value, n.ZERO).options == {False}:
            return n.hull(possible)
    return n.hull(possible + [n.ZERO])


def level_of(award, levels):
    for level in levels:
        issuer = level.get("issuer")
        if level.get("is") == award.level and issuer in (None, award.issuer):
            return level
    return None


def in_time(award, element):
    since, until = element.get("since"), element.get("until")
    if award.date is None:
        return True
    return ((since is None or award.date >= ordinal(since))
            and (until is None or award.date <= ordinal(until)))


def worth_first(level, ctx):
    series = series_of(level)
    return point(series[0]) if series else points_of(level, ctx)


def without_repeats(found, matter, ctx):
    """Of (award, level) pairs, one for each matter."""
    best = {}
    kept = []
    for place, (award, level) in enumerate(found):
        if matter == "all" or award.matter is None:
            kept.append((place, level))
            continue
        if matter == "largest":
            key = (-abs(worth_first(level, ctx).lo), place)
        else:
            key = (n.INF if award.date is None else award.date, place)
        if award.matter not in best or key < best[award.matter][0]:
            best[award.matter] = (key, place, level)
    kept += [(place, level) for _, place, level in best.values()]
    return [level for _, level in sorted(kept, key=lambda pair: pair[0])]


def level_total(level, count, ctx):
    series = series_of(level)
    if count == 0:
        return n.ZERO
    if series:
        total = series_total(series, point(count))
    else:
        total = n.multiply(point(count), points_of(level, ctx))
    cap = optional(level, "cap", ctx)
    if cap is None:
        return total
    return n.maximum([n.minimum([total, cap]), n.negate(cap)])


def open_awards(levels, ctx):
    """What an absent list could bring at least and at most."""
    lo = hi = Fraction(0)
    for level in levels:
        values = series_of(level) or [points_of(level, ctx)]
        for value in values:
            value = value if isinstance(value, Num) else point(value)
            lo = -n.INF if value.lo < 0 else lo
            hi = n.INF if value.hi > 0 else hi
    return Num(lo, hi)


def awards(element, ctx):
    levels = [e for e in element if tag(e) == "level"]
    found = []
    applicable = absent = False
    for text in words(element.get("of")):
        try:
            observation = find(ctx, parse(text))
        except Spread as spread:
            if spread.kind != n.NOT_APPLICABLE:
                raise
            continue
        applicable = True
        absent = absent or observation is None
        for award in observation.awards if observation else ():
            level = level_of(award, levels)
            if level is not None and in_time(award, element):
                found.append((award, level))
    if not applicable:
        return None
    if absent:
        return clip(open_awards(levels, ctx), element, ctx)
    counted = without_repeats(found, element.get("matter"), ctx)
    total = n.ZERO
    for level in levels:
        count = sum(1 for other in counted if other is level)
        total = n.add(total, level_total(level, count, ctx))
    return clip(total, element, ctx)


def items(element, ctx):
    """deduct and award."""
    deduct = tag(element) == "deduct"
    text = element.get("from", "points" if deduct else "0")
    start = ctx.number(text)
    floor = optional(element, "floor", ctx)
    if deduct and element.get("floor") is None:
        floor = n.ZERO
    losses, gains = start, n.ZERO
    for value in causes(element, ctx):
        losses = n.add(losses, n.minimum([value, n.ZERO]))
        gains = n.add(gains, n.maximum([value, n.ZERO]))
    if ctx.contract.bonus == "floor-then-bonus":
        total = n.add(at_least(losses, floor), gains)
    else:
        total = at_least(n.add(losses, gains), floor)
    return at_most(total, optional(element, "cap", ctx))


KINDS.update(deduct=items, award=items)
