/* SPDX-License-Identifier: Apache-2.0 */
/* From bytes to events: chunks, offsets, digests, encodings, limits. */

#include <iconv.h>
#include <stdlib.h>

#include <libxml/xmlerror.h>

#include "base/sha256.h"
#include "model/declaration.h"
#include "unit/xml/reading.h"

/* A source that gives a text in pieces. */
struct pieces {
    const char *bytes;
    size_t length, given, piece;
};

static int64_t give(void *user, char *buffer, size_t size)
{
    struct pieces *pieces = user;
    size_t left = pieces->length - pieces->given;
    size_t count = pieces->piece < left ? pieces->piece : left;

    if (count > size)
        count = size;
    memcpy(buffer, pieces->bytes + pieces->given, count);
    pieces->given += count;
    return (int64_t)count;
}

static void add_declaration(fzzf__text *text, int number)
{
    int i;

    fzzf__text_add(text, "<!-- <declaration> --><declaration id=\"d");
    fzzf__text_add_int(text, number);
    fzzf__text_add(text, "\"\r\n system=\"s\" type='comprehensive'>"
                         "<unit code=\"1\" name=\"甲>县&lt;\""
                         " level=\"city\"/>\r\n<assessment assessor=\"self\">");
    for (i = 0; i < number % 97; i++) {
        fzzf__text_add(text, "<indicator id=\"n");
        fzzf__text_add_int(text, i);
        fzzf__text_add(text, "\">\n  <observation id=\"a\" value=\"备案\"/>"
                             "</indicator>");
    }
    fzzf__text_add(text, "</assessment></declaration >\n");
}

/* A batch whose declarations have all lengths and lie across chunks. */
static void make_batch(fzzf__text *text, const char *encoding, int count)
{
    int i;

    fzzf__text_add(text, "<?xml version=\"1.0\" encoding=\"");
    fzzf__text_add(text, encoding);
    fzzf__text_add(text, "\"?>\n<declarations " NS ">\n");
    for (i = 0; i < count; i++)
        add_declaration(text, i);
    fzzf__text_add(text, "</declarations>\n");
}

static void convert(fzzf__text *to, const fzzf__text *from, const char *name)
{
    iconv_t conversion = iconv_open(name, "UTF-8");
    size_t in = from->length, room = from->length * 4;
    char *input = from->bytes, *bytes = calloc(1, room), *output = bytes;
    size_t left = room;

    CU_ASSERT_PTR_NOT_EQUAL_FATAL(conversion, (iconv_t)-1);
    CU_ASSERT_EQUAL_FATAL(iconv(conversion, &input, &in, &output, &left), 0);
    fzzf__text_addn(to, bytes, room - left);
    iconv_close(conversion);
    free(bytes);
}

/* What the declarations must cite. */
struct expected {
    const fzzf__text *bytes;
    const char *begin, *end; /* of each, in the encoding */
    size_t begin_length, end_length;
    size_t at;
    int count;
};

static size_t find(const fzzf__text *in, size_t from, const char *what,
                   size_t length)
{
    while (from + length <= in->length &&
           memcmp(in->bytes + from, what, length) != 0)
        from++;
    CU_ASSERT_TRUE_FATAL(from + length <= in->length);
    return from;
}

static int check_input(void *user, fzzf_declaration *declaration)
{
    struct expected *expected = user;
    const struct fzzf__input *input = &declaration->input;
    size_t begin = find(expected->bytes, expected->at, expected->begin,
                        expected->begin_length);
    size_t end =
        find(expected->bytes, begin, expected->end, expected->end_length) +
        expected->end_length;
    char sha256[FZZF__SHA256_TEXT], id[16];
    fzzf__sha256 sha;

    fzzf__sha256_init(&sha);
    fzzf__sha256_add(&sha, expected->bytes->bytes + begin, end - begin);
    fzzf__sha256_text(&sha, sha256);
    snprintf(id, sizeof id, "d%d", expected->count);
    CHECK_TEXT(declaration->id, id);
    CHECK_TEXT(input->id, id);
    CHECK_TEXT(input->role, "declaration");
    CHECK_TEXT(input->sha256, sha256);
    CU_ASSERT_EQUAL(input->offset, begin);
    CU_ASSERT_EQUAL(input->size, end - begin);
    CU_ASSERT_EQUAL(input->part, 1);
    expected->at = end;
    expected->count++;
    return 0;
}

static void check_batch(struct expected *expected, size_t piece, int count)
{
    struct pieces pieces = {expected->bytes->bytes, expected->bytes->length, 0,
                            piece};
    fzzf_source source = {.size = sizeof source, .read = give, .user = &pieces};
    fzzf_diags *diags = new_diags();

    if (piece == 0)
        source = bytes_of(pieces.bytes, pieces.length);
    expected->at = 0;
    expected->count = 0;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, check_input, expected, diags),
        FZZF_OK);
    if (fzzf_diags_count(diags) > 0)
        CHECK_TEXT(fzzf_diags_message(diags, 0, FZZF_ENGLISH), "");
    CU_ASSERT_EQUAL(expected->count, count);
    fzzf_diags_free(diags);
}

static void cites_each_declaration_by_its_bytes(void)
{
    static const size_t piece_sizes[] = {0,    1,     3,     61,    4095,
                                         4096, 65535, 65536, 65537, 1000000};
    fzzf__text text = {0};
    struct expected expected = {
        &text, "<declaration id", "</declaration >", 15, 15, 0, 0};
    size_t i;

    make_batch(&text, "UTF-8", 100);
    CU_ASSERT_TRUE(text.length > 3 * 65536);
    for (i = 0; i < sizeof piece_sizes / sizeof piece_sizes[0]; i++)
        check_batch(&expected, piece_sizes[i], 100);
    fzzf__text_free(&text);
}

static void cites_bytes_behind_a_byte_order_mark(void)
{
    fzzf__text text = {0};
    struct expected expected = {
        &text, "<declaration id", "</declaration >", 15, 15, 0, 0};

    fzzf__text_add(&text, "\xEF\xBB\xBF");
    make_batch(&text, "UTF-8", 40);
    check_batch(&expected, 0, 40);
    check_batch(&expected, 1000, 40);
    fzzf__text_free(&text);
}

static void check_encoding(const char *name, const char *declared,
                           const char *mark, size_t mark_length)
{
    static const size_t piece_sizes[] = {0, 1, 2, 3, 4096, 65536};
    fzzf__text text = {0}, begin = {0}, end = {0}, encoded = {0}, b = {0},
               e = {0};
    struct expected expected = {.bytes = &encoded};
    size_t i;

    make_batch(&text, declared, 60);
    fzzf__text_add(&begin, "<declaration id");
    fzzf__text_add(&end, "</declaration >");
    fzzf__text_addn(&encoded, mark, mark_length);
    convert(&encoded, &text, name);
    convert(&b, &begin, name);
    convert(&e, &end, name);
    expected.begin = b.bytes;
    expected.begin_length = b.length;
    expected.end = e.bytes;
    expected.end_length = e.length;
    for (i = 0; i < sizeof piece_sizes / sizeof piece_sizes[0]; i++)
        check_batch(&expected, piece_sizes[i], 60);
    fzzf__text_free(&text);
    fzzf__text_free(&begin);
    fzzf__text_free(&end);
    fzzf__text_free(&encoded);
    fzzf__text_free(&b);
    fzzf__text_free(&e);
}

static void cites_bytes_of_other_encodings(void)
{
    check_encoding("GB18030", "GB18030", "", 0);
    check_encoding("GBK", "GBK", "", 0);
    check_encoding("UTF-16LE", "UTF-16", "\xFF\xFE", 2);
    check_encoding("UTF-16BE", "UTF-16", "\xFE\xFF", 2);
}

static void cites_a_whole_document_by_all_its_bytes(void)
{
    fzzf__text text = {0};
    fzzf_declaration *declaration = NULL;
    char sha256[FZZF__SHA256_TEXT];
    fzzf_source source;
    fzzf__sha256 sha;

    load(&text, "tests/cases/xml/valid/declaration-full.xml");
    source = bytes_of(text.bytes, text.length);
    source.name = "a/b/d.xml";
    fzzf__sha256_init(&sha);
    fzzf__sha256_add(&sha, text.bytes, text.length);
    fzzf__sha256_text(&sha, sha256);
    CU_ASSERT_EQUAL_FATAL(
        fzzf_xml_read_declaration(&declaration, &source, NULL), FZZF_OK);
    CHECK_TEXT(declaration->input.sha256, sha256);
    CHECK_TEXT(declaration->input.name, "d.xml");
    CHECK_TEXT(declaration->input.id, "d-1");
    CU_ASSERT_EQUAL(declaration->input.size, text.length);
    CU_ASSERT_EQUAL(declaration->input.offset, 0);
    CU_ASSERT_EQUAL(declaration->input.part, 0);
    fzzf_declaration_unref(declaration);
    fzzf__text_free(&text);
}

static const char small[] =
    "<system " NS " id=\"s\" edition=\"1\" title=\"t\">"
    "<!-- a comment of some forty characters or so -->"
    "<indicator id=\"1\" title=\"ten bytes!\"><criterion>0123456789</criterion>"
    "<extension xmlns:a=\"urn:a\" xmlns:b=\"urn:b\"><a:x><a:y/></a:x>"
    "</extension></indicator></system>";

static void check_limit(const fzzf_limits *limits, int number)
{
    fzzf_diags *diags = new_diags();
    fzzf_source source = text_of(small);
    fzzf_system *system = NULL;

    source.limits = limits;
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags),
                    number == 0 ? FZZF_OK : FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(first_code(diags), number);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), number != 0);
    fzzf_system_unref(system);
    fzzf_diags_free(diags);
}

/* The document reaches each first limit, and passes each second one. */
static void holds_every_limit_exactly(void)
{
    const size_t size = sizeof small - 1;
    static const struct {
        fzzf_limits reached, passed;
        int number;
    } cases[] = {
        {{.elements = 6}, {.elements = 5}, 1022},
        {{.depth = 5}, {.depth = 4}, 1023},
        {{.attributes = 3}, {.attributes = 2}, 1024},
        {{.namespaces = 2}, {.namespaces = 1}, 1025},
        {{.start_tag = 56}, {.start_tag = 55}, 1026},
        {{.text = 10}, {.text = 9}, 1027},
        {{.attribute = 10}, {.attribute = 9}, 1028},
    };
    fzzf_limits limits;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        limits = cases[i].reached;
        limits.size = sizeof limits;
        check_limit(&limits, 0);
        limits = cases[i].passed;
        limits.size = sizeof limits;
        check_limit(&limits, cases[i].number);
    }
    limits = (fzzf_limits){.size = sizeof limits, .document = size};
    check_limit(&limits, 0);
    limits.document = size - 1;
    check_limit(&limits, 1020);
}

static void limits_the_stream_and_each_declaration(void)
{
    fzzf_limits limits = {
        .size = sizeof limits, .document = 15000, .stream = 1000000};
    fzzf__text text = {0};
    fzzf_diags *diags = new_diags();
    fzzf_source source;

    make_batch(&text, "UTF-8", 100);
    source = bytes_of(text.bytes, text.length);
    source.limits = &limits;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, ignore_declaration, NULL, diags),
        FZZF_OK);
    limits.stream = text.length - 1;
    CU_ASSERT_EQUAL(
        fzzf_xml_each_declaration(&source, ignore_declaration, NULL, diags),
        FZZF_E_LIMIT);
    CU_ASSERT_EQUAL(first_code(diags), 1021);
    fzzf_diags_free(diags);
    fzzf__text_free(&text);
}

static int64_t fail_later(void *user, char *buffer, size_t size)
{
    int *times = user;

    (void)size;
    if (++*times > 1)
        return -1;
    memcpy(buffer, "<system", 7);
    return 7;
}

static int64_t give_too_much(void *user, char *buffer, size_t size)
{
    (void)user, (void)buffer;
    return (int64_t)size + 1;
}

static void reports_a_source_that_fails(void)
{
    int times = 0;
    fzzf_source source = {
        .size = sizeof source, .read = fail_later, .user = &times};
    fzzf_diags *diags = new_diags();
    fzzf_system *system = NULL;

    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags), FZZF_E_IO);
    CU_ASSERT_EQUAL(fzzf_diags_count(diags), 1);
    CU_ASSERT_EQUAL(first_code(diags), 1001);
    source.read = give_too_much;
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, diags), FZZF_E_IO);
    fzzf_diags_free(diags);
}

static int handled;

static void handle(void *user, xmlErrorPtr error)
{
    (void)user, (void)error;
    handled++;
}

static void leaves_the_programs_error_handler_alone(void)
{
    fzzf_source source = text_of("<?xml version=\"1.0\" encoding=\"GB18030\"?>"
                                 "<system>\xFF\xFF</system>");
    fzzf_system *system = NULL;

    handled = 0;
    xmlSetStructuredErrorFunc(&handled, handle);
    CU_ASSERT_EQUAL(fzzf_xml_read_system(&system, &source, NULL),
                    FZZF_E_SYNTAX);
    CU_ASSERT_EQUAL(handled, 0);
    CU_ASSERT_PTR_EQUAL(xmlStructuredErrorContext, &handled);
    CU_ASSERT_TRUE(xmlStructuredError == handle);
    xmlSetStructuredErrorFunc(NULL, NULL);
}

CU_TestInfo stream_tests[] = {
    {"cites each declaration by its bytes",
     cites_each_declaration_by_its_bytes},
    {"cites bytes behind a byte order mark",
     cites_bytes_behind_a_byte_order_mark},
    {"cites bytes of other encodings", cites_bytes_of_other_encodings},
    {"cites a whole document by all its bytes",
     cites_a_whole_document_by_all_its_bytes},
    {"holds every limit exactly", holds_every_limit_exactly},
    {"limits the stream and each declaration",
     limits_the_stream_and_each_declaration},
    {"reports a source that fails", reports_a_source_that_fails},
    {"leaves the program's error handler alone",
     leaves_the_programs_error_handler_alone},
    CU_TEST_INFO_NULL,
};
