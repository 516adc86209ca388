# SPDX-License-Identifier: Apache-2.0
"""Surveys and publicity: scores, margins, awareness, what is refused."""

from __future__ import annotations

import fzzf
from support import Test


def survey(**more: str) -> fzzf.Record:
    """Four of 100 and one of 0: the mean is 80, its standard error 20."""
    made = fzzf.Record("survey", id="s", unit="510104", places="2",
                       rounding="half-up", **{"least": "5", **more})
    scale = made.add("scale", id="k")
    scale.add("answer", id="a", title="满意", worth="100")
    scale.add("answer", id="b", title="不满意", worth="0")
    made.add("stratum", id="u", title="城镇", weight="1")
    made.add("question", id="q", title="是否满意", scale="k", weight="1")
    tally = made.add("tally", question="q", stratum="u")
    tally.add("count", answer="a", number="4")
    tally.add("count", answer="b", number="1")
    return made


class Surveys(Test):
    def test_scores(self) -> None:
        report = fzzf.Record("satisfaction", id="r")
        fzzf.score_survey(report, survey(z="1.96", confidence="0.95"))
        whole = report["score"][0]
        self.assertEqual(
            (whole.of, whole.score, whole.margin, whole.low, whole.high),
            ("whole", "80", "39.2", "40.8", "119.2"),
        )

    def test_too_few(self) -> None:
        report = fzzf.Record("satisfaction", id="r")
        fzzf.score_survey(report, survey(least="6"))
        whole = report["score"][0]
        self.assertEqual((whole.state, whole.score), ("too-few", None))

    def test_awareness(self) -> None:
        report = fzzf.Record("satisfaction", id="r")
        log = fzzf.Record("publicity", id="p", unit="510104")
        log.add("asked", id="a", asked="3", aware="2")
        log.add("notice", id="n", channel="电视", date="2023-06-01",
                title="报道")
        found = fzzf.count_publicity(report, log)
        self.assertEqual([each.code for each in found], [7066])
        self.assertEqual(report["awareness"][0].rate, "2/3")

    def test_nonsense(self) -> None:
        report = fzzf.Record("satisfaction", id="r")
        made = survey()
        fzzf.score_survey(report, made)
        with self.assertRaises(fzzf.InvalidReference) as caught:
            fzzf.score_survey(report, made)
        self.assertEqual([f.code for f in caught.exception.findings], [7064])
        with self.assertRaises(TypeError):
            fzzf.count_publicity(report, "log")  # type: ignore[arg-type]
