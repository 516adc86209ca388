/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts for the evidence of a declaration, indicator by indicator. */

#include "course/evidence.h"

#include <string.h>

#include "course/belongs.h"
#include "fzzf/course.h"

/* More of them lead to before the years of all dates. */
#define MONTHS_MAX (300 * 12)

struct fzzf__because fzzf__evidence_called(int kind)
{
    static const char *const zh[] = {
        [FZZF_EVIDENCE_DOCUMENT] = "文件",  [FZZF_EVIDENCE_PICTURE] = "图片",
        [FZZF_EVIDENCE_NEWS] = "新闻链接",  [FZZF_EVIDENCE_AWARD] = "获奖材料",
        [FZZF_EVIDENCE_BRIEF] = "情况简介",
    };

    if (kind == 0)
        return (struct fzzf__because){"any", "佐证", "any kind"};
    return (struct fzzf__because){fzzf__word(&fzzf__evidence_words, kind),
                                  zh[kind], NULL};
}

bool fzzf__months_before(const char *day, size_t months,
                         char out[FZZF__DAY_SIZE])
{
    long days;

    *out = '\0';
    if (months > MONTHS_MAX || !fzzf__date_parse(day, &days))
        return false;
    fzzf__date_format(fzzf__date_add_months(days, -(long)months), out);
    return *out != '\0';
}

static fzzf_status read_demand(struct fzzf__checking *checking,
                               const struct fzzf_record *row,
                               struct fzzf__demand *demand)
{
    const char *kind = fzzf__record_value(row, EVIDENCE_KIND);
    size_t months = 0;

    demand->indicator = fzzf__record_value(row, EVIDENCE_INDICATOR);
    demand->kind =
        kind == NULL ? 0 : fzzf__word_find(&fzzf__evidence_words, kind);
    demand->counts = fzzf__size_value(fzzf__record_value(row, EVIDENCE_LEAST),
                                      &demand->least);
    demand->from = fzzf__record_value(row, EVIDENCE_FROM);
    demand->to = fzzf__record_value(row, EVIDENCE_TO);
    if (!fzzf__size_value(fzzf__record_value(row, EVIDENCE_MONTHS), &months))
        return FZZF_OK;
    if (checking->day == NULL)
        return fzzf__report(checking->diags, FZZF_E_REFERENCE,
                            FZZF__F_NO_CHECK_DAY, &row->place, NULL);
    if (!fzzf__months_before(checking->day, months, demand->oldest))
        *demand->oldest = '\0';
    return FZZF_OK;
}

static fzzf_status read_demands(struct fzzf__checking *checking,
                                const struct fzzf_record *batch)
{
    const struct fzzf__record_list *rows =
        fzzf__record_list(batch, BATCH_EVIDENCE);
    fzzf_status status = FZZF_OK;

    checking->demands = fzzf__arena_alloc(
        &checking->arena, (rows->count + 1) * sizeof *checking->demands);
    if (checking->demands == NULL)
        return FZZF_E_MEMORY;
    for (size_t i = 0; i < rows->count && status == FZZF_OK; i++) {
        status = fzzf__indicator_check(&checking->arena, checking->system,
                                       rows->items[i], EVIDENCE_INDICATOR,
                                       checking->diags);
        if (status == FZZF_OK)
            status =
                read_demand(checking, rows->items[i], &checking->demands[i]);
    }
    checking->demand_count = rows->count;
    return status;
}

/* The assessment of @assessor, or NULL. */
static const struct fzzf__assessment *
assessment_of(const struct fzzf_declaration *declaration,
              fzzf_assessor assessor)
{
    for (size_t i = 0; i < declaration->assessment_count; i++)
        if (declaration->assessments[i].assessor == assessor)
            return &declaration->assessments[i];
    return NULL;
}

/* Puts every statement at the place of its indicator, and makes room for what
 * their evidence holds. */
static fzzf_status place_statements(struct fzzf__checking *checking,
                                    const struct fzzf__assessment *from,
                                    const struct fzzf__statement **at)
{
    const size_t count = from == NULL ? 0 : from->statement_count;
    fzzf_status status = FZZF_OK;
    size_t pieces = 1;

    for (size_t i = 0; i < count; i++) {
        const struct fzzf__statement *statement = &from->statements[i];
        const size_t node =
            fzzf__names_find(&checking->system->by_id, statement->node);

        pieces += statement->evidence_count;
        if (node == FZZF__NO_NAME)
            status = fzzf__indicator_unknown(&checking->arena, checking->system,
                                             statement->node, &statement->place,
                                             checking->diags);
        else
            at[node] = statement;
    }
    checking->uses =
        fzzf__arena_alloc(&checking->arena, pieces * sizeof *checking->uses);
    checking->places =
        fzzf__arena_alloc(&checking->arena, pieces * sizeof *checking->places);
    return checking->arena.spoiled != FZZF_OK ? checking->arena.spoiled
                                              : status;
}

/* Pieces of one indicator, by kind (0: all). */
struct counts {
    size_t all[FZZF__EVIDENCE_KINDS], sound[FZZF__EVIDENCE_KINDS], on_site;
};

static struct counts count_pieces(struct fzzf__checking *checking,
                                  const struct fzzf__statement *statement)
{
    struct counts counts = {.on_site = 0};

    for (size_t i = 0; statement != NULL && i < statement->evidence_count;
         i++) {
        const struct fzzf__evidence *piece = &statement->evidence[i];
        const bool sound = fzzf__piece_check(checking, statement->node, piece);

        counts.all[0]++;
        counts.all[piece->kind]++;
        counts.sound[0] += sound ? 1 : 0;
        counts.sound[piece->kind] += sound ? 1 : 0;
        counts.on_site +=
            piece->submitted != NULL && strcmp(piece->submitted, "on_site") == 0
                ? 1
                : 0;
    }
    return counts;
}

static void put_account(struct fzzf__checking *checking,
                        const struct fzzf_indicator *indicator,
                        const struct counts *counts)
{
    struct fzzf_record *account =
        fzzf__record_append(checking->unit, HOLDING_INDICATORS);

    if (account == NULL)
        return;
    fzzf__record_put(account, ACCOUNT_ID, indicator->id);
    fzzf__record_put(account, ACCOUNT_TITLE, indicator->title);
    for (size_t i = 0; i < FZZF__EVIDENCE_KINDS; i++)
        fzzf__put_size(account, ACCOUNT_PIECES + i, counts->all[i]);
    fzzf__put_size(account, ACCOUNT_ON_SITE, counts->on_site);
    fzzf__put_size(account, ACCOUNT_SOUND, counts->sound[0]);
}

/* Whether an indicator that needs evidence has what the batch demands. */
static bool has_enough(struct fzzf__checking *checking, const char *indicator,
                       const struct counts *counts)
{
    bool enough = counts->all[0] > 0;

    if (!enough)
        fzzf__remark(checking, indicator, NULL, FZZF__BECAUSE_NO_EVIDENCE,
                     &(struct fzzf__because){indicator, NULL, NULL}, 1);
    for (size_t i = 0; i < checking->demand_count; i++) {
        const struct fzzf__demand *demand = &checking->demands[i];
        struct fzzf__because arguments[] = {
            {indicator, NULL, NULL},
            fzzf__evidence_called(demand->kind),
            {NULL, NULL, NULL},
            {NULL, NULL, NULL},
        };

        if (!demand->counts || counts->sound[demand->kind] >= demand->least ||
            (demand->indicator != NULL &&
             strcmp(demand->indicator, indicator) != 0))
            continue;
        arguments[2].value =
            fzzf__size_text(&checking->arena, counts->sound[demand->kind]);
        arguments[3].value = fzzf__size_text(&checking->arena, demand->least);
        fzzf__remark(checking, indicator, NULL, FZZF__BECAUSE_TOO_FEW,
                     arguments, 4);
        enough = false;
    }
    return enough;
}

static void account(struct fzzf__checking *checking,
                    const struct fzzf__statement *const *at)
{
    const struct fzzf_system *system = checking->system;
    size_t pieces = 0, sound = 0, required = 0, lacking = 0;

    for (size_t n = 1; n < system->node_count; n++) {
        const bool needed =
            fzzf__is_worked_on(system, n, checking->declaration->unit_level) &&
            (at[n] == NULL || !at[n]->not_applicable);
        struct counts counts;

        if (!needed && (at[n] == NULL || at[n]->evidence_count == 0))
            continue;
        counts = count_pieces(checking, at[n]);
        put_account(checking, &system->nodes[n], &counts);
        pieces += counts.all[0];
        sound += counts.sound[0];
        required += needed ? 1 : 0;
        if (needed && !has_enough(checking, system->nodes[n].id, &counts))
            lacking++;
    }
    fzzf__put_size(checking->unit, HOLDING_PIECES, pieces);
    fzzf__put_size(checking->unit, HOLDING_SOUND, sound);
    fzzf__put_size(checking->unit, HOLDING_REQUIRED, required);
    fzzf__put_size(checking->unit, HOLDING_LACKING, lacking);
}

static fzzf_status index_files(struct fzzf__checking *checking)
{
    const struct fzzf__record_list *files;

    if (checking->inventory == NULL)
        return FZZF_OK;
    files = fzzf__record_list(checking->inventory, INVENTORY_FILES);
    for (size_t i = 0; i < files->count; i++)
        if (fzzf__names_add(&checking->files,
                            fzzf__record_value(files->items[i], ENTRY_NAME),
                            i) < 0)
            return FZZF_E_MEMORY;
    return FZZF_OK;
}

/* Adds the unit to @check. */
static fzzf_status add_unit(struct fzzf__checking *checking, fzzf_record *check,
                            const struct fzzf__statement *const *at)
{
    const struct fzzf_declaration *declaration = checking->declaration;

    checking->unit = fzzf__record_append(check, CHECK_UNITS);
    if (checking->unit == NULL)
        return FZZF_E_MEMORY;
    fzzf__record_put(checking->unit, HOLDING_DECLARATION, declaration->id);
    fzzf__record_put(checking->unit, HOLDING_CODE, declaration->unit_code);
    fzzf__record_put(checking->unit, HOLDING_NAME, declaration->unit_name);
    account(checking, at);
    return check->document->arena.spoiled != FZZF_OK
               ? check->document->arena.spoiled
               : checking->arena.spoiled;
}

static fzzf_status run(struct fzzf__checking *checking, fzzf_record *check,
                       const fzzf_record *batch)
{
    const char *assessor = fzzf__record_value(check, CHECK_ASSESSOR);
    const struct fzzf__statement **at = fzzf__arena_alloc(
        &checking->arena, checking->system->node_count * sizeof *at);
    fzzf_status status = at == NULL ? FZZF_E_MEMORY : FZZF_OK;

    if (status == FZZF_OK)
        status = read_demands(checking, batch);
    if (status == FZZF_OK)
        status = index_files(checking);
    if (status == FZZF_OK)
        status = place_statements(
            checking,
            assessment_of(checking->declaration,
                          assessor == NULL
                              ? FZZF_ASSESSOR_SELF
                              : (fzzf_assessor)fzzf__word_find(
                                    &fzzf__assessor_words, assessor)),
            at);
    if (status == FZZF_OK)
        status = add_unit(checking, check, at);
    return status;
}

static fzzf_status check_belonging(const fzzf_record *check,
                                   const fzzf_record *batch,
                                   const fzzf_system *system,
                                   const fzzf_declaration *declaration,
                                   fzzf_diags *diags)
{
    const struct fzzf__record_list *units =
        fzzf__record_list(check, CHECK_UNITS);
    const fzzf_status status =
        fzzf__of_batch(check, fzzf__record_value(check, CHECK_BATCH),
                       fzzf__record_value(batch, BATCH_ID), diags);

    if (status != FZZF_OK)
        return status;
    if (strcmp(declaration->system, system->id) != 0)
        return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_OTHER_SYSTEM,
                            &declaration->place, declaration->system,
                            system->id, NULL);
    for (size_t i = 0; i < units->count; i++)
        if (strcmp(fzzf__record_value(units->items[i], HOLDING_DECLARATION),
                   declaration->id) == 0)
            return fzzf__report(diags, FZZF_E_REFERENCE, FZZF__F_CHECKED_TWICE,
                                &declaration->place, declaration->id, NULL);
    return FZZF_OK;
}

static bool is_kind(const fzzf_record *record, const struct fzzf_kind *kind)
{
    return record != NULL && record->kind == kind;
}

fzzf_status fzzf_evidence_check(fzzf_record *check, const fzzf_record *batch,
                                const fzzf_system *system,
                                const fzzf_declaration *declaration,
                                const fzzf_record *inventory, fzzf_diags *diags)
{
    struct fzzf__checking checking = {.diags = diags,
                                      .system = system,
                                      .declaration = declaration,
                                      .inventory = inventory};
    fzzf_status status;
    size_t count;

    if (!is_kind(check, &fzzf__kind_evidence_check) ||
        !is_kind(batch, &fzzf__kind_batch) || system == NULL ||
        declaration == NULL || declaration->counted ||
        (inventory != NULL && !is_kind(inventory, &fzzf__kind_inventory)))
        return FZZF_E_ARGUMENT;
    status = fzzf_record_check(batch, diags);
    if (status == FZZF_OK && inventory != NULL)
        status = fzzf_record_check(inventory, diags);
    if (status == FZZF_OK)
        status = check_belonging(check, batch, system, declaration, diags);
    if (status != FZZF_OK)
        return status;
    count = check->parts[CHECK_UNITS].count;
    checking.day = fzzf__record_value(check, CHECK_DAY);
    fzzf__arena_init(&checking.arena);
    status = run(&checking, check, batch);
    check->document->arena.spoiled = FZZF_OK;
    if (status != FZZF_OK)
        check->parts[CHECK_UNITS].count = count;
    else
        check->document->input.sha256[0] = '\0';
    fzzf__names_free(&checking.files);
    fzzf__names_free(&checking.contents);
    fzzf__arena_free(&checking.arena);
    return status;
}
