# SPDX-License-Identifier: Apache-2.0
"""Writes small documents for the tests of the reference."""

from xml.sax.saxutils import quoteattr

from fzzf_reference import Round, dump

DEFAULTS = dict(
    mode="half-up", indicator="none", node="none", total="none", display="2",
    decide="final province city self", part="whole",
    order="floor-then-bonus", missing="bound", not_assessed="bound",
    disputed="bound", no_value="refuse", nodes="", treatment="rescale",
    without_rule="sum", ties="skip", met="score >= points", share="90%",
    reading="indicators-all")


def contract(**changes):
    c = dict(DEFAULTS, **changes)
    return (
        '<contract xmlns="urn:fzzf:1" id="c" title="c">'
        '<rounding mode="{mode}" indicator="{indicator}" node="{node}" '
        'total="{total}" display="{display}"/>'
        '<assessors decide="{decide}"/><steps part="{part}"/>'
        '<bonus order="{order}"/><absent missing="{missing}" '
        'not-assessed="{not_assessed}" disputed="{disputed}" '
        'no-value="{no_value}">{nodes}</absent>'
        '<not-applicable treatment="{treatment}"/>'
        '<nodes without-rule="{without_rule}"/><ties places="{ties}"/>'
        '<met when={met}/>'
        '<threshold share="{share}" reading="{reading}"/></contract>'
    ).format(**dict(c, met=quoteattr(c["met"])))


def system(body, head="", tail=""):
    return ('<system xmlns="urn:fzzf:1" id="s" edition="1" title="s">%s%s%s'
            '</system>' % (head, body, tail))


def observes(kinds):
    """name -> kind, or name -> "kind a b c" with options, or XML."""
    text = ""
    for name, kind in kinds.items():
        kind, *options = kind.split(" ")
        inner = "".join('<option id="%s"/>' % o for o in options
                        if "=" not in o)
        extra = "".join(' %s="%s"' % tuple(o.split("="))
                        for o in options if "=" in o)
        text += '<observe id="%s" kind="%s" title="%s"%s>%s</observe>' % (
            name, kind, name, extra, inner)
    return text


def leaf(name, rule, kinds=None, after="", **attributes):
    """One indicator; rule is a formula or an element."""
    text = "".join(" %s=%s" % (key, quoteattr(str(value)))
                   for key, value in attributes.items() if value is not None)
    if rule is None:
        rule = ""
    elif rule.startswith("<"):
        rule = "<rule>%s</rule>" % rule
    else:
        rule = "<rule value=%s/>" % quoteattr(rule)
    return '<indicator id="%s" title="%s"%s>%s%s%s</indicator>' % (
        name, name, text, observes(kinds or {}), rule, after)


def observation(name, value, period=None):
    """value: a text; a dict of items; a list of marks; XML; a state."""
    period = "" if period is None else ' period="%s"' % period
    if isinstance(value, dict):
        inner = "".join('<item of="%s" count="%s"/>' % pair
                        for pair in value.items())
    elif isinstance(value, list):
        inner = "".join('<mark value="%s"/>' % mark for mark in value)
    elif isinstance(value, tuple):
        period += ' numerator="%s" denominator="%s"' % value
        inner = ""
    elif str(value).startswith("<"):
        inner = value
    elif str(value).startswith("!"):
        period += ' state="%s" reason="r"' % value[1:]
        inner = ""
    else:
        period += ' value="%s"' % value
        inner = ""
    return '<observation id="%s"%s>%s</observation>' % (name, period, inner)


def entry(node, values, evidence=""):
    if values == "!not-applicable":
        return '<indicator id="%s" state="not-applicable" reason="r"/>' % node
    inner = ""
    for name, value in values.items():
        name, _, period = name.partition("@")
        inner += observation(name, value, period or None)
    return '<indicator id="%s">%s%s</indicator>' % (node, inner, evidence)


def assessment(entries, assessor="self"):
    inner = "".join(entry(node, values) for node, values in entries.items())
    return '<assessment assessor="%s">%s</assessment>' % (assessor, inner)


def declaration(entries, code="330101", level="county", groups="",
                more=""):
    groups = groups and ' groups="%s"' % groups
    return ('<declaration xmlns="urn:fzzf:1" id="d" system="s" '
            'type="comprehensive"><unit code="%s" name="n" level="%s"%s/>'
            '%s%s</declaration>' % (code, level, groups,
                                    assessment(entries), more))


class Answer:
    """The dump of one or several units, by name."""

    def __init__(self, lines):
        self.nodes = {}
        self.readings = {}
        self.verdicts = {}
        for line in lines:
            unit, kind, *rest = line.split("\t")
            if kind == "NODE":
                self.nodes[unit, rest[0]] = rest[1:]
            elif kind == "READING":
                self.readings[unit, rest[0]] = rest[1:]
            else:
                self.verdicts[unit] = rest

    def score(self, node, unit="330101"):
        """The exact text, "low..high", or the state."""
        state, low, high = self.nodes[unit, node][:3]
        if state == "present":
            return low
        return "%s..%s" % (low, high) if state == "bounded" else state

    def met(self, node, unit="330101"):
        return self.nodes[unit, node][4]

    def full(self, node, unit="330101"):
        return self.nodes[unit, node][3]


def run(system_text, declarations, contract_text=None, tailoring=None):
    if isinstance(declarations, str):
        declarations = [declarations]
    round_ = Round(system_text, contract_text or contract(), declarations,
                   tailoring)
    return Answer(dump(round_))


def one(rule, kinds, values, points=None, **changes):
    """The score of one leaf."""
    text = system(leaf("a", rule, kinds, points=points))
    return run(text, declaration({"a": values}), contract(**changes)
               ).score("a")
