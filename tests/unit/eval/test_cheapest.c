/* SPDX-License-Identifier: Apache-2.0 */
/* The cheapest set of offers, against every subset there is. */

#include <string.h>

#include "eval/cheapest.h"
#include "unit/suites.h"

#define OFFERS_MAX 12

/* A fixed sequence of numbers: Knuth's MMIX generator. */
static uint64_t seed;

static int64_t draw(int64_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)((seed >> 33) % (uint64_t)below);
}

struct problem {
    fzzf__arena arena;
    struct fzzf__offer offers[OFFERS_MAX];
    struct fzzf__cheapest cheapest;
};

static void begin(struct problem *p, size_t count, bool fewest)
{
    memset(p, 0, sizeof *p);
    fzzf__arena_init(&p->arena);
    p->cheapest = (struct fzzf__cheapest){.arena = &p->arena,
                                          .offers = p->offers,
                                          .count = count,
                                          .need = FZZF__ZERO,
                                          .fewest = fewest,
                                          .bound = FZZF__ZERO};
}

/* A random problem in steps of 1/@unit. */
static void invent(struct problem *p, int64_t unit)
{
    begin(p, (size_t)draw(OFFERS_MAX + 1), draw(2) == 1);
    for (size_t i = 0; i < p->cheapest.count; i++) {
        p->offers[i].gain = fzzf__num_ratio(&p->arena, draw(20) + 1, unit);
        p->offers[i].effort = fzzf__num_ratio(&p->arena, draw(30), 4);
    }
    p->cheapest.need = fzzf__num_ratio(&p->arena, draw(90) + 1, unit);
}

/* What the offers of @set gain and cost, and how many they are. */
static void add_up(struct problem *p, unsigned set, fzzf__num *gain,
                   fzzf__num *effort, int64_t *count)
{
    *gain = *effort = FZZF__ZERO;
    *count = 0;
    for (size_t i = 0; i < p->cheapest.count; i++)
        if (set >> i & 1) {
            *gain = fzzf__num_add(&p->arena, *gain, p->offers[i].gain);
            *effort = fzzf__num_add(&p->arena, *effort, p->offers[i].effort);
            ++*count;
        }
}

static unsigned chosen(const struct problem *p)
{
    unsigned set = 0;

    for (size_t i = 0; i < p->cheapest.count; i++)
        set |= p->offers[i].chosen ? 1u << i : 0;
    return set;
}

/* Less than 0 when the first set is better. */
static int compare_sets(struct problem *p, unsigned a, unsigned b)
{
    fzzf__num gain, x, y;
    int64_t m, n;

    add_up(p, a, &gain, &x, &m);
    add_up(p, b, &gain, &y, &n);
    if (p->cheapest.fewest && m != n)
        return m < n ? -1 : 1;
    return fzzf__num_compare(&p->arena, x, y);
}

/* Tries all subsets; false when none is enough. */
static bool best_subset(struct problem *p, unsigned *best)
{
    bool any = false;

    for (unsigned set = 0; set < 1u << p->cheapest.count; set++) {
        fzzf__num gain, effort;
        int64_t count;

        add_up(p, set, &gain, &effort, &count);
        if (fzzf__num_compare(&p->arena, gain, p->cheapest.need) < 0)
            continue;
        if (!any || compare_sets(p, set, *best) < 0)
            *best = set;
        any = true;
    }
    return any;
}

static void check_against_all_subsets(struct problem *p)
{
    unsigned best = 0;
    const bool possible = best_subset(p, &best);
    fzzf__num gain, effort;
    int64_t count;

    CU_ASSERT_EQUAL_FATAL(fzzf__cheapest_find(&p->cheapest), FZZF_OK);
    CU_ASSERT_EQUAL(p->cheapest.found, possible);
    if (!possible)
        return;
    add_up(p, chosen(p), &gain, &effort, &count);
    CU_ASSERT(fzzf__num_compare(&p->arena, gain, p->cheapest.need) >= 0);
    if (p->cheapest.proven)
        CU_ASSERT_EQUAL(compare_sets(p, chosen(p), best), 0);
}

static void finds_what_no_subset_undercuts(void)
{
    seed = 2021;
    for (int i = 0; i < 400; i++) {
        struct problem p;

        invent(&p, draw(5) + 1);
        check_against_all_subsets(&p);
        CU_ASSERT_TRUE(p.cheapest.proven || !p.cheapest.found);
        fzzf__arena_free(&p.arena);
    }
}

/* Steps so fine that a table would be too large: greedy, with a bound. */
static void stays_above_its_bound_where_a_table_is_too_large(void)
{
    seed = 90;
    for (int i = 0; i < 300; i++) {
        struct problem p;
        unsigned best = 0;
        fzzf__num gain, effort;
        int64_t count;

        invent(&p, draw(3) + 1);
        /* A need of n/1000003 more makes the common unit fine. */
        p.cheapest.need =
            fzzf__num_add(&p.arena, p.cheapest.need,
                          fzzf__num_ratio(&p.arena, draw(1000) + 1, 100000007));
        check_against_all_subsets(&p);
        CU_ASSERT_FALSE(p.cheapest.proven);
        if (best_subset(&p, &best)) {
            add_up(&p, best, &gain, &effort, &count);
            CU_ASSERT(fzzf__num_compare(&p.arena, p.cheapest.bound,
                                        p.cheapest.fewest ? fzzf__num_int(count)
                                                          : effort) <= 0);
        }
        fzzf__arena_free(&p.arena);
    }
}

static void needs_nothing_where_nothing_is_missing(void)
{
    struct problem p;

    begin(&p, 1, true);
    p.offers[0].gain = p.offers[0].effort = FZZF__ONE;
    p.cheapest.need = fzzf__num_int(-1);
    CU_ASSERT_EQUAL(fzzf__cheapest_find(&p.cheapest), FZZF_OK);
    CU_ASSERT_TRUE(p.cheapest.found);
    CU_ASSERT_TRUE(p.cheapest.proven);
    CU_ASSERT_FALSE(p.offers[0].chosen);
    fzzf__arena_free(&p.arena);
}

/* Numbers that no table can hold: each in turn. */
static void gives_up_the_table_for_numbers_of_any_size(void)
{
    static const char *const cases[][5] = {
        /* need, gain, effort, gain, effort */
        {"1e", "1", "1", "1", "1"},
        {"3", "1", "e", "1", "1"},
        {"3", "e", "1", "1", "1"},
        {"3", "1", "1/e", "1", "1"},
        {"3", "1/e", "1", "3", "1"},
        {"1/3037000507", "1/3037000537", "1", "1", "1"},
        {"1", "1", "1/3037000507", "1", "1/3037000537"},
        {"2", "1", "3000000000000000000", "1", "3000000000000000000"},
        {"2", "1", "1000000000000000000", "1", "1000000000000000000"},
        {"2", "1", "900000000000000000", "1", "900000000000000000"},
    };
    static const char huge[] = "100000000000000000000000";

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct problem p;
        fzzf__num numbers[5];

        begin(&p, 2, i % 2 == 0);
        for (size_t k = 0; k < 5; k++) {
            char text[64] = "";
            const char *from = cases[i][k];
            const size_t plain = strcspn(from, "e");

            memcpy(text, from, plain);
            if (from[plain] == 'e')
                memcpy(text + plain, huge, sizeof huge);
            CU_ASSERT_TRUE_FATAL(
                fzzf__num_parse(&p.arena, text, strlen(text), &numbers[k]));
        }
        p.cheapest.need = numbers[0];
        for (size_t k = 0; k < 2; k++) {
            p.offers[k].gain = numbers[1 + 2 * k];
            p.offers[k].effort = numbers[2 + 2 * k];
        }
        check_against_all_subsets(&p);
        fzzf__arena_free(&p.arena);
    }
}

CU_TestInfo cheapest_tests[] = {
    {"finds_what_no_subset_undercuts", finds_what_no_subset_undercuts},
    {"stays_above_its_bound_where_a_table_is_too_large",
     stays_above_its_bound_where_a_table_is_too_large},
    {"needs_nothing_where_nothing_is_missing",
     needs_nothing_where_nothing_is_missing},
    {"gives_up_the_table_for_numbers_of_any_size",
     gives_up_the_table_for_numbers_of_any_size},
    CU_TEST_INFO_NULL,
};
