# SPDX-License-Identifier: Apache-2.0
"""Reads systems, tailorings, contracts and declarations; checks nothing."""

import datetime
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

from reference_formula import number

NS = "{urn:fzzf:1}"
UNPUBLISHED = "unpublished"


def amount(text):
    """None when absent, "unpublished", or a fraction."""
    if text is None or text == UNPUBLISHED:
        return text
    return number(text)


def tag(element):
    return element.tag.replace(NS, "")


def children(element, *names):
    return [e for e in element if tag(e) in names]


def child(element, name):
    found = element.find(NS + name)
    return found


def words(text):
    return (text or "").split()


def ordinal(text):
    return Fraction(datetime.date.fromisoformat(text).toordinal())


class Variant:
    """<for>: other values for the units of a group."""

    def __init__(self, element):
        self.group = element.get("group")
        self.points = amount(element.get("points"))
        self.weight = amount(element.get("weight"))
        self.value = amount(element.get("value"))
        self.applies = element.get("applies")


class Parameter:
    def __init__(self, element):
        self.value = amount(element.get("value"))
        self.variants = [Variant(e) for e in children(element, "for")]


class Observe:
    def __init__(self, element):
        self.id = element.get("id")
        self.kind = element.get("kind")
        self.min = amount(element.get("min"))
        self.max = amount(element.get("max"))
        self.whole = (element.get("whole") == "yes" or self.kind == "count")
        self.periods = words(element.get("periods"))
        self.options = [e.get("id") for e in children(element, "option")]


class Veto:
    def __init__(self, element):
        self.when = element.get("when")
        self.effect = element.get("effect")
        self.value = element.get("value")
        self.grade = element.get("grade")


class Node:
    """An indicator, or the whole."""

    def __init__(self, element, parent, system):
        self.parent = parent
        self.id = element.get("id") if parent else "total"
        self.level = parent.level + 1 if parent else 0
        self.points = amount(element.get("points"))
        self.weight = amount(element.get("weight"))
        self.applies = element.get("applies", "both")
        self.bonus = element.get("bonus") == "yes"
        self.tags = words(element.get("tags"))
        self.treatment = element.get("na")
        self.substitute = element.get("substitute")
        self.observes = {e.get("id"): Observe(e)
                         for e in children(element, "observe")}
        self.variants = [Variant(e) for e in children(element, "for")]
        self.rule = child(element, "rule")
        met = child(element, "met")
        self.met = None if met is None else met.get("when")
        self.vetoes = [Veto(e) for e in children(element, "veto")]
        grading = child(element, "grading")
        self.grading = None if grading is None else grading[0]
        system.nodes[self.id] = self
        self.children = [Node(e, self, system)
                         for e in children(element, "indicator")]

    def line(self):
        """The node and what is above it."""
        node = self
        while node:
            yield node
            node = node.parent


class Calendar:
    def __init__(self, element):
        self.start = ordinal(element.get("from"))
        self.end = ordinal(element.get("to"))
        self.days = {ordinal(e.get("date")): e.get("work") == "yes"
                     for e in children(element, "day")}

    def works(self, day):
        usual = datetime.date.fromordinal(int(day)).weekday() < 5
        return self.days.get(day, usual)


class System:
    def __init__(self, root):
        self.id = root.get("id")
        self.parameters = {e.get("id"): Parameter(e)
                           for e in children(root, "parameter")}
        calendar = child(root, "calendar")
        self.calendar = None if calendar is None else Calendar(calendar)
        self.grades = [e.get("id") for e in children(root, "grade")]
        self.requires = [e.get("when") for e in children(root, "require")]
        self.nodes = {}
        self.total = Node(root, None, self)

    def order(self):
        """All nodes in document order, the whole first."""
        stack = [self.total]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def tailor(self, root):
        for e in children(root, "set"):
            parameter = self.parameters[e.get("parameter")]
            parameter.value = amount(e.get("value"))
        for e in children(root, "drop"):
            self.drop(self.nodes[e.get("node")])
        for e in children(root, "change"):
            node = self.nodes[e.get("node")]
            node.points = amount(e.get("points", "")) \
                if e.get("points") else node.points
            node.weight = amount(e.get("weight")) \
                if e.get("weight") else node.weight
            node.applies = e.get("applies", node.applies)

    def drop(self, node):
        node.parent.children.remove(node)
        stack = [node]
        while stack:
            gone = stack.pop()
            del self.nodes[gone.id]
            stack.extend(gone.children)


class Contract:
    def __init__(self, root):
        rounding = child(root, "rounding")
        self.mode = rounding.get("mode")
        self.places = {}
        for step in ("indicator", "node", "total"):
            text = rounding.get(step)
            self.places[step] = None if text == "none" else int(text)
        self.decide = words(child(root, "assessors").get("decide"))
        self.steps = child(root, "steps").get("part")
        self.bonus = child(root, "bonus").get("order")
        absent = child(root, "absent")
        self.absent = dict(absent.attrib)
        self.absent_nodes = {e.get("id"): dict(e.attrib)
                             for e in children(absent, "node")}
        self.treatment = child(root, "not-applicable").get("treatment")
        self.without_rule = child(root, "nodes").get("without-rule")
        self.ties = child(root, "ties").get("places")
        self.met = child(root, "met").get("when")
        threshold = child(root, "threshold")
        self.share = number(threshold.get("share"))
        self.reading = threshold.get("reading")

    def policy(self, node, state):
        """Of the exceptions at the node and above it the nearest wins."""
        for at in node.line():
            own = self.absent_nodes.get(at.id, {})
            if state in own:
                return own[state]
        return self.absent[state]


class Award:
    def __init__(self, element):
        self.level = element.get("level")
        self.issuer = element.get("issuer")
        self.matter = element.get("matter")
        date = element.get("date")
        self.date = None if date is None else ordinal(date)


class Observation:
    def __init__(self, element):
        self.state = element.get("state", "present")
        self.value = element.get("value")
        self.numerator = amount(element.get("numerator"))
        self.denominator = amount(element.get("denominator"))
        self.items = {e.get("of"): Fraction(e.get("count"))
                      for e in children(element, "item")}
        self.marks = [number(e.get("value"))
                      for e in children(element, "mark")]
        self.awards = [Award(e) for e in children(element, "award")]


class Entry:
    """What one assessor says about one indicator."""

    def __init__(self, element):
        self.not_applicable = element.get("state") == "not-applicable"
        self.observations = {
            (e.get("id"), e.get("period")): Observation(e)
            for e in children(element, "observation")}
        self.evidence = [(e.get("kind"), e.get("submitted", "remote"))
                         for e in children(element, "evidence")]


class Declaration:
    def __init__(self, root):
        unit = child(root, "unit")
        self.type = root.get("type")
        self.code = unit.get("code")
        self.level = unit.get("level")
        self.groups = words(unit.get("groups"))
        self.assessments = []
        self.overrides = {}
        for e in children(root, "assessment"):
            entries = {i.get("id"): Entry(i)
                       for i in children(e, "indicator")}
            self.assessments.append((e.get("assessor"), entries))
            for o in children(e, "override"):
                self.overrides.setdefault(
                    (e.get("assessor"), o.get("node")),
                    number(o.get("value")))

    def entries(self, assessor, node_id):
        """The entries for an indicator by one assessor, in order."""
        return [entries[node_id] for name, entries in self.assessments
                if name == assessor and node_id in entries]


def read_declarations(root):
    if tag(root) == "declarations":
        return [Declaration(e) for e in children(root, "declaration")]
    return [Declaration(root)]


def parse_xml(source):
    """The root element of a text or of an open file."""
    if isinstance(source, str):
        return ElementTree.fromstring(source)
    return ElementTree.parse(source).getroot()
