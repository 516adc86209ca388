# SPDX-License-Identifier: Apache-2.0
"""Changes a signed package one byte at a time: every change is noticed.

one-byte.py FZZF PACKAGE TRUST: runs 'fzzf verify' for each changed byte, and
complains of every one that ends as if nothing had happened.
"""

import os
import subprocess
import sys
import tempfile

VALUES = (lambda byte: byte ^ 1, lambda byte: byte ^ 0x80)


def main():
    program, package, trust = sys.argv[1:]
    with open(package, "rb") as file:
        whole = bytearray(file.read())
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "changed.fzzf")
        for at in range(len(whole)):
            changed = bytearray(whole)
            changed[at] = VALUES[at % len(VALUES)](changed[at])
            with open(path, "wb") as file:
                file.write(changed)
            result = subprocess.run(
                [program, "verify", path, "--trust", trust, "--lang", "en"],
                capture_output=True,
                check=False,
            )
            if result.returncode not in (2, 5) or b" FZ-" not in result.stderr:
                print(f"byte {at}: exit {result.returncode}")
                missed += 1
    print(f"{len(whole)} bytes were changed, {missed} unnoticed")
    return missed > 0


sys.exit(main())
