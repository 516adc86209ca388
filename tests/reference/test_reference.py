# SPDX-License-Identifier: Apache-2.0
"""Numbers, formulas, states and kinds, worked out by hand."""

import unittest
from fractions import Fraction

import fzzf_reference                   # noqa: F401  (finds the modules)
import reference_numbers as n
from reference_cases import (contract, declaration, entry, leaf, one, run,
                             system)
from reference_formula import parse


class Numbers(unittest.TestCase):
    def test_texts_are_decimals_when_they_end(self):
        for value, text in ((Fraction(123, 2), "61.5"), (Fraction(88, 3),
                            "88/3"), (Fraction(-1, 4), "-0.25"),
                            (Fraction(0), "0"), (n.INF, "inf"),
                            (Fraction(1, 10 ** 30), "0." + "0" * 29 + "1"),
                            (Fraction(1, 2 ** 31), "1/2147483648")):
            self.assertEqual(n.number_text(value), text)

    def test_rounding_modes(self):
        for mode, x, places, expected in (
                ("half-up", "2.5", 0, 3), ("half-up", "-2.5", 0, -3),
                ("half-up", "2.449", 1, "2.4"), ("half-even", "2.5", 0, 2),
                ("half-even", "3.5", 0, 4), ("half-even", "2.51", 0, 3),
                ("half-even", "-2.5", 0, -2), ("down", "2.99", 1, "2.9"),
                ("down", "-2.99", 0, -2)):
            found = n.round_fraction(Fraction(x), places, mode)
            self.assertEqual(found, Fraction(expected), (mode, x))

    def test_roots_are_exact_when_rational(self):
        self.assertEqual(n.root(n.point(Fraction(4, 9)), 2).lo,
                         Fraction(2, 3))
        two = n.root(n.point(2), 2)
        self.assertTrue(two.thin and two.lo ** 2 < 2 < two.hi ** 2)
        self.assertLess(two.hi - two.lo, Fraction(1, 10 ** 60))

    def test_open_ends_decide_comparisons(self):
        below = n.Num(Fraction(0), Fraction(3), False, True)
        three = n.point(3)
        self.assertEqual(n.less(below, three).options, {True})
        self.assertEqual(n.less_equal(three, below).options, {False})
        self.assertEqual(n.equal(below, three).options, {False})
        closed = n.Num(Fraction(0), Fraction(3))
        self.assertEqual(n.less(closed, three).options, {True, False})

    def test_products_of_intervals(self):
        found = n.multiply(n.Num(Fraction(-2), Fraction(3)),
                           n.Num(Fraction(-5), n.INF))
        self.assertEqual((found.lo, found.hi), (-n.INF, n.INF))
        found = n.multiply(n.ZERO, n.Num(-n.INF, n.INF))
        self.assertEqual((found.lo, found.hi), (0, 0))


class Formulas(unittest.TestCase):
    def check(self, formula, expected, **changes):
        self.assertEqual(one(formula, {}, {}, 10, **changes), expected)

    def test_precedence(self):
        self.check("1 + 2 * 3 - 4 / 2", "5")
        self.check("-2 * 3 + 10", "4")
        self.check("if(not 1 = 2 and true or false, 1, 0)", "1")
        self.check("if(true or true and false, 1, 0)", "1")
        self.check("2 × 3 ÷ 4", "1.5")
        self.check("90% * points", "9")

    def test_comparisons_do_not_chain(self):
        with self.assertRaises(ValueError):
            parse("1 < 2 < 3")

    def test_functions(self):
        for formula, expected in (
                ("abs(-3)", "3"), ("min(4, 2, 3)", "2"), ("max(4, 2)", "4"),
                ("floor(-1.5)", "-2"), ("ceil(1.2)", "2"),
                ("round(2.345, 2)", "2.35"), ("sqrt(2.25)", "1.5"),
                ("root(27, 3)", "3"), ("power(3, 2)", "9"),
                ("count(1 = 1, 1 > 2, 'a' = 'a')", "2"),
                ("if(1 ≥ 2, 1 / 0, 7)", "7"), ("1 / 3", "1/3")):
            self.check(formula, expected)
        self.check("sqrt(0 - 1)", "no-value")
        self.check("if(defined(1 / 0) and 1 / 0 > 2, 1, 2)", "2")

    def test_irrational_numbers_are_rounded_correctly(self):
        self.check("sqrt(2)", "1.4142", indicator="4")
        self.check("sqrt(2) * sqrt(2) + 0.4", "2", indicator="0")
        self.check("if(sqrt(2) < 1.41421356237309504881, 1, 0)", "1")
        self.check("sqrt(2)", "~1.41421356237309504880168872421")

    def test_dates(self):
        kinds = {"a": "date", "b": "date"}
        day = {"a": "2021-04-30", "b": "2021-05-06"}
        back = {"a": "2021-05-06", "b": "2021-04-30"}
        self.assertEqual(one("days(a, b)", kinds, day), "6")
        self.assertEqual(one("days(a, b)", kinds, back), "-6")
        self.assertEqual(one("year(b)", kinds, day), "2021")
        for a, b, expected in (
                ("2021-01-31", "2021-02-28", "1"),
                ("2021-01-31", "2021-03-01", "32/31"),  # 1 of 31 days
                ("2021-03-31", "2021-02-28", "-34/31"),
                ("2020-02-29", "2021-02-28", "12")):
            self.assertEqual(one("months(a, b)", kinds, {"a": a, "b": b}),
                             expected)
        head = ('<calendar from="2021-01-01" to="2021-12-31">'
                '<day date="2021-05-03" work="no"/>'
                '<day date="2021-05-08" work="yes"/></calendar>')
        for values, expected in (
                (day, "3"),             # of 3, 4, 5, 6 May the 3rd is off
                (back, "-3"),
                ({"a": "2021-05-07", "b": "2021-05-09"}, "1"),
                ({"a": "2021-05-07", "b": "2022-01-03"}, "no-value")):
            body = leaf("a", "workdays(a, b)", kinds)
            answer = run(system(body, head), declaration({"a": values}))
            self.assertEqual(answer.score("a"), expected)

    def test_periods_assessors_ratios_and_evidence(self):
        more = ('<assessment assessor="city">%s</assessment>'
                % entry("a", {"x@2021": "5"}))
        own = ('<assessment assessor="survey">%s</assessment>'
               % entry("a", {}, '<evidence id="e1" kind="award" title="t"/>'
                       '<evidence id="e2" kind="news" title="t"'
                       ' submitted="on_site"/>'))
        given = declaration({"a": {"x@2020": "3", "x@2021": "9",
                                   "r": (3, 4)}}, more=more + own)
        for formula, expected in (
                ("x@2021 - x@2020", "2"), ("x@self@2021", "9"),
                ("x@2021@self", "9"), ("r", "0.75"),
                ("numerator(r) + denominator(r)", "7"),
                ("evidence() + evidence('award') * 10", "12"),
                ("evidence('remote') + evidence('on_site') * 10", "11"),
                ("evidence('award', 'on_site')", "0"),
                ("evidence('on_site', 'news')", "1")):
            body = leaf("a", formula, {"x": "number periods=2020|2021",
                                       "r": "ratio"})
            text = system(body.replace("2020|2021", "2020 2021"))
            self.assertEqual(run(text, given).score("a"), expected, formula)


class States(unittest.TestCase):
    RULE = '<deduct><loss each="x" points="1"/></deduct>'

    def test_a_missing_count_is_an_interval(self):
        self.assertEqual(one(self.RULE, {"x": "count"}, {}, 6), "0..6")
        self.assertEqual(one(self.RULE, {"x": "count max=2"}, {}, 6), "4..6")
        self.assertEqual(one("x", {"x": "number"}, {}), "-inf..inf")
        self.assertEqual(one("x * 10", {"x": "ratio"}, {}), "0..10")

    def test_one_number_all_the_same(self):
        for rule in ("min(points, 6 + x)", "if(x >= 0, 6, 0)"):
            found = one(rule, {"x": "count"}, {}, 6, missing="refuse")
            self.assertEqual(found, "6")

    def test_the_rounded_score_may_be_one_number(self):
        found = one("2 + x / 10", {"x": "ratio"}, {}, 6, missing="refuse",
                    indicator="0")
        self.assertEqual(found, "2")

    def test_policies(self):
        kinds = {"x": "count", "y": "count"}
        for policy, expected in (("zero", "0"), ("leave-out", "absent"),
                                 ("refuse", "refused"), ("bound", "0..6")):
            self.assertEqual(one(self.RULE, kinds, {}, 6, missing=policy),
                             expected)

    def test_the_strictest_policy_wins(self):
        rule = '<deduct><loss each="x + y" points="1"/></deduct>'
        kinds = {"x": "count", "y": "count"}
        values = {"x": "!disputed", "y": "!not-assessed"}
        for first, second, expected in (
                ("zero", "refuse", "refused"), ("leave-out", "zero", "0"),
                ("bound", "leave-out", "absent"), ("bound", "bound", "0..6")):
            found = one(rule, kinds, values, 6, disputed=first,
                        not_assessed=second)
            self.assertEqual(found, expected)

    def test_the_policy_of_a_node(self):
        nodes = '<node id="a" missing="zero"/>'
        found = one(self.RULE, {"x": "count"}, {}, 6, nodes=nodes,
                    missing="refuse")
        self.assertEqual(found, "0")

    def test_a_refused_leaf_refuses_all_above(self):
        body = ('<indicator id="n" title="n">' + leaf("a", "x", {"x": "count"})
                + "</indicator>" + leaf("b", "1", points=1))
        answer = run(system(body), declaration({"a": {}}),
                     contract(missing="refuse"))
        self.assertEqual([answer.score(i) for i in ("a", "n", "b", "total")],
                         ["refused", "refused", "1", "refused"])
        self.assertEqual(answer.met("a"), "unknown")

    def test_no_value_follows_its_policy(self):
        for policy, expected, met in (("refuse", "no-value", "unknown"),
                                      ("zero", "0", "no"),
                                      ("leave-out", "absent", "-")):
            answer = run(system(leaf("a", "x * 5", {"x": "ratio"}, points=5)),
                         declaration({"a": {"x": (0, 0)}}),
                         contract(no_value=policy, met="score >= 0"))
            self.assertEqual(answer.score("a"), expected)
            self.assertEqual(answer.met("a"), met)

    def test_a_cause_that_does_not_apply_is_left_out(self):
        rule = ('<deduct><loss each="x" points="1"/>'
                '<loss each="y" points="2"/></deduct>')
        kinds = {"x": "count", "y": "count"}
        values = {"x": "!not-applicable", "y": "1"}
        self.assertEqual(one(rule, kinds, values, 6), "4")
        self.assertEqual(one("x + y", kinds, values, 6), "not-applicable")
        self.assertEqual(one("if(applicable(x), x, 3)", kinds, values), "3")

    def test_what_makes_no_difference_is_not_read(self):
        kinds = {"x": "count", "y": "yes-no", "z": "count"}
        refuse = dict(disputed="refuse")
        values = {"y": "!disputed", "z": "!not-applicable"}
        # y decides only about a cause that is left out either way.
        rule = ('<award><gain each="x" points="1" cap="2"/>'
                '<gain when="y" each="z" points="1"/></award>')
        self.assertEqual(one(rule, kinds, values, 6, **refuse), "0..2")
        rule = rule.replace('each="z"', 'each="3"')
        self.assertEqual(one(rule, kinds, values, 6, **refuse), "refused")
        # A count is never below nought.
        rule = "min(x, 2) + if(z >= 0, 1, 3)"
        self.assertEqual(one(rule, kinds, {"z": "!disputed"}, 6, **refuse),
                         "1..3")
        rule = rule.replace("z >= 0", "z >= 1")
        self.assertEqual(one(rule, kinds, {"z": "!disputed"}, 6, **refuse),
                         "refused")

    def test_perhaps_left_out_covers_both(self):
        kinds = {"y": "yes-no", "z": "yes-no"}
        rule = ('<award from="1"><gain cap="7"><choose>'
                '<when test="y" points="4"/><when test="z" points="9"/>'
                '<otherwise points="0"/></choose></gain></award>')
        out = {"z": "!not-applicable"}
        self.assertEqual(one(rule, kinds, out, 6), "1..5")
        self.assertEqual(one(rule, kinds, dict(out, y="yes"), 6), "5")
        self.assertEqual(one(rule, kinds, dict(out, y="no"), 6), "1")
        # Its absence counts, too.
        self.assertEqual(one(rule, kinds, out, 6, missing="zero"), "0")

    def test_of_open_causes_the_largest_is_as_large_as_any_surely_is(self):
        rule = ('<award><group pick="largest"><gain when="true" points="3"/>'
                '<loss each="x" points="1" cap="2"/></group></award>')
        self.assertEqual(one(rule, {"x": "count"}, {}, 6), "3")

    def test_pieces_make_intervals_tight(self):
        number = {"x": "number min=0 max=5"}
        self.assertEqual(one("if(x < 3, 0, x - 3)", number, {}), "0..2")
        self.assertEqual(one("if(x <= 3, 3 - x, 0)", number, {}), "0..3")
        whole = {"x": "count max=1"}
        self.assertEqual(one("x * (1 - x)", whole, {}), "0")
        twice = "if(ok, 2, 0) + if(ok, 0, 2)"
        self.assertEqual(one(twice, {"ok": "yes-no"}, {}), "2")
        level = "if(l = 'a', 1, 0) + if(l = 'b', 1, 0)"
        self.assertEqual(one(level, {"l": "level a b"}, {}), "1")

    def test_too_many_pieces_are_one_interval(self):
        kinds = {"x%d" % i: "yes-no" for i in range(9)}
        twice = "if(x0, 2, 0) + if(x0, 0, 2)"
        rest = " + if(%s, 0, 0)" % " and ".join(
            "x%d" % i for i in range(1, 9))
        self.assertEqual(one(twice + rest, kinds, {}), "0..4")
        values = {"x8": "yes"}
        self.assertEqual(one(twice + rest, kinds, values), "2")

    def test_absent_lists(self):
        survey = ('<survey of="s"><answer is="a" worth="10"/>'
                  '<answer is="b" worth="4"/></survey>')
        self.assertEqual(one(survey, {"s": "survey a b"}, {}), "4..10")
        self.assertEqual(one('<panel of="p"/>', {"p": "panel min=0 max=9"},
                             {}), "0..9")
        text = ('<award><awards of="w" matter="all"%s>'
                '<level is="a" points="2"/>%s</awards></award>')
        kinds = {"w": "awards a b"}
        self.assertEqual(one(text % ("", ""), kinds, {}), "0..inf")
        self.assertEqual(one(text % (' max-gain="3"', ""), kinds, {}), "0..3")
        bad = '<level is="b" points="-1"/>'
        self.assertEqual(one(text % (' max-loss="4"', bad), kinds, {}),
                         "-4..inf")


class Kinds(unittest.TestCase):
    def check(self, rule, kinds, cases, points=10, **changes):
        for values, expected in cases:
            with self.subTest(values=values):
                self.assertEqual(one(rule, kinds, values, points, **changes),
                                 expected)

    def test_floor_and_bonus_order(self):
        rule = ('<deduct><loss each="x" points="1"/><gain points="2"/>'
                '</deduct>')
        cases = [({"x": "12"}, "2"), ({"x": "3"}, "9")]
        self.check(rule, {"x": "count"}, cases)
        self.check(rule, {"x": "count"},
                   [({"x": "12"}, "0"), ({"x": "3"}, "9")],
                   order="bonus-then-floor")

    def test_steps(self):
        rule = '<award><gain each="x" step="10" points="1"%s/></award>'
        for how, expected in (("whole", "2"), ("started", "3"),
                              ("continuous", "2.5")):
            self.check(rule % "", {"x": "number"}, [({"x": "25"}, expected)],
                       part=how)
            self.check(rule % (' steps="%s"' % how), {"x": "number"},
                       [({"x": "25"}, expected)])

    def test_series_and_cap(self):
        rule = '<award><gain each="x" series="3 1 0.5" cap="5"/></award>'
        self.check(rule, {"x": "number"},
                   [({"x": "0"}, "0"), ({"x": "1.9"}, "3"), ({"x": "2"}, "4"),
                    ({"x": "4"}, "5"), ({"x": "9"}, "5"),
                    ({"x": "-3"}, "0")])

    def test_groups(self):
        rule = ('<award><group pick="%s" max-loss="4"><loss each="x" '
                'points="1"/><loss each="y" points="2"/></group></award>')
        kinds = {"x": "count", "y": "count"}
        for pick, expected in (("all", "-3"), ("largest", "-2"),
                               ("first", "-1")):
            self.check(rule % pick, kinds, [({"x": "1", "y": "1"}, expected)])
        self.check(rule % "all", kinds, [({"x": "3", "y": "1"}, "-4")])
        self.check(rule % "first", kinds, [({"x": "0", "y": "1"}, "-2")])

    def test_matters(self):
        rule = ('<award><awards of="w" matter="%s" since="2021-01-01">'
                '<level is="a" issuer="state" points="5"/>'
                '<level is="a" points="2"/><level is="b" points="1"/>'
                '</awards></award>')
        given = ('<award level="b" matter="m" date="2021-02-01"/>'
                 '<award level="a" matter="m" issuer="state" '
                 'date="2021-03-01"/><award level="a" date="2021-03-01"/>'
                 '<award level="a" issuer="state" date="2020-03-01"/>'
                 '<award level="c" date="2021-03-01"/>')
        for matter, expected in (("largest", "7"), ("first", "3"),
                                 ("all", "8")):
            self.check(rule % matter, {"w": "awards a b c"},
                       [({"w": given}, expected)])

    def test_band_ends(self):
        rule = ('<bands of="x"><band from="5" below="7" points="1"/>'
                '<band from="7" to="9" points="2"/><band above="9" '
                'points="3"/><otherwise points="4"/></bands>')
        self.check(rule, {"x": "number"},
                   [({"x": "4.9"}, "4"), ({"x": "5"}, "1"), ({"x": "7"}, "2"),
                    ({"x": "9"}, "2"), ({"x": "9.1"}, "3")])
        stairs = ('<bands of="x"><band to="2" points="1"/>'
                  '<band to="4" points="2"/><band above="4" points="3"/>'
                  '</bands>')
        self.check(stairs, {"x": "number"},
                   [({"x": "-9"}, "1"), ({"x": "2"}, "1"), ({"x": "2.1"}, "2"),
                    ({"x": "4"}, "2"), ({"x": "4.1"}, "3")])

    def test_scale_clamps(self):
        rule = ('<scale of="x"%s><at value="0" points="10"/>'
                '<at value="10" points="0"/><at value="20" points="20"/>'
                '</scale>')
        kinds = {"x": "number min=-5 max=25"}
        for clamp, below, above in (("both", "10", "20"),
                                    ("below", "10", "22"),
                                    ("above", "11", "20"),
                                    ("none", "11", "22")):
            self.check(rule % (' clamp="%s"' % clamp), kinds,
                       [({"x": "-1"}, below), ({"x": "21"}, above),
                        ({"x": "5"}, "5"), ({"x": "15"}, "10")])
        self.check(rule % "", kinds, [({}, "0..20")])

    def test_survey_and_panel_minima(self):
        survey = ('<survey of="s" minimum="3"><answer is="a" worth="9"/>'
                  '<leave-out is="b"/></survey>')
        self.check(survey, {"s": "survey a b"},
                   [({"s": {"a": 3}}, "9"),
                    ({"s": {"a": 2, "b": 7}}, "no-value"),
                    ({"s": {}}, "no-value")])
        panel = '<panel of="p" drop-highest="1" drop-lowest="1"/>'
        self.check(panel, {"p": "panel"},
                   [({"p": [1, 5, 6, 100]}, "5.5"), ({"p": [1, 2]},
                                                     "no-value")])

    def test_ways_to_combine(self):
        kinds = {"a": "number", "b": "number", "c": "number"}
        values = {"a": "2", "b": "4", "c": "8"}
        parts = "".join('<part of="%s" weight="%d"/>' % pair
                        for pair in (("a", 2), ("b", 1), ("c", 1)))
        for by, expected in (("mean", "4"), ("harmonic", "32/11"),
                             ("minimum", "2"), ("maximum", "8"),
                             ("median", "4"), ("product", "64"),
                             ("trimmed", "4"),
                             ("geometric",      # 128 to the power 1/4
                              "~3.363585661014858172124501904933")):
            rule = '<combine by="%s">%s</combine>' % (by, parts)
            self.check(rule, kinds, [(values, expected)])
        rule = '<combine by="geometric"><part of="a"/><part of="c"/></combine>'
        self.check(rule, kinds, [(values, "4")])

    def test_coverage_of_parts(self):
        rule = ('<combine by="mean" coverage="60%"><part of="a" weight="3"/>'
                '<part of="b" weight="2"/></combine>')
        kinds = {"a": "number", "b": "number"}
        out = "!not-applicable"
        self.check(rule, kinds, [({"a": "4", "b": out}, "4"),
                                 ({"a": out, "b": "4"}, "no-value"),
                                 ({"a": out, "b": out}, "not-applicable")])

    def test_adjust_in_its_order(self):
        rule = ('<adjust times="2" plus="-1" floor="0" cap="4.96" places="1">'
                '<award><gain each="x" points="1"/></award></adjust>')
        self.check(rule, {"x": "number"},
                   [({"x": "0"}, "0"), ({"x": "2"}, "3"), ({"x": "4"}, "5")])


if __name__ == "__main__":
    unittest.main()
