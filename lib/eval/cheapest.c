/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact by dynamic programming over the need in its smallest common unit, as
 * long as that is a table of reasonable size (100 indicators and points to the
 * hundredth are); else greedy, with the bound of the fractional solution.
 */

#include "eval/cheapest.h"

#include <string.h>

#include "base/memory.h"
#include "base/wide.h"

#define TABLE_MAX 60000000 /* offers * units */

struct table {
    const struct fzzf__cheapest *c;
    int64_t *gain, *cost; /* in whole units */
    int64_t need;
    int64_t *least;       /* by what is reached: the least cost; -1: none */
    unsigned char *taken; /* a bit by offer and reach */
};

/* The least common denominator of all numbers seen; 0: too large. */
static int64_t common(int64_t unit, fzzf__num number)
{
    int64_t a = unit, b;
    fzzf__wide product;

    if (unit == 0 || number.big != NULL)
        return 0;
    b = number.d;
    while (b != 0) {
        const int64_t rest = a % b;

        a = b;
        b = rest;
    }
    product = (fzzf__wide)(unit / a) * number.d;
    return product > INT64_MAX / 1024 ? 0 : (int64_t)product;
}

static bool whole(fzzf__arena *arena, fzzf__num number, int64_t unit,
                  int64_t *out)
{
    return fzzf__num_to_int64(fzzf__num_mul(arena, number, fzzf__num_int(unit)),
                              out);
}

/* Gains, efforts and the need in whole units; false: too large for a table. */
static bool scale(struct table *t)
{
    const struct fzzf__cheapest *c = t->c;
    int64_t unit = common(1, c->need), cost_unit = 1, total = 1;

    for (size_t i = 0; i < c->count; i++) {
        unit = common(unit, c->offers[i].gain);
        cost_unit = common(cost_unit, c->offers[i].effort);
    }
    if (unit == 0 || cost_unit == 0 ||
        !whole(c->arena, c->need, unit, &t->need) ||
        t->need > TABLE_MAX / (int64_t)(c->count + 1))
        return false;
    for (size_t i = 0; i < c->count; i++) {
        if (!whole(c->arena, c->offers[i].gain, unit, &t->gain[i]) ||
            !whole(c->arena, c->offers[i].effort, cost_unit, &t->cost[i]) ||
            t->cost[i] > INT64_MAX / 4 / (int64_t)(c->count + 1) - total)
            return false;
        total += t->cost[i];
    }
    if (c->fewest && total > INT64_MAX / 4 / (int64_t)(c->count + 1))
        return false;
    for (size_t i = 0; c->fewest && i < c->count; i++)
        t->cost[i] += total; /* one offer more outweighs all effort */
    return true;
}

static size_t bit_at(const struct table *t, size_t offer, int64_t reach)
{
    return offer * (size_t)(t->need + 1) + (size_t)reach;
}

static void fill(struct table *t)
{
    for (int64_t r = 1; r <= t->need; r++)
        t->least[r] = -1;
    for (size_t i = 0; i < t->c->count; i++)
        for (int64_t r = t->need; r > 0; r--) {
            const int64_t before = r > t->gain[i] ? r - t->gain[i] : 0;
            int64_t cost;

            if (t->least[before] < 0)
                continue;
            cost = t->least[before] + t->cost[i];
            if (t->least[r] >= 0 && t->least[r] <= cost)
                continue;
            t->least[r] = cost;
            t->taken[bit_at(t, i, r) / 8] |=
                (unsigned char)(1u << (bit_at(t, i, r) % 8));
        }
}

static void read_back(struct table *t, struct fzzf__offer *offers)
{
    int64_t r = t->need;

    for (size_t i = t->c->count; i-- > 0 && r > 0;) {
        const size_t bit = bit_at(t, i, r);

        if (!(t->taken[bit / 8] >> (bit % 8) & 1))
            continue;
        offers[i].chosen = true;
        r = r > t->gain[i] ? r - t->gain[i] : 0;
    }
}

/* False: too large a table; then nothing was decided. */
static fzzf_status exact(struct fzzf__cheapest *c, bool *decided)
{
    struct table t = {.c = c};
    fzzf_status status = FZZF_OK;

    *decided = false;
    t.gain = fzzf__calloc(c->count + 1, sizeof *t.gain);
    t.cost = fzzf__calloc(c->count + 1, sizeof *t.cost);
    if (t.gain == NULL || t.cost == NULL) {
        status = FZZF_E_MEMORY;
    } else if (scale(&t)) {
        t.least = fzzf__calloc((size_t)t.need + 1, sizeof *t.least);
        t.taken = fzzf__calloc((c->count * ((size_t)t.need + 1)) / 8 + 1, 1);
        if (t.least == NULL || t.taken == NULL) {
            status = FZZF_E_MEMORY;
        } else {
            fill(&t);
            *decided = true;
            c->found = t.least[t.need] >= 0;
            c->proven = true;
            if (c->found)
                read_back(&t, c->offers);
        }
    }
    fzzf__free(t.gain);
    fzzf__free(t.cost);
    fzzf__free(t.least);
    fzzf__free(t.taken);
    return status;
}

/* The best offer not chosen yet: by gain, or by effort for what is gained. */
static size_t best(const struct fzzf__cheapest *c)
{
    size_t found = c->count;

    for (size_t i = 0; i < c->count; i++) {
        const struct fzzf__offer *a = &c->offers[i];
        const struct fzzf__offer *b;

        if (a->chosen)
            continue;
        if (found == c->count) {
            found = i;
            continue;
        }
        b = &c->offers[found];
        if (c->fewest
                ? fzzf__num_compare(c->arena, a->gain, b->gain) > 0
                : fzzf__num_compare(
                      c->arena, fzzf__num_mul(c->arena, a->effort, b->gain),
                      fzzf__num_mul(c->arena, b->effort, a->gain)) < 0)
            found = i;
    }
    return found;
}

/* Greedy. For the number alone it is exact; for effort the last offer, taken
 * only in part, gives what no set can go below. */
static void greedy(struct fzzf__cheapest *c)
{
    fzzf__num need = c->need;

    c->bound = FZZF__ZERO;
    while (fzzf__num_sign(need) > 0) {
        const size_t i = best(c);
        fzzf__num part = FZZF__ONE;

        if (i == c->count)
            return;
        if (!c->fewest &&
            fzzf__num_compare(c->arena, need, c->offers[i].gain) < 0)
            part = fzzf__num_div(c->arena, need, c->offers[i].gain);
        c->offers[i].chosen = true;
        need = fzzf__num_sub(c->arena, need, c->offers[i].gain);
        c->bound = fzzf__num_add(
            c->arena, c->bound,
            fzzf__num_mul(c->arena, part,
                          c->fewest ? FZZF__ONE : c->offers[i].effort));
    }
    c->found = true;
}

fzzf_status fzzf__cheapest_find(struct fzzf__cheapest *c)
{
    bool decided;
    fzzf_status status;

    if (fzzf__num_sign(c->need) <= 0) {
        c->found = c->proven = true;
        return FZZF_OK;
    }
    status = exact(c, &decided);
    if (status == FZZF_OK && !decided)
        greedy(c);
    return status;
}
