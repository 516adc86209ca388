/* SPDX-License-Identifier: Apache-2.0 */
/* Takes identity numbers out of what records keep. */

#include "model/conceal.h"

#include "fzzf/codes.h"

const char *fzzf__masked(fzzf__arena *arena, const char *text)
{
    fzzf_identity found = {.size = sizeof found};
    fzzf__text kept = {0};
    const char *copy = NULL;
    size_t from = 0;

    if (text == NULL || !fzzf_identity_find(text, 0, &found))
        return text;
    do {
        fzzf__text_addn(&kept, text + from, found.at - from);
        fzzf__text_add(&kept, found.masked);
        from = found.at + found.length;
    } while (fzzf_identity_find(text, from, &found));
    fzzf__text_add(&kept, text + from);
    if (kept.failed)
        arena->spoiled = FZZF_E_MEMORY;
    else
        copy = fzzf__arena_text(arena, kept.bytes);
    fzzf__text_free(&kept);
    return copy;
}

const char *fzzf__conceal_text(fzzf__arena *arena, const fzzf__place *place,
                               const char *what, const char *text,
                               fzzf_diags *diags)
{
    fzzf_identity found = {.size = sizeof found};

    for (size_t from = 0; fzzf_identity_find(text, from, &found);
         from = found.at + found.length)
        (void)fzzf__report(diags, FZZF_OK, FZZF__F_IDENTITY_NUMBER, place, what,
                           found.masked, NULL);
    return fzzf__masked(arena, text);
}

const char *fzzf__conceal_field(struct fzzf_record *record, size_t field,
                                const char *text, fzzf_diags *diags)
{
    const struct fzzf__field *row = &record->kind->fields[field];
    fzzf_identity found = {.size = sizeof found};

    if (row->form == FZZF__FORM_IDENTITY)
        return FZZF__RECORDED;
    if (row->form == FZZF__FORM_TEXT)
        return fzzf__conceal_text(&record->document->arena, &record->place,
                                  row->name, text, diags);
    if (row->form != FZZF__FORM_ID || !fzzf_identity_find(text, 0, &found))
        return text;
    (void)fzzf__report(diags, FZZF_E_SCHEMA, FZZF__F_IDENTITY_AS_ID,
                       &record->place, row->name, found.masked,
                       record->kind->name, NULL);
    return NULL;
}
