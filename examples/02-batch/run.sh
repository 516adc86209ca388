#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From the counties' declarations through city, province and centre to the
# naming and a revocation. Prints each document as it is decided; README.md
# tells the story.
#
# Runs in its folder; FZZF names the program. Keys are made by openssl.
set -eu
fzzf=${FZZF:-fzzf}
made=$(mktemp -d)
trap 'rm -r "$made"' EXIT
office='演示命名机关（虚构）'

# made NAME COMMAND...: runs, keeps the document, and prints it.
made() {
    name=$1
    shift
    "$fzzf" "$@" --format xml >"$made/$name.xml"
    cat "$made/$name.xml"
}

# sign UNIT NAME: signs the package that was made with the unit's key.
sign() {
    "$fzzf" sign "$made/unsigned" --key "$made/$1.pem" --name "$1" \
        --out "$made/$2.fzzf" >/dev/null
}

# send UNIT LEVEL DAY FILE...: packs the files and signs with a key of its own,
# of which the levels above were given the public half by hand.
send() {
    unit=$1 level=$2 date=$3
    shift 3
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 \
        -out "$made/$unit.pem" 2>/dev/null
    openssl pkey -in "$made/$unit.pem" -pubout -out "$made/$unit.pub"
    "$fzzf" pack "$@" --batch demo --sequence 1 --sender "$unit" \
        --level "$level" --date "$date" --out "$made/unsigned" --force \
        >/dev/null
    sign "$unit" "$unit"
}

# forward CITY: merges what the counties sent, byte by byte, and signs.
forward() {
    cat "$made/${1%00}"2?.pub >"$made/keys"
    "$fzzf" merge "$made/${1%00}"2?.fzzf --batch demo --sequence 2 \
        --sender "$1" --level city --date 2025-04-01 --trust "$made/keys" \
        --out "$made/unsigned" --force >/dev/null
    sign "$1" "$1-counties"
}

# take UNIT INTO: verifies what the unit sent and unpacks it.
take() {
    mkdir -p "$2"
    "$fzzf" unpack "$made/$1.fzzf" --trust "$made/$1.pub" --out "$2" >/dev/null
    echo "<!-- $1: signature good -->"
}

# verify CITY: verifies what the city forwarded, its own signature and those of
# its counties.
verify() {
    cat "$made/$1.pub" "$made/${1%00}"2?.pub >"$made/keys"
    "$fzzf" verify "$made/$1-counties.fzzf" --trust "$made/keys" >/dev/null
    echo "<!-- $1 and its counties: signatures good -->"
}

# note NAME BODY: the body's decision writes its own events into the history.
cp history.xml "$made/history.xml"
note() {
    "$fzzf" history "$made/history.xml" --decision "$made/$1.xml" --by "$2" \
        --format xml >"$made/next"
    mv "$made/next" "$made/history.xml"
}

# 1. Every county packs what it declares, signs, and sends it to its city.
for city in 980100 980200 990100 990200; do
    for county in 1 2 3; do
        unit=${city%00}2$county
        send "$unit" county 2025-02-20 "declarations/$city/$unit.xml"
    done
done

# 2. Each city verifies, decides on its counties and on itself, each declaration
# by the system of its type, and sends its recommendation to the province, with
# what the counties sent.
for city in 980100 980200 990100 990200; do
    here=$made/at-$city
    for county in 1 2 3; do
        take "${city%00}2$county" "$here"
    done
    test ! -f declarations/$city/$city.xml ||
        cp declarations/$city/$city.xml "$here"
    made $city recommend --batch batch.xml --level city --own $city \
        --day 2025-03-31 --exclusions exclusions.xml --history history.xml \
        --system system.xml --also-system ../../data/single-item/system.xml \
        --contract contract.xml "$here"
    note $city "$city 依法治市办（虚构）"
    send $city city 2025-04-01 "$made/$city.xml"
    forward $city
done

# 3. Each province verifies, decides on whom its cities recommend, and sends.
for province in 980000 990000; do
    here=$made/at-$province
    for city in 1 2; do
        take "${province%0000}0${city}00" "$here"
        verify "${province%0000}0${city}00"
    done
    made $province recommend --batch batch.xml --level province \
        --own $province --day 2025-05-30 --exclusions exclusions.xml \
        "$here"
    note $province "$province 依法治省办（虚构）"
    send $province province 2025-06-01 "$made/$province.xml"
done

# 4. The centre verifies, and weighs the phases; their scores come as CSV.
for province in 980000 990000; do
    take $province "$made/at-centre"
done
"$fzzf" record scores.xml --part score --rows scores.csv --format xml \
    >"$made/scores.xml"
set -- recommend --batch batch.xml --level centre --exclusions exclusions.xml \
    --scores "$made/scores.xml" "$made/at-centre"
made public "$@" --day 2026-08-31

# 5. The list is public for seven days; an objection is upheld.
made centre "$@" --objections objections.xml --day 2026-09-15
"$fzzf" history "$made/history.xml" centre-history.xml \
    --decision "$made/centre.xml" --by "$office" --format xml >"$made/next"
mv "$made/next" "$made/history.xml"

# 6. Those chosen are named.
made named register register.xml --decision "$made/centre.xml" \
    --batch batch.xml --by "$office" --on 2026-10-28

# 7. Later: reports, a return visit, revocations of an earlier batch and of
# this one.
last=named
for part in report visit revocation practice; do
    "$fzzf" record "$made/$last.xml" --part $part --rows later-${part}s.csv --add \
        --format xml >"$made/$part.xml"
    last=$part
done
cat "$made/$last.xml"
made january register "$made/$last.xml" --on 2027-01-25
made march register "$made/$last.xml" --on 2027-03-01

# 8. The way of every declaration, to the naming and the revocation.
made states history "$made/history.xml" --register "$made/$last.xml" \
    --batch batch.xml --on 2027-03-01
