/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/big_text.c. */

#include "unit/base/numbers.h"

static void writes_the_digits_it_read(void)
{
    static const char *const texts[] = {
        "0",
        "7",
        "-7",
        "999999999",
        "1000000000",
        "-1000000001",
        "100000000000000000000000000000000000000000000000000000000000000",
        "123456789012345678901234567890123456789012345678901234567890",
    };
    fzzf__arena arena;
    size_t i;

    fzzf__arena_init(&arena);
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        CHECK_TEXT(fzzf__big_text(&arena, read_big(&arena, texts[i])),
                   texts[i]);
    fzzf__arena_free(&arena);
}

/* Powers of ten, the numbers before them, and zeros between digits. */
static void writes_long_numbers(void)
{
    static const char digits[] = "10000000000000000000000000000000007";
    char text[1300];
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    for (size_t length = 140; length < sizeof text; length++) {
        memset(text, '9', length);
        text[length] = '\0';
        CHECK_TEXT(fzzf__big_text(&arena, read_big(&arena, text)), text);
        memset(text, '0', length);
        text[0] = '1';
        CHECK_TEXT(fzzf__big_text(&arena, read_big(&arena, text)), text);
        for (size_t i = 0; i < length; i++)
            text[i] = digits[i % (sizeof digits - 1)];
        CHECK_TEXT(fzzf__big_text(&arena, read_big(&arena, text)), text);
    }
    fzzf__arena_free(&arena);
}

static void ignores_leading_zeros(void)
{
    fzzf__arena arena;
    fzzf__bigint zero;

    fzzf__arena_init(&arena);
    CHECK_TEXT(fzzf__big_text(&arena, read_big(&arena, "000000000000000012")),
               "12");
    zero = read_big(&arena, "-00000000000000000000");
    CU_ASSERT_EQUAL(zero.count, 0);
    CHECK_TEXT(fzzf__big_text(&arena, zero), "0");
    CHECK_TEXT(fzzf__big_text(&arena, fzzf__big_parse(&arena, "", 0)), "0");
    fzzf__arena_free(&arena);
}

/* The limbs are digits of base 2^32, the lowest first. */
static void reads_into_the_right_limbs(void)
{
    fzzf__arena arena;
    fzzf__bigint a;

    fzzf__arena_init(&arena);
    a = read_big(&arena, "18446744078004518913"); /* 2^64 + 2^32 + 1 */
    CU_ASSERT_EQUAL_FATAL(a.count, 3);
    CU_ASSERT_EQUAL(a.limbs[0], 1);
    CU_ASSERT_EQUAL(a.limbs[1], 1);
    CU_ASSERT_EQUAL(a.limbs[2], 1);
    fzzf__arena_free(&arena);
}

CU_TestInfo big_text_tests[] = {
    {"writes the digits it read", writes_the_digits_it_read},
    {"writes long numbers", writes_long_numbers},
    {"ignores leading zeros", ignores_leading_zeros},
    {"reads into the right limbs", reads_into_the_right_limbs},
    CU_TEST_INFO_NULL,
};
