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

    def test_keeps_a_ledger(self) -> None:
        trust = package.Trust(self.path("county.pub"))
        ledger = fzzf.Record("ledger", receiver="3301")
        for sequence, verdict in ((3, "accepted"), (3, "rejected"),
                                  (4, "accepted")):
            receipt = package.receive(
                self.signed(sequence=sequence), "3301", "city", "2026-10-08",
                trust, ledger=ledger,
            )
            self.assertEqual(receipt.verdict, verdict)
            if verdict == "accepted":
                package.note_receipt(ledger, receipt)
            else:
                self.raised(fzzf.FzzfError, package.note_receipt, ledger,
                            receipt)
        self.assertEqual(package.last_number(ledger, "b", "330106"), 4)
        self.assertEqual(package.last_number(ledger, "c", "330106"), 0)
        self.assertEqual(len(ledger["received"]), 1)

    def sign_elsewhere(self, message: bytes) -> bytes:
        """A device: openssl, which knows nothing of packages."""
        self.path("message").write_bytes(message)
        self.openssl("dgst", "-sm3", "-sigopt", "distid:1234567812345678",
                     "-sign", "county.pem", "-out", "signature", "message")
        return self.path("signature").read_bytes()

    def test_a_device_signs_and_verifies(self) -> None:
        made = package.open_package(self.signed("thief"))
        key = package.open_package(self.signed()).signatures[0].key
        bytes_ = made.sign("device", package.Signer("sm2-sm3", key,
                                                    self.sign_elsewhere))
        held = package.open_package(bytes_)
        held.verify(package.Trust(self.path("county.pub")))
        self.assertEqual([each.status for each in held.signatures],
                         ["unknown", "good"])
        asked: list[tuple[bytes, bytes]] = []

        def verify(message: bytes, signature: bytes) -> bool:
            asked.append((message, signature))
            return signature == self.path("signature").read_bytes()

        trust = package.Trust(package.Verifier("sm2-sm3", key, "device",
                                               verify, "2026-01-01"))
        held.verify(trust, "2026-10-08")
        self.assertEqual(held.signatures[1].label, "device")
        self.assertEqual(asked[0][0], self.path("message").read_bytes())
        self.raised(fzzf.SignatureError, held.verify, trust, "2025-10-08")
        self.path("signature").write_bytes(b"another")
        self.raised(fzzf.SignatureError, held.verify, trust, "2026-10-08")

    def test_what_a_device_raises_goes_through(self) -> None:
        held = package.open_package(self.signed())
        key = held.signatures[0].key

        def fail(*_: bytes) -> bytes:
            raise ZeroDivisionError

        for sign, error in (
            (fail, ZeroDivisionError),
            (lambda message: "text", TypeError),
            (lambda message: bytes(1025), ValueError),
            (lambda message: b"", fzzf.SignatureError),
            (None, TypeError),
        ):
            self.raised(error, held.sign, "x",
                        package.Signer("sm2-sm3", key, sign))
        trust = package.Trust(package.Verifier("sm2-sm3", key, "d", fail))
        self.raised(ZeroDivisionError, held.verify, trust)
        self.raised(TypeError, trust.add_verifier, None)
        self.raised(TypeError, trust.add_verifier,
                    package.Verifier("sm2-sm3", key, "d", None))
        self.raised(ValueError, held.sign, "x",
                    package.Signer("md5", key, self.sign_elsewhere))
