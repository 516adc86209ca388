/* SPDX-License-Identifier: Apache-2.0 */
/* Hands out the declarations of a stream, or the only one of a document. */

#include "xml/read_batch.h"

#include "xml/read_declaration.h"

struct batch {
    struct fzzf__declaration_build build; /* first: the tables know only it */
    struct fzzf__pile ready;              /* complete ones of this chunk */
    const char *name;                     /* of the batch, or NULL */
    struct fzzf__extension *extensions;   /* at its end */
    const struct fzzf__batch_taker *taker;
    void *user;
    bool opened; /* the taker was */
};

static void begin(struct fzzf__reader *reader)
{
    reader->stream.batch = true;
}

static const struct fzzf__attribute declarations_attributes[] = {
    {"batch", FZZF__FORM_TEXT, 0, NULL},
};

static void open_declarations(struct fzzf__reader *reader)
{
    struct batch *batch = reader->build;

    batch->name = reader->values[0];
}

static struct fzzf__extension **
declarations_extensions(struct fzzf__reader *reader)
{
    struct batch *batch = reader->build;

    return &batch->extensions;
}

static const struct fzzf__child declarations_children[] = {
    {"declaration", &fzzf__type_declaration, 0, FZZF__MANY, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_declarations = {
    FZZF__ATTRIBUTES(declarations_attributes),
    FZZF__CHILDREN(declarations_children),
    .begin = begin,
    .open = open_declarations,
    .extensions = declarations_extensions,
};

/* Keeps a declaration for the end of the chunk; one with a fault goes. */
static void finished(struct fzzf__reader *reader,
                     const struct fzzf__input *input)
{
    struct batch *batch = reader->build;
    struct fzzf_declaration *declaration = batch->build.declaration;
    struct fzzf_declaration **slot = NULL;

    batch->build.declaration = NULL;
    if (!reader->faulty && declaration != NULL) {
        declaration->input = *input;
        declaration->input.id = declaration->id;
        declaration->input.name = fzzf__arena_text(
            &declaration->arena, fzzf__bytes_file_name(&reader->stream.bytes));
        if (declaration->arena.spoiled == FZZF_OK)
            slot = fzzf__reader_push(reader, &batch->ready);
        else
            fzzf__reader_memory(reader);
    }
    if (slot == NULL)
        fzzf_declaration_unref(declaration);
    else
        *slot = declaration;
}

static void open_taker(struct batch *batch)
{
    if (!batch->opened && batch->taker->open != NULL)
        batch->taker->open(batch->user, batch->name);
    batch->opened = true;
}

/* The caller runs outside libxml2, whose per-thread state is then its own. */
static void hand_out(struct fzzf__reader *reader)
{
    struct batch *batch = reader->build;
    struct fzzf_declaration **ready = batch->ready.items;
    bool go_on = reader->stream.status != FZZF_E_CANCELLED;

    if (batch->ready.count > 0)
        open_taker(batch);
    for (size_t i = 0; i < batch->ready.count; i++) {
        if (go_on && batch->taker->each(batch->user, ready[i]) != 0) {
            fzzf__stream_stop(&reader->stream, FZZF_E_CANCELLED);
            go_on = false;
        }
        fzzf_declaration_unref(ready[i]);
    }
    batch->ready.count = 0;
}

static fzzf_status finish_single(struct fzzf__reader *reader,
                                 struct fzzf__declaration_build *build)
{
    struct fzzf_declaration *declaration = build->declaration;

    reader->arena = &declaration->arena;
    fzzf__reader_input(reader, &declaration->input, "declaration",
                       declaration->id);
    return declaration->arena.spoiled;
}

/* After a stream that was read to its end. */
static fzzf_status finish_stream(struct fzzf__reader *reader,
                                 struct batch *batch)
{
    fzzf_status status;

    if (reader->stream.batch) {
        open_taker(batch);
        if (batch->taker->close != NULL)
            batch->taker->close(batch->user, batch->extensions);
        return FZZF_OK;
    }
    status = finish_single(reader, &batch->build);
    if (status == FZZF_OK &&
        batch->taker->each(batch->user, batch->build.declaration) != 0)
        status = FZZF_E_CANCELLED;
    return status;
}

fzzf_status fzzf__xml_read_batch(const fzzf_source *source,
                                 const struct fzzf__batch_taker *taker,
                                 void *user, fzzf_diags *diags)
{
    static const struct fzzf__child roots[] = {
        {"declarations", &fzzf__type_declarations, 1, 1, 0, 0},
        {"declaration", &fzzf__type_declaration, 1, 1, 0, 0},
    };
    struct batch batch = {.taker = taker,
                          .user = user,
                          .ready = {.size = sizeof(fzzf_declaration *)}};
    struct fzzf__reader reader = {.roots = roots,
                                  .root_count = 2,
                                  .build = &batch,
                                  .finished = finished,
                                  .chunk = hand_out};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (taker->each != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK)
        status = finish_stream(&reader, &batch);
    fzzf__reader_free(&reader);
    fzzf__pile_free(&batch.ready);
    fzzf__declaration_build_free(&batch.build);
    return status;
}

fzzf_status fzzf_xml_each_declaration(const fzzf_source *source,
                                      fzzf_declaration_fn each, void *user,
                                      fzzf_diags *diags)
{
    const struct fzzf__batch_taker taker = {.each = each};

    return fzzf__xml_read_batch(source, &taker, user, diags);
}

fzzf_status fzzf_xml_read_declaration(fzzf_declaration **out,
                                      const fzzf_source *source,
                                      fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "declaration", &fzzf__type_declaration, 1, 1, 0, 0};
    struct fzzf__declaration_build build = {.declaration = NULL};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK)
        status = finish_single(&reader, &build);
    if (status == FZZF_OK) {
        *out = build.declaration;
        build.declaration = NULL;
    }
    fzzf__reader_free(&reader);
    fzzf__declaration_build_free(&build);
    return status;
}
