# SPDX-License-Identifier: Apache-2.0
"""What goes to people and to the national system."""

from __future__ import annotations

import os
from typing import Union

from fzzf.declaration import Declaration
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import need
from fzzf.result import Result
from fzzf.system import System
from fzzf.words import Language, choose

#: Where a folder is.
Folder = Union[str, "os.PathLike[str]"]


def export_report(
    declaration: Declaration,
    system: System,
    folder: Folder,
    *,
    result: Result | None = None,
    evidence: Folder | None = None,
    language: Language | str = Language.CHINESE,
) -> tuple[Finding, ...]:
    """Makes a folder with the self-evaluation report and, for every indicator,
    its materials.

    evidence is the folder with the files, named by the evidence's href or id.
    language is that of the words which are not the declaration's own.
    Classified evidence and identity numbers are refused. What is warned of
    is returned.
    """
    need(declaration, Declaration, "declaration")
    need(system, System, "system")
    if result is not None:
        need(result, Result, "result")
    with declaration._reading() as owner:
        _, found = _fzzf.fzzf_report_export_in(
            choose(Language, language, "language").number,
            owner,
            system._held(),
            None if result is None else result._held(),
            None if evidence is None else os.fspath(evidence),
            os.fspath(folder),
        )
    return tuple(finding(*each) for each in found)
