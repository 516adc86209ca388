# SPDX-License-Identifier: Apache-2.0
"""Nodes, vetoes, the threshold, cohorts and generated cases, by hand."""

import contextlib
import io
import os
import tempfile
import unittest
from fractions import Fraction

import fzzf_reference                   # first: it finds the modules
import generate
from reference_cases import contract, declaration, leaf, run, system
from reference_filled import Filled, Gaps


class Nodes(unittest.TestCase):
    """Leaves a 10 (scored 5), b 20 (scored 20), c 30 not applicable."""

    BODY = (leaf("a", "5", points=10) + leaf("b", "20", points=20))

    def total(self, treatment, body="", out="c", **changes):
        body = self.BODY + leaf("c", "30", points=30) + body
        entries = {name: "!not-applicable" for name in out.split()}
        return run(system(body), declaration(entries),
                   contract(treatment=treatment, **changes))

    def test_treatments(self):
        for treatment, score, full in (
                ("rescale", "50", "60"),        # 25 × 60 / 30
                ("spread", "47.5", "60"),       # 25 × 1/2 + 35
                ("full", "55", "60"), ("no-loss", "55", "60"),
                ("leave-out", "25", "30")):
            answer = self.total(treatment)
            self.assertEqual(answer.score("total"), score, treatment)
            self.assertEqual(answer.full("total"), full, treatment)
            self.assertEqual(answer.score("c"), "not-applicable")

    def test_substitute(self):
        body = leaf("d", "1", points=40, na="substitute", substitute="a")
        answer = self.total("leave-out", body, out="d")
        self.assertEqual(answer.score("total"), "75")   # 55 + 40 × 1/2
        self.assertEqual(answer.full("total"), "100")

    def test_rescale_beside_leave_out(self):
        body = leaf("d", "1", points=40, na="leave-out")
        answer = self.total("rescale", body, out="c d")
        self.assertEqual(answer.score("total"), "50")
        self.assertEqual(answer.full("total"), "60")

    def test_spread_before_rescale(self):
        body = leaf("d", "1", points=40, na="spread")
        answer = self.total("rescale", body, out="c d")
        # spread: 30 × 1/2 + 40 = 55 of 70; rescaled to 100
        self.assertEqual(answer.score("total"), "550/7")

    def test_nothing_applicable(self):
        answer = self.total("full", out="a b c")
        self.assertEqual(answer.score("total"), "not-applicable")

    def test_left_out_by_policy_is_rescaled(self):
        body = leaf("d", "x", {"x": "count"}, points=30)
        answer = self.total("leave-out", body, missing="leave-out")
        self.assertEqual(answer.score("d"), "absent")
        self.assertEqual(answer.score("total"), "50")
        self.assertEqual(answer.full("total"), "60")
        self.assertEqual(answer.readings["330101", "indicators-all"][3], "2")

    def test_weighted_means(self):
        body = "".join(leaf(name, score, points=10, weight=weight)
                       for name, score, weight in
                       (("a", "4", 1), ("b", "8", 2), ("c", "9", 3)))
        out = declaration({"c": "!not-applicable"})
        for treatment, expected in (("rescale", "20/3"), ("full", "25/3"),
                                    ("spread", "19/3")):
            answer = run(system(body), out, contract(
                without_rule="mean", treatment=treatment))
            self.assertEqual(answer.score("total"), expected, treatment)
            self.assertEqual(answer.full("total"), "10")

    def test_unpublished_does_not_become_nought(self):
        body = (leaf("a", "4", points=10, weight="unpublished")
                + leaf("b", "8", points=20, weight=1))
        scaled = '<rule><combine by="mean" to="100"/></rule>'
        # Full marks between 10 and 20: nothing to bring to a scale.
        answer = run(system(body, tail=scaled), declaration({}),
                     contract(no_value="zero"))
        self.assertEqual(answer.score("total"), "not-computable")
        body = (leaf("a", "4", points=10, weight=1)
                + leaf("b", "8", points="unpublished", weight=1,
                       na="substitute", substitute="a"))
        answer = run(system(body), declaration({"b": "!not-applicable"}),
                     contract(without_rule="mean"))
        self.assertEqual(answer.score("total"), "not-computable")

    def test_coverage_counts_points(self):
        # c is left out, but has no points: 10 of 10 are there.
        body = (leaf("a", "4", points=10)
                + leaf("c", None, {"y": "yes-no"}, '<met when="y"/>'))
        rule = '<rule><combine by="sum" coverage="0.6"/></rule>'
        answer = run(system(body, tail=rule), declaration({}),
                     contract(missing="leave-out"))
        self.assertEqual(answer.score("total"), "4")

    def test_unpublished(self):
        body = (leaf("a", "4", points=10, weight="unpublished")
                + leaf("b", "8", points=10, weight=1))
        answer = run(system(body), declaration({}),
                     contract(without_rule="mean"))
        self.assertEqual(answer.score("total"), "4..8")
        body = leaf("a", "4", points="unpublished") + leaf("b", "1", points=1)
        answer = run(system(body), declaration({}))
        self.assertEqual(answer.score("total"), "not-computable")
        self.assertEqual(answer.readings["330101", "points-all"][4],
                         "undetermined")

    def test_combined_children(self):
        rule = ('<rule><combine by="sum" to="100" floor="40" cap="60"/>'
                "</rule>")
        bonus = leaf("c", "x", {"x": "number"}, bonus="yes", points=5)
        for x, order, expected in (
                ("1", "floor-then-bonus", "41"),    # 25/100, then 40, then +1
                ("1", "bonus-then-floor", "40"),
                ("30", "floor-then-bonus", "60")):
            body = leaf("a", "5", points=20) + bonus
            answer = run(system(body, "", rule),
                         declaration({"c": {"x": x}}), contract(order=order))
            self.assertEqual(answer.score("total"), expected)
            self.assertEqual(answer.full("total"), "100")

    def test_groups_and_levels_of_units(self):
        variants = '<for group="east" points="30"/>'
        body = leaf("a", "points", points=10).replace("<rule", variants
                                                      + "<rule")
        body += leaf("b", "2", points=2, applies="city")
        for groups, level, a, b in (("", "city", "10", "2"),
                                    ("west east", "county", "30", "absent")):
            answer = run(system(body), declaration({}, groups=groups,
                                                   level=level))
            self.assertEqual(answer.score("a"), a)
            self.assertEqual(answer.score("b"), b)

    def test_tailoring(self):
        body = self.BODY + leaf("c", "$k", points=3)
        head = '<parameter id="k" value="1"/>'
        tailoring = ('<tailoring xmlns="urn:fzzf:1" id="t" title="t" of="s">'
                     '<set parameter="k" value="1/2"/><drop node="b"/>'
                     '<change node="a" points="7"/></tailoring>')
        answer = run(system(body, head), declaration({}),
                     tailoring=tailoring)
        self.assertEqual(answer.score("total"), "5.5")
        self.assertEqual(answer.full("total"), "10")
        self.assertNotIn(("330101", "b"), answer.nodes)

    def test_rounding_steps(self):
        body = ('<indicator id="n" title="n">' + leaf("a", "1.25", points=2)
                + leaf("b", "1.25", points=2) + "</indicator>"
                + leaf("c", "0.5", points=1))
        answer = run(system(body), declaration({}),
                     contract(indicator="1", node="0", total="0"))
        self.assertEqual([answer.score(i) for i in ("a", "n", "c", "total")],
                         ["1.3", "3", "0.5", "4"])


class Vetoes(unittest.TestCase):
    HEAD = '<grade id="best"/><grade id="good"/><grade id="poor"/>'
    GRADING = ('<grading><bands of="score"><band from="8" grade="best"/>'
               '<band below="8" grade="good"/></bands></grading>')

    def answer(self, *vetoes, x="9", hit="yes"):
        body = leaf("a", "x", {"x": "number", "hit": "yes-no"}, points=10)
        tail = "".join('<veto id="v%d" when="%s" %s/>' % (i, *veto)
                       for i, veto in enumerate(vetoes))
        values = {"x": x} if hit is None else {"x": x, "hit": hit}
        return run(system(body, self.HEAD, tail + self.GRADING),
                   declaration({"a": values}))

    def test_effects_on_the_score(self):
        for effect, score in (('effect="zero"', "0"),
                              ('effect="fix" value="5.9"', "5.9"),
                              ('effect="lose" value="30"', "-21"),
                              ('effect="stop"', "stopped")):
            self.assertEqual(self.answer(("[a].hit", effect)).score("total"),
                             score)

    def test_effects_on_the_grade(self):
        for effect, grade in (('effect="grade" grade="poor"', "poor"),
                              ('effect="lower"', "good"),
                              ('effect="lower" value="7"', "poor"),
                              ('effect="stop" grade="poor"', "poor"),
                              ('effect="stop"', "-"),
                              ('effect="zero"', "good")):
            found = self.answer(("[a].hit", effect)).verdicts["330101"][1]
            self.assertEqual(found, grade, effect)

    def test_in_order(self):
        found = self.answer(("true", 'effect="lose" value="1"'),
                            ("score = 9", 'effect="lose" value="2"'))
        self.assertEqual(found.score("total"), "6")

    def test_bar(self):
        for hit, expected in (("yes", "no"), ("no", "yes"),
                              (None, "undetermined")):
            found = self.answer(("[a].hit", 'effect="bar"'), x="10", hit=hit)
            self.assertEqual(found.verdicts["330101"][0], expected)

    def test_an_unknown_veto_bounds(self):
        found = self.answer(("[a].hit", 'effect="zero"'), hit=None)
        self.assertEqual(found.score("total"), "0..9")
        self.assertEqual(found.verdicts["330101"][1], "-")


class Threshold(unittest.TestCase):
    def answer(self, marks, **changes):
        """marks: y met, n not, ? missing, - not applicable."""
        body = "".join(leaf("i%d" % i, "if(ok, points, 0)", {"ok": "yes-no"},
                            points=2 if i == 0 else 1)
                       for i in range(len(marks)))
        entries = {}
        for i, mark in enumerate(marks):
            entries["i%d" % i] = "!not-applicable" if mark == "-" else (
                {} if mark == "?" else
                {"ok": {"y": "yes", "n": "no"}[mark]})
        return run(system(body), declaration(entries), contract(**changes))

    def test_nine_of_ten_is_ninety_percent(self):
        answer = self.answer("nyyyyyyyyy")
        self.assertEqual(answer.readings["330101", "indicators-all"],
                         ["9", "9", "10", "0", "yes"])
        self.assertEqual(answer.readings["330101", "points-all"],
                         ["9", "9", "11", "0", "no"])
        self.assertEqual(answer.verdicts["330101"][0], "yes")

    def test_not_applicable_in_each_reading(self):
        answer = self.answer("yyyyyyyyn-")
        for name, expected in (
                ("indicators-all", ["8", "8", "10", "1", "no"]),
                ("indicators-applicable", ["8", "8", "9", "1", "no"]),
                ("points-all", ["9", "9", "11", "1", "no"]),
                ("points-applicable", ["9", "9", "10", "1", "yes"])):
            self.assertEqual(answer.readings["330101", name], expected)

    def test_full_counts_as_met(self):
        answer = self.answer("yyyyyyyyn-", treatment="full")
        for name, expected in (
                ("indicators-all", ["9", "9", "10", "0", "yes"]),
                ("points-applicable", ["10", "10", "11", "0", "yes"])):
            self.assertEqual(answer.readings["330101", name], expected)

    def test_missing_bounds_both_sides(self):
        answer = self.answer("yyyyyyyyn?")
        self.assertEqual(answer.readings["330101", "indicators-all"],
                         ["8", "9", "10", "0", "undetermined"])
        self.assertEqual(answer.readings["330101", "points-all"],
                         ["9", "10", "11", "0", "undetermined"])
        self.assertEqual(answer.verdicts["330101"][0], "undetermined")

    def test_missing_by_policy(self):
        for policy, expected in (
                ("zero", ["9", "9", "10", "0", "yes"]),
                ("leave-out", ["9", "9", "9", "1", "yes"]),
                ("refuse", ["9", "10", "10", "0", "yes"])):
            answer = self.answer("yyyyyyyyy?", missing=policy)
            self.assertEqual(
                answer.readings["330101", "indicators-applicable"], expected)
        self.assertEqual(answer.readings["330101", "points-all"],
                         ["-", "-", "-", "0", "undetermined"])

    def test_nothing_applicable(self):
        answer = self.answer("--")
        self.assertEqual(
            answer.readings["330101", "indicators-applicable"],
            ["0", "0", "0", "2", "nothing-applicable"])
        self.assertEqual(answer.readings["330101", "indicators-all"][4], "no")

    def test_bonus_leaves_are_not_counted(self):
        body = (leaf("a", "1", points=1)
                + '<indicator id="n" title="n" bonus="yes">'
                + leaf("b", "0", points=1) + "</indicator>")
        answer = run(system(body), declaration({}))
        self.assertEqual(answer.readings["330101", "indicators-all"][2], "1")


class Cohorts(unittest.TestCase):
    def scores(self, formula, values, groups=None, **changes):
        body = leaf("a", formula, {"x": "number min=0 max=9"}, points=10)
        units = []
        for i, x in enumerate(values):
            entries = {"a": {} if x is None else {"x": x}}
            units.append(declaration(
                entries, code="u%d" % i,
                groups=groups[i] if groups else ""))
        answer = run(system(body), units, contract(**changes))
        return [answer.score("a", "u%d" % i) for i in range(len(values))]

    def test_ties(self):
        values = [5, 3, 5, 1]
        self.assertEqual(self.scores("rank(x)", values),
                         ["1", "3", "1", "4"])
        self.assertEqual(self.scores("rank(x)", values, ties="dense"),
                         ["1", "2", "1", "3"])
        self.assertEqual(self.scores("rank_low(x)", values),
                         ["3", "2", "3", "1"])

    def test_figures(self):
        values = [2, 4, 4, 4, 5, 5, 7, 9]
        for formula, expected in (
                ("cohort_min(x)", "2"), ("cohort_max(x)", "9"),
                ("cohort_mean(x)", "5"), ("cohort_median(x)", "4.5"),
                ("cohort_sum(x)", "40"), ("cohort_sd(x)", "2"),
                ("cohort_count(x)", "8"),
                ("cohort_mean(if(x > 4, x, 1 / 0))", "6.5")):
            self.assertEqual(self.scores(formula, values)[0], expected)

    def test_groups(self):
        found = self.scores("cohort_max(x, 'group')", [1, 2, 3],
                            ["east", "east", "west"])
        self.assertEqual(found, ["2", "2", "3"])

    def test_missing_makes_intervals(self):
        self.assertEqual(self.scores("rank(x)", [5, None, 8]),
                         ["2..3", "1..3", "1..2"])
        # The missing one is at most 9: it cannot be before a 9.
        self.assertEqual(self.scores("rank(x)", [None, 9])[1], "1")
        self.assertEqual(self.scores("cohort_mean(x)", [0, None, 9])[0],
                         "3..6")

    def test_a_later_stage_reads_an_earlier_one(self):
        body = (leaf("a", "rank(x)", {"x": "number"}, points=1)
                + leaf("b", "cohort_sum([a])", points=1))
        units = [declaration({"a": {"x": i}}, code="u%d" % i)
                 for i in range(3)]
        self.assertEqual(run(system(body), units).score("b", "u0"), "6")


class Generated(unittest.TestCase):
    def test_the_same_seed_gives_the_same_documents(self):
        self.assertEqual(generate.generate(5), generate.generate(5))
        self.assertNotEqual(generate.generate(5), generate.generate(6))

    def test_intervals_hold_whatever_is_filled_in(self):
        checked = 0
        for seed in range(60):
            gaps = Gaps(seed)
            if not gaps.dirty:
                continue
            filled = Filled(seed, seed + 1)
            self.assertEqual(gaps.system, filled.system)
            checked += self.compare(seed, self.nodes(gaps),
                                    self.nodes(filled))
        self.assertGreater(checked, 100)

    def nodes(self, case):
        return run(case.system, [case.batch], case.contract,
                   case.tailoring).nodes

    def compare(self, seed, before, after):
        checked = 0
        for key, (state, low, high, _, _) in before.items():
            filled = after[key]
            if state == "bounded" and filled[0] == "present":
                value = self.end(filled[1])
                self.assertLessEqual(self.end(low), value, (seed, key))
                self.assertLessEqual(value, self.end(high), (seed, key))
                checked += 1
        return checked

    def end(self, text):
        return float(text) if text.endswith("inf") else Fraction(text)

    def test_programs(self):
        with tempfile.TemporaryDirectory() as folder:
            generate.main([folder, "1", "3"])
            fzzf_reference.main(["--folder", folder])
            here = os.path.join(folder, "000002")
            with open(os.path.join(here, "expected.txt"),
                      encoding="utf-8") as stream:
                expected = stream.read()
            self.assertNotIn("tailoring.xml", os.listdir(here))
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                fzzf_reference.main([os.path.join(here, name) for name in (
                    "system.xml", "contract.xml", "declarations.xml")])
            self.assertEqual(output.getvalue(), expected)


if __name__ == "__main__":
    unittest.main()
