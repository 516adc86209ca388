/* SPDX-License-Identifier: Apache-2.0 */
/* A unit takes one type of two that are decided apart. */

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "fzzf/fzzf.h"
#include "unit/course/reading.h"
#include "unit/suites.h"

static fzzf_record *read_batch(const char *both)
{
    char text[512];

    snprintf(text, sizeof text,
             "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s' %s>"
             "<quota from='province' type='comprehensive' count='1'/>"
             "<quota from='province' type='single-item' count='1'/></batch>",
             both);
    return read_text(text);
}

/* A recommendation of the level with one candidate: an id, a unit, a type and
 * what else it says. */
static fzzf_record *read_one(const char *head, const char *id, const char *unit,
                             const char *type, const char *more)
{
    char text[512];

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b' %s>"
             "<candidate declaration='%s' unit='%s' type='%s' eligible='yes'"
             " score='9' %s/></recommendation>",
             head, id, unit, type, more);
    return read_text(text);
}

#define CITY    "level='city' unit='510100'"
#define DECIDED CITY " open='0'"

/* Minds @beside, which it takes, and gives the only candidate's document. */
static fzzf_record *mind(const char *both, fzzf_record *beside)
{
    fzzf_record *candidates = read_one(CITY, "s", "510104", "single-item", "");
    fzzf_record *batch = read_batch(both);
    fzzf_record *out = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_recommendation_beside(&out, candidates, beside, batch, NULL),
        FZZF_OK);
    fzzf_record_unref(candidates);
    fzzf_record_unref(beside);
    fzzf_record_unref(batch);
    return out;
}

static void expect(const char *both, fzzf_record *beside, const char *eligible,
                   const char *code)
{
    fzzf_record *out = mind(both, beside);
    fzzf_record *one = fzzf_record_at(out, "candidate", 0);
    fzzf_record *bar = fzzf_record_at(one, "bar", 0);

    CHECK_TEXT(fzzf_record_get(one, "eligible"), eligible);
    CHECK_TEXT(fzzf_record_get(bar, "code"), code);
    CU_ASSERT_EQUAL(fzzf_record_check(out, NULL), FZZF_OK);
    fzzf_record_unref(out);
}

static fzzf_record *chosen(const char *unit, const char *how)
{
    return read_one(DECIDED, "c", unit, "comprehensive", how);
}

static void bars_whom_the_other_type_has(void)
{
    const char *const no = "both-types='no'";

    expect(no, chosen("510104", "chosen='yes'"), "no", "both-types");
    expect(no, chosen("510104", "chosen='open'"), "undetermined", "both-open");
    expect(no, chosen("510104", "chosen='no'"), "yes", NULL);
    expect(no, chosen("510105", "chosen='yes'"), "yes", NULL);
    expect("both-types='yes'", chosen("510104", "chosen='yes'"), "yes", NULL);
    expect("both-types='unknown'", chosen("510104", "chosen='yes'"),
           "undetermined", "both-unknown");
    expect("", chosen("510104", "chosen='yes'"), "undetermined",
           "both-unknown");
    expect(no, read_one(DECIDED, "c", "510104", "single-item", "chosen='yes'"),
           "yes", NULL);
}

/* The finding of a call that fails. */
static void refuse(const char *type, fzzf_record *beside, int code)
{
    fzzf_record *candidates = read_one(CITY, "s", "510104", type, "");
    fzzf_record *batch = read_batch("both-types='no'");
    fzzf_record *out = NULL;
    fzzf_diags *diags = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL(
        fzzf_recommendation_beside(&out, candidates, beside, batch, diags),
        FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), code);
    CU_ASSERT_PTR_NULL(out);
    fzzf_diags_free(diags);
    fzzf_record_unref(candidates);
    fzzf_record_unref(beside);
    fzzf_record_unref(batch);
}

static void refuses_what_is_not_beside(void)
{
    fzzf_record *batch = read_batch("");
    fzzf_record *out = NULL;

    refuse("single-item",
           read_one(CITY, "c", "510104", "comprehensive", "chosen='yes'"),
           FZZF__F_NOT_DECIDED);
    refuse("single-item",
           read_one("level='city' unit='510200' open='0'", "c", "510104",
                    "comprehensive", "chosen='yes'"),
           FZZF__F_BESIDE_OTHER);
    refuse("single-item",
           read_one("level='province' unit='510100' open='0'", "c", "510104",
                    "comprehensive", "chosen='yes'"),
           FZZF__F_BESIDE_OTHER);
    refuse("comprehensive",
           read_one(DECIDED, "c", "510104", "single-item", "chosen='yes'"),
           FZZF__F_BESIDE_EARLIER);
    CU_ASSERT_EQUAL(fzzf_recommendation_beside(&out, batch, batch, batch, NULL),
                    FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_recommendation_beside(&out, batch, batch, NULL, NULL),
                    FZZF_E_ARGUMENT);
    fzzf_record_unref(batch);
}

/* How many warnings the province gets of a unit sent by @from and @other. */
static size_t warned(const char *both, const char *from, const char *other)
{
    fzzf_record *batch = read_batch(both);
    fzzf_record *candidates, *out = NULL;
    fzzf_diags *diags = NULL;
    char text[512];
    size_t count;

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b'"
             " level='province' unit='510000'>"
             "<candidate declaration='c' unit='510104' type='comprehensive'"
             " from='%s' eligible='yes' score='9'/>"
             "<candidate declaration='s' unit='510104' type='single-item'"
             " from='%s' eligible='yes' score='9'/></recommendation>",
             from, other);
    candidates = read_text(text);
    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    CU_ASSERT_EQUAL_FATAL(fzzf_recommend(&out, candidates, batch, NULL, diags),
                          FZZF_OK);
    count = fzzf_diags_count(diags);
    if (count > 0)
        CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), FZZF__F_BOTH_FROM_BELOW);
    fzzf_diags_free(diags);
    fzzf_record_unref(out);
    fzzf_record_unref(candidates);
    fzzf_record_unref(batch);
    return count;
}

static void the_next_level_sees_both(void)
{
    CU_ASSERT_EQUAL(warned("both-types='no'", "510100", "510100"), 1);
    CU_ASSERT_EQUAL(warned("both-types='no'", "510100", "510200"), 0);
    CU_ASSERT_EQUAL(warned("both-types='yes'", "510100", "510100"), 0);
    CU_ASSERT_EQUAL(warned("", "510100", "510100"), 0);
}

CU_TestInfo beside_tests[] = {
    {"bars whom the other type has", bars_whom_the_other_type_has},
    {"refuses what is not beside", refuses_what_is_not_beside},
    {"the next level sees both", the_next_level_sees_both},
    CU_TEST_INFO_NULL,
};
