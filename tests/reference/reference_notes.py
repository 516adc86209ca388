# SPDX-License-Identifier: Apache-2.0
"""What comes of several possible results, and what absent was read for it."""

import reference_numbers as n
from reference_numbers import Choice, Num, Spread


def merge(thunks, maybe=False, branches=True):
    """The hull of several possible results; no value makes it a maybe."""
    values = []
    trouble = None
    for thunk in thunks:
        try:
            values.append(thunk())
        except Spread as spread:
            if spread.kind == n.NO_VALUE:
                maybe = True
            elif trouble is None or spread.kind == n.NOT_APPLICABLE:
                trouble = spread
    if trouble is not None:
        if branches and (len(thunks) > 1 or maybe):
            trouble.perhaps = True
        raise trouble
    if not values:
        raise Spread(n.NO_VALUE)
    if len(values) == 1:
        merged = values[0]
    elif isinstance(values[0], Num):
        merged = n.hull(values)
    else:
        merged = Choice(frozenset().union(*(v.options for v in values)),
                        any(v.maybe for v in values))
    return with_maybe(merged, maybe)


def with_maybe(value, maybe):
    if not maybe or value.maybe:
        return value
    if isinstance(value, Num):
        return Num(value.lo, value.hi, value.lo_open, value.hi_open,
                   value.thin, True)
    return Choice(value.options, True)


def may_apply(spread):
    return spread.kind == n.NOT_APPLICABLE and spread.perhaps


def noting(ctx, compute, branches=False):
    """What comes out the same whatever is absent has read nothing absent."""
    outer, ctx.notes = ctx.notes, set()
    try:
        value = compute()
        if not _is_settled(value):
            outer.update(ctx.notes)
        return value
    except Spread as spread:
        if branches and spread.perhaps:
            spread.notes.update(ctx.notes)
        raise
    finally:
        ctx.notes = outer


def _is_settled(value):
    if value is None:       # a cause that is left out
        return True
    if isinstance(value, Num):
        return value.exact and not value.maybe
    return len(value.options) == 1 and not value.maybe
