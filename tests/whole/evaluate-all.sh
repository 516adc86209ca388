#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# evaluate-all.sh FZZF OUT: evaluates every shipped system with the command
# FZZF and leaves all result documents and tables in the folder OUT, to be
# compared byte by byte between builds. Fails when an evaluation fails.
set -u
fzzf=$1
rm -rf "$2" && mkdir -p "$2" || exit 99
out=$(cd "$2" && pwd) || exit 99
# Names in results do not depend on where the sources lie.
cd "$(dirname "$0")/../.." || exit 99
status=0
for system in examples/*/system.xml data/teaching/system.xml \
    tests/cases/published/*/system.xml; do
    folder=$(dirname "$system")
    contract=$folder/contract.xml
    test -f "$contract" || contract=$(dirname "$folder")/contract.xml
    declarations=$folder/declarations.xml
    test -f "$declarations" || declarations=$folder/counties.xml
    test -f "$declarations" || continue
    results=$out/$(echo "$folder" | tr / -)
    mkdir "$results"
    "$fzzf" evaluate --system "$system" --contract "$contract" \
        --format json --out "$results" "$declarations" \
        >"$results/results.json" 2>"$out/messages" || {
        echo "$folder: exit code $?: $(head -n 3 "$out/messages")"
        status=1
    }
done
rm -f "$out/messages"
exit $status
