# SPDX-License-Identifier: Apache-2.0
"""links.py FILE.md...: every link leads to a file or heading that exists, and
so does every path in `backticks` that begins with a folder of the project.
Paths are those of the current folder, the top of the sources."""

import re
import sys
from pathlib import Path

FOLDERS = ("bindings/", "cli/", "data/", "doc/", "examples/", "include/",
           "lib/", "schema/", "tests/", "tools/")
#: Made by a build, written as an example, or a pattern.
LEFT_OUT = re.compile(r"[…<>{}]|NAME|ROOM|FILE|<room>|rule_decay|rule/decay|kinds_visits|"
                      r"libfzzf\.abi|tests/unit/xml/test_write\*")


def anchors(path):
    """What GitHub makes of the headings."""
    made = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            text = re.sub(r"[`*\[\]]", "", line.lstrip("# ").lower())
            made.add(re.sub(r"[^\w\- ]", "", text).strip().replace(" ", "-"))
    return made


def prose(text):
    """The text without fenced blocks, with the lines in their places."""
    return re.sub(r"^```.*?^```$", lambda block: "\n" * block.group().count(
        "\n"), text, flags=re.S | re.M)


def places(text, pattern):
    for match in re.finditer(pattern, text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1)


def check(name):
    path = Path(name)
    text = prose(path.read_text(encoding="utf-8"))
    for line, target in places(text, r"\]\(([^)\s]+)\)"):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        to = path.parent / file if file else path
        if not to.exists():
            yield f"{name}:{line}: there is no {target}"
        elif anchor and anchor not in anchors(to):
            yield f"{name}:{line}: {to} has no heading for #{anchor}"
    for line, target in places(text, r"`([A-Za-z0-9_./*-]+/[^`\s]*)`"):
        if not target.startswith(FOLDERS) or LEFT_OUT.search(target):
            continue
        if not list(Path().glob(target.rstrip("/"))):
            yield f"{name}:{line}: there is no {target}"


def main(names):
    found = [fault for name in names for fault in check(name)]
    print("\n".join(found) if found else f"{len(names)} documents")
    return 1 if found or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
