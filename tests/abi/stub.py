# SPDX-License-Identifier: Apache-2.0
"""stub.py HEADERS: prints C that defines every declared function, empty, so
that an interface can be compared without building the library behind it."""
import pathlib
import re
import sys

headers = sorted(pathlib.Path(sys.argv[1]).glob("*.h"))
texts = [path.read_text() for path in headers]
code = re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.S)
for path in headers:
    print(f'#include "fzzf/{path.name}"')
for match in re.finditer(r"^FZZF_API\s+([^;]*?)(\s+FZZF_MUST_CHECK)?;", code,
                         flags=re.M | re.S):
    head = " ".join(match[1].split())
    body = "" if head.startswith("void ") else " return 0; "
    print(f"{head} {{{body}}}")
