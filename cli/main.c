/* SPDX-License-Identifier: Apache-2.0 */
/* The command fzzf: finds what is asked for and answers for the output. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "help.h"
#include "message.h"

#define COMMAND(name, function, zh, en) extern const struct command function;
#include "commands.def"
#undef COMMAND

const struct command_row command_rows[] = {
#define COMMAND(name, function, zh, en) {name, &function, {{zh, en}}},
#include "commands.def"
#undef COMMAND
    {.name = NULL},
};

const char *in_language(const struct cli *cli, const char *zh, const char *en)
{
    return cli->language == FZZF_CHINESE ? zh : en;
}

void end_with(struct cli *cli, int code)
{
    if (code != CODE_DONE && (cli->code == CODE_DONE || code < cli->code))
        cli->code = code;
}

int code_of(fzzf_status status)
{
    switch (status) {
    case FZZF_OK:
        return CODE_DONE;
    case FZZF_E_SYNTAX:
    case FZZF_E_SCHEMA:
    case FZZF_E_REFERENCE:
    case FZZF_E_RULE:
    case FZZF_E_LIMIT:
        return CODE_INVALID;
    case FZZF_E_SIGNATURE:
        return CODE_SIGNATURE;
    case FZZF_E_MEMORY:
    case FZZF_E_ARGUMENT:
    case FZZF_E_IO:
    case FZZF_E_CANCELLED:
        return CODE_TROUBLE;
    }
    return CODE_TROUBLE;
}

/* Occupies the three standard streams where they are closed, each so that its
 * use fails: otherwise the next file opened would take its place. */
static void keep_streams(void)
{
    int stream;

    for (stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            (void)open("/dev/null",
                       stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static void run(struct cli *cli)
{
    if (cli->settings.version) {
        out_fill(&cli->out, "fzzf {0}\n", fzzf_version(), NULL, NULL);
    } else if (cli->settings.help) {
        help_write(cli, &cli->out);
    } else if (cli->row == NULL) {
        struct out messages = {.file = stderr};

        help_write(cli, &messages);
        end_with(cli, CODE_TROUBLE);
    } else if (fzzf_diags_new(&cli->diags) == FZZF_OK) {
        progress_begin(&cli->progress, cli->language);
        cli->row->command->run(cli);
    } else {
        (void)refuse_memory(cli);
    }
}

int main(int argc, char **argv)
{
    struct cli cli = {.out = {.file = stdout}};

    keep_streams();
    (void)setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    (void)signal(SIGPIPE, SIG_IGN);
    if (arguments_read(&cli, argc, argv))
        run(&cli);
    progress_clear(&cli.progress);
    if (out_flush(&cli.out) != 0)
        (void)refuse(&cli, "无法写出结果：{0}", "cannot write the results: {0}",
                     strerror(cli.out.error), NULL);
    fzzf_diags_free(cli.diags);
    arguments_free(&cli);
    return cli.code;
}
