/* SPDX-License-Identifier: Apache-2.0 */
/* Writing JSON (RFC 8259), two blanks a level. */
#include "json.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <fzzf/fzzf.h>

#include "utf8.h"

static void line(struct json *json)
{
    size_t i;

    out_text(json->out, "\n");
    for (i = 0; i < json->depth; i++)
        out_text(json->out, "  ");
}

/* A character that must be escaped, and those that terminals would obey. */
static void escape(struct out *out, uint32_t point)
{
    char text[8];

    if (point == '"' || point == '\\')
        (void)snprintf(text, sizeof text, "\\%c", (int)point);
    else if (point == '\n')
        (void)snprintf(text, sizeof text, "\\n");
    else if (point == '\t')
        (void)snprintf(text, sizeof text, "\\t");
    else
        (void)snprintf(text, sizeof text, "\\u%04x", (unsigned)point);
    out_text(out, text);
}

static int quote_piece(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;
    const char *at = bytes;

    while (at < bytes + size) {
        const char *const from = at;
        const unsigned char first = (unsigned char)*at;
        const uint32_t point = utf8_next(&at);

        if (point == UTF8_BROKEN && first != UTF8_BROKEN)
            escape(out, 0xFFFD);
        else if (point == '"' || point == '\\' || point < 0x20 ||
                 (point >= 0x7F && point < 0xA0))
            escape(out, point);
        else
            out_bytes(out, from, (size_t)(at - from));
    }
    return 0;
}

static void quote(struct out *out, const char *text)
{
    out_text(out, "\"");
    (void)fzzf_identity_mask(text, quote_piece, out);
    out_text(out, "\"");
}

/* What comes before a value: comma, line, key. */
static void begin(struct json *json, const char *key)
{
    if (json->filled)
        out_text(json->out, ",");
    if (json->depth > 0)
        line(json);
    if (key != NULL) {
        quote(json->out, key);
        out_text(json->out, ": ");
    }
    json->filled = true;
}

static void open_with(struct json *json, const char *key, const char *bracket)
{
    begin(json, key);
    out_text(json->out, bracket);
    json->depth++;
    json->filled = false;
}

static void close_with(struct json *json, const char *bracket)
{
    json->depth--;
    if (json->filled)
        line(json);
    out_text(json->out, bracket);
    json->filled = true;
    if (json->depth == 0)
        out_text(json->out, "\n");
}

void json_object(struct json *json, const char *key)
{
    open_with(json, key, "{");
}

void json_array(struct json *json, const char *key)
{
    open_with(json, key, "[");
}

void json_end_object(struct json *json)
{
    close_with(json, "}");
}

void json_end_array(struct json *json)
{
    close_with(json, "]");
}

void json_text(struct json *json, const char *key, const char *value)
{
    begin(json, key);
    if (value == NULL)
        out_text(json->out, "null");
    else
        quote(json->out, value);
}

void json_count(struct json *json, const char *key, size_t value)
{
    begin(json, key);
    out_count(json->out, value);
}

void json_truth(struct json *json, const char *key, bool value)
{
    begin(json, key);
    out_text(json->out, value ? "true" : "false");
}

void json_words(struct json *json, const char *key, const char *value,
                char separator)
{
    const char *word = value == NULL ? "" : value;

    json_array(json, key);
    while (*word != '\0') {
        const char *const end = strchr(word, separator);
        const size_t length = end == NULL ? strlen(word) : (size_t)(end - word);

        begin(json, NULL);
        out_text(json->out, "\"");
        out_bytes(json->out, word, length);
        out_text(json->out, "\"");
        word += end == NULL ? length : length + 1;
    }
    json_end_array(json);
}
