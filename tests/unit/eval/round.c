/* SPDX-License-Identifier: Apache-2.0 */
/* Rounds for tests, from folders and from texts. */

#include "unit/eval/round.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/result.h"

#define PATH_MAX_HERE 1024
#define FILES_MAX     1000

/* "folder/name"; nothing when that is too long. */
static void join(char *buffer, size_t size, const char *folder,
                 const char *name)
{
    const int length = snprintf(buffer, size, "%s/%s", folder, name);

    if (length < 0 || (size_t)length >= size)
        buffer[0] = '\0';
}

bool file_exists(const char *path)
{
    char whole[PATH_MAX_HERE];
    FILE *file;

    join(whole, sizeof whole, FZZF_SOURCES, path);
    file = fopen(whole, "rb");
    if (file != NULL)
        fclose(file);
    return file != NULL;
}

void load_file(fzzf__text *text, const char *path)
{
    char buffer[4096];
    size_t count;
    FILE *file;

    join(buffer, sizeof buffer, FZZF_SOURCES, path);
    file = fopen(buffer, "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        fzzf__text_addn(text, buffer, count);
    fclose(file);
}

/* The nearest file of this name in @folder or above it. */
static void find_file(char *path, size_t size, const char *folder,
                      const char *name)
{
    char above[PATH_MAX_HERE];

    snprintf(above, sizeof above, "%s", folder);
    for (;;) {
        char *slash = strrchr(above, '/');

        join(path, size, above, name);
        if (file_exists(path) || slash == NULL)
            return;
        *slash = '\0';
    }
}

static int keep_declaration(void *user, fzzf_declaration *declaration)
{
    struct round *round = user;

    round->declarations = realloc(
        round->declarations, (round->count + 1) * sizeof *round->declarations);
    CU_ASSERT_PTR_NOT_NULL_FATAL(round->declarations);
    round->declarations[round->count++] = fzzf_declaration_ref(declaration);
    return 0;
}

static fzzf_source source_of(const char *text)
{
    fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};

    return source;
}

/* What is wrong with the documents of a test is shown. */
static void must_be_ok(const struct round *round, fzzf_status status)
{
    if (status != FZZF_OK)
        CHECK_TEXT(fzzf_diags_message(round->diags, 0, FZZF_ENGLISH),
                   "no finding");
    CU_ASSERT_EQUAL_FATAL(status, FZZF_OK);
}

static void begin(struct round *round)
{
    memset(round, 0, sizeof *round);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&round->diags), FZZF_OK);
}

void round_read(struct round *round, const char *folder)
{
    fzzf__text texts[3] = {{0}, {0}, {0}};
    fzzf_source sources[3];
    char path[PATH_MAX_HERE];

    begin(round);
    join(path, sizeof path, folder, "system.xml");
    load_file(&texts[0], path);
    find_file(path, sizeof path, folder, "contract.xml");
    load_file(&texts[1], path);
    join(path, sizeof path, folder, "declarations.xml");
    load_file(&texts[2], path);
    for (int i = 0; i < 3; i++)
        sources[i] = source_of(texts[i].bytes);
    must_be_ok(round,
               fzzf_xml_read_system(&round->system, &sources[0], round->diags));
    must_be_ok(round, fzzf_xml_read_contract(&round->contract, &sources[1],
                                             round->diags));
    must_be_ok(round, fzzf_xml_each_declaration(&sources[2], keep_declaration,
                                                round, round->diags));
    for (int i = 0; i < 3; i++)
        fzzf__text_free(&texts[i]);
}

void round_declare(struct round *round, const char *declarations)
{
    fzzf__text text = {0};
    fzzf_source source;

    fzzf__text_add(&text, "<declarations xmlns='urn:fzzf:1'>");
    fzzf__text_add(&text, declarations);
    fzzf__text_add(&text, "</declarations>");
    source = source_of(text.bytes);
    must_be_ok(round, fzzf_xml_each_declaration(&source, keep_declaration,
                                                round, round->diags));
    fzzf__text_free(&text);
}

void round_make(struct round *round, const char *system, const char *contract,
                const char *declarations)
{
    fzzf__text shared = {0};
    fzzf_source source = source_of(system);

    begin(round);
    must_be_ok(round,
               fzzf_xml_read_system(&round->system, &source, round->diags));
    if (contract == NULL)
        load_file(&shared, "tests/cases/rule/contract.xml");
    source = source_of(contract == NULL ? shared.bytes : contract);
    must_be_ok(round,
               fzzf_xml_read_contract(&round->contract, &source, round->diags));
    fzzf__text_free(&shared);
    if (declarations != NULL)
        round_declare(round, declarations);
}

void round_plan(struct round *round)
{
    must_be_ok(round, fzzf_plan_new(&round->plan, round->system,
                                    round->contract, round->diags));
}

void round_close(struct round *round)
{
    must_be_ok(round, fzzf_cohort_new(&round->cohort, round->plan));
    for (size_t i = 0; i < round->count; i++)
        must_be_ok(round, fzzf_cohort_add(round->cohort, round->declarations[i],
                                          round->diags));
    must_be_ok(round, fzzf_cohort_close(round->cohort, round->diags));
}

fzzf_result *round_result(struct round *round, size_t index)
{
    fzzf_result *result = NULL;

    if (round->cohort == NULL)
        must_be_ok(round, fzzf_plan_evaluate(round->plan, &result,
                                             round->declarations[index],
                                             round->diags));
    else
        must_be_ok(round, fzzf_cohort_evaluate(round->cohort, &result,
                                               round->declarations[index],
                                               round->diags));
    return result;
}

void round_free(struct round *round)
{
    fzzf_cohort_free(round->cohort);
    fzzf_plan_unref(round->plan);
    for (size_t i = 0; i < round->count; i++)
        fzzf_declaration_unref(round->declarations[i]);
    free(round->declarations);
    fzzf_contract_unref(round->contract);
    fzzf_system_unref(round->system);
    fzzf_diags_free(round->diags);
}

static int add_bytes(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

void result_text(const fzzf_result *result, fzzf__text *text)
{
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_write_result(result, add_bytes, text, NULL),
                          FZZF_OK);
}

const char *node_text(const fzzf_result *result, const char *id, char *buffer,
                      size_t size)
{
    fzzf_node node = {.size = sizeof node};

    CU_ASSERT_TRUE_FATAL(
        fzzf_result_node(result, fzzf_result_find(result, id), &node));
    if (node.state == FZZF_SCORE_EXACT &&
        fzzf_number_compare(node.score, node.high) == 0)
        snprintf(buffer, size, "%s", fzzf_number_exact(node.score));
    else if (node.state == FZZF_SCORE_BOUNDED)
        snprintf(buffer, size, "%s..%s", fzzf_number_exact(node.score),
                 fzzf_number_exact(node.high));
    else
        snprintf(buffer, size, "%s", fzzf_score_state_name(node.state));
    return buffer;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, sorted; the caller frees them. */
static size_t list_folder(const char *folder, char **names)
{
    char path[PATH_MAX_HERE];
    const struct dirent *entry;
    size_t count = 0;
    DIR *dir;

    join(path, sizeof path, FZZF_SOURCES, folder);
    dir = opendir(path);
    while (dir != NULL && (entry = readdir(dir)) != NULL && count < FILES_MAX) {
        const size_t length = strlen(entry->d_name) + 1;

        if (entry->d_name[0] == '.')
            continue;
        names[count] = malloc(length);
        CU_ASSERT_PTR_NOT_NULL_FATAL(names[count]);
        memcpy(names[count++], entry->d_name, length);
    }
    if (dir != NULL)
        closedir(dir);
    qsort(names, count, sizeof *names, by_name);
    return count;
}

static size_t visit(const char *folder, int depth,
                    void (*each)(const char *folder))
{
    char *names[FILES_MAX];
    char path[PATH_MAX_HERE];
    size_t count = 0, found = 0;

    join(path, sizeof path, folder, "expected.csv");
    if (file_exists(path)) {
        each(folder);
        return 1;
    }
    if (depth < 4)
        count = list_folder(folder, names);
    for (size_t i = 0; i < count; i++) {
        join(path, sizeof path, folder, names[i]);
        free(names[i]);
        found += visit(path, depth + 1, each);
    }
    return found;
}

size_t each_folder(void (*each)(const char *folder))
{
    return visit("tests/cases", 0, each);
}

size_t each_file(const char *folder, const char *ending,
                 void (*each)(const char *path))
{
    char *names[FILES_MAX];
    char path[PATH_MAX_HERE];
    const size_t count = list_folder(folder, names);
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(names[i]);

        if (length > strlen(ending) &&
            strcmp(names[i] + length - strlen(ending), ending) == 0) {
            join(path, sizeof path, folder, names[i]);
            each(path);
            found++;
        }
        free(names[i]);
    }
    return found;
}
