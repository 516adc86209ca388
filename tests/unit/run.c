/* SPDX-License-Identifier: Apache-2.0 */
/* Runs every unit test, or those of the suites named on the command line. */

#include "unit/suites.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <CUnit/Basic.h>

void check_text(const char *file, unsigned line, const char *obtained,
                const char *expected)
{
    char message[1024];
    int same = obtained != NULL && expected != NULL
                   ? strcmp(obtained, expected) == 0
                   : obtained == expected;

    snprintf(message, sizeof message, "obtained '%s', expected '%s'",
             obtained == NULL ? "(null)" : obtained,
             expected == NULL ? "(null)" : expected);
    CU_assertImplementation(same, line, message, file, "", CU_TRUE);
}

/* Of the last run: CUnit forgets it when the next one begins. */
static unsigned failures(void)
{
    return (CU_get_number_of_tests_run() == 0) + CU_get_number_of_failures() +
           CU_get_number_of_suites_failed();
}

static unsigned run_named(int count, char **names)
{
    unsigned failed = 0;
    int i;

    for (i = 0; i < count; i++) {
        CU_pSuite suite = CU_get_suite(names[i]);

        if (suite == NULL || CU_basic_run_suite(suite) != CUE_SUCCESS) {
            fprintf(stderr, "no suite '%s'\n", names[i]);
            failed++;
        } else {
            failed += failures();
        }
    }
    return failed;
}

static unsigned run_all(void)
{
    return CU_basic_run_tests() == CUE_SUCCESS ? failures() : 1;
}

int main(int argc, char **argv)
{
    CU_SuiteInfo suites[] = {
#define SUITE(name) {.pName = #name, .pTests = name##_tests},
#include "unit/suites.def"
#undef SUITE
        CU_SUITE_INFO_NULL,
    };
    unsigned failed;

    /* A program may live in any locale; the library must not care. */
    setlocale(LC_ALL, "");
    if (CU_initialize_registry() != CUE_SUCCESS ||
        CU_register_suites(suites) != CUE_SUCCESS)
        return 99;
    CU_basic_set_mode(argc > 1 ? CU_BRM_VERBOSE : CU_BRM_NORMAL);
    failed = argc > 1 ? run_named(argc - 1, argv + 1) : run_all();
    CU_cleanup_registry();
    return failed == 0 ? 0 : 1;
}
