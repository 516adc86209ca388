# SPDX-License-Identifier: Apache-2.0
"""Closed lists of words, as they stand in documents."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeVar

from fzzf.interface import _fzzf



class Word(str, Enum):
    """A word of documents: equal to its text, "not-applicable"."""

    number: int

    def __new__(cls, text: Any, number: int = 0) -> Word:
        word = str.__new__(cls, text)
        word._value_ = text
        word.number = number
        return word

    # Word(3) is the word that the library calls 3.
    @classmethod
    def _missing_(cls, value: object) -> Word | None:
        for word in cls:
            if type(value) is int and word.number == value:
                return word
        return None

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, spec: str) -> str:
        return format(str(self.value), spec)


AnyWord = TypeVar("AnyWord", bound=Word)


def choose(kind: type[AnyWord], value: Any, name: str) -> AnyWord:
    """The word that a caller means with a word or its text."""
    if not isinstance(value, str) or (
        isinstance(value, Word) and not isinstance(value, kind)
    ):
        raise TypeError(
            f"{name} must be a {kind.__name__} or its text, "
            f"not {type(value).__name__}"
        )
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(word.value for word in kind)
        raise ValueError(f"{name} {value!r} is none of: {known}") from None


class Language(Word):
    """The languages sentences are made in."""

    CHINESE = "zh", _fzzf.FZZF_CHINESE
    ENGLISH = "en", _fzzf.FZZF_ENGLISH


class Answer(Word):
    """Yes, no, or not to be told. As a truth it says whether it is yes."""

    NO = "no", _fzzf.FZZF_NO
    YES = "yes", _fzzf.FZZF_YES
    UNDETERMINED = "undetermined", _fzzf.FZZF_UNDETERMINED
    NOTHING_APPLICABLE = "nothing-applicable", _fzzf.FZZF_NOTHING_APPLICABLE

    def __bool__(self) -> bool:
        return self is Answer.YES


class Reading(Word):
    """The readings of "meets at least 90 % of the indicators"."""

    INDICATORS_ALL = "indicators-all", _fzzf.FZZF_INDICATORS_ALL
    INDICATORS_APPLICABLE = (
        "indicators-applicable",
        _fzzf.FZZF_INDICATORS_APPLICABLE,
    )
    POINTS_ALL = "points-all", _fzzf.FZZF_POINTS_ALL
    POINTS_APPLICABLE = "points-applicable", _fzzf.FZZF_POINTS_APPLICABLE


class ScoreState(Word):
    """What kind of score a node has."""

    EXACT = "exact", _fzzf.FZZF_SCORE_EXACT
    BOUNDED = "bounded", _fzzf.FZZF_SCORE_BOUNDED
    NOT_APPLICABLE = "not-applicable", _fzzf.FZZF_SCORE_NOT_APPLICABLE
    ABSENT = "absent", _fzzf.FZZF_SCORE_ABSENT
    REFUSED = "refused", _fzzf.FZZF_SCORE_REFUSED
    NO_VALUE = "no-value", _fzzf.FZZF_SCORE_NO_VALUE
    NOT_COMPUTABLE = "not-computable", _fzzf.FZZF_SCORE_NOT_COMPUTABLE
    STOPPED = "stopped", _fzzf.FZZF_SCORE_STOPPED
    UNSCORED = "unscored", _fzzf.FZZF_SCORE_UNSCORED


class Applies(Word):
    """To whom an indicator applies."""

    BOTH = "both", _fzzf.FZZF_APPLIES_BOTH
    CITY = "city", _fzzf.FZZF_APPLIES_CITY
    COUNTY = "county", _fzzf.FZZF_APPLIES_COUNTY
    NONE = "none", _fzzf.FZZF_APPLIES_NONE


class ObservationKind(Word):
    """What kind of thing is observed."""

    YES_NO = "yes-no", _fzzf.FZZF_KIND_YES_NO
    NUMBER = "number", _fzzf.FZZF_KIND_NUMBER
    COUNT = "count", _fzzf.FZZF_KIND_COUNT
    RATIO = "ratio", _fzzf.FZZF_KIND_RATIO
    LEVEL = "level", _fzzf.FZZF_KIND_LEVEL
    DATE = "date", _fzzf.FZZF_KIND_DATE
    CAUSES = "causes", _fzzf.FZZF_KIND_CAUSES
    AWARDS = "awards", _fzzf.FZZF_KIND_AWARDS
    SURVEY = "survey", _fzzf.FZZF_KIND_SURVEY
    PANEL = "panel", _fzzf.FZZF_KIND_PANEL


class DeclarationType(Word):
    """For what a place declares itself."""

    COMPREHENSIVE = "comprehensive", _fzzf.FZZF_COMPREHENSIVE
    SINGLE_ITEM = "single-item", _fzzf.FZZF_SINGLE_ITEM


class UnitLevel(Word):
    """The level of a unit."""

    CITY = "city", _fzzf.FZZF_UNIT_CITY
    COUNTY = "county", _fzzf.FZZF_UNIT_COUNTY


class Assessor(Word):
    """Whose values."""

    SELF = "self", _fzzf.FZZF_ASSESSOR_SELF
    CITY = "city", _fzzf.FZZF_ASSESSOR_CITY
    PROVINCE = "province", _fzzf.FZZF_ASSESSOR_PROVINCE
    THIRD_PARTY = "third_party", _fzzf.FZZF_ASSESSOR_THIRD_PARTY
    SURVEY = "survey", _fzzf.FZZF_ASSESSOR_SURVEY
    ON_SITE = "on_site", _fzzf.FZZF_ASSESSOR_ON_SITE
    FINAL = "final", _fzzf.FZZF_ASSESSOR_FINAL


class State(Word):
    """In what state an observation is. None of these is zero."""

    PRESENT = "present", _fzzf.FZZF_STATE_PRESENT
    MISSING = "missing", _fzzf.FZZF_STATE_MISSING
    NOT_ASSESSED = "not-assessed", _fzzf.FZZF_STATE_NOT_ASSESSED
    NOT_APPLICABLE = "not-applicable", _fzzf.FZZF_STATE_NOT_APPLICABLE
    DISPUTED = "disputed", _fzzf.FZZF_STATE_DISPUTED


class Rounding(Word):
    """How a number is brought to a count of decimal places."""

    HALF_UP = "half-up", _fzzf.FZZF_ROUND_HALF_UP
    HALF_EVEN = "half-even", _fzzf.FZZF_ROUND_HALF_EVEN
    DOWN = "down", _fzzf.FZZF_ROUND_DOWN


class DocumentKind(Word):
    """The kinds of document, by the name of their root element."""

    SYSTEM = "system", _fzzf.FZZF_DOCUMENT_SYSTEM
    TAILORING = "tailoring", _fzzf.FZZF_DOCUMENT_TAILORING
    CONTRACT = "contract", _fzzf.FZZF_DOCUMENT_CONTRACT
    DECLARATION = "declaration", _fzzf.FZZF_DOCUMENT_DECLARATION
    DECLARATIONS = "declarations", _fzzf.FZZF_DOCUMENT_DECLARATIONS
    RESULT = "result", _fzzf.FZZF_DOCUMENT_RESULT
    MANIFEST = "manifest", _fzzf.FZZF_DOCUMENT_MANIFEST
    RECEIPT = "receipt", _fzzf.FZZF_DOCUMENT_RECEIPT
    BATCH = "batch", _fzzf.FZZF_DOCUMENT_BATCH
    EXCLUSIONS = "exclusions", _fzzf.FZZF_DOCUMENT_EXCLUSIONS
    RECOMMENDATION = "recommendation", _fzzf.FZZF_DOCUMENT_RECOMMENDATION
    REGISTER = "register", _fzzf.FZZF_DOCUMENT_REGISTER
    STANDING = "standing", _fzzf.FZZF_DOCUMENT_STANDING
    WORKPLAN = "workplan", _fzzf.FZZF_DOCUMENT_WORKPLAN
    TASKS = "tasks", _fzzf.FZZF_DOCUMENT_TASKS
    INVENTORY = "inventory", _fzzf.FZZF_DOCUMENT_INVENTORY
    EVIDENCE_CHECK = "evidence-check", _fzzf.FZZF_DOCUMENT_EVIDENCE_CHECK
    DUPLICATES = "duplicates", _fzzf.FZZF_DOCUMENT_DUPLICATES
    ASSESSMENTS = "assessments", _fzzf.FZZF_DOCUMENT_ASSESSMENTS
    HISTORY = "history", _fzzf.FZZF_DOCUMENT_HISTORY
    STATES = "states", _fzzf.FZZF_DOCUMENT_STATES
    LEDGER = "ledger", _fzzf.FZZF_DOCUMENT_LEDGER
    PUBLICITY = "publicity", _fzzf.FZZF_DOCUMENT_PUBLICITY
    SURVEY = "survey", _fzzf.FZZF_DOCUMENT_SURVEY
    SATISFACTION = "satisfaction", _fzzf.FZZF_DOCUMENT_SATISFACTION
    MAPPING = "mapping", _fzzf.FZZF_DOCUMENT_MAPPING
    CARRYING = "carrying", _fzzf.FZZF_DOCUMENT_CARRYING
    PHASE_SCORES = "phase-scores", _fzzf.FZZF_DOCUMENT_PHASE_SCORES
    OBJECTIONS = "objections", _fzzf.FZZF_DOCUMENT_OBJECTIONS


class Level(Word):
    """The levels that send and receive packages."""

    COUNTY = "county", _fzzf.FZZF_LEVEL_COUNTY
    CITY = "city", _fzzf.FZZF_LEVEL_CITY
    PROVINCE = "province", _fzzf.FZZF_LEVEL_PROVINCE
    CENTRE = "centre", _fzzf.FZZF_LEVEL_CENTRE


class EntryKind(Word):
    """What an entry of a package is."""

    DOCUMENT = "document", _fzzf.FZZF_ENTRY_DOCUMENT
    EVIDENCE = "evidence", _fzzf.FZZF_ENTRY_EVIDENCE
    PACKAGE = "package", _fzzf.FZZF_ENTRY_PACKAGE


class Secrecy(Word):
    """How secret evidence is; classified from "confidential" on."""

    NONE = "none", _fzzf.FZZF_SECRECY_NONE
    INTERNAL = "internal", _fzzf.FZZF_SECRECY_INTERNAL
    CONFIDENTIAL = "confidential", _fzzf.FZZF_SECRECY_CONFIDENTIAL
    SECRET = "secret", _fzzf.FZZF_SECRECY_SECRET
    TOP_SECRET = "top-secret", _fzzf.FZZF_SECRECY_TOP_SECRET


class Acceptance(Word):
    """What the receiver decided about a package."""

    ACCEPTED = "accepted", _fzzf.FZZF_ACCEPTED
    REJECTED = "rejected", _fzzf.FZZF_REJECTED


class Aim(Word):
    """What is to be least on the way to the threshold."""

    FEWEST = "fewest", _fzzf.FZZF_FEWEST
    LEAST_EFFORT = "least-effort", _fzzf.FZZF_LEAST_EFFORT


class OperatorForm(Word):
    """Where an operator of the rule language may stand."""

    RULE = "rule", _fzzf.FZZF_FORM_RULE
    PART = "part", _fzzf.FZZF_FORM_PART
    FUNCTION = "function", _fzzf.FZZF_FORM_FUNCTION


class ParamType(Word):
    """What a parameter of an operator takes."""

    NUMBER = "number", _fzzf.FZZF_PARAM_NUMBER
    TRUTH = "truth", _fzzf.FZZF_PARAM_TRUTH
    TEXT = "text", _fzzf.FZZF_PARAM_TEXT
    ANY = "any", _fzzf.FZZF_PARAM_ANY
    CONSTANT = "constant", _fzzf.FZZF_PARAM_CONSTANT
    WHOLE = "whole", _fzzf.FZZF_PARAM_WHOLE
    CHOICE = "choice", _fzzf.FZZF_PARAM_CHOICE
    NAME = "name", _fzzf.FZZF_PARAM_NAME
    WORDS = "words", _fzzf.FZZF_PARAM_WORDS
    SERIES = "series", _fzzf.FZZF_PARAM_SERIES
    DATE = "date", _fzzf.FZZF_PARAM_DATE
    OBSERVED = "observed", _fzzf.FZZF_PARAM_OBSERVED
    NODE = "node", _fzzf.FZZF_PARAM_NODE
    QUOTED = "quoted", _fzzf.FZZF_PARAM_QUOTED
