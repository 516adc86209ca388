# SPDX-License-Identifier: Apache-2.0
"""What differs between two documents, and why a score changed."""

from __future__ import annotations

from fractions import Fraction
from typing import Iterator

from fzzf import sources
from fzzf.declaration import Declaration
from fzzf.errors import InputOutputError
from fzzf.interface import _fzzf
from fzzf.numbers import exact
from fzzf.owning import Document, Fact, Part, need, view_of
from fzzf.plan import Plan
from fzzf.recomputation import Recomputation
from fzzf.sources import Source


class Cell(Part):
    """A value that differs; None where only the other document has it."""

    __slots__ = ()
    path = Fact[str]()
    before = Fact["str | None"]()
    after = Fact["str | None"]()


class Diff(Document):
    """The cells in which two documents differ; see diff(). False when they
    say the same."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _fzzf.fzzf_diff_count(self._held())
        return count

    def __iter__(self) -> Iterator[Cell]:
        for index in range(len(self)):
            view = view_of(_fzzf.fzzf_diff_at(self._held(), index))
            yield Cell._of(self, (index,), view)

    def _told(self) -> str:
        return f"of {len(self)} cells"


class Share(Part):
    """What of a node's change of score comes from what.

    change = data + system, and system = weight + rule + edition, exactly. What
    cannot be told is None.
    """

    __slots__ = ()
    node = Fact[str]()
    title = Fact[str]()
    before = Fact["Fraction | None"](exact)
    after = Fact["Fraction | None"](exact)
    change = Fact["Fraction | None"](exact)
    data = Fact["Fraction | None"](exact)
    system = Fact["Fraction | None"](exact)
    weight = Fact["Fraction | None"](exact)
    rule = Fact["Fraction | None"](exact)
    edition = Fact["Fraction | None"](exact)


class Attribution(Document):
    """The shares of all nodes that both sides score; see attribute()."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _fzzf.fzzf_attribution_count(self._held())
        return count

    def __iter__(self) -> Iterator[Share]:
        for index in range(len(self)):
            view = view_of(_fzzf.fzzf_attribution_at(self._held(), index))
            yield Share._of(self, (index,), view)

    def __getitem__(self, node: str) -> Share:
        for share in self:
            if share.node == node:
                return share
        raise KeyError(node)

    def _told(self) -> str:
        return f"of {len(self)} nodes"


def diff(old: Source, new: Source) -> Diff:
    """Compares two documents of one kind, cell by cell."""
    try:
        pointer, _ = _fzzf.fzzf_diff_new(
            sources.plain(old), sources.plain(new)
        )
    except InputOutputError:
        sources.explain(old)
        sources.explain(new)
        raise
    return Diff._take(pointer, _fzzf.fzzf_diff_free)


def attribute(
    old: Plan,
    old_declaration: Declaration,
    new: Plan,
    new_declaration: Declaration,
) -> Attribution:
    """Says what of each change of score comes from data, weights, rules and
    edition: the mean over all orders in which the four may be changed."""
    need(old, Plan, "old")
    need(new, Plan, "new")
    need(old_declaration, Declaration, "old_declaration")
    need(new_declaration, Declaration, "new_declaration")
    with old_declaration._reading() as one, new_declaration._reading() as two:
        pointer, _ = _fzzf.fzzf_attribution_new(
            old._held(), one, new._held(), two
        )
    return Attribution._take(pointer, _fzzf.fzzf_attribution_free)


def attribute_results(old: Recomputation, new: Recomputation) -> Attribution:
    """The same for two result documents, from what they cite. One that is not
    what its inputs give cannot be attributed."""
    need(old, Recomputation, "old")
    need(new, Recomputation, "new")
    if not (old.same and new.same):
        raise ValueError("a result is not what its inputs give")
    one, two = old._held(), new._held()
    pointer, _ = _fzzf.fzzf_attribution_new(
        _fzzf.fzzf_recomputation_plan(one),
        _fzzf.fzzf_recomputation_declaration(one),
        _fzzf.fzzf_recomputation_plan(two),
        _fzzf.fzzf_recomputation_declaration(two),
    )
    return Attribution._take(pointer, _fzzf.fzzf_attribution_free)
