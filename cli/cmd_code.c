/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf code: what codes of places, bodies and documents, and dates say. */
#include <string.h>

#include "csv.h"
#include "json.h"
#include "message.h"
#include "result_json.h"
#include "show.h"
#include "table.h"

extern const struct command command_code;

/* What a text was read as. */
struct reading {
    const char *kind; /* NULL: as nothing */
    const char *code; /* put right */
    const char *above;
    const char *about;
    unsigned odd;
    fzzf_division division;
    fzzf_credit_code credit;
    fzzf_document_number number;
    fzzf_date date;
};

static void as_division(struct reading *reading, const char *text)
{
    static const char *const kinds[] = {NULL,     "province", "city",
                                        "county", "township", "village"};
    const fzzf_division *const division = &reading->division;

    if (!fzzf_division_read(text, &reading->division))
        return;
    reading->kind = kinds[division->level];
    reading->code = division->code;
    reading->above = division->superior;
    reading->about =
        division->name != NULL ? division->name : division->province;
    reading->odd = division->odd;
}

static void as_credit_code(struct reading *reading, const char *text)
{
    const fzzf_credit_code *const credit = &reading->credit;

    if (!fzzf_credit_code_read(text, &reading->credit))
        return;
    reading->kind = credit->valid ? "credit-code" : "credit-code-invalid";
    reading->code = credit->code;
    reading->above = credit->division;
    reading->about = credit->registrar;
    reading->odd = credit->odd;
}

static void as_document_number(struct reading *reading, const char *text)
{
    if (!fzzf_document_number_read(text, &reading->number))
        return;
    reading->kind = "document-number";
    reading->code = reading->number.text;
    reading->about = reading->number.agency;
    reading->odd = reading->number.odd;
}

static void as_date(struct reading *reading, const char *text)
{
    if (!fzzf_date_read(text, &reading->date))
        return;
    reading->kind = "date";
    reading->code = reading->date.text;
    reading->odd = reading->date.odd;
}

static void read_text(struct reading *reading, const char *text)
{
    static void (*const ways[])(struct reading *, const char *) = {
        as_division, as_credit_code, as_document_number, as_date};

    memset(reading, 0, sizeof *reading);
    reading->division.size = sizeof reading->division;
    reading->credit.size = sizeof reading->credit;
    reading->number.size = sizeof reading->number;
    reading->date.size = sizeof reading->date;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        if (reading->kind == NULL)
            ways[i](reading, text);
}

static const char *kind_word(const struct cli *cli, const char *kind)
{
    static const char *const words[][2] = {
        {"province", "省级区划代码"},
        {"city", "地级区划代码"},
        {"county", "县级区划代码"},
        {"township", "乡级区划代码"},
        {"village", "村级区划代码"},
        {"credit-code", "统一社会信用代码"},
        {"credit-code-invalid", "统一社会信用代码（不合标准）"},
        {"document-number", "发文字号"},
        {"date", "日期"},
    };

    for (size_t i = 0; cli->language == FZZF_CHINESE && kind != NULL &&
                       i < sizeof words / sizeof words[0];
         i++)
        if (strcmp(kind, words[i][0]) == 0)
            return words[i][1];
    return kind;
}

/* The sentences on all oddities, one after the other. */
static void write_odd(struct cli *cli, struct out *out, unsigned odd)
{
    const char *between = "";

    for (unsigned bit = 1; bit <= odd; bit *= 2)
        if ((odd & bit) != 0) {
            out_text(out, between);
            out_text(out, fzzf_oddity_text((fzzf_oddity)bit, cli->language));
            between = in_language(cli, "；", "; ");
        }
}

static void write_json(struct cli *cli, const struct list *texts)
{
    struct reading reading;
    struct json json;

    json_begin(&json, &cli->out, "code");
    json_array(&json, "codes");
    for (size_t i = 0; i < texts->count; i++) {
        read_text(&reading, texts->items[i]);
        json_object(&json, NULL);
        json_text(&json, "text", texts->items[i]);
        json_text(&json, "kind", reading.kind);
        json_text(&json, "code", reading.code);
        json_text(&json, "above", reading.above);
        json_text(&json, "about", reading.about);
        json_array(&json, "odd");
        for (unsigned bit = 1; bit <= reading.odd; bit *= 2)
            if ((reading.odd & bit) != 0)
                json_text(&json, NULL,
                          fzzf_oddity_text((fzzf_oddity)bit, cli->language));
        json_end_array(&json);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

static void write_csv(struct cli *cli, const struct list *texts)
{
    struct csv csv = {.out = &cli->out};
    struct reading reading;

    csv_header(&csv, "text,kind,code,above,about,odd");
    for (size_t i = 0; i < texts->count; i++) {
        read_text(&reading, texts->items[i]);
        csv_cell(&csv, texts->items[i]);
        csv_cell(&csv, reading.kind);
        csv_cell(&csv, reading.code);
        csv_cell(&csv, reading.above);
        csv_cell(&csv, reading.about);
        csv_count(&csv, reading.odd);
        csv_end_row(&csv);
    }
}

static void write_table(struct cli *cli, const struct list *texts)
{
    struct reading reading;
    struct table table;

    table_begin(&table, "llllll",
                in_language(cli, "写作|是|规范写法|上级|所指|有疑之处",
                            "text|is|put right|above|about|odd"));
    for (size_t i = 0; i < texts->count; i++) {
        read_text(&reading, texts->items[i]);
        table_cell(&table, texts->items[i]);
        table_cell(&table, or_nothing(kind_word(cli, reading.kind)));
        table_cell(&table, or_nothing(reading.code));
        table_cell(&table, or_nothing(reading.above));
        table_cell(&table, or_nothing(reading.about));
        if (reading.odd == 0)
            out_text(&table.cells, SHOW_NOTHING);
        write_odd(cli, &table.cells, reading.odd);
        table_next(&table);
    }
    table_end(&table, &cli->out, "");
}

static void run(struct cli *cli)
{
    const struct list *const texts = &cli->settings.arguments;
    struct reading reading;

    if (cli->format == FORMAT_JSON)
        write_json(cli, texts);
    else if (cli->format == FORMAT_CSV)
        write_csv(cli, texts);
    else
        write_table(cli, texts);
    for (size_t i = 0; i < texts->count; i++) {
        read_text(&reading, texts->items[i]);
        if (reading.kind == NULL ||
            strcmp(reading.kind, "credit-code-invalid") == 0)
            end_with(cli, CODE_INVALID);
    }
}

static const struct option own[] = {
    OPTION_FORMAT("table|json|csv"),
    {.name = NULL},
};

static const struct option *const options[] = {own, NULL};

const struct command command_code = {
    .arguments = {{"代码 …", "CODE ..."}},
    .details =
        {{"认出行政区划代码（GB/T "
          "2260）、统一社会信用代码（GB 32100）、发文字号和日期，\n"
          "给出规范写法、上级和有疑之处。有一个不是这些代码，或校验码不符时，"
          "退出码为 2。",
          "Tells division codes (GB/T 2260), unified social credit codes "
          "(GB 32100),\n"
          "numbers of official documents and dates apart, puts them right and "
          "says what\n"
          "is odd. Exits with 2 when one is none of these, or has a wrong "
          "check character."}},
    .examples = "fzzf code 110108 659003 91110000600037341L\n"
                "fzzf code '金政发[2025]33号' 2025年6月13日",
    .options = options,
    .least = 1,
    .run = run,
};
