/* SPDX-License-Identifier: Apache-2.0 */
/* The loop over the events of a document: keeps the stack, asks the table. */

#include "xml/reader.h"

#include <string.h>

#include "base/memory.h"
#include "model/choice.h"
#include "xml/sniff.h"

void fzzf__reader_memory(struct fzzf__reader *reader)
{
    reader->faulty = true;
    fzzf__stream_stop(&reader->stream, FZZF_E_MEMORY);
}

void *fzzf__reader_push(struct fzzf__reader *reader, struct fzzf__pile *pile)
{
    void *item = fzzf__pile_push(pile);

    if (item == NULL)
        fzzf__reader_memory(reader);
    return item;
}

void fzzf__reader_faulty(struct fzzf__reader *reader, fzzf_status status)
{
    reader->faulty = true;
    if (reader->fault == FZZF_OK)
        reader->fault = status;
}

/* The declarations of a batch begin anew: a fault before is not theirs. */
static void begin_document(struct fzzf__reader *reader,
                           const struct fzzf__type *type,
                           const struct fzzf__tag *tag)
{
    const char *name = reader->stream.bytes.name;

    if (reader->stream.batch && reader->depth == 2) {
        fzzf__stream_part_begin(&reader->stream, tag);
        reader->faulty = false;
        reader->left_out = false;
    }
    type->begin(reader);
    reader->kept.left = 0;
    reader->file = fzzf__arena_text(reader->arena, name);
    reader->place.file = reader->file;
    if (reader->arena->spoiled != FZZF_OK)
        fzzf__reader_memory(reader);
}

/* The stream lets no element be deeper than there are frames. */
struct fzzf__frame *fzzf__reader_enter(struct fzzf__reader *reader,
                                       const struct fzzf__tag *tag)
{
    static const struct fzzf__frame empty;
    struct fzzf__frame *frame = &reader->frames[reader->depth++];

    *frame = empty; /* quicker than memset() where that becomes a loop */
    frame->name = (const char *)tag->name;
    frame->line = tag->line;
    frame->column = tag->column;
    frame->keys = reader->keys.count;
    frame->outer = reader->arena;
    frame->outer_file = reader->file;
    return frame;
}

/* Opens an element that stands where it may; @row is NULL for a root. */
static void open(struct fzzf__reader *reader, const struct fzzf__bound *bound,
                 const struct fzzf__child *row, const struct fzzf__tag *tag)
{
    const struct fzzf__type *type = bound->type;
    struct fzzf__frame *frame = fzzf__reader_enter(reader, tag);

    frame->bound = bound;
    if (type->begin != NULL)
        begin_document(reader, type, tag);
    if (reader->stream.stopped)
        return;
    fzzf__read_attributes(reader, bound, tag);
    if (row != NULL && row->key != 0 && !reader->stream.stopped) {
        fzzf__keep_key(reader, row);
        frame->keys = reader->keys.count;
    }
    if (type->content == FZZF__CONTENT_EXTENSION)
        fzzf__extension_start(reader, tag);
    if (!reader->faulty && type->open != NULL)
        type->open(reader);
}

static void refuse_root(struct fzzf__reader *reader, const char *name)
{
    struct fzzf__choice choice = {0};

    for (size_t i = 0; i < reader->root_count; i++)
        fzzf__choice_add(&choice, reader->roots[i].name);
    FZZF__FAULT(reader,
                fzzf__document_kind(name) != FZZF_DOCUMENT_NONE
                    ? FZZF__F_ROOT_OTHER
                    : FZZF__F_ROOT_UNKNOWN,
                name, fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
    fzzf__stream_stop(&reader->stream, FZZF_E_SCHEMA);
}

/* Only the tables of the root that is there are made ready. */
static void open_known(struct fzzf__reader *reader, size_t root,
                       const struct fzzf__tag *tag)
{
    const struct fzzf__type *type = reader->roots[root].type;
    const struct fzzf__bound *bound = NULL;

    if (type == NULL)
        type = reader->make_type(reader, root);
    if (type != NULL)
        bound = fzzf__reader_bind(reader, type);
    if (bound == NULL)
        fzzf__reader_memory(reader);
    else
        open(reader, bound, NULL, tag);
}

static void open_root(struct fzzf__reader *reader, const struct fzzf__tag *tag)
{
    for (size_t i = 0; i < reader->root_count; i++)
        if (strcmp(reader->roots[i].name, (const char *)tag->name) == 0) {
            open_known(reader, i, tag);
            return;
        }
    if (fzzf__stream_name(&reader->stream, tag->name))
        refuse_root(reader, (const char *)tag->name);
}

static void open_child(struct fzzf__reader *reader, const struct fzzf__tag *tag)
{
    struct fzzf__frame *frame = fzzf__reader_top(reader);
    const struct fzzf__child *children = frame->bound->type->children;
    const struct fzzf__bound *bound = fzzf__child_enter(reader, frame, tag);

    if (bound == NULL)
        reader->skipped = 1;
    else if (children[frame->row].type == bound->type)
        open(reader, bound, &children[frame->row], tag);
    else
        open(reader, bound, NULL, tag); /* it is misplaced */
}

/* An element of another namespace; the root's is the likeliest slip of all. */
static void refuse_namespace(struct fzzf__reader *reader,
                             const struct fzzf__tag *tag)
{
    FZZF__FAULT(reader, FZZF__F_OTHER_NAMESPACE, (const char *)tag->name,
                tag->uri == NULL ? "" : (const char *)tag->uri,
                FZZF__NAMESPACE);
    reader->skipped = 1;
    if (reader->depth == 0)
        fzzf__stream_stop(&reader->stream, FZZF_E_SCHEMA);
}

static void keep_scopes(struct fzzf__reader *reader,
                        const struct fzzf__tag *tag)
{
    for (int i = 0; i < tag->namespace_count; i++) {
        struct fzzf__scope *scope = fzzf__reader_push(reader, &reader->scopes);

        if (scope == NULL)
            return;
        scope->depth = reader->stream.depth;
        scope->prefix = (const char *)tag->namespaces[2 * i];
        scope->uri = (const char *)tag->namespaces[2 * i + 1];
    }
}

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct fzzf__reader *reader = user;
    const struct fzzf__frame *top = fzzf__reader_top(reader);

    if (reader->left_out)
        return;
    if (tag->namespace_count > 0)
        keep_scopes(reader, tag);
    reader->place.line = tag->line;
    reader->place.column = tag->column;
    if (reader->skipped > 0)
        reader->skipped++;
    else if (reader->captured > 0)
        fzzf__extension_start(reader, tag);
    else if (tag->uri != reader->stream.own_namespace)
        refuse_namespace(reader, tag);
    else if (top == NULL)
        open_root(reader, tag);
    else if (top->bound == NULL ||
             top->bound->type->content == FZZF__CONTENT_RULE)
        fzzf__rule_start(reader, tag);
    else
        open_child(reader, tag);
}

static void finish_part(struct fzzf__reader *reader)
{
    struct fzzf__input input = {.role = "declaration"};

    fzzf__stream_part_end(&reader->stream, &input);
    reader->left_out = false;
    reader->finished(reader, &input);
}

static void close_frame(struct fzzf__reader *reader)
{
    struct fzzf__frame *frame = fzzf__reader_top(reader);
    const struct fzzf__type *type = frame->bound->type;
    fzzf__arena *outer = frame->outer;
    const char *outer_file = frame->outer_file;

    reader->place.line = frame->line;
    reader->place.column = frame->column;
    if (reader->text.length > FZZF__TEXT_MAX &&
        type->content == FZZF__CONTENT_TEXT)
        FZZF__FAULT(reader, FZZF__F_TEXT_TOO_LONG, frame->name);
    fzzf__children_end(reader, frame);
    if (reader->captured > 0)
        fzzf__extension_close(reader);
    if (!reader->faulty && type->close != NULL)
        type->close(reader);
    reader->text.length = 0;
    if (type->begin != NULL && reader->arena->spoiled != FZZF_OK)
        fzzf__reader_memory(reader);
    if (type->begin != NULL && reader->stream.in_part)
        finish_part(reader);
    if (reader->arena != outer)
        reader->kept.left = 0;
    reader->arena = outer;
    reader->file = outer_file;
    reader->place.file = outer_file;
    reader->depth--;
}

/* A declaration that passed a limit is over; what it left open goes. */
static void end_left_out(struct fzzf__reader *reader)
{
    if (reader->stream.depth != 1)
        return;
    reader->depth = 1;
    reader->keys.count = 0;
    reader->captured = 0;
    reader->skipped = 0;
    reader->text.length = 0;
    reader->arena = &reader->own;
    reader->kept.left = 0;
    reader->file = reader->place.file = reader->stream.bytes.name;
    finish_part(reader);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    struct fzzf__reader *reader = user;
    const struct fzzf__scope *scope;

    if (reader->left_out)
        end_left_out(reader);
    else if (reader->skipped > 0)
        reader->skipped--;
    else if (reader->captured > 1)
        fzzf__extension_end(reader, name, prefix);
    else if (fzzf__reader_top(reader)->bound == NULL)
        fzzf__rule_end(reader);
    else
        close_frame(reader);
    while ((scope = fzzf__pile_top(&reader->scopes)) != NULL &&
           scope->depth > reader->stream.depth)
        reader->scopes.count--;
}

/* What white space at the start takes; mostly it is a line's indentation. */
static size_t blank_span(const char *bytes, size_t length)
{
    static const char blanks[8] = "        ";
    size_t span = 0;

    while (span < length) {
        if (length - span >= 8 && memcmp(bytes + span, blanks, 8) == 0)
            span += 8;
        else if (bytes[span] == ' ' || bytes[span] == '\n' ||
                 bytes[span] == '\t' || bytes[span] == '\r')
            span++;
        else
            break;
    }
    return span;
}

/* White space may stand between any elements, and in empty ones. */
static void refuse_text(struct fzzf__reader *reader, const char *bytes,
                        size_t length)
{
    struct fzzf__frame *top = fzzf__reader_top(reader);
    size_t span = blank_span(bytes, length);
    fzzf__text text = {0};

    if (span == length || top == NULL || top->text_told)
        return;
    top->text_told = true;
    reader->place.line = top->line;
    reader->place.column = top->column;
    fzzf__text_addn(&text, bytes + span, length - span);
    FZZF__FAULT(reader, FZZF__F_UNEXPECTED_TEXT, fzzf__argument(&text),
                top->name);
    fzzf__text_free(&text);
}

static void on_text(void *user, const char *bytes, size_t length)
{
    struct fzzf__reader *reader = user;
    const struct fzzf__frame *top = fzzf__reader_top(reader);

    if (reader->left_out || reader->skipped > 0)
        return;
    if (reader->captured > 0)
        fzzf__extension_text(reader, bytes, length);
    else if (top != NULL && top->bound != NULL &&
             top->bound->type->content == FZZF__CONTENT_TEXT)
        fzzf__text_addn(&reader->text, bytes, length);
    else
        refuse_text(reader, bytes, length);
    if (reader->text.failed)
        fzzf__reader_memory(reader);
}

static enum fzzf__leave leave(void *user)
{
    struct fzzf__reader *reader = user;

    if (!reader->stream.in_part)
        return FZZF__LEAVE_STREAM;
    if (reader->left_out)
        return FZZF__LEAVE_ALREADY;
    fzzf__reader_faulty(reader, FZZF_E_LIMIT);
    reader->left_out = true;
    return FZZF__LEAVE_PART;
}

static void on_chunk(void *user)
{
    struct fzzf__reader *reader = user;

    if (reader->chunk != NULL)
        reader->chunk(reader);
}

static void begin(void *user)
{
    struct fzzf__reader *reader = user;

    reader->file = reader->place.file = reader->stream.bytes.name;
    reader->frames = fzzf__calloc((size_t)reader->stream.bytes.limits.depth + 1,
                                  sizeof *reader->frames);
    if (reader->frames == NULL)
        fzzf__reader_memory(reader);
}

fzzf_status fzzf__reader_run(struct fzzf__reader *reader,
                             const fzzf_source *source, fzzf_diags *diags)
{
    static const struct fzzf__events events = {.begin = begin,
                                               .start = on_start,
                                               .end = on_end,
                                               .text = on_text,
                                               .chunk = on_chunk,
                                               .leave = leave};
    fzzf_status status;

    fzzf__arena_init(&reader->own);
    reader->arena = &reader->own;
    reader->keys.size = sizeof(struct fzzf__key);
    reader->scopes.size = sizeof(struct fzzf__scope);
    reader->stream.events = &events;
    reader->stream.user = reader;
    reader->stream.diags = diags;
    status = fzzf__stream_read(&reader->stream, source);
    return status != FZZF_OK ? status : reader->fault;
}

void fzzf__reader_free(struct fzzf__reader *reader)
{
    fzzf__stream_free(&reader->stream);
    fzzf__arena_free(&reader->own);
    fzzf__free(reader->frames);
    fzzf__pile_free(&reader->keys);
    fzzf__pile_free(&reader->scopes);
    fzzf__text_free(&reader->text);
}
