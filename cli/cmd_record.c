/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf record: shows a record document; takes and gives one part as CSV. */
#include <errno.h>
#include <string.h>

#include "input.h"
#include "message.h"
#include "record_csv.h"
#include "show_record.h"

extern const struct command command_record;

/* The rows take the place of the records of the part, or are added. */
static bool take_rows(struct cli *cli, fzzf_record *record)
{
    const char *const part = cli->settings.part;
    const char *const name = cli->settings.rows;
    const bool standard = strcmp(name, "-") == 0;
    FILE *file;
    bool sound;

    if (part == NULL)
        return refuse(cli, "--rows 须与 --part 一起使用", "--rows needs --part",
                      NULL, NULL);
    file = standard ? stdin : fopen(name, "rb");
    if (file == NULL)
        return refuse(cli, "无法读取“{0}”：{1}", "cannot read '{0}': {1}", name,
                      strerror(errno));
    sound =
        record_csv_read(cli, record, part, file, standard ? INPUT_STDIN : name);
    if (!standard)
        (void)fclose(file);
    return sound && succeeded(cli, fzzf_record_check(record, cli->diags), name);
}

static void run(struct cli *cli)
{
    const char *const name = cli->settings.arguments.items[0];
    fzzf_record *record = NULL;
    fzzf_source source;
    bool sound;

    input_single(name, &source);
    sound = succeeded(cli, fzzf_xml_read_record(&record, &source, cli->diags),
                      name);
    if (sound && cli->settings.rows != NULL)
        sound = take_rows(cli, record);
    if (sound)
        (void)show_record(cli, record, cli->settings.part, name);
    fzzf_record_unref(record);
}

static const struct option own[] = {
    {"part",
     OPTION_TEXT,
     OPTION_FIELD(part),
     {{"名称", "NAME"}},
     {{"csv 所写、--rows 所读的部分", "the part that csv and --rows are of"}}},
    {"rows",
     OPTION_TEXT,
     OPTION_FIELD(rows),
     {{"文件", "FILE"}},
     {{"以 CSV 的各行取代该部分的内容",
       "a CSV whose rows take the place of that part"}}},
    {"add",
     OPTION_FLAG,
     OPTION_FIELD(add),
     SAME(""),
     {{"与 --rows 一起：保留原有内容，各行加在其后",
       "with --rows: keeps what the part has, and adds the rows"}}},
    OPTION_FORMAT("table|json|csv|xml"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_record = {
    .arguments = {{"文件|-", "FILE|-"}},
    .details =
        {{"CSV 的列即属性名，text 列为元素内的文字，空单元格为省略。\n"
          "部分在其他元素之内时，前几列写明该行属于哪一项，如 "
          "tally,tally.stratum。",
          "Columns of CSV are attributes, the column text is the text "
          "inside; an\n"
          "empty cell is an absent attribute. Of a part inside others the "
          "first columns\n"
          "say where a row belongs, such as tally,tally.stratum."}},
    .examples = "fzzf record batch.xml\n"
                "fzzf record --part quota --format csv batch.xml\n"
                "fzzf record --part quota --rows quotas.csv --format xml "
                "batch.xml",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
