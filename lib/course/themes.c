/* SPDX-License-Identifier: Apache-2.0 */
/* What the themes of a batch say against a single item (单项). */

#include "course/themes.h"

#include <string.h>

#include "course/bars.h"

static bool is(const char *text, const char *other)
{
    return text != NULL && strcmp(text, other) == 0;
}

/* The theme of @batch that has @name as its id or title, or NULL. */
static const struct fzzf_record *find_theme(const struct fzzf_record *batch,
                                            const char *name)
{
    const struct fzzf__record_list *list =
        fzzf__record_list(batch, BATCH_THEMES);

    for (size_t i = 0; i < list->count && name != NULL; i++)
        if (is(fzzf__record_value(list->items[i], THEME_ID), name) ||
            is(fzzf__record_value(list->items[i], THEME_TITLE), name))
            return list->items[i];
    return NULL;
}

/* It is of no theme that @batch lists. A batch that neither lists themes nor
 * closes its list says nothing about them. */
static void bar_unlisted(struct fzzf_record *candidate,
                         const struct fzzf_record *batch, const char *theme)
{
    const char *open = fzzf__record_value(batch, BATCH_THEMES_OPEN);
    const bool closed = is(open, "no");
    const struct fzzf__because argument = {theme, NULL, NULL};
    enum fzzf__reason_code code = closed ? FZZF__BECAUSE_THEME_UNLISTED
                                         : FZZF__BECAUSE_THEME_UNLISTED_OPEN;

    if (is(open, "yes") ||
        (!closed && fzzf__record_list(batch, BATCH_THEMES)->count == 0))
        return;
    if (theme == NULL)
        code = closed ? FZZF__BECAUSE_NO_THEME : FZZF__BECAUSE_NO_THEME_OPEN;
    fzzf__bar(candidate, fzzf__record_value(batch, BATCH_ID),
              closed ? FZZF_NO : FZZF_UNDETERMINED, code, &argument,
              theme == NULL ? 0 : 1);
}

static bool has_input(const struct fzzf_result *result, const char *role,
                      const char *id)
{
    for (size_t i = 0; i < result->input_count; i++)
        if (is(result->inputs[i].role, role) && is(result->inputs[i].id, id))
            return true;
    return false;
}

/* The result comes of another profile than that of @theme. */
static void bar_profile(struct fzzf_record *candidate,
                        const struct fzzf_record *theme,
                        const struct fzzf_result *result)
{
    static const struct {
        size_t field;
        const char *role;
        enum fzzf__reason_code code;
    } inputs[] = {
        {THEME_SYSTEM, "system", FZZF__BECAUSE_THEME_SYSTEM},
        {THEME_TAILORING, "tailoring", FZZF__BECAUSE_THEME_TAILORING},
    };

    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        const struct fzzf__because arguments[] = {
            {fzzf__record_value(theme, THEME_TITLE), NULL, NULL},
            {fzzf__record_value(theme, inputs[i].field), NULL, NULL}};

        if (arguments[1].value != NULL &&
            !has_input(result, inputs[i].role, arguments[1].value))
            fzzf__bar(candidate, fzzf__record_value(theme, THEME_ID), FZZF_NO,
                      inputs[i].code, arguments, 2);
    }
}

void fzzf__bar_theme(struct fzzf_record *candidate,
                     const struct fzzf_record *batch,
                     const struct fzzf_result *result,
                     const struct fzzf_declaration *declaration)
{
    const struct fzzf_record *theme = find_theme(batch, declaration->theme);

    if (declaration->type != FZZF_SINGLE_ITEM)
        return;
    if (declaration->theme == NULL && declaration->project == NULL)
        fzzf__bar(candidate, declaration->id, FZZF_NO, FZZF__BECAUSE_NO_PROJECT,
                  NULL, 0);
    else if (theme == NULL)
        bar_unlisted(candidate, batch, declaration->theme);
    else
        bar_profile(candidate, theme, result);
}
