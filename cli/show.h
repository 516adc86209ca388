/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

/* How tables show numbers, answers and states to people. */

#include "command.h"

/* What stands for something that is not there. */
#define SHOW_NOTHING "—"

/* How many decimals, and how they come about. */
struct shown {
    fzzf_language language;
    int places;
    fzzf_rounding rounding;
};

struct shown shown_as(const struct cli *cli, const fzzf_contract *contract);
/* At the contract's display places. */
void show_number(struct out *out, const struct shown *shown,
                 const fzzf_number *number);
/* One number, or both ends. */
void show_range(struct out *out, const struct shown *shown,
                const fzzf_number *low, const fzzf_number *high);
/* Numbers that decide: exact, or marked as rounded. */
void show_exact_range(struct out *out, const struct shown *shown,
                      const fzzf_number *low, const fzzf_number *high);
/* The exact text of @number, NULL for NULL. */
const char *exact_text(const fzzf_number *number);
/* Words of the run's language. */
const char *answer_word(fzzf_language language, fzzf_answer answer);
const char *state_word(fzzf_language language, fzzf_score_state state);
const char *reading_word(fzzf_language language, fzzf_reading reading);
/* @text, or what stands for nothing. */
const char *or_nothing(const char *text);

#endif
