# SPDX-License-Identifier: Apache-2.0
"""Record documents: building, changing, reading and writing."""

from __future__ import annotations

import keyword

import fzzf
from support import Test

BATCH = """<?xml version="1.0" encoding="UTF-8"?>
<batch xmlns="urn:fzzf:1" id="b1" title="第一批" system="s" from="2019-07">
  <source confidence="seen" of="from">意见</source>
  <phase id="p" kind="survey" title="测评" order="1"/>
  <phase id="q" kind="publicity" title="公示" order="2" from="2020-06-19"/>
</batch>
"""


class Records(Test):
    def build(self) -> fzzf.Record:
        batch = fzzf.Record("batch", id="b1", title="第一批", system="s")
        batch.from_ = "2019-07"
        source = batch.add("source", confidence="seen", of="from")
        source.content = "意见"
        batch.add("phase", id="p", kind="survey", title="测评", order="1")
        batch.add("phase", id="q", kind="publicity", title="公示", order="2",
                  from_="2020-06-19")
        return batch

    def test_is_written_as_it_is_read(self) -> None:
        self.assertEqual(self.build().to_xml(), BATCH.encode())
        read = fzzf.read_record(BATCH.encode())
        self.assertEqual(read.to_xml(), BATCH.encode())

    def test_tells_fields_parts_and_texts(self) -> None:
        batch = fzzf.read_record(BATCH.encode(), name="b.xml")
        self.assertEqual(batch.element.name, "batch")
        self.assertEqual(batch.from_, "2019-07")
        self.assertIsNone(batch.publicity_days)
        self.assertEqual([p.kind for p in batch["phase"]],
                         ["survey", "publicity"])
        self.assertEqual(batch["quota"], ())
        self.assertEqual(batch["source"][0].content, "意见")
        self.assertIsNone(batch.content)
        self.assertEqual(batch["phase"][1].place, ("b.xml", 5, 3))
        self.assertEqual([each.element.name for each in batch],
                         ["source", "phase", "phase"])
        self.assertEqual(len(batch), 3)
        self.assertTrue(batch["phase"][0])
        self.assertEqual(batch["phase"][0], batch["phase"][0])
        self.assertNotEqual(batch["phase"][0], batch["phase"][1])

    def test_names_the_nearest_of_what_is_misspelt(self) -> None:
        batch = self.build()
        for call, error in (
            (lambda: batch.publicty_days, AttributeError),
            (lambda: setattr(batch, "publicty_days", "7"), AttributeError),
            (lambda: batch.add("phase", knid="survey"), AttributeError),
            (lambda: batch["phse"], KeyError),
            (lambda: batch.add("phse"), KeyError),
            (lambda: fzzf.Record("bacth"), ValueError),
        ):
            self.assertIn("nearest is", str(self.raised(error, call)))
        self.assertEqual(len(batch["phase"]), 2)

    def test_refuses_what_has_not_its_form(self) -> None:
        batch = self.build()
        error = self.raised(
            fzzf.InvalidDocument, setattr, batch, "publicity_days", "seven"
        )
        self.assertEqual(error.findings[0].code, 2062)
        self.raised(fzzf.InvalidDocument, batch.add, "quota", type="both")
        self.assertEqual(batch["quota"], ())
        self.raised(TypeError, setattr, batch, "title", 1)
        self.raised(AttributeError, setattr, batch, "element", "x")
        self.raised(fzzf.InvalidDocument, setattr, batch, "content", "x")
        self.assertEqual(batch.to_xml(), BATCH.encode())

    def test_checks_the_whole(self) -> None:
        batch = self.build()
        batch["phase"][1].id = "p"
        del batch.title
        error = self.raised(fzzf.InvalidDocument, batch.check)
        self.assertEqual([f.code for f in error.findings], [2013, 2065])
        self.raised(fzzf.InvalidDocument, batch.to_xml)

    def test_takes_records_out(self) -> None:
        batch = self.build()
        batch.remove("phase", -2)
        self.assertEqual([p.id for p in batch["phase"]], ["q"])
        self.raised(IndexError, batch.remove, "phase", 1)

    def test_has_a_digest_until_it_is_changed(self) -> None:
        batch = fzzf.read_record(BATCH.encode())
        self.assertEqual(len(batch.digest or ""), 64)
        batch["phase"][0].title = "满意度"
        self.assertIsNone(batch.digest)

    def test_is_closed_with_all_inside(self) -> None:
        with self.build() as batch:
            phase = batch["phase"][0]
        self.assertTrue(phase.closed)
        self.raised(fzzf.ClosedError, lambda: phase.title)
        self.raised(fzzf.ClosedError, lambda: batch["phase"])

    def test_of_every_kind_can_be_written_in_python(self) -> None:
        def names(kind: fzzf.RecordKind) -> list[str]:
            own = [field.name.replace("-", "_") for field in kind.fields]
            for part in kind.parts:
                own += names(part.kind)
            return own

        members = set(dir(fzzf.Record))
        for kind in fzzf.record_kinds():
            for name in names(kind):
                if not keyword.iskeyword(name):
                    self.assertNotIn(name, members, kind.name)
