/* SPDX-License-Identifier: Apache-2.0 */
/* Reads indicator systems; their indicators are in read_indicator.c. */

#include "xml/read_system.h"

#include <stdlib.h>

static struct fzzf__system_build *build_of(struct fzzf__reader *reader)
{
    return reader->build;
}

static void begin(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = build_of(reader);

    build->nodes.size = sizeof(struct fzzf_indicator);
    build->depths.size = sizeof(int);
    build->open.size = sizeof(size_t);
    build->observes.size = sizeof(struct fzzf__observe);
    build->options.size = sizeof(struct fzzf__option);
    build->variants.size = sizeof(struct fzzf__variant);
    build->vetoes.size = sizeof(struct fzzf__veto);
    build->parameters.size = sizeof(struct fzzf__parameter);
    build->parameter_variants.size = sizeof(struct fzzf__parameter_variant);
    build->days.size = sizeof(struct fzzf__calendar_day);
    build->grades.size = sizeof(struct fzzf__option);
    build->requires.size = sizeof(struct fzzf__require);
    build->system = fzzf__system_new();
    if (build->system == NULL)
        fzzf__reader_memory(reader);
    else
        reader->arena = &build->system->arena;
}

enum { ID, EDITION, TITLE, LANGUAGE };

static const struct fzzf__attribute system_attributes[] = {
    [ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [EDITION] = {"edition", FZZF__FORM_ID, 1, NULL},
    [TITLE] = {"title", FZZF__FORM_TEXT, 1, NULL},
    [LANGUAGE] = {"language", FZZF__FORM_LANGUAGE, 0, NULL},
};

static void open_system(struct fzzf__reader *reader)
{
    struct fzzf_system *system = build_of(reader)->system;
    struct fzzf_indicator *whole = fzzf__push_node(reader);

    if (whole == NULL)
        return;
    system->id = reader->values[ID];
    system->edition = reader->values[EDITION];
    system->language = reader->values[LANGUAGE];
    whole->title = reader->values[TITLE];
    whole->place = reader->place;
}

static void close_system(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = build_of(reader);
    struct fzzf_system *system = build->system;
    fzzf__arena *arena = &system->arena;

    fzzf__pop_node(reader);
    system->parameters =
        fzzf__pile_take(&build->parameters, 0, arena, &system->parameter_count);
    system->grades =
        fzzf__pile_take(&build->grades, 0, arena, &system->grade_count);
    system->requires =
        fzzf__pile_take(&build->requires, 0, arena, &system->require_count);
    system->calendar = build->calendar;
    system->nodes =
        fzzf__pile_take(&build->nodes, 0, arena, &system->node_count);
}

static struct fzzf__extension **extensions(struct fzzf__reader *reader)
{
    return &fzzf__open_node(reader)->extensions;
}

enum { PARAMETER_ID, PARAMETER_VALUE, PARAMETER_TITLE };

static const struct fzzf__attribute parameter_attributes[] = {
    [PARAMETER_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [PARAMETER_VALUE] = {"value", FZZF__FORM_AMOUNT, 1, NULL},
    [PARAMETER_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

static void open_parameter(struct fzzf__reader *reader)
{
    struct fzzf__parameter *parameter =
        fzzf__reader_push(reader, &build_of(reader)->parameters);

    if (parameter == NULL)
        return;
    parameter->id = reader->values[PARAMETER_ID];
    parameter->value = fzzf__reader_amount(reader, PARAMETER_VALUE);
    parameter->title = reader->values[PARAMETER_TITLE];
    parameter->place = reader->place;
}

static void close_parameter(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = build_of(reader);
    struct fzzf__parameter *parameter = fzzf__pile_top(&build->parameters);

    parameter->variants =
        fzzf__pile_take(&build->parameter_variants, 0, reader->arena,
                        &parameter->variant_count);
}

enum { FOR_GROUP, FOR_VALUE };

static const struct fzzf__attribute variant_attributes[] = {
    [FOR_GROUP] = {"group", FZZF__FORM_NAME, 1, NULL},
    [FOR_VALUE] = {"value", FZZF__FORM_AMOUNT, 1, NULL},
};

static void open_variant(struct fzzf__reader *reader)
{
    struct fzzf__parameter_variant *variant =
        fzzf__reader_push(reader, &build_of(reader)->parameter_variants);

    if (variant == NULL)
        return;
    variant->group = reader->values[FOR_GROUP];
    variant->value = fzzf__reader_amount(reader, FOR_VALUE);
}

static const struct fzzf__type variant = {
    FZZF__ATTRIBUTES(variant_attributes),
    .open = open_variant,
};

static const struct fzzf__child parameter_children[] = {
    {"for", &variant, 0, FZZF__MANY, 0, 0},
};

static const struct fzzf__type parameter = {
    FZZF__ATTRIBUTES(parameter_attributes),
    FZZF__CHILDREN(parameter_children),
    .open = open_parameter,
    .close = close_parameter,
};

enum { FROM, TO };

static const struct fzzf__attribute calendar_attributes[] = {
    [FROM] = {"from", FZZF__FORM_DATE, 1, NULL},
    [TO] = {"to", FZZF__FORM_DATE, 1, NULL},
};

/* Its form was checked. */
static long date(const char *text)
{
    long days = 0;

    (void)fzzf__date_parse(text, &days);
    return days;
}

static void open_calendar(struct fzzf__reader *reader)
{
    struct fzzf__calendar *calendar =
        fzzf__arena_alloc(reader->arena, sizeof *calendar);

    if (calendar == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    calendar->from = date(reader->values[FROM]);
    calendar->to = date(reader->values[TO]);
    build_of(reader)->calendar = calendar;
    if (calendar->to < calendar->from)
        FZZF__FAULT(reader, FZZF__F_CALENDAR_ORDER, "calendar",
                    reader->values[FROM], reader->values[TO]);
}

static int compare_days(const void *a, const void *b)
{
    const struct fzzf__calendar_day *one = a, *other = b;

    return (one->date > other->date) - (one->date < other->date);
}

static void close_calendar(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = build_of(reader);
    struct fzzf__calendar *calendar = build->calendar;
    struct fzzf__calendar_day *days =
        fzzf__pile_take(&build->days, 0, reader->arena, &calendar->count);

    if (days != NULL)
        qsort(days, calendar->count, sizeof *days, compare_days);
    calendar->days = days;
}

enum { DAY_DATE, DAY_WORK };

static const struct fzzf__attribute day_attributes[] = {
    [DAY_DATE] = {"date", FZZF__FORM_DATE, 1, NULL},
    [DAY_WORK] = {"work", FZZF__FORM_WORD, 1, &fzzf__yes_no_words},
};

static void open_day(struct fzzf__reader *reader)
{
    struct fzzf__system_build *build = build_of(reader);
    struct fzzf__calendar_day *day = fzzf__reader_push(reader, &build->days);

    if (day == NULL)
        return;
    day->date = date(reader->values[DAY_DATE]);
    day->work = reader->codes[DAY_WORK] == 1;
    if (day->date < build->calendar->from || day->date > build->calendar->to)
        FZZF__FAULT(reader, FZZF__F_CALENDAR_OUTSIDE, reader->values[DAY_DATE]);
}

static const struct fzzf__type day = {
    FZZF__ATTRIBUTES(day_attributes),
    .open = open_day,
};

static const struct fzzf__child calendar_children[] = {
    {"day", &day, 0, FZZF__MANY, DAY_DATE + 1, 0},
};

static const struct fzzf__type calendar = {
    FZZF__ATTRIBUTES(calendar_attributes),
    FZZF__CHILDREN(calendar_children),
    .open = open_calendar,
    .close = close_calendar,
};

enum { GRADE_ID, GRADE_TITLE };

static const struct fzzf__attribute grade_attributes[] = {
    [GRADE_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [GRADE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

static void open_grade(struct fzzf__reader *reader)
{
    struct fzzf__option *grade =
        fzzf__reader_push(reader, &build_of(reader)->grades);

    if (grade == NULL)
        return;
    grade->id = reader->values[GRADE_ID];
    grade->title = reader->values[GRADE_TITLE];
}

static const struct fzzf__type grade = {
    FZZF__ATTRIBUTES(grade_attributes),
    .open = open_grade,
};

enum { REQUIRE_ID, REQUIRE_WHEN, REQUIRE_TITLE };

static const struct fzzf__attribute require_attributes[] = {
    [REQUIRE_ID] = {"id", FZZF__FORM_NAME, 1, NULL},
    [REQUIRE_WHEN] = {"when", FZZF__FORM_FORMULA, 1, NULL},
    [REQUIRE_TITLE] = {"title", FZZF__FORM_TEXT, 0, NULL},
};

static void open_require(struct fzzf__reader *reader)
{
    struct fzzf__require *require =
        fzzf__reader_push(reader, &build_of(reader)->requires);

    if (require == NULL)
        return;
    require->id = reader->values[REQUIRE_ID];
    require->when = reader->values[REQUIRE_WHEN];
    require->title = reader->values[REQUIRE_TITLE];
    require->place = reader->place;
}

static const struct fzzf__type require = {
    FZZF__ATTRIBUTES(require_attributes),
    .open = open_require,
};

static const struct fzzf__child system_children[] = {
    {"source", &fzzf__type_source, 0, FZZF__MANY, 0, 0},
    {"parameter", &parameter, 0, FZZF__MANY, PARAMETER_ID + 1, 0},
    {"calendar", &calendar, 0, 1, 0, 0},
    {"grade", &grade, 0, FZZF__MANY, GRADE_ID + 1, 0},
    {"indicator", &fzzf__type_indicator, 1, FZZF__MANY, 0, 0},
    {"rule", &fzzf__type_rule, 0, 1, 0, 0},
    {"veto", &fzzf__type_veto, 0, FZZF__MANY, FZZF__VETO_ID, 0},
    {"grading", &fzzf__type_grading, 0, 1, 0, 0},
    {"require", &require, 0, FZZF__MANY, REQUIRE_ID + 1, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_system = {
    FZZF__ATTRIBUTES(system_attributes),
    FZZF__CHILDREN(system_children),
    .begin = begin,
    .open = open_system,
    .close = close_system,
    .extensions = extensions,
};

static void free_build(struct fzzf__system_build *build)
{
    struct fzzf__pile *const piles[] = {
        &build->nodes,    &build->depths,     &build->open,
        &build->observes, &build->options,    &build->variants,
        &build->vetoes,   &build->parameters, &build->days,
        &build->grades,   &build->requires,   &build->parameter_variants,
    };

    for (size_t i = 0; i < sizeof piles / sizeof piles[0]; i++)
        fzzf__pile_free(piles[i]);
}

static fzzf_status finish(struct fzzf__reader *reader, fzzf_diags *diags)
{
    struct fzzf__system_build *build = build_of(reader);
    struct fzzf_system *system = build->system;

    reader->arena = &system->arena;
    fzzf__reader_input(reader, &system->inputs.items[0], "system", system->id);
    system->inputs.count = 1;
    if (reader->arena->spoiled != FZZF_OK)
        return FZZF_E_MEMORY;
    return fzzf__system_seal(system, build->depths.items, diags);
}

fzzf_status fzzf_xml_read_system(fzzf_system **out, const fzzf_source *source,
                                 fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "system", &fzzf__type_system, 1, 1, 0, 0};
    struct fzzf__system_build build = {.system = NULL};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status = FZZF_E_ARGUMENT;

    if (out != NULL)
        status = fzzf__reader_run(&reader, source, diags);
    if (status == FZZF_OK)
        status = finish(&reader, diags);
    fzzf__reader_free(&reader);
    free_build(&build);
    if (status == FZZF_OK)
        *out = build.system;
    else
        fzzf_system_unref(build.system);
    return status;
}
