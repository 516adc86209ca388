/* SPDX-License-Identifier: Apache-2.0 */
/* Values: covering one another with their causes, settling, comparing. */

#include "rule/value.h"

#include <string.h>

#include "unit/suites.h"

static fzzf__arena arena;

static void begin(void)
{
    fzzf__arena_init(&arena);
}

static void end(void)
{
    fzzf__arena_free(&arena);
}

static struct fzzf__value number(int64_t lo, int64_t hi)
{
    struct fzzf__value value;

    memset(&value, 0, sizeof value);
    value.lo = fzzf__num_int(lo);
    value.hi = fzzf__num_int(hi);
    value.full = FZZF__ZERO;
    value.open = lo != hi;
    return value;
}

static struct fzzf__value without(enum fzzf__condition condition)
{
    struct fzzf__value value = number(0, 0);

    value.condition = condition;
    value.why.code = FZZF__WHY_DIVISION;
    return value;
}

/* sign * q^(1/k), enclosed by whole numbers. */
static struct fzzf__value root(struct fzzf__surd *surd, int64_t q, int k,
                               int sign)
{
    int64_t whole = 0;
    struct fzzf__value value;

    while (fzzf__num_compare(&arena,
                             fzzf__num_pow(&arena, fzzf__num_int(whole + 1), k),
                             fzzf__num_int(q)) <= 0)
        whole++;
    value = sign > 0 ? number(whole, whole + 1) : number(-whole - 1, -whole);
    value.open = false;
    value.enclosed = true;
    *surd = (struct fzzf__surd){fzzf__num_int(sign), fzzf__num_int(q), k};
    value.surd = surd;
    return value;
}

static void add_cause(struct fzzf__value *value, enum fzzf__cause_code code,
                      int64_t low, int64_t high)
{
    fzzf__cause_add(&arena, &value->causes, code, fzzf__num_int(low),
                    fzzf__num_int(high));
}

/* full + the causes, at both ends. */
static void check_causes(const struct fzzf__value *value)
{
    fzzf__num low = value->full, high = value->full;

    for (const struct fzzf__cause *c = value->causes; c != NULL; c = c->next) {
        low = fzzf__num_add(&arena, low, c->low);
        high = fzzf__num_add(&arena, high, c->high);
    }
    CU_ASSERT_EQUAL(fzzf__num_compare(&arena, low, value->lo), 0);
    CU_ASSERT_EQUAL(fzzf__num_compare(&arena, high, value->hi), 0);
}

static struct fzzf__value hull(const struct fzzf__value *values, size_t count)
{
    struct fzzf__value into = number(0, 0);
    size_t done = 0;

    for (size_t i = 0; i < count; i++)
        fzzf__value_hull(&arena, FZZF__TYPE_NUMBER, &into, &done, &values[i]);
    CU_ASSERT_EQUAL(done, count);
    return into;
}

static void covers_numbers_with_the_causes_of_each_end(void)
{
    struct fzzf__value values[3], covered;

    begin();
    values[0] = number(7, 7);
    values[1] = number(4, 4);
    values[2] = number(5, 9);
    for (size_t i = 0; i < 3; i++)
        values[i].full = fzzf__num_int(10);
    add_cause(&values[0], FZZF__CAUSE_LOSS, -3, -3);
    add_cause(&values[1], FZZF__CAUSE_LOSS, -4, -4);
    add_cause(&values[1], FZZF__CAUSE_CAP, -2, -2);
    add_cause(&values[2], FZZF__CAUSE_LOSS, -5, -1);
    covered = hull(values, 3);
    CU_ASSERT_EQUAL(covered.lo.n, 4);
    CU_ASSERT_EQUAL(covered.hi.n, 9);
    check_causes(&covered);
    covered = hull(values, 2);
    CU_ASSERT_EQUAL(covered.hi.n, 7);
    check_causes(&covered);
    end();
}

static void tells_what_both_ends_tell_once(void)
{
    struct fzzf__value values[2], covered;
    size_t count = 0;

    begin();
    values[0] = number(3, 3);
    values[1] = number(5, 5);
    for (size_t i = 0; i < 2; i++) {
        values[i].full = fzzf__num_int(10);
        add_cause(&values[i], FZZF__CAUSE_LOSS, -4, -4);
        add_cause(&values[i], i == 0 ? FZZF__CAUSE_LOSS : FZZF__CAUSE_CAP,
                  i == 0 ? -3 : -1, i == 0 ? -3 : -1);
    }
    values[0].causes->next->label = "other";
    values[1].causes->label = NULL;
    covered = hull(values, 2);
    check_causes(&covered);
    for (const struct fzzf__cause *c = covered.causes; c != NULL; c = c->next)
        count++;
    CU_ASSERT_EQUAL(count, 3);
    end();
}

/* A cause is not the same when it is about another node, or already used. */
static void keeps_causes_of_different_nodes_apart(void)
{
    struct fzzf__value values[2], covered;
    size_t count = 0;

    begin();
    values[0] = number(0, 0);
    values[1] = number(4, 4);
    add_cause(&values[0], FZZF__CAUSE_CHILD, 0, 0);
    add_cause(&values[1], FZZF__CAUSE_CHILD, 1, 1);
    add_cause(&values[1], FZZF__CAUSE_CHILD, 2, 2);
    add_cause(&values[1], FZZF__CAUSE_CHILD, 1, 1);
    values[1].causes->node = 1;
    covered = hull(values, 2);
    check_causes(&covered);
    for (const struct fzzf__cause *c = covered.causes; c != NULL; c = c->next)
        count++;
    CU_ASSERT_EQUAL(count, 3);
    end();
}

static void what_may_have_no_value_may_fail(void)
{
    struct fzzf__value values[3], covered;

    begin();
    values[0] = number(3, 3);
    values[1] = without(FZZF__NO_VALUE);
    values[2] = number(5, 5);
    covered = hull(values, 3);
    CU_ASSERT_EQUAL(covered.condition, FZZF__HAS_VALUE);
    CU_ASSERT_TRUE(covered.may_fail);
    CU_ASSERT_TRUE(covered.open);
    CU_ASSERT_EQUAL(covered.why.code, FZZF__WHY_DIVISION);
    CU_ASSERT_EQUAL(covered.hi.n, 5);
    covered = hull(values + 1, 2);
    CU_ASSERT_TRUE(covered.may_fail);
    CU_ASSERT_EQUAL(covered.lo.n, 5);
    values[2] = without(FZZF__NO_VALUE);
    covered = hull(values + 1, 2);
    CU_ASSERT_EQUAL(covered.condition, FZZF__NO_VALUE);
    CU_ASSERT_FALSE(covered.open);
    values[2] = without(FZZF__NOT_APPLICABLE);
    covered = hull(values + 1, 2);
    CU_ASSERT_EQUAL(covered.condition, FZZF__NOT_APPLICABLE);
    end();
}

static void the_worse_condition_wins(void)
{
    struct fzzf__value values[3];

    begin();
    values[0] = number(3, 3);
    values[1] = without(FZZF__NOT_APPLICABLE);
    values[2] = without(FZZF__NOT_COMPUTABLE);
    CU_ASSERT_EQUAL(hull(values, 2).condition, FZZF__NOT_APPLICABLE);
    CU_ASSERT_EQUAL(hull(values, 3).condition, FZZF__NOT_APPLICABLE);
    CU_ASSERT_EQUAL(hull(values + 2, 1).condition, FZZF__NOT_COMPUTABLE);
    values[1] = number(1, 2);
    CU_ASSERT_EQUAL(hull(values + 1, 2).condition, FZZF__NOT_COMPUTABLE);
    values[0] = without(FZZF__NOT_COMPUTABLE);
    CU_ASSERT_EQUAL(hull(values, 2).condition, FZZF__NOT_COMPUTABLE);
    end();
}

static void different_texts_are_open(void)
{
    struct fzzf__value a = number(0, 0), b = number(0, 0), into;
    size_t count = 0;

    begin();
    a.text = "good";
    b.text = "fair";
    fzzf__value_hull(&arena, FZZF__TYPE_TEXT, &into, &count, &a);
    fzzf__value_hull(&arena, FZZF__TYPE_TEXT, &into, &count, &a);
    CHECK_TEXT(into.text, "good");
    CU_ASSERT_FALSE(into.open);
    fzzf__value_hull(&arena, FZZF__TYPE_TEXT, &into, &count, &b);
    CU_ASSERT_PTR_NULL(into.text);
    CU_ASSERT_TRUE(into.open);
    end();
}

static void settles_what_is_one_value(void)
{
    struct fzzf__value value = number(3, 3), text = number(0, 0);

    begin();
    value.open = value.enclosed = value.lo_open = value.hi_open = true;
    fzzf__value_settle(&arena, FZZF__TYPE_NUMBER, &value);
    CU_ASSERT_FALSE(value.open || value.enclosed || value.lo_open ||
                    value.hi_open);
    value.open = value.may_fail = true;
    fzzf__value_settle(&arena, FZZF__TYPE_NUMBER, &value);
    CU_ASSERT_TRUE(value.open);
    value = number(3, 4);
    fzzf__value_settle(&arena, FZZF__TYPE_NUMBER, &value);
    CU_ASSERT_TRUE(value.open);
    value = without(FZZF__NO_VALUE);
    value.open = true;
    fzzf__value_settle(&arena, FZZF__TYPE_NUMBER, &value);
    CU_ASSERT_TRUE(value.open);
    text.open = true;
    fzzf__value_settle(&arena, FZZF__TYPE_TEXT, &text);
    CU_ASSERT_TRUE(text.open);
    text.text = "good";
    fzzf__value_settle(&arena, FZZF__TYPE_TEXT, &text);
    CU_ASSERT_FALSE(text.open);
    end();
}

/* sign * q^(1/k) for many, against each other by powers of six. */
static void compares_roots_exactly(void)
{
    begin();
    for (int sign = -1; sign <= 1; sign += 2)
        for (int64_t q = 1; q < 40; q++)
            for (int64_t r = 1; r < 40; r++)
                for (int k = 2; k <= 3; k++) {
                    struct fzzf__surd one, other;
                    struct fzzf__value a = root(&one, q, k, sign);
                    struct fzzf__value b = root(&other, r, 2, sign);
                    /* q^(1/k) against r^(1/2): q^2 against r^k. */
                    const int wanted =
                        sign * fzzf__num_compare(
                                   &arena,
                                   fzzf__num_pow(&arena, fzzf__num_int(q), 2),
                                   fzzf__num_pow(&arena, fzzf__num_int(r), k));

                    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &a, &b),
                                    wanted);
                }
    end();
}

static void compares_roots_with_numbers(void)
{
    struct fzzf__surd two, nine;
    struct fzzf__value a, b, zero = number(0, 0), three = number(3, 3);
    struct fzzf__value vague = number(1, 2);

    begin();
    a = root(&two, 2, 2, 1);
    b = root(&nine, 9, 2, 1);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &a, &zero), 1);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &zero, &a), -1);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &b, &three), 0);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &a, &vague), 2);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &vague, &a), 2);
    /* Enclosures that touch, of numbers with different signs. */
    a = root(&two, 0, 2, -1);
    b = root(&nine, 0, 2, 1);
    a.hi = b.lo = FZZF__ZERO;
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &a, &b), -1);
    CU_ASSERT_EQUAL(fzzf__value_compare(&arena, &b, &a), 1);
    end();
}

CU_TestInfo value_tests[] = {
    {"covers_numbers_with_the_causes_of_each_end",
     covers_numbers_with_the_causes_of_each_end},
    {"tells_what_both_ends_tell_once", tells_what_both_ends_tell_once},
    {"keeps_causes_of_different_nodes_apart",
     keeps_causes_of_different_nodes_apart},
    {"what_may_have_no_value_may_fail", what_may_have_no_value_may_fail},
    {"the_worse_condition_wins", the_worse_condition_wins},
    {"different_texts_are_open", different_texts_are_open},
    {"settles_what_is_one_value", settles_what_is_one_value},
    {"compares_roots_exactly", compares_roots_exactly},
    {"compares_roots_with_numbers", compares_roots_with_numbers},
    CU_TEST_INFO_NULL,
};
