/* SPDX-License-Identifier: Apache-2.0 */
/* Means of samples, of strata and of questions, and their margins. */

#include "course/estimate.h"

#define DIGITS_FIRST 40
#define DIGITS_LAST  640

static const struct fzzf__estimate nothing = {
    {0, 1, NULL}, {0, 1, NULL}, {0, 1, NULL},
    {0, 1, NULL}, false,        FZZF__SURVEY_SCORED};

static fzzf__num square(fzzf__arena *arena, fzzf__num a)
{
    return fzzf__num_mul(arena, a, a);
}

static enum fzzf__survey_state state_of(fzzf__arena *arena, fzzf__num answers,
                                        fzzf__num least)
{
    if (fzzf__num_sign(answers) == 0)
        return FZZF__SURVEY_NO_ANSWERS;
    return fzzf__num_compare(arena, answers, least) < 0 ? FZZF__SURVEY_TOO_FEW
                                                        : FZZF__SURVEY_SCORED;
}

/* s²/n (1 - n/N), where s² = (sum of squares - sum²/n) / (n - 1); whom all
 * answered, nothing is left to vary. */
static void sample_variance(fzzf__arena *arena, struct fzzf__estimate *out,
                            const struct fzzf__sums *sums)
{
    const fzzf__num n = sums->answers;
    const fzzf__num rest = fzzf__num_sub(arena, n, FZZF__ONE);
    fzzf__num share = FZZF__ONE, spread;

    if (sums->finite)
        share = fzzf__num_sub(arena, FZZF__ONE,
                              fzzf__num_div(arena, n, sums->population));
    out->variance = FZZF__ZERO;
    out->varies = fzzf__num_sign(rest) > 0 || fzzf__num_sign(share) == 0;
    if (fzzf__num_sign(rest) <= 0)
        return;
    spread = fzzf__num_sub(arena, sums->squares,
                           fzzf__num_div(arena, square(arena, sums->worth), n));
    spread = fzzf__num_div(arena, spread, fzzf__num_mul(arena, rest, n));
    out->variance = fzzf__num_mul(arena, spread, share);
}

void fzzf__estimate_sample(fzzf__arena *arena, struct fzzf__estimate *out,
                           const struct fzzf__sums *sums, fzzf__num least)
{
    *out = (struct fzzf__estimate){.answers = sums->answers,
                                   .left_out = sums->left_out,
                                   .mean = FZZF__ZERO,
                                   .variance = FZZF__ZERO};
    out->state = state_of(arena, sums->answers, least);
    if (out->state != FZZF__SURVEY_SCORED)
        return;
    out->mean = fzzf__num_div(arena, sums->worth, sums->answers);
    sample_variance(arena, out, sums);
}

static const struct fzzf__estimate *member(const struct fzzf__members *members,
                                           size_t index)
{
    return &members->first[index * members->stride];
}

static fzzf__num share_of(fzzf__arena *arena,
                          const struct fzzf__members *members, size_t index)
{
    return fzzf__num_div(arena, members->weights[index], members->all);
}

/* The weighted mean and variance of members that all have one. */
static void combine(fzzf__arena *arena, struct fzzf__estimate *out,
                    const struct fzzf__members *members)
{
    out->varies = true;
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__estimate *one = member(members, i);
        const fzzf__num share = share_of(arena, members, i);

        if (fzzf__num_sign(share) == 0)
            continue;
        if (one->state != FZZF__SURVEY_SCORED)
            out->state = FZZF__SURVEY_INCOMPLETE;
        out->varies = out->varies && one->varies;
        out->mean = fzzf__num_add(arena, out->mean,
                                  fzzf__num_mul(arena, share, one->mean));
        out->variance = fzzf__num_add(
            arena, out->variance,
            fzzf__num_mul(arena, square(arena, share), one->variance));
    }
}

void fzzf__estimate_strata(fzzf__arena *arena, struct fzzf__estimate *out,
                           const struct fzzf__members *members, fzzf__num least)
{
    *out = nothing;
    for (size_t i = 0; i < members->count; i++) {
        out->answers =
            fzzf__num_add(arena, out->answers, member(members, i)->answers);
        out->left_out =
            fzzf__num_add(arena, out->left_out, member(members, i)->left_out);
    }
    out->state = state_of(arena, out->answers, least);
    if (out->state == FZZF__SURVEY_SCORED)
        combine(arena, out, members);
}

void fzzf__estimate_questions(fzzf__arena *arena, struct fzzf__estimate *out,
                              const struct fzzf__members *members,
                              fzzf__num least)
{
    bool any = false;

    *out = nothing;
    for (size_t i = 0; i < members->count; i++) {
        const struct fzzf__estimate *one = member(members, i);

        out->left_out = fzzf__num_add(arena, out->left_out, one->left_out);
        if (fzzf__num_sign(members->weights[i]) == 0)
            continue;
        out->answers = any ? fzzf__num_min(arena, out->answers, one->answers)
                           : one->answers;
        any = true;
    }
    out->state = state_of(arena, out->answers, least);
    if (out->state == FZZF__SURVEY_SCORED)
        combine(arena, out, members);
}

/* Encloses the weighted mean of the standard errors. */
static void enclose(fzzf__arena *arena, const struct fzzf__members *members,
                    int digits, fzzf__num ends[2])
{
    ends[0] = ends[1] = FZZF__ZERO;
    for (size_t i = 0; i < members->count; i++) {
        const fzzf__num share = share_of(arena, members, i);
        fzzf__num roots[2];

        if (fzzf__num_sign(share) == 0)
            continue;
        (void)fzzf__num_root(arena, member(members, i)->variance, 2, digits,
                             &roots[0], &roots[1]);
        for (size_t k = 0; k < 2; k++)
            ends[k] = fzzf__num_add(arena, ends[k],
                                    fzzf__num_mul(arena, share, roots[k]));
    }
}

fzzf__num fzzf__estimate_end(fzzf__arena *arena,
                             const struct fzzf__members *members,
                             fzzf__num base, fzzf__num z,
                             const struct fzzf__rounding *rounding)
{
    for (int digits = DIGITS_FIRST; digits <= DIGITS_LAST; digits *= 4) {
        fzzf__num ends[2];

        enclose(arena, members, digits, ends);
        for (size_t k = 0; k < 2; k++)
            ends[k] = fzzf__num_round(
                arena,
                fzzf__num_add(arena, base, fzzf__num_mul(arena, z, ends[k])),
                rounding->places, rounding->mode);
        if (arena->spoiled != FZZF_OK || fzzf__num_equal(ends[0], ends[1]))
            return ends[0];
    }
    arena->spoiled = FZZF_E_LIMIT;
    return FZZF__ZERO;
}
