# SPDX-License-Identifier: Apache-2.0
"""Codes that documents carry, read leniently; what is odd is told.

    >>> place = fzzf.division("659003")
    >>> place.parent, place.superior
    ('650000', '660000')
"""

from __future__ import annotations

from datetime import date
from typing import Any, Iterator, NamedTuple

from fzzf.interface import _fzzf
from fzzf.words import Language, Word, choose


class Oddity(Word):
    """What can be odd about a code."""

    WRITTEN = "written", _fzzf.FZZF_ODD_WRITTEN
    UNASSIGNED = "unassigned", _fzzf.FZZF_ODD_UNASSIGNED
    CORPS = "corps", _fzzf.FZZF_ODD_CORPS
    SUMMARY = "summary", _fzzf.FZZF_ODD_SUMMARY
    CITY = "city", _fzzf.FZZF_ODD_CITY
    LONG = "long", _fzzf.FZZF_ODD_LONG
    CHECK = "check", _fzzf.FZZF_ODD_CHECK
    ORGANISATION = "organisation", _fzzf.FZZF_ODD_ORGANISATION
    LETTER = "letter", _fzzf.FZZF_ODD_LETTER
    KIND = "kind", _fzzf.FZZF_ODD_KIND
    BRACKETS = "brackets", _fzzf.FZZF_ODD_BRACKETS
    SERIAL = "serial", _fzzf.FZZF_ODD_SERIAL
    DATE = "date", _fzzf.FZZF_ODD_DATE

    def text(self, language: Language | str = Language.CHINESE) -> str:
        """One sentence on it."""
        number = choose(Language, language, "language").number
        sentence: str = _fzzf.fzzf_oddity_text(self.number, number)
        return sentence


class DivisionLevel(Word):
    """Levels of divisions."""

    PROVINCE = "province", _fzzf.FZZF_DIVISION_PROVINCE
    CITY = "city", _fzzf.FZZF_DIVISION_CITY
    COUNTY = "county", _fzzf.FZZF_DIVISION_COUNTY
    TOWNSHIP = "township", _fzzf.FZZF_DIVISION_TOWNSHIP
    VILLAGE = "village", _fzzf.FZZF_DIVISION_VILLAGE


class Division(NamedTuple):
    """A division code (GB/T 2260)."""

    code: str
    level: DivisionLevel
    #: The code above by the rule of the standard; None of a province.
    parent: str | None
    #: The government above: no summary code, and the Corps' for its own.
    superior: str | None
    province: str | None
    #: Only of places of the Corps' own list.
    name: str | None
    odd: frozenset[Oddity]


class CreditCode(NamedTuple):
    """A unified social credit code (GB 32100)."""

    code: str
    division: str
    organisation: str
    #: The right check character; None when a character has no value.
    expected: str | None
    registrar: str | None
    #: Strictly: written as the standard says, and the check holds.
    valid: bool
    odd: frozenset[Oddity]


class DocumentNumber(NamedTuple):
    """The number of an official document, put right: 金政发〔2025〕33号."""

    text: str
    agency: str
    year: int
    serial: int
    odd: frozenset[Oddity]


class OddDate(NamedTuple):
    """A day, and whether it was written oddly."""

    date: date
    odd: frozenset[Oddity]


class Identity(NamedTuple):
    """A resident identity number (GB 11643) found in a text."""

    #: Where it stands in the text.
    start: int
    end: int
    masked: str
    #: Whether the check digit holds, or there is none.
    valid: bool


def _odd(bits: int) -> frozenset[Oddity]:
    return frozenset(each for each in Oddity if bits & each.number)


def _facts(view: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: view[name] or None for name in names}


def division(text: str) -> Division | None:
    """Reads a division code of 6, 9 or 12 digits; None for other texts."""
    view = _fzzf.fzzf_division_read(text)
    if view is None:
        return None
    return Division(
        code=view["code"],
        level=DivisionLevel(view["level"]),
        odd=_odd(view["odd"]),
        **_facts(view, "parent", "superior", "province", "name"),
    )


def credit_code(text: str) -> CreditCode | None:
    """Reads a unified social credit code; None for other texts."""
    view = _fzzf.fzzf_credit_code_read(text)
    if view is None:
        return None
    return CreditCode(
        code=view["code"],
        division=view["division"],
        organisation=view["organisation"],
        valid=bool(view["valid"]),
        odd=_odd(view["odd"]),
        **_facts(view, "expected", "registrar"),
    )


def document_number(text: str) -> DocumentNumber | None:
    """Reads the number of an official document; None for other texts."""
    view = _fzzf.fzzf_document_number_read(text)
    if view is None:
        return None
    return DocumentNumber(
        text=view["text"],
        agency=view["agency"],
        year=view["year"],
        serial=view["serial"],
        odd=_odd(view["odd"]),
    )


def date_of(text: str) -> OddDate | None:
    """Reads a day in any of the forms in use; None for other texts."""
    view = _fzzf.fzzf_date_read(text)
    if view is None:
        return None
    return OddDate(date.fromisoformat(view["text"]), _odd(view["odd"]))


def identities(text: str) -> Iterator[Identity]:
    """The resident identity numbers in a text, one after the other."""
    raw = text.encode()
    view = _fzzf.fzzf_identity_find(text, 0)
    while view is not None:
        end = view["at"] + view["length"]
        yield Identity(
            len(raw[: view["at"]].decode()),
            len(raw[:end].decode()),
            view["masked"],
            bool(view["valid"]),
        )
        view = _fzzf.fzzf_identity_find(text, end)


def mask_identities(text: str) -> str:
    """The text with every resident identity number masked."""
    masked: bytes = _fzzf.fzzf_identity_mask(text)
    return masked.decode()
