/* SPDX-License-Identifier: Apache-2.0 */
/* The order of nodes, and how many rounds of the cohort each waits for. */

#include "eval/plan.h"

#include "base/memory.h"

enum { UNSEEN, OPEN, DONE };

/* What each node reads, as lists in one array: the edges sorted by reader. */
struct reads {
    size_t *first; /* by node: index of its first; one more at the end */
    size_t *read;
    size_t *stack, *next; /* of the walk */
    unsigned char *state;
};

static size_t child_edges(const struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];

    return node->child_count + (node->substitute != NULL ? 1 : 0);
}

static bool make_reads(struct fzzf_plan *plan, struct reads *reads)
{
    const size_t count = plan->system->node_count;
    size_t total = plan->program.edge_count;

    for (size_t n = 0; n < count; n++)
        total += child_edges(plan, n);
    reads->first = fzzf__calloc(count + 2, sizeof *reads->first);
    reads->read = fzzf__calloc(total + 1, sizeof *reads->read);
    reads->stack = fzzf__calloc(count + 1, sizeof *reads->stack);
    reads->next = fzzf__calloc(count + 1, sizeof *reads->next);
    reads->state = fzzf__calloc(count + 1, 1);
    return reads->first != NULL && reads->read != NULL &&
           reads->stack != NULL && reads->next != NULL && reads->state != NULL;
}

/* The parent of a node that may be substituted reads the substitute. */
static size_t substitute_of(const struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *node = &plan->system->nodes[n];

    return node->substitute == NULL
               ? FZZF__NO_NAME
               : fzzf__names_find(&plan->system->by_id, node->substitute);
}

static void fill_reads(struct fzzf_plan *plan, struct reads *reads)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;
    const size_t count = plan->system->node_count;
    size_t *first = reads->first;

    for (size_t i = 0; i < plan->program.edge_count; i++)
        first[plan->program.edges[i].reader + 2]++;
    for (size_t n = 1; n < count; n++) {
        first[nodes[n].parent + 2]++;
        if (substitute_of(plan, n) != FZZF__NO_NAME)
            first[nodes[n].parent + 2]++;
    }
    for (size_t n = 2; n < count + 2; n++)
        first[n] += first[n - 1];
    /* first[n + 1] is now where the list of n begins; filling moves it on. */
    for (size_t n = 1; n < count; n++) {
        reads->read[first[nodes[n].parent + 1]++] = n;
        if (substitute_of(plan, n) != FZZF__NO_NAME)
            reads->read[first[nodes[n].parent + 1]++] = substitute_of(plan, n);
    }
    for (size_t i = 0; i < plan->program.edge_count; i++)
        reads->read[first[plan->program.edges[i].reader + 1]++] =
            plan->program.edges[i].read;
}

/* Visits what @root reads, depth first; every node goes to the order last. */
static void walk(struct fzzf_plan *plan, struct reads *reads, size_t root,
                 size_t *placed)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;
    size_t depth = 0;

    reads->stack[depth] = root;
    reads->next[depth] = reads->first[root];
    reads->state[root] = OPEN;
    for (;;) {
        const size_t n = reads->stack[depth];
        size_t read;

        if (reads->next[depth] == reads->first[n + 1]) {
            reads->state[n] = DONE;
            plan->order[(*placed)++] = n;
            if (depth-- == 0)
                return;
            continue;
        }
        read = reads->read[reads->next[depth]++];
        if (reads->state[read] == OPEN) {
            fzzf__fault(&plan->program, &nodes[n].place, FZZF__F_CYCLE,
                        nodes[n].id, nodes[read].id);
            continue;
        }
        if (reads->state[read] == DONE)
            continue;
        reads->state[read] = OPEN;
        reads->stack[++depth] = read;
        reads->next[depth] = reads->first[read];
    }
}

static unsigned later(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

/* The stage at which the children of @n, and what stands for them, are known.
 */
static unsigned children_stage(const struct fzzf_plan *plan, size_t n)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;
    unsigned stage = 0;

    for (size_t c = n + 1; c < nodes[n].end; c = nodes[c].end) {
        const size_t other = substitute_of(plan, c);

        stage = later(stage, plan->nodes[c].stage);
        if (other != FZZF__NO_NAME)
            stage = later(stage, plan->nodes[other].stage);
    }
    return stage;
}

/* The stage at which an operator of node @n knows all it reads. */
static unsigned op_stage(const struct fzzf_plan *plan, size_t n,
                         const struct fzzf__op *op)
{
    const struct fzzf__program *program = &plan->program;
    unsigned stage = 0;

    for (size_t i = 0; i < op->arg_count; i++) {
        if (op->args[i].op != FZZF__NO_OP)
            stage = later(stage, program->ops[op->args[i].op].stage);
        else if (i < FZZF__PARAMS_MAX &&
                 op->kind->params[i].type == FZZF_PARAM_NODE)
            stage = later(stage, plan->nodes[op->args[i].whole].stage);
    }
    for (size_t i = 0; i < op->part_count; i++)
        stage = later(stage, program->ops[op->parts[i]].stage);
    for (size_t i = 0; i < op->node_count; i++)
        stage = later(stage, plan->nodes[op->nodes[i]].stage);
    if (op->kind == &fzzf__op_node_score || op->kind == &fzzf__op_score)
        stage = later(stage, plan->nodes[op->target].stage);
    if (op->kind == &fzzf__op_own_rate || op->kind == &fzzf__op_own_full)
        stage = later(stage, plan->nodes[n].stage);
    if (op->kind == &fzzf__op_combine && op->part_count == 0)
        stage = later(stage, children_stage(plan, n));
    return stage + (op->kind->cohort ? 1 : 0);
}

static void stage_span(struct fzzf_plan *plan, size_t n,
                       const struct fzzf__span *span)
{
    for (size_t i = span->from; i < span->to; i++) {
        struct fzzf__op *op = &plan->program.ops[i];

        op->stage = op_stage(plan, n, op);
        plan->nodes[n].stage = later(plan->nodes[n].stage, op->stage);
    }
}

static void set_stages(struct fzzf_plan *plan)
{
    const struct fzzf_indicator *nodes = plan->system->nodes;

    for (size_t i = 0; i < plan->system->node_count; i++) {
        const size_t n = plan->order[i];
        struct fzzf__node_plan *node = &plan->nodes[n];

        node->stage = later(node->stage, children_stage(plan, n));
        stage_span(plan, n, &node->rule);
        for (size_t v = 0; v < nodes[n].veto_count; v++)
            stage_span(plan, n, &node->vetoes[v].span);
        stage_span(plan, n, &node->grading_span);
        stage_span(plan, n, &node->met_span);
        stage_span(plan, n, &node->require_span);
        plan->stages = later(plan->stages, node->stage);
    }
}

void fzzf__plan_order(struct fzzf_plan *plan)
{
    const size_t count = plan->system->node_count;
    struct reads reads = {NULL, NULL, NULL, NULL, NULL};
    size_t placed = 0;

    plan->order =
        fzzf__arena_alloc(&plan->arena, (count + 2) * sizeof *plan->order);
    if (plan->order != NULL && make_reads(plan, &reads)) {
        fill_reads(plan, &reads);
        for (size_t n = 0; n < count; n++)
            if (reads.state[n] == UNSEEN)
                walk(plan, &reads, n, &placed);
        set_stages(plan);
    } else {
        plan->arena.spoiled = FZZF_E_MEMORY;
    }
    fzzf__free(reads.first);
    fzzf__free(reads.read);
    fzzf__free(reads.stack);
    fzzf__free(reads.next);
    fzzf__free(reads.state);
}
