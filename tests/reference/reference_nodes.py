# SPDX-License-Identifier: Apache-2.0
"""The nodes of one unit: scores, combining children, vetoes, met."""

import reference_kinds      # fills the table of kinds
import reference_numbers as n
from reference_aggregate import AGGREGATES, WEIGHTED, weighted
from reference_documents import UNPUBLISHED
from reference_evaluate import Context, reference
from reference_evaluate import domain as domain_of
from reference_family import (Family, Member, Outcome, combine_element,
                              full_of, rescale, scored)
from reference_notes import may_apply
from reference_numbers import Choice, Num, Spread, point
from reference_pieces import combinations, formulas, outer_walk
from reference_rules import apply, apply_rule, at_least, at_most, optional

STRICT = ("refuse", "zero", "leave-out", "bound")


class Result:
    """What is known of a node at the end."""

    def __init__(self, outcome, grades, met):
        self.outcome = outcome
        self.grades = grades
        self.met = met


class Unit:
    """One declaration, and what was computed from it so far."""

    def __init__(self, declaration, round_):
        self.declaration = declaration
        self.round = round_
        self.groups = declaration.groups
        self.memo = {}

    def _once(self, step, node, compute):
        key = (step, node.id)
        if key not in self.memo:
            self.memo[key] = None
            try:
                self.memo[key] = compute(node)
            finally:
                if self.memo[key] is None:
                    del self.memo[key]
        if self.memo[key] is None:
            raise RecursionError("%s of %s needs itself" % key)
        return self.memo[key][0]

    # --- the declaration --------------------------------------------------

    def parameter(self, name):
        parameter = self.round.system.parameters[name]
        for variant in parameter.variants:
            if variant.group in self.groups:
                return variant.value
        return parameter.value

    def _own(self, node, name):
        """points, weight or applies, for the unit's group if given."""
        for variant in node.variants:
            if variant.group in self.groups:
                value = getattr(variant, name)
                return getattr(node, name) if value is None else value
        return getattr(node, name)

    def weight(self, node):
        return self._own(node, "weight")

    def applies(self, node):
        return all(self._own(a, "applies") in ("both", self.declaration.level)
                   for a in node.line())

    def _entries(self, node_id):
        for assessor in self.round.contract.decide:
            yield from self.declaration.entries(assessor, node_id)

    def declared_out(self, node):
        """Whether the node, or one above it, is declared not applicable."""
        return any(self._declared_out(a) for a in node.line())

    def _declared_out(self, node):
        for entry in self._entries(node.id):
            if entry.not_applicable:
                return True
            if entry.observations:
                return False
        return False

    def find(self, node_id, name, period, assessor):
        """The state of an observation, and the observation."""
        node = self.round.system.nodes[node_id]
        if not self.applies(node):
            return "not-applicable", None
        if assessor is not None:
            entries = self.declaration.entries(assessor, node_id)
        elif self.declared_out(node):
            return "not-applicable", None
        else:
            entries = self._entries(node_id)
        for entry in entries:
            if entry.not_applicable and assessor is not None:
                return "not-applicable", None
            found = entry.observations.get((name, period))
            if found is not None:
                return found.state, found
        return "missing", None

    def evidence(self, node, words):
        count = 0
        for _, entries in self.declaration.assessments:
            if node.id in entries:
                count += sum(set(words) <= set(piece)
                             for piece in entries[node.id].evidence)
        return count

    # --- full marks -------------------------------------------------------

    def nominal(self, node):
        """Full marks before anything is left out."""
        return self._once("nominal", node, lambda x: (self._nominal(x),))

    def _nominal(self, node):
        own = self._own(node, "points")
        own = point(own) if own not in (None, UNPUBLISHED) else own
        if not node.children:
            return own
        element = combine_element(node)
        by = self.round.contract.without_rule
        if element is not None:
            by = element.get("by")
        elif node.rule is not None:
            by = "sum"
        to = element is not None and element.get("to")
        if own is not None and (to or by != "sum" or
                                node.rule is not None and element is None):
            return own
        if to:
            return self._scale(node, to)
        rates = element is not None and element.get("use") == "rate"
        members = [Member(None, point(1) if rates else self.nominal(c),
                          self.weight_of(c), True)
                   for c in node.children
                   if self.applies(c) and not c.bonus]
        return full_of(by, members)

    def _scale(self, node, to):
        """What the scale is changed to, made of constants and parameters."""
        try:
            return Context(self, node, "rule").number(to)
        except Spread:
            return UNPUBLISHED

    def weight_of(self, node):
        weight = self.weight(node)
        return weight if weight in (None, UNPUBLISHED) else point(weight)

    # --- scores -----------------------------------------------------------

    def raw(self, node):
        """After the rule, the policies and rounding; before vetoes."""
        return self._once("raw", node,
                          lambda x: (self._overridden(x, self._raw(x)),))

    def _overridden(self, node, before):
        """The deciding assessor's own score, where there is one."""
        value = self.override(node)
        if value is None or before.state == n.NOT_APPLICABLE or \
                not self.applies(node):
            return before
        full = self.nominal(node) if before.score is None else before.full
        return scored(point(value), full)

    def override(self, node):
        for assessor in self.round.contract.decide:
            value = self.declaration.overrides.get((assessor, node.id))
            if value is not None:
                return value
            if any(entry.not_applicable or entry.observations for entry in
                   self.declaration.entries(assessor, node.id)):
                return None
        return None

    def _raw(self, node):
        if not self.applies(node):
            return Outcome("absent")
        if self.declared_out(node):
            return Outcome("not-applicable")
        if node.rule is None and not node.children:
            return self._unscored(node)
        notes = set()
        try:
            value, full = self._value(node, notes)
        except Spread as spread:
            return self._without_score(node, spread.kind)
        value = n.round_to(value, self._places(node),
                           self.round.contract.mode)
        if notes and not value.single:
            policy = self._strictest(node, notes)
            if policy != "bound":
                return self._by_policy(node, policy, full)
        if value.maybe:
            policy = self.round.contract.policy(node, n.NO_VALUE)
            if policy != "zero":
                return self._without_score(node, n.NO_VALUE)
            value = n.hull([value, n.ZERO])
        return scored(value, full)

    def _places(self, node):
        step = "node" if node.children else "indicator"
        if node.parent is None:
            step = "total"
        return self.round.contract.places[step]

    def _strictest(self, node, states):
        policies = {self.round.contract.policy(node, s) for s in states}
        return next(p for p in STRICT if p in policies)

    def _by_policy(self, node, policy, full):
        if policy == "zero":
            return scored(n.ZERO, full, met=n.NO)
        if policy == "leave-out":
            return Outcome("absent", full=self.nominal(node), left_out=True)
        return Outcome("refused", full=full)

    def _without_score(self, node, kind):
        full = self.nominal(node)
        if kind != n.NO_VALUE:
            return Outcome(kind, full=full)
        policy = self.round.contract.policy(node, n.NO_VALUE)
        if policy == "refuse":
            return Outcome("no-value", full=full)
        return self._by_policy(node, policy, full)

    def _unscored(self, node):
        """A leaf without a rule: only its own met may be read."""
        full = self.nominal(node)
        if node.met is None:
            return Outcome("unscored", full=full)
        notes = set()
        ctx = Context(self, node, "blind", notes)
        try:
            truth = ctx.truth(node.met)
        except Spread as spread:
            if spread.kind == n.NOT_APPLICABLE:
                return Outcome(n.NOT_APPLICABLE, full=full)
            truth = n.UNKNOWN
            if spread.kind == n.NO_VALUE:
                notes = {n.NO_VALUE}
        if len(truth.options) == 1 or not notes:
            return Outcome("unscored", full=full)
        policy = self._strictest(node, notes)
        if policy == "bound":
            return Outcome("unscored", full=full)
        if policy == "refuse":
            state = "no-value" if notes == {n.NO_VALUE} else "refused"
            return Outcome(state, full=full)
        if policy == "zero":
            return Outcome("unscored", full=full, met=n.NO)
        return Outcome("absent", full=full, left_out=True)

    def _value(self, node, notes):
        """(value, full marks) by the rule or by combining the children."""
        if node.rule is None:
            ctx = Context(self, node, "rule", notes)
            value = self.combine(ctx, None)
            return value, ctx.combined_full
        values = []
        maybe = False
        chosen = combinations(self._absent_keys(node), node.rule, self)
        if chosen != [{}]:
            self._read_whole(node, notes)
        for pieces in chosen:
            ctx = Context(self, node, "rule", notes, pieces)
            try:
                values.append(apply_rule(node.rule, ctx))
            except Spread as spread:
                if spread.kind != n.NO_VALUE:
                    raise
                maybe = True
        if not values:
            raise Spread(n.NO_VALUE)
        full = self.nominal(node)
        if ctx.combined_full is not None and combine_element(node) is not None:
            full = ctx.combined_full
        value = n.hull(values)
        value.maybe = value.maybe or maybe
        return value, full

    def _read_whole(self, node, notes):
        """Notes what the rule reads when nothing absent is cut to pieces."""
        try:
            apply_rule(node.rule, Context(self, node, "rule", notes))
        except Spread as spread:
            notes.update(spread.notes)

    def _absent_keys(self, node):
        """The absent observations that the rule names, with domains."""
        ctx = Context(self, node, "rule")
        keys = {}
        for tree in formulas(node.rule):
            for part in outer_walk(tree):
                if part[0] == "word" and part[1] not in node.observes:
                    continue
                if part[0] not in ("word", "obs"):
                    continue
                node_id, spec, *rest = reference(ctx, part)
                state, _ = self.find(node_id, spec.id, *rest[1:])
                if state in ("present", "not-applicable"):
                    continue
                plain = spec.kind not in ("date", "awards", "panel")
                if spec.kind in ("causes", "survey"):
                    plain = rest[0] is not None
                if plain:
                    whole = spec.whole or spec.kind in ("causes", "survey")
                    keys[(node_id, spec.id, *rest)] = (
                        domain_of(spec, rest[0]), whole)
        return keys

    # --- combining children -----------------------------------------------

    def combine(self, ctx, element):
        """The node's children as one number; notes the full marks."""
        node, contract = ctx.node, self.round.contract
        by, use = contract.without_rule, "score"
        coverage = limits = None
        if element is not None:
            by, use = element.get("by"), element.get("use", "score")
            coverage, *limits = [optional(element, name, ctx) for name in
                                 ("coverage", "to", "floor", "cap")]
        family = Family(self, by, use)
        for child in node.children:
            family.take(child)
        family.check()
        if coverage is not None:
            family.check_coverage(coverage)
        family.share()
        members, bonus = family.members, family.bonus
        value = self._aggregate(by, members)
        full = full_of(by, members)
        if by == "sum":
            value, full = rescale(value, full, family.rescaled)
        if element is not None:
            value, full = self._finish(ctx, limits, by, value, full,
                                       bonus)
        elif by in ("sum", "mean"):
            value = n.add(value, bonus)
        own = self._own(node, "points")
        scaled = element is not None and element.get("to")
        if own not in (None, UNPUBLISHED) and (by != "sum" or scaled):
            full = point(own)
        ctx.combined_full = full
        return value

    def _finish(self, ctx, limits, by, value, full, bonus):
        to, floor, cap = limits
        if to is not None:
            if full is None:
                raise Spread(n.NO_VALUE)
            if full == UNPUBLISHED:
                raise Spread(n.NOT_COMPUTABLE)
            value = n.divide(n.multiply(value, to), full)
            full = to
        if by not in ("sum", "mean"):
            value = at_least(value, floor)
        elif (self.round.contract.bonus == "floor-then-bonus"
              and not ctx.node.bonus):
            value = n.add(at_least(value, floor), bonus)
        else:
            value = at_least(n.add(value, bonus), floor)
        return at_most(value, cap), full

    def _aggregate(self, by, members):
        if not members:
            return n.ZERO
        values = [m.value for m in members]
        weights = [m.weight for m in members]
        if by in WEIGHTED and UNPUBLISHED in weights:
            return n.hull(values)
        if by in WEIGHTED:
            weights = [point(1) if w is None else w for w in weights]
            return weighted(by, list(zip(values, weights)))
        return AGGREGATES[by](list(zip(values, weights)))

    # --- vetoes, grade, met -----------------------------------------------

    def at_stage(self, node, stage):
        """The outcome whose score a formula at this stage reads."""
        if stage == "blind":
            return Outcome("unscored", full=self.nominal(node))
        return self.raw(node) if stage == "veto" else self.vetoed(node)

    def condition(self, ctx, text, valueless):
        """A truth; what has no value is what valueless says."""
        try:
            truth = ctx.truth(text)
        except Spread as spread:
            if spread.kind in (n.NOT_APPLICABLE, n.NO_VALUE):
                return n.UNKNOWN if may_apply(spread) else valueless
            return n.UNKNOWN
        if truth.maybe:
            return Choice(truth.options | valueless.options)
        return truth

    def vetoed(self, node):
        return self._once("vetoed", node, lambda x: (self._vetoed(x)[0],))

    def _vetoed(self, node):
        """The outcome after vetoes, and what they do to the grade."""
        before = self.raw(node)
        if before.state in ("absent", "not-applicable"):
            return before, []
        after = before.copy()
        ctx = Context(self, node, "veto")
        grading = []
        stopped = False
        for veto in node.vetoes:
            truth = self.condition(ctx, veto.when, n.NO)
            if True not in truth.options:
                continue
            sure = truth.options == {True}
            if veto.effect == "bar":
                after.bar = n.YES if sure or after.bar is n.YES else n.UNKNOWN
            elif stopped:
                continue
            elif veto.effect in ("grade", "lower", "stop"):
                grading.append((sure, veto, ctx))
                if veto.effect == "stop" and sure:
                    after.state, after.score = "stopped", None
                    stopped = True
            elif after.score is not None:
                score = self._struck(after.score, veto, ctx)
                if not sure:
                    score = n.hull([score, after.score])
                after.score = Num(score.lo, score.hi, thin=score.thin)
                after.state = "present" if score.single else "bounded"
        return after, grading

    def _struck(self, score, veto, ctx):
        if veto.effect == "zero":
            return n.ZERO
        value = ctx.number(veto.value)
        return value if veto.effect == "fix" else n.subtract(score, value)

    def result(self, node):
        return self._once("result", node, lambda x: (self._result(x),))

    def _result(self, node):
        after = self.vetoed(node)
        if after.state in ("absent", "not-applicable"):
            return Result(after, frozenset([None]), None)
        met = after.met
        if met is None:
            text = node.met or self.round.contract.met
            ctx = Context(self, node, "met")
            met = self.condition(ctx, text, n.UNKNOWN)
        return Result(after, self._grades(node), met)

    def _grades(self, node):
        grades = {None}
        if node.grading is not None:
            try:
                found = apply(node.grading, Context(self, node, "grading"))
                grades = set(found.options)
                if found.maybe:
                    grades.add(None)
            except Spread:
                pass
        for sure, veto, ctx in self._vetoed(node)[1]:
            changed = self._graded(grades, veto, ctx)
            grades = changed if sure else grades | changed
        return frozenset(grades)

    def _graded(self, grades, veto, ctx):
        if veto.effect in ("grade", "stop"):
            return {veto.grade}
        steps = 1 if veto.value is None else ctx.whole(veto.value)
        order = self.round.system.grades
        if len(grades) > 1:
            return grades | set(order)
        return {order[min(order.index(g) + steps, len(order) - 1)]
                if g in order else g for g in grades}
