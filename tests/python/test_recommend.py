# SPDX-License-Identifier: Apache-2.0
"""Recommendations against brute force, and in any order of candidates."""

from __future__ import annotations

import itertools
import random
from typing import Any, Iterator

import fzzf
from support import Test

ROUNDS = 250


class Round:
    """A small random batch: one type, scores, gates, one tie, a balance."""

    def __init__(self, rng: random.Random) -> None:
        self.quota = rng.randint(0, 3)
        self.bounds = {
            group: rng.choice(
                [(0, 1), (0, 2), (1, 1), (1, 9), (2, 2), (2, 9)]
            )
            for group in ("east", "west")
        }
        self.units = []
        for i in range(rng.randint(1, 5)):
            low = rng.randint(1, 4)
            self.units.append(
                {
                    "id": f"d{i}",
                    "eligible": rng.choice(["yes"] * 4 + ["no", "undetermined"]),
                    "span": (low, low + rng.choice([0, 0, 0, 1])),
                    "tie": rng.choice([1, 2, 2]),
                    "group": rng.choice(["east", "west", None]),
                }
            )

    def documents(
        self, order: list[dict[str, Any]]
    ) -> tuple[fzzf.Record, fzzf.Record]:
        batch = fzzf.Record("batch", id="b", title="t", system="s")
        batch.add("quota", from_="province", type="comprehensive",
                  count=str(self.quota))
        for group, (least, most) in self.bounds.items():
            batch.add("balance", level="province", type="comprehensive",
                      by=group, least=str(least), most=str(most))
        batch.add("tie", order="1", by="node", of="1", better="low")
        given = fzzf.Record("recommendation", id="r", batch="b",
                            level="province", unit="p")
        for unit in order:
            low, high = unit["span"]
            one = given.add(
                "candidate", declaration=unit["id"], unit="u-" + unit["id"],
                type="comprehensive", eligible=unit["eligible"],
                score=str(low), high=str(high) if high != low else None,
                groups=unit["group"],
            )
            one.add("value", order="1", low=str(unit["tie"]))
        return given, batch

    def worlds(self) -> Iterator[list[dict[str, Any]]]:
        """Every way that what is open may turn out: units, best first. Those
        that nothing tells apart come in either order."""
        choices = [
            [None, unit] if unit["eligible"] == "undetermined"
            else [unit] if unit["eligible"] == "yes" else [None]
            for unit in self.units
        ]
        for world in itertools.product(*choices):
            there = [unit for unit in world if unit is not None]
            for line in itertools.permutations(there):
                if not any(
                    better(line[j], line[i])
                    for i in range(len(line)) for j in range(i + 1, len(line))
                ):
                    yield list(line)

    def best(self, line: list[dict[str, Any]]) -> set[str]:
        """Of all sets that may be chosen the one with the best places."""

        def count(units: Any, group: str) -> int:
            return sum(unit["group"] == group for unit in units)

        def allowed(chosen: tuple[int, ...]) -> bool:
            units = [line[i] for i in chosen]
            return all(
                min(least, most, count(line, group)) <= count(units, group)
                <= most
                for group, (least, most) in self.bounds.items()
            )

        sets = [
            chosen
            for size in range(min(self.quota, len(line)) + 1)
            for chosen in itertools.combinations(range(len(line)), size)
            if allowed(chosen)
        ]
        # Place by place; a set that goes on is better than one that ends.
        first = min(sets, key=lambda chosen: chosen + (99,))
        return {line[i]["id"] for i in first}

    def conflict(self) -> bool:
        there = [u for u in self.units if u["eligible"] != "no"]
        return self.quota < sum(
            min(least, most, sum(u["group"] == group for u in there))
            for group, (least, most) in self.bounds.items()
        )


def better(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Surely: by score, and at equal known scores by the tie."""
    if one["span"] == other["span"] and one["span"][0] == one["span"][1]:
        return bool(one["tie"] < other["tie"])
    return bool(one["span"][0] > other["span"][1])


class Recommending(Test):
    def test_brute_force(self) -> None:
        rng = random.Random(20260101)
        seen = {"yes": 0, "no": 0, "open": 0}
        for number in range(ROUNDS):
            small = Round(rng)
            given, batch = small.documents(small.units)
            decided = fzzf.recommend(given, batch)
            worlds = (
                [] if small.conflict()
                else [small.best(line) for line in small.worlds()]
            )
            for one in decided["candidate"]:
                seen[one.chosen] += 1
                if one.eligible == "no":
                    expected = "no"
                elif not worlds:
                    expected = "open"
                else:
                    found = {one.declaration in chosen for chosen in worlds}
                    expected = (
                        "open" if len(found) == 2
                        else "yes" if True in found else "no"
                    )
                with self.subTest(round=number, one=one.declaration):
                    self.assertEqual(one.chosen, expected, small.__dict__)
                    self.assertTrue(one["reason"])
        self.assertTrue(all(count > 50 for count in seen.values()), seen)

    def test_order_of_candidates(self) -> None:
        rng = random.Random(7)
        for number in range(40):
            small = Round(rng)
            whole = {
                fzzf.recommend(*small.documents(list(order))).to_xml()
                for order in itertools.permutations(small.units)
            }
            with self.subTest(round=number):
                self.assertEqual(len(whole), 1)

    def test_levels(self) -> None:
        small = Round(random.Random(1))
        small.quota, small.bounds = 1, {}
        small.units = [
            {"id": name, "eligible": "yes", "span": (score, score), "tie": 1,
             "group": None}
            for name, score in (("a", 1), ("b", 2))
        ]
        given, batch = small.documents(small.units)
        decided = fzzf.recommend(given, batch)
        above = fzzf.Record("recommendation", id="n", batch="b",
                            level="centre")
        fzzf.take_recommended(above, decided)
        self.assertEqual([c.declaration for c in above["candidate"]], ["b"])
        self.assertEqual(above["candidate"][0].from_, "r")
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.take_recommended(above, decided)
        with self.assertRaises(TypeError):
            fzzf.recommend(above, None)  # type: ignore[arg-type]

    def test_types_apart(self) -> None:
        batch = fzzf.Record("batch", id="b", title="t", system="s",
                            both_types="no")
        for type_ in ("comprehensive", "single-item"):
            batch.add("quota", from_="city", type=type_, count="1")

        def candidates(type_: str) -> fzzf.Record:
            document = fzzf.Record("recommendation", id="r", batch="b",
                                   level="city", unit="c")
            document.add("candidate", declaration=type_, unit="u",
                         type=type_, eligible="yes", score="9")
            return document

        first = fzzf.recommend(candidates("comprehensive"), batch)
        second = candidates("single-item")
        for given, chosen in ((second, "yes"),
                              (fzzf.mind_beside(second, first, batch), "no")):
            decided = fzzf.recommend(given, batch)
            self.assertEqual(decided["candidate"][0].chosen, chosen)
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.mind_beside(second, second, batch)
