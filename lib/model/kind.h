/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KIND_H
#define LIB_MODEL_KIND_H

/*
 * What a record document is made of: one constant table for each of its
 * elements, from which reader, writer, schema, manual, command line and Python
 * all work. Elements hold elements of other kinds, never of their own.
 */

#include "fzzf/record.h"
#include "model/values.h"

/* One attribute; its place in the table is its number in record->values. */
struct fzzf__field {
    const char *name;
    enum fzzf__form form;
    int required;
    const struct fzzf__words *words; /* for FZZF__FORM_WORD and _WORDS */
    const char *title;               /* Chinese */
};

/* Elements that stand inside, in the order in which they stand. */
struct fzzf__part {
    const struct fzzf_kind *kind;
    size_t least, most; /* most: 0 is any number */
    /* Fields that together differ among siblings: number + 1; 0: none. */
    int key, second_key;
};

struct fzzf_kind {
    const char *name;  /* of the element */
    const char *title; /* Chinese */
    const struct fzzf__field *fields;
    size_t field_count;
    const struct fzzf__part *parts;
    size_t part_count;
    bool text; /* it holds a text, and no parts */
    bool root; /* of a document: extensions may follow the parts */
    /* What a document is checked for once forms, counts and keys hold; see
     * model/checks.h. NULL: nothing more. */
    fzzf_status (*check)(const struct fzzf_record *record, fzzf_diags *diags);
};

#define FZZF__FIELDS(array)                                                    \
    .fields = array, .field_count = sizeof array / sizeof array[0]
#define FZZF__PARTS(array)                                                     \
    .parts = array, .part_count = sizeof array / sizeof array[0]

/* Defines the words of one field. */
#define FZZF__FIELD_WORDS(name, ...)                                           \
    static const char *const name##_items[] = {__VA_ARGS__};                   \
    static const struct fzzf__words name = {                                   \
        name##_items, sizeof name##_items / sizeof name##_items[0]}

/* The kinds of documents: fzzf__kind_batch and so on. */
#define KIND(number, name, root)                                               \
    extern const struct fzzf_kind fzzf__kind_##name;
#include "model/kinds.def"
#undef KIND

/* The number of the field or part called @name, or FZZF__NO_INDEX. */
#define FZZF__NO_INDEX ((size_t)-1)
size_t fzzf__kind_field(const struct fzzf_kind *kind, const char *name);
size_t fzzf__kind_part(const struct fzzf_kind *kind, const char *name);

#endif
