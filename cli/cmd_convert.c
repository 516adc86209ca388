/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf convert: a document in any encoding, again in canonical UTF-8. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "message.h"

extern const struct command command_convert;

static int keep(void *user, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, user) == size ? 0 : 1;
}

/* Only a whole document goes out. */
static bool hand_out(FILE *kept, struct out *out)
{
    char buffer[16384];
    size_t count;

    rewind(kept);
    while ((count = fread(buffer, 1, sizeof buffer, kept)) > 0)
        out_bytes(out, buffer, count);
    return ferror(kept) == 0;
}

static void write_file(struct cli *cli, FILE *kept)
{
    const char *const path = cli->settings.folder;
    struct out out = {.file = fopen(path, "wb")};
    bool sound = out.file != NULL && hand_out(kept, &out);

    if (out.file != NULL) {
        sound = out_flush(&out) == 0 && sound;
        sound = fclose(out.file) == 0 && sound;
        if (!sound)
            (void)remove(path);
    }
    if (!sound)
        (void)refuse(cli, "无法写入“{0}”：{1}", "cannot write '{0}': {1}", path,
                     strerror(out.error != 0 ? out.error : errno));
}

static void run(struct cli *cli)
{
    const fzzf_write_options options = {.size = sizeof options,
                                        .compact = cli->settings.compact};
    const char *const name = cli->settings.arguments.items[0];
    FILE *const kept = tmpfile();
    fzzf_source source;
    fzzf_status status;

    if (kept == NULL) {
        (void)refuse(cli, "无法暂存“{0}”：{1}",
                     "cannot keep a copy of '{0}': {1}", name, strerror(errno));
        return;
    }
    input_single(name, &source);
    status = fzzf_xml_convert(&source, cli->settings.encoding, keep, kept,
                              &options, cli->diags);
    if (succeeded(cli, status, name)) {
        if (cli->settings.folder != NULL)
            write_file(cli, kept);
        else if (!hand_out(kept, &cli->out))
            (void)refuse(cli, "无法暂存“{0}”：{1}",
                         "cannot keep a copy of '{0}': {1}", name,
                         strerror(errno));
    }
    (void)fclose(kept);
}

static const struct option own[] = {
    {"encoding",
     OPTION_WORD,
     OPTION_FIELD(encoding),
     SAME("UTF-8|GB18030|UTF-16LE|UTF-16BE"),
     {{"文件没有字节顺序标记时的编码；不指定时按文档所称",
       "the encoding where no byte order mark tells; else what the document "
       "says"}}},
    {"compact",
     OPTION_FLAG,
     OPTION_FIELD(compact),
     SAME(""),
     {{"元素之间不换行", "no line breaks between elements"}}},
    {"out",
     OPTION_TEXT,
     OPTION_FIELD(folder),
     {{"文件", "FILE"}},
     {{"写到此文件，而非标准输出",
       "writes to this file, not to standard output"}}},
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_convert = {
    .arguments = {{"文件|-", "FILE|-"}},
    .details =
        {{"读入 GB 18030（以及 GBK、GB 2312）、UTF-8 或 UTF-16 "
          "的任何一种文档，写出规范的 UTF-8。\n"
          "文档须成立：字节序列不属于其编码，或有其他错误时，说明在何处，"
          "不写出任何内容，\n"
          "退出码为 1 或 2。",
          "Reads a document of any kind in GB 18030 (with GBK and GB 2312), "
          "UTF-8 or UTF-16\n"
          "and writes it in canonical UTF-8. The document must hold: for bytes "
          "that are not\n"
          "of its encoding, or another fault, it says where, writes nothing, "
          "and exits with\n"
          "1 or 2."}},
    .examples = "fzzf convert county.xml --out county.utf8.xml\n"
                "fzzf convert --encoding GB18030 - <old.xml >new.xml",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
