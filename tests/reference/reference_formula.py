# SPDX-License-Identifier: Apache-2.0
"""Reads the formulas of the rule language into tuples.

The first item of a tuple is its kind: num, text, truth, param, word, obs,
node, call, and one for each operator.
"""

import functools
import re
from fractions import Fraction

_WORD = "A-Za-z0-9_\u4e00-\u9fff"
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?%?)"
    r"|(?P<text>'[^']*')"
    r"|\[(?P<node>[" + _WORD + r".\-]+)\]"
    r"|\$(?P<param>[" + _WORD + r"]+)"
    r"|@(?P<at>[" + _WORD + r"]+)"
    r"|(?P<word>[A-Za-z_\u4e00-\u9fff][" + _WORD + r"]*)"
    r"|(?P<sign><=|>=|!=|[-+*/×÷=<>≠≤≥(),.]))")
_SAME = {"×": "*", "÷": "/", "≠": "!=", "≤": "<=", "≥": ">="}
_COMPARE = ("=", "!=", "<", "<=", ">", ">=")


def _tokens(text):
    found = []
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise ValueError("formula %r at %d" % (text, at))
        kind = match.lastgroup
        value = match.group(kind)
        found.append((kind, _SAME.get(value, value)))
        at = match.end()
    found.append(("end", ""))
    return found


def number(text):
    """A decimal, a fraction 24/19 or a percentage 90%."""
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


class _Parser:
    def __init__(self, text):
        self.text = text
        self.tokens = _tokens(text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def take(self, kind, *values):
        """The next token's value when it fits, else None."""
        found = self.tokens[self.at]
        if found[0] != kind or values and found[1] not in values:
            return None
        self.at += 1
        return found[1]

    def need(self, kind, *values):
        value = self.take(kind, *values)
        if value is None:
            raise ValueError("formula %r: %r unexpected"
                             % (self.text, self.peek()[1]))
        return value

    def whole(self):
        tree = self.any_of()
        self.need("end")
        return tree

    def any_of(self):
        tree = self.all_of()
        while self.take("word", "or"):
            tree = ("or", tree, self.all_of())
        return tree

    def all_of(self):
        tree = self.negation()
        while self.take("word", "and"):
            tree = ("and", tree, self.negation())
        return tree

    def negation(self):
        if self.take("word", "not"):
            return ("not", self.negation())
        return self.comparison()

    def comparison(self):
        tree = self.sum()
        sign = self.take("sign", *_COMPARE)
        if sign:
            tree = (sign, tree, self.sum())
        return tree

    def sum(self):
        tree = self.product()
        while True:
            sign = self.take("sign", "+", "-")
            if not sign:
                return tree
            tree = (sign, tree, self.product())

    def product(self):
        tree = self.signed()
        while True:
            sign = self.take("sign", "*", "/")
            if not sign:
                return tree
            tree = (sign, tree, self.signed())

    def signed(self):
        if self.take("sign", "-"):
            return ("negate", self.signed())
        return self.primary()

    def primary(self):
        kind, value = self.peek()
        if self.take("sign", "("):
            tree = self.any_of()
            self.need("sign", ")")
            return tree
        self.at += 1
        if kind == "number":
            return ("num", number(value))
        if kind == "text":
            return ("text", value[1:-1])
        if kind == "param":
            return ("param", value)
        if kind == "node":
            return self.observation(value) if self.dot() else ("node", value)
        if kind == "word":
            return self.word(value)
        raise ValueError("formula %r: %r unexpected" % (self.text, value))

    def dot(self):
        return self.peek() == ("sign", ".")

    def word(self, value):
        if value in ("true", "false"):
            return ("truth", value == "true")
        if self.take("sign", "("):
            return ("call", value) + tuple(self.arguments())
        self.at -= 1
        return self.observation(None)

    def arguments(self):
        found = []
        if self.take("sign", ")"):
            return found
        while True:
            found.append(self.any_of())
            if self.need("sign", ",", ")") == ")":
                return found

    def observation(self, node):
        if node is not None:
            self.need("sign", ".")
        name = self.need("word")
        part = None
        if self.take("sign", "."):
            part = self.need("word")
        marks = []
        while self.peek()[0] == "at":
            marks.append(self.need("at"))
        if node is None and part is None and not marks:
            return ("word", name)
        return ("obs", node, name, part, tuple(marks))


@functools.lru_cache(maxsize=65536)
def parse(text):
    return _Parser(text).whole()


def walk(tree):
    """Every tuple in a formula, the outer ones first."""
    yield tree
    for item in tree[1:]:
        if isinstance(item, tuple) and item and isinstance(item[0], str):
            if tree[0] != "obs":
                yield from walk(item)
