/* SPDX-License-Identifier: Apache-2.0 */
/* Receipts that are made. */

#include "base/diag.h"
#include "model/manifest.h"
#include "unit/model/make.h"

#define DIGEST                                                                 \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static fzzf_acknowledgement words(void)
{
    fzzf_acknowledgement made = {.size = sizeof made,
                                 .receiver = "3301",
                                 .level = FZZF_LEVEL_CITY,
                                 .made = "2026-10-08",
                                 .verdict = FZZF_REJECTED,
                                 .bytes = 4321,
                                 .sha256 = DIGEST,
                                 .sm3 = DIGEST};

    return made;
}

static void keeps_findings_without_the_files_of_this_machine(void)
{
    const fzzf_acknowledgement from = words();
    const char *const arguments[] = {"declaration"};
    fzzf_acknowledgement to = {.size = sizeof to};
    fzzf_receipt *it = NULL;
    fzzf_diags *diags = NULL;
    const fzzf_diags *kept;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_diags_add(diags, FZZF__F_TRUNCATED, "here.fzzf",
                                   "declaration.xml", arguments, 1),
                    FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_receipt_new(&it, &from, diags), FZZF_OK);
    fzzf_diags_free(diags);
    kept = fzzf_receipt_findings(it);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_count(kept), 1);
    CU_ASSERT_EQUAL(fzzf_diags_code(kept, 0), 1014);
    CHECK_TEXT(fzzf_diags_path(kept, 0), "declaration.xml");
    CHECK_TEXT(fzzf_diags_file(kept, 0), NULL);
    CHECK_TEXT(fzzf_diags_argument(kept, 0, 0), "declaration");
    CU_ASSERT_EQUAL(fzzf_receipt_describe(it, &to), 1);
    CHECK_TEXT(to.receiver, "3301");
    CHECK_TEXT(to.batch, NULL);
    CU_ASSERT_EQUAL(to.verdict, FZZF_REJECTED);
    CU_ASSERT_EQUAL(to.bytes, 4321);
    CU_ASSERT_PTR_EQUAL(fzzf_receipt_ref(it), it);
    fzzf_receipt_unref(it);
    fzzf_receipt_unref(it);
}

static void refuses_fields_of_another_form(void)
{
    fzzf_acknowledgement wrong[8];
    fzzf_receipt *it = NULL;

    for (size_t i = 0; i < LENGTH(wrong); i++)
        wrong[i] = words();
    wrong[0].receiver = NULL;
    wrong[1].level = (fzzf_level)0;
    wrong[2].made = "";
    wrong[3].verdict = (fzzf_acceptance)0;
    wrong[4].sha256 = "0";
    wrong[5].sm3 = NULL;
    wrong[6].batch = "2026-1"; /* without sequence and sender */
    wrong[7].size = 0;
    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(fzzf_receipt_new(&it, &wrong[i], NULL),
                        FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(it);
}

static void refuses_findings_that_nobody_documents(void)
{
    const char *const lost[] = {NULL};
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_diags_add(diags, 9999, NULL, NULL, NULL, 0),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_diags_add(diags, 1014, NULL, NULL, lost, 1),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_diags_add(diags, 1014, NULL, NULL, NULL, 1),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 0);
    CU_ASSERT_EQUAL(fzzf_diags_add(NULL, 1013, NULL, NULL, NULL, 0), FZZF_OK);
    fzzf_diags_free(diags);
}

static void bears_null(void)
{
    fzzf_acknowledgement to = {.size = sizeof to};

    CU_ASSERT_PTR_NULL(fzzf_receipt_ref(NULL));
    fzzf_receipt_unref(NULL);
    CU_ASSERT_EQUAL(fzzf_receipt_describe(NULL, &to), 0);
    CU_ASSERT_PTR_NULL(fzzf_receipt_findings(NULL));
    CU_ASSERT_EQUAL(fzzf_receipt_new(NULL, NULL, NULL), FZZF_E_ARGUMENT);
    CHECK_TEXT(fzzf_acceptance_name(FZZF_ACCEPTED), "accepted");
    CHECK_TEXT(fzzf_acceptance_name((fzzf_acceptance)0), NULL);
}

CU_TestInfo receipt_tests[] = {
    {"keeps findings without the files of this machine",
     keeps_findings_without_the_files_of_this_machine},
    {"refuses fields of another form", refuses_fields_of_another_form},
    {"refuses findings that nobody documents",
     refuses_findings_that_nobody_documents},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
