/* SPDX-License-Identifier: Apache-2.0 */
/* The table of observations in declarations. */

#include "xml/read_declaration.h"

enum {
    OBSERVATION_ID,
    OBSERVATION_PERIOD,
    OBSERVATION_VALUE,
    NUMERATOR,
    DENOMINATOR,
    OBSERVATION_STATE,
    OBSERVATION_REASON
};

static const struct fzzf__attribute observation_attributes[] = {
    [OBSERVATION_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [OBSERVATION_PERIOD] = {"period", FZZF__FORM_PERIOD, 0, NULL},
    [OBSERVATION_VALUE] = {"value", FZZF__FORM_TEXT, 0, NULL},
    [NUMERATOR] = {"numerator", FZZF__FORM_DECIMAL, 0, NULL},
    [DENOMINATOR] = {"denominator", FZZF__FORM_DECIMAL, 0, NULL},
    [OBSERVATION_STATE] = {"state", FZZF__FORM_WORD, 0, &fzzf__state_words},
    [OBSERVATION_REASON] = {"reason", FZZF__FORM_TEXT, 0, NULL},
};

/* Items have both, marks a value only, awards an option only. */
static bool same_sort(const struct fzzf__entry *a, const struct fzzf__entry *b)
{
    return (a->of == NULL) == (b->of == NULL) &&
           (a->value == NULL) == (b->value == NULL);
}

/* A value, a ratio, or entries of one sort: one of them. */
static void check_ways(struct fzzf__reader *reader,
                       const struct fzzf__observation *observation,
                       const struct fzzf__pile *entries)
{
    bool value = observation->value != NULL;
    bool ratio = observation->numerator != NULL;
    bool mixed = entries->count > 0 &&
                 !same_sort(entries->items, fzzf__pile_top(entries));

    if (ratio != (observation->denominator != NULL))
        FZZF__FAULT(reader, FZZF__F_HALF_RATIO, "observation", observation->id);
    else if (mixed || value + ratio + (entries->count > 0) > 1)
        FZZF__FAULT(reader, FZZF__F_VALUE_TWICE, "observation",
                    observation->id);
}

static void open_observation(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__observation *observation =
        fzzf__reader_push(reader, &build->observations);

    if (observation == NULL)
        return;
    observation->id = reader->values[OBSERVATION_ID];
    observation->period = reader->values[OBSERVATION_PERIOD];
    observation->value = reader->values[OBSERVATION_VALUE];
    observation->numerator = reader->values[NUMERATOR];
    observation->denominator = reader->values[DENOMINATOR];
    observation->reason = reader->values[OBSERVATION_REASON];
    if (reader->values[OBSERVATION_STATE] != NULL)
        observation->state = (fzzf_state)reader->codes[OBSERVATION_STATE];
    observation->place = reader->place;
}

static void close_observation(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__observation *observation =
        fzzf__pile_top(&build->observations);

    check_ways(reader, observation, &build->entries);
    observation->entries = fzzf__pile_take(&build->entries, 0, reader->arena,
                                           &observation->entry_count);
}

enum { ITEM_OF, ITEM_COUNT };

static const struct fzzf__attribute item_attributes[] = {
    [ITEM_OF] = {"of", FZZF__FORM_NAME, 1, NULL},
    [ITEM_COUNT] = {"count", FZZF__FORM_WHOLE, 1, NULL},
};

static void open_item(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__entry *entry = fzzf__reader_push(reader, &build->entries);

    if (entry == NULL)
        return;
    entry->of = reader->values[ITEM_OF];
    entry->value = reader->values[ITEM_COUNT];
}

static const struct fzzf__type item = {
    FZZF__ATTRIBUTES(item_attributes),
    .open = open_item,
};

enum { MARK_VALUE, MARK_JUDGE };

static const struct fzzf__attribute mark_attributes[] = {
    [MARK_VALUE] = {"value", FZZF__FORM_NUMBER, 1, NULL},
    [MARK_JUDGE] = {"judge", FZZF__FORM_TEXT, 0, NULL},
};

static void open_mark(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__entry *entry = fzzf__reader_push(reader, &build->entries);

    if (entry == NULL)
        return;
    entry->value = reader->values[MARK_VALUE];
    entry->judge = reader->values[MARK_JUDGE];
}

static const struct fzzf__type mark = {
    FZZF__ATTRIBUTES(mark_attributes),
    .open = open_mark,
};

enum { AWARD_LEVEL, AWARD_DATE, AWARD_ISSUER, AWARD_MATTER, AWARD_TITLE };

static const struct fzzf__attribute award_attributes[] = {
    [AWARD_LEVEL] = {"level", FZZF__FORM_NAME, 1, NULL},
    [AWARD_DATE] = {"date", FZZF__FORM_DATE, 0, NULL},
    [AWARD_ISSUER] = {"issuer", FZZF__FORM_TEXT, 0, NULL},
    [AWARD_MATTER] = {"matter", FZZF__FORM_TEXT, 0, NULL},
    [AWARD_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

static void open_award(struct fzzf__reader *reader)
{
    struct fzzf__declaration_build *build = reader->build;
    struct fzzf__entry *entry = fzzf__reader_push(reader, &build->entries);

    if (entry == NULL)
        return;
    entry->of = reader->values[AWARD_LEVEL];
    entry->date = reader->values[AWARD_DATE];
    entry->issuer = reader->values[AWARD_ISSUER];
    entry->matter = reader->values[AWARD_MATTER];
    entry->title = reader->values[AWARD_TITLE];
}

static const struct fzzf__type award = {
    FZZF__ATTRIBUTES(award_attributes),
    .open = open_award,
};

static const struct fzzf__child observation_children[] = {
    {"item", &item, 0, FZZF__MANY, ITEM_OF + 1, 0},
    {"mark", &mark, 0, FZZF__MANY, 0, 0},
    {"award", &award, 0, FZZF__MANY, 0, 0},
};

const struct fzzf__type fzzf__type_observation = {
    FZZF__ATTRIBUTES(observation_attributes),
    FZZF__CHILDREN(observation_children),
    .open = open_observation,
    .close = close_observation,
};
