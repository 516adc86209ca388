# SPDX-License-Identifier: Apache-2.0
"""prefix.py BASELINE NOW: every struct of the baseline that begins with its
size still begins with the same members, of the same types at the same places,
and new members begin after its old end: an older caller's padding is not data.

abidiff's suppression for appended members silences every other change of the
struct as well; this closes that gap.
"""
import sys
import xml.etree.ElementTree as ET


class Corpus:
    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.types = {e.get("id"): e for e in root.iter() if e.get("id")}

    def spell(self, type_id):
        """The type as a text that does not depend on the file's own ids."""
        element = self.types[type_id]
        below = element.get("type-id")
        if element.tag == "pointer-type-def":
            return self.spell(below) + " *"
        if element.tag == "qualified-type-def":
            return f"const({element.get('const')}) " + self.spell(below)
        if element.tag == "array-type-def":
            return f"{self.spell(below)}[{element.get('size-in-bits')} bits]"
        if element.tag == "function-type":
            parts = [self.spell(e.get("type-id")) for e in element
                     if e.get("type-id")]
            return "function(" + ", ".join(parts) + ")"
        if element.tag == "typedef-decl":
            return f"{element.get('name')} = {self.resolved(below)}"
        return f"{element.tag} {element.get('name')} " \
               f"{element.get('size-in-bits')}"

    def resolved(self, type_id):
        """A typedef's type; a struct's members are compared elsewhere."""
        element = self.types[type_id]
        if element.tag == "class-decl":
            return "struct " + element.get("name")
        return self.spell(type_id)

    def sized(self):
        """Name -> (bits, members) of the structs that begin with 'size'."""
        found = {}
        for element in self.types.values():
            if element.tag != "class-decl":
                continue
            members = [(m.get("layout-offset-in-bits"), v.get("name"),
                        self.spell(v.get("type-id")))
                       for m in element.iter("data-member")
                       for v in m.iter("var-decl")]
            if members and members[0][1] == "size":
                found[element.get("name")] = (
                    int(element.get("size-in-bits")), members)
        return found


def faults_of(name, before, now):
    """One sentence for each difference that would break a program."""
    bits, members = before
    _, later = now
    for old, new in zip(members, later + [None] * len(members)):
        if old != new:
            yield f"struct {name}: was {old}, is {new}"
    for offset, member, _ in later[len(members):]:
        if int(offset) < bits:
            yield (f"struct {name}: '{member}' lies in the old padding, where "
                   "older callers leave anything; give it a larger type")


def main():
    before, now = (Corpus(path).sized() for path in sys.argv[1:3])
    if not before:
        sys.exit("the baseline has no struct that begins with its size")
    faults = [fault for name in sorted(before) for fault in
              faults_of(name, before[name], now.get(name, (0, [])))]
    print("\n".join(faults), end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
