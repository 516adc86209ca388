/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that take inputs as they can, and finish them in order. */
#include "crew.h"

#include <pthread.h>
#include <stdlib.h>

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t turned;
    work_fn work;
    size_t count;
    size_t next; /* the input that is begun next */
    size_t turn; /* the input whose turn it is */
    bool stopped;
};

/* A thread of the crew. */
struct mate {
    struct crew *crew;
    void *job;
    pthread_t thread;
};

/* Gives the next input to @hand. False: there is none. */
static bool take(struct hand *hand)
{
    struct crew *const crew = hand->crew;
    bool taken;

    (void)pthread_mutex_lock(&crew->lock);
    taken = !crew->stopped && crew->next < crew->count;
    hand->input = crew->next;
    crew->next += taken ? 1 : 0;
    (void)pthread_mutex_unlock(&crew->lock);
    hand->has_turn = false;
    return taken;
}

void crew_wait(struct hand *hand)
{
    struct crew *const crew = hand->crew;

    if (hand->has_turn)
        return;
    (void)pthread_mutex_lock(&crew->lock);
    while (crew->turn != hand->input)
        (void)pthread_cond_wait(&crew->turned, &crew->lock);
    (void)pthread_mutex_unlock(&crew->lock);
    hand->has_turn = true;
}

/* The input is done; every input is, in turn. */
static void pass_turn(struct hand *hand)
{
    struct crew *const crew = hand->crew;

    crew_wait(hand);
    (void)pthread_mutex_lock(&crew->lock);
    crew->turn++;
    (void)pthread_cond_broadcast(&crew->turned);
    (void)pthread_mutex_unlock(&crew->lock);
}

void crew_stop(struct hand *hand)
{
    (void)pthread_mutex_lock(&hand->crew->lock);
    hand->crew->stopped = true;
    (void)pthread_mutex_unlock(&hand->crew->lock);
}

static void *labour(void *user)
{
    const struct mate *const mate = user;
    struct hand hand = {.crew = mate->crew};

    while (take(&hand)) {
        mate->crew->work(&hand, mate->job);
        pass_turn(&hand);
    }
    return NULL;
}

void crew_run(work_fn work, size_t count, void *const *jobs, size_t job_count)
{
    struct crew crew = {.lock = PTHREAD_MUTEX_INITIALIZER,
                        .turned = PTHREAD_COND_INITIALIZER,
                        .work = work,
                        .count = count};
    struct mate first = {.crew = &crew, .job = jobs[0]};
    struct mate *const mates = calloc(job_count, sizeof *mates);
    size_t started = 1;
    size_t i;

    for (; mates != NULL && started < job_count; started++) {
        mates[started] = first;
        mates[started].job = jobs[started];
        if (pthread_create(&mates[started].thread, NULL, labour,
                           &mates[started]) != 0)
            break;
    }
    (void)labour(&first);
    for (i = 1; mates != NULL && i < started; i++)
        (void)pthread_join(mates[i].thread, NULL);
    free(mates);
}
