/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READER_H
#define LIB_XML_READER_H

/*
 * The loop that reads every document by its table (type.h). A caller sets
 * roots, build and (for batches) finished, runs the loop, and takes the
 * document when the status is FZZF_OK.
 */

#include "base/text.h"
#include "fzzf/rule.h"
#include "xml/pile.h"
#include "xml/stream.h"
#include "xml/type.h"

/* A type with its names interned in the parser, to be compared as pointers. */
struct fzzf__bound;
struct fzzf__bound_child {
    const xmlChar *name;
    struct fzzf__bound *bound;
};
struct fzzf__bound {
    const struct fzzf__type *type;
    const xmlChar **attributes;
    uint32_t required; /* bit i: attribute i */
    struct fzzf__bound_child *children;
    struct fzzf__bound *next;
};

/* An element that is open. */
struct fzzf__frame {
    const struct fzzf__bound *bound; /* NULL: an element of a rule */
    const char *name;
    size_t row;   /* of the last child, */
    size_t count; /* and how many of that row there were */
    size_t keys;  /* where the keys of that row begin */
    long line, column;
    bool text_told;
    fzzf__arena *outer; /* what was the arena before, and the file */
    const char *outer_file;
    struct fzzf__extension *extension; /* the last of its */
    const fzzf_operator *op;           /* of rules */
    struct fzzf__element *element, *last;
};

struct fzzf__key {
    const char *text;
    long line, column;
};

/* A namespace declaration in force; for extensions. */
struct fzzf__scope {
    const char *prefix, *uri; /* NULL: the default; none */
    uint32_t depth;
};

/* Room for the values of attributes, many of which share one piece of it. */
#define FZZF__STORE_SIZE 2048
struct fzzf__store {
    char *at;
    size_t left;
};

struct fzzf__reader {
    struct fzzf__stream stream;
    const struct fzzf__child *roots; /* one of these */
    size_t root_count;
    /* Makes the type of a root that has none yet, in ->own; NULL: memory. */
    const struct fzzf__type *(*make_type)(struct fzzf__reader *reader,
                                          size_t root);
    void *build; /* of the caller's functions */
    /* Takes each declaration of a batch, also one with a fault. */
    void (*finished)(struct fzzf__reader *reader,
                     const struct fzzf__input *input);
    void (*chunk)(struct fzzf__reader *reader); /* after each; or NULL */

    fzzf__arena own;         /* bindings */
    fzzf__arena *arena;      /* of the document being read */
    const char *file;        /* for places; in that arena */
    struct fzzf__store kept; /* values in that arena */
    bool passes;             /* the values at hand go with their start tag */
    struct fzzf__bound *bounds;
    struct fzzf__frame *frames; /* as many as may be open, and one */
    size_t depth;               /* that many are */
    struct fzzf__pile keys, scopes;
    size_t skipped;    /* elements open below one that is passed over */
    bool faulty;       /* this document is; nothing more is built of it */
    bool left_out;     /* it passed a limit */
    fzzf_status fault; /* the first of any document of the stream */

    /* What the functions of types are given. */
    const char *values[FZZF__ATTRIBUTES_MAX]; /* NULL: absent */
    int codes[FZZF__ATTRIBUTES_MAX];          /* -1: absent */
    fzzf__text text;
    fzzf__place place;

    uint32_t captured; /* elements open of an extension, itself included */
    bool tag_open;     /* the last start tag of it lacks its '>' */
};

/* The innermost open element; NULL before the root. */
static inline struct fzzf__frame *
fzzf__reader_top(const struct fzzf__reader *reader)
{
    return reader->depth == 0 ? NULL : &reader->frames[reader->depth - 1];
}
/* One more, zeroed. */
struct fzzf__frame *fzzf__reader_enter(struct fzzf__reader *reader,
                                       const struct fzzf__tag *tag);

/* Reads all of @source. */
fzzf_status fzzf__reader_run(struct fzzf__reader *reader,
                             const fzzf_source *source, fzzf_diags *diags);
void fzzf__reader_free(struct fzzf__reader *reader);

/* Ends the reading for lack of memory. */
void fzzf__reader_memory(struct fzzf__reader *reader);
/* An item on top of @pile, or NULL after fzzf__reader_memory(). */
void *fzzf__reader_push(struct fzzf__reader *reader, struct fzzf__pile *pile);

/* Marks the document as faulty; for the macro. */
void fzzf__reader_faulty(struct fzzf__reader *reader, fzzf_status status);
/* Reports a finding with its arguments at the reader's place. */
#define FZZF__FAULT(reader, number, ...)                                       \
    fzzf__reader_faulty(                                                       \
        reader, fzzf__report((reader)->stream.diags, FZZF_E_SCHEMA, number,    \
                             &(reader)->place, __VA_ARGS__, NULL))

/* False when nobody reads more findings: what they would say costs time. */
static inline bool fzzf__reader_tells(const struct fzzf__reader *reader)
{
    return reader->stream.diags != NULL &&
           fzzf_diags_dropped(reader->stream.diags) == 0;
}

/* A copy of the element's text in the document's arena. */
const char *fzzf__reader_text(struct fzzf__reader *reader);
/* The amount in value @index; absent or faulty: FZZF__ABSENT. */
struct fzzf__amount fzzf__reader_amount(struct fzzf__reader *reader,
                                        size_t index);
/* The whole number in value @index; absent: 0. */
uint64_t fzzf__reader_whole(const struct fzzf__reader *reader, size_t index);
/* The names in value @index. */
const char *const *fzzf__reader_names(struct fzzf__reader *reader, size_t index,
                                      size_t *count);
/* Whether evidence is counted and not kept. */
bool fzzf__reader_counts(const struct fzzf__reader *reader);
/* Fills what a result cites of a whole document. */
void fzzf__reader_input(struct fzzf__reader *reader, struct fzzf__input *input,
                        const char *role, const char *id);

/* bind.c: interns the names of @type and all below; NULL: out of memory. */
struct fzzf__bound *fzzf__reader_bind(struct fzzf__reader *reader,
                                      const struct fzzf__type *type);

/* attributes.c: takes the attributes of an element of a table. */
void fzzf__read_attributes(struct fzzf__reader *reader,
                           const struct fzzf__bound *bound,
                           const struct fzzf__tag *tag);
/* attributes.c: a copy in the document's memory; NULL: none left. */
const char *fzzf__attribute_keep(struct fzzf__reader *reader, const char *begin,
                                 size_t length);
/* attributes.c: true for one with a namespace; mostly that is a finding. */
bool fzzf__attribute_foreign(struct fzzf__reader *reader,
                             const xmlChar *const *attribute);

/* keys.c: keeps the key of an element that was just opened. */
void fzzf__keep_key(struct fzzf__reader *reader,
                    const struct fzzf__child *child);
/* keys.c: finds keys that stand twice from @from on; then forgets them. */
void fzzf__check_keys(struct fzzf__reader *reader, const char *name,
                      size_t from);

/* children.c: the row of a child, with findings when it may not stand here. */
const struct fzzf__bound *fzzf__child_enter(struct fzzf__reader *reader,
                                            struct fzzf__frame *frame,
                                            const struct fzzf__tag *tag);
/* children.c: what is missing at the end of an element. */
void fzzf__children_end(struct fzzf__reader *reader, struct fzzf__frame *frame);

/* rule_content.c: the elements inside <rule> and <grading>. */
void fzzf__rule_start(struct fzzf__reader *reader, const struct fzzf__tag *tag);
void fzzf__rule_end(struct fzzf__reader *reader);

/* extension.c: the elements inside <extension>, and itself. */
void fzzf__extension_start(struct fzzf__reader *reader,
                           const struct fzzf__tag *tag);
void fzzf__extension_text(struct fzzf__reader *reader, const char *bytes,
                          size_t length);
void fzzf__extension_end(struct fzzf__reader *reader, const xmlChar *name,
                         const xmlChar *prefix);
/* The extension itself ends: gives its text to what it stands in. */
void fzzf__extension_close(struct fzzf__reader *reader);

#endif
