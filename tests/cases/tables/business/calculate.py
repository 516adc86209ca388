# SPDX-License-Identifier: Apache-2.0
"""calculate.py [--places]: the totals of the table beside it, or its places,
worked out from its text with fractions and without the library."""

import sys
import xml.etree.ElementTree as ET
from decimal import Decimal, ROUND_HALF_EVEN, localcontext
from fractions import Fraction as F
from pathlib import Path

NS = "{urn:fzzf:1}"
WEIGHTS = {
    "1": 25, "1.1": 60, "1.1.1": 40, "1.1.2": 60, "1.2": 40, "1.2.1": 1,
    "1.2.2": 1, "2": 35, "3": 40, "3.1": 3, "3.1.1": 50, "3.1.2": 30,
    "3.1.3": 20, "3.2": 2, "3.2.1": 70, "3.2.2": 30}


def read(declaration):
    """The observations of a unit: numbers, pairs, words, counts."""
    said = {}
    for o in declaration.iter(NS + "observation"):
        if o.get("numerator"):
            said[o.get("id")] = F(o.get("numerator")), F(o.get("denominator"))
        elif len(o):
            said[o.get("id")] = {i.get("of"): int(i.get("count")) for i in o}
        elif o.get("value") in ("yes", "no"):
            said[o.get("id")] = o.get("value") == "yes"
        else:
            said[o.get("id")] = F(o.get("value"))
    return said


def rate(said, name):
    """None when it does not apply, or is 0/0."""
    if name not in said or said[name][1] == 0:
        return None
    return said[name][0] / said[name][1]


def leaves(said, units):
    days = [each["days"] for each in units]
    listed = sum(each["listed"] for each in units) / len(units)
    scores = {
        "1.1.1": 100 - 40 * (said["days"] - min(days)) / (max(days) -
                                                          min(days)),
        "1.1.2": 100 * rate(said, "closed"),
        "3.1.1": max(0, 100 - sum([5, 10, 20, 20, 20, 20, 20]
                                  [:int(said["repeated"])])),
        "3.1.2": 100 * min(F(1), said["listed"] / listed)}
    if rate(said, "lent") is not None:
        scores["1.2.1"] = min(F(100), 100 * rate(said, "lent") / F(4, 5))
    if "times" in said:
        scores["1.2.2"] = F(next(points for least, points in
                                 ((5, 100), (3, 80), (1, 60), (0, 20))
                                 if said["times"] >= least))
    if rate(said, "lost") is not None:
        scores["3.1.3"] = 100 * (1 - rate(said, "lost"))
    if rate(said, "executed") is not None:
        scores["3.2.1"] = 100 * rate(said, "executed")
    if "trial" in said:
        scores["3.2.2"] = 100 * min(F(1), 60 / said["trial"])
    return scores


def mean(scores, children):
    """Weighted over what has a score; None when nothing has."""
    have = [node for node in children if scores.get(node) is not None]
    if not have:
        return None
    return (sum(WEIGHTS[node] * scores[node] for node in have) /
            F(sum(WEIGHTS[node] for node in have)))


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def total(said, units):
    """Of the second block only the square is rational."""
    scores = leaves(said, units)
    for node in ("1.1", "1.2", "3.1", "3.2", "1", "3"):
        scores[node] = mean(scores, [n for n in WEIGHTS if
                                     n.rpartition(".")[0] == node])
    if said["forged"]:
        scores["1"] = F(0)
    answers = said["answers"]
    liked = F(100 * answers.get("good", 0) + 60 * answers.get("fair", 0),
              sum(answers.values()))
    second = decimal(100 * rate(said, "online") * liked).sqrt()
    sum_ = (25 * decimal(scores["1"]) + 35 * second +
            40 * decimal(scores["3"])) / 100
    if said["incident"]:
        sum_ = min(sum_, Decimal(59))
    return scores, sum_.quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def main(places):
    here = Path(__file__).parent
    root = ET.parse(here / "declarations.xml").getroot()
    ids = [each.get("id") for each in root.iter(NS + "declaration")]
    units = [read(each) for each in root.iter(NS + "declaration")]
    results = [total(each, units) for each in units]
    if places:
        best = sorted({result[1] for result in results}, reverse=True)
        for place, name in sorted((best.index(result[1]) + 1, name)
                                  for name, result in zip(ids, results)):
            print(f"{place},{name}")
        return
    print("declaration,node,expected")
    for name, (scores, sum_) in zip(ids, results):
        for node, value in sorted(scores.items()):
            print(f"{name},{node},"
                  f"{'not-applicable' if value is None else value}")
        print(f"{name},total,{sum_}")


with localcontext() as context:
    context.prec = 60
    main(sys.argv[1:] == ["--places"])
