/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the declarations of a round into its cohort, perhaps by threads. */
#include <stdlib.h>

#include "crew.h"
#include "message.h"
#include "round.h"

/* One who gathers. */
struct gatherer {
    struct round *round;
    struct hand *hand;
    struct reading reading;
    fzzf_cohort *cohort; /* of one unit, until its turn; NULL: works alone */
    bool again;          /* the inputs are read again later */
};

/* What is of another system is not @taken, and not left out either. */
static bool note_taken(struct round *round, bool taken, bool passed)
{
    if (round->count == round->room) {
        const size_t room = round->room == 0 ? 256 : round->room * 2;
        unsigned char *const grown = realloc(round->taken, room);

        if (grown == NULL)
            return refuse_memory(round->cli);
        round->taken = grown;
        round->room = room;
    }
    round->taken[round->count++] = taken ? 1 : 0;
    round->left_out += taken || passed ? 0 : 1;
    return true;
}

/* A unit that was added to the own cohort moves into that of the round; one
 * that could not be added is tried there, so that what is said of it is the
 * same as without threads. */
static fzzf_status take_unit(const struct gatherer *gatherer, bool added,
                             fzzf_declaration *declaration)
{
    struct round *const round = gatherer->round;

    if (added)
        return fzzf_cohort_join(round->cohort, gatherer->cohort,
                                round->cli->diags);
    return fzzf_cohort_add(round->cohort, declaration, round->cli->diags);
}

static int gather(void *user, fzzf_declaration *declaration)
{
    struct gatherer *const gatherer = user;
    struct round *const round = gatherer->round;
    const bool passed = round_passes(round, declaration);
    const bool added =
        !passed && gatherer->cohort != NULL &&
        fzzf_cohort_add(gatherer->cohort, declaration, NULL) == FZZF_OK;
    bool taken;

    crew_wait(gatherer->hand);
    if (round->stopped)
        return 1;
    reading_say(round->cli, &gatherer->reading);
    taken = !passed &&
            succeeded(round->cli, take_unit(gatherer, added, declaration),
                      fzzf_declaration_id(declaration));
    progress_tell(&round->cli->progress, round->count + 1);
    round->stopped = !note_taken(round, taken, passed);
    return round->stopped ? 1 : 0;
}

static void read_input(struct hand *hand, void *job)
{
    struct gatherer *const gatherer = job;
    struct round *const round = gatherer->round;
    struct input *const input = &round->inputs.items[hand->input];
    fzzf_source source;
    fzzf_status status;

    gatherer->hand = hand;
    if (input->is_stream)
        crew_wait(hand);
    input->unreadable =
        !input_source(round->cli, input, gatherer->again, &source);
    if (input->unreadable)
        return;
    source.undigested = 1; /* no results are made */
    source.counted = 1;
    /* What reading finds is said once, not for each system. */
    status = fzzf_xml_each_declaration(&source, gather, gatherer,
                                       round->at == 0 ? gatherer->reading.diags
                                                      : NULL);
    crew_wait(hand);
    if (round->stopped)
        crew_stop(hand);
    reading_end(round, &gatherer->reading, input, status);
}

static bool gatherer_begin(struct gatherer *gatherer, struct round *round,
                           bool alone)
{
    gatherer->round = round;
    return fzzf_diags_new(&gatherer->reading.diags) == FZZF_OK &&
           (alone ||
            fzzf_cohort_new(&gatherer->cohort, round->plan) == FZZF_OK);
}

static void gather_all(struct round *round, struct gatherer *gatherers,
                       void **jobs, size_t count)
{
    bool sound = gatherers != NULL && jobs != NULL;
    size_t i;

    for (i = 0; sound && i < count; i++) {
        sound = gatherer_begin(&gatherers[i], round, count == 1);
        jobs[i] = &gatherers[i];
    }
    if (sound)
        crew_run(read_input, round->inputs.count, jobs, count);
    else
        round->stopped = !refuse_memory(round->cli);
    for (i = 0; gatherers != NULL && i < count; i++) {
        fzzf_diags_free(gatherers[i].reading.diags);
        fzzf_cohort_free(gatherers[i].cohort);
    }
}

static size_t thread_count(const struct round *round)
{
    const size_t asked = round->cli->settings.threads;
    const size_t most = round->inputs.count;

    return asked > 1 && most > 1 ? (asked < most ? asked : most) : 1;
}

bool round_gather(struct round *round, bool again)
{
    struct cli *const cli = round->cli;
    const size_t threads = thread_count(round);
    struct gatherer *const gatherers = calloc(threads, sizeof *gatherers);
    void **const jobs = calloc(threads, sizeof *jobs);
    char count[32];
    size_t i;

    for (i = 0; gatherers != NULL && i < threads; i++)
        gatherers[i].again = again;
    gather_all(round, gatherers, jobs, threads);
    free(gatherers);
    free(jobs);
    if (round->stopped)
        return false;
    if (round->left_out > 0) {
        (void)snprintf(count, sizeof count, "%zu", round->left_out);
        complain(cli, "有 {0} 份申报或文档不成立，未与其他单位比较",
                 "{0} declarations or documents do not hold and are not "
                 "compared with the others",
                 count, NULL);
    }
    return succeeded(cli, fzzf_cohort_close(round->cohort, cli->diags),
                     cli->settings.system);
}
