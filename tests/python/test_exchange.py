# SPDX-License-Identifier: Apache-2.0
"""Manifests and receipts are read, told and written."""

from __future__ import annotations

import datetime

import fzzf
from support import TOP, Test

CASES = TOP / "tests" / "cases" / "xml" / "valid"


class Exchange(Test):
    def test_a_manifest_tells_what_it_holds(self) -> None:
        manifest = fzzf.read_manifest(CASES / "manifest.xml")
        self.assertEqual(manifest.batch, "2026-1")
        self.assertEqual(manifest.sequence, 3)
        self.assertEqual(manifest.sender, "330106")
        self.assertEqual(manifest.level, fzzf.Level.COUNTY)
        self.assertEqual(manifest.made, datetime.date(2026, 9, 30))
        self.assertEqual(
            [(each.kind, each.bytes) for each in manifest.entries],
            [("document", 1234), ("evidence", 0),
             ("package", 999999999999999999)],
        )
        again = fzzf.read_manifest(manifest.to_xml())
        self.assertEqual(again.to_dict(), manifest.to_dict())
        manifest.close()
        self.raised(fzzf.ClosedError, lambda: manifest.batch)

    def test_a_receipt_has_its_findings(self) -> None:
        receipt = fzzf.read_receipt(CASES / "receipt.xml")
        self.assertEqual(receipt.verdict, "rejected")
        self.assertEqual(receipt.receiver, "3301")
        self.assertEqual(receipt.level, fzzf.Level.CITY)
        self.assertEqual(receipt.made, datetime.date(2026, 10, 8))
        self.assertEqual(receipt.sha256, "a" * 64)
        self.assertEqual(
            [(each.code, each.path) for each in receipt.findings],
            [(1014, "declaration.xml"), (1013, None)],
        )
        again = fzzf.read_receipt(receipt.to_xml(compact=True))
        self.assertEqual(again.to_dict(), receipt.to_dict())

    def test_evidence_has_a_secrecy(self) -> None:
        declaration = fzzf.read_declaration(CASES / "declaration-full.xml")
        self.assertEqual(declaration.secrecy, fzzf.Secrecy.INTERNAL)
