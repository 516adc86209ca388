# SPDX-License-Identifier: Apache-2.0
"""Documents compared, and changes of score attributed; worked by hand."""

from __future__ import annotations

import pathlib
import tempfile
from fractions import Fraction

import fzzf
from support import CONTRACT, Test


def _system(
    points: str = "10",
    value: str = "points * x / 10",
    extra: str = "",
    id: str = "s",
) -> bytes:
    return f"""<system xmlns="urn:fzzf:1" id="{id}" edition="{id}" title="t">
    <indicator id="1" title="一" points="{points}">
      <observe id="x" kind="number" min="0" max="10"/>
      <rule value="{value}"/></indicator>{extra}</system>""".encode()


def _declaration(x: str, extra: str = "", system: str = "s") -> bytes:
    return f"""<declaration xmlns="urn:fzzf:1" id="d" system="{system}"
    type="comprehensive"><unit code="990001" name="甲" level="county"/>
    <assessment assessor="self"><indicator id="1">
    <observation id="x" value="{x}"/></indicator>{extra}</assessment>
    </declaration>""".encode()


NODE = """<indicator id="2" title="二" points="6">
  <observe id="y" kind="number" min="0" max="6"/>
  <rule value="y"/></indicator>"""
VALUE = (
    '<indicator id="2"><observation id="y" value="4"/></indicator>'
)


class Cells(Test):
    def test_tells_what_differs_by_place(self) -> None:
        with fzzf.diff(_system(), _system("12", extra=NODE)) as cells:
            told = {cell.path: (cell.before, cell.after) for cell in cells}
        self.assertEqual(
            told["system/indicator[1]/@points"], ("10", "12")
        )
        self.assertEqual(
            told["system/indicator[2]/@title"], (None, "二")
        )
        self.assertEqual(len(fzzf.diff(_system(), _system())), 0)

    def test_refuses_two_kinds(self) -> None:
        with self.assertRaises(fzzf.InvalidDocument) as caught:
            fzzf.diff(_system(), CONTRACT)
        self.assertEqual(caught.exception.findings[0].code, 5040)


class Attributions(Test):
    def attribute(
        self, old: bytes, old_data: bytes, new: bytes, new_data: bytes
    ) -> fzzf.Share:
        contract = fzzf.read_contract(CONTRACT)
        share = fzzf.attribute(
            fzzf.Plan(fzzf.read_system(old), contract),
            fzzf.read_declaration(old_data),
            fzzf.Plan(fzzf.read_system(new), contract),
            fzzf.read_declaration(new_data),
        )["total"]
        if share.data is not None:
            self.assertEqual(share.change, share.data + share.system)
        if share.weight is not None:
            self.assertEqual(
                share.system, share.weight + share.rule + share.edition
            )
        return share

    def shares(self, share: fzzf.Share) -> list[Fraction | None]:
        return [share.data, share.weight, share.rule, share.edition]

    def test_results_are_attributed_by_what_they_cite(self) -> None:
        contract = fzzf.read_contract(CONTRACT)
        with tempfile.TemporaryDirectory() as folder:
            again = []
            for name, system, data in (
                ("old", _system(), _declaration("5")),
                ("new", _system("20"), _declaration("8")),
            ):
                pathlib.Path(folder, f"{name}-s.xml").write_bytes(system)
                pathlib.Path(folder, f"{name}-d.xml").write_bytes(data)
                plan = fzzf.Plan(fzzf.read_system(system), contract)
                result = plan.evaluate(fzzf.read_declaration(data))
                again.append(fzzf.recompute(result.to_xml(), folder))
            share = fzzf.attribute_results(*again)["total"]
        # 10 x 5/10 = 5 becomes 20 x 8/10 = 16.
        self.assertEqual(
            self.shares(share), [Fraction(9, 2), Fraction(13, 2), 0, 0]
        )
        with self.assertRaises(TypeError):
            fzzf.attribute_results(again[0], None)

    def test_one_change_has_all_of_it(self) -> None:
        share = self.attribute(
            _system(), _declaration("5"), _system(), _declaration("8")
        )
        self.assertEqual(self.shares(share), [3, 0, 0, 0])
        share = self.attribute(
            _system(), _declaration("5"), _system("20"), _declaration("5")
        )
        self.assertEqual(self.shares(share), [0, 5, 0, 0])
        share = self.attribute(
            _system(), _declaration("5"), _system(value="x - 1"),
            _declaration("5"),
        )
        self.assertEqual(self.shares(share), [0, 0, -1, 0])

    def test_two_changes_share_what_they_do_together(self) -> None:
        # 10 * 5/10 = 5 becomes 20 * 8/10 = 16. Data first: 3, then weight: 8;
        # weight first: 5, then data: 6. The means: 4.5 and 6.5.
        share = self.attribute(
            _system(), _declaration("5"), _system("20"), _declaration("8")
        )
        self.assertEqual(
            self.shares(share), [Fraction(9, 2), Fraction(13, 2), 0, 0]
        )

    def test_three_changes(self) -> None:
        # f = points * x / 10 becomes points * x / 5; points 10 to 20, x 1 to
        # 3. f(d,w,r): 000 1, d 3, w 2, r 2, dw 6, dr 6, wr 4, dwr 12. Over
        # six orders: data (2*2 + 4 + 4 + 8*2) / 6 = 14/3; weight
        # (1*2 + 3 + 2 + 6*2) / 6 = 19/6; the rule the same.
        share = self.attribute(
            _system(), _declaration("1"),
            _system("20", "points * x / 5"), _declaration("3"),
        )
        self.assertEqual(
            self.shares(share),
            [Fraction(14, 3), Fraction(19, 6), Fraction(19, 6), 0],
        )

    def test_a_new_node_is_the_edition(self) -> None:
        rule = '<indicator id="2" title="二" points="6"><rule value="4"/>' \
            "</indicator>"
        share = self.attribute(
            _system(), _declaration("5"), _system(extra=rule, id="n"),
            _declaration("5", system="n"),
        )
        self.assertEqual(self.shares(share), [0, 0, 0, 4])

    def test_data_that_are_missing_in_a_mixture_leave_it_open(self) -> None:
        # With the new node and the old data, y is missing: an interval.
        share = self.attribute(
            _system(), _declaration("5"), _system(extra=NODE, id="n"),
            _declaration("5", VALUE, "n"),
        )
        self.assertEqual((share.before, share.after, share.change), (5, 9, 4))
        self.assertEqual(self.shares(share), [None, None, None, None])

    def test_what_cannot_be_mixed_is_told_together(self) -> None:
        # The new rule names the new node, which the old edition lacks.
        rule = '<indicator id="2" title="二" points="6"><rule value="4"/>' \
            "</indicator>"
        share = self.attribute(
            _system(), _declaration("5"),
            _system(value="[2]", extra=rule, id="n"),
            _declaration("8", system="n"),
        )
        self.assertEqual((share.before, share.after), (5, 8))
        self.assertIsNone(share.rule)
        # 5 with all that is old; data alone: 8; all else alone: 4 + 4 = 8,
        # whatever the data. So data: (3 + 0) / 2, all else the same.
        self.assertEqual(share.data, Fraction(3, 2))
        self.assertEqual(share.system, Fraction(3, 2))
