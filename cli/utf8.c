/* SPDX-License-Identifier: Apache-2.0 */
/* Characters of UTF-8 texts and their East Asian width (UAX #11). */
#include "utf8.h"

struct range {
    uint32_t first;
    uint32_t last;
};

/* Wide and fullwidth; ambiguous ones count as narrow. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
};

/* Marks that stand on the character before, and what is not seen at all. */
static const struct range narrow_to_nothing[] = {
    {0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},
    {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0x302A, 0x302D},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

static int lies_in(uint32_t point, const struct range *ranges, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return 1;
    return 0;
}

/* How many bytes follow the first one; -1: it begins no character. */
static int followers(unsigned char first)
{
    if (first < 0x80)
        return 0;
    if (first >= 0xC2 && first < 0xE0)
        return 1;
    if (first >= 0xE0 && first < 0xF0)
        return 2;
    return first >= 0xF0 && first < 0xF5 ? 3 : -1;
}

uint32_t utf8_next(const char **at)
{
    const unsigned char *bytes = (const unsigned char *)*at;
    const int more = followers(bytes[0]);
    uint32_t point;
    int i;

    if (bytes[0] == '\0')
        return 0;
    *at += 1;
    if (more < 0)
        return UTF8_BROKEN;
    point = more == 0 ? bytes[0] : bytes[0] & (0x3FU >> more);
    for (i = 1; i <= more; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return UTF8_BROKEN;
        point = point << 6 | (bytes[i] & 0x3FU);
    }
    *at += more;
    return point;
}

size_t utf8_width(const char *text)
{
    const char *at = text;
    size_t width = 0;
    uint32_t point;

    while ((point = utf8_next(&at)) != 0) {
        if (lies_in(point, narrow_to_nothing,
                    sizeof narrow_to_nothing / sizeof narrow_to_nothing[0]))
            continue;
        width += lies_in(point, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
    }
    return width;
}
