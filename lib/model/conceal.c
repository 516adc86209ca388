/* SPDX-License-Identifier: Apache-2.0 */
/* Takes identities out of what records keep. */

#include "model/conceal.h"

#include <string.h>

#include "codes/clean.h"

size_t fzzf__tell_identities(const fzzf__place *place, int number,
                             const char *what, const char *text,
                             fzzf_diags *diags)
{
    fzzf_identity found = {.size = sizeof found};
    size_t count = 0;

    for (size_t from = 0; fzzf_identity_find(text, from, &found);
         from = found.at + found.length) {
        (void)fzzf__report(diags, FZZF_OK, number, place, what, found.masked,
                           NULL);
        count++;
    }
    return count;
}

const char *fzzf__conceal_field(struct fzzf_record *record, size_t field,
                                const char *text, fzzf_diags *diags)
{
    const struct fzzf__field *row = &record->kind->fields[field];
    fzzf_identity found = {.size = sizeof found};

    if (row->form == FZZF__FORM_IDENTITY) {
        record->identity = fzzf__arena_text(&record->document->arena, text);
        return FZZF__RECORDED;
    }
    if (row->form == FZZF__FORM_TEXT)
        (void)fzzf__tell_identities(&record->place, FZZF__F_IDENTITY_NUMBER,
                                    row->name, text, diags);
    if (row->form != FZZF__FORM_ID || !fzzf_identity_find(text, 0, &found))
        return text;
    (void)fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_IDENTITY_AS_ID,
                       &record->place, row->name, found.masked,
                       record->kind->name, NULL);
    return NULL;
}

/* @text with each repeat of @identity as asterisks; itself when there is none,
 * or NULL when there is no memory (arena spoiled). */
static const char *without(fzzf__arena *arena, const char *text,
                           const char *identity)
{
    fzzf__text kept = {0};
    const char *copy = text;
    size_t at, length;

    while (fzzf__identity_repeat(text, identity, &at, &length)) {
        fzzf__text_addn(&kept, text, at);
        fzzf__text_add(&kept, "********");
        text += at + length;
    }
    if (text == copy)
        return text;
    fzzf__text_add(&kept, text);
    copy = kept.failed ? NULL : fzzf__arena_text(arena, kept.bytes);
    if (kept.failed)
        arena->spoiled = FZZF_E_MEMORY;
    fzzf__text_free(&kept);
    return copy;
}

void fzzf__conceal_repeats(struct fzzf_record *record)
{
    const struct fzzf_kind *kind = record->kind;

    for (size_t i = 0; record->identity != NULL && i < kind->field_count; i++)
        if (kind->fields[i].form == FZZF__FORM_TEXT &&
            record->values[i] != NULL)
            record->values[i] = without(&record->document->arena,
                                        record->values[i], record->identity);
}
