# SPDX-License-Identifier: Apache-2.0
"""The outcomes of nodes, and the children of a node taken together."""

import reference_numbers as n
from reference_aggregate import AGGREGATES, WEIGHTED
from reference_documents import NS, UNPUBLISHED, tag
from reference_evaluate import amount_of
from reference_numbers import Num, Spread, point
from reference_rules import inner_rule

SCORED = ("present", "bounded")
_SPREADS = {
    "absent": n.NOT_APPLICABLE, "not-applicable": n.NOT_APPLICABLE,
    "refused": n.REFUSED, "no-value": n.REFUSED, "stopped": n.STOPPED,
    "not-computable": n.NOT_COMPUTABLE, "unscored": n.NO_VALUE,
}


class Outcome:
    """The state of a node, its score and its full marks."""

    def __init__(self, state, score=None, full=None, left_out=False,
                 met=None):
        self.state = state
        self.score = score
        self.full = full            # None, "unpublished" or a Num
        self.left_out = left_out    # absent because of a policy
        self.met = met              # known already: by a policy
        self.grades = frozenset([None])
        self.bar = n.NO

    def need_score(self):
        if self.state not in SCORED:
            raise Spread(_SPREADS[self.state])
        return self.score

    def copy(self):
        other = Outcome(self.state, self.score, self.full, self.left_out,
                        self.met)
        return other


def scored(value, full, met=None):
    value = Num(value.lo, value.hi, thin=value.thin)
    state = "present" if value.single else "bounded"
    return Outcome(state, value, full, met=met)


class Member:
    """A child that takes part in a combination."""

    def __init__(self, value, full, weight, has_score):
        self.value = value
        self.full = full
        self.weight = weight
        self.has_score = has_score


class Family:
    """The children of a node, sorted by what becomes of them."""

    def __init__(self, unit, by, use):
        self.unit = unit
        self.by = by
        self.use = use
        self.members = []       # not bonus, with a value
        self.rescaled = []      # full marks of those left out, siblings rise
        self.dropped = []       # what left the full marks altogether
        self.spreads = []       # (full, weight) to be shared among siblings
        self.bonus = n.ZERO
        self.some_score = False
        self.some_blank = False
        self.troubles = set()

    def _full(self, full):
        return point(1) if self.use == "rate" else full

    def take(self, child):
        outcome = self.unit.vetoed(child)
        state = outcome.state
        if state == "absent" and not outcome.left_out:
            return
        if state in SCORED:
            self._take_scored(child, outcome)
        elif state == "not-applicable":
            self._take_out(child)
        elif state == "absent":
            if not child.bonus:
                self._leave(child, self.rescaled)
        elif state == "unscored":
            self._take_unscored(child, outcome)
        else:
            self.troubles.add("refused" if state == "no-value" else state)

    def _take_scored(self, child, outcome):
        self.some_score = True
        if child.bonus:
            self.bonus = n.add(self.bonus, outcome.score)
            return
        value, full = outcome.score, outcome.full
        if self.use == "rate":
            try:
                value, full = n.divide(value, amount_of(full)), point(1)
            except Spread as spread:
                self.troubles.add(spread.kind)
                return
        self._add(child, value, full, True)

    def _add(self, child, value, full, has_score):
        weight = self.unit.weight_of(child)
        self.members.append(Member(value, full, weight, has_score))

    def _take_unscored(self, child, outcome):
        if child.bonus:
            return
        self.some_blank = True
        if self.by != "sum" or outcome.full is not None:
            self.troubles.add("not-computable")

    def _leave(self, child, where):
        full = self._full(self.unit.nominal(child))
        where.append(Member(None, full, self.unit.weight_of(child), False))

    def _take_out(self, child):
        treatment = child.treatment or self.unit.round.contract.treatment
        full = self._full(self.unit.nominal(child))
        value = n.ZERO if full is None else full
        if treatment == "substitute":
            try:
                value = self._substitute(child, full)
            except Spread as spread:
                self.troubles.add(spread.kind)
                return
            treatment = "leave-out" if value is None else "full"
        elif treatment == "no-loss" and child.bonus:
            return
        if treatment in ("full", "no-loss"):
            if value == UNPUBLISHED:
                self.troubles.add("not-computable")
            elif child.bonus:
                self.bonus = n.add(self.bonus, value)
            else:
                self._add(child, value, full, False)
        elif not child.bonus:
            where = {"rescale": self.rescaled, "spread": self.spreads,
                     "leave-out": self.dropped}[treatment]
            self._leave(child, where)

    def _substitute(self, child, full):
        """The other indicator's rate × own points; None without one."""
        other = self.unit.vetoed(
            self.unit.round.system.nodes[child.substitute])
        if other.state in ("absent", "not-applicable"):
            return None
        if other.state == "unscored":
            return None
        score = other.need_score()
        if other.full is None:
            return None
        if UNPUBLISHED in (other.full, full):
            return UNPUBLISHED
        if other.full.exact and other.full.lo == 0 or full is None:
            return None
        return n.multiply(n.divide(score, other.full), full)

    def check(self):
        """Raises what troubles the node."""
        for kind in (n.REFUSED, n.STOPPED, n.NOT_COMPUTABLE, n.NO_VALUE):
            if kind in self.troubles:
                raise Spread(kind)
        if not self.some_score:
            raise Spread(n.NOT_COMPUTABLE if self.some_blank
                         else n.NOT_APPLICABLE)
        everyone = self.members + self.rescaled + self.spreads
        if self.by == "sum" and any(m.full == UNPUBLISHED for m in everyone):
            raise Spread(n.NOT_COMPUTABLE)

    def share(self):
        """Shares out what is spread among the siblings with a score."""
        if self.by == "sum":
            self._share_points()
        elif self.by in WEIGHTED:
            self._share_weights()

    def _share_points(self):
        heirs = [m for m in self.members if m.has_score
                 and m.full is not None and m.full.lo > 0]
        total = n.ZERO
        for gone in self.spreads:
            total = n.add(total, gone.full or n.ZERO)
        if not heirs:
            return
        share = n.divide(total, point(len(heirs)))
        for heir in heirs:
            rate = n.divide(heir.value, heir.full)
            heir.value = n.multiply(rate, n.add(heir.full, share))
            heir.full = n.add(heir.full, share)

    def _share_weights(self):
        heirs = [m for m in self.members if m.has_score]
        weights = [m.weight for m in heirs + self.spreads]
        if not heirs or not self.spreads or None in weights:
            return
        if UNPUBLISHED in weights:
            for heir in heirs:
                heir.weight = UNPUBLISHED
            return
        total = n.ZERO
        for gone in self.spreads:
            total = n.add(total, gone.weight)
        share = n.divide(total, point(len(heirs)))
        for heir in heirs:
            heir.weight = n.add(heir.weight, share)

    def check_coverage(self, least):
        """No value when too little of the weight has one."""
        have = self._measure(self.members)
        whole = n.add(have, self._measure(
            self.rescaled + self.dropped + self.spreads))
        if n.less(have, n.multiply(least, whole)).options != {False}:
            raise Spread(n.NO_VALUE)

    def _measure(self, members):
        total = n.ZERO
        for member in members:
            size = point(1)
            if self.by in WEIGHTED:
                size = member.weight or point(1)
            elif self.by == "sum":
                size = member.full or n.ZERO
            if size == UNPUBLISHED:
                raise Spread(n.NOT_COMPUTABLE)
            total = n.add(total, size)
        return total


def combine_element(node):
    """The combine of children that a rule is, inside adjusts or not."""
    element = None if node.rule is None else inner_rule(node.rule)
    while element is not None and tag(element) == "adjust":
        element = inner_rule(element)
    if element is None or tag(element) != "combine":
        return None
    return None if element.find(NS + "part") is not None else element


def full_of(by, members):
    """The full marks, combined as the scores are."""
    fulls = [m.full for m in members]
    if UNPUBLISHED in fulls:
        return UNPUBLISHED
    if by == "sum":
        return AGGREGATES["sum"]([(f, None) for f in fulls if f is not None])
    if None in fulls or not fulls:
        return None
    weights = [m.weight for m in members]
    if by in WEIGHTED and UNPUBLISHED in weights:
        same = all(f.exact and f.lo == fulls[0].lo for f in fulls)
        return fulls[0] if same else UNPUBLISHED
    weights = [point(1) if w is None else w for w in weights]
    try:
        return AGGREGATES[by](list(zip(fulls, weights)))
    except Spread:
        return None


def rescale(value, full, rescaled):
    """The sum × F / (F − what was left out); full marks stay F."""
    gone = AGGREGATES["sum"]([(m.full, None) for m in rescaled
                              if m.full is not None])
    whole = n.add(full, gone)
    if gone.exact and gone.lo == 0 or full.exact and full.lo == 0:
        return value, full
    return n.divide(n.multiply(value, whole), full), whole
