/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/codes/identity.c. The number is the example of GB 11643. */

#include "unit/suites.h"

#include <string.h>

#include "fzzf/codes.h"

#define EXAMPLE "11010519491231002X"

static void finds(const char *text, const char *masked)
{
    fzzf_identity got = {.size = sizeof got};

    if (!fzzf_identity_find(text, 0, &got))
        CHECK_TEXT(text, "found");
    CHECK_TEXT(got.masked, masked);
    CU_ASSERT_TRUE(got.valid);
    CU_ASSERT_FALSE(fzzf_identity_find(text, got.at + got.length, &got));
}

static void finds_the_example_of_the_standard(void)
{
    static const char *const texts[] = {
        EXAMPLE,
        ("身份证号：" EXAMPLE "，张某"),
        "(11010519491231002x)",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-19491231-002x",
        "1101 0519 4912 3100 2X",
        "110105 - 19491231 - 002X",
        "１１０１０５　１９４９１２３１　００２Ｘ",
        "110105‑19491231—002X",
        "5 110105 19491231 002X 7",
        ("ID" EXAMPLE),
        "110105\n19491231\t002X",
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        finds(texts[i], "110105********002X");
}

/* Fifteen digits, until 1999: without century and check. */
static void finds_the_older_form(void)
{
    static const char *const texts[] = {
        "110105491231002", "号110105491231002，", "110105 491231 002",
        "110105-491231-002 2025", "110105/110105491231002。"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        finds(texts[i], "110105******002");
}

static void finds_one_after_the_other(void)
{
    const char *const text = "甲 " EXAMPLE "，乙 110105194912310021。";
    fzzf_identity got = {.size = sizeof got};

    CU_ASSERT_TRUE(fzzf_identity_find(text, 0, &got));
    CU_ASSERT_EQUAL(got.at, strlen("甲 "));
    CU_ASSERT_EQUAL(got.length, 18);
    CU_ASSERT_TRUE(fzzf_identity_find(text, got.at + got.length, &got));
    CU_ASSERT_FALSE(got.valid); /* the check digit is X */
    CHECK_TEXT(got.masked, "110105********0021");
}

static void passes_other_numbers(void)
{
    static const char *const texts[] = {
        "",
        "911101066976941872",       /* a credit code */
        "113301194901010225",       /* another: its own check holds */
        "1" EXAMPLE,                /* longer */
        (EXAMPLE "0"),              /* longer */
        "A" EXAMPLE,                /* may be part of a digest */
        "990105194912310026",       /* no province */
        "110105194902300020",       /* no birthday */
        "1101051949123100",         /* shorter */
        "110105 19491231 0021",     /* another check, and apart */
        "110105    19491231002X",   /* too far apart */
        "330106202506130012",       /* the number of a file */
        "110105491331002",          /* no birthday */
        "330106250613001",          /* the number of a file */
        "110 105 491 231 002",      /* a figure */
        "110105491231002.5",        /* a figure */
        "110105491231002/7",        /* a fraction */
        "0.110105491231002",        /* a figure */
        "7/110105491231002",        /* a fraction */
        "b110105491231002",         /* part of a word */
        "c0ffee11010519491231002X", /* part of a digest */
    };
    fzzf_identity got = {.size = sizeof got};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (fzzf_identity_find(texts[i], 0, &got))
            CHECK_TEXT(texts[i], "no identity number");
    CU_ASSERT_FALSE(fzzf_identity_find(NULL, 0, &got));
}

static int collect(void *user, const char *bytes, size_t size)
{
    char *const end = (char *)user + strlen(user);

    memcpy(end, bytes, size);
    end[size] = '\0';
    return 0;
}

static int refuse(void *user, const char *bytes, size_t size)
{
    (void)user, (void)bytes, (void)size;
    return 7;
}

static void masks_a_text_by_pieces(void)
{
    char text[200] = "";

    CU_ASSERT_EQUAL(fzzf_identity_mask("甲 " EXAMPLE "，乙110105 491231 002",
                                       collect, text),
                    0);
    CHECK_TEXT(text, "甲 110105********002X，乙110105******002");
    text[0] = '\0';
    CU_ASSERT_EQUAL(fzzf_identity_mask(NULL, collect, text), 0);
    CU_ASSERT_EQUAL(fzzf_identity_mask("", collect, text), 0);
    CHECK_TEXT(text, "");
    CU_ASSERT_EQUAL(fzzf_identity_mask("甲", refuse, NULL), 7);
}

CU_TestInfo identity_tests[] = {
    {"finds the example of the standard", finds_the_example_of_the_standard},
    {"finds the older form", finds_the_older_form},
    {"finds one after the other", finds_one_after_the_other},
    {"passes other numbers", passes_other_numbers},
    {"masks a text by pieces", masks_a_text_by_pieces},
    CU_TEST_INFO_NULL,
};
