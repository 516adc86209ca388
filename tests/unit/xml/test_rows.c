/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as rows, and that all forms of a document give the same. */

#include <iconv.h>
#include <stdlib.h>

#include "unit/xml/reading.h"
#include "xml/rows.h"

static void flatten(struct fzzf__rows *rows, const char *bytes, size_t length)
{
    fzzf_source source = bytes_of(bytes, length);

    CU_ASSERT_EQUAL_FATAL(fzzf__xml_rows(rows, &source, NULL), FZZF_OK);
}

static void names_every_value(void)
{
    static const char text[] =
        "<r " NS " xmlns:x='urn:x' a='1'>\n"
        "  <n id='3.2'><c k='v'/><c>t</c><c/></n>\n"
        "  <n name='m' id='3.3'/><n name='m'>u<b/>w</n><n name='m'/>\n"
        "  <x:y x:z='q' w='1'/>\n"
        "  <s assessor='city'><o node='3.2' value='1'/></s>\n"
        "</r>";
    static const struct fzzf__row expected[] = {
        {"r/@a", "1"},
        {"r/n[3.2]/@id", "3.2"},
        {"r/n[3.2]/c[1]/@k", "v"},
        {"r/n[3.2]/c[2]", "t"},
        {"r/n[3.2]/c[3]", ""},
        {"r/n[3.3]/@name", "m"},
        {"r/n[3.3]/@id", "3.3"},
        {"r/n[m]/@name", "m"},
        {"r/n[m]", "u"},
        {"r/n[m]/b[1]", ""},
        {"r/n[m]", "w"},
        {"r/n[m]#2/@name", "m"},
        {"r/{urn:x}y[1]/@{urn:x}z", "q"},
        {"r/{urn:x}y[1]/@w", "1"},
        {"r/s[city]/@assessor", "city"},
        {"r/s[city]/o[3.2]/@node", "3.2"},
        {"r/s[city]/o[3.2]/@value", "1"},
    };
    struct fzzf__rows rows;
    size_t i;

    flatten(&rows, text, sizeof text - 1);
    CU_ASSERT_EQUAL(rows.count, sizeof expected / sizeof expected[0]);
    for (i = 0; i < rows.count; i++) {
        CHECK_TEXT(rows.items[i].path, expected[i].path);
        CHECK_TEXT(rows.items[i].value, expected[i].value);
    }
    fzzf__rows_free(&rows);
}

static void check_same(const struct fzzf__rows *a, const fzzf__text *other)
{
    struct fzzf__rows b;
    size_t i;

    flatten(&b, other->bytes, other->length);
    CU_ASSERT_EQUAL_FATAL(a->count, b.count);
    for (i = 0; i < a->count; i++) {
        CHECK_TEXT(b.items[i].path, a->items[i].path);
        CHECK_TEXT(b.items[i].value, a->items[i].value);
    }
    fzzf__rows_free(&b);
}

/* Without white space between tags, and without comments. */
static void make_compact(fzzf__text *to, const fzzf__text *from)
{
    const char *at = from->bytes;

    while (*at != '\0') {
        size_t blanks = strspn(at, " \n");

        if (strncmp(at, "<!--", 4) == 0)
            at = strstr(at, "-->") + 3;
        else if (blanks > 0 && at[blanks] == '<' && at > from->bytes &&
                 at[-1] == '>')
            at += blanks;
        else
            fzzf__text_addn(to, at++, 1);
    }
}

static void make_crlf(fzzf__text *to, const fzzf__text *from)
{
    size_t i;

    for (i = 0; i < from->length; i++) {
        if (from->bytes[i] == '\n')
            fzzf__text_add(to, "\r");
        fzzf__text_addn(to, from->bytes + i, 1);
    }
}

static void make_marked(fzzf__text *to, const fzzf__text *from)
{
    fzzf__text_add(to, "\xEF\xBB\xBF");
    fzzf__text_addn(to, from->bytes, from->length);
}

static void make_gb18030(fzzf__text *to, const fzzf__text *from)
{
    static const char head[] = "<?xml version=\"1.0\" encoding=\"GB18030\"?>";
    const size_t utf8_head = strlen("<?xml version=\"1.0\""
                                    " encoding=\"UTF-8\"?>");
    iconv_t conversion = iconv_open("GB18030", "UTF-8");
    size_t in = from->length - utf8_head, room = from->length * 2;
    char *input = from->bytes + utf8_head, *bytes = malloc(room);
    char *output = bytes;
    size_t left = room;

    CU_ASSERT_EQUAL(iconv(conversion, &input, &in, &output, &left), 0);
    fzzf__text_add(to, head);
    fzzf__text_addn(to, bytes, room - left);
    iconv_close(conversion);
    free(bytes);
}

static void reads_all_forms_the_same(void)
{
    static const char *const files[] = {"system-full", "contract", "result",
                                        "declaration-full", "tailoring"};
    static void (*const forms[])(fzzf__text *, const fzzf__text *) = {
        make_compact, make_crlf, make_marked, make_gb18030};
    size_t i, j;

    for (i = 0; i < sizeof files / sizeof files[0]; i++) {
        fzzf__text text = {0};
        struct fzzf__rows rows;
        char path[200];

        snprintf(path, sizeof path, "tests/cases/xml/valid/%s.xml", files[i]);
        load(&text, path);
        flatten(&rows, text.bytes, text.length);
        CU_ASSERT_TRUE(rows.count > 15);
        for (j = 0; j < sizeof forms / sizeof forms[0]; j++) {
            fzzf__text form = {0};
            fzzf_source source;

            forms[j](&form, &text);
            source = bytes_of(form.bytes, form.length);
            CU_ASSERT_EQUAL(read_any(&source, NULL), FZZF_OK);
            check_same(&rows, &form);
            fzzf__text_free(&form);
        }
        fzzf__rows_free(&rows);
        fzzf__text_free(&text);
    }
}

static void refuses_what_is_not_well_formed(void)
{
    fzzf_source source = text_of("<a><b></a>");
    struct fzzf__rows rows;

    CU_ASSERT_EQUAL(fzzf__xml_rows(&rows, &source, NULL), FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(rows.count, 0);
    fzzf__rows_free(&rows);
}

CU_TestInfo rows_tests[] = {
    {"names every value", names_every_value},
    {"reads all forms the same", reads_all_forms_the_same},
    {"refuses what is not well-formed", refuses_what_is_not_well_formed},
    CU_TEST_INFO_NULL,
};
