# SPDX-License-Identifier: Apache-2.0
"""Random rules for one leaf, with the observations that they read.

Numbers are small whole ones or halves, so that ties and ends of bands are
met often.
"""

from xml.sax.saxutils import quoteattr

OPTIONS = ("oa", "ob", "oc")


def el(element, /, *inner, **attributes):
    """An element as text; is_ is the attribute is, max_gain is max-gain."""
    text = "".join(" %s=%s" % (key.rstrip("_").replace("_", "-"),
                               quoteattr(str(value)))
                   for key, value in attributes.items() if value is not None)
    inner = "".join(inner)
    if inner:
        return "<%s%s>%s</%s>" % (element, text, inner, element)
    return "<%s%s/>" % (element, text)


class Spec:
    """One observation of a leaf."""

    def __init__(self, name, kind, low=None, high=None, periods=()):
        self.name = name
        self.kind = kind
        self.low = low
        self.high = high
        self.periods = periods

    def xml(self):
        options = ""
        if self.kind in ("level", "causes", "awards", "survey"):
            options = "".join(el("option", id=o) for o in OPTIONS)
        return el("observe", options, id=self.name, kind=self.kind,
                  title=self.name, min=self.low, max=self.high,
                  periods=" ".join(self.periods) or None)


class Rules:
    """Makes the rule of one leaf; leaf is a record of the maker."""

    def __init__(self, random, leaf, case):
        self.random = random
        self.leaf = leaf
        self.case = case
        self.points = leaf.points

    # --- observations and small formulas ----------------------------------

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *values):
        return self.random.choice(values)

    def observe(self, kind, low=None, high=None, periods=()):
        name = "x%d" % (len(self.leaf.specs) + 1)
        self.leaf.specs.append(Spec(name, kind, low, high, periods))
        return name

    def number(self):
        """A number that is read: its formula."""
        kind = self.pick("number", "number", "count", "ratio")
        if kind == "number":
            return self.observe("number", 0, self.pick(10, 10, 12))
        if kind == "ratio":
            return "%s * 10" % self.observe("ratio")
        return self.observe("count", high=self.pick(None, 6, 10))

    def count(self):
        if self.chance(0.3):
            return "%s.%s" % (self.observe("causes"), self.pick(*OPTIONS))
        return self.observe("count", high=self.pick(None, None, 5))

    def small(self, top=5):
        value = self.random.randint(0, 2 * top)
        return "%d" % (value // 2) if value % 2 == 0 else "%d.5" % (value // 2)

    def some(self, top=5):
        """Like small, but not nought."""
        return self.pick("0.5", "1", "1", "1.5", "2", "%d" % top)

    def truth(self):
        way = self.random.randrange(6)
        if way < 2:
            return self.observe("yes-no")
        if way == 2:
            return "%s = '%s'" % (self.observe("level"), self.pick(*OPTIONS))
        sign = self.pick(">=", "<=", ">", "<", "=", "!=")
        if way == 3:
            return "%s %s %s" % (self.number(), sign, self.small())
        if way == 4:
            return "%s %s %s" % (self.pick("not", "true and", "false or"),
                                 self.observe("yes-no"), "")
        return "in_group('%s')" % self.pick("east", "west", "coast")

    def truths(self):
        parts = [self.truth() for _ in range(self.random.randint(1, 2))]
        joined = self.pick(" and ", " or ").join("(%s)" % p for p in parts)
        return joined if self.chance(0.8) else "not (%s)" % joined

    # --- deduct and award -------------------------------------------------

    def cause(self, name, depth=0):
        attributes = {}
        if self.chance(0.4):
            attributes["when"] = self.truth()
        if self.chance(0.7) or not attributes:
            attributes["each"] = self.pick(
                self.count(), "%s - %s" % (self.small(), self.count()))
            if self.chance(0.3):
                attributes["step"] = self.pick("2", "0.5", "3", "$step")
            if self.chance(0.3):
                attributes["steps"] = self.pick("whole", "started",
                                                "continuous")
        if self.chance(0.25):
            attributes["series"] = self.pick("2 1", "3 1 0.5", "1 2", "2")
        elif self.chance(0.15) and depth == 0:
            if self.chance(0.3):
                attributes["cap"] = self.some()
            return el(name, self.rule(depth + 1), **attributes)
        else:
            attributes["points"] = self.pick(
                self.some(2), self.some(2), "points / 10", "$step")
        if self.chance(0.3):
            attributes["cap"] = self.some()
        return el(name, **attributes)

    def group(self, name, depth):
        inner = [self.cause(name, 1)
                 for _ in range(self.random.randint(1, 3))]
        if depth == 0 and self.chance(0.3):
            inner.append(self.group(name, 1))
        if not self.case.plain and self.chance(0.2):
            inner.append(self.cause(self.pick("loss", "gain"), 1))
        return el("group", *inner,
                  pick=self.pick(None, "all", "largest", "first"),
                  max_loss=self.some() if self.chance(0.5) else None,
                  max_gain=self.some() if self.chance(0.5) else None)

    def awards(self, sign=""):
        names = [self.observe("awards")]
        if self.chance(0.3):
            names.append(self.observe("awards"))
        levels = []
        for option in OPTIONS[:self.random.randint(1, 3)]:
            issuer = self.pick(None, None, "state")
            attributes = {"is_": option, "issuer": issuer}
            if self.chance(0.3) and not sign:
                attributes["series"] = self.pick("5 2", "3 1 0", "2 1")
            else:
                attributes["points"] = sign + self.some(3)
            if self.chance(0.2) and not sign:
                attributes["cap"] = self.some()
            levels.append(el("level", **attributes))
            if issuer and self.chance(0.5):
                levels.append(el("level", is_=option,
                                 points=sign + self.some(2)))
        timed = self.chance(0.4)
        if timed:
            for spec in self.leaf.specs:
                spec.dated = True
        return el("awards", *levels, of=" ".join(names),
                  matter=self.pick("largest", "largest", "first", "all"),
                  since="2021-03-01" if timed else None,
                  until="2021-11-30" if timed and self.chance(0.7) else None,
                  max_gain=self.some() if self.chance(0.3) else None,
                  max_loss=self.some() if self.chance(0.2) else None)

    def deduct(self, depth=0):
        inner = [self.cause("loss", depth)
                 for _ in range(self.random.randint(1, 3))]
        if self.chance(0.3):
            inner.append(self.cause("gain", 1))
        if self.chance(0.3) and depth == 0:
            inner.append(self.group("loss", depth))
        if self.chance(0.1):
            inner.append(self.awards(self.pick("", "-")))
        return el("deduct", *inner,
                  from_=self.pick(None, None, "points", "8"),
                  floor=self.pick(None, None, "none", "1", "-2"),
                  cap=self.pick(None, None, "none", "points", "9"))

    def award(self, depth=0):
        inner = [self.pick(self.cause, self.cause)("gain", depth)]
        if self.chance(0.5):
            inner.append(self.awards())
        if self.chance(0.3):
            inner.append(self.cause("loss", 1))
        if self.chance(0.3) and depth == 0:
            inner.append(self.group("gain", depth))
        return el("award", *inner, from_=self.pick(None, None, "2"),
                  floor=self.pick(None, None, "0", "none"),
                  cap=self.pick(None, "points", "6"))

    # --- bands, choose, scale ---------------------------------------------

    def rising(self, count, top=10):
        return sorted(self.random.sample(range(0, top + 1), count))

    def level_points(self, depth, name, **attributes):
        if depth == 0 and self.chance(0.1):
            return el(name, self.rule(depth + 1), **attributes)
        points = self.pick(self.small(), self.small(), "points",
                           "points * 60%", "points / 3")
        return el(name, points=points, **attributes)

    def bands(self, depth=0):
        cuts = self.rising(self.random.randint(1, 3))
        way = self.random.randrange(4)
        make = self.level_points
        if way == 0:        # stairs
            rows = [make(depth, "band", below=cuts[0])]
            rows += [make(depth, "band", from_=cut) for cut in cuts]
        elif way == 1:      # stairs of the other sort
            rows = [make(depth, "band", to=cuts[0])]
            rows += [make(depth, "band", above=cut) for cut in cuts]
        elif way == 2:      # upper ends written
            rows = [make(depth, "band", to=cut) for cut in cuts]
            rows.append(make(depth, "band", above=cuts[-1]))
        else:               # a range, and all else
            rows = [make(depth, "band", from_=cuts[0], to=cuts[-1]),
                    make(depth, "otherwise")]
        if self.case.open and self.chance(0.5):
            rows.pop(-1 if way > 1 else 0)      # some values are in none
        rows = rows or [make(depth, "band", from_=cuts[0])]
        if way < 3 and self.chance(0.5):
            rows.reverse()
        return el("bands", *rows, of=self.number())

    def choose(self, depth=0):
        if self.chance(0.4):
            name = self.observe("level")
            named = OPTIONS if self.chance(0.5) else OPTIONS[:2]
            rows = [self.level_points(depth, "when", is_=option)
                    for option in named]
            if len(named) < len(OPTIONS):
                rows.append(self.level_points(depth, "otherwise"))
            return el("choose", *rows, of=name)
        rows = [self.level_points(depth, "when", test=self.truths())
                for _ in range(self.random.randint(1, 3))]
        rows.append(self.level_points(depth, "otherwise"))
        return el("choose", *rows)

    def scale(self, depth=0):
        values = self.rising(self.random.randint(2, 4))
        points = [self.small() for _ in values]
        if self.chance(0.6):
            points = sorted(points, key=float)
        rows = [el("at", value=value, points=height)
                for value, height in zip(values, points)]
        return el("scale", *rows, of=self.number(),
                  clamp=self.pick(None, "both", "below", "above", "none"))

    # --- survey, panel, combine, adjust -----------------------------------

    def survey(self, depth=0):
        name = self.observe("survey")
        last = el("leave-out", is_=OPTIONS[2]) if self.chance(0.5) \
            else el("answer", is_=OPTIONS[2], worth="0")
        return el("survey", el("answer", is_=OPTIONS[0], worth="points"),
                  el("answer", is_=OPTIONS[1], worth=self.small()), last,
                  of=name, minimum=self.pick(None, None, "2", "4"))

    def panel(self, depth=0):
        name = self.observe("panel", 0, self.pick(10, 10, None))
        return el("panel", of=name, drop_highest=self.pick(None, "1"),
                  drop_lowest=self.pick(None, "1"),
                  minimum=self.pick(None, "2"))

    def open_weight(self):
        """A weight that absent data leave open; it may be 0 or less."""
        most = self.pick(2, 3, None)
        name = self.observe("count" if most is None else "number", 0, most)
        return self.pick("{0}", "{0} + 1", "{0} - 1", "2 - {0}").format(name)

    def parts(self, depth=0):
        ways = ["sum", "mean", "mean", "minimum", "maximum", "median",
                "product", "harmonic", "trimmed", "trimmed"]
        if self.case.irrational_leaves:
            ways.append("geometric")
        by = self.pick(*ways)
        weighted = by in ("mean", "geometric", "harmonic")
        rows = []
        total = 0
        for _ in range(self.random.randint(2, 4)):
            weight = self.random.randint(1, 3)
            total += weight
            if self.case.open and weighted and self.chance(0.5):
                weight = self.open_weight()
            of = self.number()
            if by in ("geometric", "harmonic"):
                of += " + 1"
            rows.append(el("part", of=of,
                           weight=weight if weighted else None))
        return el("combine", *rows, by=by,
                  coverage=self.pick(None, None, "0.5", "60%"),
                  weights_add=total if weighted and self.chance(0.3)
                  and not self.case.open else None,
                  to=self.number() if self.case.open and self.chance(0.3)
                  else None,
                  floor=self.pick(None, "1"), cap=self.pick(None, "8"))

    def adjust(self, depth=0):
        return el("adjust", self.rule(depth + 1),
                  times=self.pick(None, "2", "4/3", "0.5"),
                  plus=self.pick(None, "1", "-1"),
                  floor=self.pick(None, "0"),
                  cap=self.pick(None, "points"),
                  places=self.pick(None, None, "0", "1"))

    def rule(self, depth=0):
        """A rule element."""
        ways = [self.deduct, self.award, self.bands, self.choose, self.scale,
                self.survey, self.panel, self.parts]
        if depth == 0:
            ways += [self.deduct, self.deduct, self.adjust]
        return self.pick(*ways)(depth)

    # --- formulas ---------------------------------------------------------

    def formula(self):
        ways = [self.f_if, self.f_count, self.f_ends, self.f_steps,
                self.f_ratio, self.f_defined, self.f_applicable, self.f_days,
                self.f_periods, self.f_evidence, self.f_sum]
        if self.case.irrational_leaves:
            ways.append(self.f_root)
        if self.case.done:
            ways += [self.f_other, self.f_other]
        return self.pick(*ways)()

    def f_if(self):
        return "if(%s, points, %s)" % (self.truths(), self.small())

    def f_count(self):
        return "count(%s) * %s" % (
            ", ".join(self.truth() for _ in range(3)), self.some(2))

    def f_ends(self):
        return "max(0, min(points, %s %s %s))" % (
            self.number(), self.pick("+", "-", "*"), self.small())

    def f_steps(self):
        return "%s(%s / 2) + abs(%s - 3)" % (
            self.pick("floor", "ceil"), self.number(), self.number())

    def f_ratio(self):
        name = self.observe("ratio")
        if self.chance(0.3):
            return "numerator(%s) - denominator(%s) / 2" % (name, name)
        if self.chance(0.5):
            return "%s * points" % name
        return "round(%s * points, 1)" % name

    def f_defined(self):
        a = self.observe("count", 1, 5) if self.case.plain else self.count()
        b = self.observe("ratio")
        return "if(defined(%s), %s * points, 1) + 2 / %s" % (
            b, b, a) if self.chance(0.5) else \
            "if(defined(%s) and %s >= 50%%, points, 0)" % (b, b)

    def f_applicable(self):
        name = self.observe("count")
        return "if(applicable(%s), %s, 2)" % (name, name)

    def f_days(self):
        a, b = self.observe("date"), self.observe("date")
        way = self.random.randrange(4)
        if way == 0:
            return "if(days(%s, %s) <= 30, points, 0)" % (a, b)
        if way == 3:
            return "max(0, points - abs(months(%s, %s)))" % (a, b)
        if way == 1:
            return "if(%s < %s, year(%s) - 2019, 1)" % (a, b, b)
        return "max(0, points - max(0, workdays(%s, %s) - 3))" % (a, b)

    def f_periods(self):
        name = self.observe("number", 0, 10, ("2020", "2021"))
        return self.pick(
            "max(0, {0}@2021 - {0}@2020)", "{0}@2021 * 0.6 + {0}@2020 * 0.4",
            "if({0}@2021 >= {0}@2020, points, 0)").format(name)

    def f_evidence(self):
        return "min(points, %s)" % self.pick(
            "evidence()", "evidence('award')", "evidence('document') * 2",
            "evidence('remote')", "evidence('award', 'on_site')")

    def f_sum(self):
        if self.chance(0.4):
            name = self.observe("panel", 0, 10)
            return "min(points, marks(%s) - marks(%s, %s))" % (
                name, name, self.some(10))
        return "min(points, sum(%s))" % self.observe(
            self.pick("causes", "survey"))

    def f_root(self):
        number = self.observe("count")
        return self.pick("sqrt(%s)", "root(%s, 3)", "power(%s, 2) / 5",
                         "sqrt(%s) * points / 3") % number

    def f_other(self):
        other = self.pick(*self.case.done)
        other.referenced = True
        spec = self.pick(*other.specs) if other.specs else None
        if spec and spec.kind in ("count", "number") and not spec.periods \
                and self.chance(0.4):
            return "min(points, [%s].%s)" % (other.name, spec.name)
        if spec and spec.kind == "yes-no" and self.chance(0.5):
            return "if([%s].%s, points, 1)" % (other.name, spec.name)
        return self.pick(
            "[{0}] / 2", "min(points, [{0}])", "rate([{0}]) * points",
            "if(met([{0}]), points, 1)", "lost([{0}])",
            "if([{0}] >= 60% * full([{0}]), {1}, 0)").format(
                other.name, self.count())

    def cohort(self):
        """A rule over all units."""
        name = self.observe(self.pick("count", "number"), 0, 6)
        group = self.pick("", "", ", 'group'")
        ways = ["max(0, points - (rank({0}{1}) - 1))",
                "points / rank_low({0}{1})",
                "if({0} >= cohort_mean({0}{1}), points, 1)",
                "if({0} = cohort_max({0}{1}), points, 0)",
                "cohort_median({0}{1}) + cohort_min({0}{1})",
                "cohort_sum({0}{1}) / cohort_count({0}{1})"]
        if self.case.irrational_leaves and not self.case.dirty:
            ways.append("if(cohort_sd({0}{1}) = 0, 1, "
                        "({0} - cohort_mean({0}{1})) / cohort_sd({0}{1}))")
        if self.case.open and self.case.done and self.chance(0.5):
            return el("rule", value=self.cohort_of_other(group))
        if not self.case.dirty and self.chance(0.3):
            return el("rule", el(
                "scale", el("at", value="cohort_min(%s)" % name, points=0),
                el("at", value="cohort_max(%s)" % name, points="points"),
                of=name))
        return el("rule", value=self.pick(*ways).format(name, group))

    def cohort_of_other(self, group):
        """A figure of what another indicator scored."""
        other = self.pick(*self.case.done)
        other.referenced = True
        return self.pick(
            "max(0, points - (rank([{0}]{1}) - 1))",
            "min(points, cohort_mean([{0}]{1}))",
            "if([{0}] = cohort_max([{0}]{1}), points, 0)",
            "cohort_count([{0}]{1})").format(other.name, group)

    def element(self):
        """The whole <rule>."""
        way = self.random.random()
        if way < (0.2 if self.case.open else 0.08):
            return self.cohort()
        if way < 0.4:
            return el("rule", value=self.formula())
        return el("rule", self.rule())
