/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences that say what speaks for or against a unit. */

#include <string.h>

#include "model/tell.h"
#include "model/words.h"

#define UNSETTLED_MAX 10 /* indicators that a sentence names */

struct sentence {
    const char *code; /* of a reason */
    fzzf_answer answer;
    const char *en, *zh;
};

/* A count or a sum of points, exact or on the right side of the threshold. */
static const char *reached(struct fzzf__tell *tell, const fzzf_number *number,
                           const fzzf_number *of)
{
    const fzzf__num share = tell->result->contract->share;
    const char *text = NULL;

    if (strchr(number->exact, '/') == NULL)
        return number->exact;
    if (fzzf__num_is_finite(of->num))
        text = fzzf__tell_beside(tell, number->num,
                                 fzzf__num_mul(&tell->arena, share, of->num));
    return text != NULL ? text : number->exact;
}

/* " 85", or " (85 to 90)" when the two differ; a wide bracket needs no space.
 */
static const char *between(struct fzzf__tell *tell, const char *low,
                           const char *high)
{
    const char *args[2] = {low, high};

    if (strcmp(low, high) == 0)
        return fzzf__tell_filled(tell, " {0}", args, 1);
    return fzzf__tell_filled(
        tell, fzzf__tell_in(tell, " ({0} to {1})", "（{0} 至 {1}）"), args, 2);
}

/* The percentage of @number, on the right side of the share; NULL: none. */
static const char *percentage(struct fzzf__tell *tell, fzzf__num number,
                              fzzf__num of)
{
    fzzf__arena *arena = &tell->arena;
    const fzzf__num hundred = fzzf__num_int(100);

    return fzzf__tell_beside(
        tell, fzzf__num_div(arena, fzzf__num_mul(arena, number, hundred), of),
        fzzf__num_mul(arena, tell->result->contract->share, hundred));
}

/* "(90.82%)"; nothing when the denominator is open or zero. */
static const char *in_parentheses(struct fzzf__tell *tell,
                                  const struct fzzf__reading_result *reading)
{
    const fzzf__num of = reading->of->num;
    const char *args[2];

    if (fzzf__num_sign(of) <= 0 || !fzzf__num_is_finite(of))
        return "";
    args[0] = percentage(tell, reading->low->num, of);
    args[1] = percentage(tell, reading->high->num, of);
    if (args[0] == NULL || args[1] == NULL)
        return "";
    if (strcmp(args[0], args[1]) == 0)
        return fzzf__tell_filled(
            tell, fzzf__tell_in(tell, " ({0}%)", "（{0}%）"), args, 2);
    return fzzf__tell_filled(
        tell, fzzf__tell_in(tell, " ({0}% to {1}%)", "（{0}% 至 {1}%）"), args,
        2);
}

/* ", 2 left out"; nothing when nothing was. */
static const char *left_out(struct fzzf__tell *tell, size_t count)
{
    const char *text;

    if (count == 0)
        return "";
    text = fzzf__num_exact_text(&tell->arena, fzzf__num_int((int64_t)count));
    if (text == NULL)
        return "";
    return fzzf__tell_filled(
        tell, fzzf__tell_in(tell, ", {0} left out", "，不计 {0} 项"), &text, 1);
}

static const char *describe(struct fzzf__tell *tell, fzzf_reading reading)
{
    static const struct {
        const char *en, *zh;
    } words[] = {
#define READING(name, en, zh) [FZZF_##name] = {en, zh},
#define REASON(code, answer, en, zh)
#include "model/reasons.def"
#undef READING
#undef REASON
    };
    const struct fzzf__reading_result *result =
        &tell->result->readings[reading];
    const char *args[5];

    args[0] = fzzf__tell_in(tell, words[reading].en, words[reading].zh);
    if (result->low == NULL || result->high == NULL || result->of == NULL)
        return fzzf__tell_filled(
            tell, fzzf__tell_in(tell, "{0} not known", "{0}未知"), args, 1);
    args[1] = between(tell, reached(tell, result->low, result->of),
                      reached(tell, result->high, result->of));
    args[2] = result->of->exact;
    args[3] = in_parentheses(tell, result);
    args[4] = left_out(tell, result->left_out);
    return fzzf__tell_filled(tell, "{0}{1}/{2}{3}{4}", args, 5);
}

/* "90%", or "2/3" when the percentage does not end. */
static const char *share_text(struct fzzf__tell *tell)
{
    const fzzf__num share = tell->result->contract->share;
    const char *text = fzzf__num_exact_text(
        &tell->arena, fzzf__num_mul(&tell->arena, share, fzzf__num_int(100)));

    if (text != NULL && strchr(text, '/') == NULL)
        return fzzf__tell_filled(tell, "{0}%", &text, 1);
    text = fzzf__num_exact_text(&tell->arena, share);
    return text == NULL ? "" : text;
}

/* Whether node @n is a bonus, or below one. */
static bool is_bonus(const struct fzzf_system *system, size_t n)
{
    while (n != 0 && !system->nodes[n].bonus)
        n = system->nodes[n].parent;
    return n != 0;
}

/* Whether indicator @n leaves @reading open: met or not, or its points. */
static bool is_unsettled(const struct fzzf_result *result, size_t n,
                         fzzf_reading reading)
{
    const struct fzzf__node_result *node = &result->nodes[n];

    if (result->system->nodes[n].child_count > 0 || is_bonus(result->system, n))
        return false;
    if (reading == FZZF_INDICATORS_ALL || reading == FZZF_INDICATORS_APPLICABLE)
        return node->met == FZZF_UNDETERMINED;
    return node->state != FZZF_SCORE_EXACT &&
           node->state != FZZF_SCORE_NOT_APPLICABLE &&
           node->state != FZZF_SCORE_ABSENT;
}

/* "3.1 Title, 3.2 Title, …"; NULL: no indicator leaves it open. */
static const char *unsettled(struct fzzf__tell *tell, fzzf_reading reading)
{
    const struct fzzf_system *system = tell->result->system;
    const char *list[2] = {NULL, NULL};
    size_t count = 0;

    for (size_t n = 0; n < system->node_count && count <= UNSETTLED_MAX; n++) {
        if (!is_unsettled(tell->result, n, reading))
            continue;
        list[1] = count++ < UNSETTLED_MAX
                      ? fzzf__tell_node(tell, system->nodes[n].id)
                      : "…";
        list[0] = fzzf__tell_filled(
            tell, fzzf__tell_in(tell, "[{0}, ]{1}", "[{0}、]{1}"), list, 2);
    }
    return list[0];
}

static void tell_reason(struct fzzf__tell *tell,
                        const struct fzzf__reason *reason, const char *pattern)
{
    const char *args[3] = {NULL, NULL, NULL};

    if (strcmp(reason->code, "threshold") == 0) {
        const int reading = fzzf__word_find(&fzzf__reading_words, reason->id);

        args[0] =
            reading < 0 ? reason->id : describe(tell, (fzzf_reading)reading);
        args[1] = share_text(tell);
        if (reading >= 0)
            args[2] = unsettled(tell, (fzzf_reading)reading);
    } else {
        args[0] = reason->title != NULL ? reason->title : reason->id;
        args[1] = fzzf__tell_node(tell, reason->node != NULL ? reason->node
                                                             : "total");
    }
    fzzf__text_fill(&tell->text, pattern, args, 3);
}

size_t fzzf_result_reason_text(const fzzf_result *result, size_t index,
                               fzzf_language language, char *buffer,
                               size_t capacity)
{
    static const struct sentence sentences[] = {
#define READING(name, en, zh)
#define REASON(code, answer, en, zh) {code, FZZF_##answer, en, zh},
#include "model/reasons.def"
#undef READING
#undef REASON
    };
    struct fzzf__tell tell;
    const struct fzzf__reason *reason;

    fzzf__tell_begin(&tell, result, language);
    if (result == NULL || index >= result->reason_count)
        return fzzf__tell_end(&tell, buffer, capacity);
    reason = &result->reasons[index];
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        if (sentences[i].answer == reason->answer &&
            strcmp(sentences[i].code, reason->code) == 0)
            tell_reason(&tell, reason,
                        fzzf__tell_in(&tell, sentences[i].en, sentences[i].zh));
    return fzzf__tell_end(&tell, buffer, capacity);
}
