# SPDX-License-Identifier: Apache-2.0
"""Closing, threads and memory."""

from __future__ import annotations

import gc
import io
import os
import pickle
import sys
import threading
import time
import unittest
import weakref
from typing import Any, Callable

import fzzf
from support import (
    CONTRACT,
    SYSTEM,
    Test,
    batch,
    built,
    declaration_xml,
    small_plan,
)


class Closing(Test):
    def test_forbids_every_use(self) -> None:
        plan = small_plan()
        declaration = built(done=True, rate="1/7", late=1)
        result = plan.evaluate(declaration)
        cohort = plan.cohort([declaration])
        gaps = fzzf.gaps(plan, result)
        documents = (
            plan.system, plan.contract, plan, declaration, result, cohort, gaps
        )
        for each in documents:
            self.assertIs(each.closed, False)
            each.close()
            each.close()
            self.assertIs(each.closed, True)
            self.assertIn("closed", repr(each))
            self.raised(fzzf.ClosedError, each.__enter__)
            for name in dir(type(each)):
                told = getattr(type(each), name)
                if name.startswith("_") or callable(told):
                    continue
                if name not in ("closed", "findings"):
                    self.raised(fzzf.ClosedError, getattr, each, name)
        uses: tuple[Callable[[], Any], ...] = (
            lambda: documents[0]["1"],
            lambda: list(documents[0]),
            lambda: "1" in documents[0],
            lambda: len(documents[0]),
            documents[0].check,
            documents[0].to_xml,
            documents[1].to_xml,
            lambda: plan.evaluate(built()),
            lambda: plan.cohort([]),
            lambda: small_plan().evaluate(declaration),
            lambda: declaration.set("1", "x", 1),
            lambda: declaration.set_state("1", "x", "missing"),
            declaration.to_xml,
            lambda: result["1"],
            lambda: len(result),
            lambda: list(result),
            result.to_xml,
            result.to_dict,
            lambda: cohort.evaluate(built()),
            lambda: list(cohort),
            lambda: fzzf.gaps(plan, result),
            lambda: list(gaps),
            gaps.to_dict,
            lambda: fzzf.Plan(documents[0], documents[1]),
        )
        for number, use in enumerate(uses):
            with self.subTest(use=number):
                self.raised(fzzf.ClosedError, use)
        self.assertTrue(issubclass(fzzf.ClosedError, ValueError))

    def test_forbids_the_use_of_parts(self) -> None:
        plan = small_plan()
        result = plan.evaluate(built(done=True, rate="1/7", late=1))
        indicator = plan.system["1.1"]
        node = result["2"]
        parts: tuple[Any, ...] = (
            indicator, indicator.observes[0], node, node.causes[0],
            result.verdict, result.reasons[0], result.inputs[0],
            result.readings[fzzf.Reading.POINTS_ALL],
        )
        plan.system.close()
        result.close()
        for part in parts:
            self.assertIn("closed", repr(part))
            for name, told in vars(type(part)).items():
                if hasattr(told, "plain"):
                    self.raised(fzzf.ClosedError, getattr, part, name)
            self.raised(fzzf.ClosedError, part.to_dict)
        for use in (
            lambda: indicator.parent, lambda: indicator.children,
            lambda: indicator.observes, lambda: indicator.origin("title"),
            lambda: indicator.system, lambda: node.causes, node.why,
            parts[3].text, parts[5].text,
        ):
            self.raised(fzzf.ClosedError, use)

    def test_happens_at_the_end_of_with(self) -> None:
        with fzzf.read_system(SYSTEM) as system:
            self.assertEqual(system.id, "small")
        self.assertTrue(system.closed)
        iterator = iter(fzzf.read_system(SYSTEM))
        next(iterator)
        iterator.close()  # type: ignore[attr-defined]

    def test_while_another_thread_works_does_no_harm(self) -> None:
        failed: list[BaseException] = []

        def work(plan: fzzf.Plan, declaration: fzzf.Declaration) -> None:
            try:
                while True:
                    plan.evaluate(declaration)["2"].causes[0].text("zh")
            except fzzf.ClosedError:
                pass
            except BaseException as error:
                failed.append(error)

        for _ in range(50):
            plan = small_plan()
            declaration = built(done=True, rate="1/7", late=1)
            thread = threading.Thread(target=work, args=(plan, declaration))
            thread.start()
            time.sleep(0.002)
            plan.close()
            declaration.close()
            thread.join()
        self.assertEqual(failed, [])

    def test_parts_keep_their_document(self) -> None:
        node = small_plan().evaluate(built(late=1, done=True, rate="1/7"))["2"]
        gc.collect()
        self.assertEqual(node.score, 8)
        self.assertTrue(node.causes[0].text())

    def test_documents_cannot_be_pickled(self) -> None:
        self.raised(TypeError, pickle.dumps, fzzf.read_system(SYSTEM))


def ticks_during(call: Callable[[], Any]) -> tuple[int, float]:
    """How often another thread ran inside a call, and how long it took."""
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.0005)

    thread = threading.Thread(target=tick)
    thread.start()
    began = time.perf_counter()
    call()
    ended = time.perf_counter()
    done.set()
    thread.join()
    middle = (ended - began) / 4
    inside = [at for at in ticks if began + middle < at < ended - middle]
    return len(inside), ended - began


class Threads(Test):
    def test_run_while_the_library_works(self) -> None:
        inner = SYSTEM[SYSTEM.index(b"  <indicator"):SYSTEM.index(b"</system")]
        head = SYSTEM[:SYSTEM.index(b"  <indicator")]
        many = (
            inner.replace(b'id="1', b'id="%d.1' % i).replace(
                b'id="2"', b'id="%d.2"' % i)
            for i in range(10, 4000)
        )
        text = head + b"".join(many) + b"</system>"
        system = fzzf.read_system(text)
        contract = fzzf.read_contract(CONTRACT)
        plan = fzzf.Plan(system, contract)
        declaration = built()
        calls: dict[str, Callable[[], Any]] = {
            "read": lambda: fzzf.read_system(text),
            "plan": lambda: fzzf.Plan(system, contract),
            "evaluate": lambda: plan.evaluate(declaration),
            "write": system.to_xml,
        }
        for name, call in calls.items():
            with self.subTest(call=name):
                count, seconds = ticks_during(call)
                if seconds < 0.01:
                    self.skipTest(f"{name} took only {seconds} s")
                self.assertGreater(count, 2, (name, seconds))

    def test_share_a_plan(self) -> None:
        plan = small_plan()
        declaration = built(done=True, rate="1/7", late=1)
        expected = plan.evaluate(declaration).to_xml()
        wrong: list[object] = []

        def work() -> None:
            for _ in range(300):
                got = plan.evaluate(declaration).to_xml()
                if got != expected:
                    wrong.append(got)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_read_different_streams_at_once(self) -> None:
        text = batch(*(declaration_xml(f"d{i}") for i in range(200)))
        counts: list[int] = []

        def work() -> None:
            source = io.BytesIO(text)
            counts.append(len(fzzf.read_declarations(source)))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(counts, [200] * 8)

    def test_cannot_change_a_declaration_in_use(self) -> None:
        declaration = built()
        with declaration._reading():
            error = self.raised(RuntimeError, declaration.set, "1.1", "done", 1)
            self.assertIn("another thread", str(error))
        declaration.set("1.1", "done", True)


def resident() -> int:
    """How many bytes of memory the process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Memory(Test):
    def once(self) -> None:
        """Makes one of everything, with errors too, and drops it."""
        plan = small_plan()
        declaration = built(done=True, rate="1/7", late=1)
        result = plan.evaluate(declaration)
        result["2"].causes[0].text("zh")
        result.to_xml()
        list(plan.cohort([declaration]))
        list(fzzf.gaps(plan, result))
        fzzf.read_declarations(batch(declaration_xml()))
        try:
            fzzf.read_contract(SYSTEM)
        except fzzf.InvalidDocument:
            pass
        try:
            declaration.set("a b", "c", 1)
        except fzzf.ArgumentError:
            pass

    @unittest.skipUnless(os.path.exists("/proc/self/statm"), "needs /proc")
    def test_stays_flat_over_ten_thousand_rounds(self) -> None:
        for _ in range(1000):
            self.once()
        gc.collect()
        before = resident()
        for _ in range(10_000):
            self.once()
        gc.collect()
        self.assertLess(resident() - before, 1_000_000)

    def test_gives_back_references_to_what_it_was_given(self) -> None:
        def each(declaration: fzzf.Declaration) -> None:
            pass

        class Source(io.BytesIO):
            pass

        text = batch(declaration_xml())
        source = Source(text)
        before = [sys.getrefcount(it) for it in (text, source, each)]
        for _ in range(20):
            fzzf.each_declaration(text, each)
            source.seek(0)
            fzzf.each_declaration(source, each)
            self.raised(fzzf.FzzfError, fzzf.read_contract, text)
        gc.collect()
        after = [sys.getrefcount(it) for it in (text, source, each)]
        self.assertEqual(after, before)

    def test_is_given_back_when_the_last_holder_goes(self) -> None:
        system = fzzf.read_system(SYSTEM)
        owner = weakref.ref(system._held())
        indicator = system["1"]
        del system
        self.assertIsNotNone(owner())
        self.assertEqual(indicator.id, "1")
        del indicator
        gc.collect()
        self.assertIsNone(owner())
