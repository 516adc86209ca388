# SPDX-License-Identifier: Apache-2.0
"""The exported folder, read back by parsers of Python's own."""

from __future__ import annotations

import csv
import hashlib
import io
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import fzzf
from support import SYSTEM, Test

NASTY = "&lt;script&gt;&quot;'&amp;甲"
TEXT = "<script>\"'&甲"


def _declaration(evidence: str, measures: str = NASTY) -> fzzf.Declaration:
    return fzzf.read_declaration(
        f"""<declaration xmlns="urn:fzzf:1" id="d" system="small"
            type="comprehensive">
        <unit code="990001" name="{NASTY}" level="county"/>
        <report><measures>{measures}</measures><results>一</results>
        <highlights>二</highlights></report>
        <assessment assessor="self"><indicator id="1.1">{evidence}</indicator>
        </assessment></declaration>""".encode()
    )


class Pages(HTMLParser):
    """Collects text and links, and sees that elements nest."""

    VOID = {"meta", "link"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.links: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag, attributes):  # type: ignore
        self.seen.append(tag)
        self.links += [v for k, v in attributes if k in ("href", "src")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.handle_starttag(tag, attrs)  # a void element of a page in XML

    def handle_endtag(self, tag):  # type: ignore
        assert self.open.pop() == tag, tag

    def handle_data(self, data):  # type: ignore
        self.text += data


class Export(Test):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.out = self.folder / "out"
        self.files = self.folder / "files"
        self.files.mkdir()
        self.system = fzzf.read_system(SYSTEM)

    def export(self, declaration: fzzf.Declaration) -> list[int]:
        found = fzzf.export_report(
            declaration, self.system, self.out, evidence=self.files
        )
        return [each.code for each in found]

    def test_copies_files_and_lists_them(self) -> None:
        (self.files / "e1.PDF").write_bytes(b"one")
        (self.files / "sub").mkdir()
        (self.files / "sub" / "b.txt").write_bytes(b"two")
        digest = hashlib.sha256(b"one").hexdigest()
        codes = self.export(
            _declaration(
                f"""<evidence id="e1" kind="document" title="{NASTY}"
                sha256="{digest.upper()}"/>
                <evidence id="e2" kind="news" href="sub/b.txt" title="=1+1"/>
                <evidence id="e3" kind="news"
                 href="javascript:alert(1)" title="坏"/>
                <evidence id="e4" kind="news" href="https://example.org/?a&amp;b"
                 title="好" sha256="{digest}"/>"""
            )
        )
        self.assertEqual(codes, [5033])  # the file of e4
        made = self.out / "materials" / "001-1.1"
        self.assertEqual((made / "e1.PDF").read_bytes(), b"one")
        self.assertEqual((made / "e2.txt").read_bytes(), b"two")
        rows = list(
            csv.reader(
                io.StringIO((made / "index.csv").read_text("utf-8-sig"))
            )
        )
        self.assertEqual(rows[1][4], TEXT)
        self.assertEqual(rows[2][4], "'=1+1")
        self.assertEqual([row[9] for row in rows[1:]],
                         ["e1.PDF", "e2.txt", "", ""])
        (indicator,) = ElementTree.parse(made / "index.xml").getroot()
        self.assertEqual(indicator[0].get("title"), TEXT)
        self.assertEqual(indicator[0].get("sha256"), digest)
        whole = ElementTree.parse(self.out / "index.xml").getroot()
        self.assertEqual(
            [each.get("id") for each in whole], ["1.1", "1.2", "2"]
        )
        page = Pages()
        page.feed((made / "index.html").read_text("utf-8"))
        self.assertEqual(page.open, [])
        self.assertIn(TEXT, page.text)
        self.assertNotIn("script", page.seen)
        self.assertIn("https://example.org/?a&b", page.links)
        self.assertNotIn("javascript:alert(1)", page.links)
        self.assertFalse((self.folder / "out.part").exists())

    def test_writes_the_report_for_people_and_for_pasting(self) -> None:
        self.export(_declaration(""))
        page = Pages()
        page.feed((self.out / "index.html").read_text("utf-8"))
        self.assertEqual(page.open, [])
        self.assertEqual(page.seen.count("h1"), 1)
        for link in page.links:
            if link and not link.startswith("#"):
                self.assertTrue((self.out / link).exists(), link)
        self.assertEqual(
            (self.out / "report" / "measures.txt").read_text("utf-8"),
            TEXT + "\n",
        )
        self.assertIn(TEXT, (self.out / "report.txt").read_text("utf-8"))

    def test_gives_the_same_bytes_again(self) -> None:
        declaration = _declaration("<evidence id='e1' kind='brief'/>")
        self.export(declaration)
        first = {
            path.relative_to(self.out): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file()
        }
        again = self.folder / "again"
        fzzf.export_report(declaration, self.system, again)
        second = {
            path.relative_to(again): path.read_bytes()
            for path in again.rglob("*")
            if path.is_file()
        }
        self.assertEqual(first, second)

    def refused(self, evidence: str, *codes: int) -> None:
        with self.assertRaises(fzzf.InvalidDocument) as caught:
            self.export(_declaration(evidence))
        self.assertEqual(
            tuple(each.code for each in caught.exception.findings), codes
        )
        self.assertEqual(list(self.folder.glob("out*")), [])

    def test_refuses_what_is_classified(self) -> None:
        for level in ("confidential", "secret", "top-secret"):
            self.refused(
                f"<evidence id='e' kind='brief' secrecy='{level}'/>", 5030
            )

    def test_refuses_a_file_that_was_altered(self) -> None:
        (self.files / "e1.pdf").write_bytes(b"other")
        digest = hashlib.sha256(b"one").hexdigest()
        self.refused(
            f"<evidence id='e1' kind='brief' sha256='{digest}'/>", 5031
        )

    def test_refuses_two_files_of_one_name(self) -> None:
        (self.files / "e1.pdf").write_bytes(b"a")
        (self.files / "e1.jpg").write_bytes(b"b")
        self.refused("<evidence id='e1' kind='brief'/>", 5032)

    def test_follows_no_path_or_link_out_of_the_folder(self) -> None:
        (self.folder / "outside.txt").write_bytes(b"no")
        (self.files / "e2.txt").symlink_to(self.folder / "outside.txt")
        (self.files / "down").symlink_to(self.folder)
        self.export(
            _declaration(
                """<evidence id="e1" kind="brief" href="../outside.txt"/>
                <evidence id="e2" kind="brief"/>
                <evidence id="e3" kind="brief" href="down/outside.txt"/>"""
            )
        )
        made = self.out / "materials" / "001-1.1"
        self.assertEqual(
            sorted(path.name for path in made.iterdir()),
            ["index.csv", "index.html", "index.xml"],
        )

    def test_refuses_personal_data(self) -> None:
        with self.assertRaises(fzzf.InvalidDocument) as caught:
            self.export(_declaration("", "张某 11010519491231002X"))
        self.assertEqual(
            [found.code for found in caught.exception.findings], [2100]
        )
        self.assertFalse(self.out.exists())

    def test_keeps_what_is_there(self) -> None:
        self.out.mkdir()
        with self.assertRaises(fzzf.InputOutputError):
            self.export(_declaration(""))
        self.assertEqual(list(self.out.iterdir()), [])
