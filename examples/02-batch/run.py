#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""From the counties' declarations to the register, as run.sh tells it.

Runs in the folder of its documents and prints the same, byte for byte, though
it takes every input in the opposite order.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import fzzf

DAY = "2025-03-31"
SYSTEMS = {"comprehensive": "system.xml", "single-item": "single.xml"}


def shown(document: fzzf.Record) -> fzzf.Record:
    sys.stdout.buffer.write(document.to_xml())
    return document


def begin(level: str, unit: str | None = None) -> fzzf.Record:
    return fzzf.Record("recommendation", id=unit or level, batch="demo",
                       level=level, unit=unit, day=DAY)


def main() -> None:
    batch = fzzf.read_record("batch.xml")
    exclusions = fzzf.read_record("exclusions.xml")
    history = fzzf.read_record("history.xml")
    contract = fzzf.read_contract("contract.xml")
    cities: dict[str, list[fzzf.Record]] = {"980000": [], "990000": []}

    # 1. Each city decides on the declarations of its counties and on its own.
    for city in sorted(Path("declarations").iterdir()):
        for kind, system in SYSTEMS.items():
            plan = fzzf.Plan(fzzf.read_system(system), contract)
            files = sorted((city / kind).glob("*.xml"), reverse=True)
            candidates = begin("city", city.name)
            for file in files:
                declaration = fzzf.read_declaration(file)
                fzzf.add_candidate(candidates, batch,
                                   plan.evaluate(declaration), declaration)
            if files:
                candidates = fzzf.follow_history(candidates, history, batch)
                cities[city.name[:2] + "0000"].append(
                    shown(fzzf.recommend(candidates, batch, exclusions))
                )

    # 2. Each province decides on whom its cities recommend.
    centre = begin("centre")
    provinces = []
    for province, decided in cities.items():
        candidates = begin("province", province)
        for city_document in reversed(decided):
            fzzf.take_recommended(candidates, city_document)
        provinces.append(shown(fzzf.recommend(candidates, batch, exclusions)))

    # 3. The centre decides, and names.
    for document in reversed(provinces):
        fzzf.take_recommended(centre, document)
    decision = shown(fzzf.recommend(centre, batch, exclusions))
    register = fzzf.read_record("register.xml")
    fzzf.enter_named(register, decision, batch, "演示命名机关（虚构）",
                     "2026-10-28")
    shown(register)

    # 4. Later: reports, a return visit, a revocation.
    for part in ("report", "visit", "revocation", "practice"):
        with open(f"later-{part}s.csv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                register.add(part, **{k: v or None for k, v in row.items()})
    shown(register)
    for day in ("2027-01-25", "2027-03-01"):
        shown(fzzf.standing(register, day))


if __name__ == "__main__":
    try:
        main()
    except fzzf.FzzfError as error:
        sys.exit(str(error))
