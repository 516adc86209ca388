# SPDX-License-Identifier: Apache-2.0
"""What must hold of any documents: random ones, the same for each seed.

The systems, contracts and declarations are those that are compared with the
reference evaluator, see tests/reference/generate.py.
"""

from __future__ import annotations

import importlib
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import fzzf
from support import CONTRACT, TOP, Test

ROUNDS = range(1, 61)
NAMESPACE = "{urn:fzzf:1}"
#: Elements whose order among their like says nothing.
UNORDERED = ("indicator", "observation", "evidence", "declaration", "observe")

ElementTree.register_namespace("", NAMESPACE[1:-1])


def setUpModule() -> None:
    """Makes the rounds, once for all tests."""
    global work
    work = tempfile.TemporaryDirectory()
    sys.path.insert(0, str(TOP / "tests" / "reference"))
    generate: Any = importlib.import_module("generate")
    sys.path.pop(0)
    generate.main([work.name, str(ROUNDS[0]), str(ROUNDS[-1])])


def tearDownModule() -> None:
    work.cleanup()


def rounds() -> Iterator[tuple[int, Path]]:
    """Each seed with its folder."""
    for seed in ROUNDS:
        yield seed, Path(work.name, f"{seed:06}")


def shuffled(document: bytes, chance: random.Random) -> bytes:
    """The same document with its unordered elements in another order."""
    root = ElementTree.fromstring(document)
    for element in list(root.iter()):
        for name in UNORDERED:
            places = [i for i, child in enumerate(element)
                      if child.tag == NAMESPACE + name]
            children = [element[i] for i in places]
            chance.shuffle(children)
            for place, child in zip(places, children):
                element[place] = child
    return ElementTree.tostring(root, encoding="utf-8")


def plan_of(system: bytes, folder: Path) -> fzzf.Plan:
    """A plan for the system as the round wants it."""
    read = fzzf.read_system(system)
    tailoring = folder / "tailoring.xml"
    if tailoring.exists():
        read = read.tailor(fzzf.read_tailoring(tailoring))
    return fzzf.Plan(read, fzzf.read_contract(folder / "contract.xml"))


def outcome(result: fzzf.Result) -> dict[str, Any]:
    """States, scores and verdict, by name."""
    seen: dict[str, Any] = {
        node.id: (node.state, node.interval, node.full) for node in result
    }
    seen["verdict"] = result.verdict.eligible
    seen["readings"] = {
        str(name): reading.passes for name, reading in result.readings.items()
    }
    return seen


def outcomes(plan: fzzf.Plan, batch: bytes) -> dict[str, Any]:
    """The outcome of each declaration among all of the batch."""
    declarations = fzzf.read_declarations(batch)
    cohort = plan.cohort(declarations)
    return {
        declaration.id: outcome(cohort.evaluate(declaration))
        for declaration in declarations
    }


class Order(Test):
    """In what order things are written changes no score."""

    def test_order_changes_nothing(self) -> None:
        for seed, folder in rounds():
            with self.subTest(seed=seed):
                chance = random.Random(seed)
                system = (folder / "system.xml").read_bytes()
                batch = (folder / "declarations.xml").read_bytes()
                other = shuffled(system, chance), shuffled(batch, chance)
                self.assertNotEqual(other[1], shuffled(batch, chance))
                self.assertEqual(
                    outcomes(plan_of(system, folder), batch),
                    outcomes(plan_of(other[0], folder), other[1]),
                )


class Forms(Test):
    """A document is what it says, however it is written."""

    def check(self, document: bytes, read: Any) -> None:
        wanted = read(document).to_xml()
        text = wanted.decode()
        canonical = ElementTree.canonicalize(text)  # also sorts attributes
        forms = {
            "pretty": wanted,
            "compact": read(document).to_xml(compact=True),
            "canonical": canonical.encode(),
            "CRLF": text.replace("\n", "\r\n").encode(),
            "BOM": b"\xef\xbb\xbf" + wanted,
        }
        self.assertNotEqual(forms["compact"], wanted)
        for name, form in forms.items():
            self.assertEqual(
                ElementTree.canonicalize(read(form).to_xml().decode()),
                canonical,
                name,
            )
        self.assertEqual(read(wanted).to_xml(), wanted)

    def test_forms_read_the_same(self) -> None:
        for seed, folder in rounds():
            with self.subTest(seed=seed):
                for name, read in (
                    ("system", fzzf.read_system),
                    ("contract", fzzf.read_contract),
                    ("tailoring", fzzf.read_tailoring),
                ):
                    file = folder / f"{name}.xml"
                    if name != "tailoring" or file.exists():
                        self.check(file.read_bytes(), read)
                batch = (folder / "declarations.xml").read_bytes()
                for each in fzzf.read_declarations(batch):
                    self.check(each.to_xml(), fzzf.read_declaration)

    def test_what_is_written_scores_the_same(self) -> None:
        for seed, folder in rounds():
            with self.subTest(seed=seed):
                system = (folder / "system.xml").read_bytes()
                batch = (folder / "declarations.xml").read_bytes()
                plan = plan_of(system, folder)
                again = plan_of(fzzf.read_system(system).to_xml(), folder)
                for each in fzzf.read_declarations(batch):
                    copy = fzzf.read_declaration(each.to_xml())
                    self.assertEqual(
                        outcome(plan.evaluate(each)),
                        outcome(again.evaluate(copy)),
                    )


class Recomputed(Test):
    """A result, computed again from its inputs, is the same."""

    def test_recomputing_says_same(self) -> None:
        for seed, folder in rounds():
            with self.subTest(seed=seed):
                plan = plan_of((folder / "system.xml").read_bytes(), folder)
                batch = folder / "declarations.xml"
                cohort = plan.cohort(batch)
                for each in fzzf.read_declarations(batch):
                    again = fzzf.recompute(
                        cohort.evaluate(each).to_xml(), folder
                    )
                    self.assertEqual(again.differences, ())
                    self.assertTrue(again.same)


#: Rules that only reward more of x; each keeps to 0 to 10 points.
RISING = (
    '<rule value="points * x / 20"/>',
    '<rule><scale of="x"><at value="2" points="0"/>'
    '<at value="9" points="3"/><at value="18" points="10"/></scale></rule>',
    '<rule><bands of="x"><band points="10" from="15"/>'
    '<band points="4" from="6" below="15"/><band points="0" below="6"/>'
    "</bands></rule>",
    '<rule><deduct><loss when="x &lt; 4" points="3"/>'
    '<loss each="20 - x" points="1/2" step="3" steps="started"/>'
    "</deduct></rule>",
    '<rule><award cap="9"><gain each="x" points="1/2"/>'
    '<gain when="x ≥ 12" points="2"/></award></rule>',
    '<rule value="min(points, sqrt(x) * 2)"/>',
)


class Rising(Test):
    """More of what is good never lowers the total."""

    def system(self, chance: random.Random) -> bytes:
        """Three groups of three, each group combined in its own way."""
        groups = []
        for group in "123":
            by = chance.choice(("sum", "mean", "median", "minimum", "maximum"))
            cap = chance.choice(("", ' cap="17.5"', ' floor="3"'))
            leaves = "".join(
                f'<indicator id="{group}.{leaf}" title="x" points="10" '
                f'weight="{chance.randint(1, 5)}">'
                f'<observe id="x" kind="number" min="0" max="20"/>'
                f"{chance.choice(RISING)}</indicator>"
                for leaf in "123"
            )
            groups.append(
                f'<indicator id="{group}" title="x"><rule>'
                f'<combine by="{by}"{cap}/></rule>{leaves}</indicator>'
            )
        return (
            '<system xmlns="urn:fzzf:1" id="s" edition="1" title="s">'
            f"{''.join(groups)}</system>"
        ).encode()

    def total(self, plan: fzzf.Plan, values: dict[str, int]) -> Any:
        made = fzzf.Declaration.new("d", "s", "330101", "u", "county")
        for indicator, value in values.items():
            made.set(indicator, "x", value)
        result = plan.evaluate(made)
        assert result.interval is not None
        return result.interval.low, result.interval.high

    def test_more_is_never_less(self) -> None:
        raised = 0
        for seed in ROUNDS:
            chance = random.Random(seed)
            plan = fzzf.Plan(
                fzzf.read_system(self.system(chance)),
                fzzf.read_contract(CONTRACT),
            )
            values = {f"{group}.{leaf}": chance.randint(0, 19)
                      for group in "123" for leaf in "123"}
            before = self.total(plan, values)
            for _ in range(12):
                key = chance.choice(sorted(values))
                values[key] = min(20, values[key] + chance.randint(1, 4))
                after = self.total(plan, values)
                with self.subTest(seed=seed, raised=key, values=values):
                    self.assertGreaterEqual(after[0], before[0])
                    self.assertGreaterEqual(after[1], before[1])
                raised += after != before
                before = after
        self.assertGreater(raised, len(ROUNDS))
