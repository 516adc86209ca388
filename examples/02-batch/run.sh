#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From the counties' declarations through city, province and centre to the
# register, and a revocation later. Prints each document as it is decided.
#
# Runs in its folder; FZZF names the program.
set -eu
fzzf=${FZZF:-fzzf}
made=$(mktemp -d)
trap 'rm -r "$made"' EXIT
day=2025-03-31

# made NAME COMMAND...: runs, keeps the document, and prints it.
made() {
    name=$1
    shift
    "$fzzf" "$@" --format xml >"$made/$name.xml"
    cat "$made/$name.xml"
}

# 1. Each city decides on the declarations of its counties and on its own.
for city in 980100 980200 990100 990200; do
    for kind in comprehensive single-item; do
        test -d "declarations/$city/$kind" || continue
        system=system.xml
        test $kind = comprehensive || system=single.xml
        made $city-$kind recommend --batch batch.xml --level city \
            --own $city --day $day --exclusions exclusions.xml \
            --history history.xml --system $system --contract contract.xml \
            "declarations/$city/$kind"
    done
done

# 2. Each province decides on whom its cities recommend.
for province in 98 99; do
    made ${province}0000 recommend --batch batch.xml --level province \
        --own ${province}0000 --day $day --exclusions exclusions.xml \
        "$made/$province"0[12]00-*.xml
done

# 3. The centre decides, and names.
made centre recommend --batch batch.xml --level centre --day $day \
    --exclusions exclusions.xml "$made/980000.xml" "$made/990000.xml"
made named register register.xml --decision "$made/centre.xml" \
    --batch batch.xml --by '演示命名机关（虚构）' --on 2026-10-28

# 4. Later: reports, a return visit, a revocation.
last=named
for part in report visit revocation practice; do
    "$fzzf" record "$made/$last.xml" --part $part --rows later-${part}s.csv \
        --format xml >"$made/$part.xml"
    last=$part
done
cat "$made/$last.xml"
made january register "$made/$last.xml" --on 2027-01-25
made march register "$made/$last.xml" --on 2027-03-01
