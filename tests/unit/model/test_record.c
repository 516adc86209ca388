/* SPDX-License-Identifier: Apache-2.0 */
/* Records that are built and changed call by call. */

#include <string.h>

#include "model/kinds_batch.h"
#include "model/record.h"
#include "unit/suites.h"

static fzzf_record *new_batch(void)
{
    fzzf_record *batch = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_record_new(&batch, fzzf_kind_find("batch")),
                          FZZF_OK);
    return batch;
}

static fzzf_record *add(fzzf_record *record, const char *part)
{
    fzzf_record *added = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_record_add(&added, record, part, NULL), FZZF_OK);
    return added;
}

/* The first finding of a call that failed; 0 when it did not. */
static int code_of_set(fzzf_record *record, const char *field,
                       const char *value)
{
    fzzf_diags *diags = NULL;
    fzzf_status status;
    int code;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    status = fzzf_record_set(record, field, value, diags);
    code = fzzf_diags_code(diags, 0);
    CU_ASSERT_EQUAL(status, code == 0 ? FZZF_OK : FZZF_E_SCHEMA);
    fzzf_diags_free(diags);
    return code;
}

static void gives_what_was_set(void)
{
    fzzf_record *batch = new_batch();
    fzzf_record *phase = add(batch, "phase");
    fzzf_record_view view = {.size = sizeof view};

    CU_ASSERT_EQUAL(code_of_set(batch, "from", "2019-07"), 0);
    CHECK_TEXT(fzzf_record_get(batch, "from"), "2019-07");
    CHECK_TEXT(fzzf__record_value(batch, BATCH_FROM), "2019-07");
    CU_ASSERT_EQUAL(code_of_set(batch, "from", NULL), 0);
    CU_ASSERT_PTR_NULL(fzzf_record_get(batch, "from"));
    CU_ASSERT_EQUAL(fzzf_record_count(batch, "phase"), 1);
    CU_ASSERT_PTR_EQUAL(fzzf_record_at(batch, "phase", 0), phase);
    CU_ASSERT_EQUAL(fzzf__record_list(batch, BATCH_PHASES)->count, 1);
    CHECK_TEXT(fzzf_record_kind(phase)->name, "phase");
    CU_ASSERT_EQUAL(fzzf_record_describe(phase, &view), 1);
    CU_ASSERT_PTR_NULL(view.text);
    CU_ASSERT_PTR_NULL(view.sha256);
    CU_ASSERT_EQUAL(view.line, 0);
    fzzf_record_unref(batch);
}

static void refuses_values_with_the_readers_findings(void)
{
    fzzf_record *batch = new_batch();
    fzzf_record *phase = add(batch, "phase");

    CU_ASSERT_EQUAL(code_of_set(batch, "form", "2019"), 2012);
    CU_ASSERT_EQUAL(code_of_set(batch, "quite-another", "x"), 2011);
    CU_ASSERT_EQUAL(code_of_set(batch, "from", "July"), 2049);
    CU_ASSERT_EQUAL(code_of_set(phase, "kind", "servey"), 2046);
    CU_ASSERT_EQUAL(code_of_set(phase, "kind", "x"), 2031);
    CU_ASSERT_EQUAL(code_of_set(batch, "title", "\xFF"), 2063);
    CU_ASSERT_EQUAL(code_of_set(batch, "title", "\x01"), 2063);
    CU_ASSERT_PTR_NULL(fzzf_record_get(batch, "from"));
    fzzf_record_unref(batch);
}

static void holds_texts_where_its_kind_does(void)
{
    fzzf_record *batch = new_batch();
    fzzf_record *source = add(batch, "source");
    fzzf_record_view view = {.size = sizeof view};

    CU_ASSERT_EQUAL(fzzf_record_describe(source, &view), 1);
    CHECK_TEXT(view.text, "");
    CU_ASSERT_EQUAL(fzzf_record_set_text(source, "意见", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_describe(source, &view), 1);
    CHECK_TEXT(view.text, "意见");
    CU_ASSERT_EQUAL(fzzf_record_set_text(source, "\x02", NULL), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_record_set_text(batch, "x", NULL), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_record_set_text(source, NULL, NULL), FZZF_E_ARGUMENT);
    fzzf_record_unref(batch);
}

static void refuses_texts_that_no_document_holds(void)
{
    static char text[64 * 1024 + 2];
    fzzf_record *batch = new_batch();
    fzzf_record *source = add(batch, "source");

    memset(text, 'a', 64 * 1024);
    CU_ASSERT_EQUAL(fzzf_record_set_text(source, text, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(code_of_set(batch, "title", text), 0);
    text[64 * 1024] = 'a';
    CU_ASSERT_EQUAL(fzzf_record_set_text(source, text, NULL), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(code_of_set(batch, "title", text), 2020);
    fzzf_record_unref(batch);
}

static void takes_records_out_in_any_order(void)
{
    static const char *const orders[] = {"1", "2", "3", "4", "5", "6"};
    fzzf_record *batch = new_batch();

    for (size_t i = 0; i < 6; i++)
        CU_ASSERT_EQUAL(code_of_set(add(batch, "tie"), "order", orders[i]), 0);
    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tie", 5), 1);
    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tie", 0), 1);
    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tie", 1), 1);
    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tie", 3), 0);
    CU_ASSERT_EQUAL(fzzf_record_remove(batch, "tiger", 0), 0);
    CU_ASSERT_EQUAL_FATAL(fzzf_record_count(batch, "tie"), 3);
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(batch, "tie", 0), "order"), "2");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(batch, "tie", 1), "order"), "4");
    CHECK_TEXT(fzzf_record_get(fzzf_record_at(batch, "tie", 2), "order"), "5");
    CU_ASSERT_PTR_NULL(fzzf_record_at(batch, "tie", 3));
    fzzf_record_unref(batch);
}

static void set_all(fzzf_record *record, const char *const *pairs)
{
    for (; *pairs != NULL; pairs += 2)
        CU_ASSERT_EQUAL(code_of_set(record, pairs[0], pairs[1]), 0);
}

static void checks_what_only_the_whole_shows(void)
{
    static const char *const root[] = {"id", "b", "system", "s", NULL};
    static const char *const quota[] = {
        "from", "city", "type", "comprehensive", "count", "1", NULL};
    fzzf_record *batch = new_batch();
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    set_all(batch, root);
    CU_ASSERT_EQUAL(fzzf_record_check(batch, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 2013); /* title */
    fzzf_diags_clear(diags);
    CU_ASSERT_EQUAL(code_of_set(batch, "title", "t"), 0);
    CU_ASSERT_EQUAL(fzzf_record_check(batch, diags), FZZF_OK);
    set_all(add(batch, "quota"), quota);
    set_all(add(batch, "quota"), quota);
    CU_ASSERT_EQUAL(fzzf_record_check(batch, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 1);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 2065);
    CHECK_TEXT(fzzf_diags_argument(diags, 0, 0), "city@comprehensive");
    CU_ASSERT_EQUAL(
        code_of_set(fzzf_record_at(batch, "quota", 1), "type", "single-item"),
        0);
    CU_ASSERT_EQUAL(fzzf_record_check(batch, diags), FZZF_OK);
    fzzf_diags_free(diags);
    fzzf_record_unref(batch);
}

static void counts_the_parts(void)
{
    static const struct fzzf_kind leaf = {.name = "leaf", .title = ""};
    static const struct fzzf__part parts[] = {{&leaf, 1, 2, 0, 0}};
    static const struct fzzf_kind tree = {
        .name = "tree", .title = "", FZZF__PARTS(parts), .root = true};
    fzzf_record *record = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_record_new(&record, &tree), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(record, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 2009);
    fzzf_diags_clear(diags);
    add(record, "leaf");
    add(record, "leaf");
    CU_ASSERT_EQUAL(fzzf_record_check(record, diags), FZZF_OK);
    add(record, "leaf");
    CU_ASSERT_EQUAL(fzzf_record_check(record, diags), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 2008);
    fzzf_diags_free(diags);
    fzzf_record_unref(record);
}

static void is_kept_whole_by_any_reference(void)
{
    fzzf_record *batch = new_batch();
    fzzf_record *phase = fzzf_record_ref(add(batch, "phase"));

    fzzf_record_unref(batch);
    CU_ASSERT_EQUAL(code_of_set(phase, "id", "p"), 0);
    CHECK_TEXT(fzzf_record_get(phase, "id"), "p");
    fzzf_record_unref(phase);
    fzzf_record_unref(NULL);
    CU_ASSERT_PTR_NULL(fzzf_record_ref(NULL));
}

static void refuses_wrong_arguments(void)
{
    fzzf_record *batch = new_batch();
    fzzf_record *out = batch;
    fzzf_record_view view = {.size = sizeof view};

    CU_ASSERT_EQUAL(fzzf_record_new(NULL, batch->kind), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_new(&out, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_new(&out, batch->kind->parts[0].kind),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_set(NULL, "id", "b", NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_set(batch, NULL, "b", NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_add(NULL, batch, "tie", NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_add(&out, batch, "tei", NULL), FZZF_E_SCHEMA);
    CU_ASSERT_EQUAL(fzzf_record_add(&out, batch, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_check(NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_describe(NULL, &view), 0);
    CU_ASSERT_PTR_EQUAL(out, batch);
    CU_ASSERT_PTR_NULL(fzzf_record_get(batch, "nothing"));
    CU_ASSERT_PTR_NULL(fzzf_record_get(NULL, "id"));
    CU_ASSERT_EQUAL(fzzf_record_count(batch, "nothing"), 0);
    CU_ASSERT_EQUAL(fzzf_record_count(NULL, NULL), 0);
    CU_ASSERT_PTR_NULL(fzzf_record_at(NULL, "tie", 0));
    CU_ASSERT_PTR_NULL(fzzf_record_kind(NULL));
    fzzf_record_unref(batch);
}

CU_TestInfo record_tests[] = {
    {"gives what was set", gives_what_was_set},
    {"refuses values with the reader's findings",
     refuses_values_with_the_readers_findings},
    {"holds texts where its kind does", holds_texts_where_its_kind_does},
    {"refuses texts that no document holds",
     refuses_texts_that_no_document_holds},
    {"takes records out in any order", takes_records_out_in_any_order},
    {"checks what only the whole shows", checks_what_only_the_whole_shows},
    {"counts the parts", counts_the_parts},
    {"is kept whole by any reference", is_kept_whole_by_any_reference},
    {"refuses wrong arguments", refuses_wrong_arguments},
    CU_TEST_INFO_NULL,
};
