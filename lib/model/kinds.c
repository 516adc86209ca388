/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of record documents, and the views of their tables. */

#include <string.h>

#include "base/options.h"
#include "model/kind.h"

static const struct fzzf_kind *const kinds[] = {
#define KIND(number, name, root) &fzzf__kind_##name,
#include "model/kinds.def"
#undef KIND
};

#define COUNT (sizeof kinds / sizeof kinds[0])

size_t fzzf_kind_count(void)
{
    return COUNT;
}

const fzzf_kind *fzzf_kind_at(size_t index)
{
    return index < COUNT ? kinds[index] : NULL;
}

const fzzf_kind *fzzf_kind_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < COUNT; i++)
        if (strcmp(kinds[i]->name, name) == 0)
            return kinds[i];
    return NULL;
}

size_t fzzf__kind_field(const struct fzzf_kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (strcmp(kind->fields[i].name, name) == 0)
            return i;
    return FZZF__NO_INDEX;
}

size_t fzzf__kind_part(const struct fzzf_kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->part_count; i++)
        if (strcmp(kind->parts[i].kind->name, name) == 0)
            return i;
    return FZZF__NO_INDEX;
}

int fzzf_kind_describe(const fzzf_kind *kind, fzzf_kind_view *view)
{
    fzzf_kind_view now = {.size = sizeof now};

    if (kind == NULL)
        return 0;
    now.name = kind->name;
    now.title = kind->title;
    now.field_count = kind->field_count;
    now.part_count = kind->part_count;
    now.text = kind->text;
    now.root = kind->root;
    return fzzf__view_write(view, &now, sizeof now);
}

/* Word @index of those that there are; NULL past the end. */
static const char *word_at(const struct fzzf__words *words, size_t index)
{
    for (size_t i = 0; words != NULL && i < words->count; i++)
        if (words->items[i] != NULL && index-- == 0)
            return words->items[i];
    return NULL;
}

const char *fzzf_kind_choice(const fzzf_kind *kind, size_t field, size_t index)
{
    if (kind == NULL || field >= kind->field_count)
        return NULL;
    return word_at(kind->fields[field].words, index);
}

int fzzf_kind_field(const fzzf_kind *kind, size_t index, fzzf_field *view)
{
    fzzf_field now = {.size = sizeof now};
    const struct fzzf__field *field;

    if (kind == NULL || index >= kind->field_count)
        return 0;
    field = &kind->fields[index];
    now.name = field->name;
    now.title = field->title;
    now.form = fzzf__form_name(field->form);
    now.required = field->required;
    while (word_at(field->words, now.choice_count) != NULL)
        now.choice_count++;
    return fzzf__view_write(view, &now, sizeof now);
}

/* The name of the field that @key numbers from 1, or NULL. */
static const char *key_name(const struct fzzf_kind *kind, int key)
{
    return key == 0 ? NULL : kind->fields[key - 1].name;
}

int fzzf_kind_part(const fzzf_kind *kind, size_t index, fzzf_part *view)
{
    fzzf_part now = {.size = sizeof now};
    const struct fzzf__part *part;

    if (kind == NULL || index >= kind->part_count)
        return 0;
    part = &kind->parts[index];
    now.name = part->kind->name;
    now.kind = part->kind;
    now.least = part->least;
    now.most = part->most;
    now.key = key_name(part->kind, part->key);
    now.second_key = key_name(part->kind, part->second_key);
    return fzzf__view_write(view, &now, sizeof now);
}
