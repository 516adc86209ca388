# SPDX-License-Identifier: Apache-2.0
"""The generator's cases again, with values in place of what is absent.

Whatever the values are, a score of the filled case has to lie inside the
interval of the case with gaps: that is what a sound interval means.
"""

import random
import re

from generate import ABSENT, OPTIONS, Case, el


def bounded(contract):
    """The contract with every absent observation bounded."""
    head, rest = contract.split("<absent ", 1)
    absent, tail = rest.split("<not-applicable", 1)
    absent = re.sub(r'(missing|not-assessed|disputed)="[a-z-]+"',
                    r'\1="bound"', absent)
    absent = re.sub(r'no-value="[a-z-]+"', 'no-value="refuse"', absent)
    return head + "<absent " + absent + "<not-applicable" + tail


class Filled(Case):
    """A case whose gaps are filled by a second source of chance."""

    def __init__(self, seed, fill):
        self.other = random.Random(fill)
        super().__init__(seed, plain=True)
        self.contract = bounded(self.contract)

    def _gap(self, spec, period):
        inner, attributes = self._any_value(spec)
        return el("observation", inner, id=spec.name, period=period,
                  **attributes)

    def _without(self, spec, period, state):
        if state not in ABSENT:
            return super()._without(spec, period, state)
        return self._gap(spec, period)

    def _any_value(self, spec):
        draw, kind = self.other.randint, spec.kind
        if kind == "number":
            return "", {"value": draw(2 * spec.low, 2 * spec.high) / 2}
        if kind == "count":
            low = spec.low or 0
            return "", {"value": draw(low, spec.high or low + 12)}
        if kind == "ratio":
            below = draw(1, 6)
            return "", {"numerator": draw(0, below), "denominator": below}
        if kind == "survey":
            return "".join(el("item", of=option, count=draw(2, 9))
                           for option in OPTIONS), {}
        if kind == "panel":
            return "".join(el("mark", value=draw(0, spec.high or 20))
                           for _ in range(4)), {}
        mine, self.random = self.random, self.other
        try:
            return self._value(spec)
        finally:
            self.random = mine


class Gaps(Case):
    """The same case with its gaps, under a contract that bounds them."""

    def __init__(self, seed):
        super().__init__(seed, plain=True)
        self.contract = bounded(self.contract)

    def _gap(self, spec, period):
        # Said outright, or another assessor's value would take its place.
        return self._without(spec, period, "missing")
