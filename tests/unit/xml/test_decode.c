/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of lib/xml/decode.c. The bytes of GB 18030 are those of its tables. */

#include "unit/xml/reading.h"
#include "xml/decode.h"

/* What @bytes are as UTF-8; the number of the first finding. */
static int decode(const char *bytes, size_t length, const char *encoding,
                  fzzf__text *text, long *line)
{
    fzzf_source source = bytes_of(bytes, length);
    fzzf_diags *diags = new_diags();
    struct fzzf__decoder decoder;
    char buffer[7]; /* fewer than a head has */
    int64_t got = 0;
    int code;

    if (fzzf__decode_open(&decoder, &source, encoding, diags) == FZZF_OK)
        while ((got = fzzf__decode_read(&decoder, buffer, sizeof buffer)) > 0)
            fzzf__text_addn(text, buffer, (size_t)got);
    code = first_code(diags);
    *line = fzzf_diags_line(diags, 0);
    if (decoder.status == FZZF_OK)
        CU_ASSERT_EQUAL(got, 0);
    fzzf__decode_close(&decoder);
    fzzf_diags_free(diags);
    return code;
}

static void reads(const char *bytes, size_t length, const char *encoding,
                  const char *expected)
{
    fzzf__text text = {0};
    long line;

    CU_ASSERT_EQUAL(decode(bytes, length, encoding, &text, &line), 0);
    CHECK_TEXT(text.bytes, expected);
    fzzf__text_free(&text);
}

#define READS(bytes, encoding, expected)                                       \
    reads(bytes, sizeof(bytes) - 1, encoding, expected)

static void reads_one_two_and_four_bytes(void)
{
    READS("<a>\xb7\xa8\xd6\xce</a>", "GB18030", "<a>法治</a>");
    READS("\xfd\x93 \x81\x39\xee\x39", "GB18030", "龘 㐀");
    READS("\x95\x32\x82\x36 \xa2\xe3", "GB18030", "𠀀 €");
}

static void a_mark_decides_over_the_caller(void)
{
    READS("\xef\xbb\xbf<a/>", "GB18030", "<a/>");
    READS("\xff\xfe<\0a\0/\0>\0", "UTF-8", "<a/>");
    READS("\xfe\xff\0<\0a\0/\0>", NULL, "<a/>");
}

/* The label is blanked, so that it no longer contradicts the bytes. */
static void follows_the_label_of_the_document(void)
{
    READS("<?xml version='1.0' encoding='GBK'?><a>\xb7\xa8</a>", NULL,
          "<?xml version='1.0'               ?><a>法</a>");
    READS("<a>法</a>", NULL, "<a>法</a>");
}

static void tells_where_a_sequence_is_none(void)
{
    fzzf__text text = {0};
    long line;

    CU_ASSERT_EQUAL(decode("<a>\n\n\xff\xff</a>", 11, "GB18030", &text, &line),
                    FZZF__F_BAD_SEQUENCE);
    CU_ASSERT_EQUAL(line, 3);
    fzzf__text_free(&text);
    CU_ASSERT_EQUAL(decode("\xb7", 1, "GB18030", &text, &line),
                    FZZF__F_BAD_SEQUENCE); /* half a character */
    fzzf__text_free(&text);
    CU_ASSERT_EQUAL(decode("<a/>", 4, "KOI8-R", &text, &line),
                    FZZF__F_ENCODING_UNKNOWN);
    fzzf__text_free(&text);
}

CU_TestInfo decode_tests[] = {
    {"reads one, two and four bytes", reads_one_two_and_four_bytes},
    {"a mark decides over the caller", a_mark_decides_over_the_caller},
    {"follows the label of the document", follows_the_label_of_the_document},
    {"tells where a sequence is none", tells_where_a_sequence_is_none},
    CU_TEST_INFO_NULL,
};
