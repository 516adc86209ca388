/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/report/export.c, report.c and index.c; whole folders are tested
 * in Python. */

#include <sys/stat.h>
#include <unistd.h>

#include "fzzf/report.h"
#include "unit/xml/reading.h"

#define FOLDER "unit-report.tmp"

static fzzf_system *system_of_two(void)
{
    fzzf_source source =
        text_of("<system " NS " id='s' edition='1' title='体系'>"
                "<indicator id='1' title='一'><indicator id='1.1' title='备案' "
                "points='10'><observe id='x' kind='number' title='件数'/>"
                "<rule value='x'/></indicator><indicator id='1.2' title='公开' "
                "points='5'><rule value='5'/></indicator></indicator>"
                "</system>");
    fzzf_system *made = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_system(&made, &source, NULL), FZZF_OK);
    return made;
}

/* One that gives a value and one piece of evidence, with @more attributes. */
static fzzf_declaration *declare(const char *title, const char *more)
{
    const char *const words[] = {title, more};
    fzzf__text text = {0};
    fzzf_source source;
    fzzf_declaration *made = NULL;

    fzzf__text_fill(&text,
                    "<declaration " NS " id='d' system='s' type="
                    "'comprehensive'><unit code='990001' name='甲县' level="
                    "'county'/><report><measures>第一段。&#10;第二段。"
                    "</measures><results>成效。</results></report>"
                    "<assessment assessor='self'><indicator id='1.1'>"
                    "<observation id='x' value='8'/><evidence id='e1' "
                    "kind='document' title='{0}' {1}/></indicator>"
                    "</assessment></declaration>",
                    words, 2);
    source = bytes_of(text.bytes, text.length);
    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_declaration(&made, &source, NULL),
                          FZZF_OK);
    fzzf__text_free(&text);
    return made;
}

/* Exports into FOLDER; the number of the first finding. */
static int export_to(fzzf_language language, const char *title,
                     const char *more, fzzf_status expected)
{
    fzzf_system *system = system_of_two();
    fzzf_declaration *declaration = declare(title, more);
    fzzf_diags *diags = new_diags();
    int code;

    CU_ASSERT_EQUAL(fzzf_report_export_in(language, declaration, system, NULL,
                                          NULL, FOLDER, diags),
                    expected);
    code = first_code(diags);
    fzzf_diags_free(diags);
    fzzf_declaration_unref(declaration);
    fzzf_system_unref(system);
    return code;
}

static void is_file(const char *path, const char *expected)
{
    char text[4096] = "";
    FILE *file = fopen(path, "rb");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    (void)fclose(file);
    CHECK_TEXT(text, expected);
}

static void drop(void)
{
    static const char *const paths[] = {"/materials/001-1.1/index.html",
                                        "/materials/001-1.1/index.xml",
                                        "/materials/001-1.1/index.csv",
                                        "/materials/001-1.1",
                                        "/materials/002-1.2/index.html",
                                        "/materials/002-1.2/index.xml",
                                        "/materials/002-1.2/index.csv",
                                        "/materials/002-1.2",
                                        "/materials",
                                        "/report/measures.txt",
                                        "/report/results.txt",
                                        "/report/highlights.txt",
                                        "/report",
                                        "/index.html",
                                        "/index.xml",
                                        "/index.csv",
                                        "/style.css",
                                        "/report.txt",
                                        ""};
    char path[200];

    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        (void)snprintf(path, sizeof path, FOLDER "%s", paths[i]);
        (void)remove(path);
    }
    CU_ASSERT_NOT_EQUAL(access(FOLDER, F_OK), 0); /* nothing else was there */
}

static void writes_the_report_and_an_index(void)
{
    CU_ASSERT_EQUAL(export_to(FZZF_CHINESE, "台账", "date='2021-01-02'", 0), 0);
    is_file(FOLDER "/report.txt",
            "法治政府建设示范创建自评报告\n\n甲县（990001）\n\n一、工作举措\n"
            "第一段。\n第二段。\n\n二、工作成效\n成效。\n\n三、工作亮点\n"
            "（未填写）\n\n四、指标与材料\n1.1 备案：材料 1 件\n"
            "1.2 公开：材料 0 件\n");
    is_file(FOLDER "/index.csv",
            "\xef\xbb\xbf指标,指标名称,文件夹,材料编号,材料名称,种类,日期,年度,"
            "链接,文件,SHA-256\r\n\"1.1\",\"备案\",\"001-1.1\",\"e1\","
            "\"台账\",\"文件\",\"2021-01-02\",\"\",\"\",\"\",\"\"\r\n");
    drop();
}

static void writes_our_words_in_english(void)
{
    CU_ASSERT_EQUAL(export_to(FZZF_ENGLISH, "台账", "", 0), 0);
    is_file(FOLDER "/report.txt",
            "Self-evaluation report: demonstration of law-based government\n\n"
            "甲县 (990001)\n\n1. Measures\n第一段。\n第二段。\n\n2. Results\n"
            "成效。\n\n3. Highlights\n(not filled in)\n\n"
            "4. Indicators and materials\n1.1 备案: materials 1\n"
            "1.2 公开: materials 0\n");
    drop();
}

static void nothing_that_must_not_leave_is_written(void)
{
    CU_ASSERT_EQUAL(
        export_to(FZZF_CHINESE, "王某 110105-19491231-002X", "", FZZF_E_SCHEMA),
        FZZF__F_IDENTITY_STAYS);
    CU_ASSERT_EQUAL(
        export_to(FZZF_CHINESE, "台账", "secrecy='secret'", FZZF_E_SCHEMA),
        FZZF__F_EXPORT_CLASSIFIED);
    CU_ASSERT_EQUAL(export_to((fzzf_language)7, "台账", "", FZZF_E_ARGUMENT),
                    0);
    CU_ASSERT_NOT_EQUAL(access(FOLDER, F_OK), 0);
    CU_ASSERT_NOT_EQUAL(access(FOLDER ".part", F_OK), 0);
}

CU_TestInfo report_tests[] = {
    {"writes the report and an index", writes_the_report_and_an_index},
    {"writes our words in English", writes_our_words_in_english},
    {"nothing that must not leave is written",
     nothing_that_must_not_leave_is_written},
    CU_TEST_INFO_NULL,
};
