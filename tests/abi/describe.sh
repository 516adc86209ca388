#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# describe.sh LIBRARY OUT: writes the interface of LIBRARY, as far as public
# headers show it and without any path of this machine.
exec abidw --suppressions "$(dirname "$0")/private.ini" \
    --exported-interfaces-only --no-show-locs --no-corpus-path \
    --no-comp-dir-path --out-file "$2" "$1"
