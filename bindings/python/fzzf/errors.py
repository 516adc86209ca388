# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, and the findings that say why."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple, NoReturn, Sequence


class Severity(Enum):
    """How much a finding weighs."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Finding(NamedTuple):
    """One fault, warning or remark: a stable number, a place, a sentence."""

    code: int
    severity: Severity
    file: str | None
    line: int | None
    column: int | None
    path: str | None
    arguments: tuple[str, ...]
    zh: str
    en: str

    def to_dict(self) -> dict[str, Any]:
        """It for JSON, as "fzzf check --format json" gives it."""
        return {
            "code": f"FZ-{self.code:04}",
            "severity": self.severity.name.lower(),
            "file": self.file,
            "line": self.line or 0,
            "column": self.column or 0,
            "path": self.path,
            "arguments": list(self.arguments),
            "zh": self.zh,
            "en": self.en,
        }

    def __str__(self) -> str:
        place = (self.file, self.line, self.column, self.path)
        where = ":".join(str(part) for part in place if part is not None)
        what = f"{self.severity.name.lower()} FZ-{self.code:04}: {self.en}"
        return f"{where}: {what}" if where else what


class FzzfError(Exception):
    """The base of all errors of this package."""

    def __init__(
        self,
        findings: Sequence[Finding] = (),
        message: str | None = None,
        dropped: int = 0,
    ) -> None:
        super().__init__(tuple(findings), message, dropped)
        #: Every fault found, not only the first.
        self.findings: tuple[Finding, ...] = tuple(findings)
        #: What was said besides the findings, or None.
        self.message = message
        #: How many more were found than findings are kept.
        self.dropped = dropped

    def __str__(self) -> str:
        lines = [] if self.message is None else [self.message]
        lines += [str(finding) for finding in self.findings]
        if self.dropped > 0:
            lines.append(f"and {self.dropped} more")
        return "\n".join(lines) or str(self.__doc__)


class ArgumentError(FzzfError, ValueError):
    """An argument breaks what the documentation asks of it."""


class ClosedError(FzzfError, ValueError):
    """The object was closed before."""


class InputOutputError(FzzfError):
    """Reading or writing failed."""


class InvalidSyntax(FzzfError, ValueError):
    """The document is not well-formed XML, or not in its encoding."""


class InvalidDocument(FzzfError, ValueError):
    """The document is well-formed XML, but breaks the format."""


class InvalidReference(FzzfError, ValueError):
    """A document names something that does not exist."""


class InvalidRule(FzzfError, ValueError):
    """A rule of the system has a fault."""


class SignatureError(FzzfError):
    """A signature is absent or does not verify."""


class LimitExceeded(FzzfError, ValueError):
    """The input exceeds a documented limit."""


class Cancelled(FzzfError):
    """A callback asked to stop."""


_BY_STATUS = {
    2: ArgumentError,
    3: InputOutputError,
    4: InvalidSyntax,
    5: InvalidDocument,
    6: InvalidReference,
    7: InvalidRule,
    8: SignatureError,
    9: LimitExceeded,
    10: Cancelled,
}


def finding(
    code: int,
    severity: int,
    file: str | None,
    line: int,
    column: int,
    path: str | None,
    arguments: Sequence[str],
    zh: str | None,
    en: str | None,
) -> Finding:
    """Makes a finding of what the C side tells; 0 is no line or column."""
    return Finding(
        code,
        Severity(severity),
        file,
        line or None,
        column or None,
        path,
        tuple(arguments),
        zh or "",
        en or "",
    )


def raise_status(
    status: int, function: str, findings: Sequence[Any], dropped: int
) -> NoReturn:
    """Raises what a status means. Called by the C side only."""
    if status == 1:
        raise MemoryError(function)
    kind = _BY_STATUS.get(status, FzzfError)
    message = None if findings else f"{kind.__doc__} ({function})"
    raise kind([finding(*each) for each in findings], message, dropped)
