# SPDX-License-Identifier: Apache-2.0
"""Puts a signature into a package as doc/package.md says, without fzzf.

sign_by_hand.py take PACKAGE FILE: the bytes of the manifest.
sign_by_hand.py add PACKAGE ALGORITHM KEY FILE OUT: the signature in FILE.
"""

import base64
import struct
import sys
import zipfile
import zlib

NAME = b"META-INF/signatures/hand.sig"
LOCAL = struct.Struct("<IHHHHHIIIHH")
ROW = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")


def local_of(name, data):
    return LOCAL.pack(0x04034B50, 20, 0x800, 0, 0, 0x21, zlib.crc32(data),
                      len(data), len(data), len(name), 0) + name + data


def row_of(name, data, at):
    return ROW.pack(0x02014B50, 0x0314, 20, 0x800, 0, 0, 0x21,
                    zlib.crc32(data), len(data), len(data), len(name), 0, 0,
                    0, 0, 0x81A40000, at) + name


def rows_of(whole):
    """The rows of the directory, each with the place of its entry."""
    at = END.unpack_from(whole, len(whole) - END.size)[6]
    while whole[at:at + 4] == b"PK\1\2":
        fields = ROW.unpack_from(whole, at)
        length = ROW.size + fields[10]
        yield fields[-1], bytearray(whole[at:at + length])
        at += length


def add(whole, data):
    """Stands after mimetype and manifest, the only entries before it."""
    rows = list(rows_of(whole))
    start = END.unpack_from(whole, len(whole) - END.size)[6]
    place = rows[2][0]
    local = local_of(NAME, data)
    for at, row in rows[2:]:
        struct.pack_into("<I", row, ROW.size - 4, at + len(local))
    directory = b"".join(
        [bytes(row) for _, row in rows[:2]] + [row_of(NAME, data, place)] +
        [bytes(row) for _, row in rows[2:]])
    return whole[:place] + local + whole[place:start] + directory + END.pack(
        0x06054B50, 0, 0, len(rows) + 1, len(rows) + 1, len(directory),
        start + len(local), 0)


def main(what, package, *rest):
    if what == "take":
        with zipfile.ZipFile(package) as archive, open(rest[0], "wb") as out:
            out.write(archive.read("META-INF/manifest.xml"))
        return
    algorithm, key, value, out = rest
    with open(value, "rb") as file:
        text = base64.b64encode(file.read()).decode()
    lines = (f"fzzf-signature 1\nalgorithm {algorithm}\nkey {key}\n"
             f"value {text}\n")
    with open(package, "rb") as file:
        signed = add(file.read(), lines.encode())
    with open(out, "wb") as file:
        file.write(signed)


main(*sys.argv[1:])
