# SPDX-License-Identifier: Apache-2.0
"""Accounting for evidence: of one unit, and between units."""

from __future__ import annotations

import os
from typing import Iterable

from fzzf.course import report_of
from fzzf.declaration import Declaration
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import Owner, need
from fzzf.record import Record
from fzzf.report import Folder
from fzzf.system import System


def inventory(folder: Folder) -> Record:
    """The files below a folder with their sizes and digests, a
    Record("inventory", ...)."""
    return report_of(_fzzf.fzzf_inventory_read(os.fspath(folder)))


def check_evidence(
    check: Record,
    batch: Record,
    system: System,
    declaration: Declaration,
    inventory: Record | None = None,
) -> tuple[Finding, ...]:
    """Adds to a Record("evidence-check", ...) what evidence a declaration has,
    indicator by indicator, and what speaks against pieces of it."""
    need(check, Record, "check")
    need(batch, Record, "batch")
    need(system, System, "system")
    need(declaration, Declaration, "declaration")
    with declaration._reading() as owner:
        _, found = _fzzf.fzzf_evidence_check(
            check._held(),
            batch._held(),
            system._held(),
            owner,
            None if inventory is None else inventory._held(),
        )
    return tuple(finding(*each) for each in found)


def find_duplicates(
    declarations: Iterable[Declaration], *, most: int = 0, room: int = 0
) -> Record:
    """What evidence several units use, a Record("duplicates", ...).

    The declarations may be a generator: little is held in memory. At most so
    many groups are listed (10,000 for 0), and room bytes (16 MiB for 0) are
    sorted at a time."""
    search = Owner(
        _fzzf.fzzf_duplicates_new(room), _fzzf.fzzf_duplicates_free
    )
    for declaration in declarations:
        need(declaration, Declaration, "declarations")
        with declaration._reading() as owner:
            _fzzf.fzzf_duplicates_add(search, owner)
    return report_of(_fzzf.fzzf_duplicates_find(search, most))
