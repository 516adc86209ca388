#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shows that compare.sh fails where it must and passes where it may: it changes
# a copy of the public headers, builds stubs for before and after, and compares.
set -u
here=$top_srcdir/tests/abi
command -v abidw >/dev/null || exit 77
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
status=0

# build NAME: the stub library of $work/NAME/fzzf. Fails when nothing differs
# from the original, so that a mutant that no longer bites is seen.
build() {
    "${PYTHON:-python3}" "$here/stub.py" "$work/$1/fzzf" >"$work/$1.c" &&
        ${CC:-cc} -g -fPIC -shared -w -I"$work/$1" "$work/$1.c" \
            -o "$work/$1.so"
}

# mutant WANTED NAME HEADER SED-SCRIPT
mutant() {
    rm -rf "$work/$2" && mkdir "$work/$2"
    cp -r "$top_srcdir/include/fzzf" "$work/$2/fzzf"
    sed -i -E "$4" "$work/$2/fzzf/$3"
    if cmp -s "$work/$2/fzzf/$3" "$top_srcdir/include/fzzf/$3"; then
        echo "FAILED $2: changes nothing"
        status=1
        return
    fi
    build "$2" || { echo "FAILED $2: does not compile"; status=1; return; }
    sh "$here/compare.sh" "$work/$2.so" "$work/$2/fzzf" \
        "$work/original.abi" >"$work/$2.log" 2>&1
    code=$?
    obtained=passes
    test "$code" -eq 0 || obtained=fails
    if test "$code" -eq 77 || test "$obtained" != "$1"; then
        echo "FAILED $2: $obtained ($code), must be: $1"
        sed 's/^/    /' "$work/$2.log"
        status=1
    else
        echo "ok $2 $obtained"
    fi
}

mkdir "$work/original"
cp -r "$top_srcdir/include/fzzf" "$work/original/fzzf"
build original && sh "$here/describe.sh" "$work/original.so" \
    "$work/original.abi" || exit 99

mutant passes comment-only status.h 's/The closed list of/The list of/'
mutant passes function-added version.h \
    's/^(FZZF_API const char .fzzf_version)(.*)/\1\2\n\1_new\2/'
mutant passes member-appended result.h \
    's/^(} fzzf_node;)/    size_t appended;\n\1/'
mutant passes members-appended-to-two result.h \
    's/^(} fzzf_(node|cause);)/    size_t appended;\n    int other;\n\1/'
mutant fails member-appended-into-padding xml.h \
    's/^(\} fzzf_write_options;)/    int padded;\n\1/'
mutant fails function-removed version.h '/fzzf_version\(void\)/d'
mutant fails parameter-type-changed contract.h \
    's/^(FZZF_API int fzzf_contract_display_places\()const /\1/
     s/fzzf_contract_display_places\(fzzf_contract \*contract/&, int more/'
mutant fails return-type-changed contract.h \
    's/^FZZF_API int (fzzf_contract_display_places)/FZZF_API long \1/'
mutant fails member-inserted result.h \
    's/^(    const char \*id;  .*Such as "3.2.1"; "total".*)/    size_t inserted;\n\1/'
mutant fails member-inserted-and-appended result.h \
    's/^(    const char \*id;  .*Such as "3.2.1"; "total".*)/    size_t inserted;\n\1/
     s/^(} fzzf_node;)/    size_t appended;\n\1/'
mutant fails member-removed result.h '/^    const char \*grade;  .*or NULL/d'
mutant fails member-type-changed result.h \
    's/^    int (level;  .*0 for the whole)/    unsigned \1/'
mutant fails member-type-changed-and-appended result.h \
    's/^    int (level;  .*0 for the whole)/    unsigned \1/
     s/^(} fzzf_node;)/    size_t appended;\n\1/'
mutant fails members-swapped result.h \
    '/^typedef struct fzzf_node \{/,/^\}/{
        s/^    const fzzf_number \*score; /    const fzzf_number *swap; /
        s/^    const fzzf_number \*high; /    const fzzf_number *score; /
        s/^    const fzzf_number \*swap; /    const fzzf_number *high; /
     }'
mutant fails members-swapped-and-appended result.h \
    '/^typedef struct fzzf_node \{/,/^\}/{
        s/^    const fzzf_number \*score; /    const fzzf_number *swap; /
        s/^    const fzzf_number \*high; /    const fzzf_number *score; /
        s/^    const fzzf_number \*swap; /    const fzzf_number *high; /
        s/^(\} fzzf_node;)/    size_t appended;\n\1/
     }'
mutant fails member-removed-and-appended result.h \
    '/^typedef struct fzzf_node \{/,/^\}/{
        /^    size_t cause_count; /d
        s/^(\} fzzf_node;)/    size_t one;\n    size_t two;\n\1/
     }'
mutant fails member-wider-and-appended result.h \
    '/^typedef struct fzzf_node \{/,/^\}/{
        s/^    fzzf_answer met; /    size_t met; /
        s/^(\} fzzf_node;)/    size_t one;\n    size_t two;\n\1/
     }'
mutant fails enumerator-value-changed status.h 's/FZZF_E_IO = 3/FZZF_E_IO = 13/'
mutant fails enumerator-removed status.h '/FZZF_E_CANCELLED/d'
mutant fails enumerator-added status.h \
    's/(FZZF_E_CANCELLED = 10)/\1, FZZF_E_NEW = 11/'
mutant fails size-no-longer-first result.h \
    '/^typedef struct fzzf_node \{/,/^\}/s/^    size_t size; .*/    int first; size_t size;/'
mutant fails callback-changed xml.h \
    's/(typedef int \(\*fzzf_write_fn\)\(void \*user, const char \*bytes, )size_t/\1int/'

# A struct that does not begin with its size may not grow at all.
mkdir "$work/plain"
cp -r "$work/original/fzzf" "$work/plain/fzzf"
sed -i -E 's/^(FZZF_API const char .fzzf_version.*)/typedef struct fzzf_plain {\n    int a;\n} fzzf_plain;\nFZZF_API int fzzf_plain_get(fzzf_plain *p);\n\1/' \
    "$work/plain/fzzf/version.h"
build plain && sh "$here/describe.sh" "$work/plain.so" "$work/original.abi" || exit 99
mutant fails struct-without-size-grown version.h \
    's/^(FZZF_API const char .fzzf_version.*)/typedef struct fzzf_plain {\n    int a;\n    int b;\n} fzzf_plain;\nFZZF_API int fzzf_plain_get(fzzf_plain *p);\n\1/'
exit $status
