/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/version.c. */

#include "unit/suites.h"

#include <stdio.h>

#include "fzzf/version.h"

static void is_what_the_header_says(void)
{
    char expected[40];

    snprintf(expected, sizeof expected, "%d.%d.%d", FZZF_VERSION_MAJOR,
             FZZF_VERSION_MINOR, FZZF_VERSION_MICRO);
    CHECK_TEXT(fzzf_version(), expected);
}

CU_TestInfo version_tests[] = {
    {"is what the header says", is_what_the_header_says},
    CU_TEST_INFO_NULL,
};
