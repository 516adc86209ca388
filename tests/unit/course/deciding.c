/* SPDX-License-Identifier: Apache-2.0 */
/* Reads recommendations that are written down, and decides them. */

#include "unit/course/deciding.h"

#include <stdio.h>
#include <string.h>

#include "unit/suites.h"

fzzf_record *read_batch(const char *inside, const char *both)
{
    char text[4096];

    snprintf(text, sizeof text,
             "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'"
             " both-types='%s'>%s</batch>",
             both, inside);
    return read_text(text);
}

fzzf_record *read_candidates(const char *inside)
{
    char text[8192];

    snprintf(text, sizeof text,
             "<recommendation xmlns='urn:fzzf:1' id='r' batch='b' level='city'"
             " unit='510100' day='2026-01-01'>%s</recommendation>",
             inside);
    return read_text(text);
}

fzzf_record *decide(fzzf_record *candidates, fzzf_record *batch,
                    fzzf_record *exclusions)
{
    fzzf_record *decided = NULL;

    CU_ASSERT_EQUAL_FATAL(
        fzzf_recommend(&decided, candidates, batch, exclusions, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_check(decided, NULL), FZZF_OK);
    fzzf_record_unref(candidates);
    fzzf_record_unref(batch);
    fzzf_record_unref(exclusions);
    return decided;
}

fzzf_record *candidate(fzzf_record *decided, const char *declaration)
{
    const size_t count = fzzf_record_count(decided, "candidate");

    for (size_t i = 0; i < count; i++) {
        fzzf_record *one = fzzf_record_at(decided, "candidate", i);

        if (strcmp(fzzf_record_get(one, "declaration"), declaration) == 0)
            return one;
    }
    CU_FAIL_FATAL("no such candidate");
    return NULL;
}

void expect(fzzf_record *decided, const char *declaration, const char *chosen,
            const char *code, const char *english)
{
    fzzf_record *one = candidate(decided, declaration);
    const size_t count = fzzf_record_count(one, "reason");
    fzzf_record *reason = fzzf_record_at(one, "reason", count - 1);

    CHECK_TEXT(fzzf_record_get(one, "chosen"), chosen);
    CHECK_TEXT(fzzf_record_get(reason, "code"), code);
    CHECK_TEXT(fzzf_record_get(reason, "en"), english);
}
