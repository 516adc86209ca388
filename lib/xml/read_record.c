/* SPDX-License-Identifier: Apache-2.0 */
/* Reads record documents of every kind by the tables of their kinds. */

#include <string.h>

#include "model/conceal.h"
#include "model/record.h"
#include "xml/reader.h"

/* A type of the reader, made from a kind; the reader keeps only the type. */
struct made {
    struct fzzf__type type; /* first */
    const struct fzzf_kind *kind;
    struct made *next;
};

struct build {
    struct made *types;
    struct fzzf__record_document *document;
    struct fzzf_record *record; /* the innermost open one */
};

static const struct fzzf_kind *kind_of(const struct fzzf__reader *reader)
{
    const struct fzzf__type *type = fzzf__reader_top(reader)->bound->type;

    return ((const struct made *)type)->kind;
}

static void begin(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf_record *root = fzzf__record_new(kind_of(reader));

    if (root == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    build->document = root->document;
    reader->arena = &root->document->arena;
}

/* The record that was just opened; NULL: out of memory. */
static struct fzzf_record *enter(struct build *build,
                                 const struct fzzf_kind *kind)
{
    struct fzzf_record *parent = build->record;

    if (parent == NULL)
        return build->document->root;
    for (size_t i = 0; i < parent->kind->part_count; i++)
        if (parent->kind->parts[i].kind == kind)
            return fzzf__record_append(parent, i);
    return NULL;
}

static void open(struct fzzf__reader *reader)
{
    const struct fzzf_kind *kind = kind_of(reader);
    struct build *build = reader->build;
    struct fzzf_record *record = enter(build, kind);

    if (record == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    record->place = reader->place;
    for (size_t i = 0; i < kind->field_count; i++) {
        const char *value = reader->values[i];

        if (value != NULL)
            record->values[i] =
                fzzf__conceal_field(record, i, value, reader->stream.diags);
        if (value != NULL && record->values[i] == NULL)
            fzzf__reader_faulty(reader, FZZF_E_SCHEMA);
    }
    fzzf__conceal_repeats(record);
    build->record = record;
}

static void close(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf_record *record = build->record;

    if (record->kind->text) {
        record->text = fzzf__reader_text(reader);
        (void)fzzf__tell_identities(&record->place, FZZF__F_IDENTITY_NUMBER,
                                    record->kind->name, record->text,
                                    reader->stream.diags);
    }
    build->record = record->parent;
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    return &build->document->extensions;
}

static const struct fzzf__type *type_of(struct fzzf__reader *reader,
                                        const struct fzzf_kind *kind);

static void add_attributes(fzzf__arena *arena, struct fzzf__type *type,
                           const struct fzzf_kind *kind)
{
    struct fzzf__attribute *rows =
        fzzf__arena_alloc(arena, kind->field_count * sizeof *rows);

    for (size_t i = 0; rows != NULL && i < kind->field_count; i++) {
        const struct fzzf__field *field = &kind->fields[i];

        rows[i].name = field->name;
        rows[i].form = field->form;
        rows[i].required = field->required;
        rows[i].words = field->words;
    }
    type->attributes = rows;
    type->attribute_count = kind->field_count;
}

static void add_children(struct fzzf__reader *reader, struct fzzf__type *type,
                         const struct fzzf_kind *kind)
{
    static const struct fzzf__child extension = FZZF__ROW_EXTENSIONS;
    const size_t count = kind->part_count + (kind->root ? 1 : 0);
    struct fzzf__child *rows =
        fzzf__arena_alloc(&reader->own, count * sizeof *rows);

    for (size_t i = 0; rows != NULL && i < kind->part_count; i++) {
        const struct fzzf__part *part = &kind->parts[i];

        rows[i].name = part->kind->name;
        rows[i].type = type_of(reader, part->kind);
        rows[i].least = part->least;
        rows[i].most = part->most;
        rows[i].key = part->key;
        rows[i].second_key = part->second_key;
    }
    if (rows != NULL && kind->root)
        rows[kind->part_count] = extension;
    type->children = rows;
    type->child_count = count;
}

/* NULL, or an arena that is spoiled, when there is no memory. */
static const struct fzzf__type *type_of(struct fzzf__reader *reader,
                                        const struct fzzf_kind *kind)
{
    struct build *build = reader->build;
    struct made *made = build->types;

    while (made != NULL && made->kind != kind)
        made = made->next;
    if (made != NULL)
        return &made->type;
    made = fzzf__arena_alloc(&reader->own, sizeof *made);
    if (made == NULL)
        return NULL;
    made->kind = kind;
    made->next = build->types;
    build->types = made;
    made->type.content =
        kind->text ? FZZF__CONTENT_TEXT : FZZF__CONTENT_ELEMENTS;
    made->type.begin = kind->root ? begin : NULL;
    made->type.open = open;
    made->type.close = close;
    made->type.extensions = kind->root ? extensions : NULL;
    add_attributes(&reader->own, &made->type, kind);
    add_children(reader, &made->type, kind);
    return &made->type;
}

static const struct fzzf__type *make_type(struct fzzf__reader *reader,
                                          size_t root)
{
    const struct fzzf__type *type = type_of(reader, fzzf_kind_at(root));

    return reader->own.spoiled == FZZF_OK ? type : NULL;
}

/* What others added to the document. */
static void warn_of_extensions(const struct fzzf__record_document *document,
                               fzzf_diags *diags)
{
    for (const struct fzzf__extension *extension = document->extensions;
         extension != NULL; extension = extension->next)
        (void)fzzf__tell_identities(&document->root->place,
                                    FZZF__F_IDENTITY_NUMBER, "extension",
                                    extension->xml, diags);
}

fzzf_status fzzf_xml_read_record(fzzf_record **out, const fzzf_source *source,
                                 fzzf_diags *diags)
{
    static const struct fzzf__child roots[] = {
#define KIND(number, name, root) {root, NULL, 1, 1, 0, 0},
#include "model/kinds.def"
#undef KIND
    };
    struct build build = {.types = NULL};
    struct fzzf__reader reader = {.roots = roots,
                                  .root_count = sizeof roots / sizeof roots[0],
                                  .make_type = make_type,
                                  .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK) {
        const struct fzzf_kind *kind = build.document->root->kind;

        warn_of_extensions(build.document, diags);
        reader.arena = &build.document->arena;
        fzzf__reader_input(&reader, &build.document->input, kind->name,
                           fzzf_record_get(build.document->root, "id"));
        status = reader.arena->spoiled;
    }
    fzzf__reader_free(&reader);
    if (status == FZZF_OK)
        *out = build.document->root;
    else if (build.document != NULL)
        fzzf_record_unref(build.document->root);
    return status;
}
