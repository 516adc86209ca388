# SPDX-License-Identifier: Apache-2.0
"""Codes of places, bodies and documents; facts from the standards."""

import datetime
import unittest

import fzzf
from fzzf import Oddity


class Codes(unittest.TestCase):
    def test_a_place_of_the_corps_has_two_above_it(self):
        place = fzzf.division("659003")
        self.assertEqual(place.level, "county")
        self.assertEqual(place.parent, "650000")
        self.assertEqual(place.superior, "660000")
        self.assertEqual(place.name, "图木舒克市")
        self.assertEqual(place.odd, frozenset())
        self.assertIsNone(fzzf.division("330000").parent)

    def test_what_is_odd_has_a_sentence(self):
        code = fzzf.credit_code("91310115MA1H8R7C6D")
        self.assertFalse(code.valid)
        self.assertEqual(code.expected, "7")
        self.assertIn(Oddity.CHECK, code.odd)
        self.assertIn("check character", Oddity.CHECK.text("en"))
        self.assertIn("校验码", Oddity.CHECK.text())
        self.assertTrue(fzzf.credit_code("91110000600037341L").valid)

    def test_a_document_number_is_put_right(self):
        number = fzzf.document_number("金政发[2025]33号")
        self.assertEqual(number.text, "金政发〔2025〕33号")
        self.assertEqual((number.year, number.serial), (2025, 33))
        self.assertEqual(number.odd, {Oddity.BRACKETS})

    def test_dates(self):
        day = fzzf.date_of("2025年6月13日")
        self.assertEqual(day.date, datetime.date(2025, 6, 13))
        self.assertEqual(day.odd, frozenset())

    def test_other_texts_are_none(self):
        for read in (
            fzzf.division,
            fzzf.credit_code,
            fzzf.document_number,
            fzzf.date_of,
        ):
            self.assertIsNone(read("无"))

    def test_masks_identity_numbers(self) -> None:
        self.assertEqual(
            fzzf.mask_identities("甲 110105-19491231-002x 乙 110105491231002"),
            "甲 110105********002X 乙 110105******002",
        )
        with self.assertRaises(fzzf.InvalidDocument) as caught:
            fzzf.inspect(b"<a b='1'>\n<!-- 110105491231002 --></a>")
        self.assertEqual(
            [found.code for found in caught.exception.findings], [2100]
        )
        fzzf.inspect(b"<a b='1'/>")

    def test_identity_numbers_are_found_where_they_stand(self):
        text = "张某 11010519491231002X，李某 110105194912310021"
        found = list(fzzf.identities(text))
        self.assertEqual(
            [text[each.start : each.end] for each in found],
            ["11010519491231002X", "110105194912310021"],
        )
        self.assertEqual([each.valid for each in found], [True, False])
        self.assertEqual(found[0].masked, "110105********002X")

    def test_a_declaration_is_inspected(self):
        declaration = fzzf.Declaration.new(
            "d", "s", "511304", "某市", fzzf.UnitLevel.CITY
        )
        (found,) = declaration.inspect()
        self.assertEqual(found.code, 4034)
        self.assertEqual(found.severity, fzzf.Severity.WARNING)


if __name__ == "__main__":
    unittest.main()
