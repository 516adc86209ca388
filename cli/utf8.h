/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_UTF8_H
#define CLI_UTF8_H

/* Characters of UTF-8 texts: what they are, how wide they stand. */

#include <stddef.h>
#include <stdint.h>

/* What stands for bytes that are not UTF-8. */
#define UTF8_BROKEN 0x1F

/* The character at *@at, which moves behind it; 0 at the end. */
uint32_t utf8_next(const char **at);
/* How many columns @text takes on a terminal or in a fixed font. */
size_t utf8_width(const char *text);

#endif
