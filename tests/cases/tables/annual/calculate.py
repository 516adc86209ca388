# SPDX-License-Identifier: Apache-2.0
"""calculate.py [--places]: the scores of the table beside it, or its places,
worked out from its text with fractions and without the library."""

import math
import sys
import xml.etree.ElementTree as ET
from fractions import Fraction as F
from pathlib import Path

NS = "{urn:fzzf:1}"
AREA = ("nation", "province")


def cents(value):
    """Two places, half up."""
    return F(math.floor(abs(value) * 100 + F(1, 2)), 100) * (
        -1 if value < 0 else 1)


class Unit:
    def __init__(self, declaration):
        self.id = declaration.get("id")
        self.code = declaration.find(NS + "unit").get("code")
        self.group = declaration.find(NS + "unit").get("groups")
        self.said = {o.get("id"): o
                     for o in declaration.iter(NS + "observation")}

    def number(self, name):
        return F(self.said[name].get("value"))

    def yes(self, name):
        return self.said[name].get("value") == "yes"

    def pair(self, name):
        said = self.said[name]
        return F(said.get("numerator")), F(said.get("denominator"))

    def rate(self, name):
        above, below = self.pair(name)
        return above / below

    def items(self, name):
        return {i.get("of"): int(i.get("count")) for i in self.said[name]}

    def matters(self, name, year=None):
        """The highest level of each matter."""
        best = {}
        for award in self.said[name]:
            if year in (None, award.get("date")[:4]):
                level = AREA.index(award.get("level"))
                matter = award.get("matter")
                best[matter] = min(level, best.get(matter, level))
        return list(best.values())


def documents(u):
    if u.yes("unlawful"):
        return F(0)
    lost = min(u.number("unreviewed"), F(3)) + u.number("uncleared") / 2
    return max(F(0), 6 - lost)


def filed(u):
    rate = u.rate("filed")
    return F(6 if rate == 1 else 4 if rate >= F(9, 10)
             else 2 if rate >= F(8, 10) else 0)


def procedures(u):
    return F(2 * sum(map(u.yes, ("public", "expert", "risk", "legal",
                                 "joint"))))


def files(u):
    marks = sorted(F(m.get("value")) for m in u.said["files"])[1:-1]
    return sum(marks) / len(marks) * 15 / 100


def complaints(u):
    upheld = u.items("upheld")
    major = upheld.get("major", 0)
    lost = min(F(3), F(upheld.get("minor", 0), 2))
    lost += 0 if major == 0 else 2 + 3 * (major - 1)
    return max(F(0), 10 - lost)


def lawsuits(u, units):
    pairs = [each.pair("lost") for each in units]
    mean = F(sum(a for a, _ in pairs), sum(b for _, b in pairs))
    gap = max(F(0), u.rate("lost") - mean)
    return 10 - min(F(6), math.ceil(gap * 100) * F(1, 2))


def in_court(u):
    return min(F(1), max(F(0), (u.rate("appeared") - F(1, 2)) * 2)) * 10


def opinion(u):
    said = u.items("answers")
    said.pop("unknown", None)
    worth = {"very": 100, "fair": 70, "not": 0}
    return F(sum(worth[k] * n for k, n in said.items()),
             sum(said.values())) * 15 / 100


def letters(u, units):
    def each(unit):
        return unit.number("letters") / unit.number("people")

    before = sum(1 for other in units
                 if other.group == u.group and each(other) < each(u))
    return max(F(4), F(10 - 2 * before))


def honours(u):
    levels = u.matters("honours", "2025")
    provinces = levels.count(1)
    gained = 3 * levels.count(0)
    gained += F(3, 2) + (provinces - 1) if provinces else 0
    return min(F(4), F(gained))


def table(units):
    """What every unit has: node to score."""
    scores = {}
    for u in units:
        leaves = {
            "1.1.1": documents(u), "1.1.2": filed(u), "1.2.1": procedures(u),
            "1.2.2": min(F(1), u.rate("assessed") / F(3, 4)) * 8,
            "2.1.1": files(u), "2.1.2": complaints(u),
            "2.2.1": lawsuits(u, units), "2.2.2": in_court(u),
            "3.1.1": opinion(u), "3.1.2": letters(u, units),
            "4.1": honours(u),
            "5.1": F(sum((-5, -2)[level] for level in u.matters("criticised"))),
            "5.2": -3 * u.number("accidents")}
        scores[u] = {node: cents(value) for node, value in leaves.items()}
        for first in "123":
            scores[u][first] = sum(scores[u][node] for node in leaves
                                   if node[0] == first)
    for u in units:
        base = {each: sum(scores[each][n] for n in "123") for each in units
                if each.group == u.group}
        own = scores[u]
        own["4.2"] = F(2 if base[u] == max(base.values()) else 0)
        own["4"] = min(F(5), own["4.1"] + own["4.2"])
        own["5"] = max(F(-8), own["5.1"] + own["5.2"])
        own["total"] = cents(base[u] + own["4"] + own["5"])
    return scores


def place(u, scores, among):
    return 1 + sum(1 for each in among
                   if scores[each]["total"] > scores[u]["total"])


def grade(u, scores):
    total = scores[u]["total"]
    group = [each for each in scores if each.group == u.group]
    if total >= 90 and place(u, scores, group) <= 2:
        return "excellent"
    return "good" if total >= 80 else "fair" if total >= 60 else "poor"


def main(places):
    here = Path(__file__).parent
    root = ET.parse(here / "declarations.xml").getroot()
    units = [Unit(each) for each in root.iter(NS + "declaration")]
    scores = table(units)
    if places:
        for u in sorted(units, key=lambda u: place(u, scores, units)):
            print(f"{place(u, scores, units)},{u.code}")
        return
    print("declaration,node,expected")
    for u in units:
        for node, value in sorted(scores[u].items()):
            print(f"{u.id},{node},{value}")
        print(f"{u.id},total,{grade(u, scores)}")


main(sys.argv[1:] == ["--places"])
