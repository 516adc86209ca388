# SPDX-License-Identifier: Apache-2.0
"""Where documents come from, and what is said of bad ones."""

from __future__ import annotations

import io
import os
import pickle
import signal
import tempfile
import time
from pathlib import Path
from typing import Any

import fzzf
from support import CONTRACT, SYSTEM, Test, batch, declaration_xml


class Slow(io.RawIOBase):
    """A stream that gives few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self.rest = content

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        given, self.rest = self.rest[:7], self.rest[7:]
        return given


class Reader:
    """Something with a read method of any kind."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def read(self, size: int) -> Any:
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Sources(Test):
    def test_reads_paths_bytes_and_files_alike(self) -> None:
        whole = fzzf.read_system(SYSTEM).to_xml()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "体系.xml")
            Path(path).write_bytes(SYSTEM)
            with open(path, "rb") as file:
                sources = (
                    path,
                    Path(path),
                    bytearray(SYSTEM),
                    memoryview(SYSTEM),
                    io.BytesIO(SYSTEM),
                    Slow(SYSTEM),
                    file,
                )
                for source in sources:
                    with self.subTest(source=type(source).__name__):
                        read = fzzf.read_system(source)  # type: ignore
                        self.assertEqual(read.to_xml(), whole)

    def test_raises_what_python_raises_for_files(self) -> None:
        missing = self.raised(FileNotFoundError, fzzf.read_system, "no.xml")
        self.assertEqual(missing.filename, "no.xml")
        self.raised(FileNotFoundError, fzzf.read_contract, Path("no.xml"))
        self.raised(FileNotFoundError, fzzf.read_declarations, "no.xml")
        folder = os.path.dirname(__file__)
        self.raised(IsADirectoryError, fzzf.read_system, folder)
        self.raised(ValueError, fzzf.read_system, "a\0b")

    def test_refuses_what_is_no_source(self) -> None:
        for source in (None, 7, 1.5, [], {}, object(), io.BytesIO, True):
            with self.subTest(source=source):
                self.raised(TypeError, fzzf.read_system, source)
        error = self.raised(TypeError, fzzf.read_system, io.StringIO("<x/>"))
        self.assertIn("binary", str(error))
        self.raised(TypeError, fzzf.read_system)
        self.raised(TypeError, fzzf.read_system, SYSTEM, "name")
        self.raised(TypeError, fzzf.read_system, SYSTEM, name=1)
        self.raised(TypeError, fzzf.read_system, SYSTEM, nmae="x")

    def test_hands_on_what_the_file_raises(self) -> None:
        boom = ZeroDivisionError("boom")
        self.assertIs(
            self.raised(ZeroDivisionError, fzzf.read_system, Reader(boom)), boom
        )
        self.raised(TypeError, fzzf.read_system, Reader("text"))
        self.raised(TypeError, fzzf.read_system, Reader(None))
        self.raised(ValueError, fzzf.read_system, Reader(bytes(10_000_000)))

    def test_tells_what_kind_a_document_is(self) -> None:
        self.assertIs(fzzf.sniff(SYSTEM), fzzf.DocumentKind.SYSTEM)
        self.assertEqual(fzzf.sniff(CONTRACT), "contract")
        self.assertEqual(fzzf.sniff(declaration_xml()), "declaration")
        self.assertEqual(fzzf.sniff(batch()), "declarations")
        self.raised(fzzf.InvalidDocument, fzzf.sniff, b"<html/>")

    def test_holds_limits(self) -> None:
        limits = fzzf.Limits(depth=2)
        error = self.raised(
            fzzf.LimitExceeded, fzzf.read_system, SYSTEM, limits=limits
        )
        self.assertIn("2", error.findings[0].arguments)
        fzzf.read_system(SYSTEM, limits=fzzf.Limits(depth=64))
        self.raised(TypeError, fzzf.read_system, SYSTEM, limits=3)
        self.raised(TypeError, fzzf.Limits, dpeth=2)
        for bad, kind in ((-1, OverflowError), ("2", TypeError)):
            wrong = fzzf.Limits(depth=bad)  # type: ignore[arg-type]
            self.raised(kind, fzzf.read_system, SYSTEM, limits=wrong)


class Batches(Test):
    def setUp(self) -> None:
        self.good = [declaration_xml(f"d{i}") for i in range(3)]

    def test_reads_all(self) -> None:
        read = fzzf.read_declarations(batch(*self.good))
        self.assertEqual([each.id for each in read], ["d0", "d1", "d2"])
        self.assertEqual(len(fzzf.read_declarations(self.good[0])), 1)

    def test_goes_on_after_a_bad_one(self) -> None:
        self.good.insert(1, declaration_xml("bad", late="1").replace(
            b'level="county"', b'level="village"'))
        seen: list[str] = []
        error = self.raised(
            fzzf.InvalidDocument,
            fzzf.each_declaration,
            batch(*self.good),
            lambda each: seen.append(each.id),
            name="round",
        )
        self.assertEqual(seen, ["d0", "d1", "d2"])
        self.assertEqual(error.findings[0].file, "round")
        self.assertIn("village", error.findings[0].arguments)

    def test_stops_when_the_callback_says_so(self) -> None:
        seen: list[str] = []

        def each(declaration: fzzf.Declaration) -> bool:
            seen.append(declaration.id)
            return len(seen) == 2

        self.raised(
            fzzf.Cancelled, fzzf.each_declaration, batch(*self.good), each
        )
        self.assertEqual(seen, ["d0", "d1"])

    def test_hands_on_what_the_callback_raises(self) -> None:
        def each(declaration: fzzf.Declaration) -> None:
            raise KeyError(declaration.id)

        error = self.raised(
            KeyError, fzzf.each_declaration, batch(*self.good), each
        )
        self.assertEqual(error.args, ("d0",))
        self.raised(TypeError, fzzf.each_declaration, batch(), None)


class Progress(Test):
    """Three units of 100 kB each, so that there are several pieces."""

    def setUp(self) -> None:
        self.text = batch(
            *(declaration_xml(f"d{i}") + b" " * 100_000 for i in range(3))
        )

    def test_is_told_while_others_run(self) -> None:
        told: list[int] = []
        read = fzzf.read_declarations(self.text, progress=told.append)
        self.assertEqual(len(read), 3)
        self.assertEqual(told, sorted(set(told)))
        self.assertEqual(told[-1], len(self.text))
        self.assertLessEqual(told[0], 64 * 1024)

    def test_cancels_by_its_answer(self) -> None:
        told: list[int] = []

        def progress(count: int) -> bool:
            told.append(count)
            return count > 150_000

        seen: list[str] = []
        self.raised(
            fzzf.Cancelled,
            fzzf.each_declaration,
            self.text,
            lambda each: seen.append(each.id),
            progress=progress,
        )
        self.assertEqual(seen, ["d0", "d1"])
        self.assertLessEqual(told[-1], 150_000 + 64 * 1024)
        # Cancelling leaves nothing behind: the next reading is whole.
        self.assertEqual(len(fzzf.read_declarations(self.text)), 3)

    def test_what_it_raises_cancels_and_is_raised(self) -> None:
        def progress(count: int) -> None:
            raise KeyError(count)

        for source in (self.text, io.BytesIO(self.text)):
            error = self.raised(
                KeyError, fzzf.read_declarations, source, progress=progress
            )
            self.assertEqual(len(error.args), 1)
        self.raised(
            TypeError, fzzf.read_declarations, self.text, progress=1
        )

    def test_a_signal_ends_a_long_reading(self) -> None:
        def interrupt(number: int, frame: object) -> None:
            raise KeyboardInterrupt

        old = signal.signal(signal.SIGALRM, interrupt)
        self.addCleanup(signal.signal, signal.SIGALRM, old)

        text = b"<a>" + b"<b/>\n" * 1_000_000 + b"</a>"
        begun = time.monotonic()
        fzzf.inspect(text)
        whole = time.monotonic() - begun
        signal.setitimer(signal.ITIMER_REAL, whole / 20)
        self.addCleanup(signal.setitimer, signal.ITIMER_REAL, 0)
        begun = time.monotonic()
        with self.assertRaises(KeyboardInterrupt):
            fzzf.inspect(text)
        self.assertLess(time.monotonic() - begun, whole / 2)


class Errors(Test):
    def test_carry_findings_with_place_and_sentence(self) -> None:
        text = b'<system xmlns="urn:fzzf:1" id="a" edition="1"\n titel="x"/>'
        error = self.raised(
            fzzf.InvalidDocument, fzzf.read_system, text, name="a.xml"
        )
        self.assertIsInstance(error, fzzf.FzzfError)
        self.assertIsInstance(error, ValueError)
        self.assertGreaterEqual(len(error.findings), 2)
        first = error.findings[0]
        self.assertIs(first.severity, fzzf.Severity.ERROR)
        self.assertEqual(first.file, "a.xml")
        self.assertIsInstance(first.line, int)
        self.assertGreaterEqual(first.code, 2000)
        self.assertIn("titel", first.arguments)
        self.assertIn("titel", first.en)
        self.assertIn("titel", first.zh)
        self.assertIn("a.xml:", str(error))
        self.assertIn(first.en, str(error))
        self.raised(AttributeError, getattr, first, "sentence")
        self.raised(AttributeError, setattr, first, "code", 1)
        self.raised(AttributeError, setattr, first, "sentence", "x")

    def test_tell_the_kinds_apart(self) -> None:
        broken = SYSTEM[:-20]
        self.raised(fzzf.InvalidSyntax, fzzf.read_system, broken)
        self.raised(fzzf.InvalidSyntax, fzzf.read_system, b"<!DOCTYPE a><a/>")
        self.raised(fzzf.InvalidDocument, fzzf.read_system, CONTRACT)
        self.raised(fzzf.InvalidDocument, fzzf.read_contract, SYSTEM)

    def test_survive_pickling(self) -> None:
        error = self.raised(fzzf.InvalidDocument, fzzf.read_contract, SYSTEM)
        again = pickle.loads(pickle.dumps(error))
        self.assertIs(type(again), fzzf.InvalidDocument)
        self.assertEqual(again.findings, error.findings)
        self.assertEqual(str(again), str(error))

    def test_keep_at_most_200_findings_and_count_the_rest(self) -> None:
        many = b"<x/>" * 300
        text = SYSTEM.replace(b"</system>", many + b"</system>")
        error = self.raised(fzzf.InvalidDocument, fzzf.read_system, text)
        self.assertEqual(len(error.findings), 200)
        self.assertGreaterEqual(error.dropped, 100)
        self.assertIn(f"and {error.dropped} more", str(error))
