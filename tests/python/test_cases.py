# SPDX-License-Identifier: Apache-2.0
"""The case files that C runs too: published rules and tables."""

from __future__ import annotations

import csv
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
    for path in sorted(CASES.glob("*/*/expected.csv")):
        yield path.parent


def plan_of(folder: Path) -> fzzf.Plan:
    """The plan of a case; its contract may be shared by all of a group."""
    contract = folder / "contract.xml"
    if not contract.exists():
        contract = folder.parent / "contract.xml"
    return fzzf.Plan(
        fzzf.read_system(folder / "system.xml"), fzzf.read_contract(contract)
    )


def told(node: fzzf.NodeResult, expected: str) -> str:
    """What a case expects: a score, a state or a grade."""
    if expected in list(fzzf.ScoreState):
        return str(node.state)
    if expected[-1].isdigit():
        return "none" if node.score is None else str(node.score)
    return str(node.grade)


def wanted(expected: str) -> str:
    """The same of what is expected."""
    return str(Fraction(expected)) if expected[-1].isdigit() else expected


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
                        told(result[row["node"]], expected),
                        wanted(expected),
                        (folder.name, row),
                    )
                    seen += 1
        self.assertGreater(seen, 80)

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
