#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# describe.sh LIBRARY OUT: writes the interface of LIBRARY, as far as public
# headers show it and without any path of this machine. Exit code 77: with this
# abigail, compiler or build it cannot be told.
so=$1
out=$2
abidw --version 2>/dev/null | grep -q ' 2\.2\.' ||
    { echo "needs abigail 2.2: see private.ini"; exit 77; }
readelf --debug-dump=info "$so" 2>/dev/null | grep -m 1 DW_AT_producer |
    grep -q GNU || { echo "$so: needs gcc and -g"; exit 77; }
abidw --suppressions "$(dirname "$0")/private.ini" \
    --exported-interfaces-only --no-show-locs --no-corpus-path \
    --no-comp-dir-path --out-file "$out" "$so" || exit 1
# Every function must be described, or changes to it would go unseen.
test "$(grep -c '<elf-symbol .*func-type' "$out")" -eq \
    "$(grep -c '<function-decl name=.fzzf_' "$out")" ||
    { rm -f "$out"; echo "$so: some functions are not described"; exit 1; }
