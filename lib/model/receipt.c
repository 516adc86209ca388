/* SPDX-License-Identifier: Apache-2.0 */
/* Receipts: their life, what they are made from and asked. */

#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/options.h"
#include "base/text.h"
#include "model/manifest.h"
#include "model/words.h"

struct fzzf_receipt *fzzf__receipt_new(void)
{
    struct fzzf_receipt *receipt = fzzf__calloc(1, sizeof *receipt);

    if (receipt == NULL)
        return NULL;
    atomic_init(&receipt->references, 1);
    fzzf__arena_init(&receipt->arena);
    receipt->says.size = sizeof receipt->says;
    if (fzzf_diags_new(&receipt->findings) != FZZF_OK) {
        fzzf__free(receipt);
        return NULL;
    }
    return receipt;
}

/* What is known of a manifest is known wholly. */
static bool knows_package(const fzzf_acknowledgement *says)
{
    if (says->batch == NULL && says->sender == NULL && says->sequence == 0)
        return true;
    return says->batch != NULL && fzzf__is_node_id(says->batch) &&
           says->sender != NULL && fzzf__is_node_id(says->sender) &&
           fzzf__is_sequence(says->sequence);
}

static bool is_sound(const fzzf_acknowledgement *says)
{
    long days;

    return says->receiver != NULL && fzzf__is_node_id(says->receiver) &&
           fzzf_level_name(says->level) != NULL &&
           fzzf__date_parse(says->made, &days) &&
           fzzf_acceptance_name(says->verdict) != NULL &&
           fzzf__is_digest(says->sha256) && fzzf__is_digest(says->sm3) &&
           knows_package(says);
}

static void keep(struct fzzf_receipt *receipt, const fzzf_acknowledgement *says)
{
    fzzf__arena *arena = &receipt->arena;

    receipt->says = *says;
    receipt->says.receiver = fzzf__arena_text(arena, says->receiver);
    receipt->says.made = fzzf__arena_text(arena, says->made);
    receipt->says.sha256 = fzzf__arena_text(arena, says->sha256);
    receipt->says.sm3 = fzzf__arena_text(arena, says->sm3);
    receipt->says.batch = fzzf__arena_text(arena, says->batch);
    receipt->says.sender = fzzf__arena_text(arena, says->sender);
}

fzzf_status fzzf_receipt_new(fzzf_receipt **out,
                             const fzzf_acknowledgement *says,
                             const fzzf_diags *findings)
{
    struct fzzf_receipt *receipt;
    fzzf_acknowledgement now;
    fzzf_status status;

    if (out == NULL || says == NULL ||
        fzzf__options_read(&now, sizeof now, says) != FZZF_OK ||
        !is_sound(&now))
        return FZZF_E_ARGUMENT;
    receipt = fzzf__receipt_new();
    if (receipt == NULL)
        return FZZF_E_MEMORY;
    keep(receipt, &now);
    status = receipt->arena.spoiled;
    if (status == FZZF_OK)
        status = fzzf__diags_copy(receipt->findings, findings);
    if (status == FZZF_OK)
        *out = receipt;
    else
        fzzf_receipt_unref(receipt);
    return status;
}

fzzf_receipt *fzzf_receipt_ref(fzzf_receipt *receipt)
{
    if (receipt != NULL)
        atomic_fetch_add(&receipt->references, 1);
    return receipt;
}

void fzzf_receipt_unref(fzzf_receipt *receipt)
{
    if (receipt == NULL || atomic_fetch_sub(&receipt->references, 1) != 1)
        return;
    fzzf_diags_free(receipt->findings);
    fzzf__arena_free(&receipt->arena);
    fzzf__free(receipt);
}

int fzzf_receipt_describe(const fzzf_receipt *receipt,
                          fzzf_acknowledgement *view)
{
    return receipt == NULL || view == NULL
               ? 0
               : fzzf__view_write(view, &receipt->says, sizeof receipt->says);
}

const fzzf_diags *fzzf_receipt_findings(const fzzf_receipt *receipt)
{
    return receipt == NULL ? NULL : receipt->findings;
}

const char *fzzf_acceptance_name(fzzf_acceptance verdict)
{
    return fzzf__word(&fzzf__acceptance_words, (int)verdict);
}
