# SPDX-License-Identifier: Apache-2.0
"""The operators that rules are made of."""

from __future__ import annotations

from typing import Any, NamedTuple

from fzzf.interface import _fzzf
from fzzf.words import OperatorForm, ParamType


class Param(NamedTuple):
    """An attribute of an element, or an argument of a function."""

    name: str
    type: ParamType
    required: bool
    absent: str | None
    choices: tuple[str, ...]


class Operator(NamedTuple):
    """An element of a rule ("deduct"), or a function of formulas ("rank").

    parts are the elements that may stand inside ("rule": any whole rule), at
    least parts_min and at most parts_max of them; None is no limit.
    """

    name: str
    form: OperatorForm
    summary_zh: str
    summary_en: str
    parts: tuple[str, ...]
    parts_min: int
    parts_max: int | None
    params: tuple[Param, ...]
    repeats: bool


def operators() -> tuple[Operator, ...]:
    """Every operator: rules first, then parts, then functions."""
    return tuple(
        _operator(_fzzf.fzzf_operator_at(i))
        for i in range(_fzzf.fzzf_operator_count())
    )


def _operator(pointer: Any) -> Operator:
    view = _fzzf.fzzf_operator_describe(pointer)
    return Operator(
        view["name"],
        OperatorForm(view["form"]),
        view["summary_zh"],
        view["summary_en"],
        tuple((view["parts"] or "").split()),
        view["parts_min"],
        view["parts_max"] or None,
        tuple(
            _param(_fzzf.fzzf_operator_param(pointer, i))
            for i in range(view["param_count"])
        ),
        bool(view["repeats"]),
    )


def _param(view: dict[str, Any]) -> Param:
    return Param(
        view["name"],
        ParamType(view["type"]),
        bool(view["required"]),
        view["absent"],
        tuple((view["choices"] or "").split()),
    )
