# SPDX-License-Identifier: Apache-2.0
"""The course of a batch, step by step."""

from __future__ import annotations

import datetime
from typing import Any, Iterable

from fzzf.declaration import Declaration, declaration_of
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import need
from fzzf.plan import Plan
from fzzf.record import Record, record_of
from fzzf.result import Result
from fzzf.system import System


def report_of(made: Any) -> Record:
    """The record that a call made, with what it found."""
    return record_of(made[0], tuple(finding(*each) for each in made[1]))


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
    made = _fzzf.fzzf_recommend(
        candidates._held(),
        batch._held(),
        None if exclusions is None else exclusions._held(),
    )
    return report_of(made)


def assessments(plan: Plan, declarations: Iterable[Declaration]) -> Record:
    """Each declaration evaluated as the contract decides, and once as if each
    of its assessors alone decided: indicators side by side, the inflation of
    self-assessments, and the agreement of assessors (Cohen's kappa)."""
    need(plan, Plan, "plan")
    held = tuple(declarations)
    for each in held:
        need(each, Declaration, "declarations")
    return report_of(
        _fzzf.fzzf_assessments(
            plan._held(), tuple(each._held() for each in held)
        )
    )


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
    return report_of(_fzzf.fzzf_register_standing(register._held(), day))


def tasks(
    workplan: Record,
    system: System,
    day: datetime.date | str,
    result: Result | None = None,
) -> Record:
    """How the tasks of a Record("workplan", ...) stand on a day: a sheet for
    each department and township, totals, and the accountability list.

    The result tells what was lost. Who leads nothing or twice is a warning
    among the findings."""
    need(workplan, Record, "workplan")
    need(system, System, "system")
    made = _fzzf.fzzf_workplan_tasks(
        workplan._held(),
        system._held(),
        None if result is None else result._held(),
        str(day),
    )
    return report_of(made)


def follow_history(
    candidates: Record, history: Record, batch: Record | None = None
) -> Record:
    """A copy of the candidates, barred by what a Record("history", ...) says
    until their day: returned, withdrawn, failed, of an older revision."""
    need(candidates, Record, "candidates")
    need(history, Record, "history")
    made = _fzzf.fzzf_recommendation_follow(
        candidates._held(),
        history._held(),
        None if batch is None else batch._held(),
    )
    return report_of(made)


def mind_beside(candidates: Record, beside: Record, batch: Record) -> Record:
    """A copy of the candidates, barred where the same body's recommendation
    of an earlier type has chosen their unit and the batch does not let one
    unit take both. Candidates of both types decided together need it not."""
    need(candidates, Record, "candidates")
    need(beside, Record, "beside")
    need(batch, Record, "batch")
    made = _fzzf.fzzf_recommendation_beside(
        candidates._held(), beside._held(), batch._held()
    )
    return report_of(made)


def score_phases(candidates: Record, scores: Record, batch: Record) -> Record:
    """A copy of the candidates with their phases and weighted totals, by the
    rows of a Record("phase-scores", ...)."""
    need(candidates, Record, "candidates")
    need(scores, Record, "scores")
    need(batch, Record, "batch")
    made = _fzzf.fzzf_recommendation_score(
        candidates._held(), scores._held(), batch._held()
    )
    return report_of(made)


def hear_objections(
    candidates: Record, objections: Record, batch: Record
) -> Record:
    """A copy of the candidates, barred by upheld objections and left open by
    those not settled on their day, which is after the publicity."""
    need(candidates, Record, "candidates")
    need(objections, Record, "objections")
    need(batch, Record, "batch")
    made = _fzzf.fzzf_recommendation_hear(
        candidates._held(), objections._held(), batch._held()
    )
    return report_of(made)


def check_history(history: Record, batch: Record | None = None) -> None:
    """Raises InvalidReference with a finding for every illegal event."""
    need(history, Record, "history")
    _fzzf.fzzf_history_check(
        history._held(), None if batch is None else batch._held()
    )


def history_states(
    history: Record,
    day: datetime.date | str,
    batch: Record | None = None,
) -> Record:
    """The state of every declaration of a history at the end of a day."""
    need(history, Record, "history")
    made = _fzzf.fzzf_history_states(
        history._held(), None if batch is None else batch._held(), str(day)
    )
    return report_of(made)


def merge_histories(one: Record, other: Record) -> Record:
    """One history of two: each event once, in one order."""
    need(one, Record, "one")
    need(other, Record, "other")
    return report_of(_fzzf.fzzf_history_merge(one._held(), other._held()))


def history_of_decision(decision: Record, by: str) -> Record:
    """The events of a decision by a body: who was recommended, who was not or
    was not named, and why. Merge them with the history of the batch."""
    need(decision, Record, "decision")
    need(by, str, "by")
    return report_of(_fzzf.fzzf_history_decided(decision._held(), by))


def history_of_register(register: Record, batch: Record) -> Record:
    """The events of a register: namings of a batch, and revocations."""
    need(register, Record, "register")
    need(batch, Record, "batch")
    return report_of(
        _fzzf.fzzf_history_registered(register._held(), batch._held())
    )


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
