# SPDX-License-Identifier: Apache-2.0
# Sourced: what libraries there are, and what their headers declare.
list=${abi_list:-$top_srcdir/tests/abi/libraries.list}

# each_library COMMAND...: runs it with each line of the list after it. Fails
# with 1 when one fails, with 77 when one was skipped.
each_library() {
    code=0
    grep -v '^#' "$list" >"$work/libraries" || return 99
    while read -r line; do
        # shellcheck disable=SC2086
        "$@" $line
        case $? in
        0) ;;
        77) test "$code" -ne 0 || code=77 ;;
        *) code=1 ;;
        esac
    done <"$work/libraries"
    return $code
}

# headers_of NAME MAP ARCHIVE [HEADER...]: the paths of its headers.
headers_of() {
    shift 3
    if test $# -eq 0; then
        sed '/^#/d; s/^[^ ]* [^ ]* [^ ]*//' "$list" | tr ' ' '\n' |
            sed '/./!d' >"$work/taken"
        set -- $(cd "$top_srcdir/include/fzzf" && ls ./*.h |
            sed 's,^\./,,' | grep -vxF -f "$work/taken")
    fi
    printf "%s\n" "$@" | sed "s,^,$top_srcdir/include/fzzf/,"
}

# declared HEADER...: the functions that these declare, one a line, sorted.
declared() {
    cat "$@" | tr '\n' ' ' | grep -o 'FZZF_API [^;(]*(' |
        sed -n 's/.*\(fzzf_[a-z0-9_]*\)($/\1/p' | LC_ALL=C sort
}
