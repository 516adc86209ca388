# SPDX-License-Identifier: Apache-2.0
"""The scoring contract: every choice that published texts leave open."""

from __future__ import annotations

from fzzf import sources
from fzzf.errors import Finding
from fzzf.interface import _fzzf
from fzzf.owning import Asked, Document
from fzzf.words import Rounding


class Contract(Document):
    """A scoring contract; see read_contract()."""

    __slots__ = ("_findings",)
    _findings: tuple[Finding, ...]
    id = Asked[str](_fzzf.fzzf_contract_id)
    title = Asked[str](_fzzf.fzzf_contract_title)
    rounding = Asked[Rounding](_fzzf.fzzf_contract_rounding, Rounding)
    display_places = Asked[int](_fzzf.fzzf_contract_display_places)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes that reading it left."""
        return self._findings

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The canonical document."""
        return sources.written(
            _fzzf.fzzf_xml_write_contract, self._held(), compact
        )

    def _told(self) -> str:
        return f"{self.id!r} {self.title!r}"
