#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD LAST [FIRST]: compares the library in the folder BUILD with the
# reference on the random rounds FIRST (1) to LAST. What differs stays in
# BUILD/reference for a look; what agrees is removed.
set -u
build=$(cd "$1" && pwd) || exit 99
last=$2
first=${3:-1}
here=$(cd "$(dirname "$0")" && pwd) || exit 99
python=${PYTHON:-/usr/bin/python3}
dump=$build/tests/reference/dump
test -x "$dump" || { echo "$dump is not built: make check"; exit 99; }
work=$build/reference
rm -rf "$work"

# part FROM TO: one share of the work, in a folder of its own.
part() {
    folder=$work/$1
    mkdir -p "$folder"
    "$python" "$here/generate.py" "$folder" "$1" "$2" &&
        "$python" "$here/fzzf_reference.py" --folder "$folder" || return
    for round in "$folder"/*; do
        "$dump" "$round" 2>"$round/messages.txt" &&
            test ! -s "$round/messages.txt" &&
            test -s "$round/expected.txt" &&
            cmp -s "$round/expected.txt" "$round/obtained.txt" &&
            rm -r "$round" && echo same
    done >"$folder.same"
}

# A few hundred rounds at a time, in as many processes as there are cores.
size=250
at=$first
while test "$at" -le "$last"; do
    for _ in $(seq "$(nproc 2>/dev/null || echo 1)"); do
        test "$at" -le "$last" || break
        to=$((at + size - 1))
        test "$to" -le "$last" || to=$last
        part "$at" "$to" &
        at=$((to + 1))
    done
    wait
done

wanted=$((last - first + 1))
same=$(cat "$work"/*.same | wc -l)
echo "$same of $wanted rounds agree with the reference"
test "$same" -ne "$wanted" || { rm -rf "$work"; exit 0; }
for round in $(find "$work" -name expected.txt | sort | head -n 5); do
    round=$(dirname "$round")
    echo "-- $round"
    head -n 3 "$round/messages.txt"
    diff "$round/expected.txt" "$round/obtained.txt" | head -n 8
done
exit 1
