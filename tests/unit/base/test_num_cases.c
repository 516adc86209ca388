/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic against what Python's fractions say: see tools/make-num-cases. */

#include "unit/suites.h"

#include <stdio.h>

#include "base/num.h"
#include "unit/base/numbers.h"

#define TWO_OPERANDS(op)                                                       \
    static char *do_##op(fzzf__arena *arena, fzzf__num a, const char *b)       \
    {                                                                          \
        return fzzf__num_exact_text(                                           \
            arena, fzzf__num_##op(arena, a, read_num(arena, b)));              \
    }

TWO_OPERANDS(add)
TWO_OPERANDS(sub)
TWO_OPERANDS(mul)
TWO_OPERANDS(div)

static char *do_cmp(fzzf__arena *arena, fzzf__num a, const char *b)
{
    const int order = fzzf__num_compare(arena, a, read_num(arena, b));

    return fzzf__num_exact_text(arena, fzzf__num_int(order));
}

static char *do_floor(fzzf__arena *arena, fzzf__num a, const char *b)
{
    (void)b;
    return fzzf__num_exact_text(arena, fzzf__num_floor(arena, a));
}

static char *do_ceil(fzzf__arena *arena, fzzf__num a, const char *b)
{
    (void)b;
    return fzzf__num_exact_text(arena, fzzf__num_ceil(arena, a));
}

static char *do_pow(fzzf__arena *arena, fzzf__num a, const char *b)
{
    const int exponent = read_int(b);

    return fzzf__num_exact_text(arena, fzzf__num_pow(arena, a, exponent));
}

/* The rounded text, and the rounded number must be the same. */
static char *in_mode(fzzf__arena *arena, fzzf__num a, const char *b,
                     fzzf_rounding mode)
{
    const int places = read_int(b);
    const fzzf__num rounded = fzzf__num_round(arena, a, places, mode);
    char *text = fzzf__num_decimal_text(arena, a, places, mode);

    CU_ASSERT_EQUAL(fzzf__num_compare(arena, rounded, read_num(arena, text)),
                    0);
    return text;
}

static char *do_half_up(fzzf__arena *arena, fzzf__num a, const char *b)
{
    return in_mode(arena, a, b, FZZF_ROUND_HALF_UP);
}

static char *do_half_even(fzzf__arena *arena, fzzf__num a, const char *b)
{
    return in_mode(arena, a, b, FZZF_ROUND_HALF_EVEN);
}

static char *do_down(fzzf__arena *arena, fzzf__num a, const char *b)
{
    return in_mode(arena, a, b, FZZF_ROUND_DOWN);
}

static char *equals(fzzf__arena *arena, fzzf__num a)
{
    const char *text = fzzf__num_exact_text(arena, a);
    char *result = fzzf__arena_alloc(arena, strlen(text) + 2);

    snprintf(result, strlen(text) + 2, "=%s", text);
    return result;
}

/* The lower end; the upper one must be one unit above. */
static char *do_root(fzzf__arena *arena, fzzf__num a, const char *b)
{
    char *rest;
    const int k = (int)strtol(b, &rest, 10);
    const int digits = (int)strtol(rest + 1, NULL, 10);
    fzzf__num lo, hi, unit;

    if (fzzf__num_root(arena, a, k, digits, &lo, &hi)) {
        CU_ASSERT_EQUAL(fzzf__num_compare(arena, lo, hi), 0);
        return equals(arena, lo);
    }
    unit = fzzf__num_pow(arena, fzzf__num_int(10), -digits);
    CU_ASSERT_EQUAL(
        fzzf__num_compare(arena, fzzf__num_sub(arena, hi, lo), unit), 0);
    return digits <= 30
               ? fzzf__num_decimal_text(arena, lo, digits, FZZF_ROUND_DOWN)
               : fzzf__num_exact_text(arena, lo);
}

static const struct {
    char *(*compute)(fzzf__arena *arena, fzzf__num a, const char *b);
    const char *a, *b, *expected;
} cases[] = {
#define NUM_CASE(op, a, b, expected) {do_##op, a, b, expected},
#include "unit/base/num_cases.def"
#undef NUM_CASE
};

static void computes_what_python_computes(void)
{
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__num a = read_num(&arena, cases[i].a);

        CHECK_TEXT(cases[i].compute(&arena, a, cases[i].b), cases[i].expected);
        CU_ASSERT_EQUAL(arena.spoiled, FZZF_OK);
        fzzf__arena_reset(&arena);
    }
    fzzf__arena_free(&arena);
}

CU_TestInfo num_cases_tests[] = {
    {"computes what Python computes", computes_what_python_computes},
    CU_TEST_INFO_NULL,
};
