# SPDX-License-Identifier: Apache-2.0
"""expected.py EXPECTED.csv RESULTS.csv: compares what a case folder expects
with what 'fzzf evaluate --format csv' printed; numbers as exact fractions."""
import csv
import sys
from fractions import Fraction


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def holds(expected, row):
    if row is None:
        return False
    if expected == "no-value":
        return row["state"] == "no-value" and row["score"] == ""
    try:
        number = Fraction(expected)
    except ValueError:
        return row["grade"] == expected
    return row["state"] == "exact" and Fraction(row["score"]) == number


def main(expected_path, results_path):
    results = {(row["declaration"], row["node"]): row
               for row in rows(results_path)}
    cases = rows(expected_path)
    failed = 0
    for case in cases:
        row = results.get((case["declaration"], case["node"]))
        if not holds(case["expected"], row):
            got = row and (row["state"], row["score"], row["grade"])
            print(f"{expected_path}: {case['declaration']} {case['node']}:"
                  f" expected {case['expected']}, got {got}")
            failed += 1
    if not cases:
        print(f"{expected_path}: holds no case")
    return 1 if failed or not cases else 0


sys.exit(main(*sys.argv[1:]))
