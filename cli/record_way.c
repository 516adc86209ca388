/* SPDX-License-Identifier: Apache-2.0 */
/* The way to a part that may stand inside others. */
#include "record_way.h"

#include <stdio.h>
#include <string.h>

const fzzf_part *way_end(const struct way *way)
{
    return &way->parts[way->depth - 1];
}

/* The parts that lead to the one called @name. */
static bool find_parts(struct way *way, const fzzf_kind *kind, const char *name)
{
    fzzf_part *const part = &way->parts[way->depth];
    size_t i;

    if (way->depth == WAY_LEVELS_MAX)
        return false;
    part->size = sizeof *part;
    way->depth++;
    for (i = 0; fzzf_kind_part(kind, i, part) != 0; i++)
        if (strcmp(part->name, name) == 0 || find_parts(way, part->kind, name))
            return true;
    way->depth--;
    return false;
}

static void add_above(struct way *way, size_t level, const char *field,
                      bool second)
{
    struct above *const above = &way->above[way->above_count++];

    above->level = level;
    above->field = field;
    (void)snprintf(above->column, sizeof above->column, "%s%s%s",
                   way->parts[level].name, second ? "." : "",
                   second ? field : "");
}

bool way_find(struct way *way, const fzzf_kind *kind, const char *name)
{
    fzzf_field field = {.size = sizeof field};
    size_t i;

    way->depth = way->above_count = 0;
    if (!find_parts(way, kind, name))
        return false;
    for (i = 0; i + 1 < way->depth; i++) {
        const fzzf_part *const part = &way->parts[i];

        if (fzzf_kind_field(part->kind, 0, &field) != 0)
            add_above(way, i, part->key == NULL ? field.name : part->key,
                      false);
        if (part->second_key != NULL)
            add_above(way, i, part->second_key, true);
    }
    return true;
}

static void clear_from(const struct way *way, size_t level, fzzf_record *record)
{
    const char *const part = way->parts[level].name;
    size_t i;

    for (i = fzzf_record_count(record, part); i-- > 0;)
        if (level + 1 < way->depth)
            clear_from(way, level + 1, fzzf_record_at(record, part, i));
        else
            (void)fzzf_record_remove(record, part, i);
}

void way_clear(const struct way *way, fzzf_record *record)
{
    clear_from(way, 0, record);
}

/* Whether the columns of @level tell the same of both. */
static bool is_same(const struct way *way, size_t level, const fzzf_record *one,
                    const fzzf_record *other)
{
    size_t i;

    for (i = 0; i < way->above_count; i++) {
        const char *const field = way->above[i].field;
        const char *const a = fzzf_record_get(one, field);
        const char *const b = fzzf_record_get(other, field);

        if (way->above[i].level == level &&
            (a == NULL || b == NULL ? a != b : strcmp(a, b) != 0))
            return false;
    }
    return true;
}

/* Goes inside the record that was told: the one that was there, if any. */
static void go_inside(const struct way *way, struct row_place *place,
                      size_t level)
{
    const char *const part = way->parts[level].name;
    const size_t last = fzzf_record_count(place->at, part) - 1;
    size_t i;

    for (i = 0; i < last; i++) {
        fzzf_record *const there = fzzf_record_at(place->at, part, i);

        if (!is_same(way, level, there, place->inside))
            continue;
        (void)fzzf_record_remove(place->at, part, last);
        place->inside = there;
        break;
    }
    place->at = place->inside;
    place->inside = NULL;
}

fzzf_status way_enter(const struct way *way, struct row_place *place,
                      size_t index, const char *value, fzzf_diags *diags)
{
    const struct above *const above = &way->above[index];
    const bool ends = index + 1 == way->above_count ||
                      way->above[index + 1].level != above->level;
    fzzf_status status = FZZF_OK;

    if (place->inside == NULL)
        status = fzzf_record_add(&place->inside, place->at,
                                 way->parts[above->level].name, diags);
    if (status == FZZF_OK)
        status = fzzf_record_set(place->inside, above->field, value, diags);
    if (status == FZZF_OK && ends)
        go_inside(way, place, above->level);
    return status;
}
