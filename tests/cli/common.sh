# SPDX-License-Identifier: Apache-2.0
# What all tests of the command line share; read with '.'.
set -u
fzzf=$top_builddir/cli/fzzf
test -x "$fzzf" || exit 77
cd "$top_srcdir" || exit 99
teaching=data/teaching
table=examples/01-published-table
taught="--system $teaching/system.xml --contract $teaching/contract.xml"
tabled="--system $table/system.xml --contract $table/contract.xml"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
status=0

complain() {
    echo "$1"
    status=1
}

# expect CODE ARGUMENTS...: runs fzzf; its output is then in $work/out and
# $work/err. Standard input is that of the caller.
expect() {
    wanted=$1
    shift
    called="fzzf $*"
    code=0
    "$fzzf" "$@" >"$work/out" 2>"$work/err" || code=$?
    test "$code" -eq "$wanted" || {
        complain "$called: exit $code instead of $wanted"
        head -n 5 "$work/err"
    }
}

# prints TEXT, says TEXT: it stands in the last output, or among the messages.
prints() {
    grep -qF -e "$1" "$work/out" || {
        complain "$called: does not print '$1', but:"
        head -n 20 "$work/out"
    }
}
says() {
    grep -qF -e "$1" "$work/err" || {
        complain "$called: does not say '$1', but:"
        head -n 5 "$work/err"
    }
}

# prints_nothing, says_nothing: the same, when there must be none.
prints_nothing() {
    test ! -s "$work/out" || complain "$called: prints $(head -n 3 "$work/out")"
}
says_nothing() {
    test ! -s "$work/err" || complain "$called: says $(head -n 3 "$work/err")"
}
