/* SPDX-License-Identifier: Apache-2.0 */
/* Candidates for the findings about a wrong name. */

#include "model/choice.h"

#include "base/diag.h"

void fzzf__choice_add(struct fzzf__choice *choice, const char *item)
{
    if (item != NULL && choice->count < FZZF__CHOICE_MAX)
        choice->items[choice->count++] = item;
}

/* The words are cut apart in a copy, which is only added to once. */
void fzzf__choice_add_list(struct fzzf__choice *choice, const char *words)
{
    char *word;

    fzzf__text_add(&choice->words, words);
    if (choice->words.failed || choice->words.length == 0)
        return;
    word = choice->words.bytes;
    for (size_t i = 0; i <= choice->words.length; i++) {
        char *at = choice->words.bytes + i;

        if (*at != ' ' && *at != '\0')
            continue;
        *at = '\0';
        fzzf__choice_add(choice, word);
        word = at + 1;
    }
}

void fzzf__choice_add_words(struct fzzf__choice *choice,
                            const struct fzzf__words *words)
{
    for (size_t i = 0; i < words->count; i++)
        fzzf__choice_add(choice, words->items[i]);
}

const char *fzzf__choice_nearest(const struct fzzf__choice *choice,
                                 const char *wanted)
{
    return fzzf__nearest(wanted, choice->items, choice->count);
}

const char *fzzf__choice_list(struct fzzf__choice *choice)
{
    for (size_t i = 0; i < choice->count; i++) {
        if (i > 0)
            fzzf__text_add(&choice->list, ", ");
        fzzf__text_add(&choice->list, choice->items[i]);
    }
    if (choice->words.failed)
        return fzzf__lost;
    return choice->count == 0 ? "-" : fzzf__argument(&choice->list);
}

void fzzf__choice_free(struct fzzf__choice *choice)
{
    fzzf__text_free(&choice->list);
    fzzf__text_free(&choice->words);
}
