# SPDX-License-Identifier: Apache-2.0
"""The course of a batch: recommendation between levels, the register, the
mapping of editions."""

from __future__ import annotations

from fzzf.declaration import Declaration, declaration_of
from fzzf.interface import _fzzf
from fzzf.owning import need
from fzzf.record import Record, record_of
from fzzf.result import Result
from fzzf.system import System


def add_candidate(
    recommendation: Record,
    batch: Record,
    result: Result,
    declaration: Declaration | None = None,
) -> None:
    """Adds the unit of a result to a Record("recommendation", ...).

    The declaration tells groups, project and date."""
    need(recommendation, Record, "recommendation")
    need(batch, Record, "batch")
    need(result, Result, "result")
    _fzzf.fzzf_recommendation_add(
        recommendation._held(),
        batch._held(),
        result._held(),
        None if declaration is None else declaration._held(),
    )


def take_recommended(recommendation: Record, earlier: Record) -> None:
    """Adds whom the recommendation of a level below has chosen."""
    need(recommendation, Record, "recommendation")
    need(earlier, Record, "earlier")
    _fzzf.fzzf_recommendation_take(recommendation._held(), earlier._held())


def recommend(
    candidates: Record, batch: Record, exclusions: Record | None = None
) -> Record:
    """A copy of the candidates that says who is chosen ("yes", "no", "open")
    and why. Whoever is open has no place: people must decide."""
    need(candidates, Record, "candidates")
    need(batch, Record, "batch")
    pointer, findings = _fzzf.fzzf_recommend(
        candidates._held(),
        batch._held(),
        None if exclusions is None else exclusions._held(),
    )
    return record_of(pointer, tuple(findings))


def check_register(register: Record) -> None:
    """Raises InvalidReference or InvalidDocument with every entry of a
    Record("register", ...) that is nonsense."""
    need(register, Record, "register")
    _fzzf.fzzf_register_check(register._held())


def enter_named(
    register: Record, decision: Record, batch: Record, by: str, day: str
) -> None:
    """Enters whom a decided recommendation has chosen as named by a body on a
    day. Nothing changes when an error is raised."""
    need(register, Record, "register")
    need(decision, Record, "decision")
    need(batch, Record, "batch")
    need(by, str, "by")
    need(day, str, "day")
    _fzzf.fzzf_register_name(
        register._held(), decision._held(), batch._held(), by, day
    )


def standing(register: Record, day: str) -> Record:
    """Titles in force and revoked, reports due and overdue, and practices, as
    a register knows them on a day."""
    need(register, Record, "register")
    need(day, str, "day")
    pointer, findings = _fzzf.fzzf_register_standing(register._held(), day)
    return record_of(pointer, tuple(findings))


def check_mapping(mapping: Record, system: System, to_system: System) -> None:
    """Raises InvalidReference unless every indicator at the lowest level of
    both systems stands in one row of a Record("mapping", ...)."""
    need(mapping, Record, "mapping")
    need(system, System, "system")
    need(to_system, System, "to_system")
    _fzzf.fzzf_mapping_check(
        mapping._held(), system._held(), to_system._held()
    )


def carry(mapping: Record, declaration: Declaration) -> Declaration:
    """The declaration in the new edition: values and evidence where one
    indicator became one, evidence where it was split or merged."""
    need(mapping, Record, "mapping")
    need(declaration, Declaration, "declaration")
    return declaration_of(
        _fzzf.fzzf_mapping_carry(mapping._held(), declaration._held())
    )


def carrying(
    mapping: Record,
    declaration: Declaration,
    before: Result | None = None,
    carried: Result | None = None,
    after: Result | None = None,
) -> Record:
    """What is carried over, row by row. With results of the old declaration,
    the carried one and a new one it says how much of the change of score is
    the edition's and how much is due to performance."""
    need(mapping, Record, "mapping")
    need(declaration, Declaration, "declaration")
    pointer, findings = _fzzf.fzzf_mapping_report(
        mapping._held(),
        declaration._held(),
        *(None if one is None else one._held()
          for one in (before, carried, after)),
    )
    return record_of(pointer, tuple(findings))
