# SPDX-License-Identifier: Apache-2.0
# Sourced: the functions that headers declare, one name a line, sorted.

# declared DIRECTORY
declared() {
    cat "$1"/*.h | tr '\n' ' ' | grep -o 'FZZF_API [^;(]*(' |
        sed -n 's/.*\(fzzf_[a-z0-9_]*\)($/\1/p' | LC_ALL=C sort
}
