# SPDX-License-Identifier: Apache-2.0
"""What all rule elements share: attributes, ends, and the table of kinds."""

import reference_numbers as n
from reference_documents import tag
from reference_notes import noting
from reference_numbers import Choice

KINDS = {}      # filled by the modules that hold the kinds


def optional(element, name, ctx):
    """A formula attribute; None when absent or "none"."""
    text = element.get(name)
    if text is None or text == "none":
        return None
    return ctx.number(text)


def at_least(value, floor):
    return value if floor is None else n.maximum([value, floor])


def at_most(value, cap):
    return value if cap is None else n.minimum([value, cap])


def inner_rule(element):
    for e in element:
        if tag(e) in KINDS:
            return e
    return None


def points_of(element, ctx):
    """The points attribute, or the rule element that stands for it."""
    text = element.get("points")
    if text is not None:
        return ctx.number(text)
    return apply(inner_rule(element), ctx)


def outcome_of(element, ctx):
    """Points or a grade."""
    grade = element.get("grade")
    if grade is not None:
        return Choice([grade])
    return points_of(element, ctx)


def apply(element, ctx):
    return noting(ctx, lambda: KINDS[tag(element)](element, ctx),
                  tag(element) in ("bands", "choose"))


def apply_rule(rule, ctx):
    """<rule>: a formula, or one rule element."""
    if rule.get("value") is not None:
        return ctx.number(rule.get("value"))
    return apply(inner_rule(rule), ctx)
