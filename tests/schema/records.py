#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes record documents of every kind, sound and faulty, from what the program
says of them, and compares the reader with the schema on each.

    records.py DOCUMENTS.JSON PROGRAM SCHEMA FOLDER
"""

import copy
import json
import pathlib
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

# Values of each form: those that have it, then those that have not.
VALUES = {
    "text": (["", "any & <text>"], []),
    "formula": (["a + 1"], [""]),
    "id": (["a-1.b_中"], ["", "-a", "a b", "a" * 65]),
    "name": (["未备案_1"], ["", "1a", "a-b"]),
    "names": (["a b"], ["", "a  b", "1"]),
    "decimal": (["-12.5"], ["", "1.", "1/2", "+1"]),
    "number": (["12.5", "24/19", "-90%"], ["", "1/0", "x", "+1"]),
    "positive": (["12.5", "24/19"], ["", "-1"]),
    "numbers": (["1 -2/3"], ["", "1  2"]),
    "amount": (["24/19", "unpublished"], ["", "unknown"]),
    "date": (["2020-02-29"], ["", "2021-02-29", "2021-2-1", "1899-12-31"]),
    "whole": (["0", "007"], ["", "-1", "1.0", "1" * 19]),
    "revision": (["1"], ["0", "01", ""]),
    "sha256": (["aB" * 32], ["", "a" * 63, "g" * 64]),
    "period": (["2021", "全年"], ["", "21", "1a"]),
    "periods": (["2020 2021"], ["", "2020  2021"]),
    "places": (["0", "12"], ["", "13", "-1"]),
    "places-or-none": (["none", "2"], ["", "None"]),
    "language": (["zh-CN"], ["", "zh-"]),
    "exact": (["-88/3", "inf"], ["", "1/0", "nan"]),
    "exacts": (["1 2"], ["", "1  2"]),
    "code": (["a-b"], ["", "-a", "A", "a1"]),
    "digest": (["a0" * 32], ["", "a" * 63, "A" * 64, "g" * 64]),
    "codes": (["a b-c"], ["", "a  b", "a B"]),
    "when": (
        ["2021", "2021-08", "2024-02-29", "unknown"],
        ["", "21", "2021-13", "2021-8", "2021-02-29", "1899", "2200-01"],
    ),
    "month-day": (
        ["01-31", "unknown"], ["", "1-31", "02-29", "04-31", "00-01"]
    ),
    "identity": (["recorded", "11010519491231002X"], [""]),
    "whole-or-unknown": (["7", "unknown"], ["", "-1", "seven"]),
}


class Maker:
    """Documents of one kind as trees: [name, {field: value}, text, parts]."""

    def __init__(self, document):
        self.name = document["name"]
        self.elements = {e["name"]: e for e in document["elements"]}

    def good(self, field):
        if field["choices"]:
            return list(field["choices"])
        return VALUES[field["form"]][0]

    def bad(self, field):
        if field["choices"]:
            return ["", field["choices"][0] + "x"]
        return VALUES[field["form"]][1]

    def full(self, name, number=0):
        """An element with every field, and one of every part."""
        element = self.elements[name]
        fields = {
            field["name"]: self.good(field)[number % len(self.good(field))]
            for field in element["fields"]
        }
        parts = []
        for part in element["parts"]:
            for i in range(max(1, part["least"])):
                parts.append(self.full(part["name"], i))
        return [name, fields, "文字" if element["text"] else "", parts]

    def bare(self, name):
        """An element with nothing but what it needs."""
        tree = self.full(name)
        element = self.elements[name]
        for field in element["fields"]:
            if not field["required"]:
                del tree[1][field["name"]]
        needed = {p["name"] for p in element["parts"] if p["least"] > 0}
        tree[2] = ""
        tree[3] = [self.bare(p[0]) for p in tree[3] if p[0] in needed]
        return tree


def xml(tree, root=True):
    name, fields, text, parts = tree
    space = ' xmlns="urn:fzzf:1"' if root else ""
    told = "".join(f" {key}={quoteattr(fields[key])}" for key in fields)
    inside = escape(text) + "".join(xml(part, False) for part in parts)
    return f"<{name}{space}{told}>{inside}</{name}>"


def places(tree, way=()):
    """The way to every element of a tree."""
    yield way
    for i, part in enumerate(tree[3]):
        yield from places(part, way + (i,))


def at(tree, way):
    for i in way:
        tree = tree[3][i]
    return tree


def changes_of_fields(maker, tree, way):
    """(what, tree, whether it holds) for the fields of one element."""
    element = maker.elements[at(tree, way)[0]]
    for field in element["fields"]:
        name = field["name"]
        for value, holds in [(v, True) for v in maker.good(field)] + [
            (v, False) for v in maker.bad(field)
        ]:
            changed = copy.deepcopy(tree)
            at(changed, way)[1][name] = value
            yield f"{name}={value!r}", changed, holds
        changed = copy.deepcopy(tree)
        del at(changed, way)[1][name]
        yield f"no {name}", changed, not field["required"]
    changed = copy.deepcopy(tree)
    at(changed, way)[1]["strange"] = "x"
    yield "a strange attribute", changed, False


def changes_of_parts(maker, tree, way):
    element = maker.elements[at(tree, way)[0]]
    for i, part in enumerate(element["parts"]):
        changed = copy.deepcopy(tree)
        inside = at(changed, way)[3]
        kept = [each for each in inside if each[0] != part["name"]]
        at(changed, way)[3] = kept
        yield f"no {part['name']}", changed, part["least"] == 0
        changed = copy.deepcopy(tree)
        inside = at(changed, way)[3]
        first = [each[0] for each in inside].index(part["name"])
        inside.insert(first, copy.deepcopy(inside[first]))
        count = sum(each[0] == part["name"] for each in inside)
        few = part["most"] == 0 or count <= part["most"]
        yield f"{part['name']} twice", changed, few and part["key"] is None
        if i > 0:
            changed = copy.deepcopy(tree)
            at(changed, way)[3].reverse()
            yield "parts reversed", changed, False
    changed = copy.deepcopy(tree)
    at(changed, way)[3].append(["strange", {}, "", []])
    yield "a strange element", changed, False
    if not element["text"]:
        changed = copy.deepcopy(tree)
        at(changed, way)[2] = "text"
        yield "a text", changed, False


def cases(document):
    maker = Maker(document)
    name = document["name"]
    full = maker.full(name)
    yield f"{name}, bare", maker.bare(name), True
    yield f"{name}, full", full, True
    for way in places(full):
        where = f"{name}, {at(full, way)[0]}{list(way)}: "
        for what, tree, holds in changes_of_fields(maker, full, way):
            yield where + what, tree, holds
        for what, tree, holds in changes_of_parts(maker, full, way):
            yield where + what, tree, holds


def reader_takes(program, files):
    """Whether the reader takes each file: that a document contradicts itself
    (FZ-7...) is found behind it, and is nothing to the schema."""
    ran = subprocess.run(
        [program, "check", "--format", "json", *files],
        capture_output=True, check=False,
    )
    told = json.loads(ran.stdout)
    refused = {each["file"] for each in told["findings"]
               if each["severity"] == "error"
               and not each["code"].startswith("FZ-7")}
    behind = {each["file"] for each in told["findings"]
              if each["code"].startswith("FZ-7")}
    return {each["file"]: each["file"] not in refused
            and (each["outcome"] == "ok" or each["file"] in behind)
            for each in told["documents"]}


def schema_takes(schema, files):
    ran = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--schema", schema, *files],
        capture_output=True, check=False, encoding="utf-8",
    )
    lines = ran.stderr.splitlines()
    takes = {file: f"{file} validates" in lines for file in files}
    for file in files:
        if not takes[file] and f"{file} fails to validate" not in lines:
            sys.exit(f"xmllint says nothing of {file}")
    return takes


def main():
    documents, program, schema, folder = sys.argv[1:]
    with open(documents, encoding="utf-8") as source:
        kinds = json.load(source)["documents"]
    pathlib.Path(folder).mkdir()
    expected = {}
    for document in kinds:
        for number, (what, tree, holds) in enumerate(cases(document)):
            file = f"{folder}/{document['name']}-{number}.xml"
            pathlib.Path(file).write_text(xml(tree), encoding="utf-8")
            expected[file] = what, holds
    files = list(expected)
    reader = reader_takes(program, files)
    wanted = schema_takes(schema, files)
    faults = 0
    for file, (what, holds) in expected.items():
        if reader[file] != holds or wanted[file] != holds:
            faults += 1
            print(f"{what}: holds {holds}, reader {reader[file]}, "
                  f"schema {wanted[file]}")
    print(f"{len(files)} record documents compared")
    sys.exit(1 if faults or not files else 0)


if __name__ == "__main__":
    main()
