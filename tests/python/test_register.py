# SPDX-License-Identifier: Apache-2.0
"""Registers: namings entered, what is owed on a day, nonsense refused."""

from __future__ import annotations

import fzzf
from support import Test


def named() -> fzzf.Record:
    """A register with one unit that a decision has chosen."""
    batch = fzzf.Record("batch", id="b", title="t", system="s",
                        report_day="01-31")
    batch.add("award", type="comprehensive", level="county", title="示范区")
    decision = fzzf.Record("recommendation", id="q", batch="b",
                           level="centre", open="0")
    decision.add("candidate", declaration="d", unit="510104",
                 type="comprehensive", eligible="yes", chosen="yes")
    register = fzzf.Record("register", id="r")
    fzzf.enter_named(register, decision, batch, "办", "2025-10-28")
    return register


class Registers(Test):
    def test_life_of_a_title(self) -> None:
        register = named()
        self.assertEqual(register["naming"][0].title, "示范区")
        on = fzzf.standing(register, "2026-02-01")
        self.assertEqual(
            [(owed.year, owed.state) for owed in on["owed"]],
            [("2025", "overdue")],
        )
        register.add("report", naming="b.d", year="2025",
                     received="2026-02-01")
        on = fzzf.standing(register, "2026-02-01")
        self.assertEqual((on.overdue, on["naming"][0].late), ("0", "1"))
        register.add("revocation", naming="b.d", reason="falsified",
                     detail="造假", by="委", date="2026-03-01")
        fzzf.check_register(register)
        on = fzzf.standing(register, "2027-02-01")
        self.assertEqual((on.in_force, on.revoked), ("0", "1"))
        self.assertEqual(on["owed"], ())

    def test_nonsense(self) -> None:
        register = named()
        register.add("revocation", naming="b.e", reason="r", detail="d",
                     by="委", date="2026-03-01")
        with self.assertRaises(fzzf.InvalidReference) as caught:
            fzzf.check_register(register)
        self.assertEqual([f.code for f in caught.exception.findings], [7042])
        with self.assertRaises(fzzf.InvalidDocument):
            fzzf.standing(named(), "soon")
        with self.assertRaises(TypeError):
            fzzf.standing(named(), 2026)  # type: ignore[arg-type]
