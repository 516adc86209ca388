#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A slow, obvious evaluator to compare the library with.

    fzzf_reference.py SYSTEM CONTRACT [--tailoring T] DECLARATION...
    fzzf_reference.py --folder DIR

The second form evaluates system.xml, contract.xml, tailoring.xml (if there
is one) and declarations.xml in every folder below DIR, and writes
expected.txt beside them.
"""

import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import reference_numbers as n                               # noqa: E402
from reference_documents import (                           # noqa: E402
    UNPUBLISHED, Contract, System, parse_xml, read_declarations)
from reference_evaluate import Context                      # noqa: E402
from reference_family import SCORED                         # noqa: E402
from reference_nodes import Unit                            # noqa: E402
from reference_numbers import Num, point                    # noqa: E402

READINGS = ("indicators-all", "indicators-applicable", "points-all",
            "points-applicable")
MET_WORDS = {(True,): "yes", (False,): "no", (False, True): "unknown"}


class Reading:
    """One reading of the threshold; numerator None: it has no value."""

    def __init__(self, numerator, denominator, left_out, passes):
        self.numerator = numerator
        self.denominator = denominator
        self.left_out = left_out
        self.passes = passes


class Round:
    """A system, a contract, and all units that were declared."""

    def __init__(self, system, contract, declarations, tailoring=None):
        self.system = System(parse_xml(system))
        if tailoring is not None:
            self.system.tailor(parse_xml(tailoring))
        self.contract = Contract(parse_xml(contract))
        self.units = [Unit(declaration, self) for source in declarations
                      for declaration in read_declarations(parse_xml(source))]


def counted(unit):
    """The leaves that the threshold counts."""
    for node in unit.round.system.order():
        if not node.children and node.parent is not None:
            if not any(a.bonus for a in node.line()) and unit.applies(node):
                yield node


def leaf_shares(unit, node):
    """(met, applicable, score, points); score None: it has no value."""
    result = unit.result(node)
    state = result.outcome.state
    points = unit.nominal(node)
    if state == "not-applicable":
        treatment = node.treatment or unit.round.contract.treatment
        if treatment == "full":
            return point(1), True, points, points
        return n.ZERO, False, n.ZERO, points
    if state == "absent":
        return n.ZERO, False, n.ZERO, points
    options = result.met.options
    met = Num(int(options == {True}), int(True in options))
    score = result.outcome.score if state in SCORED else None
    return met, True, score, points


def reading(unit, name):
    by_points = name.startswith("points")
    everyone = name.endswith("all")
    numerator, denominator, left_out = n.ZERO, n.ZERO, 0
    known = True
    for node in counted(unit):
        met, applicable, score, points = leaf_shares(unit, node)
        left_out += not applicable
        if not applicable and not everyone:
            continue
        if not by_points:
            numerator = n.add(numerator, met)
            denominator = n.add(denominator, point(1))
        elif score is None or points in (None, UNPUBLISHED):
            known = False
        else:
            numerator = n.add(numerator, score)
            denominator = n.add(denominator, points)
    if not known:
        return Reading(None, None, left_out, "undetermined")
    passes = compare(numerator, denominator, unit.round.contract.share)
    return Reading(numerator, denominator, left_out, passes)


def compare(numerator, denominator, share):
    if denominator.exact and denominator.lo == 0:
        return "nothing-applicable"
    least = n.multiply(denominator, point(share))
    options = n.less_equal(least, numerator).options
    return {(True,): "yes", (False,): "no"}.get(tuple(options),
                                                "undetermined")


def verdict(unit, readings):
    """(yes, no or undetermined; the grade of the whole or None)."""
    system, contract = unit.round.system, unit.round.contract
    passes = readings[contract.reading].passes
    answers = []
    if unit.declaration.type == "comprehensive":
        answers.append({"yes": n.YES, "no": n.NO}.get(passes, n.UNKNOWN))
    ctx = Context(unit, system.total, "met")
    for when in system.requires:
        answers.append(require(unit, ctx, when))
    for node in system.order():
        answers.append(n.invert(unit.vetoed(node).bar))
    grades = unit.result(system.total).grades
    grade = next(iter(grades)) if len(grades) == 1 else None
    if any(a.options == {False} for a in answers):
        return "no", grade
    if all(a.options == {True} for a in answers):
        return "yes", grade
    return "undetermined", grade


def require(unit, ctx, when):
    """What is not applicable is not required; no value leaves it open."""
    try:
        truth = ctx.truth(when)
    except n.Spread as spread:
        if spread.kind == n.NOT_APPLICABLE and not spread.perhaps:
            return n.YES
        return n.UNKNOWN
    return n.UNKNOWN if truth.maybe else truth


def node_line(unit, node):
    result = unit.result(node)
    outcome = result.outcome
    low = high = full = "-"
    if outcome.state in SCORED:
        low, high = n.end_texts(outcome.score)
        if isinstance(outcome.full, Num):
            full = n.end_texts(outcome.full)[0]
    met = "-"
    if result.met is not None:
        met = MET_WORDS[tuple(sorted(result.met.options))]
    return ["NODE", node.id, outcome.state, low, high, full, met]


def reading_line(name, found):
    low = high = denominator = "-"
    if found.numerator is not None:
        low, high = n.end_texts(found.numerator)
        denominator = n.end_texts(found.denominator)[0]
    return ["READING", name, low, high, denominator, str(found.left_out),
            found.passes]


def dump(round_):
    """The lines of the dump."""
    for unit in round_.units:
        lines = [node_line(unit, node) for node in round_.system.order()]
        readings = {name: reading(unit, name) for name in READINGS}
        lines += [reading_line(name, readings[name]) for name in READINGS]
        eligible, grade = verdict(unit, readings)
        lines.append(["VERDICT", eligible, grade or "-"])
        for line in lines:
            yield "\t".join([unit.declaration.code] + line)


def read(path):
    if path is None:
        return None
    with open(path, encoding="utf-8-sig") as stream:
        return stream.read()


def evaluate_files(system, contract, declarations, tailoring=None):
    round_ = Round(read(system), read(contract),
                   [read(path) for path in declarations], read(tailoring))
    return list(dump(round_))


def evaluate_folder(folder):
    for name in sorted(os.listdir(folder)):
        here = os.path.join(folder, name)
        system = os.path.join(here, "system.xml")
        if not os.path.exists(system):
            continue
        tailoring = os.path.join(here, "tailoring.xml")
        lines = evaluate_files(
            system, os.path.join(here, "contract.xml"),
            [os.path.join(here, "declarations.xml")],
            tailoring if os.path.exists(tailoring) else None)
        with open(os.path.join(here, "expected.txt"), "w",
                  encoding="utf-8", newline="\n") as stream:
            stream.write("\n".join(lines) + "\n")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folder")
    parser.add_argument("--tailoring")
    parser.add_argument("documents", nargs="*",
                        metavar="SYSTEM CONTRACT DECLARATION")
    asked = parser.parse_args(arguments)
    if asked.folder:
        evaluate_folder(asked.folder)
        return 0
    if len(asked.documents) < 3:
        parser.error("a system, a contract and a declaration are wanted")
    system, contract, *declarations = asked.documents
    for line in evaluate_files(system, contract, declarations,
                               asked.tailoring):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
