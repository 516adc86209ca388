# SPDX-License-Identifier: Apache-2.0
"""Declarations that are built call by call."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree

import fzzf
from support import SYSTEM, Test, built, declaration_xml

NAME = "{urn:fzzf:1}"


def observation(made: fzzf.Declaration, indicator: str) -> ElementTree.Element:
    """The first observation of an indicator, as the document has it."""
    root = ElementTree.fromstring(made.to_xml())
    for each in root.iter(f"{NAME}indicator"):
        if each.get("id") == indicator:
            found = each.find(f"{NAME}observation")
            assert found is not None
            return found
    raise KeyError(indicator)


class Declarations(Test):
    def test_tells_what_it_is(self) -> None:
        made = built()
        self.assertEqual((made.id, made.system), ("d", "small"))
        self.assertEqual((made.unit, made.unit_name), ("990001", "某县"))
        self.assertIs(made.kind, fzzf.DeclarationType.COMPREHENSIVE)
        self.assertEqual(repr(made), "<fzzf.Declaration 'd' of '某县'>")
        self.raised(TypeError, fzzf.Declaration)
        self.raised(AttributeError, getattr, made, "unitname")
        self.raised(AttributeError, setattr, made, "unit", "1")

    def test_built_by_hand_equals_what_is_read(self) -> None:
        made = built(done=True, rate="1/7", late=1)
        read = fzzf.read_declaration(made.to_xml())
        self.assertEqual(read.to_xml(), made.to_xml())
        plan = fzzf.Plan(*self.documents())
        by_hand = plan.evaluate(made).to_dict()
        from_file = plan.evaluate(
            fzzf.read_declaration(declaration_xml())
        ).to_dict()
        del by_hand["inputs"], from_file["inputs"]
        self.assertEqual(by_hand, from_file)

    def test_others_assess_and_override(self) -> None:
        made = fzzf.Declaration.new("d", "s", "u", "n", "county",
                                    project="一次查", theme="supervision")
        self.assertEqual(made.kind, "single-item")
        self.assertEqual((made.project, made.theme), ("一次查", "supervision"))
        made.set("1", "x", 8)
        self.raised(fzzf.ArgumentError, made.override, "1", 6, "不符")
        made.assess("city", "市委依法治市办", "2026-03-01")
        made.set("1", "x", 7)
        made.assess(fzzf.Assessor.FINAL, "评估组", datetime.date(2026, 6, 30))
        made.override("1", Decimal("5.5"), "作废")
        made.override("1", 6, "实地核查不符")
        text = made.to_xml().decode()
        self.assertIn('<assessment assessor="city" by="市委依法治市办" '
                      'date="2026-03-01">', text)
        self.assertIn('<override node="1" value="6" reason="实地核查不符" '
                      'by="评估组" date="2026-06-30"/>', text)
        self.assertNotIn("作废", text)
        self.assertEqual(fzzf.read_declaration(text.encode()).to_xml(),
                         made.to_xml())
        for wrong in (("1", "six", "r"), ("1", 6, ""), ("a b", 6, "r")):
            self.raised(fzzf.ArgumentError, made.override, *wrong)
        self.raised(fzzf.ArgumentError, made.assess, "city", "b", "soon")
        self.raised(ValueError, made.assess, "nobody")

    def test_takes_the_system_itself(self) -> None:
        system = fzzf.read_system(SYSTEM)
        made = fzzf.Declaration.new(
            "d", system, "1", "n", fzzf.UnitLevel.CITY
        )
        self.assertEqual(made.system, "small")

    def test_turns_values_into_the_form_of_documents(self) -> None:
        cases = (
            (True, "yes"),
            (False, "no"),
            (12, "12"),
            (10**25, "1" + 25 * "0"),
            (Decimal("12.50"), "12.50"),
            (Decimal("1E+3"), "1000"),
            (Decimal("1E-7"), "0.0000001"),
            (Fraction(6, 4), "3/2"),
            (Fraction(4, 2), "2"),
            (datetime.date(2021, 8, 31), "2021-08-31"),
            ("good", "good"),
        )
        for value, text in cases:
            with self.subTest(value=value):
                made = built(done=value)
                self.assertEqual(observation(made, "1.1").get("value"), text)

    def test_takes_counts_and_marks(self) -> None:
        made = built(late={"major": 3, "minor": 1}, rate=[9, Decimal("8.5")])
        items = observation(made, "2").findall(f"{NAME}item")
        self.assertEqual(
            [(item.get("of"), item.get("count")) for item in items],
            [("major", "3"), ("minor", "1")],
        )
        marks = observation(made, "1.2").findall(f"{NAME}mark")
        self.assertEqual([mark.get("value") for mark in marks], ["9", "8.5"])

    def test_refuses_what_is_no_value(self) -> None:
        made = built()
        error = self.raised(TypeError, made.set, "1.1", "done", 0.1)
        self.assertIn("not exact", str(error))
        refused = (
            None, b"yes", 1j, object(), {1: 2}, {"a": 1.5}, {"a": True},
            [1.5], [None], datetime.datetime(2021, 8, 31), fzzf,
            fzzf.Interval(None, None),
        )
        for value in refused:
            with self.subTest(value=value):
                self.raised(TypeError, made.set, "1.1", "done", value)
        self.raised(ValueError, made.set, "1.1", "done", Decimal("NaN"))
        self.raised(ValueError, made.set, "1.1", "done", "a\0b")
        self.assertEqual(made.to_xml(), built().to_xml())

    def test_refuses_ids_of_the_wrong_form_or_type(self) -> None:
        made = built()
        error = self.raised(fzzf.ArgumentError, made.set, "a b", "x", 1)
        self.assertIn("'a b'", str(error))
        self.raised(ValueError, made.set, "1", "a b", 1)
        self.raised(TypeError, made.set, None, "x", 1)
        self.raised(TypeError, made.set, "1", None, 1)
        self.raised(TypeError, made.set, 1, "x", 1)
        self.raised(TypeError, made.set, "1", "x")
        new = fzzf.Declaration.new
        self.raised(ValueError, new, "a b", "s", "u", "n", "city")
        self.raised(ValueError, new, "a", "s", "u", "n", "village")
        self.raised(TypeError, new, "a", "s", "u", "n", 1)
        self.raised(TypeError, new, "a", "s", "u", "n", None)
        self.raised(TypeError, new, None, "s", "u", "n", "city")
        self.raised(TypeError, new, "a", "s", "u", None, "city")
        self.raised(TypeError, new, "a", "s", "u", "n", fzzf.Answer.YES)

    def test_replaces_a_value_and_states_why_there_is_none(self) -> None:
        made = built(late=1)
        made.set("2", "late", 2)
        self.assertEqual(observation(made, "2").get("value"), "2")
        made.set_state("2", "late", fzzf.State.MISSING, reason="未报")
        found = observation(made, "2")
        self.assertEqual(found.get("state"), "missing")
        self.assertEqual(found.get("reason"), "未报")
        self.assertIsNone(found.get("value"))
        self.raised(ValueError, made.set_state, "2", "late", "gone")
        self.raised(TypeError, made.set_state, "2", "late", 1)
        self.raised(ValueError, made.set_state, "2", None, "missing")
        self.raised(TypeError, made.set_state, "2", "late", "missing", 5)

    def test_says_that_an_indicator_does_not_apply(self) -> None:
        made = built(done=True, rate="1/2")
        made.set_state("2", None, "not-applicable", "没有")
        result = fzzf.Plan(*self.documents()).evaluate(made)
        self.assertEqual(result["2"].state, "not-applicable")
        # 7 of 10, rescaled by 20 / (20 - 10).
        self.assertEqual(result.score, 14)

    def test_that_was_read_cannot_change(self) -> None:
        read = fzzf.read_declaration(declaration_xml())
        error = self.raised(fzzf.ArgumentError, read.set, "2", "late", 1)
        self.assertIn("cannot change", str(error))

    @staticmethod
    def documents() -> tuple[fzzf.System, fzzf.Contract]:
        from support import CONTRACT

        return fzzf.read_system(SYSTEM), fzzf.read_contract(CONTRACT)
