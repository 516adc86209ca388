/* SPDX-License-Identifier: Apache-2.0 */
/* Places with ties and intervals, against every way the values can fall. */

#include <string.h>

#include "eval/figures.h"
#include "unit/suites.h"

#define UNITS_MAX  6
#define VALUES_MAX 4 /* values are whole numbers from 0 to this */

static uint64_t seed;

static int draw(int below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)below);
}

struct field {
    int low[UNITS_MAX], high[UNITS_MAX]; /* high below low: no value */
    size_t count;
    bool dense, low_first;
};

static bool has_value(const struct field *f, size_t i)
{
    return f->high[i] >= f->low[i];
}

/* The place of unit @i when the values are @at: 1 plus those that are better,
 * or (dense) plus the different values that are better. */
static int place_at(const struct field *f, const int *at, size_t i)
{
    bool counted[VALUES_MAX + 1] = {false};
    int place = 1;

    for (size_t k = 0; k < f->count; k++) {
        const bool better = f->low_first ? at[k] < at[i] : at[k] > at[i];

        if (!has_value(f, k) || !better || (f->dense && counted[at[k]]))
            continue;
        counted[at[k]] = true;
        place++;
    }
    return place;
}

/* The least and the greatest place over all ways. */
static void all_places(const struct field *f, int (*places)[2])
{
    int at[UNITS_MAX];
    size_t k = 0;

    for (size_t i = 0; i < f->count; i++) {
        at[i] = f->low[i];
        places[i][0] = UNITS_MAX + 1;
        places[i][1] = 0;
    }
    while (k < f->count) {
        for (size_t i = 0; i < f->count; i++) {
            const int place = place_at(f, at, i);

            places[i][0] = place < places[i][0] ? place : places[i][0];
            places[i][1] = place > places[i][1] ? place : places[i][1];
        }
        for (k = 0; k < f->count; k++) { /* the next way */
            if (has_value(f, k) && at[k] < f->high[k]) {
                at[k]++;
                break;
            }
            at[k] = f->low[k];
        }
    }
}

static void invent(struct field *f, bool open)
{
    f->count = (size_t)draw(UNITS_MAX) + 1;
    f->dense = draw(2) == 1;
    f->low_first = draw(2) == 1;
    for (size_t i = 0; i < f->count; i++) {
        f->low[i] = f->high[i] = draw(VALUES_MAX + 1);
        if (open && draw(3) == 0)
            f->high[i] += draw(VALUES_MAX + 1 - f->high[i]);
        if (draw(8) == 0)
            f->high[i] = f->low[i] - 1;
    }
}

static void compute(fzzf__arena *arena, const struct field *f,
                    struct fzzf__figure_value *out)
{
    struct fzzf__value values[UNITS_MAX];
    size_t members[UNITS_MAX];

    memset(values, 0, sizeof values);
    for (size_t i = 0; i < f->count; i++) {
        members[i] = i;
        values[i].lo = fzzf__num_int(f->low[i]);
        values[i].hi = fzzf__num_int(f->high[i]);
        values[i].open = f->high[i] > f->low[i];
        if (!has_value(f, i))
            values[i].condition = FZZF__NO_VALUE;
    }
    fzzf__places_compute(arena, f->dense, f->low_first, values, members,
                         f->count, out);
}

static void check(bool open)
{
    for (int n = 0; n < 3000; n++) {
        struct fzzf__figure_value out[UNITS_MAX];
        int places[UNITS_MAX][2];
        struct field f;
        fzzf__arena arena;

        fzzf__arena_init(&arena);
        invent(&f, open);
        compute(&arena, &f, out);
        all_places(&f, places);
        for (size_t i = 0; i < f.count; i++) {
            CU_ASSERT_TRUE(out[i].known);
            if (!has_value(&f, i)) {
                CU_ASSERT_EQUAL(out[i].value.condition, FZZF__NO_VALUE);
                continue;
            }
            /* Sound always; where all is exact, or ties skip, also tight. */
            CU_ASSERT(out[i].value.lo.n <= places[i][0]);
            CU_ASSERT(out[i].value.hi.n >= places[i][1]);
            if (!open || !f.dense) {
                CU_ASSERT_EQUAL(out[i].value.lo.n, places[i][0]);
                CU_ASSERT_EQUAL(out[i].value.hi.n, places[i][1]);
            }
            CU_ASSERT_EQUAL(out[i].value.open,
                            out[i].value.lo.n != out[i].value.hi.n);
        }
        fzzf__arena_free(&arena);
    }
}

static void gives_exact_values_their_places(void)
{
    seed = 9911;
    check(false);
}

static void covers_every_place_that_intervals_can_take(void)
{
    seed = 667;
    check(true);
}

/* sqrt(2) twice, and 1.4: told apart and found equal without rounding. */
static void compares_irrational_values_exactly(void)
{
    struct fzzf__value values[3];
    struct fzzf__figure_value out[3];
    const size_t members[] = {0, 1, 2};
    struct fzzf__surd surd = {FZZF__ONE, fzzf__num_int(2), 2};
    fzzf__arena arena;

    fzzf__arena_init(&arena);
    memset(values, 0, sizeof values);
    for (size_t i = 0; i < 2; i++) {
        values[i].surd = &surd;
        values[i].enclosed = true;
        values[i].lo = fzzf__num_ratio(&arena, 14, 10);
        values[i].hi = fzzf__num_ratio(&arena, 15, 10);
    }
    values[2].lo = values[2].hi = fzzf__num_ratio(&arena, 14, 10);
    fzzf__places_compute(&arena, true, true, values, members, 3, out);
    CU_ASSERT_EQUAL(out[2].value.lo.n, 1);
    CU_ASSERT_EQUAL(out[0].value.lo.n, 2);
    CU_ASSERT_EQUAL(out[1].value.hi.n, 2);
    fzzf__arena_free(&arena);
}

CU_TestInfo places_tests[] = {
    {"gives_exact_values_their_places", gives_exact_values_their_places},
    {"covers_every_place_that_intervals_can_take",
     covers_every_place_that_intervals_can_take},
    {"compares_irrational_values_exactly", compares_irrational_values_exactly},
    CU_TEST_INFO_NULL,
};
