# SPDX-License-Identifier: Apache-2.0
"""expected.py EXPECTED.csv RESULTS.csv: compares what a case folder expects
with what 'fzzf evaluate --format csv' printed; numbers as exact fractions,
intervals as their two ends. The readings of the threshold are not in this
table: C and Python compare them."""
import csv
import sys
from fractions import Fraction

READINGS = ("indicators-all", "indicators-applicable", "points-all",
            "points-applicable")
ANSWERS = ("yes", "no", "undetermined", "nothing-applicable")
STATES = ("exact", "bounded", "not-applicable", "absent", "refused",
          "no-value", "not-computable", "stopped", "unscored")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return text if text.endswith("inf") else Fraction(text)


def ends(text):
    return [number(end) for end in text.split("..")]


def holds(node, expected, row):
    if row is None:
        return False
    if node == "eligible":
        return row["eligible"] == expected
    if expected in ANSWERS:
        return row["met"] == expected
    if expected in STATES:
        return row["state"] == expected
    if expected.startswith("full "):
        return row["full"] != "" and ends(expected[5:]) == ends(row["full"])
    if expected[0].isdigit() or expected[0] == "-":
        printed = {row["score"]: 1, row["high"]: 1}
        return "" not in printed and ends(expected) == ends("..".join(printed))
    return row["grade"] == ("" if expected == "none" else expected)


def main(expected_path, results_path):
    results = {(row["declaration"], row["node"]): row
               for row in rows(results_path)}
    cases = rows(expected_path)
    failed = 0
    for case in cases:
        node = case["node"]
        if node in READINGS:
            continue
        row = results.get((case["declaration"],
                           "total" if node == "eligible" else node))
        if not holds(node, case["expected"], row):
            print(f"{expected_path}: {case['declaration']} {node}:"
                  f" expected {case['expected']}, got {row}")
            failed += 1
    if not cases:
        print(f"{expected_path}: holds no case")
    return 1 if failed or not cases else 0


sys.exit(main(*sys.argv[1:]))
