# SPDX-License-Identifier: Apache-2.0
"""The course of a batch: recommendation, the register, and surveys."""

from __future__ import annotations

from fzzf.declaration import Declaration
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import need
from fzzf.record import Record, record_of
from fzzf.result import Result


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


def score_survey(report: Record, survey: Record) -> None:
    """Adds the scores of a survey to a Record("satisfaction", ...). Nothing
    changes when an error is raised."""
    need(report, Record, "report")
    need(survey, Record, "survey")
    _fzzf.fzzf_survey_score(report._held(), survey._held())


def count_publicity(report: Record, publicity: Record) -> tuple[Finding, ...]:
    """Adds what a log of publicity comes to, with its awareness rate, to a
    Record("satisfaction", ...). Gives what is amiss with its notices."""
    need(report, Record, "report")
    need(publicity, Record, "publicity")
    _, found = _fzzf.fzzf_publicity_count(report._held(), publicity._held())
    return tuple(finding(*each) for each in found)
