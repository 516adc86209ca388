# SPDX-License-Identifier: Apache-2.0
"""Reading documents."""

from __future__ import annotations

from typing import Any, Callable

from fzzf import sources
from fzzf.contract import Contract
from fzzf.declaration import Declaration, declaration_of
from fzzf.errors import finding
from fzzf.interface import _fzzf
from fzzf.record import Record, record_of
from fzzf.sources import Limits, Progress, Source
from fzzf.system import System, Tailoring, taken
from fzzf.words import DocumentKind


def read_system(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> System:
    """Reads an indicator system. name is what findings call the source."""
    made = sources.ask(_fzzf.fzzf_xml_read_system, source, name, limits)
    system: System = taken(System, made, _fzzf.fzzf_system_unref)
    return system


def read_tailoring(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Tailoring:
    """Reads a tailoring."""
    made = sources.ask(_fzzf.fzzf_xml_read_tailoring, source, name, limits)
    tailoring: Tailoring = taken(Tailoring, made, _fzzf.fzzf_tailoring_unref)
    return tailoring


def read_contract(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Contract:
    """Reads a scoring contract."""
    made = sources.ask(_fzzf.fzzf_xml_read_contract, source, name, limits)
    contract: Contract = taken(Contract, made, _fzzf.fzzf_contract_unref)
    return contract


def read_record(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Record:
    """Reads a record document of any kind."""
    pointer, found = sources.ask(
        _fzzf.fzzf_xml_read_record, source, name, limits
    )
    return record_of(pointer, tuple(finding(*each) for each in found))


def read_declaration(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> Declaration:
    """Reads one declaration."""
    pointer, found = sources.ask(
        _fzzf.fzzf_xml_read_declaration, source, name, limits
    )
    return declaration_of((pointer, [finding(*each) for each in found]))


def read_declarations(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> list[Declaration]:
    """Reads one declaration or a batch of them into a list; progress as in
    each_declaration()."""
    declarations: list[Declaration] = []
    each_declaration(
        source,
        declarations.append,
        name=name,
        limits=limits,
        progress=progress,
    )
    return declarations


def each_declaration(
    source: Source,
    each: Callable[[Declaration], Any],
    *,
    name: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> None:
    """Hands every declaration of a stream to each() as soon as it is read.

    A declaration with a fault is left out, and the error is raised after the
    others were handed over. What each() raises ends the reading; so does True
    as its answer, with the error Cancelled.

    progress() is called after every piece that was read, 64 KiB at most, with
    the number of bytes so far; it ends the reading in the same two ways.
    """
    if not callable(each):
        raise TypeError(f"each cannot be called: {type(each).__name__}")

    def take(pointer: Any) -> bool:
        return each(declaration_of((pointer, ()))) is True

    sources.ask(
        _fzzf.fzzf_xml_each_declaration,
        source,
        name,
        limits,
        take,
        progress=progress,
    )


def convert(
    source: Source,
    *,
    encoding: str | None = None,
    compact: bool = False,
    name: str | None = None,
    limits: Limits | None = None,
) -> bytes:
    """The document of any kind in canonical form, out of GB 18030, UTF-8 or
    UTF-16.

    encoding is what the source has when no byte order mark says so; without
    it, what the document says of itself.
    """
    options = sources.write_options(compact)
    try:
        converted, _ = sources.ask(
            _fzzf.fzzf_xml_convert, source, name, limits, encoding, options
        )
    finally:
        _fzzf.delete_fzzf_write_options(options)
    written: bytes = converted
    return written


def inspect(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> None:
    """Refuses a document of any kind that holds resident identity numbers.

    Each of them, in texts, extensions or comments, is a finding of the
    exception.
    """
    sources.ask(_fzzf.fzzf_xml_inspect, source, name, limits)


def sniff(
    source: Source, *, name: str | None = None, limits: Limits | None = None
) -> DocumentKind:
    """Tells what kind of document a source holds, from its root element."""
    number, _ = sources.ask(_fzzf.fzzf_xml_sniff, source, name, limits)
    return DocumentKind(number)
