#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every command, in all formats and both languages, over documents with
identity numbers wherever people write freely, and looks for them in all that
comes out.

    identity.py PROGRAM SOURCE-FOLDER WORKING-FOLDER

The numbers are the example of GB 11643, annex A, and its older form.
"""

import json
import pathlib
import re
import subprocess
import sys
import unicodedata

PROGRAM, SOURCE, WORK = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
NUMBERS = (
    "11010519491231002X", "110105 19491231 002x", "110105-19491231-002X",
    "1101 0519 4912 3100 2X", "１１０１０５１９４９１２３１００２Ｘ",
    "110105　19491231　002Ｘ", "ID11010519491231002X", "110105491231002",
    "110105 491231 002",
)
TOLD = "见" + "、".join(NUMBERS) + "。"
PASSPORT = "E-8800 1234"
# Attributes that people fill as they like; those of records the program lists.
FREE = {"title", "name", "reason", "judge", "issuer", "label"}
MORE = {"assessment": {"by"}, "override": {"by"}, "item": {"matter"}}
TEXTS = ("measures", "results", "highlights", "criterion", "source")
faults = []


def free_attributes():
    """The fields of record documents that are texts, by element."""
    ran = subprocess.run([PROGRAM, "documents", "--format", "json"],
                         capture_output=True, check=True)
    return {
        element["name"]: {field["name"] for field in element["fields"]
                          if field["form"] == "text"}
        for document in json.loads(ran.stdout)["documents"]
        for element in document["elements"]
    }


def spoil_tag(tag, free):
    names = free.get(tag[1], FREE | MORE.get(tag[1], set()))
    return re.sub(
        r"(?<=\s)([\w-]+)=(['\"])(.*?)\2",
        lambda m: f"{m[1]}={m[2]}{m[3]}{TOLD}{m[2]}" if m[1] in names else m[0],
        tag[0], flags=re.S)


def spoil(text, record=False, fields=free_attributes()):
    """A document with the numbers in all free attributes, texts, comments."""
    free = fields if record else {}
    text = re.sub(r"<([\w-]+)(?:\s+[\w:-]+=(?:\"[^\"]*\"|'[^']*'))+",
                  lambda tag: spoil_tag(tag, free), text)
    text = re.sub(r"(<(%s)(?: [^>]*)?>[^<]*)(?=</\2>)" % "|".join(TEXTS),
                  lambda m: m[1] + TOLD, text)
    return text.replace("</", f"<!-- {TOLD} --></", 1)


def write(name, text):
    path = WORK / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def spoiled(name, path):
    text = (SOURCE / path).read_text(encoding="utf-8")
    changed = spoil(text, "record" in name)
    assert changed.count(NUMBERS[0]) > 1, path
    return write(name, changed)


def leaks(data):
    """Whether bytes that came out hold a number, however it is written."""
    text = unicodedata.normalize("NFKC", data.decode("utf-8", "replace"))
    text = re.sub(r"[\s\-\u00ad\u2010-\u2015\u2212]", "", text).upper()
    return "491231" in text or "E88001234" in text


def look(what, data):
    if leaks(data):
        faults.append(what)
    return data


def run(*arguments, codes=(0, 4)):
    """Runs it; what it printed. Nothing it says or prints may leak."""
    ran = subprocess.run([PROGRAM, *map(str, arguments)], cwd=WORK,
                         capture_output=True, check=False)
    told = " ".join(map(str, arguments))
    if ran.returncode not in codes:
        faults.append(f"{told}: exit {ran.returncode}: "
                      + ran.stderr.decode()[:300])
    look(f"{told}: printed", ran.stdout)
    look(f"{told}: said", ran.stderr)
    return ran.stdout + ran.stderr


used = set()


def every(command, *arguments, formats=("table", "json", "csv", "xml"),
          codes=(0, 4), masks=True):
    """The command in all its formats and both languages."""
    used.add(command)
    for language in ("zh", "en"):
        for form in formats:
            asked = ["--format", form] if form else []
            told = run(command, *arguments, *asked, "--lang", language,
                       codes=codes)
            if masks and b"110105********002X" not in told:
                faults.append(f"{command} {form}: masks nothing")


def files(folder):
    for path in pathlib.Path(folder).rglob("*"):
        look(f"the name {path}", str(path.relative_to(WORK)).encode())
        if path.is_file():
            look(f"the file {path}", path.read_bytes())


def main():
    teaching = SOURCE / "data/teaching"
    counties = (teaching / "counties.xml").read_text(encoding="utf-8")
    system = spoiled("system.xml", "data/teaching/system.xml")
    contract = spoiled("contract.xml", "data/teaching/contract.xml")
    declarations = write("counties.xml", spoil(counties))
    rules = ("--system", system, "--contract", contract)
    three = ("table", "json", "csv")
    valid = "tests/cases/xml/valid"
    records = {
        path.stem[len("record-"):]: spoiled(f"records/{path.name}", path)
        for path in sorted((SOURCE / valid).glob("record-*.xml"))
        if NUMBERS[0] in spoil(path.read_text(encoding="utf-8"), True)
    }
    full = spoiled("full.xml", f"{valid}/declaration-full.xml")

    every("check", system, contract, full, *records.values(), formats=three)
    every("check", declarations, formats=three)
    every("evaluate", *rules, declarations, formats=three)
    every("evaluate", *rules, declarations, "--unit", "990002",
          formats=("xml",))
    every("rank", *rules, declarations, formats=three)
    every("explain", *rules, declarations, formats=three)
    every("gaps", *rules, declarations, formats=three)
    every("assessments", *rules, declarations)
    run("evaluate", *rules, declarations, "--out", WORK / "results")
    files(WORK / "results")
    if faults:
        return
    result = next((WORK / "results").iterdir())
    every("recompute", result, "--inputs", WORK, formats=three, masks=False)
    every("convert", full, formats=("",))
    every("convert", declarations, formats=("",))
    every("convert", system, formats=("",))
    every("convert", result, formats=("",))
    for kind, record in records.items():
        every("record", record, formats=("table", "json", "xml"), masks=False)
        every("convert", record, formats=("",), masks=False)
    every("diff", SOURCE / valid / "declaration-full.xml", full)
    every("diff", SOURCE / "data/teaching/system.xml", system)

    course(records)
    packages(full, system)
    every("documents", formats=("table", "json"), masks=False)
    every("rules", formats=three, masks=False)
    every("code", NUMBERS[0], formats=three, codes=(2,))
    named = set(re.findall(r'COMMAND\("(.*?)"', (SOURCE / "cli/commands.def")
                           .read_text(encoding="utf-8")))
    if named != used:
        faults.append(f"not run: {sorted(named ^ used)}")


def course(records):
    """The commands that make records of records."""
    batch = SOURCE / "examples/02-batch"
    given = {}
    for path in batch.rglob("*.xml"):
        given[path.name] = write(
            f"batch/{path.relative_to(batch)}",
            spoil(path.read_text(encoding="utf-8"),
                  path.parent == batch and path.stem in
                  ("batch", "exclusions", "history", "register")))
    city = [path for path in given.values() if path.parent.name == "980100"
            and "single-item" not in path.read_text(encoding="utf-8")]
    asked = ("--batch", given["batch.xml"], "--day", "2025-03-31")
    every("recommend", *asked, "--level", "city", "--own", "980100",
          "--exclusions", given["exclusions.xml"], "--history",
          given["history.xml"], "--system", given["system.xml"], "--contract",
          given["contract.xml"], *city)
    every("history", given["history.xml"], "--on", "2025-03-31")
    every("register", records["register"], "--on", "2027-01-25")
    every("survey", records["survey"], "--publicity", records["publicity"],
          "--part", "awareness")
    every("evidence", "--batch", given["batch.xml"], "--system",
          given["system.xml"], "--on", "2025-03-31", *city, masks=False)
    every("evidence", "--duplicates", *city, "--part", "group", masks=False)
    others(records)


def others(records):
    """Commands whose documents are written for this."""
    objections = write("objections.xml", f"""<objections xmlns="urn:fzzf:1"
        batch="b"><objection id="o" unit="u" at="2020-06-25" name="甲{TOLD}"
        contact="c{TOLD}" identity="{PASSPORT}" reason="护照e88001234，{TOLD}"
        basis="见 {PASSPORT}"/></objections>""")
    every("record", objections)
    every("convert", objections, formats=("",))
    every("check", objections, formats=("table", "json", "csv"))
    system = write("s.xml", '<system xmlns="urn:fzzf:1" id="s" edition="1" '
                   f'title="t"><indicator id="1.1" title="t{TOLD}" points="10">'
                   '<observe id="x" kind="number"/><rule value="x"/>'
                   "</indicator></system>")
    every("tasks", records["workplan"], "--system", system, "--on",
          "2025-06-30")
    value = (f'<declaration xmlns="urn:fzzf:1" id="d" system="s" type='
             f'"comprehensive"><unit code="990121" name="n{TOLD}" level='
             f'"county"/><assessment assessor="self" by="{TOLD}"><indicator '
             f'id="1.1"><observation id="x" value="9" reason="{TOLD}"/>'
             f"</indicator></assessment></declaration>")
    declaration = write("d.xml", value)
    after = write("d2.xml", value.replace('"9"', '"8"'))
    every("diff", "--system", system, "--contract",
          SOURCE / "tests/cases/rule/contract.xml", declaration, after,
          masks=False)
    mapping = write("mapping.xml", f"""<mapping xmlns="urn:fzzf:1" id="m"
        from="s" to="s2"><row kind="same" note="{TOLD}"><old id="1.1"/>
        <new id="1.1"/></row></mapping>""")
    every("map", mapping, declaration)
    every("map", mapping, declaration, "--carried", formats=("",))


def packages(declaration, system):
    """What holds a number is not packed; what comes packed is not repeated."""
    told = ("--batch", "2026-1", "--sequence", "1", "--sender", "330106",
            "--level", "county", "--date", "2026-09-30", "--out")
    for bad in (declaration, system):
        every("pack", bad, *told, "bad.fzzf", formats=("table", "json"),
              codes=(2,))
    every("export", declaration, "--system", system, "--out", "handin",
          formats=("",), codes=(2,), masks=False)
    named = write("evidence/张11010519491231002X.txt", "a")
    clean = write("clean.xml", '<declaration xmlns="urn:fzzf:1" id="d" system='
                  '"s" type="comprehensive"><unit code="330106" name="n" level='
                  '"county"/><assessment assessor="self"/></declaration>')
    every("pack", clean, "--evidence", named.parent, *told, "bad.fzzf",
          formats=("table", "json"), codes=(2,))
    if (WORK / "bad.fzzf").exists() or (WORK / "handin").exists():
        faults.append("what was refused was written")
    run("pack", clean, *told, "clean.fzzf")
    every("export", clean, "--system", "s.xml", "--out", "page",
          formats=("",), codes=(0, 1), masks=False)
    files(WORK / "page")
    for command in ("verify", "unpack", "receipt", "sign", "split", "merge"):
        foreign(command)


def foreign(command):
    """A package is made of two files under names that hold a number."""
    secret = f"{NUMBERS[0]}.fzzf"
    path = WORK / secret
    path.write_bytes((WORK / "clean.fzzf").read_bytes())
    arguments = {
        "sign": ("--key", "none.pem", "--name", TOLD, "--out", "s.fzzf"),
        "unpack": ("--out", "."),
        "split": ("--out", "."),
        "receipt": ("--receiver", "330100", "--level", "city", "--date",
                    "2026-10-01", "--out", "-"),
        "merge": ("--batch", TOLD, "--sequence", "1", "--sender", "330100",
                  "--level", "city", "--date", "2026-09-30", "--out",
                  "m.fzzf"),
    }.get(command, ())
    every(command, secret, *arguments, formats=("",),
          codes=(0, 1, 2, 5), masks=False)


if __name__ == "__main__":
    main()
    print("\n".join(faults))
    sys.exit(1 if faults else 0)
