/* SPDX-License-Identifier: Apache-2.0 */
/* What the sides say of one declaration, and where they differ. */

#include <string.h>

#include "course/assessments.h"
#include "course/reasons.h"
#include "model/result.h"

/* How far apart assessors are. */
struct apart {
    fzzf_answer differs;
    bool scored; /* two have scores */
    fzzf__num low, high;
};

static void put_side(struct fzzf_record *row, size_t column,
                     const fzzf_node *node, fzzf_answer answer)
{
    if (node->score != NULL)
        fzzf__put_ends(row, column, node->score->num, node->high->num);
    fzzf__record_put(row, column + 2, fzzf_answer_name(answer));
}

static bool is_known(fzzf_answer answer)
{
    return answer == FZZF_YES || answer == FZZF_NO;
}

/* Whether two assessors differ beyond their scores. */
static fzzf_answer contradict(const fzzf_node *one, const fzzf_node *other)
{
    const bool out = one->state == FZZF_SCORE_NOT_APPLICABLE;

    if (out != (other->state == FZZF_SCORE_NOT_APPLICABLE))
        return FZZF_YES;
    if (out)
        return FZZF_NO;
    if (is_known(one->met) && is_known(other->met) && one->met != other->met)
        return FZZF_YES;
    return one->met == FZZF_UNDETERMINED || other->met == FZZF_UNDETERMINED ||
                   (one->score == NULL) != (other->score == NULL)
               ? FZZF_UNDETERMINED
               : FZZF_NO;
}

static void widen(fzzf__arena *arena, struct apart *apart,
                  const fzzf_node *above, const fzzf_node *below)
{
    apart->low = fzzf__num_max(
        arena, apart->low,
        fzzf__num_sub(arena, above->score->num, below->high->num));
    apart->high = fzzf__num_max(
        arena, apart->high,
        fzzf__num_sub(arena, above->high->num, below->score->num));
}

static void weigh(struct apart *apart, fzzf_answer answer)
{
    if (answer == FZZF_YES || apart->differs == FZZF_NO)
        apart->differs = answer;
}

static void compare(fzzf__arena *arena, struct apart *apart,
                    const fzzf_node *one, const fzzf_node *other)
{
    weigh(apart, contradict(one, other));
    if (one->score == NULL || other->score == NULL)
        return;
    apart->scored = true;
    widen(arena, apart, one, other);
    widen(arena, apart, other, one);
}

/* The spread of scores is the widest of all pairs. */
static struct apart compare_all(fzzf__arena *arena, const fzzf_node *nodes,
                                size_t count)
{
    struct apart apart = {FZZF_NO, false, FZZF__ZERO, FZZF__ZERO};

    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            compare(arena, &apart, &nodes[i], &nodes[k]);
    if (fzzf__num_sign(apart.low) > 0)
        weigh(&apart, FZZF_YES);
    else if (fzzf__num_sign(apart.high) > 0)
        weigh(&apart, FZZF_UNDETERMINED);
    return apart;
}

/* "a=3 b=1", or marks. */
static void add_entries(fzzf__text *text, const struct fzzf__observation *from)
{
    for (size_t i = 0; i < from->entry_count; i++) {
        const struct fzzf__entry *entry = &from->entries[i];

        fzzf__text_add(text, i > 0 ? " " : "");
        if (entry->of != NULL) {
            fzzf__text_add(text, entry->of);
            fzzf__text_add(text, entry->value == NULL ? "" : "=");
        }
        fzzf__text_add(text, entry->value == NULL ? "" : entry->value);
    }
}

/* What an observation says: its value, else its state. */
static void put_value(struct fzzf_record *row, size_t field,
                      const struct fzzf__observation *from)
{
    fzzf__text text = {0};

    if (from->value != NULL) {
        fzzf__text_add(&text, from->value);
    } else if (from->numerator != NULL) {
        fzzf__text_add(&text, from->numerator);
        fzzf__text_add(&text, "/");
        fzzf__text_add(&text, from->denominator);
    } else if (from->entry_count > 0) {
        add_entries(&text, from);
    } else {
        fzzf__text_add(&text, fzzf__word(&fzzf__state_words, (int)from->state));
    }
    if (text.failed)
        row->document->arena.spoiled = FZZF_E_MEMORY;
    else
        fzzf__record_put(row, field, text.bytes);
    fzzf__text_free(&text);
}

static bool same_text(const char *one, const char *other)
{
    return one == other ||
           (one != NULL && other != NULL && strcmp(one, other) == 0);
}

/* The row of an observation among those from @first on, or a new one. */
static struct fzzf_record *said_row(struct fzzf__assessing *assessing,
                                    size_t first, const char *node,
                                    const struct fzzf__observation *of)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(assessing->made, ASSESSMENTS_VALUES);
    struct fzzf_record *row;

    for (size_t i = first; i < list->count; i++)
        if (same_text(list->items[i]->values[SAID_OBSERVATION], of->id) &&
            same_text(list->items[i]->values[SAID_PERIOD], of->period))
            return list->items[i];
    row = fzzf__record_append(assessing->made, ASSESSMENTS_VALUES);
    if (row == NULL)
        return NULL;
    fzzf__record_put(row, SAID_DECLARATION, assessing->declaration->id);
    fzzf__record_put(row, SAID_NODE, node);
    fzzf__record_put(row, SAID_OBSERVATION, of->id);
    fzzf__record_put(row, SAID_PERIOD, of->period);
    return row;
}

/* Who said what of an indicator about which they differ. */
static void put_values(struct fzzf__assessing *assessing, const char *node)
{
    const fzzf_declaration *declaration = assessing->declaration;
    const size_t first =
        fzzf__record_list(assessing->made, ASSESSMENTS_VALUES)->count;

    for (size_t i = 0; i < declaration->assessment_count; i++) {
        const struct fzzf__assessment *by = &declaration->assessments[i];

        for (size_t k = 0; k < by->statement_count; k++) {
            const struct fzzf__statement *statement = &by->statements[k];

            if (strcmp(statement->node, node) != 0)
                continue;
            for (size_t o = 0; o < statement->observation_count; o++) {
                struct fzzf_record *row = said_row(assessing, first, node,
                                                   &statement->observations[o]);

                if (row != NULL)
                    put_value(row, SAID_BY + (size_t)by->assessor,
                              &statement->observations[o]);
            }
        }
    }
}

/* What was counted of one declaration. */
struct counted {
    size_t compared, differing, open;
    bool reviewed;
};

static void put_apart(struct fzzf__assessing *assessing,
                      struct fzzf_record *row, const struct apart *apart,
                      struct counted *counted)
{
    counted->compared++;
    counted->differing += apart->differs == FZZF_YES;
    counted->open += apart->differs == FZZF_UNDETERMINED;
    fzzf__record_put(row, INDICATOR_DIFFERS, fzzf_answer_name(apart->differs));
    if (apart->scored)
        fzzf__put_ends(row, INDICATOR_SPREAD, apart->low, apart->high);
    if (apart->differs != FZZF_NO)
        put_values(assessing, fzzf__record_value(row, INDICATOR_NODE));
}

static void put_indicator(struct fzzf__assessing *assessing, size_t n,
                          struct counted *counted)
{
    struct fzzf_record *row =
        fzzf__record_append(assessing->made, ASSESSMENTS_INDICATORS);
    fzzf_node nodes[FZZF__SIDES], node = {.size = sizeof node};
    size_t count = 0;
    struct apart apart;

    if (row == NULL)
        return;
    (void)fzzf_result_node(assessing->results[FZZF__DECIDED], n, &node);
    fzzf__record_put(row, INDICATOR_DECLARATION, assessing->declaration->id);
    fzzf__record_put(row, INDICATOR_NODE, node.id);
    fzzf__record_put(row, INDICATOR_TITLE, node.title);
    put_side(row, FZZF__COLUMN(INDICATOR, FZZF__DECIDED), &node, node.met);
    for (size_t i = 0; i < FZZF_ASSESSOR_COUNT; i++)
        if (fzzf__has_entry(assessing, n, i)) {
            const size_t side = FZZF__SIDE(i);

            (void)fzzf_result_node(assessing->results[side], n, &node);
            put_side(row, FZZF__COLUMN(INDICATOR, side), &node, node.met);
            nodes[count++] = node;
        }
    if (count < 2)
        return;
    apart = compare_all(&assessing->arena, nodes, count);
    put_apart(assessing, row, &apart, counted);
}

/* Totals, where someone before the unit itself decided. */
static void put_inflation(const struct fzzf__assessing *assessing,
                          struct fzzf_record *row)
{
    fzzf__arena *arena = &row->document->arena;
    fzzf_node self = {.size = sizeof self}, decided = {.size = sizeof decided};
    const fzzf_result *own = assessing->results[FZZF__SIDE(FZZF_ASSESSOR_SELF)];

    if (own == NULL || !fzzf_result_node(own, 0, &self) ||
        !fzzf_result_node(assessing->results[FZZF__DECIDED], 0, &decided) ||
        self.score == NULL || decided.score == NULL)
        return;
    fzzf__put_ends(row, ASSESSED_INFLATION,
                   fzzf__num_sub(arena, self.score->num, decided.high->num),
                   fzzf__num_sub(arena, self.high->num, decided.score->num));
}

static void put_totals(const struct fzzf__assessing *assessing,
                       struct fzzf_record *row)
{
    for (size_t i = 0; i < FZZF__SIDES; i++) {
        const fzzf_result *result = assessing->results[i];
        fzzf_node whole = {.size = sizeof whole};
        fzzf_verdict verdict = {.size = sizeof verdict};

        if (result == NULL)
            continue;
        (void)fzzf_result_node(result, 0, &whole);
        (void)fzzf_result_verdict(result, &verdict);
        put_side(row, FZZF__COLUMN(ASSESSED, i), &whole, verdict.eligible);
    }
}

void fzzf__sides_put(struct fzzf__assessing *assessing)
{
    const fzzf_declaration *declaration = assessing->declaration;
    struct fzzf_record *row =
        fzzf__record_append(assessing->made, ASSESSMENTS_ASSESSED);
    struct counted counted = {0, 0, 0, false};

    if (row == NULL)
        return;
    for (size_t n = 0; n < assessing->system->node_count; n++) {
        if (assessing->entries[n] == 0)
            continue;
        put_indicator(assessing, n, &counted);
        fzzf__agreement_count(assessing, n);
        counted.reviewed |= fzzf__is_reviewed(assessing, n);
    }
    fzzf__record_put(row, ASSESSED_DECLARATION, declaration->id);
    fzzf__record_put(row, ASSESSED_UNIT, declaration->unit_code);
    fzzf__record_put(row, ASSESSED_NAME, declaration->unit_name);
    if (counted.reviewed)
        put_inflation(assessing, row);
    fzzf__put_size(row, ASSESSED_COMPARED, counted.compared);
    fzzf__put_size(row, ASSESSED_DIFFERING, counted.differing);
    fzzf__put_size(row, ASSESSED_OPEN, counted.open);
    put_totals(assessing, row);
    assessing->differing += counted.differing;
    assessing->open += counted.open;
}
