# SPDX-License-Identifier: Apache-2.0
"""Packages of documents and evidence: made, signed, verified and read.

    from fzzf import package

    packing = package.Packing("2026-1", 1, "330106", "county", "2026-09-30")
    packing.add("declaration.xml", "declaration.xml")
    unsigned = package.open_package(packing.to_bytes())
    signed = unsigned.sign("county", package.read_key("county.pem"))

    received = package.open_package(signed)
    received.verify(package.Trust("county.crt"), "2026-10-08")
    for entry in received.manifest.entries:
        received.read(entry.name)
"""

from __future__ import annotations

import importlib
import os
from datetime import date
from typing import Any, Callable, NamedTuple, Union

from fzzf import sources
from fzzf.errors import Finding, finding
from fzzf.exchange import Manifest, Receipt, manifest_of, receipt_of
from fzzf.interface import _fzzf
from fzzf.owning import Document, Fact, Part, need, view_of
from fzzf.record import Record
from fzzf.sources import Source
from fzzf.words import EntryKind, Level, Word

_pack: Any = importlib.import_module("fzzf._pack")

Day = Union[str, date]


class Algorithm(Word):
    """How signatures are made."""

    ECDSA = "ecdsa-p256-sha256", _pack.FZZF_ECDSA_P256_SHA256
    RSA_PSS = "rsa-pss-sha256", _pack.FZZF_RSA_PSS_SHA256
    SM2 = "sm2-sm3", _pack.FZZF_SM2_SM3


class SignatureStatus(Word):
    """What is known of a signature."""

    UNCHECKED = "unchecked", _pack.FZZF_SIGNATURE_UNCHECKED
    GOOD = "good", _pack.FZZF_SIGNATURE_GOOD
    UNKNOWN = "unknown", _pack.FZZF_SIGNATURE_UNKNOWN
    BROKEN = "broken", _pack.FZZF_SIGNATURE_BROKEN
    EXPIRED = "expired", _pack.FZZF_SIGNATURE_EXPIRED


class Signature(Part):
    """Who signed, how, and what of the package it covers."""

    __slots__ = ()
    name = Fact[str]()
    algorithm = Fact[Algorithm](Algorithm)
    key = Fact[str]()
    status = Fact[SignatureStatus](SignatureStatus)
    label = Fact["str | None"]()
    covered = Fact[int]()


class Key(Document):
    """A private key; see read_key()."""

    __slots__ = ()


def read_key(source: Source, password: str | None = None) -> Key:
    """Reads a private key in PEM form."""
    made, _ = sources.ask(_pack.fzzf_key_read, source, None, None, password)
    return Key._take(made, _pack.fzzf_key_free)


class Signer(NamedTuple):
    """A device of the caller that signs, in place of a Key.

    key is the SHA-256 of the public key's SubjectPublicKeyInfo in small
    hexadecimal digits; sign is given bytes and gives their signature.
    """

    algorithm: Algorithm | str
    key: str
    sign: Callable[[bytes], bytes]


class Verifier(NamedTuple):
    """A device of the caller that verifies signatures of one trusted key.

    verify is given bytes and a signature, and says whether it is right.
    """

    algorithm: Algorithm | str
    key: str
    label: str
    verify: Callable[[bytes, bytes], bool]
    valid_from: Day | None = None
    valid_to: Day | None = None


class Trust(Document):
    """Whom the caller trusts: certificates and public keys in PEM form, and
    devices of his own."""

    __slots__ = ("_devices",)

    def __init__(self, *given: Source | Verifier) -> None:
        pointer = _pack.fzzf_trust_new()
        self._owner = Trust._take(pointer, _pack.fzzf_trust_free)._owner
        self._devices: list[Callable[[bytes, bytes], bool]] = []
        for each in given:
            if isinstance(each, Verifier):
                self.add_verifier(each)
            else:
                self.add(each)

    def add_verifier(self, verifier: Verifier) -> None:
        """Trusts a key that a device of the caller verifies."""
        need(verifier, Verifier, "verifier")
        if not callable(verifier.verify):
            raise TypeError("verify cannot be called")
        _pack.pack_trust(
            self._held(), Algorithm(verifier.algorithm).number, verifier.key,
            verifier.label, _day(verifier.valid_from),
            _day(verifier.valid_to), verifier.verify,
        )
        self._devices.append(verifier.verify)

    def add(self, source: Source) -> None:
        """Trusts every certificate and public key of a file."""
        held = self._held()

        def read(described: Any) -> Any:
            return _pack.fzzf_trust_read(held, described)

        sources.ask(read, source, None, None)


class Package(Document):
    """A package that was opened; see open_package()."""

    __slots__ = ("_manifest",)
    _manifest: Manifest

    @property
    def manifest(self) -> Manifest:
        """What it holds; it outlives the package."""
        self._held()
        return self._manifest

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The signatures, as verify() left them."""
        owner = self._held()
        return tuple(
            Signature._of(
                self, (i,), view_of(_pack.fzzf_package_signature(owner, i))
            )
            for i in range(_pack.fzzf_package_count(owner))
        )

    def verify(
        self, trust: Trust, day: Day | None = None, *, last: int = 0
    ) -> tuple[Finding, ...]:
        """Raises SignatureError unless a trusted signature is good and none
        is bad, and the package is newer than number last. Gives warnings."""
        owner = self._held()
        _, found = _pack.fzzf_package_verify(owner, trust._held(), _day(day))
        _pack.fzzf_package_follows(owner, last)
        return tuple(finding(*each) for each in found)

    def read(self, name: str) -> bytes:
        """The bytes of an entry, once they were found right."""
        content, _ = _pack.fzzf_package_read(self._held(), self._index(name))
        return bytes(content)

    def nested(self, name: str) -> Package:
        """The package inside; it is to be verified on its own."""
        made, _ = _pack.fzzf_package_nested(self._held(), self._index(name))
        return _package_of(made)

    def sign(self, name: str, key: Key | Signer) -> bytes:
        """The package with one more signature."""
        if isinstance(key, Signer):
            if not callable(key.sign):
                raise TypeError("sign cannot be called")
            signed, _ = _pack.pack_sign(
                self._held(), name, Algorithm(key.algorithm).number, key.key,
                key.sign,
            )
            return bytes(signed)
        need(key, Key, "key")
        held = key._held()
        signer = _pack.fzzf_key_signer(held)
        signed, _ = _pack.fzzf_package_sign(self._held(), name, signer)
        return bytes(signed)

    def extract(
        self,
        folder: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        kind: EntryKind | str | None = None,
        flat: bool = False,
    ) -> None:
        """Writes entries as files; follows no link, replaces none unasked."""
        number = 0 if kind is None else EntryKind(kind).number
        _pack.pack_extract(
            self._held(), os.fspath(folder), int(overwrite), number, int(flat)
        )

    def split(self, folder: str | os.PathLike[str]) -> None:
        """Writes the packages inside as they were merged."""
        self.extract(folder, kind=EntryKind.PACKAGE, flat=True)

    def _index(self, name: str) -> int:
        for index, entry in enumerate(self._manifest.entries):
            if entry.name == name:
                return index
        raise KeyError(name)

    def _told(self) -> str:
        return self._manifest._told()


def _package_of(pointer: Any) -> Package:
    package = Package._take(pointer, _pack.fzzf_package_free)
    manifest = _fzzf.fzzf_manifest_ref(_pack.fzzf_package_manifest(pointer))
    package._manifest = manifest_of(manifest)
    return package


def _day(day: Day | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day


def open_package(
    source: Source, *, name: str | None = None, unsigned: bool = False
) -> Package:
    """Opens a package and checks its structure and manifest. Entries are read
    after verify(), or with unsigned without."""
    made, _ = sources.ask(
        _pack.pack_open, source, name, None, int(unsigned)
    )
    return _package_of(made)


class Packing(Document):
    """A package that is being made."""

    __slots__ = ()

    def __init__(
        self,
        batch: str,
        sequence: int,
        sender: str,
        level: Level | str,
        made: Day,
    ) -> None:
        pointer = _pack.pack_new(
            batch, sequence, sender, Level(level).number, _day(made)
        )
        self._owner = Packing._take(pointer, _pack.fzzf_packing_free)._owner

    def add(
        self,
        name: str,
        source: Source,
        kind: EntryKind | str = EntryKind.DOCUMENT,
    ) -> tuple[Finding, ...]:
        """Adds a document, which is checked, or evidence. Gives warnings."""
        held = self._held()
        number = EntryKind(kind).number

        def add(described: Any) -> Any:
            return _pack.fzzf_packing_add(held, name, number, described)

        _, found = sources.ask(add, source, None, None)
        return tuple(finding(*each) for each in found)

    def merge(self, package: Package) -> None:
        """Adds a package of a lower level, unchanged."""
        _pack.fzzf_packing_merge(self._held(), package._held())

    def to_bytes(self) -> bytes:
        """The package, unsigned; the same content gives the same bytes."""
        written, _ = _pack.fzzf_packing_write(self._held())
        return bytes(written)


def receive(
    source: Source,
    receiver: str,
    level: Level | str,
    day: Day,
    trust: Trust,
    *,
    last: int = 0,
    ledger: Record | None = None,
    name: str | None = None,
) -> Receipt:
    """The receipt for a package, also for a bad one. It is bad when it is not
    newer than number last of its sender and what the ledger knows."""
    made, _ = sources.ask(
        _pack.pack_receive, source, name, None, receiver,
        Level(level).number, _day(day), trust._held(), last,
        None if ledger is None else ledger._held(),
    )
    return receipt_of(made)


def last_number(ledger: Record, batch: str, sender: str) -> int:
    """The last number of the sender in the batch that a ledger knows, or 0."""
    return int(_pack.fzzf_ledger_last(ledger._held(), batch, sender))


def note_receipt(ledger: Record, receipt: Receipt) -> None:
    """Takes down in a ledger what an accepted receipt says."""
    _pack.fzzf_ledger_note(ledger._held(), receipt._held())


def compare(receipt: Receipt, sent: Source) -> None:
    """Raises InvalidReference unless the receiver got what was sent, and
    InvalidDocument with the receipt's findings when it was rejected."""
    held = receipt._held()

    def ask(described: Any) -> Any:
        return _pack.fzzf_receipt_compare(held, described)

    sources.ask(ask, sent, None, None)
