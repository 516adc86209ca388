/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/base/utf8.c. */

#include "unit/suites.h"

#include <string.h>

#include "base/text.h"

#define TEN        "abcdefghij"
#define SIXTY_FOUR TEN TEN TEN TEN TEN TEN "abcd"
#define EIGHT_HAN  "一二三四五六七八"
#define HAN_64                                                                 \
    EIGHT_HAN EIGHT_HAN EIGHT_HAN EIGHT_HAN EIGHT_HAN EIGHT_HAN EIGHT_HAN      \
        EIGHT_HAN

static void accepts_well_formed_utf8(void)
{
    static const char *const texts[] = {
        "",
        "plain",
        "\x7F",
        "\xC2\x80",         /* U+0080 */
        "\xDF\xBF",         /* U+07FF */
        "\xE0\xA0\x80",     /* U+0800 */
        "\xED\x9F\xBF",     /* U+D7FF */
        "\xEE\x80\x80",     /* U+E000 */
        "\xEF\xBF\xBF",     /* U+FFFF */
        "\xF0\x90\x80\x80", /* U+10000 */
        "\xF4\x8F\xBF\xBF", /* U+10FFFF */
        "非物质文化遗产𠀀",
    };
    size_t i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        CU_ASSERT_TRUE(fzzf__utf8_valid(texts[i], strlen(texts[i])));
    CU_ASSERT_TRUE(fzzf__utf8_valid("a\0b", 3));
    CU_ASSERT_TRUE(fzzf__utf8_valid("a\xFF", 1));
}

static void refuses_everything_else(void)
{
    static const char *const texts[] = {
        "\x80", /* a continuation alone */
        "\xBF",
        "\xC0\x80", /* longer than needed */
        "\xC1\xBF",
        "\xE0\x9F\xBF",
        "\xF0\x8F\xBF\xBF",
        "\xED\xA0\x80", /* surrogates */
        "\xED\xBF\xBF",
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80",
        "\xFF",
        "\xC2", /* cut off */
        "\xE4\xB8",
        "\xF0\x90\x80",
        "\xC2\x41", /* not continued */
        "\xE4\xB8\x41",
        "\xF0\x90\x80\x41",
        "ok\xE4\xC0\x80",
    };
    size_t i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        CU_ASSERT_FALSE(fzzf__utf8_valid(texts[i], strlen(texts[i])));
    CU_ASSERT_FALSE(fzzf__utf8_valid("\xE4\xB8\x80", 2));
}

static const struct {
    const char *text;
    bool node, name;
} ids[] = {
    {"3.2.1", true, false},
    {"A.1", true, false},
    {"A-1_b", true, false},
    {"a", true, true},
    {"7", true, false},
    {"_x", false, true},
    {"unfiled", true, true},
    {"x2", true, true},
    {"x09", true, true},
    {"x:", false, false},
    {"x/", false, false},
    {"未备案", true, true},
    {"未2备", true, true},
    {"未.备", true, false},
    {"一", true, true},             /* U+4E00 */
    {"\xE9\xBF\xBF", true, true},   /* U+9FFF */
    {"\xE4\xB7\xBF", false, false}, /* U+4DFF */
    {"\xEA\x80\x80", false, false}, /* U+A000 */
    {"\xE4\xB8", false, false},     /* half a character */
    {"é", false, false},
    {"", false, false},
    {".1", false, false},
    {"-a", false, false},
    {"a b", false, false},
    {"a\n", false, false},
    {"a/b", false, false},
    {SIXTY_FOUR, true, true},
    {SIXTY_FOUR "e", false, false},
    {HAN_64, true, true},
    {HAN_64 "一", false, false},
    {NULL, false, false},
};

static void knows_identifiers(void)
{
    size_t i;

    for (i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        if (fzzf__is_node_id(ids[i].text) != ids[i].node)
            CHECK_TEXT(ids[i].text, "(a node's id, or not)");
        if (fzzf__is_name(ids[i].text) != ids[i].name)
            CHECK_TEXT(ids[i].text, "(a name, or not)");
    }
    CU_PASS("all known");
}

static void measures_the_name_at_the_start(void)
{
    static const struct {
        const char *text;
        size_t length, span;
    } cases[] = {
        {"share * 2", 9, 5},    {"share", 3, 3},
        {"a_1.b", 5, 3},        {"未备案+1", 11, 9},
        {"未备案", 8, 6},       {"2a", 2, 0},
        {"\xE4\xB7\xBF", 3, 0}, {"", 0, 0},
        {"(x)", 3, 0},          {"é", 2, 0},
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CU_ASSERT_EQUAL(fzzf__name_span(cases[i].text, cases[i].length),
                        cases[i].span);
}

CU_TestInfo utf8_tests[] = {
    {"accepts well-formed UTF-8", accepts_well_formed_utf8},
    {"refuses everything else", refuses_everything_else},
    {"knows identifiers", knows_identifiers},
    {"measures the name at the start", measures_the_name_at_the_start},
    CU_TEST_INFO_NULL,
};
