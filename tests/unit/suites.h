/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_SUITES_H
#define TESTS_UNIT_SUITES_H

/* Each tests/unit/<room>/test_<name>.c defines one table, <name>_tests. */

#include <CUnit/CUnit.h>

#define SUITE(name) extern CU_TestInfo name##_tests[];
#include "unit/suites.def"
#undef SUITE

/* Shows both texts when they differ, and ends the test. */
void check_text(const char *file, unsigned line, const char *obtained,
                const char *expected);
#define CHECK_TEXT(obtained, expected)                                         \
    check_text(__FILE__, __LINE__, obtained, expected)

#endif
