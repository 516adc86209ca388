/* SPDX-License-Identifier: Apache-2.0 */
/* Declarations: their life and what they are asked. */

#include "model/declaration.h"

#include <string.h>

#include "base/memory.h"
#include "model/words.h"

struct fzzf_declaration *fzzf__declaration_new(void)
{
    struct fzzf_declaration *declaration = fzzf__calloc(1, sizeof *declaration);

    if (declaration == NULL)
        return NULL;
    atomic_init(&declaration->references, 1);
    fzzf__arena_init(&declaration->arena);
    return declaration;
}

struct fzzf_declaration *
fzzf__declaration_new_from(struct fzzf_declaration *lender)
{
    struct fzzf_declaration *made = fzzf__calloc(1, sizeof *made);

    if (made == NULL)
        return NULL;
    *made = *lender;
    atomic_init(&made->references, 1);
    fzzf__arena_init(&made->arena);
    made->input = (struct fzzf__input){.size = 0};
    made->lender = fzzf_declaration_ref(lender);
    return made;
}

fzzf_declaration *fzzf_declaration_ref(fzzf_declaration *declaration)
{
    if (declaration != NULL)
        atomic_fetch_add(&declaration->references, 1);
    return declaration;
}

void fzzf_declaration_unref(fzzf_declaration *declaration)
{
    if (declaration == NULL ||
        atomic_fetch_sub(&declaration->references, 1) != 1)
        return;
    fzzf_declaration_unref(declaration->lender);
    fzzf__arena_free(&declaration->arena);
    fzzf__free(declaration);
}

const char *fzzf_declaration_id(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->id;
}

const char *fzzf_declaration_system(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->system;
}

fzzf_declaration_type fzzf_declaration_kind(const fzzf_declaration *declaration)
{
    return declaration == NULL ? FZZF_COMPREHENSIVE : declaration->type;
}

const char *fzzf_declaration_unit(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->unit_code;
}

const char *fzzf_declaration_unit_name(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->unit_name;
}

const char *fzzf_declaration_project(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->project;
}

const char *fzzf_declaration_theme(const fzzf_declaration *declaration)
{
    return declaration == NULL ? NULL : declaration->theme;
}

static int secrecy_of(const struct fzzf__statement *statement)
{
    int highest = FZZF_SECRECY_NONE;

    for (size_t i = 0; i < statement->evidence_count; i++) {
        const char *word = statement->evidence[i].secrecy;
        const int secrecy =
            word == NULL ? -1 : fzzf__word_find(&fzzf__secrecy_words, word);

        if (secrecy > highest)
            highest = secrecy;
    }
    return highest;
}

fzzf_secrecy fzzf_declaration_secrecy(const fzzf_declaration *declaration)
{
    int highest = FZZF_SECRECY_NONE;

    for (size_t i = 0; declaration != NULL && i < declaration->assessment_count;
         i++)
        for (size_t j = 0; j < declaration->assessments[i].statement_count;
             j++) {
            const int secrecy =
                secrecy_of(&declaration->assessments[i].statements[j]);

            if (secrecy > highest)
                highest = secrecy;
        }
    return (fzzf_secrecy)highest;
}

bool fzzf__is_classified(const struct fzzf__evidence *evidence)
{
    static const char *const classified[] = {"confidential", "secret",
                                             "top-secret"};

    for (size_t i = 0; i < sizeof classified / sizeof classified[0]; i++)
        if (evidence->secrecy != NULL &&
            strcmp(evidence->secrecy, classified[i]) == 0)
            return true;
    return false;
}
