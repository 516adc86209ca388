# SPDX-License-Identifier: Apache-2.0
"""Tasks of a workplan that was built in Python."""

from __future__ import annotations

import datetime

import fzzf
from support import Test

SYSTEM = """<system xmlns="urn:fzzf:1" id="s" edition="1" title="t">
  <indicator id="1.1" title="a" points="10"/>
  <indicator id="1.2" title="b" points="1/3"/>
</system>"""


def workplan() -> fzzf.Record:
    plan = fzzf.Record("workplan", id="p", unit="990104", system="s")
    plan.add("body", id="law", kind="department", name="n", person="p",
             filed="2025-01-01")
    plan.add("task", indicator="1.1", body="law", role="lead",
             due="2025-03-31")
    plan.add("task", indicator="1.2", body="law", role="lead",
             claimed="2025-01-01", done="2025-02-01")
    return plan


class Tasks(Test):
    def test_sheet(self) -> None:
        system = fzzf.read_system(SYSTEM.encode())
        day = datetime.date(2025, 4, 2)
        shown = fzzf.tasks(workplan(), system, day)
        sheet = shown["sheet"][0]
        self.assertEqual(
            (sheet.points, sheet.done, sheet.overdue, sheet.unclaimed),
            ("31/3", "1", "1", "1"),
        )
        self.assertEqual([n.code for n in shown["notice"]], ["unclaimed"])
        self.assertEqual(shown["notice"][0].days, "2")
        self.assertEqual(shown.findings, ())

    def test_findings(self) -> None:
        system = fzzf.read_system(SYSTEM.encode())
        plan = workplan()
        plan.remove("task", 1)
        shown = fzzf.tasks(plan, system, "2025-04-02")
        self.assertEqual([f.code for f in shown.findings], [7026])
        plan["task"][0].body = "lav"
        with self.assertRaises(fzzf.InvalidReference) as caught:
            fzzf.tasks(plan, system, "2025-04-02")
        self.assertIn("law", str(caught.exception))
        with self.assertRaises(TypeError):
            fzzf.tasks(system, system, "2025-04-02")  # type: ignore[arg-type]
