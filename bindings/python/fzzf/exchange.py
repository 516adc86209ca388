# SPDX-License-Identifier: Apache-2.0
"""What passes between levels: manifests of packages, and receipts."""

from __future__ import annotations

from datetime import date
from typing import Any

from fzzf import sources
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import Document, Fact, Part, view_of
from fzzf.sources import Limits, Source
from fzzf.words import Acceptance, EntryKind, Level


class Entry(Part):
    """One entry of a package."""

    __slots__ = ()
    name = Fact[str]()
    kind = Fact[EntryKind](EntryKind)
    media = Fact[str]()
    bytes = Fact[int]()
    sha256 = Fact[str]()
    sm3 = Fact[str]()


class Told(Document):
    """A document that tells everything in one view."""

    __slots__ = ("_facts",)
    _facts: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """What it says, for JSON."""
        self._held()
        return dict(self._facts)

    def _fact(self, name: str) -> Any:
        self._held()
        return self._facts[name]


class Manifest(Told):
    """What a package holds, from whom and for which batch."""

    __slots__ = ()

    @property
    def batch(self) -> str:
        """The batch's id."""
        return str(self._fact("batch"))

    @property
    def sequence(self) -> int:
        """Counts the sender's packages of the batch, from 1."""
        return int(self._fact("sequence"))

    @property
    def sender(self) -> str:
        """The sender's division code."""
        return str(self._fact("sender"))

    @property
    def level(self) -> Level:
        """The sender's level."""
        return Level(self._fact("level"))

    @property
    def made(self) -> date:
        """The day on which it was made."""
        return date.fromisoformat(self._fact("made"))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in their order."""
        owner = self._held()
        return tuple(
            Entry._of(self, (i,), view_of(_fzzf.fzzf_manifest_at(owner, i)))
            for i in range(_fzzf.fzzf_manifest_count(owner))
        )

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The document."""
        return sources.written(
            _fzzf.fzzf_xml_write_manifest, self._held(), compact
        )

    def _told(self) -> str:
        return f"{self.batch} {self.sender} {self.sequence}"


class Receipt(Told):
    """What the receiver of a package answers."""

    __slots__ = ()

    @property
    def receiver(self) -> str:
        """The receiver's division code."""
        return str(self._fact("receiver"))

    @property
    def level(self) -> Level:
        """The receiver's level."""
        return Level(self._fact("level"))

    @property
    def made(self) -> date:
        """The day on which it was made."""
        return date.fromisoformat(self._fact("made"))

    @property
    def verdict(self) -> Acceptance:
        """Accepted or rejected."""
        return Acceptance(self._fact("verdict"))

    @property
    def sha256(self) -> str:
        """Of the bytes that arrived."""
        return str(self._fact("sha256"))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the receiver found."""
        found = _fzzf.fzzf_receipt_findings(self._held())
        return tuple(finding(*each) for each in found)

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The document."""
        return sources.written(
            _fzzf.fzzf_xml_write_receipt, self._held(), compact
        )

    def _told(self) -> str:
        return f"{self.receiver} {self.verdict}"


def manifest_of(pointer: Any) -> Manifest:
    """Takes a manifest of the C side."""
    manifest = Manifest._take(pointer, _fzzf.fzzf_manifest_unref)
    manifest._facts = view_of(_fzzf.fzzf_manifest_describe(pointer))
    return manifest


def receipt_of(pointer: Any) -> Receipt:
    """Takes a receipt of the C side."""
    receipt = Receipt._take(pointer, _fzzf.fzzf_receipt_unref)
    receipt._facts = view_of(_fzzf.fzzf_receipt_describe(pointer))
    return receipt


def read_manifest(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Manifest:
    """Reads a manifest."""
    made, _ = sources.ask(_fzzf.fzzf_xml_read_manifest, source, name, limits)
    return manifest_of(made)


def read_receipt(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Receipt:
    """Reads a receipt."""
    made, _ = sources.ask(_fzzf.fzzf_xml_read_receipt, source, name, limits)
    return receipt_of(made)
