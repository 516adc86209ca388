# SPDX-License-Identifier: Apache-2.0
"""Mappings: declarations carried over, changes of score attributed."""

from __future__ import annotations

from fractions import Fraction

import fzzf
from support import CONTRACT, Test


def system(name: str, *ids: str) -> fzzf.System:
    return fzzf.read_system(
        (
            f'<system xmlns="urn:fzzf:1" id="{name}" edition="1" title="t">'
            + "".join(
                f'<indicator id="{one}" title="t" points="10">'
                '<observe id="x" kind="number"/><rule value="x"/></indicator>'
                for one in ids
            )
            + "</system>"
        ).encode()
    )


def declaration(name: str, **values: str) -> fzzf.Declaration:
    made = fzzf.Declaration.new("d", name, "990121", "n", "county")
    for node, value in values.items():
        made.set(node[1:], "x", int(value))
    return made


def mapping() -> fzzf.Record:
    made = fzzf.Record("mapping", id="m", from_="a", to="b")
    made.add("row", kind="moved").add("old", id="1")
    made["row"][0].add("new", id="2")
    row = made.add("row", kind="merged")
    row.add("old", id="2")
    row.add("old", id="3")
    row.add("new", id="1")
    return made


class Mappings(Test):
    def test_carries_and_attributes(self) -> None:
        old, new = system("a", "1", "2", "3"), system("b", "1", "2")
        fzzf.check_mapping(mapping(), old, new)
        before = declaration("a", _1="4", _2="5", _3="6")
        after = declaration("b", _1="7", _2="8")
        contract = fzzf.read_contract(
            CONTRACT.replace(b'missing="bound"', b'missing="zero"')
        )
        plans = fzzf.Plan(old, contract), fzzf.Plan(new, contract)
        carried = fzzf.carry(mapping(), before)
        before_result = plans[0].evaluate(before)
        report = fzzf.carrying(
            mapping(), before, before_result, plans[1].evaluate(carried),
            plans[1].evaluate(after),
        )
        # 15; of it 4 is carried over, the merged ones are to be judged; 15.
        self.assertEqual(
            (report.before, report.carried, report.after), ("15", "4", "15")
        )
        assert report.by_edition and report.by_performance
        self.assertEqual(
            Fraction(report.by_edition) + Fraction(report.by_performance), 0
        )
        self.assertEqual(
            [row.state for row in report["row"]], ["carried", "to-judge"]
        )

    def test_refuses_what_does_not_fit(self) -> None:
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.carry(mapping(), declaration("b", _1="7"))
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.carry(mapping(), declaration("a", _9="7"))
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.check_mapping(mapping(), system("a", "1", "2"),
                               system("b", "1", "2"))
