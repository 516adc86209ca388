# SPDX-License-Identifier: Apache-2.0
"""readme.py README.md: runs what stands in the blocks of a README and compares
the output with what stands there: 'console' blocks with their commands, 'c'
and 'python' blocks with the 'text' block that follows. All runs in the folder
of the published table. TOP_BUILDDIR, CC and so on come from the test."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCES = Path(os.environ["top_srcdir"])
BUILD = Path(os.environ["top_builddir"])
FOLDER = SOURCES / "examples" / "01-published-table"
faults = 0


def complain(text):
    global faults
    faults += 1
    print(text)


def blocks(path):
    """(language, text) of every fenced block."""
    return re.findall(r"^```(\w+)\n(.*?)^```$",
                      Path(path).read_text(encoding="utf-8"), re.S | re.M)


def run(what, command, **environment):
    ran = subprocess.run(command, cwd=FOLDER, capture_output=True,
                         encoding="utf-8", env={**os.environ, **environment})
    if ran.returncode != 0 or ran.stderr:
        complain(f"{what}: exit code {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def compare(what, printed, wanted):
    if printed != wanted:
        complain(f"{what} prints\n{printed}-- but in the document stands\n"
                 f"{wanted}--")


def check_console(text):
    command, _, wanted = text.partition("\n")
    words = shlex.split(command)
    if words[:2] != ["$", "fzzf"]:
        return complain(f"'{command}' is no command of fzzf")
    printed = run(command, [str(BUILD / "cli" / "fzzf"), *words[2:]])
    compare(command, printed, wanted)


def check_c(text, wanted):
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "readme.c", Path(folder) / "readme"
        source.write_text(text, encoding="utf-8")
        run("the compiler", [
            *shlex.split(os.environ.get("CC", "cc")), "-std=c11", "-Wall",
            "-Wextra", "-pedantic", "-Werror", f"-I{SOURCES}/include",
            str(source), "-o", str(program), f"-L{BUILD}/.libs", "-lfzzf"])
        if program.exists():
            compare("the example in C", run(
                "the example in C", [str(program)],
                LD_LIBRARY_PATH=f"{BUILD}/.libs"), wanted)


def check_python(text, wanted):
    compare("the example in Python", run(
        "the example in Python", [sys.executable, "-W", "error", "-c", text],
        PYTHONPATH=f"{BUILD}/bindings/python", PYTHONIOENCODING="utf-8"),
        wanted)


def main(path):
    found = blocks(path)
    kinds = [language for language, _ in found]
    for kind in "console", "c", "python":
        if kind not in kinds:
            complain(f"{path} has no block '{kind}'")
    compiles = not os.environ.get("fzzf_instrumented")
    binds = (BUILD / "bindings/python/fzzf/package.stamp").exists()
    for i, (language, text) in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else ("", "")
        if language in ("c", "python") and after[0] != "text":
            complain(f"the block '{language}' says nothing of its output")
        elif language == "console":
            check_console(text)
        elif language == "c" and compiles:
            check_c(text, after[1])
        elif language == "python" and binds:
            check_python(text, after[1])
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
