#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# dist.sh ARCHIVE: the source archive holds every file that git tracks, and
# nothing else but what bootstrap made.
cd "$(dirname "$0")/../.." || exit 99
archive=$1
git rev-parse --git-dir >/dev/null 2>&1 || exit 0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
tar tf "$archive" | sed 's,^[^/]*/,,' | grep -v '/$\|^$' |
    LC_ALL=C sort >"$work/shipped"
git ls-files | LC_ALL=C sort >"$work/tracked"
LC_ALL=C comm -13 "$work/shipped" "$work/tracked" |
    sed 's/^/not shipped: /' >"$work/faults"
LC_ALL=C comm -23 "$work/shipped" "$work/tracked" | grep -vE \
    '^(build-aux/|m4/|(.*/)?Makefile\.in$|aclocal\.m4$|configure$)' |
    sed 's/^/not tracked: /' >>"$work/faults"
cat "$work/faults"
test ! -s "$work/faults"
