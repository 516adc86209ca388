/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the elements of rules, checked by the operators' own descriptions. */

#include <string.h>

#include "model/choice.h"
#include "xml/reader.h"

/* True when @word is one of @words, which single spaces separate. */
static bool is_listed(const char *words, const char *word)
{
    size_t length = strlen(word);

    while (words != NULL && *words != '\0') {
        size_t span = strcspn(words, " ");

        if (span == length && strncmp(words, word, span) == 0)
            return true;
        words += span + (words[span] == ' ');
    }
    return false;
}

static fzzf_operator_view view_of(const struct fzzf__frame *frame)
{
    fzzf_operator_view view = {.size = sizeof view};

    (void)fzzf_operator_describe(frame->op, &view);
    return view;
}

/* All whole rules; functions share their list, but not their form. */
static void add_rules(struct fzzf__choice *choice)
{
    for (size_t i = 0; i < fzzf_operator_count(); i++) {
        fzzf_operator_view view = {.size = sizeof view};

        if (fzzf_operator_describe(fzzf_operator_at(i), &view) &&
            view.form == FZZF_FORM_RULE)
            fzzf__choice_add(choice, view.name);
    }
}

/* What may stand in @frame, by name. */
static void add_allowed(struct fzzf__choice *choice,
                        const struct fzzf__frame *frame)
{
    const char *parts;

    if (frame->op == NULL) {
        add_rules(choice);
        return;
    }
    parts = view_of(frame).parts;
    if (is_listed(parts, "rule"))
        add_rules(choice);
    if (parts != NULL)
        fzzf__choice_add_list(choice, parts);
}

/* The operator that <name> is inside @frame, or NULL. */
static const fzzf_operator *find(const struct fzzf__frame *frame,
                                 const char *name)
{
    const char *parts;

    if (frame->op == NULL)
        return fzzf_operator_find(name, FZZF_FORM_RULE);
    parts = view_of(frame).parts;
    if (is_listed(parts, name))
        return fzzf_operator_find(name, FZZF_FORM_PART);
    if (is_listed(parts, "rule"))
        return fzzf_operator_find(name, FZZF_FORM_RULE);
    return NULL;
}

static void report_unknown(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame, const char *name)
{
    struct fzzf__choice choice = {0};
    const char *nearest;

    if (fzzf__reader_tells(reader))
        add_allowed(&choice, frame);
    nearest = fzzf__choice_nearest(&choice, name);
    if (choice.count == 0 && !choice.words.failed)
        FZZF__FAULT(reader, FZZF__F_NOTHING_INSIDE, name, frame->name);
    else if (fzzf_operator_find(name, FZZF_FORM_RULE) != NULL ||
             fzzf_operator_find(name, FZZF_FORM_PART) != NULL)
        FZZF__FAULT(reader, FZZF__F_WRONG_PART, name, frame->name,
                    fzzf__choice_list(&choice));
    else if (nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ELEMENT_NEAR, name, frame->name,
                    nearest);
    else
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ELEMENT, name, frame->name,
                    fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

static void report_too_many(struct fzzf__reader *reader,
                            const struct fzzf__frame *frame, size_t most)
{
    fzzf__text text = {0};

    fzzf__text_add_int(&text, (long long)most);
    FZZF__FAULT(reader, FZZF__F_TOO_MANY_PARTS, frame->name,
                fzzf__argument(&text));
    fzzf__text_free(&text);
}

/* Counts one more element inside @frame; <rule> itself holds one. */
static void count_part(struct fzzf__reader *reader, struct fzzf__frame *frame)
{
    size_t most = frame->op == NULL ? 1 : view_of(frame).parts_max;

    if (++frame->count > most && most != 0)
        report_too_many(reader, frame, most);
}

static enum fzzf__form form_of(fzzf_param_type type)
{
    switch (type) {
    case FZZF_PARAM_WHOLE:
        return FZZF__FORM_WHOLE;
    case FZZF_PARAM_NAME:
        return FZZF__FORM_NAME;
    case FZZF_PARAM_SERIES:
        return FZZF__FORM_NUMBERS;
    case FZZF_PARAM_DATE:
        return FZZF__FORM_DATE;
    case FZZF_PARAM_NONE:
    case FZZF_PARAM_WORDS:
        return FZZF__FORM_TEXT;
    case FZZF_PARAM_NUMBER:
    case FZZF_PARAM_TRUTH:
    case FZZF_PARAM_TEXT:
    case FZZF_PARAM_ANY:
    case FZZF_PARAM_CONSTANT:
    case FZZF_PARAM_CHOICE:
    case FZZF_PARAM_OBSERVED:
    case FZZF_PARAM_NODE:
    case FZZF_PARAM_QUOTED:
        break;
    }
    return FZZF__FORM_FORMULA;
}

static void report_choice(struct fzzf__reader *reader, const fzzf_param *param,
                          const char *value, const char *element)
{
    struct fzzf__choice choice = {0};
    const char *nearest;

    if (fzzf__reader_tells(reader))
        fzzf__choice_add_list(&choice, param->choices);
    nearest = fzzf__choice_nearest(&choice, value);
    if (nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_BAD_WORD_NEAR, param->name, value, element,
                    nearest);
    else
        FZZF__FAULT(reader, FZZF__F_BAD_WORD, param->name, value, element,
                    fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

/* Formulas are read when a plan is made; only their being there is checked. */
static void check_value(struct fzzf__reader *reader, const fzzf_param *param,
                        const char *value, const char *element)
{
    int code;
    int number = fzzf__value_check(form_of(param->type), NULL, value,
                                   strlen(value), &code);

    if (number == 0 && param->type == FZZF_PARAM_WHOLE &&
        (strlen(value) > 4 ||
         (strlen(value) == 4 && strcmp(value, "1000") > 0)))
        number = FZZF__F_BAD_SMALL_WHOLE;
    if (number == FZZF__F_BAD_WHOLE)
        number = FZZF__F_BAD_SMALL_WHOLE;
    if (number != 0)
        FZZF__FAULT(reader, number, param->name, value, element);
    else if (param->type == FZZF_PARAM_CHOICE &&
             !is_listed(param->choices, value))
        report_choice(reader, param, value, element);
}

/* The parameter called @name; a label may stand everywhere. */
static bool find_param(const struct fzzf__frame *frame, const char *name,
                       fzzf_param *param)
{
    size_t i;

    for (i = 0; fzzf_operator_param(frame->op, i, param); i++)
        if (strcmp(param->name, name) == 0)
            return true;
    param->name = "label";
    param->type = FZZF_PARAM_WORDS;
    return strcmp(name, "label") == 0;
}

static void report_attribute(struct fzzf__reader *reader,
                             const struct fzzf__frame *frame, const char *name)
{
    struct fzzf__choice choice = {0};
    fzzf_param param = {.size = sizeof param};
    const char *nearest;

    for (size_t i = 0; fzzf__reader_tells(reader) &&
                       fzzf_operator_param(frame->op, i, &param);
         i++)
        fzzf__choice_add(&choice, param.name);
    fzzf__choice_add(&choice, "label");
    nearest = fzzf__choice_nearest(&choice, name);
    if (nearest != NULL)
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ATTRIBUTE_NEAR, name, frame->name,
                    nearest);
    else
        FZZF__FAULT(reader, FZZF__F_UNKNOWN_ATTRIBUTE, name, frame->name,
                    fzzf__choice_list(&choice));
    fzzf__choice_free(&choice);
}

static void take_attribute(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame,
                           struct fzzf__attr *attr,
                           const xmlChar *const *attribute)
{
    fzzf_param param = {.size = sizeof param};

    attr->name = fzzf__arena_text(reader->arena, (const char *)attribute[0]);
    attr->value = fzzf__arena_textn(reader->arena, (const char *)attribute[3],
                                    (size_t)(attribute[4] - attribute[3]));
    if (attr->name == NULL || attr->value == NULL)
        fzzf__reader_memory(reader);
    else if (find_param(frame, attr->name, &param))
        check_value(reader, &param, attr->value, frame->name);
    else if (fzzf__stream_name(&reader->stream, attribute[0]))
        report_attribute(reader, frame, attr->name);
}

static void check_required(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame)
{
    fzzf_param param = {.size = sizeof param};

    for (size_t i = 0; fzzf_operator_param(frame->op, i, &param); i++)
        if (param.required &&
            fzzf__element_attr(frame->element, param.name) == NULL)
            FZZF__FAULT(reader, FZZF__F_MISSING_ATTRIBUTE, frame->name,
                        param.name);
}

static void take_attributes(struct fzzf__reader *reader,
                            const struct fzzf__frame *frame,
                            const struct fzzf__tag *tag)
{
    const xmlChar *const *attribute = (const xmlChar *const *)tag->attributes;
    size_t count = (size_t)tag->attribute_count;
    struct fzzf__attr *attrs =
        fzzf__arena_alloc(reader->arena, count * sizeof *attrs);

    if (attrs == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    frame->element->attrs = attrs;
    for (size_t i = 0; i < count && !reader->stream.stopped;
         i++, attribute += 5) {
        struct fzzf__attr *attr = &attrs[frame->element->attr_count];

        if (fzzf__attribute_foreign(reader, attribute))
            continue;
        take_attribute(reader, frame, attr, attribute);
        frame->element->attr_count++;
    }
    if (!reader->stream.stopped)
        check_required(reader, frame);
}

static struct fzzf__element *make(struct fzzf__reader *reader,
                                  struct fzzf__frame *parent, const char *name)
{
    struct fzzf__element *element =
        fzzf__arena_alloc(reader->arena, sizeof *element);
    const char *copy = fzzf__arena_text(reader->arena, name);

    if (element == NULL || copy == NULL)
        return NULL;
    element->name = copy;
    element->place = reader->place;
    if (parent->last != NULL)
        parent->last->next = element;
    else if (parent->bound == NULL)
        parent->element->children = element;
    else
        parent->element = element; /* for whoever closes <rule> */
    parent->last = element;
    return element;
}

void fzzf__rule_start(struct fzzf__reader *reader, const struct fzzf__tag *tag)
{
    struct fzzf__frame *parent = fzzf__reader_top(reader);
    const char *name = (const char *)tag->name;
    const fzzf_operator *op = find(parent, name);
    struct fzzf__element *element;
    struct fzzf__frame *frame;

    count_part(reader, parent);
    if (op == NULL) {
        if (fzzf__stream_name(&reader->stream, tag->name))
            report_unknown(reader, parent, name);
        reader->skipped = 1;
        return;
    }
    element = make(reader, parent, name);
    if (element == NULL) {
        fzzf__reader_memory(reader);
        return;
    }
    frame = fzzf__reader_enter(reader, tag);
    frame->element = element;
    frame->op = op;
    take_attributes(reader, frame, tag);
}

static void report_too_few(struct fzzf__reader *reader,
                           const struct fzzf__frame *frame)
{
    struct fzzf__choice choice = {0};
    fzzf__text least = {0}, found = {0};

    if (fzzf__reader_tells(reader))
        add_allowed(&choice, frame);
    fzzf__text_add_int(&least, (long long)view_of(frame).parts_min);
    fzzf__text_add_int(&found, (long long)frame->count);
    FZZF__FAULT(reader, FZZF__F_TOO_FEW_PARTS, frame->name,
                fzzf__argument(&least), fzzf__argument(&found),
                fzzf__choice_list(&choice));
    fzzf__text_free(&least);
    fzzf__text_free(&found);
    fzzf__choice_free(&choice);
}

void fzzf__rule_end(struct fzzf__reader *reader)
{
    const struct fzzf__frame *frame = fzzf__reader_top(reader);

    reader->place.line = frame->line;
    reader->place.column = frame->column;
    if (frame->count < view_of(frame).parts_min)
        report_too_few(reader, frame);
    reader->depth--;
}
