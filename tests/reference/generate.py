#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random systems, contracts and declarations, valid by construction.

    generate.py FOLDER FIRST LAST [--plain]

writes FOLDER/SEED/{system,contract,declarations}.xml, and tailoring.xml at
times.  The same seed always gives the same documents.  With --plain the
constructions on which the texts are silent are left out.  Seeds above a million
make what the others seldom or never do: weights and changes of scale that data
leave open, values outside every band, many overrides, also of what figures of
the cohort read.
"""

import argparse
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from generate_rules import OPTIONS, Rules, el       # noqa: E402

XMLNS = "urn:fzzf:1"
OPEN_SEEDS = 1_000_000     # those above it leave more open
WEIGHTED = ("mean", "geometric", "harmonic")
GRADES = ("best", "good", "fair", "poor")
TREATMENTS = ("rescale", "spread", "full", "no-loss", "leave-out")
ABSENT = ("missing", "not-assessed", "disputed")


class Record:
    """What the maker remembers of a node."""

    def __init__(self, name, parent, points):
        self.name = name
        self.parent = parent
        self.points = points
        self.specs = []
        self.children = []
        self.bonus = False
        self.fixed = True       # the same points for every unit
        self.everywhere = True  # applies to every unit
        self.locked = False     # points are written on a node above
        self.needs_weight = False
        self.by = None
        self.referenced = False

    def sum_known(self):
        """The points of the children that are not bonus, if plain."""
        if all(c.fixed and c.everywhere for c in self.children):
            return sum(c.points for c in self.children if not c.bonus)
        return None


class Case:
    """All the documents of one seed."""

    def __init__(self, seed, plain=False):
        self.random = random.Random(seed)
        self.plain = plain
        self.open = seed > OPEN_SEEDS
        self.done = []          # leaves that may be referred to
        self.leaves = []
        self.dirty = self.pick(0, 0, 0.08, 0.25)
        self.contract = self._contract()
        self.system = self._system()
        self.tailoring = self._tailoring() if self.chance(0.15) else None
        self.declarations = self._declarations()
        self.batch = el("declarations", *[
            d.replace(' xmlns="%s"' % XMLNS, "", 1)
            for d in self.declarations], xmlns=XMLNS)

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *values):
        return self.random.choice(values)

    # --- contract ---------------------------------------------------------

    def _contract(self):
        places = [self.pick("none", "0", "1", "2", "4") for _ in range(3)]
        self.irrational_leaves = places[0] != "none"
        self.irrational_nodes = places[1] != "none"
        self.without_rule = self.pick("sum", "sum", "sum", "mean")
        soft = ("bound",) * 3 + ("refuse", "zero", "leave-out")
        policies = {state: self.pick(*soft) for state in ABSENT}
        own = "".join(el("node", id=name, missing=self.pick(*soft),
                         no_value=self.pick(None, "zero", "leave-out"))
                      for name in ("1.1", "2.1") if self.chance(0.3))
        return el(
            "contract",
            el("rounding", mode=self.pick("half-up", "half-even", "down"),
               indicator=places[0], node=places[1], total=places[2],
               display="2"),
            el("assessors", decide=self.pick("final city self", "self final",
                                             "final self")),
            el("steps", part=self.pick("whole", "started", "continuous")),
            el("bonus", order=self.pick("floor-then-bonus",
                                        "bonus-then-floor")),
            el("absent", own, missing=policies["missing"],
               not_assessed=policies["not-assessed"],
               disputed=policies["disputed"],
               no_value=self.pick("refuse", "zero", "zero", "leave-out")),
            el("not-applicable", treatment=self.pick(*TREATMENTS)),
            el("nodes", without_rule=self.without_rule),
            el("ties", places=self.pick("skip", "dense")),
            el("met", when=self.pick("score >= points", "rate >= 60%",
                                     "rate >= 0.9", "score > 0")),
            el("threshold", share=self.pick("90%", "0.5", "2/3", "1"),
               reading=self.pick("indicators-all", "indicators-applicable",
                                 "points-all", "points-applicable")),
            xmlns=XMLNS, id="c", title="c")

    # --- system -----------------------------------------------------------

    def _system(self):
        self.total = Record("total", None, None)
        self.total.by = None
        self._prepare(self.total)
        body = [self._branch(self.total, str(i + 1), 1)
                for i in range(self.random.randint(2, 3))]
        head = el("parameter",
                  el("for", group="east", value=self.pick("2", "3")),
                  id="step", value=self.pick("1", "2"))
        head += el("parameter", id="goal", value=self.pick("3", "50%"))
        head += el("calendar", el("day", date="2021-05-03", work="no"),
                   el("day", date="2021-05-08", work="yes"),
                   from_="2021-01-01", to="2021-12-31")
        head += "".join(el("grade", id=grade) for grade in GRADES)
        tail = self._inner_rule(self.total, True) + self._vetoes(self.total)
        tail += self._grading(0.7) + self._requires()
        return el("system", head, *body, tail, xmlns=XMLNS, id="s",
                  edition="1", title="s")

    def _prepare(self, node):
        """Chooses how a node will combine its children."""
        ways = [None, None, None, "sum", "sum", "mean", "minimum", "maximum",
                "median", "harmonic", "trimmed"]
        if self.irrational_nodes or node.parent is None:
            ways.append("geometric")
        node.by = self.pick(*ways)
        by = node.by or self.without_rule
        node.sums = by == "sum"
        node.weighted = by in WEIGHTED
        if node.parent is None and node.by == "geometric":
            node.by, node.sums, node.weighted = "sum", True, False

    def _branch(self, parent, name, level):
        """An inner node with leaves, or with inner nodes that have them."""
        node = Record(name, parent, None)
        node.needs_weight = parent.weighted
        parent.children.append(node)
        self._prepare(node)
        deeper = level == 1 and self.chance(0.25)
        count = self.random.randint(1, 2) if deeper \
            else self.random.randint(1, 4)
        make = (lambda i: self._branch(node, "%s.%d" % (name, i), 2)) \
            if deeper else (lambda i: self._leaf(node, "%s.%d" % (name, i)))
        inner = [make(i + 1) for i in range(count)]
        node.fixed = all(c.fixed for c in node.children)
        node.everywhere = all(c.everywhere for c in node.children)
        known = node.sum_known()
        if node.sums:
            node.points = known or 0
            written = known if known and self.chance(0.3) else None
        else:
            node.points = written = self.pick(10, 20)
            node.fixed = True
        if written is not None and node.sums:
            for leaf in self.leaves:
                leaf.locked = leaf.locked or leaf.name.startswith(name + ".")
        text = self._inner_rule(node, False)
        if self.chance(0.2):
            text += el("met", when="rate >= 50%")
        if self.chance(0.25):
            text += self._vetoes(node)
        text += self._grading(0.2)
        return el("indicator", text, *inner, id=name, title=name,
                  points=written, weight=self._weight(node),
                  na=self.pick(None, None, *TREATMENTS)
                  if self.chance(0.3) else None)

    def _weight(self, node):
        node.weight = self.random.randint(1, 4) if node.needs_weight else None
        unknown = 0.15 if self.open else 0.01
        if node.weight and not self.plain and self.chance(unknown):
            node.weight = "unpublished"
        return node.weight

    def _inner_rule(self, node, is_total):
        if node.by is None:
            return ""
        rates = node.by in ("geometric", "harmonic") or (
            node.by in ("mean", "minimum", "median") and self.chance(0.4))
        weights = [c.weight for c in node.children if not c.bonus]
        add = (node.weighted and self.chance(0.2)
               and "unpublished" not in weights
               and not any(c.bonus for c in node.children))
        to = node.points if rates and not node.sums else None
        if is_total:
            to = self.pick(None, "100") if not rates else "100"
        if node.sums and not is_total:
            to = None
        if to and not is_total and self.open and self.chance(0.5):
            to = self._read_number() or to
        rule = el("combine", by=node.by, use="rate" if rates else None,
                  coverage=self.pick(None, None, "0.5", "0.6"), to=to,
                  weights_add=sum(weights) if add else None,
                  floor=self.pick(None, None, "2"),
                  cap=self.pick(None, None, "9", "100"))
        return el("rule", rule)

    def _read_number(self):
        """A number that another leaf observes; None: there is none."""
        reads = [(leaf, spec) for leaf in self.done for spec in leaf.specs
                 if spec.kind in ("number", "count") and not spec.periods]
        if not reads:
            return None
        leaf, spec = self.pick(*reads)
        leaf.referenced = True
        return "[%s].%s" % (leaf.name, spec.name)

    def _leaf(self, parent, name):
        leaf = Record(name, parent, self.pick(1, 2, 3, 5, 5, 10, 10))
        leaf.needs_weight = parent.weighted
        leaf.bonus = self.chance(0.12) and len(parent.children) > 0
        parent.children.append(leaf)
        self.leaves.append(leaf)
        attributes = {}
        if self.chance(0.1):
            attributes["applies"] = self.pick("city", "county")
            leaf.everywhere = False
        if self.chance(0.25) or len(self.leaves) == 1:
            attributes["tags"] = self.pick("key", "key", "key soft")
        variants = ""
        if self.chance(0.15):
            variants += el("for", group=self.pick("east", "coast"),
                           points=self.pick(4, 6),
                           weight=5 if leaf.needs_weight and self.chance(0.5)
                           else None)
            leaf.fixed = False
        if self.chance(0.05):
            variants += el("for", group="west", applies="none")
            leaf.everywhere = False
        if self.chance(0.4):
            attributes["na"] = self.pick(*TREATMENTS)
            if self.done and self.chance(0.3):
                other = self.pick(*self.done)
                other.referenced = True
                attributes["na"] = "substitute"
                attributes["substitute"] = other.name
        rules = Rules(self.random, leaf, self)
        rule = rules.element()
        written = leaf.points
        if not self.plain:
            written, rule = self._bare(leaf, rules, rule)
        after = ""
        if not rule or self.chance(0.2):
            after += el("met", when=rules.truth() if not rule else self.pick(
                "score > 0", "rate >= $goal", rules.truth()))
        if self.chance(0.15):
            after += self._leaf_veto(rules)
        if self.chance(0.1):
            after += self._grading(1)
        text = "".join(spec.xml() for spec in leaf.specs)
        if leaf.everywhere:
            self.done.append(leaf)
        return el("indicator", text, variants, rule, after, id=name,
                  title=name, points=written, weight=self._weight(leaf),
                  bonus="yes" if leaf.bonus else None, **attributes)

    def _bare(self, leaf, rules, rule):
        """At times unpublished points, or a leaf that is only met or not."""
        way = self.random.random()
        if way < 0.008:
            leaf.fixed = leaf.everywhere = False
            return "unpublished", rule
        if way < 0.03:
            leaf.fixed = leaf.everywhere = False
            leaf.points = 0
            return None, ""
        return leaf.points, rule

    # --- vetoes, grades, requirements -------------------------------------

    def _leaf_veto(self, rules):
        effect = self.pick("zero", "fix", "lose", "bar", "lower", "grade")
        return self._veto("v", rules.truth(), effect)

    def _veto(self, name, when, effect):
        value = grade = None
        if effect in ("fix", "lose"):
            value = self.pick("1", "2", "0.5")
        if effect == "lower":
            value = self.pick(None, "1", "2")
        if effect == "grade":
            grade = "poor"
        if effect == "stop" and self.chance(0.5):
            grade = "poor"
        return el("veto", id=name, when=when, effect=effect, value=value,
                  grade=grade)

    def _condition(self):
        """A truth over leaves; only for the whole and late nodes."""
        ways = []
        for leaf in self.done:
            for spec in leaf.specs:
                read = "[%s].%s" % (leaf.name, spec.name)
                if spec.kind == "yes-no":
                    ways.append((leaf, read))
                if spec.kind == "count":
                    ways.append((leaf, "%s > 3" % read))
            ways.append((leaf, "rate([%s]) < 50%%" % leaf.name))
        leaf, text = self.pick(*ways) if ways else (None, "false")
        if leaf:
            leaf.referenced = True
        return text

    def _vetoes(self, node):
        effects = ["zero", "fix", "lose", "lower", "grade", "bar", "bar"]
        if not self.plain:
            effects.append("stop")
        text = ""
        for i in range(self.pick(0, 1, 1, 2)):
            when = self._condition()
            if i == 0 and self.chance(0.2):
                when = self.pick("score < 3", "rate < 50%")
            if node.parent is None and self.chance(0.3):
                when = self.pick("count_zero('key') > 1",
                                 "sum_score('key') < 5",
                                 "count_met('key') < count_tag('key') - 1")
            text += self._veto("v%d" % i, when, self.pick(*effects))
        return text

    def _grading(self, share):
        if not self.chance(share):
            return ""
        if self.chance(0.3):
            return el("grading", el(
                "choose", el("when", test="rate >= 90%", grade="best"),
                el("when", test="met([%s])" % self.leaves[0].name
                   if self._mention(self.leaves[0]) else "rate >= 0.7",
                   grade="good"),
                el("otherwise", grade="poor")))
        cuts = self.pick(("0.9", "0.7", "0.5"), ("90%", "80%", "60%"))
        return el("grading", el(
            "bands", el("band", from_=cuts[0], grade="best"),
            el("band", from_=cuts[1], grade="good"),
            el("band", from_=cuts[2], grade="fair"),
            el("band", below=cuts[2], grade="poor"), of="rate"))

    def _mention(self, leaf):
        if leaf not in self.done:
            return False
        leaf.referenced = True
        return True

    def _requires(self):
        ways = ["min_rate('key') >= 50%", "rate >= 60%",
                "not (%s)" % self._condition(), "rank(score) <= 3",
                "count_zero('key') = 0", "lost([total]) <= 10"]
        return "".join(el("require", id="r%d" % i, when=self.pick(*ways))
                       for i in range(self.pick(0, 0, 1, 2)))

    # --- tailoring --------------------------------------------------------

    def _tailoring(self):
        text = el("set", parameter="goal", value=self.pick("2", "80%"))
        free = [leaf for leaf in self.leaves
                if not leaf.referenced and not leaf.locked
                and len([c for c in leaf.parent.children if not c.bonus]) > 2
                and "weights-add" not in self.system]
        if free and self.chance(0.6):
            gone = self.pick(*free)
            text += el("drop", node=gone.name)
            self.leaves.remove(gone)
        free = [leaf for leaf in self.leaves
                if not leaf.locked and leaf.fixed]
        if free and self.chance(0.7):
            text += el("change", node=self.pick(*free).name, points="7")
        return el("tailoring", text, xmlns=XMLNS, id="t", title="t", of="s")

    # --- declarations -----------------------------------------------------

    def _declarations(self):
        found = []
        for i in range(self.random.randint(1, 6)):
            groups = [self.pick("east", "west")]
            if self.chance(0.4):
                groups.append(self.pick("coast", "hill"))
            unit = el("unit", code="3301%02d" % (i + 1), name="u%d" % i,
                      level=self.pick("city", "county"),
                      groups=" ".join(groups))
            parts = [self._assessment("self", 1)]
            for assessor in ("city", "final"):
                if self.chance(0.3):
                    parts.append(self._assessment(assessor, 0.3))
            found.append(el("declaration", unit, *parts, xmlns=XMLNS,
                            id="d%d" % i, system="s",
                            type="single-item" if i % 4 == 3
                            else "comprehensive"))
        return found

    def _assessment(self, assessor, share):
        inner = []
        for leaf in self.leaves:
            if not self.chance(share):
                continue
            if self.chance(0.06):
                inner.append(el("indicator", id=leaf.name,
                                state="not-applicable", reason="r"))
                continue
            inner.append(self._entry(leaf, assessor))
        if not inner:
            inner = [el("indicator", id=self.leaves[0].name)]
        for leaf in self.leaves:
            share = 0.2 if self.open else 0.05
            if leaf.fixed and leaf.points > 0 and self.chance(share):
                value = self.random.randint(0, 4 * min(leaf.points, 4))
                inner.append(el("override", node=leaf.name, reason="r",
                                value="%d.%02d" % divmod(25 * value, 100),
                                by="b", date="2021-01-01"))
        return el("assessment", *inner, assessor=assessor)

    def _entry(self, leaf, assessor):
        text = ""
        for spec in leaf.specs:
            for period in spec.periods or (None,):
                if self.chance(self.dirty / 2):
                    text += self._gap(spec, period)
                else:
                    text += self._observation(spec, period)
        if assessor == "self":
            for i in range(self.pick(0, 1, 2)):
                text += el("evidence", id="%s-e%d" % (leaf.name, i),
                           kind=self.pick("document", "award", "picture"),
                           submitted=self.pick("remote", "on_site"),
                           title="e")
        return el("indicator", text, id=leaf.name)

    def _observation(self, spec, period):
        if self.chance(self.dirty):
            state = self.pick(*ABSENT, "not-applicable")
            return self._without(spec, period, state)
        inner, attributes = self._value(spec)
        return el("observation", inner, id=spec.name, period=period,
                  **attributes)

    def _gap(self, spec, period):
        """What stands for an observation that is not declared at all."""
        return ""

    def _without(self, spec, period, state):
        """An observation with a state instead of a value."""
        reason = "r" if state == "not-applicable" else None
        return el("observation", id=spec.name, period=period, state=state,
                  reason=reason)

    def _value(self, spec):
        """(content, attributes) of a present observation."""
        draw = self.random.randint
        kind = spec.kind
        if kind == "yes-no":
            return "", {"value": self.pick("yes", "no")}
        if kind == "level":
            return "", {"value": self.pick(*OPTIONS)}
        if kind == "number":
            half = ".5" if self.chance(0.15) else ""
            return "", {"value": "%d%s" % (draw(spec.low, spec.high - 1),
                                           half)}
        if kind == "count":
            return "", {"value": draw(spec.low or 0, spec.high or 6)}
        if kind == "ratio":
            below = self.pick(0, 1, 2, 3, 4, 5, 10)
            return "", {"numerator": draw(0, max(below, 1)),
                        "denominator": below}
        if kind == "date":
            return "", {"value": "2021-%02d-%02d" % (self.pick(4, 5, 6),
                                                    self.pick(1, 3, 8, 28))}
        if kind in ("causes", "survey"):
            return "".join(el("item", of=option, count=draw(0, 3))
                           for option in OPTIONS if self.chance(0.7)), {}
        if kind == "panel":
            top = spec.high or 10
            return "".join(el("mark", value=draw(top - 4, top))
                           for _ in range(draw(1, 6))), {}
        return "".join(self._award(spec) for _ in range(draw(0, 4))), {}

    def _award(self, spec):
        date = "2021-%02d-01" % self.pick(2, 3, 7, 12)
        undated = self.chance(0.2) and not (
            self.plain and getattr(spec, "dated", False))
        return el("award", level=self.pick(*OPTIONS),
                  date=None if undated else date,
                  issuer=self.pick(None, "state", "city"),
                  matter=self.pick(None, "m1", "m1", "m2"))


def generate(seed, plain=False):
    """(system, contract, declarations) as XML texts."""
    case = Case(seed, plain)
    return case.system, case.contract, case.declarations


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8",
              newline="\n") as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n%s\n' % text)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--plain", action="store_true")
    asked = parser.parse_args(arguments)
    for seed in range(asked.first, asked.last + 1):
        case = Case(seed, asked.plain)
        here = os.path.join(asked.folder, "%06d" % seed)
        os.makedirs(here, exist_ok=True)
        write(here, "system.xml", case.system)
        write(here, "contract.xml", case.contract)
        write(here, "declarations.xml", case.batch)
        if case.tailoring:
            write(here, "tailoring.xml", case.tailoring)
    return 0


if __name__ == "__main__":
    sys.exit(main())
