#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes made-up declarations for a system, the same for the same seed.

usage: gen.py SYSTEM COUNT OUT [--folder] [--seed N] [--evidence N]

OUT is one file with a batch of COUNT units, or with --folder a folder with a
file for each. Every indicator has its observations and N pieces of evidence (5
when not given) with Chinese titles, so that the bytes are like those of a real
round.
"""

import argparse
import pathlib
import random
import xml.etree.ElementTree as ET
from xml.sax.saxutils import quoteattr

SPACE = "urn:fzzf:1"
KINDS = ("document", "picture", "news", "award", "brief")
TITLES = {
    "document": "{unit}关于{title}工作的通知（虚构〔2020〕{n}号）",
    "picture": "{title}工作现场照片（第{n}组）",
    "news": "《虚构法治报》：{unit}{title}见成效（第{n}版）",
    "award": "{title}工作获评年度先进单位的通报（第{n}号）",
    "brief": "{unit}{title}工作情况简介（第{n}期）",
}
VARIANTS = 8


def tag(name):
    return "{%s}%s" % (SPACE, name)


def day(rng):
    return "2021-%02d-%02d" % (rng.randint(1, 12), rng.randint(1, 28))


def number(rng, observe):
    low = float(observe.get("min", "0"))
    high = float(observe.get("max", str(low + 100)))
    return "%.2f" % rng.uniform(low, high)


def items(rng, observe, least, most):
    return "".join('<item of="%s" count="%d"/>'
                   % (option.get("id"), rng.randint(least, most))
                   for option in observe.iter(tag("option")))


def observations(rng, observe):
    """An observation for each period, of the kind that the system asks for."""
    return "".join(observation(rng, observe, period)
                   for period in observe.get("periods", "").split() or [""])


def observation(rng, observe, period):
    kind = observe.get("kind")
    options = [option.get("id") for option in observe.iter(tag("option"))]
    attributes, content = "", ""
    if kind == "yes-no":
        attributes = ' value="%s"' % ("no" if rng.random() < 0.08 else "yes")
    elif kind == "number":
        attributes = ' value="%s"' % number(rng, observe)
    elif kind == "count":
        attributes = ' value="%d"' % rng.choice((0, 0, 0, 0, 1, 2))
    elif kind == "ratio":
        of = rng.randint(20, 400)
        attributes = ' numerator="%d" denominator="%d"' % (
            of - rng.choice((0, 0, 1, of // 10)), of)
    elif kind == "level":
        attributes = ' value="%s"' % rng.choice(options[:2])
    elif kind == "date":
        attributes = ' value="%s"' % day(rng)
    elif kind == "causes":
        content = items(rng, observe, 0, 1)
    elif kind == "survey":
        content = items(rng, observe, 20, 300)
    elif kind == "panel":
        content = "".join('<mark value="%s" judge="评委%d"/>'
                          % (number(rng, observe), judge)
                          for judge in range(1, 8))
    elif kind == "awards":
        content = "".join('<award level="%s" date="%s" matter="事项%d"/>'
                          % (rng.choice(options), day(rng), rng.randint(1, 3))
                          for _ in range(3))
    if period:
        attributes = ' period="%s"%s' % (period, attributes)
    head = '        <observation id="%s"%s' % (observe.get("id"), attributes)
    return head + (">%s</observation>\n" % content if content else "/>\n")


def templates(rng, system):
    """For each indicator: its id, title and a few forms of its observations."""
    found = []
    for indicator in system.iter(tag("indicator")):
        observed = indicator.findall(tag("observe"))
        if observed and indicator.get("applies", "both") in ("both", "county"):
            forms = ["".join(observations(rng, o) for o in observed)
                     for _ in range(VARIANTS)]
            found.append((indicator.get("id"), indicator.get("title"), forms))
    return found


def evidence(rng, node, title, unit, count):
    lines = []
    for place in range(1, count + 1):
        kind = KINDS[(place - 1) % len(KINDS)]
        words = TITLES[kind].format(unit=unit, title=title,
                                    n=rng.randint(1, 99))
        lines.append(
            '        <evidence id="e%s-%d" kind="%s" title=%s '
            'href="https://example.org/%d/%s-%d" date="%s" period="2021" '
            'sha256="%064x" size="%d"/>\n'
            % (node, place, kind, quoteattr(words), rng.randint(1, 9999), node,
               place, day(rng), rng.getrandbits(256),
               rng.randint(10000, 4000000)))
    return "".join(lines)


def declaration(rng, system_id, place, nodes, count, space=""):
    unit = "虚构县%d" % place
    code = 100000 + place
    parts = ['  <declaration%s id="d%d" system="%s" type="comprehensive">\n'
             '    <unit code="%d" name="%s" level="county"/>\n'
             '    <assessment assessor="self" by="%s" date="2021-09-20">\n'
             % (space, code, system_id, code, unit, unit)]
    for node, title, forms in nodes:
        parts.append('      <indicator id="%s">\n%s%s      </indicator>\n'
                     % (node, rng.choice(forms),
                        evidence(rng, node, title, unit, count)))
    parts.append("    </assessment>\n  </declaration>\n")
    return "".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("system", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--folder", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--evidence", type=int, default=5)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    system = ET.parse(options.system).getroot()
    nodes = templates(rng, system)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = ' xmlns="%s"' % SPACE
    places = range(1, options.count + 1)
    if options.folder:
        options.out.mkdir(parents=True, exist_ok=True)
        for place in places:
            (options.out / ("unit-%05d.xml" % place)).write_text(
                head + declaration(rng, system.get("id"), place, nodes,
                                   options.evidence, space),
                encoding="utf-8")
        return
    with open(options.out, "w", encoding="utf-8") as stream:
        stream.write(head + "<declarations%s>\n" % space)
        for place in places:
            stream.write(declaration(rng, system.get("id"), place, nodes,
                                     options.evidence))
        stream.write("</declarations>\n")


main()
