/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/status.c. */

#include "unit/suites.h"

#include "fzzf/status.h"

static void names_every_way_to_end(void)
{
    /* By number, which never changes. */
    static const char *const names[] = {
        "FZZF_OK",          "FZZF_E_MEMORY", "FZZF_E_ARGUMENT",  "FZZF_E_IO",
        "FZZF_E_SYNTAX",    "FZZF_E_SCHEMA", "FZZF_E_REFERENCE", "FZZF_E_RULE",
        "FZZF_E_SIGNATURE", "FZZF_E_LIMIT",  "FZZF_E_CANCELLED",
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof names[0]; i++)
        CHECK_TEXT(fzzf_status_name((fzzf_status)i), names[i]);
}

static void has_a_name_for_any_number(void)
{
    CHECK_TEXT(fzzf_status_name((fzzf_status)15), "FZZF_E_UNKNOWN");
}

CU_TestInfo status_tests[] = {
    {"names every way to end", names_every_way_to_end},
    {"has a name for any number", has_a_name_for_any_number},
    CU_TEST_INFO_NULL,
};
