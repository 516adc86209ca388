# SPDX-License-Identifier: Apache-2.0
"""Objects of the library and their parts, as Python holds them.

An Owner keeps one object of the library and gives it back once, when nobody
holds the Owner any more. A Document holds an Owner until it is closed; a call
that runs meanwhile in another thread holds it until it ends. A Part belongs to
a document and asks it each time whether it is still open.
"""

from __future__ import annotations

import weakref
from types import TracebackType
from typing import (
    Any,
    Callable,
    Generic,
    TypeVar,
    overload,
)

from fzzf.errors import ClosedError
from fzzf.words import Word

T = TypeVar("T")
AnyDocument = TypeVar("AnyDocument", bound="Document")


class Owner:
    """Keeps a pointer; wrappers take it where they take the pointer."""

    __slots__ = ("this", "__weakref__")

    def __init__(self, pointer: Any, release: Callable[[Any], None]) -> None:
        self.this = pointer
        # At exit the process gives all back; other threads may still run.
        weakref.finalize(self, release, pointer).atexit = False


class Document:
    """Something of the library that can be closed, by hand or by "with"."""

    __slots__ = ("_owner", "__weakref__")
    _owner: Owner | None

    def __init__(self) -> None:
        raise TypeError(
            f"{type(self).__name__} objects are not made by hand; see "
            f"help(fzzf.{type(self).__name__})"
        )

    @classmethod
    def _take(
        cls: type[AnyDocument], pointer: Any, release: Callable[[Any], None]
    ) -> AnyDocument:
        document = object.__new__(cls)
        document._owner = Owner(pointer, release)
        return document

    def _held(self) -> Owner:
        """What calls take; it must stay in a name while it is used."""
        if self._owner is None:
            raise ClosedError((), f"this {type(self).__name__} was closed")
        return self._owner

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._owner is None

    def close(self) -> None:
        """Gives the memory back. Any use after that raises ClosedError."""
        self._owner = None

    def __enter__(self: AnyDocument) -> AnyDocument:
        self._held()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _told(self) -> str:
        """What repr() tells of an open document."""
        return ""

    def __repr__(self) -> str:
        told = "closed" if self.closed else self._told()
        return f"<fzzf.{type(self).__name__} {told}".rstrip() + ">"


class Asked(Generic[T]):
    """An attribute of a document that a function of the library tells."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        convert: Callable[[Any], T] | None = None,
    ) -> None:
        self._function = function
        self._convert = convert

    @overload
    def __get__(self, document: None, kind: Any) -> Asked[T]: ...
    @overload
    def __get__(self, document: Document, kind: Any) -> T: ...
    def __get__(
        self, document: Document | None, kind: Any = None
    ) -> Asked[T] | T:
        if document is None:
            return self
        value = self._function(document._held())
        result: T = value if self._convert is None else self._convert(value)
        return result

    def __set__(self, document: Document, value: Any) -> None:
        raise AttributeError("this attribute cannot be set")


class Part:
    """Something inside a document, of which it tells facts."""

    __slots__ = ("_whole", "_place", "_facts")
    _whole: Document
    _place: tuple[int, ...]
    _facts: dict[str, Any]

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} objects are not made by hand")

    @classmethod
    def _of(
        cls: type[AnyPart],
        whole: Document,
        place: tuple[int, ...],
        facts: dict[str, Any],
    ) -> AnyPart:
        part = object.__new__(cls)
        part._whole = whole
        part._place = place
        part._facts = facts
        return part

    def _fact(self, name: str) -> Any:
        self._whole._held()
        return self._facts[name]

    def to_dict(self) -> dict[str, Any]:
        """The facts for JSON: numbers are exact texts, words are texts."""
        self._whole._held()
        return {
            fact.key: fact.plain(self)
            for kind in reversed(type(self).__mro__)
            for fact in vars(kind).values()
            if isinstance(fact, Fact)
        }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Part):
            return NotImplemented
        return (
            type(self) is type(other)
            and self._whole is other._whole
            and self._place == other._place
        )

    def __hash__(self) -> int:
        return hash((type(self).__name__, id(self._whole), self._place))

    def __repr__(self) -> str:
        name = f"fzzf.{type(self).__name__}"
        if self._whole.closed:
            return f"<{name} closed>"
        told = ", ".join(
            f"{each}={value!r}"
            for each, value in self.to_dict().items()
            if value is not None
        )
        return f"{name}({told})"


AnyPart = TypeVar("AnyPart", bound=Part)


class Fact(Generic[T]):
    """An attribute of a part: a fact of the view it was made from."""

    def __init__(
        self,
        convert: Callable[[Any], T] | None = None,
        of: str = "",
    ) -> None:
        self._convert = convert
        #: The name in the view, and in JSON.
        self.key = of

    def __set_name__(self, kind: type, name: str) -> None:
        self.key = self.key or name

    @overload
    def __get__(self, part: None, kind: Any) -> Fact[T]: ...
    @overload
    def __get__(self, part: Part, kind: Any) -> T: ...
    def __get__(
        self, part: Part | None, kind: Any = None
    ) -> Fact[T] | T:
        if part is None:
            return self
        value = part._fact(self.key)
        result: T = value if self._convert is None else self._convert(value)
        return result

    def __set__(self, part: Part, value: Any) -> None:
        raise AttributeError("this attribute cannot be set")

    def plain(self, part: Part) -> Any:
        """The fact in a form that JSON has, without losing exactness."""
        raw = part._fact(self.key)
        if isinstance(self._convert, type) and not isinstance(raw, str):
            value = self._convert(raw)
            return value.value if isinstance(value, Word) else value
        return raw


def need(value: object, kind: type, name: str) -> None:
    """TypeError for an argument of another type."""
    if not isinstance(value, kind):
        raise TypeError(
            f"{name} must be {kind.__name__}, not {type(value).__name__}"
        )


def view_of(
    view: dict[str, Any] | None, what: str = "no such part"
) -> dict[str, Any]:
    """The view that is there; IndexError past the end."""
    if view is None:
        raise IndexError(what)
    return view
