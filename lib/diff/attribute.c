/* SPDX-License-Identifier: Apache-2.0 */
/* Shares of a change of score: Shapley values over the mixtures of two sides.
 */

#include "base/memory.h"
#include "base/number.h"
#include "base/options.h"
#include "diff/mix.h"
#include "fzzf/diff.h"
#include "model/contract.h"
#include "model/result.h"

#define ALL  (FZZF__MIX_COUNT - 1)
#define DATA ((unsigned)FZZF__MIX_DATA)

struct fzzf_attribution {
    fzzf__arena arena;
    struct fzzf_share *items;
    size_t count;
};

/* The sides, and the result of every mixture. */
struct sides {
    const struct fzzf_system *systems[2];
    fzzf_contract *contracts[2];
    const struct fzzf_declaration *declarations[2];
    struct fzzf_system *mixed[FZZF__MIX_COUNT];
    struct fzzf_result *results[FZZF__MIX_COUNT]; /* NULL: cannot be made */
};

/* Evaluates one mixture. What is not memory only leaves it without result. */
static fzzf_status evaluate(struct sides *sides, unsigned bits)
{
    fzzf_contract *const contract =
        sides->contracts[(bits & FZZF__MIX_RULE) != 0];
    struct fzzf_declaration *declaration = NULL;
    fzzf_plan *plan = NULL;
    fzzf_status status = FZZF_E_MEMORY;

    sides->mixed[bits] = fzzf__mix_system(sides->systems, bits);
    if (sides->mixed[bits] != NULL)
        declaration = fzzf__mix_declaration(
            sides->declarations[(bits & DATA) != 0], sides->mixed[bits]);
    if (declaration != NULL)
        status = fzzf_plan_new(&plan, sides->mixed[bits], contract, NULL);
    if (status == FZZF_OK)
        status =
            fzzf_plan_evaluate(plan, &sides->results[bits], declaration, NULL);
    fzzf_plan_unref(plan);
    fzzf_declaration_unref(declaration);
    return status == FZZF_E_MEMORY ? status : FZZF_OK;
}

static void release(struct sides *sides)
{
    for (size_t i = 0; i < FZZF__MIX_COUNT; i++) {
        fzzf_result_unref(sides->results[i]);
        fzzf_system_unref(sides->mixed[i]);
    }
}

/* The one number that node @id scores in mixture @bits; false: none. */
static bool score_in(const struct sides *sides, unsigned bits, const char *id,
                     fzzf__num *score)
{
    const struct fzzf_result *const result = sides->results[bits];
    const struct fzzf__node_result *node;
    size_t index;

    if (result == NULL)
        return false;
    index = fzzf__names_find(&result->system->by_id, id);
    if (index == FZZF__NO_NAME)
        return false;
    node = &result->nodes[index];
    if (node->state != FZZF_SCORE_EXACT || node->score == NULL)
        return false;
    *score = node->score->num;
    return true;
}

/* How many of the orders of @players put @others of them before one more:
 * others! (players - 1 - others)!, for up to four. */
static int64_t orders(unsigned others, unsigned players)
{
    static const int64_t factorial[] = {1, 1, 2, 6, 24};

    return factorial[others] * factorial[players - 1 - others];
}

static unsigned size_of(unsigned bits)
{
    unsigned count = 0;

    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* The Shapley value of the player @bit of four, scores[] by mixture. */
static fzzf__num value_of_four(fzzf__arena *arena, const fzzf__num *scores,
                               unsigned bit)
{
    fzzf__num sum = FZZF__ZERO;

    for (unsigned bits = 0; bits <= ALL; bits++) {
        const fzzf__num weight =
            fzzf__num_ratio(arena, orders(size_of(bits & ~bit), 4), 24);

        if ((bits & bit) != 0)
            continue;
        sum =
            fzzf__num_add(arena, sum,
                          fzzf__num_mul(arena, weight,
                                        fzzf__num_sub(arena, scores[bits | bit],
                                                      scores[bits])));
    }
    return sum;
}

static const fzzf_number *keep(struct fzzf_attribution *to, fzzf__num num)
{
    return fzzf__number_make(&to->arena, fzzf__num_copy(&to->arena, num));
}

static void share_four(struct fzzf_attribution *to, const fzzf__num *scores,
                       struct fzzf_share *share)
{
    fzzf__arena *const arena = &to->arena;
    const fzzf__num data = value_of_four(arena, scores, DATA);
    const fzzf__num change = fzzf__num_sub(arena, scores[ALL], scores[0]);

    share->data = keep(to, data);
    share->system = keep(to, fzzf__num_sub(arena, change, data));
    share->weight = keep(to, value_of_four(arena, scores, FZZF__MIX_WEIGHT));
    share->rule = keep(to, value_of_four(arena, scores, FZZF__MIX_RULE));
    share->edition = keep(to, value_of_four(arena, scores, FZZF__MIX_EDITION));
}

/* Two players: the data, and all else at once. */
static void share_two(struct fzzf_attribution *to, const fzzf__num *scores,
                      struct fzzf_share *share)
{
    fzzf__arena *const arena = &to->arena;
    const fzzf__num early = fzzf__num_sub(arena, scores[DATA], scores[0]);
    const fzzf__num late =
        fzzf__num_sub(arena, scores[ALL], scores[ALL & ~DATA]);
    const fzzf__num data = fzzf__num_div(
        arena, fzzf__num_add(arena, early, late), fzzf__num_int(2));

    share->data = keep(to, data);
    share->system = keep(
        to, fzzf__num_sub(arena, fzzf__num_sub(arena, scores[ALL], scores[0]),
                          data));
}

/* Tells what can be told of a node that both sides score. */
static void add_node(struct fzzf_attribution *to, const struct sides *sides,
                     const struct fzzf_indicator *node)
{
    fzzf__num scores[FZZF__MIX_COUNT];
    bool known[FZZF__MIX_COUNT], all = true;
    struct fzzf_share *const share = &to->items[to->count];

    for (unsigned bits = 0; bits <= ALL; bits++) {
        known[bits] = score_in(sides, bits, node->id, &scores[bits]);
        all = all && known[bits];
    }
    if (!known[0] || !known[ALL])
        return;
    share->size = sizeof *share;
    share->node = fzzf__arena_text(&to->arena, node->id);
    share->title = fzzf__arena_text(&to->arena, node->title);
    share->before = keep(to, scores[0]);
    share->after = keep(to, scores[ALL]);
    share->change = keep(to, fzzf__num_sub(&to->arena, scores[ALL], scores[0]));
    if (all)
        share_four(to, scores, share);
    else if (known[DATA] && known[ALL & ~DATA])
        share_two(to, scores, share);
    to->count++;
}

static fzzf_status attribute(struct fzzf_attribution *to, struct sides *sides)
{
    const struct fzzf_system *const system = sides->systems[1];
    fzzf_status status = FZZF_OK;

    for (unsigned bits = 1; status == FZZF_OK && bits < ALL; bits++)
        status = evaluate(sides, bits);
    if (status != FZZF_OK)
        return status;
    to->items = fzzf__arena_alloc(&to->arena,
                                  (system->node_count + 1) * sizeof *to->items);
    for (size_t i = 0; to->items != NULL && i < system->node_count; i++)
        add_node(to, sides, &system->nodes[i]);
    return to->arena.spoiled;
}

fzzf_status fzzf_attribution_new(fzzf_attribution **out, fzzf_plan *from,
                                 fzzf_declaration *from_declaration,
                                 fzzf_plan *to,
                                 fzzf_declaration *to_declaration,
                                 fzzf_diags *diags)
{
    struct sides sides = {.declarations = {from_declaration, to_declaration}};
    struct fzzf_attribution *made;
    fzzf_status status;

    if (out == NULL || from == NULL || to == NULL || from_declaration == NULL ||
        to_declaration == NULL)
        return FZZF_E_ARGUMENT;
    sides.systems[0] = fzzf_plan_system(from);
    sides.systems[1] = fzzf_plan_system(to);
    sides.contracts[0] = fzzf_plan_contract(from);
    sides.contracts[1] = fzzf_plan_contract(to);
    made = fzzf__calloc(1, sizeof *made);
    if (made == NULL)
        return FZZF_E_MEMORY;
    fzzf__arena_init(&made->arena);
    status =
        fzzf_plan_evaluate(from, &sides.results[0], from_declaration, diags);
    if (status == FZZF_OK)
        status =
            fzzf_plan_evaluate(to, &sides.results[ALL], to_declaration, diags);
    if (status == FZZF_OK)
        status = attribute(made, &sides);
    release(&sides);
    if (status == FZZF_OK)
        *out = made;
    else
        fzzf_attribution_free(made);
    return status;
}

void fzzf_attribution_free(fzzf_attribution *attribution)
{
    if (attribution == NULL)
        return;
    fzzf__arena_free(&attribution->arena);
    fzzf__free(attribution);
}

size_t fzzf_attribution_count(const fzzf_attribution *attribution)
{
    return attribution->count;
}

int fzzf_attribution_at(const fzzf_attribution *attribution, size_t index,
                        fzzf_share *view)
{
    const fzzf_share none = {.size = sizeof none};

    if (index >= attribution->count)
        return fzzf__view_write(view, &none, sizeof none) && 0;
    return fzzf__view_write(view, &attribution->items[index], sizeof none);
}
