/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_BASE_NUMBERS_H
#define TESTS_UNIT_BASE_NUMBERS_H

/* Numbers from texts, for tests. */

#include <stdlib.h>
#include <string.h>

#include "base/big.h"
#include "base/num.h"
#include "unit/suites.h"

static inline fzzf__num read_num(fzzf__arena *arena, const char *text)
{
    fzzf__num num = FZZF__ZERO;

    if (strcmp(text, "inf") == 0)
        return FZZF__PLUS_INFINITY;
    if (strcmp(text, "-inf") == 0)
        return FZZF__MINUS_INFINITY;
    CU_ASSERT_TRUE_FATAL(fzzf__num_parse(arena, text, strlen(text), &num));
    return num;
}

static inline fzzf__bigint read_big(fzzf__arena *arena, const char *text)
{
    const size_t sign = text[0] == '-' ? 1 : 0;
    const fzzf__bigint size =
        fzzf__big_parse(arena, text + sign, strlen(text) - sign);

    return sign ? fzzf__big_neg(size) : size;
}

static inline int read_int(const char *text)
{
    return (int)strtol(text, NULL, 10);
}

#endif
