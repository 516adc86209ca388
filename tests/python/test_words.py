# SPDX-License-Identifier: Apache-2.0
"""Words, numbers and operators agree with the library."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import fzzf
from fzzf import _fzzf, errors, numbers, sources
from support import TOP, Test


class Words(Test):
    def test_are_those_of_the_library(self) -> None:
        namers = {
            fzzf.Answer: _fzzf.fzzf_answer_name,
            fzzf.Reading: _fzzf.fzzf_reading_name,
            fzzf.ScoreState: _fzzf.fzzf_score_state_name,
            fzzf.ObservationKind: _fzzf.fzzf_observation_kind_name,
            fzzf.DocumentKind: _fzzf.fzzf_document_name,
            fzzf.Level: _fzzf.fzzf_level_name,
            fzzf.EntryKind: _fzzf.fzzf_entry_kind_name,
            fzzf.Acceptance: _fzzf.fzzf_acceptance_name,
        }
        for kind, name in namers.items():
            words = {word.number: word.value for word in kind}
            known = {
                i: name(i) for i in range(-1, 100) if name(i) is not None
            }
            self.assertEqual(words, known, kind)

    def test_are_complete(self) -> None:
        groups = {
            "FZZF_KIND_": fzzf.ObservationKind,
            "FZZF_SCORE_": fzzf.ScoreState,
            "FZZF_APPLIES_": fzzf.Applies,
            "FZZF_UNIT_": fzzf.UnitLevel,
            "FZZF_ASSESSOR_": fzzf.Assessor,
            "FZZF_STATE_": fzzf.State,
            "FZZF_ROUND_": fzzf.Rounding,
            "FZZF_FORM_": fzzf.OperatorForm,
            "FZZF_PARAM_": fzzf.ParamType,
            "FZZF_DOCUMENT_": fzzf.DocumentKind,
        }
        for prefix, kind in groups.items():
            inside = {
                name[len(prefix):]: getattr(_fzzf, name)
                for name in dir(_fzzf)
                if name.startswith(prefix)
            }
            if prefix == "FZZF_ASSESSOR_":
                del inside["COUNT"]
            if prefix in ("FZZF_KIND_", "FZZF_FORM_", "FZZF_PARAM_",
                          "FZZF_DOCUMENT_"):
                del inside["NONE"]
            self.assertEqual(
                {word.name: word.number for word in kind}, inside, prefix
            )

    def test_severities_and_statuses_are_those_of_the_library(self) -> None:
        for severity in fzzf.Severity:
            self.assertEqual(
                getattr(_fzzf, f"FZZF_{severity.name}"), severity.value
            )
        known = {
            getattr(_fzzf, name): name
            for name in dir(_fzzf)
            if name.startswith("FZZF_E_")
        }
        self.assertEqual(set(errors._BY_STATUS) | {1}, set(known))

    def test_are_equal_to_their_text(self) -> None:
        self.assertEqual(fzzf.ScoreState.NOT_APPLICABLE, "not-applicable")
        self.assertEqual(str(fzzf.ScoreState.NO_VALUE), "no-value")
        self.assertEqual(f"{fzzf.ScoreState.NO_VALUE:>9}", " no-value")
        self.assertEqual(json.dumps(fzzf.Answer.YES), '"yes"')
        self.assertIs(fzzf.Answer("no"), fzzf.Answer.NO)
        self.assertIs(fzzf.Answer(1), fzzf.Answer.YES)
        self.raised(ValueError, fzzf.Answer, "maybe")
        self.raised(ValueError, fzzf.Answer, True)

    def test_only_yes_is_true(self) -> None:
        true = [answer for answer in fzzf.Answer if answer]
        self.assertEqual(true, [fzzf.Answer.YES])


class Numbers(Test):
    def test_are_exact(self) -> None:
        cases = {
            "61.5": Fraction(123, 2),
            "-0.25": Fraction(-1, 4),
            "88/3": Fraction(88, 3),
            "-24/19": Fraction(-24, 19),
            "0": Fraction(0),
            "7": Fraction(7),
        }
        for text, number in cases.items():
            self.assertEqual(numbers.exact(text), number)
        for text in (None, "inf", "-inf"):
            self.assertIsNone(numbers.exact(text))

    def test_may_have_more_digits_than_python_likes_at_once(self) -> None:
        digits = "9" * 19000
        self.assertEqual(numbers.exact(digits), 10**19000 - 1)
        self.assertEqual(numbers.exact("1/" + digits).denominator,
                         10**19000 - 1)  # type: ignore[union-attr]

    def test_are_rounded_by_the_library(self) -> None:
        cases = (
            ("0.125", 2, "half-up", "0.13"),
            ("0.125", 2, "half-even", "0.12"),
            ("0.129", 2, "down", "0.12"),
            ("-0.125", 2, "half-up", "-0.13"),
            ("90/7", 2, "half-up", "12.86"),
            ("2", 3, "half-up", "2.000"),
        )
        for text, places, mode, expected in cases:
            got = numbers.rounded(text, places, fzzf.Rounding(mode))
            self.assertEqual(str(got), expected)
            self.assertIsInstance(got, Decimal)
        long = "7" * 5000
        got = numbers.rounded(long, 2, fzzf.Rounding.DOWN)
        self.assertEqual(str(got), long + ".00")

    def test_lie_in_an_interval_or_not(self) -> None:
        interval = fzzf.Interval(Fraction(1), None)
        self.assertIn(1, interval)
        self.assertIn(Fraction(10**9), interval)
        self.assertNotIn(Fraction(1, 2), interval)
        self.raised(TypeError, lambda: 1.5 in interval)
        self.raised(AttributeError, setattr, interval, "low", 2)


class Library(Test):
    def test_has_the_version_of_its_headers(self) -> None:
        numbers = (
            _fzzf.FZZF_VERSION_MAJOR,
            _fzzf.FZZF_VERSION_MINOR,
            _fzzf.FZZF_VERSION_MICRO,
        )
        self.assertEqual(fzzf.version, ".".join(map(str, numbers)))
        self.assertEqual(fzzf.__version__, fzzf.version)

    def test_describes_its_operators(self) -> None:
        found = {(each.name, each.form): each for each in fzzf.operators()}
        self.assertEqual(len(found), len(fzzf.operators()))
        deduct = found["deduct", fzzf.OperatorForm.RULE]
        self.assertIn("loss", deduct.parts)
        self.assertEqual(deduct.parts_min, 1)
        self.assertIsNone(deduct.parts_max)
        params = {param.name: param for param in deduct.params}
        self.assertEqual(params["floor"].absent, "0")
        rank = found["rank", fzzf.OperatorForm.FUNCTION]
        self.assertTrue(rank.params[0].required)
        self.assertTrue(found["min", fzzf.OperatorForm.FUNCTION].repeats)
        for each in fzzf.operators():
            self.assertTrue(each.summary_zh and each.summary_en, each.name)
            for param in each.params:
                wanted = param.type == fzzf.ParamType.CHOICE
                self.assertEqual(bool(param.choices), wanted, param)
        self.raised(AttributeError, setattr, deduct, "name", "x")

    def test_offers_every_limit(self) -> None:
        fields = set(fzzf.Limits._fields)
        self.assertEqual(fields, set(_fzzf.structs["fzzf_limits"]))

    def test_loads_nothing_slow(self) -> None:
        """Each of these costs as much as a good part of the package."""
        slow = "argparse", "dataclasses", "difflib", "inspect", "pathlib", "xml"
        ran = subprocess.run(
            [sys.executable, "-c", "import fzzf, sys; print(*sys.modules)"],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        self.assertEqual(set(slow) & set(ran.stdout.split()), set())

    def test_says_what_it_exports(self) -> None:
        for name in fzzf.__all__:
            self.assertTrue(hasattr(fzzf, name), name)
        self.raised(AttributeError, getattr, fzzf, "read_sytem")

    def test_wraps_every_public_function_but_those_of_lists(self) -> None:
        listed = {
            line.strip().rstrip(";")
            for line in (TOP / "lib" / "libfzzf.map").read_text().split("\n")
            if line.startswith("\tfzzf_")
        }
        missing = {name for name in listed if not hasattr(_fzzf, name)}
        hidden = {name for name in listed if name.startswith("fzzf_diags_")}
        self.assertTrue(hidden)
        # Packages make their manifests and receipts themselves.
        hidden |= {"fzzf_manifest_new", "fzzf_manifest_add"}
        hidden |= {"fzzf_receipt_new"}
        self.assertEqual(missing, hidden)

    def test_refuses_none_below_as_well(self) -> None:
        calls = (
            (_fzzf.fzzf_system_id, None),
            (_fzzf.fzzf_system_find, None, "1"),
            (_fzzf.fzzf_plan_new, None, None),
            (_fzzf.fzzf_number_parse, None),
            (_fzzf.fzzf_number_parse, b"1"),
            (_fzzf.fzzf_xml_read_system, None),
            (_fzzf.fzzf_xml_read_system, (None, "path", None, None, None)),
            (_fzzf.fzzf_recompute, (None, None, b"", None, None), [b"."]),
            (_fzzf.fzzf_system_id,),
        )
        for function, *given in calls:
            with self.subTest(function=function.__name__, given=given):
                self.raised(TypeError, function, *given)
        self.raised(ValueError, _fzzf.fzzf_number_parse, "1\0")

    def test_knows_sources_by_their_look(self) -> None:
        self.assertTrue(sources.is_source("a"))
        self.assertTrue(sources.is_source(b"a"))
        self.assertFalse(sources.is_source(["a"]))
