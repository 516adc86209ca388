# SPDX-License-Identifier: Apache-2.0
"""What goes into JSON is what the schema says and the command prints."""

from __future__ import annotations

import json
import os
import re
import subprocess
import unittest
from pathlib import Path
from typing import Any

import fzzf
from support import CONTRACT, EXAMPLE, SYSTEM, TEACHING, TOP, Test, built

SCHEMA = json.loads((TOP / "schema" / "fzzf-result-1.schema.json").read_text())
COMMAND = Path(os.environ.get("top_builddir", "nowhere"), "cli", "fzzf")
TYPES = {
    "string": str, "integer": int, "boolean": bool, "object": dict,
    "array": list, "null": type(None),
}


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Whether a value fits a rule, of those that the schema uses."""
    if "$ref" in rule:
        return fits(value, SCHEMA["$defs"][rule["$ref"].split("/")[-1]])
    if "oneOf" in rule:
        return sum(fits(value, each) for each in rule["oneOf"]) == 1
    if "enum" in rule:
        return value in rule["enum"]
    types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    if type(value) not in [TYPES[name] for name in types]:
        return False
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        return False
    if isinstance(value, list):
        return all(fits(each, rule["items"]) for each in value)
    if isinstance(value, dict):
        known = rule["properties"]
        return set(rule["required"]) <= set(value) <= set(known) and all(
            fits(each, known[name]) for name, each in value.items()
        )
    return True


def definition(name: str) -> dict[str, Any]:
    """A rule of the schema by its name."""
    return {"$ref": f"#/$defs/{name}"}


class Json(Test):
    def setUp(self) -> None:
        self.plan = fzzf.Plan(
            fzzf.read_system(TEACHING / "system.xml"),
            fzzf.read_contract(TEACHING / "contract.xml"),
        )
        self.counties = fzzf.read_declarations(TEACHING / "counties.xml")

    def test_of_results_fits_the_schema(self) -> None:
        for county in self.counties:
            facts = self.plan.evaluate(county).to_dict()
            self.assertTrue(fits(facts, definition("result")), county.unit)
        facts["nodes"][3]["score"] = 1
        self.assertFalse(fits(facts, definition("result")))

    def test_of_members_and_findings_fits_the_schema(self) -> None:
        for member in self.plan.cohort(self.counties):
            self.assertTrue(fits(member.to_dict(), definition("ranked")))
        error = self.raised(fzzf.InvalidDocument, fzzf.read_contract, SYSTEM)
        for finding in error.findings:
            self.assertTrue(fits(finding.to_dict(), definition("finding")))

    def test_of_gaps_fits_the_schema(self) -> None:
        plan = fzzf.Plan(
            fzzf.read_system(SYSTEM), fzzf.read_contract(CONTRACT)
        )
        result = plan.evaluate(built(done=True, rate="1/7", late=1))
        found = list(fzzf.gaps(plan, result))
        self.assertTrue(found)
        for gap in found:
            self.assertTrue(fits(gap.to_dict(), definition("gap")))

    @unittest.skipUnless(COMMAND.exists(), "the command is not built")
    def test_of_results_is_what_the_command_prints(self) -> None:
        for folder, name in ((EXAMPLE, "declarations"), (TEACHING, "counties")):
            declarations = folder / f"{name}.xml"
            mine = self.evaluated(folder, declarations)
            explained = printed("explain", folder, declarations)
            for one, other in zip(mine, explained):
                nodes = {node["id"]: node for node in one["nodes"]}
                told = [nodes[node["id"]] for node in other["nodes"]]
                self.assertTrue(told)
                self.assertEqual({**one, "nodes": told}, other)
            for one in mine:
                for node in one["nodes"]:
                    del node["causes"]
            self.assertEqual(mine, printed("evaluate", folder, declarations))

    @staticmethod
    def evaluated(folder: Path, declarations: Path) -> list[dict[str, Any]]:
        plan = fzzf.Plan(
            fzzf.read_system(folder / "system.xml"),
            fzzf.read_contract(folder / "contract.xml"),
        )
        evaluate = plan.evaluate
        if plan.needs_cohort:
            evaluate = plan.cohort(declarations).evaluate
        return [
            evaluate(each).to_dict()
            for each in fzzf.read_declarations(declarations)
        ]


def printed(verb: str, folder: Path, declarations: Path) -> Any:
    """The results that the command prints."""
    options = (
        "--format", "json", "--system", folder / "system.xml",
        "--contract", folder / "contract.xml",
    )
    ran = subprocess.run(
        [COMMAND, verb, *options, declarations],
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(ran.stdout)["results"]
