/* SPDX-License-Identifier: Apache-2.0 */
/* Inflation by indicator, and agreement between assessors. */

#include "course/assessments.h"
#include "course/reasons.h"

/* Node @n as @side decides; false: it has no score. */
static bool scored(const struct fzzf__assessing *assessing, size_t side,
                   size_t n, fzzf_node *node)
{
    node->size = sizeof *node;
    return fzzf_result_node(assessing->results[side], n, node) &&
           node->score != NULL;
}

/* Self minus decided, where an assessor before the unit itself decided. */
static void count_inflation(struct fzzf__assessing *assessing, size_t n)
{
    fzzf__arena *arena = &assessing->arena;
    struct fzzf__inflated *to = &assessing->inflated[n];
    fzzf_node self, decided;
    fzzf__num low, high;

    if (!fzzf__has_entry(assessing, n, FZZF_ASSESSOR_SELF) ||
        !fzzf__is_reviewed(assessing, n))
        return;
    if (!scored(assessing, FZZF__SIDE(FZZF_ASSESSOR_SELF), n, &self) ||
        !scored(assessing, FZZF__DECIDED, n, &decided)) {
        to->left_out++;
        return;
    }
    low = fzzf__num_sub(arena, self.score->num, decided.high->num);
    high = fzzf__num_sub(arena, self.high->num, decided.score->num);
    if (fzzf__num_sign(low) > 0)
        to->over++;
    else if (fzzf__num_sign(high) < 0)
        to->under++;
    else if (fzzf__num_equal(low, high))
        to->equal++;
    else
        to->open++;
    /* The results that hold the numbers go before the sums do. */
    to->low = fzzf__num_copy(arena, fzzf__num_add(arena, to->low, low));
    to->high = fzzf__num_copy(arena, fzzf__num_add(arena, to->high, high));
}

/* Whether assessor @assessor says met: 1 or 0; 2: neither. */
static size_t says(const struct fzzf__assessing *assessing, size_t assessor,
                   size_t n)
{
    fzzf_node node = {.size = sizeof node};

    (void)fzzf_result_node(assessing->results[FZZF__SIDE(assessor)], n, &node);
    return node.met == FZZF_YES ? 1 : node.met == FZZF_NO ? 0 : 2;
}

static void count_pair(struct fzzf__assessing *assessing, size_t one,
                       size_t other, size_t n)
{
    struct fzzf__agreed *to = &assessing->agreed[one][other];
    const size_t a = says(assessing, one, n), b = says(assessing, other, n);

    if (a > 1 || b > 1)
        to->left_out++;
    else
        to->counts[a][b]++;
}

void fzzf__agreement_count(struct fzzf__assessing *assessing, size_t node)
{
    count_inflation(assessing, node);
    for (size_t i = 0; i < FZZF_ASSESSOR_COUNT; i++)
        for (size_t k = i + 1; k < FZZF_ASSESSOR_COUNT; k++)
            if (fzzf__has_entry(assessing, node, i) &&
                fzzf__has_entry(assessing, node, k))
                count_pair(assessing, i, k, node);
}

static void put_inflation(const struct fzzf__assessing *assessing, size_t n)
{
    const struct fzzf__inflated *from = &assessing->inflated[n];
    const size_t units = from->over + from->under + from->equal + from->open;
    struct fzzf_record *row;
    fzzf__arena *arena;
    fzzf__num count;

    if (units + from->left_out == 0)
        return;
    row = fzzf__record_append(assessing->made, ASSESSMENTS_INFLATIONS);
    if (row == NULL)
        return;
    fzzf__record_put(row, INFLATION_NODE, assessing->system->nodes[n].id);
    fzzf__record_put(row, INFLATION_TITLE, assessing->system->nodes[n].title);
    fzzf__put_size(row, INFLATION_UNITS, units);
    fzzf__put_size(row, INFLATION_OVER, from->over);
    fzzf__put_size(row, INFLATION_UNDER, from->under);
    fzzf__put_size(row, INFLATION_EQUAL, from->equal);
    fzzf__put_size(row, INFLATION_OPEN, from->open);
    fzzf__put_size(row, INFLATION_LEFT_OUT, from->left_out);
    if (units == 0)
        return;
    arena = &row->document->arena;
    count = fzzf__num_int((int64_t)units);
    fzzf__put_ends(row, INFLATION_MEAN, fzzf__num_div(arena, from->low, count),
                   fzzf__num_div(arena, from->high, count));
}

static fzzf__num product(fzzf__arena *arena, size_t a, size_t b)
{
    return fzzf__num_mul(arena, fzzf__num_int((int64_t)a),
                         fzzf__num_int((int64_t)b));
}

/*
 * Cohen (1960): (observed - chance) / (1 - chance), where chance is what two
 * who answer independently, each as often as he did, agree on. Where chance is
 * 1, both gave one and the same answer throughout, and kappa is 0/0.
 */
static void put_kappa(struct fzzf_record *row, const struct fzzf__agreed *from,
                      size_t items)
{
    fzzf__arena *arena = &row->document->arena;
    const size_t both = from->counts[1][1], none = from->counts[0][0];
    const size_t one = both + from->counts[1][0];
    const size_t other = both + from->counts[0][1];
    const fzzf__num agreed =
        fzzf__num_div(arena, fzzf__num_int((int64_t)(both + none)),
                      fzzf__num_int((int64_t)items));
    const fzzf__num chance =
        fzzf__num_div(arena,
                      fzzf__num_add(arena, product(arena, one, other),
                                    product(arena, items - one, items - other)),
                      product(arena, items, items));

    row->values[PAIR_AGREEMENT] = fzzf__num_exact_text(arena, agreed);
    row->values[PAIR_CHANCE] = fzzf__num_exact_text(arena, chance);
    if (fzzf__num_equal(chance, FZZF__ONE)) {
        fzzf__record_put(row, PAIR_UNDEFINED, "no-variation");
        return;
    }
    row->values[PAIR_KAPPA] = fzzf__num_exact_text(
        arena, fzzf__num_div(arena, fzzf__num_sub(arena, agreed, chance),
                             fzzf__num_sub(arena, FZZF__ONE, chance)));
}

static void put_pair(const struct fzzf__assessing *assessing, size_t one,
                     size_t other)
{
    const struct fzzf__agreed *from = &assessing->agreed[one][other];
    const size_t items = from->counts[0][0] + from->counts[0][1] +
                         from->counts[1][0] + from->counts[1][1];
    struct fzzf_record *row;

    if (items + from->left_out == 0)
        return;
    row = fzzf__record_append(assessing->made, ASSESSMENTS_PAIRS);
    if (row == NULL)
        return;
    fzzf__record_put(row, PAIR_ONE,
                     fzzf__word(&fzzf__assessor_words, (int)one));
    fzzf__record_put(row, PAIR_OTHER,
                     fzzf__word(&fzzf__assessor_words, (int)other));
    fzzf__put_size(row, PAIR_ITEMS, items);
    fzzf__put_size(row, PAIR_BOTH_MET, from->counts[1][1]);
    fzzf__put_size(row, PAIR_ONE_MET, from->counts[1][0]);
    fzzf__put_size(row, PAIR_OTHER_MET, from->counts[0][1]);
    fzzf__put_size(row, PAIR_NONE_MET, from->counts[0][0]);
    fzzf__put_size(row, PAIR_LEFT_OUT, from->left_out);
    if (items == 0)
        fzzf__record_put(row, PAIR_UNDEFINED, "no-items");
    else
        put_kappa(row, from, items);
}

void fzzf__agreement_put(struct fzzf__assessing *assessing)
{
    for (size_t n = 0; n < assessing->system->node_count; n++)
        put_inflation(assessing, n);
    for (size_t i = 0; i < FZZF_ASSESSOR_COUNT; i++)
        for (size_t k = i + 1; k < FZZF_ASSESSOR_COUNT; k++)
            put_pair(assessing, i, k);
}
