# SPDX-License-Identifier: Apache-2.0
"""The pieces of what is absent: finite values, and numbers cut at constants.

A rule is evaluated for every combination of the pieces of the absent
observations it names; with too many combinations, once, with intervals.
"""

import itertools
import math
from fractions import Fraction

from reference_documents import NS, tag
from reference_formula import parse, walk
from reference_items import series_of
from reference_numbers import Choice, Num, point

MOST_COMBINATIONS = 256
_NOT_FORMULA = {"label", "matter", "by", "use", "clamp", "pick", "steps",
                "is", "grade", "issuer", "since", "until", "series"}
_BARE_OF = {"awards", "survey", "panel"}


def formulas(element):
    """Every formula attribute of a rule, as a tree."""
    for e in element.iter():
        if not e.tag.startswith(NS):
            continue
        for name, text in e.attrib.items():
            if name in _NOT_FORMULA or text == "none":
                continue
            if name == "of" and tag(e) in _BARE_OF:
                continue
            yield parse(text)


def constants(rule, unit):
    """The numbers and parameters that a rule is written with."""
    found = set()
    for tree in formulas(rule):
        for part in walk(tree):
            if part[0] == "num":
                found.add(part[1])
            elif part[0] == "negate" and part[1][0] == "num":
                found.add(-part[1][1])
            elif part[0] == "param":
                value = unit.parameter(part[1])
                if isinstance(value, Fraction):
                    found.add(value)
    for e in rule.iter():
        found.update(series_of(e) or ())
    return sorted(found)


def outer_walk(tree):
    """The parts of a formula that are not inside a cohort function."""
    if tree[0] == "call" and tree[1].startswith(("cohort_", "rank")):
        return
    yield tree
    if tree[0] == "obs":
        return
    for item in tree[1:]:
        if isinstance(item, tuple) and item and isinstance(item[0], str):
            yield from outer_walk(item)


def split(values, cuts, whole):
    """An interval cut at constants: the points, and what lies between."""
    inside = [c for c in cuts if values.lo <= c <= values.hi]
    pieces = []
    at, is_open = values.lo, False
    for cut in inside:
        if at < cut:
            pieces.append(Num(at, cut, is_open, True))
        pieces.append(point(cut))
        at, is_open = cut, True
    if at < values.hi or not inside:
        pieces.append(Num(at, values.hi, is_open, False))
    return [p for p in map(_whole_only, pieces) if p] if whole else pieces


def _whole_only(piece):
    lo, hi = piece.lo, piece.hi
    if not isinstance(lo, float):
        lo = Fraction(math.floor(lo) + 1 if piece.lo_open else math.ceil(lo))
    if not isinstance(hi, float):
        hi = Fraction(math.ceil(hi) - 1 if piece.hi_open else math.floor(hi))
    return Num(lo, hi) if lo <= hi else None


def combinations(keys, rule, unit):
    """Every way to take one piece of each absent observation."""
    cuts = constants(rule, unit)
    pieces = []
    for values, whole in keys.values():
        if isinstance(values, Choice):
            pieces.append([Choice([x]) for x in sorted(values.options)])
        else:
            pieces.append(split(values, cuts, whole))
    if math.prod(len(p) for p in pieces) > MOST_COMBINATIONS:
        return [{}]
    return [dict(zip(keys, chosen))
            for chosen in itertools.product(*pieces)]
