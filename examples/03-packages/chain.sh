#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From a county to its city and on to the province. Every level trusts the keys
# that it was given by hand, and keeps a ledger of what came.
set -e
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: "${FZZF:=fzzf}"

# key NAME: an SM2 key and its public half, made by openssl.
key() {
    openssl genpkey -algorithm SM2 -out "$work/$1.pem" 2>/dev/null
    openssl pkey -in "$work/$1.pem" -pubout -out "$work/$1.pub"
}
# told FIELD: its values in the last output as JSON.
told() {
    sed -n "s/^ *\"$1\": \"\([^\"]*\)\",*\$/$1: \1/p" "$work/told"
}
key county
key city

# The county packs its declaration and signs.
"$FZZF" pack county.xml --batch 2026-1 --sequence 1 --sender 990101 \
    --level county --date 2026-09-30 --out "$work/c.fzzf"
"$FZZF" sign "$work/c.fzzf" --key "$work/county.pem" --name county \
    --out "$work/990101-1.fzzf"

# The city answers; the county sees that its very bytes arrived.
receive() {
    "$FZZF" receipt "$work/990101-1.fzzf" --receiver 9901 --level city \
        --date 2026-10-08 --trust "$work/county.pub" --format json \
        --ledger "$work/city-ledger.xml" --out "$1" >"$work/told" 2>/dev/null
}
receive "$work/receipt.xml"
told verdict
"$FZZF" receipt "$work/receipt.xml" --compare "$work/990101-1.fzzf" \
    --lang en >/dev/null && echo "the county: the receipt is for what was sent"

# The same number a second time is a replay.
receive "$work/again.xml" || told verdict

# The city merges what came, byte by byte, and signs for itself.
"$FZZF" merge "$work/990101-1.fzzf" --batch 2026-1 --sequence 1 \
    --sender 9901 --level city --date 2026-10-09 --trust "$work/county.pub" \
    --ledger "$work/city-ledger.xml" --out "$work/m.fzzf"
"$FZZF" sign "$work/m.fzzf" --key "$work/city.pem" --name city \
    --out "$work/9901-1.fzzf"

# The province sees both signatures, and takes the county's package out again.
"$FZZF" verify "$work/9901-1.fzzf" --trust "$work/city.pub" \
    --trust "$work/county.pub" --format json >"$work/told"
told sender
told status
mkdir "$work/province"
"$FZZF" split "$work/9901-1.fzzf" --trust "$work/city.pub" \
    --trust "$work/county.pub" --out "$work/province"
cmp "$work/province/990101-1.fzzf" "$work/990101-1.fzzf" &&
    echo "the province: the county's package is as it was sent"
