/* SPDX-License-Identifier: Apache-2.0 */
/* Interns the names of a table in the parser, so that they compare as pointers.
 */

#include "xml/reader.h"

static struct fzzf__bound *find(const struct fzzf__reader *reader,
                                const struct fzzf__type *type)
{
    struct fzzf__bound *bound = reader->bounds;

    while (bound != NULL && bound->type != type)
        bound = bound->next;
    return bound;
}

static const xmlChar *intern(struct fzzf__reader *reader, const char *name)
{
    const xmlChar *interned =
        xmlDictLookup(reader->stream.parser->dict, (const xmlChar *)name, -1);

    if (interned == NULL)
        reader->own.spoiled = FZZF_E_MEMORY;
    return interned;
}

static struct fzzf__bound *make(struct fzzf__reader *reader,
                                const struct fzzf__type *type)
{
    fzzf__arena *own = &reader->own;
    struct fzzf__bound *bound = fzzf__arena_alloc(own, sizeof *bound);
    const xmlChar **attributes = fzzf__arena_alloc(
        own, type->attribute_count * sizeof *bound->attributes);
    struct fzzf__bound_child *children =
        fzzf__arena_alloc(own, type->child_count * sizeof *bound->children);

    if (own->spoiled != FZZF_OK)
        return NULL;
    for (size_t i = 0; i < type->attribute_count; i++) {
        attributes[i] = intern(reader, type->attributes[i].name);
        if (type->attributes[i].required)
            bound->required |= (uint32_t)1 << i;
    }
    bound->type = type;
    bound->attributes = attributes;
    bound->children = children;
    bound->next = reader->bounds;
    reader->bounds = bound;
    return bound;
}

/* An indicator holds indicators: what was begun is found again. */
struct fzzf__bound *fzzf__reader_bind(struct fzzf__reader *reader,
                                      const struct fzzf__type *type)
{
    struct fzzf__bound *bound = find(reader, type);

    if (bound != NULL)
        return bound;
    bound = make(reader, type);
    for (size_t i = 0; bound != NULL && i < type->child_count; i++) {
        bound->children[i].name = intern(reader, type->children[i].name);
        bound->children[i].bound =
            fzzf__reader_bind(reader, type->children[i].type);
    }
    return reader->own.spoiled == FZZF_OK ? bound : NULL;
}
