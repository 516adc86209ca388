/* SPDX-License-Identifier: Apache-2.0 */
/* Reads scoring contracts: a document of their own, or inside a result. */

#include <string.h>

#include "xml/read_contract.h"

static struct fzzf_contract *contract(struct fzzf__reader *reader)
{
    struct fzzf__contract_build *build = reader->build;

    return build->contract;
}

static void begin(struct fzzf__reader *reader)
{
    struct fzzf__contract_build *build = reader->build;

    if (build->contract != NULL)
        return; /* a second one inside a result is a finding */
    build->contract = fzzf__contract_new();
    build->exceptions.size = sizeof(struct fzzf__policy_exception);
    if (build->contract == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &build->contract->arena;
}

enum { ID, TITLE };

static const struct fzzf__attribute contract_attributes[] = {
    [ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL},
};

static void open_contract(struct fzzf__reader *reader)
{
    contract(reader)->id = reader->values[ID];
    contract(reader)->title = reader->values[TITLE];
    contract(reader)->place = reader->place;
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    return &contract(reader)->extensions;
}

enum { MODE, INDICATOR, NODE, TOTAL, DISPLAY };

static const struct fzzf__attribute rounding_attributes[] = {
    [MODE] = {"mode", FZZF__FORM_WORD, 1, &fzzf__rounding_words},
    [INDICATOR] = {"indicator", FZZF__FORM_PLACES_OR_NONE, 1, NULL},
    [NODE] = {"node", FZZF__FORM_PLACES_OR_NONE, 1, NULL},
    [TOTAL] = {"total", FZZF__FORM_PLACES_OR_NONE, 1, NULL},
    [DISPLAY] = {"display", FZZF__FORM_PLACES, 1, NULL},
};

/* "none", or at most two digits. */
static int places(const char *text)
{
    int count = 0;

    if (strcmp(text, "none") == 0)
        return FZZF__UNROUNDED;
    for (; *text != '\0'; text++)
        count = count * 10 + (*text - '0');
    return count;
}

static void open_rounding(struct fzzf__reader *reader)
{
    const char *const *values = reader->values;

    contract(reader)->rounding = (fzzf_rounding)reader->codes[MODE];
    contract(reader)->indicator_places = places(values[INDICATOR]);
    contract(reader)->node_places = places(values[NODE]);
    contract(reader)->total_places = places(values[TOTAL]);
    contract(reader)->display_places = places(values[DISPLAY]);
}

static const struct fzzf__type rounding = {
    FZZF__ATTRIBUTES(rounding_attributes),
    .open = open_rounding,
};

static const struct fzzf__attribute assessors_attributes[] = {
    {"decide", FZZF__FORM_WORDS, 1, &fzzf__assessor_words},
};

/* No assessor is named twice, so they fit. */
static void open_assessors(struct fzzf__reader *reader)
{
    struct fzzf_contract *to = contract(reader);
    size_t count;
    const char *const *names = fzzf__reader_names(reader, 0, &count);

    to->assessor_count = 0;
    for (size_t i = 0; names != NULL && i < count; i++)
        to->assessors[to->assessor_count++] =
            (fzzf_assessor)fzzf__word_find(&fzzf__assessor_words, names[i]);
}

static const struct fzzf__type assessors = {
    FZZF__ATTRIBUTES(assessors_attributes),
    .open = open_assessors,
};

static const struct fzzf__attribute steps_attributes[] = {
    {"part", FZZF__FORM_WORD, 1, &fzzf__part_step_words},
};

static void open_steps(struct fzzf__reader *reader)
{
    contract(reader)->part_step = (enum fzzf__part_step)reader->codes[0];
}

static const struct fzzf__type steps = {
    FZZF__ATTRIBUTES(steps_attributes),
    .open = open_steps,
};

static const struct fzzf__attribute bonus_attributes[] = {
    {"order", FZZF__FORM_WORD, 1, &fzzf__bonus_order_words},
};

static void open_bonus(struct fzzf__reader *reader)
{
    contract(reader)->bonus_first = reader->codes[0];
}

static const struct fzzf__type bonus = {
    FZZF__ATTRIBUTES(bonus_attributes),
    .open = open_bonus,
};

enum { MISSING, NOT_ASSESSED, DISPUTED, NO_VALUE, EXCEPTION_ID };

static const struct fzzf__attribute absent_attributes[] = {
    [MISSING] = {"missing", FZZF__FORM_WORD, 1, &fzzf__policy_words},
    [NOT_ASSESSED] = {"not-assessed", FZZF__FORM_WORD, 1, &fzzf__policy_words},
    [DISPUTED] = {"disputed", FZZF__FORM_WORD, 1, &fzzf__policy_words},
    [NO_VALUE] = {"no-value", FZZF__FORM_WORD, 1, &fzzf__no_value_words},
};

static const struct fzzf__attribute exception_attributes[] = {
    [MISSING] = {"missing", FZZF__FORM_WORD, 0, &fzzf__policy_words},
    [NOT_ASSESSED] = {"not-assessed", FZZF__FORM_WORD, 0, &fzzf__policy_words},
    [DISPUTED] = {"disputed", FZZF__FORM_WORD, 0, &fzzf__policy_words},
    [NO_VALUE] = {"no-value", FZZF__FORM_WORD, 0, &fzzf__no_value_words},
    [EXCEPTION_ID] = {"id", FZZF__FORM_ID, 1, NULL},
};

static enum fzzf__policy policy(const struct fzzf__reader *reader, size_t index)
{
    return reader->values[index] == NULL
               ? FZZF__POLICY_UNSAID
               : (enum fzzf__policy)reader->codes[index];
}

static struct fzzf__policies policies(const struct fzzf__reader *reader)
{
    struct fzzf__policies all;

    all.missing = policy(reader, MISSING);
    all.not_assessed = policy(reader, NOT_ASSESSED);
    all.disputed = policy(reader, DISPUTED);
    all.no_value = policy(reader, NO_VALUE);
    return all;
}

static void open_absent(struct fzzf__reader *reader)
{
    contract(reader)->absent = policies(reader);
}

static void open_exception(struct fzzf__reader *reader)
{
    struct fzzf__contract_build *build = reader->build;
    struct fzzf__policy_exception *exception =
        fzzf__reader_push(reader, &build->exceptions);

    if (exception == NULL)
        return;
    exception->node = reader->values[EXCEPTION_ID];
    exception->policies = policies(reader);
    exception->place = reader->place;
}

static void close_absent(struct fzzf__reader *reader)
{
    struct fzzf__contract_build *build = reader->build;
    struct fzzf_contract *to = contract(reader);

    to->exceptions = fzzf__pile_take(&build->exceptions, 0, &to->arena,
                                     &to->exception_count);
}

static const struct fzzf__type exception = {
    FZZF__ATTRIBUTES(exception_attributes),
    .open = open_exception,
};

static const struct fzzf__child absent_children[] = {
    {"node", &exception, 0, FZZF__MANY, EXCEPTION_ID + 1, 0},
};

static const struct fzzf__type absent = {
    FZZF__ATTRIBUTES(absent_attributes),
    FZZF__CHILDREN(absent_children),
    .open = open_absent,
    .close = close_absent,
};

static const struct fzzf__attribute treatment_attributes[] = {
    {"treatment", FZZF__FORM_WORD, 1, &fzzf__contract_treatment_words},
};

static void open_treatment(struct fzzf__reader *reader)
{
    contract(reader)->not_applicable = (enum fzzf__treatment)reader->codes[0];
}

static const struct fzzf__type treatment = {
    FZZF__ATTRIBUTES(treatment_attributes),
    .open = open_treatment,
};

static const struct fzzf__attribute nodes_attributes[] = {
    {"without-rule", FZZF__FORM_WORD, 1, &fzzf__nodes_words},
};

static void open_nodes(struct fzzf__reader *reader)
{
    contract(reader)->nodes_mean = reader->codes[0];
}

static const struct fzzf__type nodes = {
    FZZF__ATTRIBUTES(nodes_attributes),
    .open = open_nodes,
};

static const struct fzzf__attribute ties_attributes[] = {
    {"places", FZZF__FORM_WORD, 1, &fzzf__ties_words},
};

static void open_ties(struct fzzf__reader *reader)
{
    contract(reader)->ties_dense = reader->codes[0];
}

static const struct fzzf__type ties = {
    FZZF__ATTRIBUTES(ties_attributes),
    .open = open_ties,
};

static const struct fzzf__attribute met_attributes[] = {
    {"when", FZZF__FORM_FORMULA, 1, NULL},
};

static void open_met(struct fzzf__reader *reader)
{
    contract(reader)->met = reader->values[0];
    contract(reader)->met_place = reader->place;
}

static const struct fzzf__type met = {
    FZZF__ATTRIBUTES(met_attributes),
    .open = open_met,
};

enum { SHARE, READING };

static const struct fzzf__attribute threshold_attributes[] = {
    [SHARE] = {"share", FZZF__FORM_NUMBER, 1, NULL},
    [READING] = {"reading", FZZF__FORM_WORD, 1, &fzzf__reading_words},
};

static void open_threshold(struct fzzf__reader *reader)
{
    contract(reader)->share = fzzf__reader_amount(reader, SHARE).num;
    contract(reader)->reading = (fzzf_reading)reader->codes[READING];
}

static const struct fzzf__type threshold = {
    FZZF__ATTRIBUTES(threshold_attributes),
    .open = open_threshold,
};

static const struct fzzf__child contract_children[] = {
    {"rounding", &rounding, 1, 1, 0, 0},
    {"assessors", &assessors, 1, 1, 0, 0},
    {"steps", &steps, 1, 1, 0, 0},
    {"bonus", &bonus, 1, 1, 0, 0},
    {"absent", &absent, 1, 1, 0, 0},
    {"not-applicable", &treatment, 1, 1, 0, 0},
    {"nodes", &nodes, 1, 1, 0, 0},
    {"ties", &ties, 1, 1, 0, 0},
    {"met", &met, 1, 1, 0, 0},
    {"threshold", &threshold, 1, 1, 0, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_contract = {
    FZZF__ATTRIBUTES(contract_attributes),
    FZZF__CHILDREN(contract_children),
    .begin = begin,
    .open = open_contract,
    .extensions = extensions,
};

fzzf_status fzzf_xml_read_contract(fzzf_contract **out,
                                   const fzzf_source *source, fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "contract", &fzzf__type_contract, 1, 1, 0, 0};
    struct fzzf__contract_build build = {.contract = NULL};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK) {
        reader.arena = &build.contract->arena;
        fzzf__reader_input(&reader, &build.contract->input, "contract",
                           build.contract->id);
        status = reader.arena->spoiled;
    }
    fzzf__reader_free(&reader);
    fzzf__pile_free(&build.exceptions);
    if (status == FZZF_OK)
        *out = build.contract;
    else
        fzzf_contract_unref(build.contract);
    return status;
}
