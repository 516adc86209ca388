#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""From the counties' declarations to the naming, as run.sh tells it.

Runs in the folder of its documents and prints the same, byte for byte, though
it takes every input in the opposite order. Keys are made by openssl.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import fzzf
from fzzf import package

CITIES = ("980100", "980200", "990100", "990200")
PROVINCES = ("980000", "990000")
OFFICE = "演示命名机关（虚构）"
SINGLE = "../../data/single-item/system.xml"


def show(document: fzzf.Record) -> fzzf.Record:
    sys.stdout.buffer.write(document.to_xml())
    return document


def say(words: str) -> None:
    sys.stdout.buffer.write(f"<!-- {words} -->\n".encode())


def add_rows(record: fzzf.Record, part: str, file: str) -> None:
    with open(file, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            record.add(part, **{
                name.replace("-", "_"): value or None
                for name, value in row.items()
            })


class Post:
    """Signed packages on their way, and the keys of who sent them."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.sent: dict[str, bytes] = {}

    def key(self, unit: str, half: str) -> Path:
        return self.folder / f"{unit}.{half}"

    def make_key(self, unit: str) -> None:
        private = str(self.key(unit, "pem"))
        subprocess.run(
            ["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt",
             "ec_paramgen_curve:P-256", "-out", private],
            check=True, stderr=subprocess.DEVNULL,
        )
        subprocess.run(
            ["openssl", "pkey", "-in", private, "-pubout", "-out",
             str(self.key(unit, "pub"))], check=True,
        )

    def sign(self, unit: str, name: str, packing: package.Packing) -> None:
        key = package.read_key(self.key(unit, "pem"))
        made = package.open_package(packing.to_bytes())
        self.sent[name] = made.sign(unit, key)

    def send(
        self, unit: str, level: str, day: str, documents: dict[str, bytes]
    ) -> None:
        self.make_key(unit)
        packing = package.Packing("demo", 1, unit, level, day)
        for name, content in documents.items():
            packing.add(name, content)
        self.sign(unit, unit, packing)

    def trust(self, *units: str) -> package.Trust:
        return package.Trust(*(self.key(unit, "pub") for unit in units))

    def forward(self, city: str) -> None:
        counties = counties_of(city)
        packing = package.Packing("demo", 2, city, "city", "2025-04-01")
        for county in counties:
            came = package.open_package(self.sent[county])
            came.verify(self.trust(*counties))
            packing.merge(came)
        self.sign(city, f"{city}-counties", packing)

    def take(self, unit: str) -> list[bytes]:
        came = package.open_package(self.sent[unit])
        came.verify(self.trust(unit))
        say(f"{unit}: signature good")
        return [came.read(entry.name) for entry in came.manifest.entries]

    def verify(self, city: str) -> None:
        trust = self.trust(city, *counties_of(city))
        came = package.open_package(self.sent[f"{city}-counties"])
        came.verify(trust)
        for entry in came.manifest.entries:
            came.nested(entry.name).verify(trust)
        say(f"{city} and its counties: signatures good")


def counties_of(city: str) -> list[str]:
    return [f"{city[:4]}2{county}" for county in (1, 2, 3)]


class Batch:
    def __init__(self, post: Post) -> None:
        self.post = post
        self.batch = fzzf.read_record("batch.xml")
        self.exclusions = fzzf.read_record("exclusions.xml")
        self.events = fzzf.read_record("history.xml")
        self.history = self.events
        contract = fzzf.read_contract("contract.xml")
        systems = [fzzf.read_system(file) for file in ("system.xml", SINGLE)]
        self.plans = {
            system.id: fzzf.Plan(system, contract) for system in systems
        }

    def begin(self, level: str, unit: str | None, day: str) -> fzzf.Record:
        return fzzf.Record("recommendation", id=unit or level, batch="demo",
                           level=level, unit=unit, day=day)

    def decide(self, candidates: fzzf.Record) -> fzzf.Record:
        return show(fzzf.recommend(candidates, self.batch, self.exclusions))

    def note(self, decision: fzzf.Record, by: str) -> None:
        """The body's decision writes its own events into the history."""
        self.history = fzzf.merge_histories(
            self.history, fzzf.history_of_decision(decision, by)
        )

    def city(self, city: str, came: list[bytes]) -> fzzf.Record:
        own = Path("declarations", city, f"{city}.xml")
        if own.exists():
            came.append(own.read_bytes())
        candidates = self.begin("city", city, "2025-03-31")
        for content in reversed(came):
            for one in fzzf.read_declarations(content):
                result = self.plans[one.system].evaluate(one)
                fzzf.add_candidate(candidates, self.batch, result, one)
        candidates = fzzf.follow_history(candidates, self.events, self.batch)
        return self.decide(candidates)

    def above(
        self, level: str, unit: str | None, day: str, came: list[bytes]
    ) -> fzzf.Record:
        candidates = self.begin(level, unit, day)
        for content in reversed(came):
            fzzf.take_recommended(candidates, fzzf.read_record(content))
        return candidates


def centre(batch: Batch, came: list[bytes]) -> fzzf.Record:
    """What is made public, and what is decided after the objections."""
    scores = fzzf.read_record("scores.xml")
    add_rows(scores, "score", "scores.csv")

    def scored(day: str) -> fzzf.Record:
        candidates = batch.above("centre", None, day, came)
        return fzzf.score_phases(candidates, scores, batch.batch)

    batch.decide(scored("2026-08-31"))
    objections = fzzf.read_record("objections.xml")
    decision = batch.decide(fzzf.hear_objections(
        scored("2026-09-15"), objections, batch.batch
    ))
    batch.history = fzzf.merge_histories(
        batch.history, fzzf.read_record("centre-history.xml")
    )
    batch.note(decision, OFFICE)
    return decision


def main(folder: str) -> None:
    post = Post(folder)
    batch = Batch(post)

    # 1. Every county packs what it declares, signs, and sends it.
    for city in CITIES:
        for county in counties_of(city):
            file = Path("declarations", city, f"{county}.xml")
            post.send(county, "county", "2025-02-20",
                      {file.name: file.read_bytes()})

    # 2. Each city verifies, decides, and sends.
    for city in CITIES:
        came = [each for unit in counties_of(city) for each in post.take(unit)]
        decided = batch.city(city, came)
        batch.note(decided, f"{city} 依法治市办（虚构）")
        post.send(city, "city", "2025-04-01",
                  {f"{city}.xml": decided.to_xml()})
        post.forward(city)

    # 3. Each province verifies, decides on whom its cities recommend, sends.
    for province in PROVINCES:
        came = []
        for city in CITIES:
            if city[:2] == province[:2]:
                came += post.take(city)
                post.verify(city)
        decided = batch.decide(
            batch.above("province", province, "2025-05-30", came)
        )
        batch.note(decided, f"{province} 依法治省办（虚构）")
        post.send(province, "province", "2025-06-01",
                  {f"{province}.xml": decided.to_xml()})

    # 4. and 5. The centre weighs the phases and hears the objection.
    came = [each for unit in PROVINCES for each in post.take(unit)]
    decision = centre(batch, came)

    # 6. Those chosen are named.
    register = fzzf.read_record("register.xml")
    fzzf.enter_named(register, decision, batch.batch, OFFICE, "2026-10-28")
    show(register)

    # 7. Later: reports, a return visit, revocations.
    for part in ("report", "visit", "revocation", "practice"):
        add_rows(register, part, f"later-{part}s.csv")
    show(register)
    for day in ("2027-01-25", "2027-03-01"):
        show(fzzf.standing(register, day))

    # 8. The way of every declaration, to the naming and the revocation.
    history = fzzf.merge_histories(
        batch.history, fzzf.history_of_register(register, batch.batch)
    )
    show(fzzf.history_states(history, "2027-03-01", batch.batch))


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as made:
            main(made)
    except fzzf.FzzfError as error:
        sys.exit(str(error))
