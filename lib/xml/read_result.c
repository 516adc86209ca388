/* SPDX-License-Identifier: Apache-2.0 */
/* Reads result documents: checks all, keeps what they were computed from. */

#include "xml/read_contract.h"
#include "xml/result_document.h"

struct build {
    struct fzzf__contract_build contract; /* first: its table knows only it */
    struct fzzf__result_document *document;
    struct fzzf__pile inputs, figures;
};

static void begin(struct fzzf__reader *reader)
{
    struct build *build = reader->build;

    reader->arena = &build->document->arena;
}

enum {
    GENERATOR,
    SYSTEM,
    EDITION,
    CONTRACT,
    DECLARATION,
    TYPE,
    UNIT,
    NAME,
    LEVEL
};

static const struct fzzf__attribute result_attributes[] = {
    [GENERATOR] = {"generator", FZZF__FORM_TEXT, 1, NULL},
    [SYSTEM] = {"system", FZZF__FORM_ID, 1, NULL},
    [EDITION] = {"edition", FZZF__FORM_ID, 1, NULL},
    [CONTRACT] = {"contract", FZZF__FORM_ID, 1, NULL},
    [DECLARATION] = {"declaration", FZZF__FORM_ID, 1, NULL},
    [TYPE] = {"type", FZZF__FORM_WORD, 1, &fzzf__type_words},
    [UNIT] = {"unit", FZZF__FORM_ID, 1, NULL},
    [NAME] = {"name", FZZF__FORM_TEXT, 1, NULL},
    [LEVEL] = {"level", FZZF__FORM_WORD, 1, &fzzf__unit_level_words},
};

static void open_result(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__result_document *to = build->document;

    to->generator = reader->values[GENERATOR];
    to->system = reader->values[SYSTEM];
    to->edition = reader->values[EDITION];
    to->contract_id = reader->values[CONTRACT];
    to->declaration = reader->values[DECLARATION];
    to->type = (fzzf_declaration_type)reader->codes[TYPE];
    to->unit = reader->values[UNIT];
    to->unit_name = reader->values[NAME];
    to->unit_level = (fzzf_unit_level)reader->codes[LEVEL];
}

static void close_result(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__result_document *to = build->document;

    to->inputs =
        fzzf__pile_take(&build->inputs, 0, &to->arena, &to->input_count);
    to->figures =
        fzzf__pile_take(&build->figures, 0, &to->arena, &to->figure_count);
}

enum {
    INPUT_ROLE,
    INPUT_ID,
    INPUT_NAME,
    INPUT_SHA256,
    INPUT_SIZE,
    INPUT_OFFSET
};

static const struct fzzf__attribute input_attributes[] = {
    [INPUT_ROLE] = {"role", FZZF__FORM_WORD, 1, &fzzf__role_words},
    [INPUT_ID] = {"id", FZZF__FORM_ID, 1, NULL},
    [INPUT_NAME] = {"name", FZZF__FORM_TEXT, 0, NULL},
    [INPUT_SHA256] = {"sha256", FZZF__FORM_SHA256, 0, NULL},
    [INPUT_SIZE] = {"size", FZZF__FORM_WHOLE, 1, NULL},
    [INPUT_OFFSET] = {"offset", FZZF__FORM_WHOLE, 0, NULL},
};

/* At most 18 digits. */
static uint64_t whole(const char *text)
{
    uint64_t value = 0;

    for (; *text != '\0'; text++)
        value = value * 10 + (uint64_t)(*text - '0');
    return value;
}

/* Digits are compared, so they are kept in one case. */
static void keep_sha256(struct fzzf__input *input, const char *text)
{
    for (size_t i = 0; i < FZZF__SHA256_TEXT - 1; i++) {
        bool capital = text[i] >= 'A' && text[i] <= 'F';

        input->sha256[i] = (char)(capital ? text[i] - 'A' + 'a' : text[i]);
    }
}

static void open_input(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__input *input = fzzf__reader_push(reader, &build->inputs);

    if (input == NULL)
        return;
    input->role = reader->values[INPUT_ROLE];
    input->id = reader->values[INPUT_ID];
    input->name = reader->values[INPUT_NAME];
    if (reader->values[INPUT_SHA256] != NULL)
        keep_sha256(input, reader->values[INPUT_SHA256]);
    input->size = whole(reader->values[INPUT_SIZE]);
    input->part = reader->values[INPUT_OFFSET] != NULL;
    if (input->part)
        input->offset = whole(reader->values[INPUT_OFFSET]);
}

static const struct fzzf__type input = {
    FZZF__ATTRIBUTES(input_attributes),
    .open = open_input,
};

enum {
    FIGURE_NAME,
    FIGURE_NODE,
    FIGURE_LOW,
    FIGURE_HIGH,
    FIGURE_ENCLOSED,
    FIGURE_SQUARE,
    FIGURE_WHY,
    FIGURE_ABOUT
};

static const struct fzzf__attribute figure_attributes[] = {
    [FIGURE_NAME] = {"name", FZZF__FORM_FORMULA, 1, NULL},
    [FIGURE_NODE] = {"node", FZZF__FORM_ID, 1, NULL},
    [FIGURE_LOW] = {"low", FZZF__FORM_EXACT, 0, NULL},
    [FIGURE_HIGH] = {"high", FZZF__FORM_EXACT, 0, NULL},
    [FIGURE_ENCLOSED] = {"enclosed", FZZF__FORM_WORD, 0, &fzzf__yes_no_words},
    [FIGURE_SQUARE] = {"square", FZZF__FORM_EXACT, 0, NULL},
    [FIGURE_WHY] = {"why", FZZF__FORM_CODE, 0, NULL},
    [FIGURE_ABOUT] = {"about", FZZF__FORM_TEXT, 0, NULL},
};

static void open_figure(struct fzzf__reader *reader)
{
    struct build *build = reader->build;
    struct fzzf__stated_figure *figure =
        fzzf__reader_push(reader, &build->figures);

    if (figure == NULL)
        return;
    figure->name = reader->values[FIGURE_NAME];
    figure->node = reader->values[FIGURE_NODE];
    figure->low = reader->values[FIGURE_LOW];
    figure->high = reader->values[FIGURE_HIGH];
    figure->enclosed = reader->codes[FIGURE_ENCLOSED] == 1;
    figure->square = reader->values[FIGURE_SQUARE];
    figure->why = reader->values[FIGURE_WHY];
    figure->about = reader->values[FIGURE_ABOUT];
}

static const struct fzzf__type figure = {
    FZZF__ATTRIBUTES(figure_attributes),
    .open = open_figure,
};

/* From here on, elements are checked and not kept. */

static const struct fzzf__attribute reading_attributes[] = {
    {"name", FZZF__FORM_WORD, 1, &fzzf__reading_words},
    {"low", FZZF__FORM_EXACT, 0, NULL},
    {"high", FZZF__FORM_EXACT, 0, NULL},
    {"of", FZZF__FORM_EXACT, 0, NULL},
    {"left-out", FZZF__FORM_WHOLE, 1, NULL},
    {"passes", FZZF__FORM_WORD, 1, &fzzf__answer_words},
};
static const struct fzzf__type reading = {FZZF__ATTRIBUTES(reading_attributes)};

static const struct fzzf__attribute reason_attributes[] = {
    {"code", FZZF__FORM_WORD, 1, &fzzf__reason_words},
    {"id", FZZF__FORM_TEXT, 1, NULL},
    {"node", FZZF__FORM_ID, 0, NULL},
    {"answer", FZZF__FORM_WORD, 1, &fzzf__answer_words},
};
static const struct fzzf__type reason = {FZZF__ATTRIBUTES(reason_attributes)};

static const struct fzzf__attribute open_attributes[] = {
    {"node", FZZF__FORM_ID, 1, NULL},
    {"observation", FZZF__FORM_NAME, 1, NULL},
    {"period", FZZF__FORM_PERIOD, 0, NULL},
};
static const struct fzzf__type open = {FZZF__ATTRIBUTES(open_attributes)};

static const struct fzzf__attribute verdict_attributes[] = {
    {"eligible", FZZF__FORM_WORD, 1, &fzzf__eligible_words},
    {"deciding", FZZF__FORM_WORD, 1, &fzzf__reading_words},
    {"grade", FZZF__FORM_NAME, 0, NULL},
};
static const struct fzzf__child verdict_children[] = {
    {"reading", &reading, FZZF_READING_COUNT, FZZF_READING_COUNT, 1, 0},
    {"reason", &reason, 0, FZZF__MANY, 0, 0},
    {"open", &open, 0, FZZF__MANY, 0, 0},
};
static const struct fzzf__type verdict = {FZZF__ATTRIBUTES(verdict_attributes),
                                          FZZF__CHILDREN(verdict_children)};

static const struct fzzf__attribute cause_attributes[] = {
    {"code", FZZF__FORM_CODE, 1, NULL},   {"amount", FZZF__FORM_EXACT, 1, NULL},
    {"high", FZZF__FORM_EXACT, 0, NULL},  {"label", FZZF__FORM_TEXT, 0, NULL},
    {"node", FZZF__FORM_ID, 0, NULL},     {"veto", FZZF__FORM_NAME, 0, NULL},
    {"args", FZZF__FORM_EXACTS, 0, NULL},
};
static const struct fzzf__type cause = {FZZF__ATTRIBUTES(cause_attributes)};

static const struct fzzf__attribute node_attributes[] = {
    {"id", FZZF__FORM_ID, 1, NULL},
    {"state", FZZF__FORM_WORD, 1, &fzzf__score_state_words},
    {"score", FZZF__FORM_EXACT, 0, NULL},
    {"high", FZZF__FORM_EXACT, 0, NULL},
    {"full", FZZF__FORM_EXACT, 0, NULL},
    {"met", FZZF__FORM_WORD, 0, &fzzf__answer_words},
    {"grade", FZZF__FORM_NAME, 0, NULL},
    {"why", FZZF__FORM_CODE, 0, NULL},
    {"about", FZZF__FORM_TEXT, 0, NULL},
};
static const struct fzzf__child node_children[] = {
    {"cause", &cause, 0, FZZF__MANY, 0, 0},
};
static const struct fzzf__type node = {FZZF__ATTRIBUTES(node_attributes),
                                       FZZF__CHILDREN(node_children)};

static const struct fzzf__child result_children[] = {
    {"input", &input, 1, FZZF__MANY, 0, 0},
    {"contract", &fzzf__type_contract, 1, 1, 0, 0},
    {"figure", &figure, 0, FZZF__MANY, 0, 0},
    {"verdict", &verdict, 1, 1, 0, 0},
    {"node", &node, 1, FZZF__MANY, 1, 0},
    FZZF__ROW_EXTENSIONS,
};

const struct fzzf__type fzzf__type_result = {
    FZZF__ATTRIBUTES(result_attributes),
    FZZF__CHILDREN(result_children),
    .begin = begin,
    .open = open_result,
    .close = close_result,
};

fzzf_status
fzzf__xml_read_result_document(struct fzzf__result_document *document,
                               const fzzf_source *source, fzzf_diags *diags)
{
    static const struct fzzf__child root = {
        "result", &fzzf__type_result, 1, 1, 0, 0};
    struct build build = {
        .document = document,
        .inputs = {.size = sizeof(struct fzzf__input)},
        .figures = {.size = sizeof(struct fzzf__stated_figure)}};
    struct fzzf__reader reader = {
        .roots = &root, .root_count = 1, .build = &build};
    fzzf_status status;

    *document = (struct fzzf__result_document){.contract = NULL};
    fzzf__arena_init(&document->arena);
    status = fzzf__reader_run(&reader, source, diags);
    document->contract = build.contract.contract;
    fzzf__reader_free(&reader);
    fzzf__pile_free(&build.inputs);
    fzzf__pile_free(&build.figures);
    fzzf__pile_free(&build.contract.exceptions);
    return status;
}

void fzzf__result_document_free(struct fzzf__result_document *document)
{
    fzzf_contract_unref(document->contract);
    fzzf__arena_free(&document->arena);
    document->contract = NULL;
}
