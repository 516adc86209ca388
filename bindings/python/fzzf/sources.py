# SPDX-License-Identifier: Apache-2.0
"""Where documents come from: files, bytes, file objects."""

from __future__ import annotations

import io
import os
from typing import Any, BinaryIO, Callable, NamedTuple, Union

from fzzf.errors import InputOutputError
from fzzf.interface import _fzzf

#: A path, the bytes of a document, or a file opened in binary mode.
Source = Union[
    str, "os.PathLike[str]", bytes, bytearray, memoryview, BinaryIO
]

#: Is told how many bytes were read so far; True as its answer cancels.
Progress = Callable[[int], Any]


class Limits(NamedTuple):
    """What may be at most in one document; 0 is the default of the library.

    In a batch they hold for each declaration, and stream for the whole.
    """

    document: int = 0
    stream: int = 0
    elements: int = 0
    depth: int = 0
    attributes: int = 0
    namespaces: int = 0
    start_tag: int = 0
    text: int = 0
    attribute: int = 0
    name: int = 0


def path_of(source: Any) -> bytes | None:
    """The path that a source names, or None when it is no path."""
    if isinstance(source, (str, os.PathLike)):
        return os.fsencode(source)
    return None


def is_source(source: Any) -> bool:
    """Whether it looks like a source, and not like a list of things."""
    return (
        path_of(source) is not None
        or isinstance(source, (bytes, bytearray, memoryview))
        or hasattr(source, "read")
    )


def _described(source: Any, name: str | None) -> tuple[Any, ...]:
    """(read, path, bytes, name), as the C side takes a source."""
    if name is not None and not isinstance(name, str):
        raise TypeError(f"name must be str, not {type(name).__name__}")
    label = None if name is None else os.fsencode(name)
    path = path_of(source)
    if path is not None:
        return None, path, None, label
    if isinstance(source, (bytes, bytearray, memoryview)):
        return None, None, bytes(source), label
    if isinstance(source, io.TextIOBase):
        raise TypeError("open the file in binary mode ('rb')")
    read = getattr(source, "read", None)
    if isinstance(source, type) or not callable(read):
        raise TypeError(
            "a source is a path, bytes or a binary file object, "
            f"not {type(source).__name__}"
        )
    own_name = getattr(source, "name", None)
    if label is None and isinstance(own_name, (str, bytes)):
        label = os.fsencode(own_name)
    return read, None, None, label


def _c_limits(limits: Limits | None) -> Any:
    """The limits as a struct of C, to be deleted; None for the defaults."""
    if limits is None:
        return None
    if not isinstance(limits, Limits):
        raise TypeError(
            f"limits must be fzzf.Limits, not {type(limits).__name__}"
        )
    struct = _fzzf.new_fzzf_limits()
    try:
        for name, value in limits._asdict().items():
            getattr(_fzzf, f"fzzf_limits_{name}_set")(struct, value)
    except BaseException:
        _fzzf.delete_fzzf_limits(struct)
        raise
    return struct


def ask(
    function: Callable[..., Any],
    source: Any,
    name: str | None,
    limits: Limits | None,
    *arguments: Any,
    progress: Progress | None = None,
) -> Any:
    """Calls a function that takes a source first."""
    if progress is not None and not callable(progress):
        raise TypeError(
            f"progress cannot be called: {type(progress).__name__}"
        )
    described = _described(source, name)
    struct = _c_limits(limits)
    try:
        return function((*described, struct, progress), *arguments)
    except InputOutputError:
        explain(source)
        raise
    finally:
        if struct is not None:
            _fzzf.delete_fzzf_limits(struct)


def plain(source: Any) -> tuple[Any, ...]:
    """A source with the default limits, as the C side takes it."""
    return (*_described(source, None), None, None)


def explain(source: Any) -> None:
    """Raises what Python raises for a file that cannot be read."""
    if path_of(source) is not None:
        with open(source, "rb") as file:
            file.read(1)


def write_options(compact: bool) -> Any:
    """The options of writers as a struct of C, to be deleted."""
    if not isinstance(compact, bool):
        raise TypeError(f"compact must be bool, not {type(compact).__name__}")
    options = _fzzf.new_fzzf_write_options()
    _fzzf.fzzf_write_options_compact_set(options, int(compact))
    return options


def written(function: Callable[..., bytes], held: Any, compact: bool) -> bytes:
    """What a writer writes of an object."""
    options = write_options(compact)
    try:
        return function(held, options)
    finally:
        _fzzf.delete_fzzf_write_options(options)
