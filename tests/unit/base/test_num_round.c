/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/num_round.c. */

#include "unit/base/numbers.h"

#define BIG "10000000000000000000000000000000"

/* A number and what it becomes half up, half to even, and cut off. */
static const struct {
    const char *number;
    int places;
    const char *up, *even, *down;
} cases[] = {
    {"2.5", 0, "3", "2", "2"},
    {"3.5", 0, "4", "4", "3"},
    {"-2.5", 0, "-3", "-2", "-2"},
    {"-0.4", 0, "0", "0", "0"},
    {"0.5", 0, "1", "0", "0"},
    {"-0.5", 0, "-1", "0", "0"},
    {"816.335", 2, "816.34", "816.34", "816.33"},
    {"816.325", 2, "816.33", "816.32", "816.32"},
    {"816.3251", 2, "816.33", "816.33", "816.32"},
    {"816.3249", 2, "816.32", "816.32", "816.32"},
    {"88/3", 2, "29.33", "29.33", "29.33"},
    {"89/3", 2, "29.67", "29.67", "29.66"},
    {"24/19", 6, "1.263158", "1.263158", "1.263157"},
    {"61.5", 2, "61.5", "61.5", "61.5"},
    {"1/3", 30, "0.333333333333333333333333333333",
     "0.333333333333333333333333333333", "0.333333333333333333333333333333"},
    {"2/3", 19, "0.6666666666666666667", "0.6666666666666666667",
     "0.6666666666666666666"},
    {"9223372036854775807.5", 0, "9223372036854775808", "9223372036854775808",
     "9223372036854775807"},
    {BIG ".5", 0, "10000000000000000000000000000001", BIG, BIG},
    {"-" BIG ".25", 1, "-" BIG ".3", "-" BIG ".2", "-" BIG ".2"},
    {"inf", 2, "inf", "inf", "inf"},
};

static void rounds_as_the_mode_says(void)
{
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const fzzf__num a = read_num(&arena, cases[i].number);
        const int places = cases[i].places;

        CHECK_TEXT(
            fzzf__num_exact_text(
                &arena, fzzf__num_round(&arena, a, places, FZZF_ROUND_HALF_UP)),
            cases[i].up);
        CHECK_TEXT(
            fzzf__num_exact_text(&arena, fzzf__num_round(&arena, a, places,
                                                         FZZF_ROUND_HALF_EVEN)),
            cases[i].even);
        CHECK_TEXT(
            fzzf__num_exact_text(
                &arena, fzzf__num_round(&arena, a, places, FZZF_ROUND_DOWN)),
            cases[i].down);
    }
    fzzf__arena_free(&arena);
}

static void goes_to_the_next_integer(void)
{
    static const struct {
        const char *number, *floor, *ceil;
    } wholes[] = {
        {"7", "7", "7"},
        {"0", "0", "0"},
        {"2.5", "2", "3"},
        {"-2.5", "-3", "-2"},
        {"1/3", "0", "1"},
        {"-1/3", "-1", "0"},
        {"inf", "inf", "inf"},
        {"-" BIG, "-" BIG, "-" BIG},
        {BIG ".5", BIG, "10000000000000000000000000000001"},
        {"-" BIG ".5", "-10000000000000000000000000000001", "-" BIG},
        {"-1/" BIG, "-1", "0"},
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof wholes / sizeof wholes[0]; i++) {
        const fzzf__num a = read_num(&arena, wholes[i].number);

        CHECK_TEXT(fzzf__num_exact_text(&arena, fzzf__num_floor(&arena, a)),
                   wholes[i].floor);
        CHECK_TEXT(fzzf__num_exact_text(&arena, fzzf__num_ceil(&arena, a)),
                   wholes[i].ceil);
    }
    fzzf__arena_free(&arena);
}

CU_TestInfo num_round_tests[] = {
    {"rounds as the mode says", rounds_as_the_mode_says},
    {"goes to the next integer", goes_to_the_next_integer},
    CU_TEST_INFO_NULL,
};
