# SPDX-License-Identifier: Apache-2.0
"""Published scoring rules, with the points that their texts print."""

import unittest

import fzzf_reference                   # noqa: F401  (finds the modules)
from reference_cases import (contract, declaration, leaf, one, run, system)


class Published(unittest.TestCase):
    def check(self, rule, kinds, cases, points=None, **changes):
        for values, expected in cases:
            with self.subTest(values=values):
                found = one(rule, kinds, values, points, **changes)
                self.assertEqual(found, expected)

    def test_h001_all_or_nothing_at_a_target(self):
        self.check("if(actual <= target, points, 0)",
                   {"target": "number", "actual": "number"},
                   [({"target": "7.2", "actual": "7.2"}, "10"),
                    ({"target": "7.2", "actual": "7.21"}, "0")], 10)

    def test_h006_parts_that_add(self):
        self.check("count(made, lawful, done)",
                   {"made": "yes-no", "lawful": "yes-no", "done": "yes-no"},
                   [({"made": "yes", "lawful": "yes", "done": "no"}, "2")], 3)

    def test_h010_levels(self):
        rule = ('<choose><when test="publicity and visit" points="6"/>'
                '<when test="publicity or visit" points="3"/>'
                '<otherwise points="0"/></choose>')
        self.check(rule, {"publicity": "yes-no", "visit": "yes-no"},
                   [({"publicity": "yes", "visit": "no"}, "3"),
                    ({"publicity": "no", "visit": "no"}, "0")], 6)

    def test_h014_stairs(self):
        rule = '<bands of="done">' + "".join(
            '<band from="%d" points="%d"/>' % step for step in
            ((100, 40), (90, 36), (80, 32), (70, 28), (60, 24), (50, 20))
        ) + '<band below="50" points="0"/></bands>'
        self.check(rule, {"done": "number"},
                   [({"done": "100"}, "40"), ({"done": "87"}, "32"),
                    ({"done": "50"}, "20"), ({"done": "49.9"}, "0")], 40)

    def test_h017_loss_for_each(self):
        self.check('<deduct><loss each="unfiled" points="1"/></deduct>',
                   {"unfiled": "count"},
                   [({"unfiled": "2"}, "4"), ({"unfiled": "9"}, "0")], 6)

    def test_h022_several_causes(self):
        rule = ('<deduct><loss when="r1" points="5"/>'
                '<loss when="r2" points="5"/><loss when="r3" points="15"/>'
                '<loss each="unlawful" points="10"/></deduct>')
        self.check(rule, {"r1": "yes-no", "r2": "yes-no", "r3": "yes-no",
                          "unlawful": "count"},
                   [({"r1": "yes", "r2": "no", "r3": "yes",
                      "unlawful": "1"}, "5"),
                    ({"r1": "yes", "r2": "yes", "r3": "yes",
                      "unlawful": "2"}, "0")], 35)

    def test_h028_cap_on_one_cause(self):
        rule = ('<deduct><loss when="not system" points="0.3"/>'
                '<loss each="6 - sessions" points="0.3" cap="1.2"/>'
                '</deduct>')
        self.check(rule, {"system": "yes-no", "sessions": "count"},
                   [({"system": "yes", "sessions": "1"}, "0.3"),
                    ({"system": "no", "sessions": "0"}, "0"),
                    ({"system": "yes", "sessions": "4"}, "0.9")], "1.5")

    def test_h030_shortfall(self):
        rule = ('<deduct><loss each="3 - meetings" points="0.5"/>'
                '<loss when="not lead" points="0.5"/>'
                '<loss when="not deputy" points="0.5"/></deduct>')
        kinds = {"meetings": "count", "lead": "yes-no", "deputy": "yes-no"}
        self.check(rule, kinds,
                   [({"lead": "yes", "deputy": "no", "meetings": "1"}, "1.5"),
                    ({"lead": "yes", "deputy": "yes", "meetings": "5"}, "3")],
                   3)

    def test_h034_fixed_partial_loss(self):
        self.check('<deduct><loss when="not has" points="2"/></deduct>',
                   {"has": "yes-no"},
                   [({"has": "yes"}, "10"), ({"has": "no"}, "8")], 10)

    def test_h036_whole_steps(self):
        rule = ('<deduct><loss each="90 - closed" step="10" points="1"/>'
                '</deduct>')
        self.check(rule, {"closed": "number"},
                   [({"closed": "90"}, "3"), ({"closed": "80"}, "2"),
                    ({"closed": "55"}, "0")], 3)

    def test_h044_two_slopes(self):
        rule = ('<award><loss each="96 - max(safe, 90)" points="0.25"/>'
                '<loss each="90 - safe" points="0.5"/></award>')
        self.check(rule, {"safe": "number"},
                   [({"safe": "93"}, "-0.75"), ({"safe": "88"}, "-2.5")])

    def test_h045_cap_on_a_group(self):
        rule = ('<award><group max-loss="5"><loss points="a1"/>'
                '<loss points="a2"/><loss points="a3"/></group></award>')
        self.check(rule, {"a1": "number", "a2": "number", "a3": "number"},
                   [({"a1": "2.5", "a2": "1.75", "a3": "2"}, "-5"),
                    ({"a1": "1", "a2": "0.5", "a3": "0"}, "-1.5")])

    def test_h048_against_an_outside_average(self):
        self.check('<award><loss each="mean - known" points="0.25"/></award>',
                   {"mean": "number", "known": "number"},
                   [({"mean": "71.4", "known": "69.4"}, "-0.5"),
                    ({"mean": "71.4", "known": "73"}, "0")])

    def test_h054_late_or_left_out(self):
        rule = ('<deduct><loss each="sent.late" points="0.5"/>'
                '<loss each="sent.missing" points="1"/></deduct>')
        self.check(rule, {"sent": "causes late missing"},
                   [({"sent": {"late": 2, "missing": 1}}, "1"),
                    ({"sent": {"missing": 4}}, "0")], 3)

    def test_h058_ratio_times_points(self):
        self.check("(claimed + exempt) / should * points",
                   {"claimed": "count", "exempt": "count", "should": "count"},
                   [({"claimed": "180", "exempt": "12", "should": "200"},
                     "4.8")], 5)

    def test_h060_capped_ratio(self):
        self.check("min(points, growth * 4)", {"growth": "number"},
                   [({"growth": "12"}, "48"), ({"growth": "18"}, "60")], 60)

    def test_h065_straight_line(self):
        rule = ('<scale of="share"><at value="90" points="0"/>'
                '<at value="100" points="points"/></scale>')
        self.check(rule, {"share": "number"},
                   [({"share": "90"}, "0"), ({"share": "95"}, "50"),
                    ({"share": "100"}, "100")], 100)

    def test_h068_lower_is_better(self):
        rule = ('<adjust floor="0" cap="120"><award from="100">'
                '<gain each="(goal - actual) / goal * 100" step="5" '
                'points="5"/><loss each="(actual - goal) / goal * 100" '
                'step="5" points="5"/></award></adjust>')
        kinds = {"goal": "number", "actual": "number"}
        self.check(rule, kinds,
                   [({"goal": "40", "actual": "38"}, "105"),
                    ({"goal": "40", "actual": "50"}, "75"),
                    ({"goal": "40", "actual": "30"}, "120")], 100)

    def test_h070_efficacy_is_not_clamped(self):
        rule = ('<scale of="x" clamp="none"><at value="6" points="60"/>'
                '<at value="12" points="100"/></scale>')
        self.check(rule, {"x": "number"},
                   [({"x": "5.81"}, "58.73"), ({"x": "12"}, "100"),
                    ({"x": "6"}, "60")], 100, indicator="2")

    def test_h072_beyond_the_goal(self):
        rule = ('<award from="30"><gain each="over" step="10" points="1" '
                'cap="5"/></award>')
        self.check(rule, {"over": "number"},
                   [({"over": "9.9"}, "30"), ({"over": "10"}, "31"),
                    ({"over": "25"}, "32"), ({"over": "80"}, "35")], 30)

    def test_h076_award_for_each(self):
        self.check('<award cap="2"><gain each="records" points="1"/></award>',
                   {"records": "count"},
                   [({"records": "1"}, "1"), ({"records": "5"}, "2")], 2)

    def test_h080_the_highest_of_a_matter(self):
        rule = ('<award><awards of="typical" matter="largest">'
                '<level is="nation" points="5"/>'
                '<level is="province" points="3"/>'
                '<level is="city" points="2"/></awards></award>')
        kinds = {"typical": "awards nation province city"}

        def given(*matters):
            return "".join('<award level="%s" matter="m%d"/>' % (level, i)
                           for i, levels in enumerate(matters)
                           for level in levels)

        self.check(rule, kinds,
                   [({"typical": given(["city", "province"], ["city"])}, "5"),
                    ({"typical": given(["nation", "province", "city"])},
                     "5")])

    def test_h082_cap_on_all_bonuses(self):
        rule = ('<award><group max-gain="10"><gain points="p"/>'
                '<gain points="q"/><gain points="r"/></group></award>')
        self.check(rule, {"p": "number", "q": "number", "r": "number"},
                   [({"p": "5", "q": "8", "r": "3"}, "10"),
                    ({"p": "3", "q": "3", "r": "1"}, "7")])

    def test_h085_decreasing_repeats(self):
        rule = ('<award><awards of="merit" matter="all">'
                '<level is="first" series="20 5"/>'
                '<level is="second" series="10 2"/>'
                '<level is="third" series="5 1"/></awards></award>')
        self.check(rule, {"merit": "awards first second third"},
                   [({"merit": '<award level="first"/>' * 2
                      + '<award level="third"/>' * 3}, "32")])

    def test_h087_plus_and_minus(self):
        rule = ('<award><gain each="good.city" points="3"/>'
                '<gain each="good.office" points="1"/>'
                '<loss each="bad.city" points="3"/>'
                '<loss each="bad.office" points="1"/></award>')
        kinds = {"good": "causes city office", "bad": "causes city office"}
        self.check(rule, kinds,
                   [({"good": {"city": 1, "office": 2},
                      "bad": {"office": 1}}, "4")])

    def test_h092_points_by_rank(self):
        body = leaf("a", "max(0, points * (1 - 0.05 * (rank(x) - 1)))",
                    {"x": "number"}, points=6)
        units = [declaration({"a": {"x": str(100 - i)}}, code="u%02d" % i)
                 for i in range(21)]
        answer = run(system(body), units)
        for place, expected in ((1, "6"), (2, "5.7"), (5, "4.8"), (21, "0")):
            unit = "u%02d" % (place - 1)
            self.assertEqual(answer.score("a", unit), expected)

    def test_h098_veto_on_the_grade(self):
        body = leaf("a", "x", {"x": "number", "hit": "yes-no"}, points=100)
        tail = ('<veto id="v" when="not [a].hit" effect="grade" '
                'grade="missed"/><grading><bands of="score">'
                '<band from="95" grade="over"/><band from="80" grade="done"/>'
                '<band below="80" grade="missed"/></bands></grading>')
        head = '<grade id="over"/><grade id="done"/><grade id="missed"/>'
        for hit, grade in (("no", "missed"), ("yes", "done")):
            answer = run(system(body, head, tail),
                         declaration({"a": {"x": "93", "hit": hit}}))
            self.assertEqual(answer.score("total"), "93")
            self.assertEqual(answer.verdicts["330101"][1], grade)

    def test_h102_veto_that_costs_points(self):
        body = leaf("a", "0", {"events": "count"},
                    '<veto id="v" when="events &gt; 0" effect="lose" '
                    'value="30"/>')
        answer = run(system(body), declaration({"a": {"events": "1"}}))
        self.assertEqual(answer.score("a"), "-30")

    def test_h104_stages(self):
        body = (leaf("base", "x", {"x": "number", "veto": "yes-no"},
                     points=100)
                + leaf("extra", "if([base] > 80, y, 0)", {"y": "number"},
                       bonus="yes"))
        tail = ('<veto id="v" when="[base].veto" effect="stop" grade="un"/>'
                '<grading><bands of="[base]"><band from="60" grade="ok"/>'
                '<band below="60" grade="un"/></bands></grading>')
        head = '<grade id="ok"/><grade id="un"/>'

        def answer(veto, x, y):
            return run(system(body, head, tail), declaration(
                {"base": {"x": x, "veto": veto}, "extra": {"y": y}}))

        self.assertEqual(answer("no", "85", "12").score("total"), "97")
        self.assertEqual(answer("no", "79.5", "12").score("total"), "79.5")
        failed = answer("no", "55", "30")
        self.assertEqual(failed.verdicts["330101"][1], "un")
        stopped = answer("yes", "85", "12")
        self.assertEqual(stopped.verdicts["330101"][1], "un")
        self.assertEqual(stopped.score("total"), "stopped")

    def test_h107_floors_for_key_items(self):
        body = (leaf("a", "x", {"x": "number"}, points=50, tags="key")
                + leaf("b", "x", {"x": "number"}, points=50, tags="key")
                + leaf("c", "x", {"x": "number"}, bonus="yes"))
        tail = ('<require id="r1" when="min_rate(\'key\') >= 60%"/>'
                '<require id="r2" when="score >= 90"/>')
        text = system(body, "", tail)
        changes = contract(met="true")
        for a, b, c, expected in ((30, 47.5, 12.5, "yes"),
                                  (27.5, 50, 26.5, "no")):
            answer = run(text, declaration({"a": {"x": a}, "b": {"x": b},
                                            "c": {"x": c}}), changes)
            self.assertEqual(answer.verdicts["330101"][0], expected)

    def test_h117_rescaled(self):
        body = (leaf("a", "69", points=75)
                + leaf("b", "x", {"x": "number"}, points=25))
        answer = run(system(body), declaration({"b": "!not-applicable"}))
        self.assertEqual(answer.score("total"), "92")
        self.assertEqual(answer.full("total"), "100")

    def test_h120_spread(self):
        body = "".join(leaf("a%d" % i, "10" if i < 8 else "0", points=10)
                       for i in range(1, 9))
        body += leaf("b", "x", {"x": "number"}, points=20, na="spread")
        answer = run(system(body), declaration({"b": "!not-applicable"}))
        self.assertEqual(answer.score("total"), "87.5")

    def test_h120_spread_differs_from_rescaling(self):
        """10, 10, 20, 20, 20 of 100 become 14, 14, 24, 24, 24."""
        body = "".join(
            leaf("a%d" % i, str(points) if i == 1 else "0", points=points)
            for i, points in enumerate((10, 10, 20, 20, 20), 1))
        body += leaf("b", "x", {"x": "number"}, points=20)
        out = declaration({"b": "!not-applicable"})
        for treatment, expected in (("spread", "14"), ("rescale", "12.5")):
            answer = run(system(body), out, contract(treatment=treatment))
            self.assertEqual(answer.score("total"), expected)

    def test_h125_sources_by_weight(self):
        rule = ('<combine by="mean" weights-add="100">'
                '<part of="a1" weight="30"/><part of="a2" weight="50"/>'
                '<part of="a3" weight="20"/></combine>')
        self.check(rule, {"a1": "number", "a2": "number", "a3": "number"},
                   [({"a1": "90", "a2": "84", "a3": "75"}, "84")], 100)

    def test_h137_survey(self):
        rule = ('<survey of="s">' + "".join(
            '<answer is="%s" worth="%d"/>' % pair for pair in
            (("a", 100), ("b", 80), ("c", 60), ("d", 30), ("e", 0)))
                + '<leave-out is="unknown"/></survey>')
        self.check(rule, {"s": "survey a b c d e unknown"},
                   [({"s": {"a": 40, "b": 30, "c": 20, "d": 5, "e": 5,
                            "unknown": 10}}, "77.5")], 100)

    def test_h141_grades_by_band(self):
        tail = ('<grading><bands of="score"><band from="90" grade="best"/>'
                '<band from="70" grade="good"/><band from="60" grade="pass"/>'
                '<band from="0" grade="fail"/></bands></grading>')
        body = leaf("a", "x", {"x": "number"}, points=100)
        for x, grade in (("89.99", "good"), ("90", "best"),
                         ("59.99", "fail")):
            answer = run(system(body, "", tail), declaration({"a": {"x": x}}))
            self.assertEqual(answer.verdicts["330101"][1], grade)

    def test_h151_the_reviewer_decides(self):
        review = ('<assessment assessor="final"><indicator id="a">'
                  '<observation id="x" value="3.5"/></indicator>'
                  '</assessment>')
        body = (leaf("a", "x", {"x": "number"}, points=5)
                + leaf("b", "[a].x@self", points=5))
        answer = run(system(body),
                     declaration({"a": {"x": "5"}}, more=review))
        self.assertEqual(answer.score("a"), "3.5")
        self.assertEqual(answer.score("b"), "5")

    def test_h163_geometric_mean(self):
        rule = ('<combine by="geometric"><part of="a1" weight="1"/>'
                '<part of="a2" weight="1"/><part of="a3" weight="2"/>'
                '</combine>')
        self.check(rule, {"a1": "number", "a2": "number", "a3": "number"},
                   [({"a1": "1", "a2": "2", "a3": "3"}, "2.0598"),
                    ({"a1": "1", "a2": "2", "a3": "0"}, "no-value")], 5,
                   indicator="4")


TABLE = """
成都市 74.4 8 7 4 3 96.4 1
眉山市 75.5 5 7 3.5 3 94 2
南充市 67.4 3 6 3.5 3 82.9 3
凉山州 65.5 5.5 4 4 3 82 4
资阳市 61.9 3 4 3.5 3 75.4 5
乐山市 58 2.5 4.5 4 3 72 6
德阳市 61 2 4 3.5 1 71.5 7
广安市 59.5 1.5 2 2.5 3 68.5 8
阿坝州 55 3 2 4 3 67 9
泸州市 53.5 2.5 6 4 1 67 9
遂宁市 54.1 3 4.5 3 1 65.6 11
绵阳市 48 9 4 4 0 65 12
宜宾市 48 4.5 5 3.3 2 62.8 13
攀枝花市 52 4.5 1.8 2.8 0 61.1 14
内江市 46 2 3 3 1 55 15
广元市 42 1 5 3.5 3 54.5 16
自贡市 50 0 0 3.5 0 53.5 17
巴中市 43.5 0.5 3 3 3 53 18
雅安市 41.5 1 2 2.5 3 50 19
达州市 36 0 2 3.5 0 41.5 20
甘孜州 30.5 0 1 3.5 3 38 21
"""


class Table(unittest.TestCase):
    def test_totals_and_ranks_of_21_cities(self):
        body = "".join(leaf("p%d" % i, "x", {"x": "number"}, points=points)
                       for i, points in enumerate((77, 9, 7, 4, 3)))
        body += leaf("place", "rank([p0] + [p1] + [p2] + [p3] + [p4])",
                     bonus="yes", applies="city", points=0)
        tail = ('<veto id="v" when="true" effect="fix" '
                'value="rank(score)"/>')
        rows = [line.split() for line in TABLE.strip().split("\n")]
        units = [declaration({"p%d" % i: {"x": row[1 + i]}
                              for i in range(5)}, code=row[0], level="city")
                 for row in rows]
        answer = run(system(body), units)
        for row in rows:
            self.assertEqual(answer.score("place", row[0]), row[7], row[0])
        body = body[:body.index('<indicator id="place"')]
        totals = run(system(body), units)
        ranks = run(system(body, "", tail), units)
        for row in rows:
            self.assertEqual(totals.score("total", row[0]), row[6], row[0])
            self.assertEqual(totals.full("total", row[0]), "100")
            self.assertEqual(ranks.score("total", row[0]), row[7], row[0])


if __name__ == "__main__":
    unittest.main()
