/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences that say why a node has its score, or has none. */

#include "model/tell.h"

#include <string.h>

struct sentence {
    const char *en;
    const char *zh;
};

void fzzf__tell_begin(struct fzzf__tell *tell, const struct fzzf_result *result,
                      fzzf_language language)
{
    *tell = (struct fzzf__tell){.result = result, .language = language};
    fzzf__arena_init(&tell->arena);
}

/* The longest part of @text that fits and ends between two characters. */
static size_t cut(const char *text, size_t length, size_t capacity)
{
    size_t kept = length < capacity ? length : capacity - 1;

    while (kept < length && kept > 0 &&
           ((unsigned char)text[kept] & 0xC0) == 0x80)
        kept--;
    return kept;
}

size_t fzzf__tell_end(struct fzzf__tell *tell, char *buffer, size_t capacity)
{
    const bool sound = !tell->text.failed && tell->arena.spoiled == FZZF_OK &&
                       tell->text.bytes != NULL;
    const size_t length = sound ? tell->text.length : 0;

    if (capacity > 0 && buffer != NULL) {
        const size_t kept = cut(tell->text.bytes, length, capacity);

        if (kept > 0)
            memcpy(buffer, tell->text.bytes, kept);
        buffer[kept] = '\0';
    }
    fzzf__text_free(&tell->text);
    fzzf__arena_free(&tell->arena);
    return length;
}

const char *fzzf__tell_in(const struct fzzf__tell *tell, const char *en,
                          const char *zh)
{
    return tell->language == FZZF_ENGLISH ? en : zh;
}

const char *fzzf__tell_filled(struct fzzf__tell *tell, const char *pattern,
                              const char *const *args, size_t count)
{
    fzzf__text text = {0};
    const char *filled = NULL;

    fzzf__text_fill(&text, pattern, args, count);
    if (text.failed)
        tell->arena.spoiled = FZZF_E_MEMORY;
    else
        filled = fzzf__arena_textn(&tell->arena, text.bytes, text.length);
    fzzf__text_free(&text);
    return filled == NULL ? "" : filled;
}

const char *fzzf__tell_node(struct fzzf__tell *tell, const char *id)
{
    const struct fzzf_indicator *node =
        fzzf_system_find(tell->result->system, id);
    const char *args[2];

    if (node == NULL || node->title == NULL)
        return id;
    args[0] = node->id;
    args[1] = node->title;
    return fzzf__tell_filled(tell, node->index == 0 ? "{1}" : "{0} {1}", args,
                             2);
}

/* The words for what a why is about: an observation's title, a node's. */
static const char *about(struct fzzf__tell *tell, size_t index,
                         const char *text)
{
    const struct fzzf__observe *observe;

    observe = fzzf__observe_find(&tell->result->system->nodes[index], text);
    if (observe != NULL)
        return observe->title != NULL ? observe->title : text;
    return fzzf__tell_node(tell, text);
}

/* @pattern without the parentheses at its end, when there is nothing in them.
 */
static const char *without_parentheses(struct fzzf__tell *tell,
                                       const char *pattern)
{
    const char *open = strstr(pattern, " ({0})");
    const char *kept;

    if (open == NULL)
        open = strstr(pattern, "（{0}）");
    if (open == NULL)
        return pattern;
    kept = fzzf__arena_textn(&tell->arena, pattern, (size_t)(open - pattern));
    return kept == NULL ? "" : kept;
}

size_t fzzf_result_why(const fzzf_result *result, size_t index,
                       fzzf_language language, char *buffer, size_t capacity)
{
    static const struct sentence sentences[] = {
        {NULL, NULL}, /* FZZF__WHY_NOTHING */
#define WHY(name, code, en, zh) {en, zh},
#include "model/whys.def"
#undef WHY
    };
    const struct fzzf__why *why;
    struct fzzf__tell tell;
    const char *pattern;
    const char *text;

    fzzf__tell_begin(&tell, result, language);
    if (index >= fzzf_result_count(result) ||
        result->nodes[index].why.code == FZZF__WHY_NOTHING)
        return fzzf__tell_end(&tell, buffer, capacity);
    why = &result->nodes[index].why;
    pattern =
        fzzf__tell_in(&tell, sentences[why->code].en, sentences[why->code].zh);
    if (why->text == NULL || *why->text == '\0') {
        text = "";
        pattern = without_parentheses(&tell, pattern);
    } else {
        text = about(&tell, index, why->text);
    }
    fzzf__text_fill(&tell.text, pattern, &text, 1);
    return fzzf__tell_end(&tell, buffer, capacity);
}

/* What a label is called when it is the id of an option or an observation. */
static const char *called(const struct fzzf_indicator *node, const char *label)
{
    for (size_t i = 0; i < node->observe_count; i++) {
        const struct fzzf__observe *observe = &node->observes[i];

        if (strcmp(observe->id, label) == 0 && observe->title != NULL)
            return observe->title;
        for (size_t k = 0; k < observe->option_count; k++)
            if (strcmp(observe->options[k].id, label) == 0 &&
                observe->options[k].title != NULL)
                return observe->options[k].title;
    }
    return label;
}

static const char *quoted(struct fzzf__tell *tell, size_t index,
                          const char *label)
{
    label = called(&tell->result->system->nodes[index], label);
    return fzzf__tell_filled(tell, fzzf__tell_in(tell, "'{0}'", "“{0}”"),
                             &label, 1);
}

static const char *veto_title(const struct fzzf_indicator *node, const char *id)
{
    for (size_t i = 0; i < node->veto_count; i++)
        if (strcmp(node->vetoes[i].id, id) == 0 &&
            node->vetoes[i].title != NULL)
            return node->vetoes[i].title;
    return id;
}

/* The smaller end first, whichever is that of the lower score. */
static const char *amount_with_sign(struct fzzf__tell *tell,
                                    const struct fzzf__cause *cause)
{
    if (fzzf__num_compare(&tell->arena, cause->low, cause->high) > 0)
        return fzzf__tell_range(tell, cause->high, cause->low, true);
    return fzzf__tell_range(tell, cause->low, cause->high, true);
}

/* The amount without its sign, the smaller end first. */
static const char *size_of_amount(struct fzzf__tell *tell,
                                  const struct fzzf__cause *cause)
{
    const int low_sign = fzzf__num_sign(cause->low);
    const int high_sign = fzzf__num_sign(cause->high);
    const fzzf__num low = fzzf__num_abs(&tell->arena, cause->low);
    const fzzf__num high = fzzf__num_abs(&tell->arena, cause->high);

    if (low_sign * high_sign < 0)
        return amount_with_sign(tell, cause);
    if (fzzf__num_compare(&tell->arena, low, high) > 0)
        return fzzf__tell_range(tell, high, low, false);
    return fzzf__tell_range(tell, low, high, false);
}

/* What stands for "{@mark}". The first argument may be any kind of number. */
static const char *part(struct fzzf__tell *tell, size_t index,
                        const struct fzzf__cause *cause, char mark)
{
    const struct fzzf_system *system = tell->result->system;

    switch (mark) {
    case 'L':
        return quoted(tell, index, cause->label);
    case 'A':
        return size_of_amount(tell, cause);
    case 'S':
        return amount_with_sign(tell, cause);
    case 'C':
        return fzzf__tell_node(tell, system->nodes[cause->node].id);
    case 'V':
        return cause->veto == NULL
                   ? ""
                   : veto_title(&system->nodes[index], cause->veto);
    case '0':
        return fzzf__tell_exact(tell, cause->args[0]);
    default:
        return fzzf__tell_amount(tell, cause->args[mark - '0'], false);
    }
}

/* Skips "{L}" and what parts it from the rest. */
static const char *after_label(const char *pattern)
{
    pattern += strlen("{L}");
    return *pattern == ':' ? pattern + strlen(": ") : pattern + strlen("，");
}

/* The label, unless @pattern has a place for it or for the veto that it is of;
 * returns what is left to say. */
static const char *tell_label(struct fzzf__tell *tell, size_t index,
                              const struct fzzf__cause *cause,
                              const char *pattern)
{
    const bool has_place = strncmp(pattern, "{L}", 3) == 0;

    if (cause->label == NULL || *cause->label == '\0')
        return has_place ? after_label(pattern) : pattern;
    if (!has_place && cause->veto == NULL) {
        fzzf__text_add(&tell->text, quoted(tell, index, cause->label));
        fzzf__text_add(&tell->text, fzzf__tell_in(tell, ": ", "："));
    }
    return pattern;
}

static void tell_cause(struct fzzf__tell *tell, size_t index,
                       const struct fzzf__cause *cause, const char *pattern)
{
    const bool full_known = fzzf__num_sign(cause->args[2]) != 0;
    const char *mark;

    pattern = tell_label(tell, index, cause, pattern);
    while ((mark = strpbrk(pattern, "{[]")) != NULL) {
        fzzf__text_addn(&tell->text, pattern, (size_t)(mark - pattern));
        pattern = mark + 1;
        if (*mark == '{') {
            fzzf__text_add(&tell->text, part(tell, index, cause, mark[1]));
            pattern = mark + 3;
        } else if (*mark == '[' && !full_known) {
            pattern = strchr(pattern, ']') + 1;
        }
    }
    fzzf__text_add(&tell->text, pattern);
}

/* The sentence for @cause: so many times so much is said only where that is the
 * amount, and not of a count that is open. */
static enum fzzf__cause_code told_as(struct fzzf__tell *tell,
                                     const struct fzzf__cause *cause)
{
    const bool loses = cause->code == FZZF__CAUSE_LOSS_EACH;
    fzzf__num product;

    if (!loses && cause->code != FZZF__CAUSE_GAIN_EACH)
        return cause->code;
    if (!fzzf__num_is_finite(cause->args[0]) ||
        !fzzf__num_equal(cause->low, cause->high))
        return loses ? FZZF__CAUSE_LOSS : FZZF__CAUSE_GAIN;
    product = fzzf__num_mul(&tell->arena, cause->args[0], cause->args[1]);
    if (loses)
        product = fzzf__num_neg(&tell->arena, product);
    if (fzzf__num_equal(product, cause->low))
        return cause->code;
    return loses ? FZZF__CAUSE_LOSS_MANY : FZZF__CAUSE_GAIN_MANY;
}

size_t fzzf_result_cause_text(const fzzf_result *result, size_t index,
                              size_t cause, fzzf_language language,
                              char *buffer, size_t capacity)
{
    static const struct sentence sentences[] = {
#define CAUSE(name, code, en, zh) {en, zh},
#include "model/causes.def"
#undef CAUSE
    };
    struct fzzf__tell tell;
    const struct fzzf__cause *told;
    enum fzzf__cause_code code;

    fzzf__tell_begin(&tell, result, language);
    if (index < fzzf_result_count(result) &&
        cause < result->nodes[index].cause_count) {
        told = &result->nodes[index].causes[cause];
        code = told_as(&tell, told);
        tell_cause(
            &tell, index, told,
            fzzf__tell_in(&tell, sentences[code].en, sentences[code].zh));
    }
    return fzzf__tell_end(&tell, buffer, capacity);
}
