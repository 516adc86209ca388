/* SPDX-License-Identifier: Apache-2.0 */
/* Places: sorted where values are exact, counted where they are intervals. */

#include "eval/figures.h"

#include <string.h>

#include "rule/sort.h"

struct ranking {
    fzzf__arena *arena;
    const struct fzzf__value *values;
    bool dense, low_first;
    size_t *sharp; /* members with an exact value, the best first */
    size_t sharp_count;
    size_t *distinct; /* by position in sharp: different values before it */
    size_t *vague;    /* members with an interval */
    size_t vague_count;
    fzzf__num *lows, *highs; /* their ends, the least first */
};

/* An exact value, or an irrational one that can be compared exactly. */
static bool is_sharp(const struct ranking *r, const struct fzzf__value *value)
{
    return value->surd != NULL || fzzf__value_is_exact(r->arena, value);
}

/* Less than 0 when @a is better than @b; both sharp. */
static int better(const struct ranking *r, size_t a, size_t b)
{
    const int c = fzzf__value_compare(r->arena, &r->values[a], &r->values[b]);

    return r->low_first ? c : -c;
}

static void sift(const struct ranking *r, size_t root, size_t count)
{
    while (root * 2 + 1 < count) {
        size_t child = root * 2 + 1;
        const size_t moved = r->sharp[root];

        if (child + 1 < count &&
            better(r, r->sharp[child], r->sharp[child + 1]) < 0)
            child++;
        if (better(r, moved, r->sharp[child]) >= 0)
            return;
        r->sharp[root] = r->sharp[child];
        r->sharp[child] = moved;
        root = child;
    }
}

static void sort(const struct ranking *r)
{
    for (size_t i = r->sharp_count / 2; i > 0; i--)
        sift(r, i - 1, r->sharp_count);
    for (size_t end = r->sharp_count; end > 1; end--) {
        const size_t worst = r->sharp[0];

        r->sharp[0] = r->sharp[end - 1];
        r->sharp[end - 1] = worst;
        sift(r, 0, end - 1);
    }
}

/* Whether @a is surely (or, @perhaps, possibly) better than @b. */
static bool beats(const struct ranking *r, const struct fzzf__value *a,
                  const struct fzzf__value *b, bool perhaps)
{
    const fzzf__num x = perhaps == r->low_first ? a->lo : a->hi;
    const fzzf__num y = perhaps == r->low_first ? b->hi : b->lo;
    const int c = fzzf__num_compare(r->arena, x, y);

    return r->low_first ? c < 0 : c > 0;
}

/* How many sharp members (or different values) surely or perhaps beat @of. */
static size_t sharp_better(const struct ranking *r,
                           const struct fzzf__value *of, bool perhaps,
                           size_t *distinct)
{
    size_t low = 0, high = r->sharp_count;

    while (low < high) {
        const size_t middle = (low + high) / 2;

        if (beats(r, &r->values[r->sharp[middle]], of, perhaps))
            low = middle + 1;
        else
            high = middle;
    }
    *distinct = low == 0 ? 0 : r->distinct[low - 1] + 1;
    return low;
}

/* How many vague members surely or perhaps beat @of; the ends are compared as
 * in beats(). */
static size_t vague_better(const struct ranking *r,
                           const struct fzzf__value *of, bool perhaps)
{
    const fzzf__num *ends = perhaps == r->low_first ? r->lows : r->highs;
    const fzzf__num bound = perhaps == r->low_first ? of->hi : of->lo;
    size_t low = 0, high = r->vague_count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int c = fzzf__num_compare(r->arena, ends[middle], bound);

        if (r->low_first ? c < 0 : c <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return r->low_first ? low : r->vague_count - low;
}

static void give_place(struct fzzf__figure_value *out, size_t low, size_t high)
{
    memset(&out->value, 0, sizeof out->value);
    out->known = true;
    out->value.full = FZZF__ZERO;
    fzzf__give(&out->value, fzzf__num_int((int64_t)low));
    out->value.hi = fzzf__num_int((int64_t)high);
    out->value.open = low != high;
}

static void place_vague(const struct ranking *r, size_t member,
                        struct fzzf__figure_value *out)
{
    size_t surely_different, perhaps_different;
    size_t surely =
        sharp_better(r, &r->values[member], false, &surely_different);
    size_t perhaps =
        sharp_better(r, &r->values[member], true, &perhaps_different);
    const struct fzzf__value *own = &r->values[member];
    const size_t vague_surely = vague_better(r, own, false);
    /* It is among them itself, and perhaps beats itself. */
    const size_t vague_perhaps =
        vague_better(r, own, true) - beats(r, own, own, true);

    if (r->dense) {
        surely =
            surely_different > 0 || vague_surely == 0 ? surely_different : 1;
        perhaps = perhaps_different + vague_perhaps;
    } else {
        surely += vague_surely;
        perhaps += vague_perhaps;
    }
    give_place(out, surely + 1, perhaps + 1);
}

/* Equal sharp members share the place of the first of them. */
static void place_sharp(const struct ranking *r, struct fzzf__figure_value *out)
{
    size_t first = 0;

    for (size_t i = 0; i < r->sharp_count; i++) {
        const size_t member = r->sharp[i];
        const struct fzzf__value *own = &r->values[member];
        size_t before;

        if (better(r, r->sharp[first], member) != 0)
            first = i;
        before = r->dense ? r->distinct[i] : first;
        if (r->vague_count == 0)
            give_place(&out[member], before + 1, before + 1);
        else if (r->dense && before == 0 && vague_better(r, own, false) > 0)
            give_place(&out[member], 2, 1 + vague_better(r, own, true));
        else if (r->dense)
            give_place(&out[member], before + 1,
                       before + 1 + vague_better(r, own, true));
        else
            give_place(&out[member], before + 1 + vague_better(r, own, false),
                       before + 1 + vague_better(r, own, true));
    }
}

static void split(struct ranking *r, const size_t *members, size_t count,
                  struct fzzf__figure_value *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct fzzf__value *value = &r->values[members[i]];

        if (value->condition != FZZF__HAS_VALUE) {
            out[members[i]].known = true;
            out[members[i]].value = *value;
        } else if (is_sharp(r, value)) {
            r->sharp[r->sharp_count++] = members[i];
        } else {
            r->lows[r->vague_count] = value->lo;
            r->highs[r->vague_count] = value->hi;
            r->vague[r->vague_count++] = members[i];
        }
    }
}

void fzzf__places_compute(fzzf__arena *arena, bool dense, bool low_first,
                          const struct fzzf__value *values,
                          const size_t *members, size_t count,
                          struct fzzf__figure_value *out)
{
    struct ranking r = {.arena = arena,
                        .values = values,
                        .dense = dense,
                        .low_first = low_first};

    r.sharp = fzzf__arena_alloc(arena, (count + 1) * sizeof *r.sharp);
    r.vague = fzzf__arena_alloc(arena, (count + 1) * sizeof *r.vague);
    r.distinct = fzzf__arena_alloc(arena, (count + 1) * sizeof *r.distinct);
    r.lows = fzzf__arena_alloc(arena, (count + 1) * sizeof *r.lows);
    r.highs = fzzf__arena_alloc(arena, (count + 1) * sizeof *r.highs);
    if (r.sharp == NULL || r.vague == NULL || r.distinct == NULL ||
        r.lows == NULL || r.highs == NULL)
        return;
    split(&r, members, count, out);
    sort(&r);
    fzzf__sort_numbers(arena, r.lows, r.vague_count);
    fzzf__sort_numbers(arena, r.highs, r.vague_count);
    for (size_t i = 1; i < r.sharp_count; i++)
        r.distinct[i] = r.distinct[i - 1] +
                        (better(&r, r.sharp[i - 1], r.sharp[i]) != 0 ? 1 : 0);
    place_sharp(&r, out);
    for (size_t i = 0; i < r.vague_count; i++)
        place_vague(&r, r.vague[i], &out[r.vague[i]]);
}
