# SPDX-License-Identifier: Apache-2.0
"""teaching.py EXPECTED.csv EVALUATE.json EXPLAIN.json: the five counties come
out as expected, and the causes of every node add up to its score."""
import csv
import json
import sys
from fractions import Fraction

ENDS = (("score", "amount"), ("high", "high"))


def load(path):
    with open(path, encoding="utf-8") as file:
        return {result["unit"]: result for result in json.load(file)["results"]}


def differences(case, result):
    deciding = next(reading for reading in result["readings"]
                    if reading["name"] == result["deciding"])
    whole = result["nodes"][0]
    got = {
        "eligible": result["eligible"],
        "numerator_low": deciding["low"],
        "numerator_high": deciding["high"],
        "denominator": deciding["of"],
        "total_low": whole["score"],
        "total_high": whole["high"],
    }
    for name, value in got.items():
        same = (value == case[name] if name == "eligible"
                else Fraction(value) == Fraction(case[name]))
        if not same:
            yield f"{name}: expected {case[name]}, got {value}"


def unaccounted(node):
    """Full marks and causes against the score, at both ends."""
    if node["score"] is None or node["full"] is None:
        return
    for end, amount in ENDS:
        total = Fraction(node["full"]) + sum(
            Fraction(cause[amount]) for cause in node["causes"])
        if total != Fraction(node[end]):
            yield f"{node['id']}: causes lead to {total}, {end} is {node[end]}"


def main(expected_path, evaluated_path, explained_path):
    evaluated = load(evaluated_path)
    explained = load(explained_path)
    with open(expected_path, encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    found = []
    for case in cases:
        unit = case["county"]
        found += [f"{unit}: {line}"
                  for line in differences(case, evaluated[unit])]
        nodes = explained[unit]["nodes"]
        if not nodes:
            found.append(f"{unit}: nothing is explained")
        found += [f"{unit}: {line}" for node in nodes
                  for line in unaccounted(node)]
    for line in found:
        print(line)
    return 1 if found or len(cases) != 5 or len(evaluated) != 5 else 0


sys.exit(main(*sys.argv[1:]))
