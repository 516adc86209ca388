# SPDX-License-Identifier: Apache-2.0
"""Evaluates formulas for one unit, node and stage."""

import datetime
import itertools
from calendar import monthrange
from fractions import Fraction

import reference_numbers as n
from reference_documents import UNPUBLISHED, ordinal
from reference_formula import number, parse
from reference_notes import may_apply, merge, noting
from reference_numbers import Choice, Num, Spread, point


class Context:
    """Where a formula stands: stage is rule, veto, grading or met."""

    def __init__(self, unit, node, stage, notes=None, pieces=None):
        self.unit = unit
        self.round = unit.round
        self.node = node
        self.stage = stage
        self.notes = set() if notes is None else notes
        self.pieces = pieces or {}
        self.combined_full = None

    @property
    def contract(self):
        return self.round.contract

    def number(self, text):
        value = evaluate(parse(text), self)
        if not isinstance(value, Num):
            raise TypeError("a number is wanted: %s" % text)
        return value

    def truth(self, text):
        value = evaluate(parse(text), self)
        if not isinstance(value, Choice):
            raise TypeError("a truth is wanted: %s" % text)
        return value

    def whole(self, text):
        value = self.number(text)
        return int(value.lo)


# --- observations ---------------------------------------------------------

def domain(spec, part):
    """What an absent observation may be."""
    if spec.kind == "yes-no":
        return n.UNKNOWN
    if spec.kind == "level":
        return Choice(spec.options)
    if spec.kind == "date":
        return n.ANY
    if spec.kind == "ratio":
        return Num(Fraction(0), Fraction(1))
    lo = -n.INF if spec.min is None else spec.min
    hi = n.INF if spec.max is None else spec.max
    if part is not None:
        return Num(Fraction(0), n.INF)
    if spec.kind == "count":
        lo = max(lo, Fraction(0))
    return Num(lo, hi)


def selected(spec, marks):
    """(period, assessor) of the words after @."""
    period = assessor = None
    for mark in marks:
        if mark in spec.periods:
            period = mark
        else:
            assessor = mark
    return period, assessor


def reference(ctx, tree):
    """(node id, spec, part, period, assessor) of an observation formula."""
    if tree[0] == "word":
        tree = ("obs", None, tree[1], None, ())
    _, node_id, name, part, marks = tree
    node_id = node_id or ctx.node.id
    spec = ctx.round.system.nodes[node_id].observes[name]
    return (node_id, spec, part) + selected(spec, marks)


def find(ctx, tree):
    """The observation, or None when absent: noted, unless it is a piece."""
    node_id, spec, part, period, assessor = reference(ctx, tree)
    state, found = ctx.unit.find(node_id, spec.id, period, assessor)
    if state == "not-applicable":
        raise Spread(n.NOT_APPLICABLE)
    if state == "present":
        return found
    if (node_id, spec.id, part, period, assessor) not in ctx.pieces:
        ctx.notes.add(state)
    return None


def observe(ctx, tree):
    node_id, spec, part, period, assessor = reference(ctx, tree)
    found = find(ctx, tree)
    if found is None:
        key = (node_id, spec.id, part, period, assessor)
        return ctx.pieces.get(key) or domain(spec, part)
    if part is not None:
        return point(found.items.get(part, 0))
    if spec.kind == "yes-no":
        return Choice([found.value == "yes"])
    if spec.kind == "level":
        return Choice([found.value])
    if spec.kind == "date":
        return point(ordinal(found.value))
    if spec.kind == "ratio" and found.value is None:
        return n.divide(point(found.numerator), point(found.denominator))
    if spec.kind in ("number", "count", "ratio"):
        return point(number(found.value))
    raise TypeError("not a plain value: %s" % spec.id)


def ratio_side(ctx, tree, side):
    found = find(ctx, tree)
    if found is None:
        return Num(Fraction(0), n.INF)
    value = getattr(found, side)
    if value is None:
        raise Spread(n.NO_VALUE)
    return point(value)


def total_of(ctx, tree):
    spec = reference(ctx, tree)[1]
    found = find(ctx, tree)
    if found is not None:
        return point(sum(found.marks) + sum(found.items.values()))
    if spec.kind != "panel":
        return Num(Fraction(0), n.INF)
    low = spec.min is not None and spec.min >= 0
    high = spec.max is not None and spec.max <= 0
    return Num(Fraction(0) if low else -n.INF, Fraction(0) if high else n.INF)


# --- operators ------------------------------------------------------------

def amount_of(value):
    if value is None:
        raise Spread(n.NO_VALUE)
    if value == UNPUBLISHED:
        raise Spread(n.NOT_COMPUTABLE)
    return value if isinstance(value, Num) else point(value)


def _word(ctx, tree):
    name = tree[1]
    if name == "points":
        if ctx.stage in ("rule", "blind"):
            return amount_of(ctx.unit.nominal(ctx.node))
        return amount_of(ctx.unit.raw(ctx.node).full)
    if name == "weight":
        return amount_of(ctx.unit.weight(ctx.node))
    if ctx.stage != "rule" and name in ("score", "rate"):
        outcome = ctx.unit.at_stage(ctx.node, ctx.stage)
        score = outcome.need_score()
        if name == "score":
            return score
        return n.divide(score, amount_of(outcome.full))
    return observe(ctx, tree)


def _both(ctx, tree, decisive):
    """and (decisive: False), or (decisive: True): left to right."""
    left = evaluate(tree[1], ctx)
    if left.options == {decisive}:
        return left
    try:
        right = evaluate(tree[2], ctx)
    except Spread as spread:
        if len(left.options) > 1 or left.maybe:
            spread.perhaps = True
        if spread.kind != n.NO_VALUE or decisive not in left.options:
            raise
        return Choice([decisive], True)
    return Choice((left.options & {decisive}) | right.options,
                  left.maybe or right.maybe)


def _compare(ctx, tree):
    a = evaluate(tree[1], ctx)
    b = evaluate(tree[2], ctx)
    if isinstance(a, Num) != isinstance(b, Num):
        a, b = _as_date(a), _as_date(b)
    sign = tree[0]
    if isinstance(a, Choice):
        found = Choice([x == y for x in a.options for y in b.options],
                       a.maybe or b.maybe)
    elif sign in ("=", "!="):
        found = n.equal(a, b)
    elif sign in ("<", ">="):
        found = n.less(a, b)
    else:
        found = n.less_equal(a, b)
    return n.invert(found) if sign in ("!=", ">=", ">") else found


def _as_date(value):
    """A text that is compared with a date stands for the date."""
    if isinstance(value, Choice):
        return point(ordinal(next(iter(value.options))))
    return value


def _if(ctx, test, yes, no):
    truth = evaluate(test, ctx)
    thunks = []
    if True in truth.options:
        thunks.append(lambda: evaluate(yes, ctx))
    if False in truth.options:
        thunks.append(lambda: evaluate(no, ctx))
    return merge(thunks, truth.maybe)


def _count(ctx, *tests):
    truths = [evaluate(test, ctx) for test in tests]
    sure = sum(t.options == {True} for t in truths)
    possible = sum(True in t.options for t in truths)
    return Num(Fraction(sure), Fraction(possible),
               maybe=any(t.maybe for t in truths))


def _defined(ctx, tree):
    try:
        value = evaluate(tree, ctx)
    except Spread as spread:
        if spread.kind != n.NO_VALUE:
            raise
        return n.NO
    return n.UNKNOWN if value.maybe else n.YES


def _applicable(ctx, tree):
    try:
        evaluate(tree, ctx)
    except Spread as spread:
        if may_apply(spread):
            ctx.notes.update(spread.notes)
            return n.UNKNOWN
        return n.invert(Choice([spread.kind == n.NOT_APPLICABLE]))
    return n.YES


def _days(ctx, a, b):
    return n.subtract(_as_date(evaluate(b, ctx)), _as_date(evaluate(a, ctx)))


def _workdays(ctx, a, b):
    start = _as_date(evaluate(a, ctx))
    end = _as_date(evaluate(b, ctx))
    calendar = ctx.round.system.calendar
    if calendar is None:
        raise Spread(n.NOT_COMPUTABLE)
    if not (start.exact and end.exact):
        return n.ANY
    first, last = min(start.lo, end.lo), max(start.lo, end.lo)
    if first < calendar.start or last > calendar.end:
        raise Spread(n.NO_VALUE)
    worked = sum(calendar.works(first + i)
                 for i in range(1, int(last - first) + 1))
    return point(worked if start.lo <= end.lo else -worked)


def _months_later(day, months):
    """The same day of a later month, or that month's last."""
    date = datetime.date.fromordinal(day)
    count = date.year * 12 + date.month - 1 + months
    year, month = divmod(count, 12)
    last = monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last)).toordinal()


def _months(ctx, a, b):
    start = _as_date(evaluate(a, ctx))
    end = _as_date(evaluate(b, ctx))
    if not (start.exact and end.exact):
        return n.ANY
    first, last = sorted((int(start.lo), int(end.lo)))
    whole = 0
    while _months_later(first, whole + 1) <= last:
        whole += 1
    reached = _months_later(first, whole)
    next_ = _months_later(first, whole + 1)
    count = whole + Fraction(last - reached, next_ - reached)
    return point(count if start.lo <= end.lo else -count)


def _marks(ctx, tree, limit=None):
    found = find(ctx, tree)
    if found is None:
        return Num(Fraction(0), n.INF)
    if limit is None:
        return point(len(found.marks))
    limit = evaluate(limit, ctx)
    below = [sum(mark < end for mark in found.marks)
             for end in (limit.lo, limit.hi)]
    return Num(*map(Fraction, below), maybe=limit.maybe)


def _year(ctx, tree):
    date = _as_date(evaluate(tree, ctx))
    if not date.exact:
        return n.ANY
    return point(datetime.date.fromordinal(int(date.lo)).year)


# --- other nodes ----------------------------------------------------------

def _other(ctx, tree):
    return ctx.round.system.nodes[tree[1]]


def node_score(ctx, tree):
    return ctx.unit.vetoed(_other(ctx, tree)).need_score()


def node_full(ctx, tree):
    outcome = ctx.unit.vetoed(_other(ctx, tree))
    if outcome.state in ("absent", "not-applicable"):
        raise Spread(n.NOT_APPLICABLE)
    return amount_of(outcome.full)


def node_rate(ctx, tree):
    return n.divide(node_score(ctx, tree), node_full(ctx, tree))


def node_lost(ctx, tree):
    return n.subtract(node_full(ctx, tree), node_score(ctx, tree))


def node_met(ctx, tree):
    met = ctx.unit.result(_other(ctx, tree)).met
    if met is None:
        raise Spread(n.NOT_APPLICABLE)
    return met


def node_grade(ctx, tree):
    result = ctx.unit.result(_other(ctx, tree))
    if result.met is None:
        raise Spread(n.NOT_APPLICABLE)
    options = result.grades - {None}
    if not options:
        raise Spread(n.NO_VALUE)
    return Choice(options, None in result.grades)


def _tagged(ctx, tree):
    """The applicable nodes with a tag."""
    for node in ctx.round.system.order():
        if tree[1] in node.tags and node is not ctx.node:
            outcome = ctx.unit.vetoed(node)
            if outcome.state not in ("absent", "not-applicable"):
                yield node, outcome


def _scored(ctx, tree):
    return [(node, outcome.need_score(), outcome.full)
            for node, outcome in _tagged(ctx, tree)
            if outcome.state != "unscored"]


def _sum(values):
    total = n.ZERO
    for value in values:
        total = n.add(total, value)
    return total


def _min_rate(ctx, tree):
    rates = [n.divide(score, amount_of(full))
             for _, score, full in _scored(ctx, tree)]
    if not rates:
        raise Spread(n.NO_VALUE)
    return n.minimum(rates)


def _sum_score(ctx, tree):
    return _sum(score for _, score, _ in _scored(ctx, tree))


def _sum_full(ctx, tree):
    return _sum(amount_of(outcome.full or 0)
                for _, outcome in _tagged(ctx, tree))


def _truths(truths):
    sure = sum(t.options == {True} for t in truths)
    possible = sum(True in t.options for t in truths)
    return Num(Fraction(sure), Fraction(possible))


def _count_met(ctx, tree):
    return _truths([ctx.unit.result(node).met
                    for node, _ in _tagged(ctx, tree)])


def _count_zero(ctx, tree):
    return _truths([n.equal(score, n.ZERO)
                    for _, score, _ in _scored(ctx, tree)])


def _count_tag(ctx, tree):
    return point(sum(1 for _ in _tagged(ctx, tree)))


# --- the cohort -----------------------------------------------------------

def _cohort(ctx, tree, grouped):
    """(unit, value) wherever the formula is applicable and has a value."""
    found = []
    first = ctx.unit.groups[:1]
    for unit in ctx.round.units:
        if grouped and unit is not ctx.unit:
            if unit.groups[:1] != first:
                continue
        notes = ctx.notes if unit is ctx.unit else None
        there = Context(unit, ctx.node, ctx.stage, notes)
        try:
            found.append((unit, evaluate(tree, there)))
        except Spread:
            pass
    return found


def _rank(ctx, tree, group=None, low=False):
    own = evaluate(tree, Context(ctx.unit, ctx.node, ctx.stage, ctx.notes))
    others = [value for unit, value in _cohort(ctx, tree, group is not None)
              if unit is not ctx.unit]
    if low:
        own, others = n.negate(own), [n.negate(value) for value in others]
    before = [n.less(own, value).options for value in others]
    sure = [v for v, t in zip(others, before) if t == {True} and not v.maybe]
    possible = [v for v, t in zip(others, before) if True in t]
    if ctx.contract.ties == "skip":
        return Num(Fraction(1 + len(sure)), Fraction(1 + len(possible)),
                   maybe=own.maybe)
    exact = {v.lo for v in sure if v.exact}
    least = max(len(exact), 1 if sure else 0)
    most = (len({v.lo for v in possible if v.exact})
            + sum(not v.exact for v in possible))
    return Num(Fraction(1 + least), Fraction(1 + most), maybe=own.maybe)


def _middle(ends):
    ends = sorted(ends)
    half = len(ends) // 2
    if len(ends) % 2:
        return ends[half]
    return n.end_mul(n.end_add(ends[half - 1], ends[half]), Fraction(1, 2))


def _mean(values):
    return n.divide(_sum(values), point(len(values)))


def middle_value(values):
    return Num(_middle([v.lo for v in values]), _middle([v.hi for v in values]),
               thin=all(v.single for v in values))


def _deviation(values):
    if not all(v.single for v in values):
        spread = n.end_add(max(v.hi for v in values),
                           -min(v.lo for v in values))
        return Num(Fraction(0), n.end_mul(spread, Fraction(1, 2)))
    mean = _mean(values)
    squares = [n.power(n.subtract(v, mean), 2) for v in values]
    return n.root(_mean(squares), 2)


_FIGURES = {
    "cohort_min": n.minimum, "cohort_max": n.maximum, "cohort_mean": _mean,
    "cohort_median": middle_value, "cohort_sum": _sum, "cohort_sd": _deviation,
    "cohort_count": lambda values: point(len(values)),
}


def _figure(ctx, name, tree, group=None):
    values = [value for _, value in _cohort(ctx, tree, group is not None)]
    sure = [v for v in values if not v.maybe]
    doubtful = [Num(v.lo, v.hi, thin=v.thin) for v in values if v.maybe]
    thunks = []
    for taken in itertools.product((False, True), repeat=len(doubtful)):
        members = sure + [v for v, t in zip(doubtful, taken) if t]
        thunks.append(lambda m=members: _figure_of(name, m))
    return merge(thunks)


def _figure_of(name, members):
    if not members and name not in ("cohort_sum", "cohort_count"):
        raise Spread(n.NO_VALUE)
    return _FIGURES[name](members)


# --- the tables -----------------------------------------------------------

def _numbers(function):
    return lambda ctx, *trees: function(*[evaluate(t, ctx) for t in trees])


def _constant(tree):
    return int(tree[1]) if tree[0] == "num" else -_constant(tree[1])


_CALLS = {
    "abs": _numbers(n.absolute),
    "min": _numbers(lambda *values: n.minimum(values)),
    "max": _numbers(lambda *values: n.maximum(values)),
    "floor": _numbers(n.floor),
    "ceil": _numbers(n.ceiling),
    "round": lambda ctx, x, k: n.round_to(evaluate(x, ctx), _constant(k),
                                          ctx.contract.mode),
    "sqrt": _numbers(lambda x: n.root(x, 2)),
    "root": lambda ctx, x, k: n.root(evaluate(x, ctx), _constant(k)),
    "power": lambda ctx, x, k: n.power(evaluate(x, ctx), _constant(k)),
    "if": _if,
    "count": _count,
    "defined": _defined,
    "applicable": _applicable,
    "numerator": lambda ctx, x: ratio_side(ctx, x, "numerator"),
    "denominator": lambda ctx, x: ratio_side(ctx, x, "denominator"),
    "sum": total_of,
    "marks": _marks,
    "days": _days,
    "months": _months,
    "workdays": _workdays,
    "year": _year,
    "evidence": lambda ctx, *words: point(
        ctx.unit.evidence(ctx.node, [word[1] for word in words])),
    "in_group": lambda ctx, group: Choice([group[1] in ctx.unit.groups]),
    "rate": node_rate, "full": node_full, "lost": node_lost,
    "met": node_met, "grade": node_grade,
    "min_rate": _min_rate, "sum_score": _sum_score, "sum_full": _sum_full,
    "count_met": _count_met, "count_zero": _count_zero,
    "count_tag": _count_tag,
    "rank": _rank,
    "rank_low": lambda ctx, x, group=None: _rank(ctx, x, group, True),
}

_BINARY = {"+": n.add, "-": n.subtract, "*": n.multiply, "/": n.divide}


def evaluate(tree, ctx):
    """The value of a formula: a Num or a Choice; else it raises Spread."""
    branches = tree[0] in ("and", "or") or tree[:2] == ("call", "if")
    return noting(ctx, lambda: _evaluate(tree, ctx), branches)


def _evaluate(tree, ctx):
    kind = tree[0]
    if kind == "num":
        return point(tree[1])
    if kind in ("text", "truth"):
        return Choice([tree[1]])
    if kind == "param":
        return amount_of(ctx.unit.parameter(tree[1]))
    if kind == "word":
        return _word(ctx, tree)
    if kind == "obs":
        return observe(ctx, tree)
    if kind == "node":
        return node_score(ctx, tree)
    if kind == "negate":
        return n.negate(evaluate(tree[1], ctx))
    if kind == "not":
        return n.invert(evaluate(tree[1], ctx))
    if kind in ("and", "or"):
        return _both(ctx, tree, kind == "or")
    if kind in _BINARY:
        return _BINARY[kind](evaluate(tree[1], ctx), evaluate(tree[2], ctx))
    if kind == "call" and tree[1] in _FIGURES:
        return _figure(ctx, *tree[1:])
    if kind == "call":
        return _CALLS[tree[1]](ctx, *tree[2:])
    return _compare(ctx, tree)
