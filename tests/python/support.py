# SPDX-License-Identifier: Apache-2.0
"""Small documents and folders that the tests share."""

from __future__ import annotations

import unittest
from pathlib import Path
from typing import Any

import fzzf

TOP = Path(__file__).resolve().parents[2]
CASES = TOP / "tests" / "cases"
EXAMPLE = TOP / "examples" / "01-published-table"
TEACHING = TOP / "data" / "teaching"

#: Full marks 20: 4 for a yes, 6 times a ratio, 10 less 2 for each time late.
SYSTEM = """<system xmlns="urn:fzzf:1" id="small" edition="2021" title="小体系">
  <indicator id="1" title="制度" points="10">
    <indicator id="1.1" title="办法" points="4" confidence="seen" number="一"
               effort="5">
      <criterion>制定办法。</criterion>
      <observe id="done" kind="yes-no" title="已制定"/>
      <rule>
        <deduct><loss when="not done" points="4" label="未制定"/></deduct>
      </rule>
    </indicator>
    <indicator id="1.2" title="办结" points="6" effort="2">
      <observe id="rate" kind="ratio" unit="%"/>
      <rule value="rate * points"/>
    </indicator>
  </indicator>
  <indicator id="2" title="时限" points="10" effort="1">
    <observe id="late" kind="count"/>
    <observe id="on" kind="date"/>
    <rule>
      <deduct><loss each="late" points="2" label="逾期"/></deduct>
    </rule>
  </indicator>
</system>
""".encode()

CONTRACT = """<contract xmlns="urn:fzzf:1" id="words" title="约定">
  <rounding mode="half-up" indicator="none" node="none" total="none"
            display="2"/>
  <assessors decide="final self"/>
  <steps part="whole"/>
  <bonus order="floor-then-bonus"/>
  <absent missing="bound" not-assessed="bound" disputed="bound"
          no-value="refuse"/>
  <not-applicable treatment="rescale"/>
  <nodes without-rule="sum"/>
  <ties places="skip"/>
  <met when="score ≥ points"/>
  <threshold share="90%" reading="indicators-applicable"/>
</contract>
""".encode()

TAILORING = b"""<tailoring xmlns="urn:fzzf:1" id="local" title="local"
           of="small">
  <change node="2" title="shorter terms"/>
</tailoring>
"""

#: One indicator: how far a unit is from the best one.
COHORT_SYSTEM = """<system xmlns="urn:fzzf:1" id="compared" edition="1"
        title="比较">
  <indicator id="1" title="件数" points="10">
    <observe id="x" kind="number"/>
    <rule value="points * x / cohort_max(x)"/>
  </indicator>
</system>
""".encode()


def declaration_xml(
    id: str = "d", done: str = "yes", rate: str = "1/7", late: str = "1"
) -> bytes:
    """A declaration for the small system."""
    above, below = rate.split("/")
    return f"""<declaration xmlns="urn:fzzf:1" id="{id}" system="small"
             type="comprehensive">
  <unit code="990001" name="某县" level="county"/>
  <assessment assessor="self">
    <indicator id="1.1"><observation id="done" value="{done}"/></indicator>
    <indicator id="1.2">
      <observation id="rate" numerator="{above}" denominator="{below}"/>
    </indicator>
    <indicator id="2"><observation id="late" value="{late}"/></indicator>
  </assessment>
</declaration>
""".encode()


def batch(*declarations: bytes) -> bytes:
    """Several declarations in one stream."""
    inside = b"".join(declarations).replace(b' xmlns="urn:fzzf:1"', b"")
    return b'<declarations xmlns="urn:fzzf:1">' + inside + b"</declarations>"


def small_plan() -> fzzf.Plan:
    """The small system under the contract."""
    return fzzf.Plan(
        fzzf.read_system(SYSTEM), fzzf.read_contract(CONTRACT)
    )


def built(id: str = "d", **values: Any) -> fzzf.Declaration:
    """A declaration for the small system, built call by call."""
    where = {"done": "1.1", "rate": "1.2", "late": "2", "on": "2"}
    made = fzzf.Declaration.new(
        id=id, system="small", unit="990001", name="某县", level="county"
    )
    for observation, value in values.items():
        made.set(where[observation], observation, value)
    return made


def compared(id: str, x: object) -> fzzf.Declaration:
    """A declaration for the system that compares."""
    made = fzzf.Declaration.new(id, "compared", id, f"unit {id}", "county")
    made.set("1", "x", x)  # type: ignore[arg-type]
    return made


class Test(unittest.TestCase):
    """A test case that shows what it compares at full length."""

    maxDiff = None

    def raised(self, kind: type, call: Any, *given: Any, **named: Any) -> Any:
        """What a call raises, to look at."""
        with self.assertRaises(kind) as caught:
            call(*given, **named)
        return caught.exception
