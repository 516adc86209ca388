# SPDX-License-Identifier: Apache-2.0
"""Results: scores, causes, readings of the 90 % rule, the verdict."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Iterable, Iterator, TypeVar

from fzzf import sources
from fzzf.errors import Finding, finding
from fzzf.interface import _fzzf
from fzzf.numbers import Interval, exact
from fzzf.owning import Document, Fact, Part
from fzzf.scores import Display, Scored
from fzzf.system import node_id, unknown
from fzzf.words import Answer, Language, Reading, choose

_AnyPart = TypeVar("_AnyPart", bound=Part)


class Verdict(Part):
    """What a result is about, and what it says of eligibility."""

    __slots__ = ()
    declaration = Fact[str]()
    unit = Fact[str]()
    unit_name = Fact[str]()
    system = Fact[str]()
    contract = Fact[str]()
    grade = Fact["str | None"]()
    eligible = Fact[Answer](Answer)
    deciding = Fact[Reading](Reading)


class Cause(Part):
    """One cause of a node's score. Full marks plus all amounts are the score,
    exactly; for an interval, at both ends."""

    __slots__ = ()
    code = Fact[str]()
    label = Fact["str | None"]()
    #: At the lower end; negative is lost. None: open.
    amount = Fact["Fraction | None"](exact)
    #: At the upper end.
    high = Fact["Fraction | None"](exact)
    node = Fact["str | None"]()
    veto = Fact["str | None"]()

    def text(self, lang: Language | str = Language.CHINESE) -> str:
        """The cause as a sentence."""
        return _text(_fzzf.fzzf_result_cause_text, self, lang) or ""

    def to_dict(self) -> dict[str, Any]:
        """The facts for JSON, with the sentence."""
        return {**super().to_dict(), **_texts(self.text)}


class NodeResult(Scored):
    """The outcome of one node."""

    __slots__ = ()
    _whole: Result
    id = Fact[str]()
    title = Fact[str]()
    level = Fact[int]()
    bonus = Fact[bool](bool)
    met = Fact[Answer](Answer)
    #: Full marks for this unit; None: unknown.
    full = Fact["Fraction | None"](exact)
    grade = Fact["str | None"]()

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What leads from full marks to the score, in order."""
        owner = self._whole._held()
        return tuple(
            Cause._of(
                self._whole,
                (*self._place, i),
                _fzzf.fzzf_result_cause(owner, *self._place, i),
            )
            for i in range(self._fact("cause_count"))
        )

    def why(self, lang: Language | str = Language.CHINESE) -> str | None:
        """Why there is no exact score, as a sentence; None when there is."""
        return _text(_fzzf.fzzf_result_why, self, lang)

    def to_dict(self) -> dict[str, Any]:
        """The facts for JSON, with the causes."""
        facts = super().to_dict()
        facts["why"] = None if self.why() is None else _texts(self.why)
        facts["causes"] = [cause.to_dict() for cause in self.causes]
        return facts

    def _display(self) -> Display:
        return self._whole._display()


class ReadingResult(Part):
    """One reading of the threshold: so many met, out of so many."""

    __slots__ = ()
    name = Fact[Reading](Reading)
    #: The least that is met; None: no value.
    low = Fact["Fraction | None"](exact)
    high = Fact["Fraction | None"](exact)
    #: What it is out of.
    of = Fact["Fraction | None"](exact)
    #: How many indicators are not counted as applicable.
    left_out = Fact[int]()
    passes = Fact[Answer](Answer)


class Reason(Part):
    """One reason of the verdict."""

    __slots__ = ()
    code = Fact[str]()
    id = Fact[str]()
    node = Fact["str | None"]()
    answer = Fact[Answer](Answer)

    def text(self, lang: Language | str = Language.CHINESE) -> str:
        """The reason as a sentence."""
        return _text(_fzzf.fzzf_result_reason_text, self, lang) or ""

    def to_dict(self) -> dict[str, Any]:
        """The facts for JSON, with the sentence."""
        return {**super().to_dict(), **_texts(self.text)}


class Open(Part):
    """An observation that leaves the result open."""

    __slots__ = ()
    node = Fact[str]()
    observation = Fact[str]()
    period = Fact["str | None"]()


class Figure(Part):
    """A figure of the cohort that the result used."""

    __slots__ = ()
    name = Fact[str]()
    node = Fact[str]()
    low = Fact["Fraction | None"](exact)
    high = Fact["Fraction | None"](exact)
    #: Whether the ends are drawn round one irrational number.
    enclosed = Fact[bool](bool)
    #: What that is the square root of; None: not known, or not irrational.
    square = Fact["Fraction | None"](exact)


class Input(Part):
    """A document that the result was computed from."""

    __slots__ = ()
    role = Fact[str]()
    id = Fact[str]()
    #: Of its source bytes; "" when it was built in memory.
    sha256 = Fact[str]()


class Result(Document):
    """One unit's result, made by Plan.evaluate() and Cohort.evaluate().

    len() and iteration give the nodes in document order, the whole ("total")
    first; result["3.2.1"] gives one.
    """

    __slots__ = ("_findings", "_shown")
    _findings: tuple[Finding, ...]
    _shown: Display | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes about the declaration."""
        return self._findings

    @property
    def verdict(self) -> Verdict:
        """What it is about, and whether the unit is eligible."""
        return Verdict._of(
            self, (), _fzzf.fzzf_result_verdict(self._held())
        )

    @property
    def total(self) -> NodeResult:
        """The outcome of the whole."""
        return self._node(0)

    @property
    def score(self) -> Fraction | None:
        """The total when it is one number, else None."""
        return self.total.score

    @property
    def interval(self) -> Interval | None:
        """Between what ends the total is; None when there is none."""
        return self.total.interval

    @property
    def rounded(self) -> Decimal | None:
        """The total as the contract shows it, or None."""
        return self.total.rounded

    @property
    def readings(self) -> dict[Reading, ReadingResult]:
        """All readings of the threshold; the key may be its text."""
        return {
            reading: ReadingResult._of(
                self,
                (reading.number,),
                _fzzf.fzzf_result_reading(self._held(), reading.number),
            )
            for reading in Reading
        }

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons of the verdict, the weightiest first."""
        return self._all(Reason, _fzzf.fzzf_result_reason)

    @property
    def open(self) -> tuple[Open, ...]:
        """The observations that leave it open."""
        return self._all(Open, _fzzf.fzzf_result_open)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the cohort that it used."""
        return self._all(Figure, _fzzf.fzzf_result_figure)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The documents it was computed from."""
        return self._all(Input, _fzzf.fzzf_result_input)

    def __len__(self) -> int:
        count: int = _fzzf.fzzf_result_count(self._held())
        return count

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[NodeResult]:
        for index in range(len(self)):
            yield self._node(index)

    def __getitem__(self, id: str) -> NodeResult:
        index = _fzzf.fzzf_result_find(self._held(), node_id(id))
        if index == len(self):
            raise KeyError(unknown(id, [each.id for each in self]))
        return self._node(index)

    def __contains__(self, id: object) -> bool:
        index: int = _fzzf.fzzf_result_find(self._held(), node_id(id))
        return index < len(self)

    def to_xml(self, *, compact: bool = False) -> bytes:
        """The result document, which recompute() takes."""
        return sources.written(
            _fzzf.fzzf_xml_write_result, self._held(), compact
        )

    def to_dict(self) -> dict[str, Any]:
        """All of it for JSON: numbers are exact texts, words are texts.

        In the form in which "fzzf explain --format json" gives a result, with
        every node.
        """
        lists: dict[str, Iterable[Part]] = {
            "readings": self.readings.values(),
            "reasons": self.reasons,
            "open": self.open,
            "inputs": self.inputs,
            "figures": self.figures,
            "nodes": self,
        }
        facts = self.verdict.to_dict()
        for name, parts in lists.items():
            facts[name] = [part.to_dict() for part in parts]
        return facts

    def _node(self, index: int) -> NodeResult:
        return NodeResult._of(
            self, (index,), _fzzf.fzzf_result_node(self._held(), index)
        )

    def _all(
        self, kind: type[_AnyPart], function: Callable[..., Any]
    ) -> tuple[_AnyPart, ...]:
        owner = self._held()
        parts: list[_AnyPart] = []
        while (view := function(owner, len(parts))) is not None:
            parts.append(kind._of(self, (len(parts),), view))
        return tuple(parts)

    def _display(self) -> Display:
        if self._shown is None:
            raise ValueError("this result does not know its contract")
        return self._shown

    def _told(self) -> str:
        facts = self.verdict
        return f"of {facts.unit_name!r}: {self.total.state}, {self.rounded}"


def result_of(made: tuple[Any, Any], shown: Display | None) -> Result:
    """The result of a pointer that is ours, and its findings."""
    result = Result._take(made[0], _fzzf.fzzf_result_unref)
    result._findings = tuple(finding(*each) for each in made[1])
    result._shown = shown
    return result


def _text(
    function: Callable[..., Any], part: Part, lang: Language | str
) -> str | None:
    """A sentence about a part of a result."""
    owner = part._whole._held()
    language = choose(Language, lang, "lang").number
    text: str | None = function(owner, *part._place, language)
    return text


def _texts(tell: Callable[[Language], str | None]) -> dict[str, str | None]:
    return {language.value: tell(language) for language in Language}
