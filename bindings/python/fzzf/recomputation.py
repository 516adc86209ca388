# SPDX-License-Identifier: Apache-2.0
"""Doing a result again from what it cites."""

from __future__ import annotations

import os
from typing import Iterable, Union

from fzzf import sources
from fzzf.interface import _fzzf
from fzzf.owning import Document, Fact, Part, view_of
from fzzf.result import Result, result_of
from fzzf.scores import Display
from fzzf.sources import Limits, Source
from fzzf.words import Rounding

Path = Union[str, "os.PathLike[str]"]


class Difference(Part):
    """A value that differs; None is one that is not there."""

    __slots__ = ()
    path = Fact[str]()
    stated = Fact["str | None"]()
    computed = Fact["str | None"]()


class Recomputation(Document):
    """A result document, read and computed again; see recompute()."""

    __slots__ = ()

    @property
    def same(self) -> bool:
        """Whether every value is the same."""
        count: int = _fzzf.fzzf_recomputation_count(self._held())
        return count == 0

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The values that differ."""
        owner = self._held()
        return tuple(
            Difference._of(
                self, (i,), view_of(_fzzf.fzzf_recomputation_at(owner, i))
            )
            for i in range(_fzzf.fzzf_recomputation_count(owner))
        )

    @property
    def result(self) -> Result:
        """The result computed again; it outlives this object."""
        owner = self._held()
        pointer = _fzzf.fzzf_result_ref(
            _fzzf.fzzf_recomputation_result(owner)
        )
        result = result_of((pointer, ()), None)
        result._shown = _shown(result)
        return result

    def _told(self) -> str:
        return f"{len(self.differences)} differences"


def recompute(
    source: Source,
    paths: Path | Iterable[Path],
    *,
    name: str | None = None,
    limits: Limits | None = None,
) -> Recomputation:
    """Reads a result document, finds its inputs among files and folders by
    their SHA-256, evaluates again and compares value by value."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    for path in given:
        if not isinstance(path, (str, os.PathLike)):
            raise TypeError(f"a path cannot be {type(path).__name__}")
        os.stat(path)
    pointer, _ = sources.ask(
        _fzzf.fzzf_recompute,
        source,
        name,
        limits,
        tuple(os.fsencode(path) for path in given),
    )
    return Recomputation._take(pointer, _fzzf.fzzf_recomputation_free)


def _shown(result: Result) -> Display:
    """How the contract inside a result document shows numbers."""
    from xml.etree import ElementTree  # slow to load and seldom needed

    rounding = ElementTree.fromstring(result.to_xml()).find(
        "{urn:fzzf:1}contract/{urn:fzzf:1}rounding"
    )
    if rounding is None:
        raise ValueError("the result holds no contract")
    return Display(
        int(rounding.attrib["display"]), Rounding(rounding.attrib["mode"])
    )
