/* SPDX-License-Identifier: Apache-2.0 */
/* Which nodes of a result lost points, in the order to tell them. */
#include "losses.h"

#include <stdlib.h>
#include <string.h>

struct loss {
    size_t index;
    int level;
    const fzzf_number *amount; /* in the parent's score; NULL: unknown */
};

/* Finds each node's part in its parent's score, from the parent's causes. */
static void find_amounts(const fzzf_result *result, struct loss *losses,
                         size_t count)
{
    fzzf_cause cause = {.size = sizeof cause};
    size_t i;
    size_t j;

    for (i = 0; i < count; i++)
        for (j = 0; fzzf_result_cause(result, i, j, &cause); j++) {
            size_t child;

            if (cause.node == NULL || strcmp(cause.code, "child") != 0)
                continue;
            child = fzzf_result_find(result, cause.node);
            if (child < count)
                losses[child].amount = cause.amount;
        }
}

static bool is_told(const fzzf_node *node, const struct loss *loss,
                    const fzzf_number *zero)
{
    switch (node->state) {
    case FZZF_SCORE_EXACT:
        break;
    case FZZF_SCORE_NOT_APPLICABLE:
    case FZZF_SCORE_ABSENT:
    case FZZF_SCORE_UNSCORED:
        return false;
    case FZZF_SCORE_BOUNDED:
    case FZZF_SCORE_REFUSED:
    case FZZF_SCORE_NO_VALUE:
    case FZZF_SCORE_NOT_COMPUTABLE:
    case FZZF_SCORE_STOPPED:
        return true;
    }
    /* A bonus that was not earned is no loss. */
    if (node->bonus != 0)
        return fzzf_number_compare(node->score, zero) < 0;
    if (loss->amount != NULL && fzzf_number_compare(loss->amount, zero) < 0)
        return true;
    return node->full != NULL &&
           fzzf_number_compare(node->score, node->full) < 0;
}

static int by_depth_and_loss(const void *one, const void *other)
{
    const struct loss *const a = one;
    const struct loss *const b = other;
    int order;

    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    if ((a->amount == NULL) != (b->amount == NULL))
        return a->amount == NULL ? 1 : -1;
    order = a->amount == NULL ? 0 : fzzf_number_compare(a->amount, b->amount);
    if (order != 0)
        return order;
    return a->index < b->index ? -1 : 1;
}

/* Moves what is told to the front; gives how many. */
static size_t choose(const fzzf_result *result, struct loss *losses,
                     size_t count, const fzzf_number *zero)
{
    fzzf_node node = {.size = sizeof node};
    size_t kept = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        losses[i].index = i;
        (void)fzzf_result_node(result, i, &node);
        losses[i].level = node.level;
        if (is_told(&node, &losses[i], zero))
            losses[kept++] = losses[i];
    }
    return kept;
}

bool losses_find(const fzzf_result *result, size_t **out, size_t *count)
{
    const size_t nodes = fzzf_result_count(result);
    struct loss *const losses = calloc(nodes + 1, sizeof *losses);
    size_t *const indices = calloc(nodes + 1, sizeof *indices);
    fzzf_number *zero = NULL;
    size_t kept;
    size_t i;

    if (losses == NULL || indices == NULL ||
        fzzf_number_parse(&zero, "0") != FZZF_OK) {
        free(losses);
        free(indices);
        return false;
    }
    find_amounts(result, losses, nodes);
    kept = choose(result, losses, nodes, zero);
    qsort(losses, kept, sizeof *losses, by_depth_and_loss);
    for (i = 0; i < kept; i++)
        indices[i] = losses[i].index;
    fzzf_number_free(zero);
    free(losses);
    *out = indices;
    *count = kept;
    return true;
}
