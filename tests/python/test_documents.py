# SPDX-License-Identifier: Apache-2.0
"""Systems, indicators, contracts and tailorings."""

from __future__ import annotations

from fractions import Fraction

import fzzf
from support import CONTRACT, SYSTEM, TAILORING, Test


class Systems(Test):
    def setUp(self) -> None:
        self.system = fzzf.read_system(SYSTEM)

    def test_tells_what_it_is(self) -> None:
        self.assertEqual(self.system.id, "small")
        self.assertEqual(self.system.edition, "2021")
        self.assertEqual(self.system.title, "小体系")
        self.assertEqual(self.system.findings, ())

    def test_counts_and_lists_its_nodes_in_document_order(self) -> None:
        self.assertEqual(len(self.system), 5)
        ids = [indicator.id for indicator in self.system]
        self.assertEqual(ids, ["total", "1", "1.1", "1.2", "2"])

    def test_finds_a_node_by_its_id(self) -> None:
        self.assertEqual(self.system["1.2"].title, "办结")
        self.assertIn("1.2", self.system)
        self.assertNotIn("1.3", self.system)
        self.assertIn(self.system["1.2"], self.system)
        self.assertNotIn(self.system["2"], fzzf.read_system(SYSTEM))

    def test_names_the_nearest_id_when_there_is_none(self) -> None:
        error = self.raised(KeyError, lambda: self.system["1.1.1"])
        self.assertIn("1.1.1", str(error))
        self.assertIn("nearest is 1.1", str(error))

    def test_refuses_ids_of_another_type(self) -> None:
        for id in (1, None, b"1", 1.1):
            with self.subTest(id=id):
                self.raised(TypeError, lambda: self.system[id])
                self.raised(TypeError, lambda: id in self.system)

    def test_is_true_and_shows_itself_in_one_line(self) -> None:
        self.assertTrue(self.system)
        self.assertEqual(
            repr(self.system), "<fzzf.System 'small' edition '2021', 5 nodes>"
        )

    def test_cannot_be_made_by_hand_or_get_attributes(self) -> None:
        self.raised(TypeError, fzzf.System)
        self.raised(AttributeError, getattr, self.system, "ttile")
        self.raised(AttributeError, setattr, self.system, "ttile", "x")
        self.raised(AttributeError, setattr, self.system, "title", "x")

    def test_writes_what_reads_the_same(self) -> None:
        written = self.system.to_xml()
        self.assertTrue(written.startswith(b"<?xml"))
        self.assertEqual(fzzf.read_system(written).to_xml(), written)
        compact = self.system.to_xml(compact=True)
        self.assertLess(len(compact), len(written))
        self.assertEqual(fzzf.read_system(compact).to_xml(), written)
        self.raised(TypeError, self.system.to_xml, compact=1)

    def test_checks_its_rules(self) -> None:
        self.assertEqual(self.system.check(), ())
        broken = fzzf.read_system(
            SYSTEM.replace(b"rate * points", b"rat * points").replace(
                b'each="late"', b'each="lat"'
            )
        )
        error = self.raised(fzzf.InvalidRule, broken.check)
        self.assertEqual(len(error.findings), 2)


class Indicators(Test):
    def setUp(self) -> None:
        self.system = fzzf.read_system(SYSTEM)
        self.indicator = self.system["1.1"]

    def test_tells_what_it_is(self) -> None:
        told = self.indicator
        self.assertEqual((told.id, told.title, told.number), ("1.1", "办法", "一"))
        self.assertEqual(told.criterion, "制定办法。")
        self.assertEqual(told.confidence, "seen")
        self.assertEqual((told.level, told.bonus), (2, False))
        self.assertIs(told.applies, fzzf.Applies.BOTH)
        self.assertEqual((told.points, told.effort), (Fraction(4), Fraction(5)))
        self.assertIsNone(told.weight)
        self.assertIs(told.system, self.system)

    def test_knows_parent_and_children(self) -> None:
        parent = self.indicator.parent
        assert parent is not None
        self.assertEqual(parent.id, "1")
        self.assertEqual([each.id for each in parent.children], ["1.1", "1.2"])
        self.assertEqual(parent.children[0], self.indicator)
        self.assertNotEqual(parent.children[1], self.indicator)
        self.assertEqual(len({*parent.children, self.indicator}), 2)
        whole = parent.parent
        assert whole is not None
        self.assertIsNone(whole.parent)

    def test_lists_what_is_observed(self) -> None:
        late, on = self.system["2"].observes
        self.assertEqual((late.id, late.title, late.unit), ("late", None, None))
        self.assertIs(late.kind, fzzf.ObservationKind.COUNT)
        self.assertEqual(on.kind, "date")
        self.assertEqual(self.system["1.2"].observes[0].unit, "%")

    def test_refuses_unknown_attributes(self) -> None:
        self.raised(AttributeError, getattr, self.indicator, "point")
        self.raised(AttributeError, setattr, self.indicator, "point", 1)
        self.raised(AttributeError, setattr, self.indicator, "points", 1)

    def test_goes_into_json(self) -> None:
        facts = self.indicator.to_dict()
        self.assertEqual(facts["points"], "4")
        self.assertEqual(facts["applies"], "both")
        self.assertIs(facts["bonus"], False)


class Tailorings(Test):
    def test_changes_a_copy_and_says_where_from(self) -> None:
        system = fzzf.read_system(SYSTEM)
        tailored = system.tailor(fzzf.read_tailoring(TAILORING))
        self.assertEqual(tailored["2"].title, "shorter terms")
        self.assertEqual(tailored["2"].origin("title"), "local")
        self.assertIsNone(tailored["2"].origin("points"))
        self.assertEqual(system["2"].title, "时限")
        self.raised(ValueError, tailored["2"].origin, "titel")
        self.raised(TypeError, tailored["2"].origin, None)

    def test_refuses_other_things(self) -> None:
        system = fzzf.read_system(SYSTEM)
        self.raised(TypeError, system.tailor, None)
        self.raised(TypeError, system.tailor, system)

    def test_names_what_does_not_exist(self) -> None:
        system = fzzf.read_system(SYSTEM)
        wrong = fzzf.read_tailoring(TAILORING.replace(b'"2"', b'"9"'))
        error = self.raised(fzzf.InvalidReference, system.tailor, wrong)
        self.assertIn("9", error.findings[0].arguments)

    def test_writes_what_reads_the_same(self) -> None:
        written = fzzf.read_tailoring(TAILORING).to_xml()
        self.assertEqual(fzzf.read_tailoring(written).to_xml(), written)


class Contracts(Test):
    def test_tells_what_it_is(self) -> None:
        contract = fzzf.read_contract(CONTRACT)
        self.assertEqual((contract.id, contract.title), ("words", "约定"))
        self.assertIs(contract.rounding, fzzf.Rounding.HALF_UP)
        self.assertEqual(contract.display_places, 2)
        self.assertEqual(repr(contract), "<fzzf.Contract 'words' '约定'>")
        written = contract.to_xml()
        self.assertEqual(fzzf.read_contract(written).to_xml(), written)


class Conversion(Test):
    def test_reads_gb_18030_and_marks(self) -> None:
        text = bytes(CONTRACT).decode()
        canonical = fzzf.read_contract(CONTRACT).to_xml()
        head = '<?xml version="1.0" encoding="GB18030"?>\n'
        self.assertEqual(
            fzzf.convert((head + text).encode("gb18030")), canonical
        )
        self.assertEqual(fzzf.convert(text.encode("utf-8-sig")), canonical)
        bare = text.encode("gb18030")
        self.assertEqual(fzzf.convert(bare, encoding="GB18030"), canonical)
        with self.assertRaises(fzzf.InvalidSyntax) as caught:
            fzzf.convert(bare)
        self.assertEqual(caught.exception.findings[0].code, 1060)
