/* SPDX-License-Identifier: Apache-2.0 */
/* --help, made from the tables of commands and options. */
#include "help.h"

#include <string.h>

#include "table.h"

static const struct both exit_codes[] = {
    {{"0  完成", "0  done"}},
    {{"1  用法有误，或读写失败",
      "1  wrong usage, or reading or writing failed"}},
    {{"2  某份文档不成立", "2  a document does not hold"}},
    {{"3  要求全部合格（--require-eligible），而有单位不合格或未定",
      "3  asked with --require-eligible, and a unit is not or it is open"}},
    {{"4  并列或未定，名次无法分清",
      "4  a tie, or open scores, left unresolved"}},
    {{"5  签名有误", "5  a signature does not hold"}},
};

static void heading(const struct cli *cli, struct out *out, const char *zh,
                    const char *en)
{
    out_text(out, "\n");
    out_text(out, in_language(cli, zh, en));
    out_text(out, "\n");
}

static void write_lines(struct out *out, const char *lines)
{
    const char *at = lines;

    while (*at != '\0') {
        const size_t length = strcspn(at, "\n");

        out_text(out, "  ");
        out_bytes(out, at, length);
        out_text(out, "\n");
        at += length + (at[length] == '\n' ? 1 : 0);
    }
}

static void add_options(const struct cli *cli, struct table *table,
                        const struct option *options)
{
    for (; options->name != NULL; options++) {
        const char *const value = options->value.in[cli->language];

        out_text(&table->cells, "--");
        out_text(&table->cells, options->name);
        out_text(&table->cells, *value == '\0' ? "" : " ");
        table_cell(table, value);
        table_cell(table, options->summary.in[cli->language]);
    }
}

static void write_options(const struct cli *cli, struct out *out)
{
    struct table table;
    size_t i;

    heading(cli, out, "选项：", "Options:");
    table_begin(&table, "ll", NULL);
    if (cli->row != NULL)
        for (i = 0; cli->row->command->options[i] != NULL; i++)
            add_options(cli, &table, cli->row->command->options[i]);
    add_options(cli, &table, options_of_all);
    table_end(&table, out, "  ");
}

static void write_codes(const struct cli *cli, struct out *out)
{
    size_t i;

    heading(cli, out, "退出码（有几种时取最小的）：",
            "Exit codes (the lowest of several):");
    for (i = 0; i < sizeof exit_codes / sizeof exit_codes[0]; i++) {
        out_text(out, "  ");
        out_text(out, exit_codes[i].in[cli->language]);
        out_text(out, "\n");
    }
}

static void write_command(const struct cli *cli, struct out *out)
{
    const struct command *const command = cli->row->command;
    const char *const arguments = command->arguments.in[cli->language];

    out_fill(out,
             in_language(cli, "用法：fzzf {0} [选项] {1}\n\n",
                         "Usage: fzzf {0} [options] {1}\n\n"),
             cli->row->name, arguments, NULL);
    out_fill(out, in_language(cli, "{1}。\n", "fzzf {0}: {1}.\n"),
             cli->row->name, cli->row->summary.in[cli->language], NULL);
    if (command->details.in[cli->language] != NULL) {
        heading(cli, out, "说明：", "Details:");
        write_lines(out, command->details.in[cli->language]);
    }
    write_options(cli, out);
    heading(cli, out, "例：", "Examples:");
    write_lines(out, command->examples);
}

static void write_commands(const struct cli *cli, struct out *out)
{
    const struct command_row *row;
    struct table table;

    out_text(out,
             in_language(cli,
                         "用法：fzzf 命令 [选项] [文件…]\n\n法治政府建设示"
                         "范创建评估：检查、评分、排名、说明。\n",
                         "Usage: fzzf COMMAND [options] [FILE...]\n\nChecks, "
                         "scores, ranks and explains evaluations of "
                         "law-based government.\n"));
    heading(cli, out, "命令：", "Commands:");
    table_begin(&table, "ll", NULL);
    for (row = command_rows; row->name != NULL; row++) {
        table_cell(&table, row->name);
        table_cell(&table, row->summary.in[cli->language]);
    }
    table_end(&table, out, "  ");
    heading(cli, out, "说明：", "Details:");
    write_lines(out, in_language(cli,
                                 "每个命令都有 --help。选项可放在任何位置，-- "
                                 "之后都是文件名。\n文件可以是 .xml 文件、文件"
                                 "夹（其中的 *.xml，按名称顺序）或 "
                                 "-（标准输入）。\n结果写到标准输出，消息写到"
                                 "标准错误。",
                                 "Each command has --help. Options stand "
                                 "anywhere; after -- all are names.\nA FILE is "
                                 "an .xml file, a folder (its *.xml in the "
                                 "order of names),\nor - for standard input.\n"
                                 "Results go to standard output, messages to "
                                 "standard error."));
    write_options(cli, out);
}

void help_write(struct cli *cli, struct out *out)
{
    if (cli->row != NULL)
        write_command(cli, out);
    else
        write_commands(cli, out);
    write_codes(cli, out);
}
