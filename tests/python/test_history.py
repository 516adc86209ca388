# SPDX-License-Identifier: Apache-2.0
"""Merging histories is idempotent, commutative and associative."""

from __future__ import annotations

import random

import fzzf
from support import Test

ROUNDS = 150
TYPES = ["declared", "returned", "reviewed", "withdrawn"]


def random_events(rng: random.Random) -> list[dict[str, str]]:
    """Events whose ids differ; what they say is anything."""
    return [
        {
            "id": f"e{i}",
            "declaration": f"d{rng.randint(1, 3)}",
            "unit": "u",
            "at": f"2026-0{rng.randint(1, 3)}-0{rng.randint(1, 3)}",
            "type": rng.choice(TYPES),
            "by": "o",
            "reason": "r",
            **({"order": str(rng.randint(0, 11))} if rng.random() < 0.5 else {}),
        }
        for i in range(rng.randint(0, 8))
    ]


def history(events: list[dict[str, str]]) -> fzzf.Record:
    made = fzzf.Record("history", batch="b")
    for event in events:
        made.add("event", **event)
    return made


class Histories(Test):
    def test_merging(self) -> None:
        rng = random.Random(20260303)
        merge = fzzf.merge_histories
        for number in range(ROUNDS):
            events = random_events(rng)
            a, b, c = (
                history(rng.sample(events, rng.randint(0, len(events))))
                for _ in range(3)
            )
            with self.subTest(round=number):
                ab = merge(a, b)
                self.assertEqual(merge(b, a).to_xml(), ab.to_xml())
                self.assertEqual(merge(ab, b).to_xml(), ab.to_xml())
                self.assertEqual(merge(ab, ab).to_xml(), ab.to_xml())
                self.assertEqual(
                    merge(ab, c).to_xml(), merge(a, merge(b, c)).to_xml()
                )
                ids = {e.id for part in (a, b) for e in part["event"]}
                self.assertEqual(sorted(e.id for e in ab["event"]), sorted(ids))

    def test_states(self) -> None:
        log = history([
            {"id": "1", "declaration": "d", "unit": "u", "at": "2026-01-01",
             "type": "declared", "by": "o"},
            {"id": "2", "declaration": "d", "unit": "u", "at": "2026-01-02",
             "type": "withdrawn", "by": "o"},
        ])
        now = fzzf.history_states(log, "2026-01-01")["state"][0]
        self.assertEqual(now.now, "declared")
        self.assertEqual(now.next, "returned withdrawn reviewed")
        fzzf.check_history(log)
        log.add("event", id="3", declaration="d", unit="u", at="2026-01-03",
                type="reviewed", by="o")
        with self.assertRaises(fzzf.InvalidReference) as caught:
            fzzf.check_history(log)
        self.assertEqual([f.code for f in caught.exception.findings], [7082])

    def test_following(self) -> None:
        given = fzzf.Record("recommendation", id="r", batch="b", level="city",
                            unit="c", day="2026-02-01")
        given.add("candidate", declaration="d", unit="u",
                  type="comprehensive", eligible="yes", score="9")
        log = history([
            {"id": "1", "declaration": "d", "unit": "u", "at": "2026-01-01",
             "type": "declared", "by": "o"},
            {"id": "2", "declaration": "d", "unit": "u", "at": "2026-01-02",
             "type": "withdrawn", "by": "o"},
        ])
        followed = fzzf.follow_history(given, log)["candidate"][0]
        self.assertEqual(followed.eligible, "no")
        self.assertEqual(followed["bar"][0].code, "withdrawn")
        self.assertEqual(given["candidate"][0].eligible, "yes")

    def test_documents_say_events(self) -> None:
        decision = fzzf.Record("recommendation", id="r", batch="b",
                               level="city", day="2026-02-01", open="0")
        decision.add("candidate", declaration="d", unit="u",
                     type="comprehensive", eligible="yes", chosen="yes")
        log = fzzf.history_of_decision(decision, "o")
        self.assertEqual([(e.id, e.type) for e in log["event"]],
                         [("r.d", "recommended")])
        batch = fzzf.Record("batch", id="b", title="t", system="s")
        register = fzzf.Record("register", id="r")
        register.add("batch", id="b", report_day="01-31")
        register.add("naming", id="b.d", unit="u", type="comprehensive",
                     level="county", title="t", batch="b", date="2026-06-01",
                     by="o")
        log = fzzf.history_of_register(register, batch)
        self.assertEqual([(e.id, e.type) for e in log["event"]],
                         [("b.d.named", "named")])
