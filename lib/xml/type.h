/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_TYPE_H
#define LIB_XML_TYPE_H

/*
 * The tables that describe documents: what stands in an element, in which
 * order, how often, with which attributes. The loop in reader.c checks all of
 * it; the functions of a type only set fields, and are called only as long as
 * the document is without fault. schema/fzzf-1.xsd says the same.
 *
 * To add an element: a row among its parent's children, its attributes, a type,
 * and what its open() or close() sets; then the schema and the writer.
 */

#include <stdbool.h>
#include <stddef.h>

#include "model/system.h"
#include "model/values.h"

struct fzzf__reader;
struct fzzf__type;

#define FZZF__ATTRIBUTES_MAX 32
#define FZZF__MANY           0

/* One attribute; its place in the table is its number in reader->values. */
struct fzzf__attribute {
    const char *name;
    enum fzzf__form form;
    int required;
    const struct fzzf__words *words; /* for FZZF__FORM_WORD and _WORDS */
};

/* One element of a parent, in the order in which they stand. */
struct fzzf__child {
    const char *name;
    const struct fzzf__type *type;
    size_t least, most; /* most: FZZF__MANY is any number */
    /* Attributes that together differ among siblings: number + 1; 0: none. */
    int key, second_key;
};

enum fzzf__content {
    FZZF__CONTENT_ELEMENTS, /* the children, or nothing at all */
    FZZF__CONTENT_TEXT,
    FZZF__CONTENT_RULE,      /* one element that an operator describes */
    FZZF__CONTENT_EXTENSION, /* anything of other namespaces */
};

struct fzzf__type {
    const struct fzzf__attribute *attributes;
    size_t attribute_count;
    const struct fzzf__child *children;
    size_t child_count;
    enum fzzf__content content;
    /* Makes a document and sets reader->arena; before the attributes are kept,
     * and also when there was a fault. */
    void (*begin)(struct fzzf__reader *reader);
    /* Attributes are in reader->values and ->codes, the place in ->place. */
    void (*open)(struct fzzf__reader *reader);
    /* The text is in reader->text; the place is that of the element. */
    void (*close)(struct fzzf__reader *reader);
    /* Says whether the values of its attributes may go with the start tag;
     * NULL: they stay. */
    bool (*passing)(const struct fzzf__reader *reader);
    /* Where <extension> children go; NULL: they are checked and dropped. */
    struct fzzf__extension **(*extensions)(struct fzzf__reader *reader);
};

#define FZZF__ATTRIBUTES(array)                                                \
    .attributes = array, .attribute_count = sizeof array / sizeof array[0]
#define FZZF__CHILDREN(array)                                                  \
    .children = array, .child_count = sizeof array / sizeof array[0]

#define FZZF__ROW_EXTENSIONS                                                   \
    {                                                                          \
        "extension", &fzzf__type_extension, 0, FZZF__MANY, 0, 0                \
    }

/* The types of other files. */
extern const struct fzzf__type fzzf__type_system, fzzf__type_tailoring,
    fzzf__type_contract, fzzf__type_declaration, fzzf__type_declarations,
    fzzf__type_result, fzzf__type_extension, fzzf__type_manifest,
    fzzf__type_receipt;

#endif
