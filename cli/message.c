/* SPDX-License-Identifier: Apache-2.0 */
/* What is said on standard error: sentences of the program and findings. */
#include "message.h"

#include <stdio.h>

void complain(struct cli *cli, const char *zh, const char *en, const char *a,
              const char *b)
{
    struct out out = {.file = stderr};

    progress_clear(&cli->progress);
    out_text(&out, "fzzf: ");
    out_fill(&out, in_language(cli, zh, en), a, b, NULL);
    out_text(&out, "\n");
}

bool refuse(struct cli *cli, const char *zh, const char *en, const char *a,
            const char *b)
{
    complain(cli, zh, en, a, b);
    end_with(cli, CODE_TROUBLE);
    return false;
}

bool refuse_memory(struct cli *cli)
{
    return refuse(cli, "内存不足", "memory ran out", NULL, NULL);
}

const char *severity_word(fzzf_severity severity)
{
    switch (severity) {
    case FZZF_NOTE:
        return "note";
    case FZZF_WARNING:
        return "warning";
    case FZZF_ERROR:
        return "error";
    }
    return "error";
}

void write_finding(struct out *out, const fzzf_diags *diags, size_t index,
                   fzzf_language language)
{
    const char *const file = fzzf_diags_file(diags, index);
    const char *const path = fzzf_diags_path(diags, index);
    const long line = fzzf_diags_line(diags, index);
    const long column = fzzf_diags_column(diags, index);
    char number[16];

    out_shown(out, file);
    if (line > 0) {
        out_text(out, file == NULL ? "" : ":");
        out_count(out, (size_t)line);
    }
    if (line > 0 && column > 0) {
        out_text(out, ":");
        out_count(out, (size_t)column);
    }
    out_text(out, file != NULL || line > 0 ? ": " : "");
    out_text(out, severity_word(fzzf_diags_severity(diags, index)));
    (void)snprintf(number, sizeof number,
                   " FZ-%04d: ", fzzf_diags_code(diags, index));
    out_text(out, number);
    out_shown(out, fzzf_diags_message(diags, index, language));
    if (path != NULL && *path != '\0')
        out_fill(out, " [{0}]", path, NULL, NULL);
    out_text(out, "\n");
}

void say_findings(struct cli *cli, const fzzf_diags *diags, size_t from)
{
    struct out out = {.file = stderr};
    size_t i;

    for (i = from; i < fzzf_diags_count(diags); i++) {
        progress_clear(&cli->progress);
        if (cli->finding != NULL)
            cli->finding(cli->user, diags, i);
        else
            write_finding(&out, diags, i, cli->language);
    }
}

static void say_dropped(struct cli *cli, const fzzf_diags *diags)
{
    char count[32];

    if (fzzf_diags_dropped(diags) == 0)
        return;
    (void)snprintf(count, sizeof count, "%zu", fzzf_diags_dropped(diags));
    complain(cli, "另有 {0} 条问题未列出", "{0} more findings are not shown",
             count, NULL);
}

static void say_status(struct cli *cli, fzzf_status status, const char *name)
{
    if (status == FZZF_E_MEMORY)
        complain(cli, "{0}：内存不足", "{0}: memory ran out", name, NULL);
    else
        complain(cli, "{0}：未能完成（{1}）", "{0}: could not be done ({1})",
                 name, fzzf_status_name(status));
}

/* Counts what was found; gives how many errors. */
static size_t tally(struct cli *cli, const fzzf_diags *diags)
{
    size_t errors = fzzf_diags_dropped(diags);
    size_t i;

    for (i = 0; i < fzzf_diags_count(diags); i++) {
        const fzzf_severity severity = fzzf_diags_severity(diags, i);

        errors += severity == FZZF_ERROR ? 1 : 0;
        cli->warnings += severity == FZZF_WARNING ? 1 : 0;
    }
    cli->errors += errors;
    return errors;
}

bool conclude(struct cli *cli, fzzf_diags *diags, size_t said,
              fzzf_status status, const char *name)
{
    say_findings(cli, diags, said);
    say_dropped(cli, diags);
    if (tally(cli, diags) == 0 && status != FZZF_OK) {
        say_status(cli, status, name);
        cli->errors++;
    }
    fzzf_diags_clear(diags);
    end_with(cli, code_of(status));
    return status == FZZF_OK;
}

bool succeeded(struct cli *cli, fzzf_status status, const char *name)
{
    return conclude(cli, cli->diags, 0, status, name);
}
