/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence accounted for by hand: what counts, and what speaks against it. */

#include <stdio.h>
#include <string.h>

#include "fzzf/fzzf.h"
#include "unit/eval/round.h"
#include "unit/suites.h"

#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B64 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const char system_text[] =
    "<system xmlns='urn:fzzf:1' id='s' edition='1' title='t'>"
    "<indicator id='1' title='一'><indicator id='1.1' title='公开'/>"
    "<indicator id='1.2' title='复议'/></indicator>"
    "<indicator id='2' title='市级' applies='city'/></system>";

static fzzf_diags *diags;

static fzzf_record *read_text(const char *text)
{
    const fzzf_source source = {
        .size = sizeof source, .bytes = text, .length = strlen(text)};
    fzzf_record *record = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_record(&record, &source, diags),
                          FZZF_OK);
    return record;
}

static fzzf_record *read_batch(const char *evidence)
{
    char text[2048];

    snprintf(text, sizeof text,
             "<batch xmlns='urn:fzzf:1' id='b' title='t' system='s'>%s"
             "</batch>",
             evidence);
    return read_text(text);
}

/* The check of one county on 2025-03-31; @day NULL: on no day. */
static fzzf_record *check(const char *statements, const char *demands,
                          const char *files, const char *day,
                          fzzf_status wanted)
{
    fzzf_record *made = NULL, *batch, *inventory = NULL;
    struct round round;
    char text[4096];

    CU_ASSERT_EQUAL_FATAL(fzzf_diags_new(&diags), FZZF_OK);
    snprintf(text, sizeof text,
             "<declaration id='d' system='s' type='comprehensive'><unit "
             "code='990104' name='县' level='county'/><assessment "
             "assessor='self'>%s</assessment></declaration>",
             statements);
    round_make(&round, system_text, NULL, text);
    batch = read_batch(demands);
    if (files != NULL) {
        snprintf(text, sizeof text,
                 "<inventory xmlns='urn:fzzf:1' count='9'>%s</inventory>",
                 files);
        inventory = read_text(text);
    }
    CU_ASSERT_EQUAL_FATAL(
        fzzf_record_new(&made, fzzf_kind_find("evidence-check")), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_set(made, "id", "c", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_set(made, "batch", "b", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_set(made, "day", day, NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_evidence_check(made, batch, round.system,
                                        round.declarations[0], inventory,
                                        diags),
                    wanted);
    CU_ASSERT_EQUAL(fzzf_record_count(made, "unit"), wanted == FZZF_OK ? 1 : 0);
    CU_ASSERT_EQUAL(fzzf_record_check(made, NULL), FZZF_OK);
    fzzf_record_unref(batch);
    fzzf_record_unref(inventory);
    round_free(&round);
    return made;
}

static void end(fzzf_record *made)
{
    fzzf_record_unref(made);
    fzzf_diags_free(diags);
}

static const fzzf_record *unit_of(const fzzf_record *made)
{
    const fzzf_record *unit = fzzf_record_at(made, "unit", 0);

    CU_ASSERT_PTR_NOT_NULL_FATAL(unit);
    return unit;
}

static void expect(const fzzf_record *record, const char *field,
                   const char *value)
{
    const char *found = fzzf_record_get(record, field);

    CHECK_TEXT(found == NULL ? "absent" : found, value);
}

/* The notices, as "indicator/evidence code ...". */
static void expect_notices(const fzzf_record *made, const char *wanted)
{
    const fzzf_record *unit = unit_of(made);
    char text[1024] = "";
    size_t length = 0;

    for (size_t i = 0; i < fzzf_record_count(unit, "notice"); i++) {
        const fzzf_record *notice = fzzf_record_at(unit, "notice", i);
        const char *piece = fzzf_record_get(notice, "evidence");

        length += (size_t)snprintf(
            text + length, sizeof text - length, "%s%s/%s %s",
            i > 0 ? ", " : "", fzzf_record_get(notice, "indicator"),
            piece == NULL ? "" : piece, fzzf_record_get(notice, "code"));
    }
    CHECK_TEXT(text, wanted);
}

static void counts_by_kind(void)
{
    fzzf_record *made =
        check("<indicator id='1.1'><evidence id='a' kind='document'/>"
              "<evidence id='b' kind='document' submitted='on_site'/>"
              "<evidence id='c' kind='news' href='http://x/1'/></indicator>",
              "", NULL, NULL, FZZF_OK);
    const fzzf_record *unit = unit_of(made);
    const fzzf_record *first = fzzf_record_at(unit, "indicator", 0);

    CU_ASSERT_EQUAL(fzzf_record_count(unit, "indicator"), 2);
    expect(first, "pieces", "3");
    expect(first, "document", "2");
    expect(first, "news", "1");
    expect(first, "award", "0");
    expect(first, "on-site", "1");
    expect(first, "sound", "2");
    expect(unit, "pieces", "3");
    expect(unit, "required", "2"); /* 2 is the city's */
    expect(unit, "lacking", "1");
    expect_notices(made, "1.1/b on-site, 1.2/ no-evidence");
    end(made);
}

static void asks_nothing_where_it_does_not_apply(void)
{
    fzzf_record *made =
        check("<indicator id='1.1'><evidence id='a' kind='brief'/></indicator>"
              "<indicator id='1.2' state='not-applicable' reason='无'/>",
              "", NULL, NULL, FZZF_OK);

    expect(unit_of(made), "required", "1");
    expect(unit_of(made), "lacking", "0");
    expect_notices(made, "");
    end(made);
}

static void demands_kinds_of_sound_pieces(void)
{
    fzzf_record *made = check(
        "<indicator id='1.1'><evidence id='a' kind='document'/>"
        "<evidence id='b' kind='document' submitted='on_site'/></indicator>"
        "<indicator id='1.2'><evidence id='a' kind='picture'/></indicator>",
        "<evidence kind='document' least='1'/>"
        "<evidence indicator='1.1' least='2'/>",
        NULL, NULL, FZZF_OK);
    const fzzf_record *notice = fzzf_record_at(unit_of(made), "notice", 1);

    expect_notices(made, "1.1/b on-site, 1.1/ too-few, 1.2/ too-few");
    expect(notice, "en",
           "indicator 1.1 has 1 sound pieces of any kind, 2 are demanded");
    expect(fzzf_record_at(unit_of(made), "notice", 2), "zh",
           "指标 1.2 的文件有效的有 0 件，要求 1 件");
    expect(unit_of(made), "lacking", "2");
    end(made);
}

static void tells_duplicates_from_one_file_for_many(void)
{
    fzzf_record *made = check(
        "<indicator id='1.1'><evidence id='a' kind='document' sha256='" A64
        "'/><evidence id='b' kind='picture' sha256='"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "'/><evidence id='c' kind='news' href='http://x/1'/></indicator>"
        "<indicator id='1.2'><evidence id='d' kind='document' sha256='" A64
        "'/><evidence id='e' kind='news' href='http://x/1'/>"
        "<evidence id='f' kind='news' href='http://x/1'/></indicator>",
        "", NULL, NULL, FZZF_OK);

    expect_notices(made, "1.1/b duplicate, 1.2/d shared, 1.2/e shared, 1.2/f "
                         "duplicate");
    expect(unit_of(made), "sound", "4");
    expect(fzzf_record_at(unit_of(made), "notice", 1), "en",
           "'d' is one file for many indicators: it stands as a for 1.1 too");
    end(made);
}

/* Twelve months before 2025-03-31 is 2024-03-31; one before, 2025-02-28. */
static void judges_days(void)
{
    static const char pieces[] =
        "<indicator id='1.1'>"
        "<evidence id='a' kind='document' date='2024-03-31'/>"
        "<evidence id='b' kind='document' date='2024-03-30'/>"
        "<evidence id='c' kind='document' date='2025-04-01'/>"
        "<evidence id='d' kind='document'/>"
        "<evidence id='e' kind='document' period='2023'/>"
        "<evidence id='f' kind='document' period='2024'/></indicator>"
        "<indicator id='1.2'>"
        "<evidence id='g' kind='picture' date='2025-02-28'/>"
        "<evidence id='h' kind='picture' date='2025-02-27'/></indicator>";
    fzzf_record *made = check(pieces,
                              "<evidence kind='document' months='12'/>"
                              "<evidence kind='picture' months='1'/>",
                              NULL, "2025-03-31", FZZF_OK);

    expect_notices(made, "1.1/b stale, 1.1/c ahead, 1.1/d undated, 1.1/e "
                         "stale, 1.1/f undated, 1.2/h stale");
    expect(fzzf_record_at(unit_of(made), "notice", 0), "en",
           "'b' of 2024-03-30 is stale: the batch demands 2024-03-31 or "
           "later");
    end(made);
    end(check(pieces, "<evidence months='12'/>", NULL, NULL, FZZF_E_REFERENCE));
}

static void judges_the_period(void)
{
    fzzf_record *made =
        check("<indicator id='1.1'>"
              "<evidence id='a' kind='document' date='2023-01-01'/>"
              "<evidence id='b' kind='document' date='2022-12-31'/>"
              "<evidence id='c' kind='document' date='2025-01-01'/>"
              "<evidence id='d' kind='document' period='2023'/></indicator>"
              "<indicator id='1.2'><evidence id='e' kind='award' "
              "date='2020-01-01'/></indicator>",
              "<evidence indicator='1.1' from='2023-01-01' to='2024-12-31'/>",
              NULL, NULL, FZZF_OK);

    expect_notices(made, "1.1/b outside, 1.1/c outside");
    expect(fzzf_record_at(unit_of(made), "notice", 0), "en",
           "'b' is outside the period from 2023-01-01 to 2024-12-31");
    end(made);
}

#define FILE(name, size, digest)                                               \
    "<file name='" name "' size='" size "' checksum='" digest "'/>"

static void compares_files(void)
{
    fzzf_record *made = check(
        "<indicator id='1.1'>"
        "<evidence id='a' kind='document' href='x/a.pdf' sha256='" A64 "'/>"
        "<evidence id='b' kind='document' sha256='" A64 "'/>"
        "<evidence id='c' kind='document' size='5'/>"
        "<evidence id='d' kind='document'/>"
        "<evidence id='e' kind='document'/>"
        "<evidence id='f' kind='news' href='https://x'/></indicator>"
        "<indicator id='1.2'><evidence id='a' kind='picture' "
        "href='x/a.pdf'/></indicator>",
        "",
        FILE("b.pdf", "1", B64) FILE("c", "4", B64) FILE("e.jpg", "1", B64)
            FILE("e.png", "1", B64) FILE("x/a.pdf", "1", A64),
        NULL, FZZF_OK);
    const fzzf_record *unit = unit_of(made);

    expect_notices(made, "1.1/b altered, 1.1/c resized, 1.1/c duplicate, 1.1/d "
                         "no-file, 1.1/e several-files, 1.2/a shared");
    expect(fzzf_record_at(unit, "notice", 1), "zh",
           "“c”：文件已被改动，其大小为 4 字节，申报的是 5 字节");
    expect(unit, "sound", "3");
    end(made);
}

static void refuses_what_does_not_belong(void)
{
    fzzf_record *made =
        check("<indicator id='1.3'><evidence id='a' kind='brief'/></indicator>",
              "", NULL, NULL, FZZF_E_REFERENCE);

    CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH),
               "there is no indicator '1.3' (nearest: '1.1')");
    end(made);
    end(check("", "<evidence indicator='1.4' least='1'/>", NULL, NULL,
              FZZF_E_REFERENCE));
    end(check("", "<evidence indicator='1' least='1'/>", NULL, NULL,
              FZZF_E_REFERENCE));
    CU_ASSERT_EQUAL(fzzf_evidence_check(NULL, NULL, NULL, NULL, NULL, NULL),
                    FZZF_E_ARGUMENT);
}

static void takes_each_declaration_once(void)
{
    fzzf_record *made = check("", "", NULL, NULL, FZZF_OK);
    fzzf_record *batch = read_batch("");
    struct round round;

    round_make(&round, system_text, NULL,
               "<declaration id='d' system='s' type='comprehensive'><unit "
               "code='990104' name='县' level='county'/><assessment "
               "assessor='self'/></declaration>");
    CU_ASSERT_EQUAL(fzzf_evidence_check(made, batch, round.system,
                                        round.declarations[0], NULL, diags),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_diags_code(diags, 0), 7029);
    CU_ASSERT_EQUAL(fzzf_record_set(made, "batch", "other", NULL), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_evidence_check(made, batch, round.system,
                                        round.declarations[0], NULL, NULL),
                    FZZF_E_REFERENCE);
    CU_ASSERT_EQUAL(fzzf_record_count(made, "unit"), 1);
    round_free(&round);
    fzzf_record_unref(batch);
    end(made);
}

CU_TestInfo evidence_tests[] = {
    {"counts by kind", counts_by_kind},
    {"asks nothing where it does not apply",
     asks_nothing_where_it_does_not_apply},
    {"demands kinds of sound pieces", demands_kinds_of_sound_pieces},
    {"tells duplicates from one file for many",
     tells_duplicates_from_one_file_for_many},
    {"judges days", judges_days},
    {"judges the period", judges_the_period},
    {"compares files", compares_files},
    {"refuses what does not belong", refuses_what_does_not_belong},
    {"takes each declaration once", takes_each_declaration_once},
    CU_TEST_INFO_NULL,
};
