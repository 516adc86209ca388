# SPDX-License-Identifier: Apache-2.0
"""The centre: the order of rows and candidates means nothing; no numbers."""

from __future__ import annotations

import itertools

import fzzf
from support import Test

NUMBER = "11010519491231002X"


def batch() -> fzzf.Record:
    made = fzzf.Record("batch", id="b", title="t", system="s",
                       **{"publicity-days": "7"})
    made.add("phase", id="x", kind="third-party", title="x", order="1",
             weight="60", floor="50")
    made.add("phase", id="y", kind="survey", title="y", order="2", weight="40")
    made.add("phase", id="p", kind="publicity", title="p", order="3",
             from_="2020-06-19")
    made.add("quota", from_="centre", type="comprehensive", count="1")
    return made


def candidates(names: tuple[str, ...]) -> fzzf.Record:
    made = fzzf.Record("recommendation", id="r", batch="b", level="centre",
                       day="2020-07-01")
    for name in names:
        made.add("candidate", declaration=name, unit=f"u-{name}",
                 type="comprehensive", eligible="yes")
    return made


def scores(rows: tuple[tuple[str, str, str], ...]) -> fzzf.Record:
    made = fzzf.Record("phase-scores", batch="b")
    for declaration, phase, value in rows:
        made.add("score", declaration=declaration, phase=phase, value=value,
                 by="o", **{"out-of": "100"})
    return made


class Centre(Test):
    def test_order_means_nothing(self) -> None:
        rows = (("a", "x", "80"), ("a", "y", "90"), ("b", "x", "90"),
                ("c", "x", "49"))
        seen = {
            fzzf.recommend(
                fzzf.score_phases(candidates(names), scores(order), batch()),
                batch(),
            ).to_xml()
            for names in itertools.permutations("abc")
            for order in itertools.permutations(rows)
        }
        self.assertEqual(len(seen), 1)

    def test_totals(self) -> None:
        scored = fzzf.score_phases(
            candidates(("a",)), scores((("a", "x", "80"), ("a", "y", "90"))),
            batch(),
        )
        # 0.6 * 80 + 0.4 * 90
        self.assertEqual(scored["candidate"][0].score, "84")
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.score_phases(candidates(("a",)), scores((("z", "x", "1"),)),
                              batch())

    def test_objections(self) -> None:
        objections = fzzf.Record("objections", batch="b")
        objections.add("objection", id="o", unit="u-a", at="2020-06-25",
                       name="n", contact="c", identity=NUMBER,
                       reason=f"({NUMBER})", basis="b")
        heard = fzzf.hear_objections(candidates(("a", "b")), objections,
                                     batch())
        one, other = heard["candidate"]
        self.assertEqual((one.objections, one.unsettled), ("1", "1"))
        self.assertEqual((other.objections, other.eligible), ("0", "yes"))
        self.assertEqual(one.eligible, "undetermined")
        self.assertEqual(objections["objection"][0].identity, "recorded")
        for record in (objections, heard):
            self.assertNotIn(NUMBER.encode(), record.to_xml())
