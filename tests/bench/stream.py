#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ranks batches that are made while they are read, and shows that memory does
not grow with the evidence. No file is kept.

usage: stream.py --fzzf F --top SOURCES [--units 2850] [--evidence 5,60]

The same units come with ever more evidence: 60 pieces an indicator are about
5 GB for 2,850 units. The bytes go through a pipe; memory is the greatest
resident set of fzzf, as the kernel counts it, and the time is that of making
and reading, whichever is slower. On a busy machine with two cores it told:

   units  pieces an indicator        MB         s   RSS MiB
    2850                    5       460        42      14.3
    2850                   60      5112      1038      14.2
"""

import argparse
import os
import pathlib
import subprocess
import sys
import time

PIECE = 1 << 20


def pump(source, target):
    """Hands on everything; how many bytes that was."""
    total = 0
    while piece := source.read(PIECE):
        target.write(piece)
        total += len(piece)
    target.close()
    return total


def rank(options, pieces):
    """Bytes, seconds, MiB of one run."""
    top = options.top
    system = top / "data/teaching/system.xml"
    begun = time.monotonic()
    maker = subprocess.Popen(
        [sys.executable, top / "tests/bench/gen.py", system,
         str(options.units), "/dev/stdout", "--evidence", str(pieces)],
        stdout=subprocess.PIPE)
    ranker = subprocess.Popen(
        [options.fzzf, "rank", "--format", "csv", "--largest", "6",
         "--system", system, "--contract", system.with_name("contract.xml"),
         "-"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    total = pump(maker.stdout, ranker.stdin)
    _, status, used = os.wait4(ranker.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if maker.wait() != 0 or code not in (0, 4):  # 4: a tie that stays
        sys.exit(f"exit codes {maker.returncode} and {code}")
    return total, time.monotonic() - begun, used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fzzf", type=pathlib.Path, required=True)
    parser.add_argument("--top", type=pathlib.Path, required=True)
    parser.add_argument("--units", type=int, default=2850)
    parser.add_argument("--evidence", default="5,60")
    options = parser.parse_args()
    print("   units  pieces an indicator        MB         s   RSS MiB")
    for pieces in map(int, options.evidence.split(",")):
        total, seconds, memory = rank(options, pieces)
        print(f"{options.units:8} {pieces:20} {total / 1e6:9.0f} "
              f"{seconds:9.0f} {memory:9.1f}", flush=True)


if __name__ == "__main__":
    main()
