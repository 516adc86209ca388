# SPDX-License-Identifier: Apache-2.0
"""Indicator systems and what a province, city or year changes of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Iterator

from fzzf import sources
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.numbers import exact
from fzzf.owning import Asked, Document, Fact, Part, need
from fzzf.words import Applies, ObservationKind

_ORIGINS = ("points", "weight", "title", "criterion", "applies")


class Tailoring(Document):
    """What is changed of a system; see read_tailoring()."""

    __slots__ = ("_findings",)
    _findings: tuple[Finding, ...]
    system = Asked[str](_fzzf.fzzf_tailoring_system)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes that reading it left."""
        return self._findings

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The canonical document."""
        return sources.written(
            _fzzf.fzzf_xml_write_tailoring, self._held(), compact
        )


class Observe(Part):
    """What is observed for an indicator."""

    __slots__ = ()
    id = Fact[str]()
    title = Fact["str | None"]()
    unit = Fact["str | None"]()
    kind = Fact[ObservationKind](ObservationKind)


class Indicator(Part):
    """One node of a system. Points and the like that are absent or not
    published are None."""

    __slots__ = ()
    _whole: System
    id = Fact[str]()
    title = Fact[str]()
    number = Fact["str | None"]()
    criterion = Fact["str | None"]()
    confidence = Fact["str | None"]()
    level = Fact[int]()
    bonus = Fact[bool](bool)
    applies = Fact[Applies](Applies)
    points = Fact["Fraction | None"](exact)
    weight = Fact["Fraction | None"](exact)
    effort = Fact["Fraction | None"](exact)

    @property
    def system(self) -> System:
        """The system it belongs to."""
        self._whole._held()
        return self._whole

    @property
    def parent(self) -> Indicator | None:
        """The node above; None for the whole."""
        owner = self._whole._held()
        return self._whole._indicator(
            _fzzf.fzzf_indicator_parent(self._pointer(owner))
        )

    @property
    def children(self) -> tuple[Indicator, ...]:
        """The nodes directly below."""
        owner = self._whole._held()
        pointer = self._pointer(owner)
        made = (
            self._whole._indicator(_fzzf.fzzf_indicator_child(pointer, i))
            for i in range(self._fact("child_count"))
        )
        return tuple(child for child in made if child is not None)

    @property
    def observes(self) -> tuple[Observe, ...]:
        """What is observed for it."""
        owner = self._whole._held()
        pointer = self._pointer(owner)
        return tuple(
            Observe._of(
                self._whole,
                (*self._place, i),
                _fzzf.fzzf_indicator_observe(pointer, i),
            )
            for i in range(self._fact("observe_count"))
        )

    def origin(self, field: str) -> str | None:
        """The id of the tailoring that changed a field, or None."""
        owner = self._whole._held()
        need(field, str, "field")
        if field not in _ORIGINS:
            raise ValueError(f"{field!r} is none of: {', '.join(_ORIGINS)}")
        text: str | None = _fzzf.fzzf_indicator_origin(
            self._pointer(owner), field
        )
        return text

    def _pointer(self, owner: Any) -> Any:
        return _fzzf.fzzf_system_at(owner, self._place[0])


class System(Document):
    """An indicator system of one edition; see read_system().

    len() and iteration give the nodes in document order, the whole ("total")
    first; system["3.2.1"] gives one.
    """

    __slots__ = ("_findings",)
    _findings: tuple[Finding, ...]
    id = Asked[str](_fzzf.fzzf_system_id)
    edition = Asked[str](_fzzf.fzzf_system_edition)
    title = Asked[str](_fzzf.fzzf_system_title)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes that reading or tailoring it left."""
        return self._findings

    def __len__(self) -> int:
        count: int = _fzzf.fzzf_system_count(self._held())
        return count

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Indicator]:
        for index in range(len(self)):
            owner = self._held()
            found = self._indicator(_fzzf.fzzf_system_at(owner, index))
            if found is not None:
                yield found

    def __getitem__(self, id: str) -> Indicator:
        owner = self._held()
        found = self._indicator(_fzzf.fzzf_system_find(owner, node_id(id)))
        if found is None:
            raise KeyError(unknown(id, [each.id for each in self]))
        return found

    def __contains__(self, item: object) -> bool:
        owner = self._held()
        if isinstance(item, Indicator):
            return item._whole is self
        return _fzzf.fzzf_system_find(owner, node_id(item)) is not None

    def tailor(self, tailoring: Tailoring) -> System:
        """The system that a tailoring asks for; this one stays as it is."""
        need(tailoring, Tailoring, "tailoring")
        made = _fzzf.fzzf_system_tailor(self._held(), tailoring._held())
        system: System = taken(System, made, _fzzf.fzzf_system_unref)
        return system

    def check(self) -> tuple[Finding, ...]:
        """Compiles every rule; raises InvalidRule with every fault found.

        Returns the warnings and notes of a sound system.
        """
        pointer, found = _fzzf.fzzf_plan_new(self._held(), None)
        _fzzf.fzzf_plan_unref(pointer)
        return tuple(finding(*each) for each in found)

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The canonical document."""
        return sources.written(
            _fzzf.fzzf_xml_write_system, self._held(), compact
        )

    def _indicator(self, pointer: Any) -> Indicator | None:
        if pointer is None:
            return None
        facts = _fzzf.fzzf_indicator_describe(pointer)
        return Indicator._of(self, (facts["index"],), facts)

    def _told(self) -> str:
        return f"{self.id!r} edition {self.edition!r}, {len(self)} nodes"


def node_id(id: object) -> str:
    """The id that a caller asks for."""
    if not isinstance(id, str):
        raise TypeError(f"an id is str, not {type(id).__name__}")
    return id


def unknown(id: str, known: list[str]) -> str:
    """What KeyError says of an id that is not there."""
    import difflib  # slow to load and seldom needed

    nearest = difflib.get_close_matches(id, known, 1)
    return f"{id} (the nearest is {nearest[0]})" if nearest else id


def taken(kind: type[Any], made: tuple[Any, Any], release: Any) -> Any:
    """The document of what a function made and found."""
    document = kind._take(made[0], release)
    document._findings = tuple(finding(*each) for each in made[1])
    return document
