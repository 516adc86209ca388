# SPDX-License-Identifier: Apache-2.0
"""Packages through Python: from county to city, and attacked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import fzzf
from fzzf import package
from support import CASES, Test

UNIT = CASES / "xml" / "valid" / "declaration-full.xml"


@unittest.skipUnless(shutil.which("openssl"), "openssl is not there")
class Packages(Test):
    folder: tempfile.TemporaryDirectory[str]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        for name in ("county", "thief"):
            cls.openssl("genpkey", "-algorithm", "SM2", "-out", f"{name}.pem")
            cls.openssl("pkey", "-in", f"{name}.pem", "-pubout", "-out",
                        f"{name}.pub")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    @classmethod
    def openssl(cls, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=cls.folder.name,
                       check=True, stderr=subprocess.DEVNULL)

    def path(self, name: str) -> Path:
        return Path(self.folder.name) / name

    def signed(self, key: str = "county", sequence: int = 1) -> bytes:
        packing = package.Packing("b", sequence, "330106", "county",
                                  "2026-09-30")
        found = packing.add("declaration.xml", UNIT)
        self.assertEqual([each.code for each in found], [4011])
        packing.add("evidence/a.txt", b"hello", "evidence")
        with package.open_package(packing.to_bytes()) as made:
            return made.sign("county", package.read_key(
                self.path(f"{key}.pem")))

    def test_tells_who_signed_what(self) -> None:
        held = package.open_package(self.signed())
        self.raised(fzzf.SignatureError, held.read, "declaration.xml")
        self.assertEqual(held.signatures[0].status, "unchecked")
        held.verify(package.Trust(self.path("county.pub")))
        one, = held.signatures
        self.assertEqual(
            (one.name, one.algorithm, one.status, one.covered),
            ("county", "sm2-sm3", "good", 2),
        )
        self.assertEqual(held.read("declaration.xml"), UNIT.read_bytes())
        self.assertEqual(held.read("evidence/a.txt"), b"hello")
        self.raised(KeyError, held.read, "b")

    def test_trusts_nobody_unasked(self) -> None:
        held = package.open_package(self.signed("thief"))
        for trust in (package.Trust(),
                      package.Trust(self.path("county.pub"))):
            self.raised(fzzf.SignatureError, held.verify, trust)
            self.raised(fzzf.SignatureError, held.read, "declaration.xml")

    def test_a_forged_hint_does_not_help(self) -> None:
        """The thief's signature names the county's key."""
        true = package.open_package(self.signed()).signatures[0].key
        theirs = package.open_package(self.signed("thief"))
        forged = self.signed("thief").replace(
            theirs.signatures[0].key.encode(), true.encode()
        )
        # The checksum of the entry no longer fits.
        self.raised(fzzf.InvalidDocument, package.open_package, forged)

    def test_sees_a_replay(self) -> None:
        trust = package.Trust(self.path("county.pub"))
        held = package.open_package(self.signed(sequence=3))
        held.verify(trust, last=2)
        self.raised(fzzf.SignatureError, lambda: held.verify(trust, last=3))

    def test_merges_and_splits(self) -> None:
        trust = package.Trust(self.path("county.pub"))
        source = self.signed()
        county = package.open_package(source)
        city = package.Packing("b", 1, "3301", "city", "2026-10-08")
        self.raised(fzzf.SignatureError, city.merge, county)
        city = package.Packing("b", 1, "3301", "city", "2026-10-08")
        county.verify(trust)
        city.merge(county)
        merged = package.open_package(city.to_bytes(), unsigned=True)
        name = "packages/330106-1.fzzf"
        self.assertEqual(merged.read(name), source)
        merged.nested(name).verify(trust)
        with tempfile.TemporaryDirectory() as folder:
            merged.split(folder)
            self.assertEqual(os.listdir(folder), ["330106-1.fzzf"])
            self.raised(fzzf.InputOutputError, merged.split, folder)

    def test_both_sides_compare_the_receipt(self) -> None:
        trust = package.Trust(self.path("county.pub"))
        sent = self.signed()
        receipt = package.receive(sent, "3301", "city", "2026-10-08", trust)
        self.assertEqual(receipt.verdict, "accepted")
        self.assertIn(6043, [each.code for each in receipt.findings])
        package.compare(receipt, sent)
        self.raised(fzzf.InvalidReference, package.compare, receipt, sent[1:])
        bad = package.receive(sent[:-1], "3301", "city", "2026-10-08", trust)
        self.assertEqual(bad.verdict, "rejected")
        self.raised(fzzf.InvalidDocument, package.compare, bad, sent[:-1])
