/* SPDX-License-Identifier: Apache-2.0 */
/* Formulas: white space, precedence, and the nearest name in findings. */

#include "unit/eval/round.h"

#include <stdio.h>
#include <string.h>

/* A system whose one rule is @formula; x is 7, y is 2, k yes, l 'good'. */
static void make(struct round *round, const char *formula)
{
    char system[4096];

    snprintf(system, sizeof system,
             "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
             "<parameter id='target' value='5'/>"
             "<indicator id='1' title='1' points='10' tags='key'>"
             "<observe id='x' kind='number'/><observe id='y' kind='number'/>"
             "<observe id='k' kind='yes-no'/>"
             "<observe id='late' kind='causes'><option id='major'/></observe>"
             "<observe id='l' kind='level'><option id='good'/></observe>"
             "<observe id='p' kind='number' periods='2020 2021'/>"
             "<rule value=\"%s\"/></indicator>"
             "<indicator id='2' title='2' points='1' tags='key'/></system>",
             formula);
    round_make(round, system, NULL,
               "<declaration id='d' system='s' type='comprehensive'>"
               "<unit code='990001' name='d' level='county'/>"
               "<assessment assessor='self'><indicator id='1'>"
               "<observation id='x' value='7'/><observation id='y' value='2'/>"
               "<observation id='k' value='yes'/>"
               "<observation id='l' value='good'/>"
               "</indicator></assessment></declaration>");
}

static void is_read_as_written(void)
{
    static const char *const cases[][2] = {
        {"x", "7"},
        {" x ", "7"},
        {"&#9;x&#10;+&#13;y", "9"},
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"10 - 2 - 3", "5"},
        {"12 / 2 / 3", "2"},
        {"2 * -y", "-4"},
        {"-x + y", "-5"},
        {"- - x", "7"},
        {"if(not k or k, 1, 2)", "1"},
        {"if(k or k and not k, 1, 2)", "1"},
        {"if(not k and k or k, 1, 2)", "1"},
        {"if(not x &lt; y, 1, 2)", "1"},
        {"if(x ≥ y and y ≤ x and x ≠ y, 1, 2)", "1"},
        {"if(k = true, 1, 2)", "1"},
        {"x×y÷2", "7"},
        {"50%", "0.5"},
        {"$target", "5"},
        {"[ 1].x", ""},
        {"[1].x", "7"},
        {"if('a' = 'a', 1, 2)", "1"},
        {"count(k, k, not k)", "2"},
        {"min ( x , y )", "2"},
        {"weight", "not-computable"},
        {"points", "10"},
        {"((((x))))", "7"},
        {"rate([2])", "no-value"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct round round;
        char text[128] = "";

        make(&round, cases[i][0]);
        if (fzzf_plan_new(&round.plan, round.system, round.contract, NULL) ==
            FZZF_OK) {
            fzzf_result *result = round_result(&round, 0);

            node_text(result, "1", text, sizeof text);
            fzzf_result_unref(result);
        }
        CHECK_TEXT(text, cases[i][1]);
        round_free(&round);
    }
}

static void names_what_was_perhaps_meant(void)
{
    static const char *const cases[][2] = {
        {"xx", "nearest: 'x'"},
        {"$taget", "nearest: 'target'"},
        {"[11].x", "nearest: '1'"},
        {"roud(x, 1)", "nearest: 'round'"},
        {"late.mayor", "nearest: 'major'"},
        {"if(l = 'god', 1, 2)", "nearest: 'good'"},
        {"p@202", "nearest: '2020'"},
        {"x@final_", "nearest: 'final'"},
        {"sum_score('kei')", "nearest: 'key'"},
        {"evidence('doc')", "'doc' is not one of the options"},
        {"rank(x, 'grup')", "nearest: 'group'"},
        {"point", "nearest: 'points'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct round round;
        const char *message;

        make(&round, cases[i][0]);
        CU_ASSERT_EQUAL(fzzf_plan_new(&round.plan, round.system, round.contract,
                                      round.diags),
                        FZZF_E_RULE);
        message = fzzf_diags_message(round.diags, 0, FZZF_ENGLISH);
        CU_ASSERT_PTR_NOT_NULL_FATAL(message);
        CU_ASSERT_PTR_NULL(strstr(message, "'')"));
        if (strstr(message, cases[i][1]) == NULL)
            CHECK_TEXT(message, cases[i][1]);
        round_free(&round);
    }
}

/* Hundreds of names: not all of them are looked through, none is overrun. */
static void stands_hundreds_of_names(void)
{
    static const char formulas[][64] = {"nowhere",   "l.nowhere",
                                        "$nowhere",  "if(l = 'nowhere', 1, 2)",
                                        "p@nowhere", "count_tag('nowhere')"};

    for (size_t f = 0; f < sizeof formulas / sizeof formulas[0]; f++) {
        struct round round;
        fzzf__text text = {0};
        char item[128];

        fzzf__text_add(&text, "<system xmlns='urn:fzzf:1' id='s' edition='1' "
                              "title='t'>");
        for (int i = 0; i < 300; i++) {
            snprintf(item, sizeof item, "<parameter id='a%d' value='1'/>", i);
            fzzf__text_add(&text, item);
        }
        for (int i = 0; i < 80; i++) {
            snprintf(item, sizeof item, "<grade id='g%d'/>", i);
            fzzf__text_add(&text, item);
        }
        fzzf__text_add(&text, "<indicator id='1' title='1' points='1' tags='");
        for (int i = 0; i < 100; i++) {
            snprintf(item, sizeof item, i == 0 ? "t%d" : " t%d", i);
            fzzf__text_add(&text, item);
        }
        fzzf__text_add(&text, "'>");
        for (int i = 0; i < 300; i++) {
            snprintf(item, sizeof item, "<observe id='o%d' kind='number'/>", i);
            fzzf__text_add(&text, item);
        }
        fzzf__text_add(&text, "<observe id='l' kind='");
        fzzf__text_add(&text, f == 1 ? "causes'>" : "level'>");
        for (int i = 0; i < 300; i++) {
            snprintf(item, sizeof item, "<option id='b%d'/>", i);
            fzzf__text_add(&text, item);
        }
        fzzf__text_add(&text, "</observe><observe id='p' kind='number' "
                              "periods='");
        for (int i = 0; i < 300; i++) {
            snprintf(item, sizeof item, i == 0 ? "q%d" : " q%d", i);
            fzzf__text_add(&text, item);
        }
        fzzf__text_add(&text, "'/><rule value=\"");
        fzzf__text_add(&text, formulas[f]);
        fzzf__text_add(&text, "\"/><grading><bands of='score'>"
                              "<band grade='nowhere'/></bands></grading>"
                              "</indicator></system>");
        round_make(&round, text.bytes, NULL, NULL);
        CU_ASSERT_EQUAL(fzzf_plan_new(&round.plan, round.system, round.contract,
                                      round.diags),
                        FZZF_E_RULE);
        CU_ASSERT_EQUAL(fzzf_diags_count(round.diags), 2);
        fzzf__text_free(&text);
        round_free(&round);
    }
}

CU_TestInfo formula_tests[] = {
    {"is_read_as_written", is_read_as_written},
    {"names_what_was_perhaps_meant", names_what_was_perhaps_meant},
    {"stands_hundreds_of_names", stands_hundreds_of_names},
    CU_TEST_INFO_NULL,
};
