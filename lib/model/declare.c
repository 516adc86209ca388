/* SPDX-License-Identifier: Apache-2.0 */
/* Builds a declaration call by call instead of reading it. */

#include <string.h>

#include "base/text.h"
#include "model/declaration.h"
#include "model/values.h"

/*
 * Arrays of the builder have room for the next power of two, so that the count
 * alone tells when to enlarge them. Those of a reader have not: a declaration
 * that was read is never changed, or its digest would lie.
 */
static bool was_read(const struct fzzf_declaration *declaration)
{
    return declaration->input.size != 0 || declaration->lender != NULL;
}

/* Room for one more of @count items of @size bytes in @items; NULL: memory. */
static void *enlarge(fzzf__arena *arena, const void *items, size_t count,
                     size_t size)
{
    void *larger;

    if ((count & (count - 1)) != 0)
        return (void *)(uintptr_t)items;
    larger = fzzf__arena_alloc(arena, (count == 0 ? 1 : 2 * count) * size);
    if (larger != NULL && count > 0)
        memcpy(larger, items, count * size);
    return larger;
}

static bool is_id(const char *text)
{
    return text != NULL && fzzf__is_node_id(text);
}

static fzzf_status fill(struct fzzf_declaration *declaration, const char *id,
                        const char *system, const char *unit, const char *name)
{
    fzzf__arena *arena = &declaration->arena;
    struct fzzf__assessment *self = fzzf__arena_alloc(arena, sizeof *self);

    declaration->id = fzzf__arena_text(arena, id);
    declaration->system = fzzf__arena_text(arena, system);
    declaration->unit_code = fzzf__arena_text(arena, unit);
    declaration->unit_name = fzzf__arena_text(arena, name);
    declaration->type = FZZF_COMPREHENSIVE;
    declaration->input.role = "declaration";
    declaration->input.id = declaration->id;
    if (self != NULL)
        self->assessor = FZZF_ASSESSOR_SELF;
    declaration->assessments = self;
    declaration->assessment_count = 1;
    return arena->spoiled;
}

fzzf_status fzzf_declaration_new(fzzf_declaration **out, const char *id,
                                 const char *system, const char *unit,
                                 const char *name, fzzf_unit_level level)
{
    struct fzzf_declaration *declaration;
    fzzf_status status;

    if (out == NULL || !is_id(id) || !is_id(system) || !is_id(unit) ||
        !fzzf__is_xml_text(name) ||
        (level != FZZF_UNIT_CITY && level != FZZF_UNIT_COUNTY))
        return FZZF_E_ARGUMENT;
    declaration = fzzf__declaration_new();
    if (declaration == NULL)
        return FZZF_E_MEMORY;
    status = fill(declaration, id, system, unit, name);
    declaration->unit_level = level;
    if (status == FZZF_OK)
        *out = declaration;
    else
        fzzf_declaration_unref(declaration);
    return status;
}

/* The builder made these arrays, so it may write through the const. */
static struct fzzf__assessment *
assessments_of(struct fzzf_declaration *declaration)
{
    return (struct fzzf__assessment *)(uintptr_t)declaration->assessments;
}

/* The assessment that calls add to. */
static struct fzzf__assessment *built_of(struct fzzf_declaration *declaration)
{
    return assessments_of(declaration) + declaration->built;
}

static struct fzzf__statement *
statement_of(struct fzzf_declaration *declaration, const char *indicator)
{
    struct fzzf__assessment *built = built_of(declaration);
    struct fzzf__statement *items =
        (struct fzzf__statement *)(uintptr_t)built->statements;
    const char *node;

    for (size_t i = 0; i < built->statement_count; i++)
        if (strcmp(items[i].node, indicator) == 0)
            return &items[i];
    node = fzzf__arena_text(&declaration->arena, indicator);
    items = enlarge(&declaration->arena, items, built->statement_count,
                    sizeof *items);
    if (node == NULL || items == NULL)
        return NULL;
    built->statements = items;
    items += built->statement_count++;
    *items = (struct fzzf__statement){.node = node};
    return items;
}

static bool is_period(const char *text)
{
    return fzzf__is_name(text) ||
           (strlen(text) == 4 && strspn(text, "0123456789") == 4);
}

/* "rate" or, for a period, "rate@2021". */
static bool is_key(const char *key)
{
    const size_t length = strcspn(key, "@");

    if (key[length] == '\0')
        return fzzf__is_name(key);
    return length > 0 && fzzf__name_span(key, length) == length &&
           is_period(key + length + 1);
}

static bool has_key(const struct fzzf__observation *observation,
                    const char *key)
{
    const size_t length = strcspn(key, "@");
    const char *period = key[length] == '@' ? key + length + 1 : NULL;

    if (strncmp(observation->id, key, length) != 0 ||
        observation->id[length] != '\0')
        return false;
    if (period == NULL || observation->period == NULL)
        return period == observation->period;
    return strcmp(observation->period, period) == 0;
}

static struct fzzf__observation *
observation_of(struct fzzf_declaration *declaration,
               struct fzzf__statement *statement, const char *key)
{
    fzzf__arena *arena = &declaration->arena;
    struct fzzf__observation *items =
        (struct fzzf__observation *)(uintptr_t)statement->observations;
    const size_t length = strcspn(key, "@");
    struct fzzf__observation now = {0};

    for (size_t i = 0; i < statement->observation_count; i++)
        if (has_key(&items[i], key))
            return &items[i];
    now.id = fzzf__arena_textn(arena, key, length);
    if (key[length] == '@')
        now.period = fzzf__arena_text(arena, key + length + 1);
    items = enlarge(arena, items, statement->observation_count, sizeof *items);
    if (arena->spoiled != FZZF_OK)
        return NULL;
    statement->observations = items;
    items += statement->observation_count++;
    *items = now;
    return items;
}

/* One word of @value: "a=3" is an item, "9.5" a mark. False: neither. */
static bool read_entry(fzzf__arena *arena, const char *word, size_t length,
                       struct fzzf__entry *entry)
{
    const char *sign = memchr(word, '=', length);
    const size_t name = sign == NULL ? 0 : (size_t)(sign - word);

    if (length == 0 || (sign != NULL && name + 1 == length))
        return false;
    *entry = (struct fzzf__entry){0};
    if (sign != NULL) {
        entry->of = fzzf__arena_textn(arena, word, name);
        word += name + 1;
        length -= name + 1;
        if (entry->of == NULL || !fzzf__is_name(entry->of))
            return false;
    }
    entry->value = fzzf__arena_textn(arena, word, length);
    return entry->value != NULL && strchr(entry->value, '=') == NULL;
}

/* Reads the words of @value, all of one form, into @observation. */
static fzzf_status read_entries(fzzf__arena *arena, const char *value,
                                struct fzzf__observation *observation)
{
    struct fzzf__entry *entries;
    size_t count = 1;

    for (const char *at = value; *at != '\0'; at++)
        count += *at == ' ';
    entries = fzzf__arena_alloc(arena, count * sizeof *entries);
    if (entries == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const size_t length = strcspn(value, " ");

        if (!read_entry(arena, value, length, &entries[i]) ||
            (entries[i].of == NULL) != (entries[0].of == NULL))
            return arena->spoiled != FZZF_OK ? FZZF_E_MEMORY : FZZF_E_ARGUMENT;
        value += length + (value[length] == ' ');
    }
    observation->entries = entries;
    observation->entry_count = count;
    return FZZF_OK;
}

static fzzf_status read_value(fzzf__arena *arena, const char *value,
                              struct fzzf__observation *observation)
{
    if (strpbrk(value, " =") != NULL)
        return read_entries(arena, value, observation);
    if (*value == '\0') /* an empty list */
        return FZZF_OK;
    observation->value = fzzf__arena_text(arena, value);
    return observation->value == NULL ? FZZF_E_MEMORY : FZZF_OK;
}

/* Where to write, or NULL: memory ran out, and nothing was changed. */
static struct fzzf__observation *find(struct fzzf_declaration *declaration,
                                      const char *indicator,
                                      const char *observation)
{
    struct fzzf__assessment *built = built_of(declaration);
    const size_t count = built->statement_count;
    struct fzzf__statement *statement = statement_of(declaration, indicator);
    struct fzzf__observation *found = NULL;

    if (statement != NULL)
        found = observation_of(declaration, statement, observation);
    if (found == NULL)
        built->statement_count = count;
    return found;
}

fzzf_status fzzf_declaration_set(fzzf_declaration *declaration,
                                 const char *indicator, const char *observation,
                                 const char *value)
{
    struct fzzf__observation now = {.state = FZZF_STATE_PRESENT};
    struct fzzf__observation *place;
    fzzf_status status;

    if (declaration == NULL || was_read(declaration) || !is_id(indicator) ||
        observation == NULL || !is_key(observation) ||
        !fzzf__is_xml_text(value))
        return FZZF_E_ARGUMENT;
    declaration->arena.spoiled = FZZF_OK; /* the last call may have failed */
    status = read_value(&declaration->arena, value, &now);
    if (status != FZZF_OK)
        return status;
    place = find(declaration, indicator, observation);
    if (place == NULL)
        return FZZF_E_MEMORY;
    now.id = place->id;
    now.period = place->period;
    *place = now;
    return FZZF_OK;
}

static fzzf_status set_statement(struct fzzf_declaration *declaration,
                                 const char *indicator, const char *reason)
{
    struct fzzf__statement *statement = statement_of(declaration, indicator);

    if (statement == NULL)
        return FZZF_E_MEMORY;
    statement->not_applicable = true;
    statement->reason = reason;
    return FZZF_OK;
}

static fzzf_status set_observation(struct fzzf_declaration *declaration,
                                   const char *indicator,
                                   const char *observation, fzzf_state state,
                                   const char *reason)
{
    struct fzzf__observation *place = find(declaration, indicator, observation);

    if (place == NULL)
        return FZZF_E_MEMORY;
    if (state != FZZF_STATE_PRESENT && state != FZZF_STATE_DISPUTED)
        *place = (struct fzzf__observation){.id = place->id,
                                            .period = place->period};
    place->state = state;
    place->reason = reason;
    return FZZF_OK;
}

fzzf_status fzzf_declaration_set_state(fzzf_declaration *declaration,
                                       const char *indicator,
                                       const char *observation,
                                       fzzf_state state, const char *reason)
{
    const char *kept;

    if (declaration == NULL || was_read(declaration) || !is_id(indicator) ||
        (reason != NULL && !fzzf__is_xml_text(reason)) ||
        (int)state < FZZF_STATE_PRESENT || state > FZZF_STATE_DISPUTED)
        return FZZF_E_ARGUMENT;
    if (observation == NULL ? state != FZZF_STATE_NOT_APPLICABLE
                            : !is_key(observation))
        return FZZF_E_ARGUMENT;
    declaration->arena.spoiled = FZZF_OK; /* the last call may have failed */
    kept = fzzf__arena_text(&declaration->arena, reason);
    if (reason != NULL && kept == NULL)
        return FZZF_E_MEMORY;
    if (observation == NULL)
        return set_statement(declaration, indicator, kept);
    return set_observation(declaration, indicator, observation, state, kept);
}

/* The index of the assessment of @assessor; their count: there is none. */
static size_t find_assessor(const struct fzzf_declaration *declaration,
                            fzzf_assessor assessor)
{
    size_t i = 0;

    while (i < declaration->assessment_count &&
           declaration->assessments[i].assessor != assessor)
        i++;
    return i;
}

/* Has @form; NULL does too. */
static bool fits(const char *text, enum fzzf__form form)
{
    return text == NULL ||
           (fzzf__is_xml_text(text) &&
            fzzf__value_check(form, NULL, text, strlen(text), NULL) == 0);
}

fzzf_status fzzf_declaration_assess(fzzf_declaration *declaration,
                                    fzzf_assessor assessor, const char *by,
                                    const char *date)
{
    struct fzzf__assessment now = {.assessor = assessor};
    struct fzzf__assessment *items;
    size_t at;

    if (declaration == NULL || was_read(declaration) || (int)assessor < 0 ||
        (int)assessor >= FZZF_ASSESSOR_COUNT || !fits(by, FZZF__FORM_TEXT) ||
        !fits(date, FZZF__FORM_DATE))
        return FZZF_E_ARGUMENT;
    declaration->arena.spoiled = FZZF_OK; /* the last call may have failed */
    at = find_assessor(declaration, assessor);
    items = assessments_of(declaration);
    if (at < declaration->assessment_count)
        now = items[at];
    else
        items = enlarge(&declaration->arena, items, at, sizeof *items);
    now.by = fzzf__arena_text(&declaration->arena, by);
    now.date = fzzf__arena_text(&declaration->arena, date);
    if (declaration->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    items[at] = now;
    declaration->assessments = items;
    if (at == declaration->assessment_count)
        declaration->assessment_count++;
    declaration->built = at;
    return FZZF_OK;
}

static fzzf_status put_override(struct fzzf_declaration *declaration,
                                struct fzzf__override now)
{
    struct fzzf__assessment *built = built_of(declaration);
    struct fzzf__override *items =
        (struct fzzf__override *)(uintptr_t)built->overrides;
    size_t at = 0;

    while (at < built->override_count && strcmp(items[at].node, now.node) != 0)
        at++;
    if (at == built->override_count)
        items = enlarge(&declaration->arena, items, at, sizeof *items);
    if (declaration->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    items[at] = now;
    built->overrides = items;
    if (at == built->override_count)
        built->override_count++;
    return FZZF_OK;
}

fzzf_status fzzf_declaration_override(fzzf_declaration *declaration,
                                      const char *indicator, const char *value,
                                      const char *reason)
{
    struct fzzf__override now = {0};
    const struct fzzf__assessment *built;
    fzzf__arena *arena;

    if (declaration == NULL || was_read(declaration) || !is_id(indicator) ||
        value == NULL || !fits(value, FZZF__FORM_NUMBER) || reason == NULL ||
        *reason == '\0' || !fits(reason, FZZF__FORM_TEXT))
        return FZZF_E_ARGUMENT;
    built = built_of(declaration);
    if (built->by == NULL || built->date == NULL)
        return FZZF_E_ARGUMENT;
    arena = &declaration->arena;
    arena->spoiled = FZZF_OK; /* the last call may have failed */
    now.node = fzzf__arena_text(arena, indicator);
    now.value = fzzf__arena_text(arena, value);
    now.reason = fzzf__arena_text(arena, reason);
    now.by = built->by;
    now.date = built->date;
    return arena->spoiled != FZZF_OK ? FZZF_E_MEMORY
                                     : put_override(declaration, now);
}

fzzf_status fzzf_declaration_single(fzzf_declaration *declaration,
                                    const char *project, const char *theme)
{
    const char *kept[2];

    if (declaration == NULL || was_read(declaration) ||
        (project == NULL && theme == NULL) || !fits(project, FZZF__FORM_TEXT) ||
        !fits(theme, FZZF__FORM_TEXT))
        return FZZF_E_ARGUMENT;
    declaration->arena.spoiled = FZZF_OK; /* the last call may have failed */
    kept[0] = fzzf__arena_text(&declaration->arena, project);
    kept[1] = fzzf__arena_text(&declaration->arena, theme);
    if (declaration->arena.spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    declaration->type = FZZF_SINGLE_ITEM;
    declaration->project = kept[0];
    declaration->theme = kept[1];
    return FZZF_OK;
}
