# SPDX-License-Identifier: Apache-2.0
"""Assessments side by side of declarations that were read."""

from __future__ import annotations

import fzzf
from support import CASES, Test

SYSTEM = b"""<system xmlns="urn:fzzf:1" id="s" edition="1" title="t">
  <indicator id="1" title="a" points="10">
    <observe id="x" kind="number"/><rule value="x"/>
  </indicator>
</system>"""
DECLARATION = """<declaration xmlns="urn:fzzf:1" id="{0}" system="s"
  type="comprehensive"><unit code="510104" name="n" level="county"/>
  <assessment assessor="self"><indicator id="1">
  <observation id="x" value="{1}"/></indicator></assessment>
  <assessment assessor="final"><indicator id="1">
  <observation id="x" value="{2}"/></indicator></assessment></declaration>"""


def declaration(name: str, own: str, final: str) -> fzzf.Declaration:
    return fzzf.read_declaration(DECLARATION.format(name, own, final).encode())


class Assessments(Test):
    def setUp(self) -> None:
        self.plan = fzzf.Plan(
            fzzf.read_system(SYSTEM),
            fzzf.read_contract((CASES / "rule" / "contract.xml").read_bytes()),
        )

    def test_sides(self) -> None:
        made = fzzf.assessments(
            self.plan,
            (declaration(*row) for row in [("a", "10", "8"), ("b", "9", "10")]),
        )
        rows = [(r.decided, getattr(r, "self"), r.final) for r in made["indicator"]]
        self.assertEqual(rows, [("8", "10", "8"), ("10", "9", "10")])
        self.assertEqual([r.mean for r in made["inflation"]], ["0.5"])
        # None of two agrees where chance gives one half.
        self.assertEqual([r.kappa for r in made["pair"]], ["-1"])
        self.assertEqual(made.findings, ())

    def test_refused(self) -> None:
        one = declaration("a", "10", "8")
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.assessments(self.plan, [one, one])
        with self.assertRaises(TypeError):
            fzzf.assessments(self.plan, [self.plan])  # type: ignore[list-item]
        self.assertEqual(fzzf.assessments(self.plan, []).units, "0")
