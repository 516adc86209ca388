# SPDX-License-Identifier: Apache-2.0
"""Plans, results, cohorts, gaps and doing results again."""

from __future__ import annotations

import json
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import fzzf
from support import (
    CONTRACT,
    COHORT_SYSTEM,
    SYSTEM,
    Test,
    batch,
    built,
    compared,
    declaration_xml,
    small_plan,
)


class Plans(Test):
    def test_refuse_other_things(self) -> None:
        system = fzzf.read_system(SYSTEM)
        contract = fzzf.read_contract(CONTRACT)
        self.raised(TypeError, fzzf.Plan)
        self.raised(TypeError, fzzf.Plan, system)
        self.raised(TypeError, fzzf.Plan, system, None)
        self.raised(TypeError, fzzf.Plan, None, contract)
        self.raised(TypeError, fzzf.Plan, contract, system)
        plan = fzzf.Plan(contract=contract, system=system)
        self.raised(TypeError, plan.evaluate, None)
        self.raised(TypeError, plan.evaluate, system)
        self.raised(TypeError, plan.evaluate, declaration_xml())
        self.raised(AttributeError, getattr, plan, "evalute")
        self.raised(AttributeError, setattr, plan, "sytem", system)

    def test_tell_what_they_are_of(self) -> None:
        plan = small_plan()
        self.assertEqual(plan.system.id, "small")
        self.assertEqual(plan.contract.id, "words")
        self.assertIs(plan.needs_cohort, False)
        self.assertEqual(plan.findings, ())
        self.assertEqual(repr(plan), "<fzzf.Plan of 'small' under 'words'>")

    def test_report_all_faults_of_a_system(self) -> None:
        broken = fzzf.read_system(
            SYSTEM.replace(b"rate * points", b"rat * points").replace(
                b'each="late"', b'each="lat"'
            ),
            name="broken.xml",
        )
        error = self.raised(
            fzzf.InvalidRule, fzzf.Plan, broken, fzzf.read_contract(CONTRACT)
        )
        self.assertEqual(len(error.findings), 2)
        self.assertEqual({each.file for each in error.findings}, {"broken.xml"})

    def test_report_what_does_not_fit(self) -> None:
        plan = small_plan()
        unknown = built()
        unknown.set("9", "x", 1)
        self.raised(fzzf.InvalidReference, plan.evaluate, unknown)
        wrong = built(late="many")
        error = self.raised(fzzf.FzzfError, plan.evaluate, wrong)
        self.assertTrue(error.findings)

    def test_outlive_their_documents(self) -> None:
        system = fzzf.read_system(SYSTEM)
        contract = fzzf.read_contract(CONTRACT)
        plan = fzzf.Plan(system, contract)
        system.close()
        contract.close()
        result = plan.evaluate(built(done=True, rate="1/7", late=1))
        plan.close()
        self.assertEqual(result.rounded, Decimal("12.86"))


class Results(Test):
    def setUp(self) -> None:
        self.plan = small_plan()
        self.result = self.plan.evaluate(
            fzzf.read_declaration(declaration_xml())
        )

    def test_have_an_exact_and_a_rounded_score(self) -> None:
        # 4 + 6/7 + 8
        self.assertEqual(self.result.score, Fraction(90, 7))
        self.assertIsInstance(self.result.score, Fraction)
        self.assertEqual(str(self.result.rounded), "12.86")
        self.assertIsInstance(self.result.rounded, Decimal)
        self.assertEqual(
            self.result.interval,
            fzzf.Interval(Fraction(90, 7), Fraction(90, 7)),
        )

    def test_list_their_nodes(self) -> None:
        self.assertEqual(len(self.result), 5)
        self.assertEqual(
            [(node.id, node.score) for node in self.result],
            [
                ("total", Fraction(90, 7)),
                ("1", Fraction(34, 7)),
                ("1.1", 4),
                ("1.2", Fraction(6, 7)),
                ("2", 8),
            ],
        )
        self.assertIn("1.1", self.result)
        self.assertNotIn("1.3", self.result)
        self.assertEqual(self.result["total"], self.result.total)
        error = self.raised(KeyError, lambda: self.result["1.1.1"])
        self.assertIn("nearest is 1.1", str(error))
        self.raised(TypeError, lambda: self.result[0])
        self.raised(TypeError, lambda: None in self.result)

    def test_tell_of_a_node(self) -> None:
        node = self.result["2"]
        self.assertEqual((node.title, node.level), ("时限", 1))
        self.assertIs(node.state, fzzf.ScoreState.EXACT)
        self.assertIs(node.met, fzzf.Answer.NO)
        self.assertIs(node.bonus, False)
        self.assertEqual((node.full, node.low, node.high), (10, 8, 8))
        self.assertIsNone(node.grade)
        self.assertIsNone(node.why("en"))
        self.raised(AttributeError, getattr, node, "scroe")
        self.raised(AttributeError, setattr, node, "score", 10)

    def test_account_for_every_score(self) -> None:
        for node in self.result:
            amounts = [cause.amount for cause in node.causes]
            self.assertEqual(node.full + sum(amounts), node.score, node.id)
        (cause,) = self.result["2"].causes
        self.assertEqual((cause.code, cause.label), ("loss", "逾期"))
        self.assertEqual((cause.amount, cause.high), (-2, -2))
        self.assertIsNone(cause.node)
        self.assertIn("逾期", cause.text())
        self.assertIn("逾期", cause.text(lang="zh"))
        self.assertNotEqual(cause.text("en"), cause.text("zh"))
        self.raised(ValueError, cause.text, "fr")
        self.raised(TypeError, cause.text, None)
        below = {each.node: each.amount for each in self.result["1"].causes}
        self.assertEqual(below["1.2"], Fraction(6, 7) - 6)

    def test_give_all_readings(self) -> None:
        readings = self.result.readings
        self.assertEqual(list(readings), list(fzzf.Reading))
        reading = readings[fzzf.Reading.INDICATORS_ALL]
        self.assertEqual(reading, readings["indicators-all"])
        self.assertEqual((reading.low, reading.high, reading.of), (1, 1, 3))
        self.assertIs(reading.passes, fzzf.Answer.NO)
        self.assertEqual(reading.left_out, 0)
        self.assertEqual(readings["points-all"].low, Fraction(90, 7))
        self.assertEqual(readings["points-all"].of, 20)

    def test_give_a_verdict_with_reasons(self) -> None:
        verdict = self.result.verdict
        self.assertEqual(verdict.declaration, "d")
        self.assertEqual((verdict.unit, verdict.unit_name), ("990001", "某县"))
        self.assertEqual((verdict.system, verdict.contract), ("small", "words"))
        self.assertIs(verdict.eligible, fzzf.Answer.NO)
        self.assertIs(verdict.deciding, fzzf.Reading.INDICATORS_APPLICABLE)
        reason = self.result.reasons[0]
        self.assertEqual(reason.code, "threshold")
        self.assertEqual(reason.id, "indicators-applicable")
        self.assertIs(reason.answer, fzzf.Answer.NO)
        self.assertTrue(reason.text("zh"))
        all_met = self.plan.evaluate(built(done=True, rate="3/3", late=0))
        self.assertTrue(all_met.verdict.eligible)
        self.assertFalse(verdict.eligible)

    def test_name_their_inputs_by_digest(self) -> None:
        import hashlib

        told = {each.role: each.sha256 for each in self.result.inputs}
        self.assertEqual(
            told,
            {
                "system": hashlib.sha256(SYSTEM).hexdigest(),
                "contract": hashlib.sha256(CONTRACT).hexdigest(),
                "declaration": hashlib.sha256(declaration_xml()).hexdigest(),
            },
        )

    def test_are_bounded_when_data_are_missing(self) -> None:
        made = built(done=True, late=1)
        made.set_state("1.2", "rate", "missing")
        result = self.plan.evaluate(made)
        self.assertIs(result.total.state, fzzf.ScoreState.BOUNDED)
        self.assertIsNone(result.score)
        self.assertIsNone(result.rounded)
        self.assertEqual(
            result.interval, fzzf.Interval(Fraction(12), Fraction(18))
        )
        node = result["1.2"]
        self.assertEqual((node.low, node.high), (0, 6))
        self.assertIs(node.met, fzzf.Answer.UNDETERMINED)
        self.assertTrue(node.why())
        self.assertNotEqual(node.why("zh"), node.why("en"))
        (open_,) = result.open
        self.assertEqual((open_.node, open_.observation), ("1.2", "rate"))
        self.assertIsNone(open_.period)

    def test_tell_long_labels_whole(self) -> None:
        label = "逾" * 2000
        text = SYSTEM.replace("逾期".encode(), label.encode())
        plan = fzzf.Plan(
            fzzf.read_system(text), fzzf.read_contract(CONTRACT)
        )
        result = plan.evaluate(built(done=True, rate="1/7", late=1))
        (cause,) = result["2"].causes
        self.assertEqual(cause.label, label)
        self.assertIn(label, cause.text("zh"))

    def test_go_into_json(self) -> None:
        facts = json.loads(json.dumps(self.result.to_dict()))
        self.assertEqual(facts["eligible"], "no")
        self.assertEqual(facts["deciding"], "indicators-applicable")
        nodes = {node["id"]: node for node in facts["nodes"]}
        self.assertEqual(nodes["2"]["score"], "8")
        self.assertEqual(nodes["2"]["causes"][0]["amount"], "-2")
        self.assertIn("逾期", nodes["2"]["causes"][0]["zh"])
        self.assertEqual(nodes["total"]["score"], "90/7")
        self.assertEqual(facts["readings"][2]["of"], "20")
        self.assertEqual([each["role"] for each in facts["inputs"]],
                         ["system", "contract", "declaration"])

        def no_float(value: object) -> None:
            self.assertNotIsInstance(value, float)
            if isinstance(value, dict):
                value = list(value.values())
            if isinstance(value, list):
                for each in value:
                    no_float(each)

        no_float(self.result.to_dict())

    def test_show_themselves_in_one_line(self) -> None:
        self.assertEqual(
            repr(self.result), "<fzzf.Result of '某县': exact, 12.86>"
        )
        for part in (self.result["2"], self.result["2"].causes[0],
                     self.result.verdict, self.result.reasons[0]):
            self.assertNotIn("\n", repr(part))
            self.assertTrue(repr(part).startswith("fzzf."), repr(part))


class Cohorts(Test):
    def setUp(self) -> None:
        self.plan = fzzf.Plan(
            fzzf.read_system(COHORT_SYSTEM), fzzf.read_contract(CONTRACT)
        )
        self.units = [compared(f"u{x}", x) for x in (3, 8, 1, 8)[:3]]

    def test_are_needed_or_not(self) -> None:
        self.assertIs(self.plan.needs_cohort, True)
        alone = self.plan.evaluate(self.units[0])
        self.assertEqual(alone.total.state, "not-computable")
        self.assertIsNone(alone.score)
        self.assertIsNone(alone.interval)
        self.assertTrue(alone.total.why("zh"))

    def test_score_and_rank_their_members(self) -> None:
        with self.plan.cohort(self.units) as cohort:
            self.assertEqual(len(cohort), 3)
            told = [
                (each.declaration, each.name, each.score, each.place)
                for each in cohort
            ]
            self.assertEqual(
                told,
                [
                    ("u3", "unit u3", Fraction(15, 4), 2),
                    ("u8", "unit u8", 10, 1),
                    ("u1", "unit u1", Fraction(5, 4), 3),
                ],
            )
            first = next(iter(cohort))
            self.assertEqual(first.unit, "u3")
            self.assertEqual(str(first.rounded), "3.75")
            self.assertIs(first.state, fzzf.ScoreState.EXACT)
            self.assertIs(first.eligible, fzzf.Answer.NO)
            self.assertIsNone(first.grade)
            self.assertIs(cohort.plan, self.plan)
            self.assertEqual(first.to_dict()["total"], "3.75")

    def test_evaluate_a_member_with_their_figures(self) -> None:
        cohort = self.plan.cohort(iter(self.units))
        result = cohort.evaluate(self.units[0])
        self.assertEqual(result.score, Fraction(15, 4))
        self.assertEqual(str(result.rounded), "3.75")
        (figure,) = result.figures
        self.assertEqual((figure.name, figure.node), ("cohort_max(x)", "1"))
        self.assertEqual((figure.low, figure.high), (8, 8))
        self.assertEqual((figure.enclosed, figure.square), (False, None))
        stranger = compared("u9", 9)
        self.raised(fzzf.ArgumentError, cohort.evaluate, stranger)
        self.raised(TypeError, cohort.evaluate, None)

    def test_are_the_same_with_any_number_of_threads(self) -> None:
        def facts(cohort: fzzf.Cohort) -> list[object]:
            return [each.to_dict() for each in cohort]

        alone = facts(self.plan.cohort(self.units))
        for threads in (2, 3, 9):
            shared = self.plan.cohort(iter(self.units), threads=threads)
            self.assertEqual(facts(shared), alone)
        self.assertEqual(len(self.plan.cohort([], threads=2)), 0)
        self.raised(ValueError, self.plan.cohort, self.units, threads=0)
        twice = [*self.units, self.units[0]]
        self.raised(
            fzzf.InvalidReference, self.plan.cohort, twice, threads=4
        )

    def test_are_read_from_a_stream_too(self) -> None:
        inside = batch(*(each.to_xml().split(b"\n", 1)[1]
                         for each in self.units))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "round.xml")
            path.write_bytes(inside)
            for source in (inside, path, str(path)):
                cohort = self.plan.cohort(source)
                self.assertEqual([each.place for each in cohort], [2, 1, 3])

    def test_refuse_other_things_and_doubles(self) -> None:
        self.raised(TypeError, self.plan.cohort, None)
        self.raised(TypeError, self.plan.cohort, [None])
        self.raised(TypeError, self.plan.cohort, 5)
        self.raised(TypeError, fzzf.Cohort)
        self.raised(
            fzzf.InvalidReference, self.plan.cohort, self.units + self.units
        )
        self.assertEqual(len(self.plan.cohort([])), 0)


class GapsAndAgain(Test):
    def setUp(self) -> None:
        self.plan = small_plan()
        self.declaration = fzzf.read_declaration(declaration_xml())
        self.result = self.plan.evaluate(self.declaration)

    def test_gaps_are_the_cheapest_way(self) -> None:
        # 90 % of 3 indicators are 3; 1.1 is met.
        found = fzzf.gaps(self.plan, self.result)
        self.assertTrue(found.reaches)
        self.assertIs(found.optimal, True)
        self.assertEqual(sorted(gap.id for gap in found), ["1.2", "2"])
        self.assertEqual((len(found), found.total, found.bound), (2, 2, 2))
        efforts = {gap.id: gap.effort for gap in found}
        self.assertEqual(efforts, {"1.2": 2, "2": 1})
        self.assertEqual({gap.gain for gap in found}, {1})
        least = fzzf.gaps(self.plan, self.result, aim="least-effort")
        self.assertEqual(least.total, 3)
        self.assertEqual(least.to_dict()["total"], "3")

    def test_gaps_refuse_other_things(self) -> None:
        self.raised(TypeError, fzzf.gaps, self.plan)
        self.raised(TypeError, fzzf.gaps, self.plan, None)
        self.raised(TypeError, fzzf.gaps, self.result, self.plan)
        self.raised(ValueError, fzzf.gaps, self.plan, self.result, "most")
        self.raised(TypeError, fzzf.gaps, self.plan, self.result, 1)
        other = fzzf.Plan(
            fzzf.read_system(COHORT_SYSTEM), fzzf.read_contract(CONTRACT)
        )
        self.raised(fzzf.ArgumentError, fzzf.gaps, other, self.result)

    def test_a_result_is_the_same_again(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (
                ("s.xml", SYSTEM),
                ("c.xml", CONTRACT),
                ("d.xml", declaration_xml()),
            ):
                Path(folder, name).write_bytes(text)
            document = self.result.to_xml()
            for paths in (folder, Path(folder), [folder]):
                again = fzzf.recompute(document, paths)
                self.assertIs(again.same, True)
                self.assertEqual(again.differences, ())
            self.assertEqual(again.result.score, Fraction(90, 7))
            result = again.result
            again.close()
            self.assertEqual(str(result.rounded), "12.86")

            changed = document.replace(b'score="8"', b'score="9"')
            self.assertNotEqual(changed, document)
            other = fzzf.recompute(changed, folder)
            self.assertIs(other.same, False)
            (difference,) = other.differences
            self.assertIn("2", difference.path)
            self.assertEqual(difference.stated, "9")
            self.assertEqual(difference.computed, "8")

            Path(folder, "d.xml").unlink()
            error = self.raised(
                fzzf.InvalidReference, fzzf.recompute, document, folder
            )
            self.assertTrue(error.findings)

    def test_doing_again_refuses_other_things(self) -> None:
        document = self.result.to_xml()
        self.raised(FileNotFoundError, fzzf.recompute, "no.xml", ".")
        self.raised(FileNotFoundError, fzzf.recompute, document, "nowhere")
        self.raised(TypeError, fzzf.recompute, document, None)
        self.raised(TypeError, fzzf.recompute, document, [None])
        self.raised(TypeError, fzzf.recompute, document)
        self.raised(fzzf.InvalidDocument, fzzf.recompute, SYSTEM, ".")
