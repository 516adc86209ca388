/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/xml/veil.c: what is veiled, and that nobody sees it. */

#include "base/memory.h"
#include "unit/xml/reading.h"
#include "xml/veil.h"

#define TWO "\x7f\x7f\x7f\x7f\x7f\x7f" /* two ideographs, veiled */

static void veils_plain_values_only(void)
{
    static const char *const pairs[][2] = {
        {"<a t=\"x中文\"/>", "<a t=\"x" TWO "\"/>"},
        {"<a t=\"中文\"\tu=\"中文\">", "<a t=\"" TWO "\"\tu=\"" TWO "\">"},
        {"</b><a t=\"中（\"/>", "</b><a t=\"" TWO "\"/>"},
        {"<a t=\"中x\">中</a>", "<a t=\"\x7f\x7f\x7f\x7f\">中</a>"},
        {"<中 t=\"文字\">", "<中 t=\"文字\">"}, /* a name; no need to go on */
        /* Other quotes, references, a namespace, blanks, other characters. */
        {"<a t='中文' u=\"中\">", NULL},
        {"<a t=\"中&amp;文\"/>", NULL},
        {"<a t=\"&lt;中\"/>", NULL},
        {"<a t=\"中\n文\"/>", NULL},
        {"<a t=\"中\x7f\"/>", NULL},
        {"<a xmlns=\"中文\"/>", NULL},
        {"<a xmlns:b=\"中文\"/>", NULL},
        {"<a t =\"中\"/>", NULL},
        {"<a t= \"中\"/>", NULL},
        {"<a t=\"b=\" 中=\"文\"/>", NULL},
        {"<a t=\"\xef\xbf\xbf\"/>", NULL},
        {"<a t=\"\xed\xa0\x80\"/>", NULL},
        {"<a t=\"中\xe6\"/>", NULL},
        /* No start tag, or not all of it. */
        {"<a> t=\"中文\"</a>", NULL},
        {"<!-- t=\"中文\" -->", NULL},
        {"<?a t=\"中文\"?>", NULL},
        {"a t=\"中文\"/>", NULL},
        {"<a t=\"中文", NULL},
        {"中文", NULL},
        {"\"中文\"", NULL},
        {"=\"中文\"", NULL},
    };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct fzzf__veil veil = {.count = 0};
        const char *const given = pairs[i][0];
        const char *const wanted = pairs[i][1] == NULL ? given : pairs[i][1];
        const char *const shown =
            fzzf__veil_draw(&veil, given, strlen(given), 0);

        if (strncmp(shown, wanted, strlen(given)) != 0)
            CU_FAIL(given);
        fzzf__veil_free(&veil);
    }
}

static void shows_all_when_memory_runs_out(void)
{
    static const char given[] = "<a t=\"中文\"/>";
    struct fzzf__veil veil = {.count = 0};

    for (long allow = 0; allow < 2; allow++) {
        const char *shown;

        fzzf__fault_after(allow);
        shown = fzzf__veil_draw(&veil, given, sizeof given - 1, 0);
        fzzf__fault_after(-1);
        CU_ASSERT_EQUAL(strncmp(shown, given, sizeof given - 1), 0);
        CU_ASSERT_EQUAL(veil.count, 0);
        fzzf__veil_free(&veil);
    }
}

/* Elements with the forms above, in a document of many chunks. */
static void make_document(fzzf__text *text)
{
    fzzf__text_add(text, "<declaration " NS " id=\"d\" system=\"s\""
                         " type=\"comprehensive\"><unit code=\"1\""
                         " name=\"甲县\" level=\"county\"/>"
                         "<assessment assessor=\"self\">"
                         "<indicator id=\"1\">\n");
    for (int i = 0; i < 900; i++) {
        fzzf__text_add(text, "<evidence id=\"e");
        fzzf__text_add_int(text, i);
        fzzf__text_add(text, "\" kind=\"news\" title=\"《报》：");
        fzzf__text_addn(text, "甲乙丙丁戊己庚辛壬癸", (size_t)(i % 11) * 3);
        fzzf__text_add(text, i % 7 == 3 ? "&amp;'" : "见效（第2版）");
        fzzf__text_add(text, "\"/><!-- <a t=\"甲\"/> -->\n");
    }
    fzzf__text_add(text, "</indicator></assessment><extension>"
                         "<x:b xmlns:x=\"urn:x\" x:t=\"甲乙\""
                         " c='d=\"甲\"' e=\"it's 甲\">丙 t=\"丁\" "
                         "<![CDATA[<b t=\"戊\"/> 己]]></x:b>"
                         "</extension></declaration>");
}

struct piecewise {
    const char *at;
    size_t left;
};

/* No value lies in so small a piece. */
static int64_t give_three(void *user, char *buffer, size_t size)
{
    struct piecewise *from = user;
    size_t count = from->left < 3 ? from->left : 3;

    count = count < size ? count : size;
    memcpy(buffer, from->at, count);
    from->at += count;
    from->left -= count;
    return (int64_t)count;
}

static int append(void *user, const char *bytes, size_t size)
{
    fzzf__text_addn(user, bytes, size);
    return 0;
}

static void read_and_write(const fzzf_source *source, fzzf__text *written)
{
    fzzf_declaration *declaration = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_xml_read_declaration(&declaration, source, NULL),
                          FZZF_OK);
    CU_ASSERT_EQUAL(
        fzzf_xml_write_declaration(declaration, append, written, NULL),
        FZZF_OK);
    fzzf_declaration_unref(declaration);
}

static void gives_back_what_was_veiled(void)
{
    fzzf__text text = {0}, whole = {0}, pieces = {0};
    struct piecewise piecewise;
    fzzf_source source;

    make_document(&text);
    source = bytes_of(text.bytes, text.length);
    read_and_write(&source, &whole);
    piecewise = (struct piecewise){text.bytes, text.length};
    source = (fzzf_source){
        .size = sizeof source, .read = give_three, .user = &piecewise};
    read_and_write(&source, &pieces);
    CU_ASSERT_STRING_EQUAL(whole.bytes, pieces.bytes);
    CU_ASSERT_PTR_NULL(strchr(whole.bytes, '\x7f'));
    CU_ASSERT_PTR_NOT_NULL(
        strstr(whole.bytes, "title=\"《报》：甲乙丙丁见效（第2版）\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(whole.bytes, "x:t=\"甲乙\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(whole.bytes, "丙 t=\"丁\" "));
    fzzf__text_free(&text);
    fzzf__text_free(&whole);
    fzzf__text_free(&pieces);
}

CU_TestInfo veil_tests[] = {
    {"veils plain values only", veils_plain_values_only},
    {"shows all when memory runs out", shows_all_when_memory_runs_out},
    {"gives back what was veiled", gives_back_what_was_veiled},
    CU_TEST_INFO_NULL,
};
