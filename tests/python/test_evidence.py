# SPDX-License-Identifier: Apache-2.0
"""Evidence of a county, its files, and what units share."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Iterator

import fzzf
from support import Test

SYSTEM = b"""<system xmlns="urn:fzzf:1" id="s" edition="1" title="t">
  <indicator id="1" title="a"/>
</system>"""

#: The digest of "abc" in FIPS 180-4.
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def declaration(unit: str, *evidence: str) -> fzzf.Declaration:
    return fzzf.read_declaration(f"""<declaration xmlns="urn:fzzf:1"
        id="d{unit}" system="s" type="comprehensive"><unit code="{unit}"
        name="n" level="county"/><assessment assessor="self"><indicator id="1">
        {"".join(evidence)}</indicator></assessment></declaration>""".encode())


def piece(id: str, digest: str) -> str:
    return f'<evidence id="{id}" kind="document" sha256="{digest}"/>'


class Evidence(Test):
    def test_files(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "sub").mkdir()
            (Path(folder) / "sub" / "z.txt").write_bytes(b"")
            (Path(folder) / "a.txt").write_bytes(b"abc")
            (Path(folder) / ".hidden").write_bytes(b"")
            (Path(folder) / "link").symlink_to("a.txt")
            files = fzzf.inventory(folder)
        self.assertEqual(
            [(f.name, f.size) for f in files["file"]],
            [("a.txt", "3"), ("sub/z.txt", "0")],
        )
        self.assertEqual(files["file"][0].checksum, ABC)
        check = fzzf.Record("evidence-check", id="c", batch="b")
        batch = fzzf.Record("batch", id="b", title="t", system="s")
        batch.add("evidence", least="2")
        unit = declaration("990101", piece("a", ABC), piece("b", ABC))
        found = fzzf.check_evidence(
            check, batch, fzzf.read_system(SYSTEM), unit, files
        )
        self.assertEqual(found, ())
        self.assertEqual(
            [n.code for n in check["unit"][0]["notice"]],
            ["no-file", "duplicate", "too-few"],
        )
        with self.assertRaises(fzzf.InvalidReference):
            fzzf.check_evidence(check, batch, fzzf.read_system(SYSTEM), unit)
        with self.assertRaises(fzzf.InputOutputError):
            fzzf.inventory("/nonexistent/folder")

    def test_duplicates_by_brute_force(self) -> None:
        rng = random.Random(11)
        digests = [f"{rng.getrandbits(256):064x}" for _ in range(60)]
        held = {
            str(990101 + i): [rng.choice(digests) for _ in range(6)]
            for i in range(40)
        }
        wanted = {
            digest: sum(digest in own for own in held.values())
            for digest in digests
        }

        def units() -> Iterator[fzzf.Declaration]:
            for unit, own in held.items():
                yield declaration(
                    unit, *(piece(f"e{i}", d) for i, d in enumerate(own))
                )

        found = fzzf.find_duplicates(units())
        self.assertEqual(
            {g.key: int(g.units or 0) for g in found["group"]},
            {digest: n for digest, n in wanted.items() if n > 1},
        )
        self.assertEqual(found.pieces, "240")
        with self.assertRaises(TypeError):
            fzzf.find_duplicates([None])  # type: ignore[list-item]
