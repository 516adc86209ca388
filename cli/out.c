/* SPDX-License-Identifier: Apache-2.0 */
/* Writing text with an error that stays. */
#include "out.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include <fzzf/fzzf.h>

#include "utf8.h"

void out_bytes(struct out *out, const char *bytes, size_t length)
{
    if (out->error != 0 || length == 0)
        return;
    errno = 0;
    if (fwrite(bytes, 1, length, out->file) != length)
        out->error = errno != 0 ? errno : EIO;
}

void out_text(struct out *out, const char *text)
{
    if (text != NULL)
        out_bytes(out, text, strlen(text));
}

/* Controls, and what turns the direction of writing. */
static int is_unsafe(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) ||
           (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

static int show(void *user, const char *bytes, size_t size)
{
    struct out *const out = user;
    const char *at = bytes;

    while (at < bytes + size) {
        const char *const from = at;
        const uint32_t point = utf8_next(&at);

        if (point == '\n' || point == '\t' || point == '\r')
            out_bytes(out, " ", 1);
        else if (is_unsafe(point))
            out_bytes(out, "?", 1);
        else
            out_bytes(out, from, (size_t)(at - from));
    }
    return 0;
}

void out_shown(struct out *out, const char *text)
{
    (void)fzzf_identity_mask(text, show, out);
}

void out_count(struct out *out, size_t count)
{
    char digits[32];
    const int length = snprintf(digits, sizeof digits, "%zu", count);

    out_bytes(out, digits, (size_t)length);
}

void out_fill(struct out *out, const char *pattern, const char *a,
              const char *b, const char *c)
{
    const char *const args[] = {a, b, c};
    const char *at = pattern;
    const char *brace;

    while ((brace = strchr(at, '{')) != NULL) {
        out_bytes(out, at, (size_t)(brace - at));
        if (brace[1] >= '0' && brace[1] <= '2' && brace[2] == '}') {
            out_shown(out, args[brace[1] - '0']);
            at = brace + 3;
        } else {
            out_bytes(out, brace, 1);
            at = brace + 1;
        }
    }
    out_text(out, at);
}

int out_flush(struct out *out)
{
    errno = 0;
    if (fflush(out->file) != 0 && out->error == 0)
        out->error = errno != 0 ? errno : EIO;
    return out->error;
}
