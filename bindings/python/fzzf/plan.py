# SPDX-License-Identifier: Apache-2.0
"""From a system, a contract and declarations to results."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, cast

from fzzf.contract import Contract
from fzzf.declaration import Declaration
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.owning import Asked, Document, Fact, Owner, need, view_of
from fzzf.reading import each_declaration
from fzzf.result import Result, result_of
from fzzf.scores import Display, Scored
from fzzf.sources import Source, is_source
from fzzf.system import System
from fzzf.words import Answer


class Plan(Document):
    """A system and a contract, checked and compiled. Threads may share it.

    A system with faults raises InvalidRule, with all of them as findings.
    """

    __slots__ = ("_system", "_contract", "_findings", "_shown")
    needs_cohort = Asked[bool](_fzzf.fzzf_plan_needs_cohort, bool)

    def __init__(self, system: System, contract: Contract) -> None:
        need(system, System, "system")
        need(contract, Contract, "contract")
        pointer, found = _fzzf.fzzf_plan_new(system._held(), contract._held())
        self._owner = Owner(pointer, _fzzf.fzzf_plan_unref)
        self._system = system
        self._contract = contract
        self._shown = Display(contract.display_places, contract.rounding)
        self._findings = tuple(finding(*each) for each in found)

    @property
    def system(self) -> System:
        """The system it was made from."""
        self._held()
        return self._system

    @property
    def contract(self) -> Contract:
        """The contract it was made with."""
        self._held()
        return self._contract

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes about the system."""
        return self._findings

    def evaluate(self, declaration: Declaration) -> Result:
        """Evaluates one declaration by itself.

        What needs a cohort is not computable.
        """
        need(declaration, Declaration, "declaration")
        with declaration._reading() as given:
            return result_of(
                _fzzf.fzzf_plan_evaluate(self._held(), given), self._shown
            )

    def cohort(
        self,
        declarations: Iterable[Declaration] | Source,
        *,
        threads: int = 1,
    ) -> Cohort:
        """The units that are compared with one another.

        Takes declarations, or a source that holds a batch of them; such a
        batch is never wholly in memory. Threads share declarations, not a
        source; the outcome is the same with any number of them.
        """
        if threads < 1:
            raise ValueError("threads must be at least 1")
        cohort = Cohort._begin(self)
        if is_source(declarations):
            each_declaration(cast(Source, declarations), cohort._add)
        elif threads == 1:
            cohort._add_all(cast("Iterable[object]", declarations))
        else:
            cohort._share(list(cast("Iterable[object]", declarations)), threads)
        cohort._finish()
        return cohort

    def _told(self) -> str:
        owner = self._held()
        system = _fzzf.fzzf_system_id(_fzzf.fzzf_plan_system(owner))
        contract = _fzzf.fzzf_contract_id(_fzzf.fzzf_plan_contract(owner))
        return f"of {system!r} under {contract!r}"


class Member(Scored):
    """One unit of a cohort. place is None when it is open or has no total."""

    __slots__ = ()
    _whole: Cohort
    declaration = Fact[str]()
    unit = Fact[str]()
    name = Fact[str](of="unit_name")
    place = Fact["int | None"](lambda place: place or None)
    eligible = Fact[Answer](Answer)
    grade = Fact["str | None"]()

    def to_dict(self) -> dict[str, Any]:
        """The facts for JSON, as "fzzf rank --format json" gives them."""
        facts = super().to_dict()
        facts["total"] = facts.pop("score")
        return facts

    def _display(self) -> Display:
        return self._whole._plan._shown


class Cohort(Document):
    """The units of a cohort, in the order in which they were given.

    Made by Plan.cohort(). Threads may share it.
    """

    __slots__ = ("_plan", "_findings")
    _plan: Plan
    _findings: tuple[Finding, ...]

    @classmethod
    def _begin(cls, plan: Plan) -> Cohort:
        cohort = cls._take(
            _fzzf.fzzf_cohort_new(plan._held()), _fzzf.fzzf_cohort_free
        )
        cohort._plan = plan
        cohort._findings = ()
        return cohort

    def _add(self, declaration: Any) -> None:
        need(declaration, Declaration, "a declaration of a cohort")
        with declaration._reading() as given:
            self._keep(_fzzf.fzzf_cohort_add(self._held(), given))

    def _add_all(self, declarations: Iterable[object]) -> Cohort:
        for each in declarations:
            self._add(each)
        return self

    def _share(self, declarations: list[object], threads: int) -> None:
        from concurrent.futures import ThreadPoolExecutor  # slow to load

        size = max(1, -(-len(declarations) // threads))
        shares = [
            declarations[start : start + size]
            for start in range(0, len(declarations), size)
        ]
        parts = [Cohort._begin(self._plan) for _ in shares]
        with ThreadPoolExecutor(threads) as pool:
            for part in pool.map(Cohort._add_all, parts, shares):
                self._findings += part._findings
                self._keep(
                    _fzzf.fzzf_cohort_join(self._held(), part._held())
                )

    def _finish(self) -> None:
        self._keep(_fzzf.fzzf_cohort_close(self._held()))

    def _keep(self, made: tuple[Any, Any]) -> None:
        self._findings += tuple(finding(*each) for each in made[1])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes about the declarations."""
        return self._findings

    @property
    def plan(self) -> Plan:
        """The plan it was made by."""
        self._held()
        return self._plan

    def __len__(self) -> int:
        count: int = _fzzf.fzzf_cohort_count(self._held())
        return count

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Member]:
        for index in range(len(self)):
            yield self._member(index)

    def evaluate(self, declaration: Declaration) -> Result:
        """Evaluates one member in full, with the figures of the cohort."""
        need(declaration, Declaration, "declaration")
        with declaration._reading() as given:
            return result_of(
                _fzzf.fzzf_cohort_evaluate(self._held(), given),
                self._plan._shown,
            )

    def _member(self, index: int) -> Member:
        view: Any = view_of(_fzzf.fzzf_cohort_member(self._held(), index))
        return Member._of(self, (index,), view)

    def _told(self) -> str:
        return f"of {len(self)} units"
