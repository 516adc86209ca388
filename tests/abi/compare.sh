#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# compare.sh LIBRARY HEADERS BASELINE: programs built against the baseline still
# run: abidiff finds nothing but what suppressions.ini permits, that file names
# exactly the structs in the folder HEADERS that begin with their size, and
# these keep their old members (prefix.py). Any exit code of abidiff but 0 is a
# failure: it says 4, not 12, when a struct grows. Exit code 77: cannot be told.
so=$1
include=$2
baseline=$3
here=$(dirname "$0")
rules=$here/suppressions.ini
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The structs that begin with "size_t size;", from the headers.
cat "$include"/*.h | sed 's,/\*\*<.*,,' |
    awk '/^typedef struct [a-z_]+ \{/ {name = $3; next}
         name != "" {if ($0 ~ /^ *size_t size; *$/) print name; name = ""}' |
    LC_ALL=C sort >"$work/sized"
sed -n '/^name_regexp = ^(/s/.*(\(.*\)).*/\1/p' "$rules" | tr '|' '\n' |
    grep -v '^fzzf_\.\*$' >"$work/permitted"
diff -u "$work/sized" "$work/permitted" || {
    echo "suppressions.ini must name the structs that begin with size"
    exit 1
}

sh "$here/describe.sh" "$so" "$work/now.abi" || exit $?
arch() { sed -n "s/.*<abi-corpus .*architecture='\([^']*\)'.*/\1/p" "$1"; }
test "$(arch "$baseline")" = "$(arch "$work/now.abi")" ||
    { echo "$baseline is of another machine"; exit 77; }
"${PYTHON:-python3}" "$here/prefix.py" "$baseline" "$work/now.abi" &&
    abidiff --harmless --suppressions "$rules" --no-show-locs "$baseline" \
        "$work/now.abi" || exit 1
