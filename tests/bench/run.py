#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares whole processes on the same bytes and prints a table of ratios.

usage: run.py --fzzf F --sax S --measure M --top SOURCES --work FOLDER
              [--units 1,100,2850] [--rounds 5]

Measured are wall time, processor time in user mode and the greatest resident
set, as the kernel counts them for the finished child (see measure.c). Commands
take turns, so that a busy machine troubles all of them alike; ratios are taken
within each round, and the median of the rounds counts. The yardstick "sax" is libxml2's SAX2 push parser with chunks of
64 KiB and empty handlers (sax.c), one file after the other; "fzzf-2" is the
same as "fzzf" with two threads; "script" is script.py, and does less.
"""

import argparse
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys


def measure(launcher, command, accepted):
    """Runs a command with its output thrown away: (wall, user, KiB)."""
    done = subprocess.run([launcher, *command], check=True,
                          capture_output=True, text=True)
    code, wall, user, memory = (int(word) for word in done.stdout.split())
    if code not in accepted:
        sys.exit("exit code %d: %s" % (code, " ".join(command[:9])))
    return wall / 1e6, user / 1e6, memory


def generate(options, system, count, folder):
    """The batch of that many units, made once: what to name, all files."""
    name = options.work / ("%d%s" % (count, "" if folder else ".xml"))
    if not name.exists():
        part = name.with_name(name.name + ".part")
        subprocess.run([sys.executable, options.top / "tests/bench/gen.py",
                        system, str(count), part]
                       + (["--folder"] if folder else []), check=True)
        part.rename(name)
    files = sorted(name.iterdir()) if folder else [name]
    return str(name), [str(file) for file in files]


def commands(options, system, name, files):
    """Name -> (command, accepted exit codes); 4 is a tie that stays."""
    found = {"sax": ([str(options.sax), *files], {0}),
             "fzzf": ([str(options.fzzf), "rank", "--format", "csv",
                       "--system", str(system), "--contract",
                       str(system.with_name("contract.xml")), name], {0, 4})}
    schema = options.top / "schema/fzzf-1.xsd"
    if len(files) > 1:
        found["fzzf-2"] = (found["fzzf"][0] + ["--threads", "2"], {0, 4})
    if importlib.util.find_spec("lxml") and importlib.util.find_spec("pandas"):
        found["script"] = ([sys.executable,
                            str(options.top / "tests/bench/script.py"),
                            str(system), *files], {0})
    lint = shutil.which("xmllint")
    if lint and schema.exists():
        found["xmllint"] = ([lint, "--stream", "--noout", "--schema",
                             str(schema), *files], {0})
    return found


def compare(launcher, found, rounds):
    """Name -> medians, with the commands taking turns: wall and user time,
    memory, and both times in those of the yardstick in the same round."""
    seen = {name: [] for name in found}
    for _ in range(rounds):
        base = None
        for name, (command, accepted) in found.items():
            wall, user, memory = measure(launcher, command, accepted)
            base = base or (wall, user)
            seen[name].append((wall, user, memory, wall / base[0],
                               user / base[1] if base[1] else 0))
    return {name: tuple(statistics.median(column) for column in zip(*values))
            for name, values in seen.items()}


def show(label, size, medians):
    for name, (wall, user, memory, *ratios) in medians.items():
        print("%-12s %9.1f %-8s %9.3f %9.3f %9.1f %8.2f %8.2f"
              % (label, size / 1e6, name, wall, user, memory / 1024, *ratios),
              flush=True)


def growth(label, counts, walls, memories):
    """How the cost of one unit changes from each count to the next."""
    for few, many in zip(counts, counts[1:]):
        print("%-12s fzzf %d -> %d units: time x %.1f, memory x %.2f"
              % (label, few, many, walls[many] / walls[few],
                 memories[many] / memories[few]))


def main():
    parser = argparse.ArgumentParser()
    for name in ("fzzf", "sax", "measure", "top", "work"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    parser.add_argument("--units", default="1,100,2850")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    system = options.top / "data/teaching/system.xml"
    counts = [int(count) for count in options.units.split(",")]
    options.work.mkdir(parents=True, exist_ok=True)
    print("sax: libxml2's SAX2 push parser, chunks of 64 KiB, empty handlers; "
          "medians of %d rounds\n" % options.rounds)
    print("%-12s %9s %-8s %9s %9s %9s %8s %8s"
          % ("units", "MB", "command", "wall s", "user s", "RSS MiB",
             "wall/sax", "user/sax"))
    notes = []
    for folder in (False, True):
        kind = "folder" if folder else "file"
        walls, memories = {}, {}
        for count in counts:
            name, files = generate(options, system, count, folder)
            medians = compare(options.measure,
                              commands(options, system, name, files),
                              options.rounds)
            size = sum(os.path.getsize(file) for file in files)
            show("%d %s" % (count, kind), size, medians)
            walls[count], _, memories[count] = medians["fzzf"][:3]
        notes.append((kind, counts, walls, memories))
    print()
    for note in notes:
        growth(*note)


main()
