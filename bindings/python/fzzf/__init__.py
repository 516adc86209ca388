# SPDX-License-Identifier: Apache-2.0
"""Indicator systems, declarations and their exact, explained results.

    import fzzf

    system = fzzf.read_system("system.xml")
    contract = fzzf.read_contract("contract.xml")
    plan = fzzf.Plan(system, contract)
    for declaration in fzzf.read_declarations("counties.xml"):
        result = plan.evaluate(declaration)
        print(result.verdict.unit_name, result.rounded)
        for cause in result["3.2.1"].causes:
            print(cause.amount, cause.text("zh"))
"""

from fzzf.codes import (
    CreditCode,
    Division,
    DocumentNumber,
    Identity,
    OddDate,
    Oddity,
    credit_code,
    date_of,
    division,
    document_number,
    identities,
)
from fzzf.contract import Contract
from fzzf.declaration import Declaration, Value
from fzzf.difference import (
    Attribution,
    Cell,
    Diff,
    Share,
    attribute,
    diff,
)
from fzzf.errors import (
    ArgumentError,
    Cancelled,
    ClosedError,
    Finding,
    FzzfError,
    InputOutputError,
    InvalidDocument,
    InvalidReference,
    InvalidRule,
    InvalidSyntax,
    LimitExceeded,
    Severity,
    SignatureError,
)
from fzzf.exchange import (
    Entry,
    Manifest,
    Receipt,
    read_manifest,
    read_receipt,
)
from fzzf.evidence import check_evidence, find_duplicates, inventory
from fzzf.gap import Gap, Gaps, gaps
from fzzf.interface import _fzzf
from fzzf.numbers import Interval
from fzzf.plan import Cohort, Member, Plan
from fzzf.reading import (
    convert,
    each_declaration,
    read_contract,
    read_declaration,
    read_declarations,
    read_record,
    read_system,
    read_tailoring,
    sniff,
)
from fzzf.course import (
    add_candidate,
    assessments,
    check_history,
    carry,
    carrying,
    check_mapping,
    check_register,
    count_publicity,
    enter_named,
    follow_history,
    hear_objections,
    history_states,
    merge_histories,
    recommend,
    score_phases,
    score_survey,
    standing,
    take_recommended,
    tasks,
)
from fzzf.record import (
    Place,
    Record,
    RecordField,
    RecordKind,
    RecordPart,
    record_kinds,
)
from fzzf.recomputation import Difference, Recomputation, recompute
from fzzf.report import export_report
from fzzf.result import (
    Cause,
    Figure,
    Input,
    NodeResult,
    Open,
    ReadingResult,
    Reason,
    Result,
    Verdict,
)
from fzzf.rule import Operator, Param, operators
from fzzf.sources import Limits, Source
from fzzf.system import Indicator, Observe, System, Tailoring
from fzzf.words import (
    Acceptance,
    Aim,
    Answer,
    Applies,
    DeclarationType,
    DocumentKind,
    EntryKind,
    Language,
    Level,
    ObservationKind,
    OperatorForm,
    ParamType,
    Reading,
    Rounding,
    ScoreState,
    Secrecy,
    State,
    UnitLevel,
)

#: The version of the library that runs.
version: str = _fzzf.fzzf_version()
__version__ = version

__all__ = [
    "Acceptance",
    "Aim",
    "Answer",
    "Applies",
    "ArgumentError",
    "Attribution",
    "Cancelled",
    "Cause",
    "Cell",
    "ClosedError",
    "Cohort",
    "Contract",
    "CreditCode",
    "Declaration",
    "DeclarationType",
    "Diff",
    "Difference",
    "Division",
    "DocumentKind",
    "Entry",
    "EntryKind",
    "DocumentNumber",
    "Figure",
    "Finding",
    "FzzfError",
    "Gap",
    "Gaps",
    "Identity",
    "Indicator",
    "Input",
    "InputOutputError",
    "Interval",
    "InvalidDocument",
    "InvalidReference",
    "InvalidRule",
    "InvalidSyntax",
    "Language",
    "LimitExceeded",
    "Level",
    "Limits",
    "Manifest",
    "Member",
    "NodeResult",
    "ObservationKind",
    "Observe",
    "OddDate",
    "Oddity",
    "Open",
    "Operator",
    "OperatorForm",
    "Param",
    "ParamType",
    "Plan",
    "Reading",
    "ReadingResult",
    "Reason",
    "Receipt",
    "Recomputation",
    "Result",
    "Rounding",
    "ScoreState",
    "Secrecy",
    "Severity",
    "Share",
    "SignatureError",
    "Source",
    "State",
    "System",
    "Tailoring",
    "UnitLevel",
    "Value",
    "Verdict",
    "attribute",
    "convert",
    "credit_code",
    "date_of",
    "diff",
    "division",
    "document_number",
    "each_declaration",
    "export_report",
    "add_candidate",
    "assessments",
    "check_history",
    "carry",
    "carrying",
    "check_mapping",
    "check_register",
    "count_publicity",
    "enter_named",
    "follow_history",
    "hear_objections",
    "history_states",
    "merge_histories",
    "gaps",
    "identities",
    "operators",
    "read_contract",
    "read_declaration",
    "read_declarations",
    "read_manifest",
    "read_receipt",
    "read_system",
    "read_tailoring",
    "check_evidence",
    "find_duplicates",
    "inventory",
    "recommend",
    "recompute",
    "score_phases",
    "score_survey",
    "sniff",
    "standing",
    "take_recommended",
    "tasks",
    "version",
]
