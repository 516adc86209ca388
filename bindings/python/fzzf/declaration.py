# SPDX-License-Identifier: Apache-2.0
"""Declarations: what a place says of itself and what assessors found."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterator, Mapping, Sequence, Union

from fzzf import sources
from fzzf.errors import ArgumentError, Finding, finding
from fzzf.interface import _fzzf
from fzzf.numbers import Interval
from fzzf.owning import Asked, Document, Owner, need
from fzzf.system import System
from fzzf.words import (
    Assessor,
    DeclarationType,
    Secrecy,
    State,
    UnitLevel,
    choose,
)

#: What an observation may be given: yes or no, a number, a ratio, a date, the
#: text that documents have, counts by option, or the marks of judges.
Value = Union[
    bool,
    int,
    Decimal,
    Fraction,
    date,
    str,
    Mapping[str, int],
    Sequence[Union[int, Decimal, Fraction, str]],
]


class Declaration(Document):
    """One unit's declaration; see read_declaration() and Declaration.new().

    One that was made by new() may be changed by set() and set_state(); one
    that was read never changes.
    """

    __slots__ = ("_findings", "_guard", "_readers")
    _findings: tuple[Finding, ...]
    _guard: threading.Lock
    _readers: int
    id = Asked[str](_fzzf.fzzf_declaration_id)
    system = Asked[str](_fzzf.fzzf_declaration_system)
    kind = Asked[DeclarationType](
        _fzzf.fzzf_declaration_kind, DeclarationType
    )
    unit = Asked[str](_fzzf.fzzf_declaration_unit)
    unit_name = Asked[str](_fzzf.fzzf_declaration_unit_name)
    project = Asked["str | None"](_fzzf.fzzf_declaration_project)
    theme = Asked["str | None"](_fzzf.fzzf_declaration_theme)
    secrecy = Asked[Secrecy](_fzzf.fzzf_declaration_secrecy, Secrecy)

    @classmethod
    def new(
        cls,
        id: str,
        system: str | System,
        unit: str,
        name: str,
        level: UnitLevel | str,
        *,
        project: str | None = None,
        theme: str | None = None,
    ) -> Declaration:
        """Begins a declaration of one self-assessment, with nothing in it.

        system is the system or its id, unit the unit's code, name its name,
        level UnitLevel.CITY or UnitLevel.COUNTY. With a project or a theme it
        is that of a single item.
        """
        named = system.id if isinstance(system, System) else system
        number = choose(UnitLevel, level, "level").number
        try:
            pointer = _fzzf.fzzf_declaration_new(id, named, unit, name, number)
        except ArgumentError:
            raise ArgumentError(
                (),
                f"id {id!r}, system {named!r} and unit {unit!r} must be ids "
                f"and the name {name!r} a text",
            ) from None
        made = declaration_of((pointer, ()))
        if project is not None or theme is not None:
            made._change(
                _fzzf.fzzf_declaration_single,
                (made._held(), project, theme),
                f"project {project!r} and theme {theme!r}",
            )
        return made

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes that reading it left."""
        return self._findings

    def set(self, indicator: str, observation: str, value: Value) -> None:
        """Gives an observation ("rate", "rate@2021") a value.

        A value set twice is replaced. Whether it fits the system is seen when
        it is evaluated.
        """
        need(observation, str, "observation")
        text = _text_of(value)
        with self._changing() as owner:
            self._change(
                _fzzf.fzzf_declaration_set,
                (owner, indicator, observation, text),
                f"{text!r} for {observation!r} of {indicator!r}",
            )

    def set_state(
        self,
        indicator: str,
        observation: str | None,
        state: State | str,
        reason: str | None = None,
    ) -> None:
        """Says in what state an observation is, and why.

        Without an observation and with State.NOT_APPLICABLE it says that the
        whole indicator does not apply.
        """
        word = choose(State, state, "state")
        with self._changing() as owner:
            self._change(
                _fzzf.fzzf_declaration_set_state,
                (owner, indicator, observation, word.number, reason),
                f"state {word.value!r} for {observation!r} of {indicator!r}",
            )

    def assess(
        self,
        assessor: Assessor | str,
        by: str | None = None,
        day: date | str | None = None,
    ) -> None:
        """Lets set(), set_state() and override() speak for an assessor from
        now on; by says who that is, day is that of the assessment."""
        word = choose(Assessor, assessor, "assessor")
        with self._changing() as owner:
            self._change(
                _fzzf.fzzf_declaration_assess,
                (owner, word.number, by, None if day is None else str(day)),
                f"the assessment of {word.value!r} by {by!r} on {day}",
            )

    def override(
        self,
        indicator: str,
        value: int | Decimal | Fraction | str,
        reason: str,
    ) -> None:
        """Puts a score in place of what the rule of an indicator gives, for
        the assessor, by whom and on the day that assess() was told."""
        text = _mark_text(value)
        with self._changing() as owner:
            self._change(
                _fzzf.fzzf_declaration_override,
                (owner, indicator, text, reason),
                f"the override of {indicator!r} to {text!r}",
            )

    def inspect(self) -> tuple[Finding, ...]:
        """What is odd in it: the unit's code, personal data in any text,
        evidence that is classified. Each is a warning."""
        with self._reading() as owner:
            _, found = _fzzf.fzzf_declaration_inspect(owner)
        return tuple(finding(*each) for each in found)

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The canonical document."""
        with self._reading() as owner:
            return sources.written(
                _fzzf.fzzf_xml_write_declaration, owner, compact
            )

    @staticmethod
    def _change(function: Any, arguments: tuple[Any, ...], what: str) -> None:
        try:
            function(*arguments)
        except ArgumentError:
            raise ArgumentError(
                (),
                f"{what}: the ids or the value are of the wrong form, or the "
                "declaration was read from a document and cannot change",
            ) from None

    @contextmanager
    def _reading(self) -> Iterator[Owner]:
        """Any number of calls may read it, while nobody changes it."""
        owner = self._held()
        with self._guard:
            self._readers += 1
        try:
            yield owner
        finally:
            with self._guard:
                self._readers -= 1

    @contextmanager
    def _changing(self) -> Iterator[Owner]:
        owner = self._held()
        with self._guard:
            if self._readers > 0:
                raise RuntimeError(
                    "another thread is using this declaration; it cannot be "
                    "changed now"
                )
            yield owner

    def _told(self) -> str:
        return f"{self.id!r} of {self.unit_name!r}"


def declaration_of(made: tuple[Any, Any]) -> Declaration:
    """The declaration of a pointer that is ours, and its findings."""
    declaration = Declaration._take(made[0], _fzzf.fzzf_declaration_unref)
    declaration._findings = tuple(made[1])
    declaration._guard = threading.Lock()
    declaration._readers = 0
    return declaration


def _number_text(value: object) -> str | None:
    """The exact text of a number, or None for what is no number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, Fraction)):
        return str(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is no number that a value can have")
        return format(value, "f")
    if isinstance(value, float):
        raise TypeError(
            f"a float is not exact ({value!r} is {Fraction(value)}); use "
            "Decimal, Fraction, int or str"
        )
    return None


def _mark_text(value: object) -> str:
    text = value if isinstance(value, str) else _number_text(value)
    if text is None:
        raise TypeError(f"a mark cannot be {type(value).__name__}")
    return text


def _item_text(option: object, count: object) -> str:
    need(option, str, "an option")
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"a count must be int, not {type(count).__name__}")
    return f"{option}={count}"


def _text_of(value: object) -> str:
    """The form that documents have."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return " ".join(_item_text(*item) for item in value.items())
    if isinstance(value, (list, tuple)) and not isinstance(value, Interval):
        return " ".join(_mark_text(mark) for mark in value)
    text = _number_text(value)
    if text is None:
        raise TypeError(f"a value cannot be {type(value).__name__}")
    return text
