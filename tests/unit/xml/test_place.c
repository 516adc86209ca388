/* SPDX-License-Identifier: Apache-2.0 */
/* Lines and columns of start tags, counted again from the bytes. */

#include "unit/xml/reading.h"
#include "xml/stream.h"

/* What stands before or in a tag, with line ends wherever they may be. */
static const char *const parts[] = {
    "<x/>",
    "\n<x/>",
    "\r\n  <x a='1'></x>",
    "\t\n\n\n<x a='1'/>",
    "\r<x/>",
    "<x\na=\"1\"/>",
    "<x a=\"1\n2\"\r\n/>",
    "<x a='甲\n乙'\n\n></x>",
    "<x></x\n>",
    "<!-- a --><x/>",
    "<!-- a\nb\n--><x/>",
    "\n  <!-- a --> <x/>",
    "<?a b\nc?><x/>",
    "<![CDATA[a\n<b>\n]]><x/>",
    "甲\n乙&lt;\n丙<x/>",
    ("a\n                                                                  "
     "                   <x/>"),
};
#define PARTS (sizeof parts / sizeof parts[0])

struct reading {
    struct pieces {
        const char *bytes;
        size_t length, given, piece;
    } pieces;
    size_t at; /* where the last tag began */
    long line, column;
    size_t tags;
};

static int64_t give(void *user, char *buffer, size_t size)
{
    struct reading *reading = user;
    struct pieces *pieces = &reading->pieces;
    size_t left = pieces->length - pieces->given;
    size_t count = pieces->piece < left ? pieces->piece : left;

    if (count > size)
        count = size;
    memcpy(buffer, pieces->bytes + pieces->given, count);
    pieces->given += count;
    return (int64_t)count;
}

/* Goes on to the next "<x" of the text. */
static void step(struct reading *reading)
{
    do {
        if (reading->pieces.bytes[reading->at++] == '\n') {
            reading->line++;
            reading->column = 0;
        }
        reading->column++;
    } while (memcmp(reading->pieces.bytes + reading->at, "<x", 2) != 0);
}

static void on_start(void *user, const struct fzzf__tag *tag)
{
    struct reading *reading = user;

    if (tag->name[0] != 'x')
        return;
    step(reading);
    reading->tags++;
    CU_ASSERT_EQUAL(tag->line, reading->line);
    CU_ASSERT_EQUAL(tag->column, reading->column);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix)
{
    (void)user, (void)name, (void)prefix;
}

/* Every part stands behind every other. */
static void make_text(fzzf__text *text)
{
    size_t i;

    fzzf__text_add(text, "<?xml version='1.0'?>\n<r>");
    for (i = 0; i < PARTS * PARTS; i++) {
        fzzf__text_add(text, parts[i / PARTS]);
        fzzf__text_add(text, parts[i % PARTS]);
    }
    fzzf__text_add(text, "</r>");
}

static void knows_the_place_of_every_tag(void)
{
    static const struct fzzf__events events = {.start = on_start,
                                               .end = on_end};
    static const size_t sizes[] = {1, 7, 100, 4096, 1000000};
    fzzf__text text = {0};
    size_t i;

    make_text(&text);
    for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct reading reading = {
            {text.bytes, text.length, 0, sizes[i]}, 0, 1, 1, 0};
        fzzf_source source = {
            .size = sizeof source, .read = give, .user = &reading};
        fzzf_diags *diags = new_diags();
        struct fzzf__stream stream = {
            .diags = diags, .events = &events, .user = &reading};

        CU_ASSERT_EQUAL(fzzf__stream_read(&stream, &source), FZZF_OK);
        CU_ASSERT_EQUAL(reading.tags, 2 * PARTS * PARTS);
        fzzf__stream_free(&stream);
        fzzf_diags_free(diags);
    }
    fzzf__text_free(&text);
}

CU_TestInfo place_tests[] = {
    {"knows the place of every tag", knows_the_place_of_every_tag},
    CU_TEST_INFO_NULL,
};
