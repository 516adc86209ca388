# SPDX-License-Identifier: Apache-2.0
"""guide.py FZZF GUIDE.md: scores every example of the guide with the command
FZZF and compares each worked number. The chapter "How to read the examples"
says what the blocks and tables mean."""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

NS = "urn:fzzf:1"
ET.register_namespace("", NS)
STATES = {"missing": "missing", "not assessed": "not-assessed",
          "disputed": "disputed", "n/a": "not-applicable"}
ASSESSORS = ("self", "city", "province", "third_party", "survey", "on_site",
             "final")
EMPTY = ("", "–")


class Fault(Exception):
    """The guide cannot be read as it says that it is written."""


def name(tag):
    return f"{{{NS}}}{tag}"


def elements(text, root):
    """The elements of a block, below a root of their own."""
    return ET.fromstring(f'<{root} xmlns="{NS}">{text}</{root}>')


# --- reading the guide ----------------------------------------------------

class Example:
    def __init__(self, line, heading, text):
        self.line, self.heading, self.text = line, heading, text
        self.changes = ""
        self.tables = []  # (line, rows of cells, the first being the header)
        self.faults = None


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def read(path):
    """(the contract, the examples) of a guide."""
    contract, examples, heading = None, [], ""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if line.startswith("```"):
            end = lines.index("```", at + 1)
            text = "\n".join(lines[at + 1:end])
            kind = line[3:].split()
            if kind[:2] == ["xml", "contract"]:
                contract = text
            elif kind[:2] == ["xml", "system"]:
                examples.append(Example(at + 1, heading, text))
            elif kind[:2] == ["xml", "faults"]:
                examples.append(Example(at + 1, heading, text))
                examples[-1].faults = kind[2:]
            elif kind[:2] == ["xml", "changes"]:
                examples[-1].changes = text
            elif kind[:1] == ["xml"]:
                raise Fault(f"line {at + 1}: which kind of block is '{line}'?")
            at = end
        elif line.startswith("|") and "`" in line and "**" in line:
            begin = at
            while at + 1 < len(lines) and lines[at + 1].startswith("|"):
                at += 1
            rows = [cells(row) for row in lines[begin:at + 1]]
            examples[-1].tables.append((begin + 1, [rows[0]] + rows[2:]))
        at += 1
    return contract, examples


# --- from a row to a declaration ------------------------------------------

class Column:
    """What a header cell says: an input, an expectation, or a remark."""

    def __init__(self, head, system):
        self.input = self.expected = None
        if head.startswith("`"):
            self.input = head.strip("`")
            self._bind(system)
        elif head.startswith("**"):
            words = head.strip("*").split()
            self.node = "total"
            if words[0].startswith("["):
                self.node = words.pop(0)[1:-1]
            self.expected = words[0] if words else "score"

    def _bind(self, system):
        """Finds the indicator and the observation that are meant."""
        self.observe, self.qualifier = None, None
        words = self.input.split()
        if words[0] in ("unit", "evidence"):
            self.leaf = None
            if words[0] == "evidence":
                self.leaf = next(e.get("id") for e in
                                 system.iter(name("indicator")))
            return
        if self.input.startswith("["):
            self.leaf = self.input[1:-1]
            return
        path, _, self.qualifier = self.input.partition("@")
        leaf, _, word = path.rpartition(".")
        found = [(i.get("id"), o) for i in system.iter(name("indicator"))
                 for o in i.findall(name("observe"))
                 if o.get("id") == word and leaf in ("", i.get("id"))]
        if len(found) != 1:
            raise Fault(f"`{self.input}` is the name of {len(found)} "
                        "observations")
        self.leaf, self.observe = found[0]

    def assessor(self):
        return self.qualifier if self.qualifier in ASSESSORS else "self"


def observation(column, cell):
    """The element for one cell, or None for an empty one."""
    if cell in EMPTY:
        return None
    kind = column.observe.get("kind")
    element = ET.Element(name("observation"), id=column.observe.get("id"))
    if column.qualifier and column.qualifier not in ASSESSORS:
        element.set("period", column.qualifier)
    if cell in STATES:
        element.set("state", STATES[cell])
        element.set("reason", "as the example says")
    elif kind == "ratio" and "/" in cell:
        numerator, denominator = cell.split("/")
        element.set("numerator", numerator.strip())
        element.set("denominator", denominator.strip())
    elif kind in ("causes", "survey"):
        for item in cell.split():
            option, count = item.split("=")
            ET.SubElement(element, name("item"), of=option, count=count)
    elif kind == "panel":
        for mark in cell.split():
            ET.SubElement(element, name("mark"), value=mark)
    elif kind == "awards":
        for award in cell.replace("none", "").split():
            parts = award.split(":") + ["", ""]
            given = {"level": parts[0], "date": parts[2], "matter": parts[1]}
            ET.SubElement(element, name("award"),
                          {key: text for key, text in given.items() if text})
    else:
        element.set("value", cell)
    return element


def declaration(number, columns, row):
    root = ET.Element(name("declaration"), id=f"row-{number}", system="guide",
                      type="comprehensive")
    unit = ET.SubElement(root, name("unit"), code=f"row-{number}",
                         name=f"row {number}", level="county")
    entries = {}  # by assessor and indicator

    def entry(assessor, leaf):
        return entries.setdefault((assessor, leaf), ET.Element(
            name("indicator"), id=leaf))

    for column, cell in zip(columns, row):
        if column.input is None:
            continue
        words = column.input.split()
        if words[0] == "unit":
            if cell not in EMPTY:
                unit.set(words[1], cell)
        elif words[0] == "evidence":
            for i in range(int(cell or 0)):
                ET.SubElement(entry("self", column.leaf), name("evidence"),
                              id="-".join([*words[1:], str(i + 1)]),
                              kind=words[1], title="evidence",
                              submitted=(words + ["remote"])[2])
        elif column.observe is None:
            if cell == "n/a":
                entry("self", column.leaf).set("state", "not-applicable")
                entry("self", column.leaf).set("reason", "as the example says")
        else:
            made = observation(column, cell)
            if made is not None:
                holder = entry(column.assessor(), column.leaf)
                # Observations stand before evidence.
                holder.insert(len(holder.findall(name("observation"))), made)
    by_assessor = {}
    for (assessor, _), element in entries.items():
        if assessor not in by_assessor:
            by_assessor[assessor] = ET.SubElement(
                root, name("assessment"), assessor=assessor)
        by_assessor[assessor].append(element)
    if not by_assessor:
        ET.SubElement(root, name("assessment"), assessor="self")
    return root


# --- comparing ------------------------------------------------------------

def told(column, row):
    """What the command printed for a node, as the guide would write it."""
    if column.expected in ("met", "grade", "eligible"):
        return row[column.expected]
    if column.expected == "full":
        return row["full"]
    if row["state"] == "exact":
        return row["score"]
    if row["state"] == "bounded":
        return f'{row["score"]} to {row["high"]}'
    return row["state"].replace("-", " ")


def same(cell, printed):
    if cell == printed:
        return True
    try:
        ends = cell.split(" to "), printed.split(" to ")
        return [[Fraction(end) for end in each] for each in ends[:1]] == \
            [[Fraction(end) for end in each] for each in ends[1:]]
    except (ValueError, ZeroDivisionError):
        return False


class Guide:
    def __init__(self, fzzf, path, folder):
        self.fzzf, self.folder = fzzf, Path(folder)
        self.path = path
        self.contract, self.examples = read(path)
        self.faults = self.numbers = 0

    def complain(self, line, text):
        print(f"{self.path}:{line}: {text}")
        self.faults += 1

    def run(self, *arguments):
        return subprocess.run([self.fzzf, *arguments], capture_output=True,
                              encoding="utf-8", cwd=self.folder)

    def write(self, file, root):
        path = self.folder / file
        ET.ElementTree(root).write(path, "utf-8", xml_declaration=True)
        return file

    def system(self, example):
        root = elements(example.text, "system")
        root.attrib.update(id="guide", edition="guide", title="guide")
        return root

    def contract_for(self, example):
        root = ET.fromstring(self.contract)
        for change in elements(example.changes, "changes"):
            for i, child in enumerate(root):
                if child.tag == change.tag:
                    root[i] = change
                    break
            else:
                raise Fault(f"a contract has no <{change.tag}>")
        return root

    def check_faults(self, example):
        self.write("system.xml", self.system(example))
        ran = self.run("check", "--format", "json", "system.xml")
        codes = list(found(json.loads(ran.stdout)))
        if ran.returncode != 2 or codes != example.faults:
            self.complain(example.line, "expected the findings "
                          f"{example.faults}, got {codes}: {ran.stderr}")

    def check_table(self, example, system, line, rows):
        columns = [Column(head, system) for head in rows[0]]
        root = ET.Element(name("declarations"))
        for number, row in enumerate(rows[1:], 1):
            if len(row) != len(rows[0]):
                raise Fault(f"row {number} has {len(row)} cells")
            root.append(declaration(number, columns, row))
        self.write("declarations.xml", root)
        ran = self.run("evaluate", "--system", "system.xml", "--contract",
                       "contract.xml", "--format", "csv", "declarations.xml")
        if ran.returncode != 0:
            raise Fault(ran.stderr or f"exit code {ran.returncode}")
        printed = {(row["declaration"], row["node"]): row for row in
                   csv.DictReader(io.StringIO(ran.stdout))}
        for number, row in enumerate(rows[1:], 1):
            for head, column, cell in zip(rows[0], columns, row):
                if column.expected is None or cell in EMPTY:
                    continue
                got = told(column, printed[f"row-{number}", column.node])
                self.numbers += 1
                if not same(cell, got):
                    self.complain(line + 1 + number,
                                  f"{head} is said to be {cell}, but {got} "
                                  "comes out")

    def check(self, example):
        if example.faults is not None:
            return self.check_faults(example)
        if not example.tables:
            raise Fault("no worked numbers")
        system = self.system(example)
        self.write("system.xml", system)
        self.write("contract.xml", self.contract_for(example))
        ran = self.run("check", "system.xml", "contract.xml")
        if ran.returncode != 0:
            raise Fault(ran.stderr)
        for line, rows in example.tables:
            self.check_table(example, system, line, rows)

    def check_all(self):
        for example in self.examples:
            try:
                self.check(example)
            except (Fault, ET.ParseError, KeyError) as fault:
                self.complain(example.line, f"{type(fault).__name__}: {fault}")
        seen = {re.match(r"[0-9]+", example.heading).group()
                for example in self.examples
                if re.match(r"[0-9]+\.", example.heading)}
        for family in range(1, 24):
            if str(family) not in seen:
                self.complain(1, f"family {family} has no example")
        return self.faults


def found(document):
    """The numbers of all findings in what 'check' printed."""
    if isinstance(document, dict):
        for key, value in document.items():
            if key == "findings":
                yield from (each["code"] for each in value)
            else:
                yield from found(value)
    elif isinstance(document, list):
        for value in document:
            yield from found(value)


def main(fzzf, path):
    with tempfile.TemporaryDirectory() as folder:
        guide = Guide(fzzf, path, folder)
        faults = guide.check_all()
    print(f"{len(guide.examples)} examples, {guide.numbers} worked values, "
          f"{faults} faults")
    return 1 if faults or not guide.numbers else 0


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).resolve()), sys.argv[2]))
