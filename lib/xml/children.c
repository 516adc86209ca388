/* SPDX-License-Identifier: Apache-2.0 */
/* Which elements may stand in an element, in which order, how often. */

#include "model/choice.h"
#include "xml/reader.h"

static void number_text(fzzf__text *text, size_t number)
{
    fzzf__text_add_int(text, (long long)number);
}

/* The element @frame lacks @child; reported where the element begins. */
static void report_too_few(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame,
                           const struct fzzf__child *child, size_t count)
{
    const fzzf__place place = reader->place;
    fzzf__text least = {0}, found = {0};

    number_text(&least, child->least);
    number_text(&found, count);
    reader->place.line = frame->line;
    reader->place.column = frame->column;
    FZZF__FAULT(reader, FZZF__F_TOO_FEW, child->name, frame->name,
                fzzf__argument(&least), fzzf__argument(&found));
    reader->place = place;
    fzzf__text_free(&least);
    fzzf__text_free(&found);
}

static void report_too_many(struct fzzf__reader *reader,
                            const struct fzzf__frame *frame,
                            const struct fzzf__child *child)
{
    fzzf__text most = {0};

    number_text(&most, child->most);
    FZZF__FAULT(reader, FZZF__F_TOO_MANY, child->name, frame->name,
                fzzf__argument(&most));
    fzzf__text_free(&most);
}

static void report_unknown(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame,
                           const xmlChar *interned)
{
    const struct fzzf__type *type = frame->bound->type;
    const char *name = (const char *)interned;
    struct fzzf__choice choice = {0};
    const char *nearest;

    if (!fzzf__stream_name(&reader->stream, interned))
        return;
    for (size_t i = 0; i < type->child_count && fzzf__reader_tells(reader); i++)
        fzzf__choice_add(&choice, type->children[i].name);
    nearest = fzzf__choice_nearest(&choice, name);
    if (type->child_count == 0)
        FZZF__FAULT(reader, FZZF__F_NOTHING_INSIDE, name, frame->name);
    else if (nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ELEMENT_NEAR, name, frame->name,
                    nearest);
    else
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ELEMENT, name, frame->name,
                    fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

/* Ends the row that @frame is at and the ones up to @row, which are empty. */
static void leave_rows(struct fzzf__reader *reader, struct fzzf__frame *frame,
                       size_t row)
{
    const struct fzzf__child *children = frame->bound->type->children;

    if (children[frame->row].key != 0)
        fzzf__check_keys(reader, children[frame->row].name, frame->keys);
    if (frame->count < children[frame->row].least)
        report_too_few(reader, frame, &children[frame->row], frame->count);
    for (size_t i = frame->row + 1; i < row; i++)
        if (children[i].least > 0)
            report_too_few(reader, frame, &children[i], 0);
    frame->row = row;
    frame->count = 0;
}

/* The number of the row called @name from @from on and before @to, or @to. */
static size_t find_row(const struct fzzf__bound *bound, const xmlChar *name,
                       size_t from, size_t to)
{
    while (from < to && bound->children[from].name != name)
        from++;
    return from;
}

const struct fzzf__bound *fzzf__child_enter(struct fzzf__reader *reader,
                                            struct fzzf__frame *frame,
                                            const struct fzzf__tag *tag)
{
    const struct fzzf__bound *bound = frame->bound;
    const struct fzzf__type *type = bound->type;
    size_t row = find_row(bound, tag->name, frame->row, type->child_count);

    if (row == type->child_count) {
        row = find_row(bound, tag->name, 0, frame->row);
        if (row == frame->row) {
            report_unknown(reader, frame, tag->name);
            return NULL;
        }
        FZZF__FAULT(reader, FZZF__F_MISPLACED, (const char *)tag->name,
                    type->children[frame->row].name, frame->name);
        return bound->children[row].bound;
    }
    if (row != frame->row)
        leave_rows(reader, frame, row);
    frame->count++;
    if (type->children[row].most != FZZF__MANY &&
        frame->count > type->children[row].most)
        report_too_many(reader, frame, &type->children[row]);
    return bound->children[row].bound;
}

void fzzf__children_end(struct fzzf__reader *reader, struct fzzf__frame *frame)
{
    const struct fzzf__type *type = frame->bound->type;

    if (type->child_count > 0)
        leave_rows(reader, frame, type->child_count);
}
