/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_ROUND_H
#define CLI_ROUND_H

/*
 * Going through the declarations of a round: once where each stands alone,
 * twice where rules compare units: first all are gathered in a cohort, then
 * each is read again and evaluated.
 */

#include "command.h"
#include "input.h"

/* Takes one unit's result. Gives false to stop. */
typedef bool (*round_fn)(void *user, const fzzf_result *result);

/* What was found in the documents that are being read. */
struct reading {
    fzzf_diags *diags;
    size_t said; /* findings of it that were said */
};

struct round {
    struct cli *cli;
    fzzf_plan **plans; /* one for each system */
    size_t plan_count;
    size_t at; /* which of them it is at */
    fzzf_plan *plan;
    fzzf_cohort *cohort; /* NULL: each stands alone */
    struct inputs inputs;
    struct reading reading;
    unsigned char *taken; /* for each declaration: is it in the cohort? */
    size_t count;         /* declarations that were gathered */
    size_t room;
    size_t position; /* the declaration that is read again */
    size_t matched;  /* units that were asked for */
    size_t left_out;
    bool stopped;
    const fzzf_declaration *declaration; /* of the result handed to each */
    round_fn each;
    void *user;
};

/* Loads what options name and finds the inputs; with @compared a cohort is
 * made also where no rule needs one. End with round_end(), also after false. */
bool round_begin(struct cli *cli, struct round *round, bool compared);
/* Goes on with the next system, over the same inputs; false: there is none. */
bool round_next(struct round *round);
/* Whether @declaration is of another of the round's systems. */
bool round_passes(const struct round *round,
                  const fzzf_declaration *declaration);
/* What reading found so far stands before what evaluating finds. */
void reading_say(struct cli *cli, struct reading *reading);
/* Says how the reading of @input ended. */
void reading_end(struct round *round, struct reading *reading,
                 struct input *input, fzzf_status status);
/* gather.c: reads all declarations into the cohort and closes it. */
bool round_gather(struct round *round, bool again);
/* Gathers where that is needed, then hands every unit asked for to @each. */
void round_evaluate(struct round *round, round_fn each, void *user);
void round_end(struct round *round);

#endif
