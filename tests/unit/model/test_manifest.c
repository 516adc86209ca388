/* SPDX-License-Identifier: Apache-2.0 */
/* Manifests that are built. */

#include "model/manifest.h"
#include "unit/model/make.h"

#define DIGEST                                                                 \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static fzzf_dispatch dispatch(void)
{
    fzzf_dispatch made = {.size = sizeof made,
                          .batch = "2026-1",
                          .sequence = 3,
                          .sender = "330106",
                          .level = FZZF_LEVEL_COUNTY,
                          .made = "2026-09-30"};

    return made;
}

static fzzf_entry entry(const char *name)
{
    fzzf_entry made = {.size = sizeof made,
                       .name = name,
                       .kind = FZZF_ENTRY_EVIDENCE,
                       .media = "application/pdf",
                       .bytes = 12,
                       .sha256 = DIGEST,
                       .sm3 = DIGEST};

    return made;
}

static void gives_back_what_it_was_built_from(void)
{
    const fzzf_dispatch from = dispatch();
    fzzf_dispatch to = {.size = sizeof to};
    fzzf_entry view = {.size = sizeof view};
    fzzf_manifest *it = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_manifest_new(&it, &from), FZZF_OK);
    for (int i = 0; i < 5; i++) {
        const char name[] = {(char)('a' + i), '\0'};
        const fzzf_entry added = entry(name);

        CU_ASSERT_EQUAL(fzzf_manifest_add(it, &added), FZZF_OK);
    }
    CU_ASSERT_EQUAL(fzzf_manifest_count(it), 5);
    CU_ASSERT_EQUAL(fzzf_manifest_describe(it, &to), 1);
    CHECK_TEXT(to.batch, "2026-1");
    CHECK_TEXT(to.sender, "330106");
    CHECK_TEXT(to.made, "2026-09-30");
    CU_ASSERT_EQUAL(to.sequence, 3);
    CU_ASSERT_EQUAL(to.level, FZZF_LEVEL_COUNTY);
    CU_ASSERT_EQUAL(fzzf_manifest_at(it, 4, &view), 1);
    CHECK_TEXT(view.name, "e");
    CHECK_TEXT(view.media, "application/pdf");
    CHECK_TEXT(view.sm3, DIGEST);
    CU_ASSERT_EQUAL(view.bytes, 12);
    CU_ASSERT_EQUAL(fzzf_manifest_at(it, 5, &view), 0);
    CU_ASSERT_PTR_EQUAL(fzzf_manifest_ref(it), it);
    fzzf_manifest_unref(it);
    fzzf_manifest_unref(it);
}

/* Each changes one field to what has not its form. */
static void refuses_fields_of_another_form(void)
{
    fzzf_dispatch wrong[8];
    fzzf_manifest *it = NULL;

    for (size_t i = 0; i < LENGTH(wrong); i++)
        wrong[i] = dispatch();
    wrong[0].batch = "a b";
    wrong[1].batch = NULL;
    wrong[2].sequence = 0;
    wrong[3].sequence = 1000000000;
    wrong[4].sender = "";
    wrong[5].level = (fzzf_level)5;
    wrong[6].made = "2026-02-29";
    wrong[7].size = 0;
    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(fzzf_manifest_new(&it, &wrong[i]), FZZF_E_ARGUMENT);
    CU_ASSERT_PTR_NULL(it);
}

static void refuses_entries_of_another_form(void)
{
    const fzzf_dispatch from = dispatch();
    fzzf_entry wrong[7];
    fzzf_manifest *it = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_manifest_new(&it, &from), FZZF_OK);
    for (size_t i = 0; i < LENGTH(wrong); i++)
        wrong[i] = entry("a");
    wrong[0].name = "\xFF";
    wrong[1].kind = (fzzf_entry_kind)0;
    wrong[2].media = "pdf";
    wrong[3].sha256 = "0";
    wrong[4].sm3 = NULL;
    wrong[5].media = "application/PDF";
    wrong[6].size = 0;
    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_EQUAL(fzzf_manifest_add(it, &wrong[i]), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_manifest_count(it), 0);
    fzzf_manifest_unref(it);
}

static void bears_null(void)
{
    fzzf_dispatch to = {.size = sizeof to};

    CU_ASSERT_PTR_NULL(fzzf_manifest_ref(NULL));
    fzzf_manifest_unref(NULL);
    CU_ASSERT_EQUAL(fzzf_manifest_count(NULL), 0);
    CU_ASSERT_EQUAL(fzzf_manifest_describe(NULL, &to), 0);
    CU_ASSERT_EQUAL(fzzf_manifest_add(NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_manifest_new(NULL, NULL), FZZF_E_ARGUMENT);
    CHECK_TEXT(fzzf_level_name(FZZF_LEVEL_CENTRE), "centre");
    CHECK_TEXT(fzzf_level_name((fzzf_level)0), NULL);
    CHECK_TEXT(fzzf_entry_kind_name(FZZF_ENTRY_PACKAGE), "package");
    CHECK_TEXT(fzzf_entry_kind_name((fzzf_entry_kind)9), NULL);
}

CU_TestInfo manifest_tests[] = {
    {"gives back what it was built from", gives_back_what_it_was_built_from},
    {"refuses fields of another form", refuses_fields_of_another_form},
    {"refuses entries of another form", refuses_entries_of_another_form},
    {"bears NULL", bears_null},
    CU_TEST_INFO_NULL,
};
