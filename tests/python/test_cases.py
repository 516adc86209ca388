# SPDX-License-Identifier: Apache-2.0
"""The case files that C runs too: published rules and tables."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path
from typing import Iterator

import fzzf
from support import CASES, EXAMPLE, TEACHING, Test


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folders() -> Iterator[Path]:
    """Every folder with a case."""
    for path in sorted(CASES.rglob("expected.csv")):
        yield path.parent


def contract_of(folder: Path) -> Path:
    """The contract of a case; all of a group may share one, further up."""
    return next(
        above / "contract.xml"
        for above in (folder, *folder.parents)
        if (above / "contract.xml").exists()
    )


def plan_of(folder: Path) -> fzzf.Plan:
    """The plan of a case."""
    return fzzf.Plan(
        fzzf.read_system(folder / "system.xml"),
        fzzf.read_contract(contract_of(folder)),
    )


def ends(low: Fraction | None, high: Fraction | None) -> str:
    """One number or two; an end that is open is infinite."""
    first = "-inf" if low is None else str(low)
    last = "inf" if high is None else str(high)
    return first if first == last else f"{first}..{last}"


def told(result: fzzf.Result, node_id: str, expected: str) -> str:
    """What came out, of the kind that a case expects: a score or its two
    ends, full marks, whether met, a state, a grade; or of the whole."""
    if node_id == "eligible":
        return str(result.verdict.eligible)
    if node_id in list(fzzf.Reading):
        reading = result.readings[fzzf.Reading(node_id)]
        if reading.low is None:
            return f"none of none {reading.passes}"
        met = ends(reading.low, reading.high)
        return f"{met} of {reading.of} {reading.passes}"
    node = result[node_id]
    if expected in list(fzzf.Answer):
        return str(node.met)
    if expected in list(fzzf.ScoreState):
        return str(node.state)
    if expected.startswith("full "):
        return f"full {node.full}"
    if expected[0].isdigit() or expected[0] == "-":
        return "none" if node.interval is None else ends(node.low, node.high)
    return str(node.grade).replace("None", "none")


def wanted(expected: str) -> str:
    """The same of what is expected, numbers in lowest terms."""
    return re.sub(
        r"[^ .]+(\.[0-9]+)?",
        lambda found: (
            str(Fraction(found.group()))
            if found.group().strip("-")[0].isdigit()
            else found.group()
        ),
        expected,
    )


class Cases(Test):
    def test_give_what_is_published(self) -> None:
        seen = 0
        for folder in folders():
            with self.subTest(case=folder.name):
                plan = plan_of(folder)
                declarations = {
                    each.id: each
                    for each in fzzf.read_declarations(
                        folder / "declarations.xml"
                    )
                }
                cohort = plan.cohort(declarations.values())
                for row in rows(folder / "expected.csv"):
                    declaration = declarations[row["declaration"]]
                    result = (
                        cohort.evaluate(declaration)
                        if plan.needs_cohort
                        else plan.evaluate(declaration)
                    )
                    expected = row["expected"]
                    self.assertEqual(
                        told(result, row["node"], expected),
                        wanted(expected),
                        (folder.name, row),
                    )
                    seen += 1
        self.assertGreater(seen, 80)

    def test_are_the_same_again(self) -> None:
        for folder in folders():
            cohort = plan_of(folder).cohort(folder / "declarations.xml")
            paths = [folder, contract_of(folder)]
            for each in fzzf.read_declarations(folder / "declarations.xml"):
                with self.subTest(case=folder.name, unit=each.id):
                    document = cohort.evaluate(each).to_xml()
                    again = fzzf.recompute(document, paths)
                    self.assertEqual(again.differences, ())

    def test_reproduce_the_published_table(self) -> None:
        expected = [
            (int(row["rank"]), row["unit"], Fraction(row["total"]))
            for row in rows(EXAMPLE / "expected.csv")
        ]
        cohort = plan_of(EXAMPLE).cohort(EXAMPLE / "declarations.xml")
        got = sorted(
            (each.place, each.name, each.score) for each in cohort
        )
        self.assertEqual(got, sorted(expected))

    def test_give_the_five_counties_their_verdicts(self) -> None:
        plan = plan_of(TEACHING)
        cohort = plan.cohort(TEACHING / "counties.xml")
        expected = rows(TEACHING / "expected.csv")
        self.assertEqual(len(cohort), len(expected))
        by_unit = {each.unit: each for each in cohort}
        for declaration in fzzf.read_declarations(TEACHING / "counties.xml"):
            row = next(
                row for row in expected if row["county"] == declaration.unit
            )
            result = cohort.evaluate(declaration)
            verdict = result.verdict
            reading = result.readings[verdict.deciding]
            interval = result.interval
            assert interval is not None
            self.assertEqual(
                (
                    str(verdict.eligible),
                    reading.low,
                    reading.high,
                    reading.of,
                    interval.low,
                    interval.high,
                ),
                (
                    row["eligible"],
                    Fraction(row["numerator_low"]),
                    Fraction(row["numerator_high"]),
                    Fraction(row["denominator"]),
                    Fraction(row["total_low"]),
                    Fraction(row["total_high"]),
                ),
                row["county"],
            )
            self.assertEqual(
                by_unit[declaration.unit].eligible, verdict.eligible
            )
