/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

/*
 * Writing JSON: objects and arrays are opened and closed, values stand between.
 * @key is NULL inside an array.
 */

#include <stdbool.h>
#include <stddef.h>

#include "out.h"

struct json {
    struct out *out;
    size_t depth;
    bool filled; /* something stands in what is open */
};

void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
void json_end_object(struct json *json);
void json_end_array(struct json *json);
/* A string; null when @value is NULL. */
void json_text(struct json *json, const char *key, const char *value);
void json_count(struct json *json, const char *key, size_t value);
void json_truth(struct json *json, const char *key, bool value);
/* An array of the words of @value, which @separator parts. */
void json_words(struct json *json, const char *key, const char *value,
                char separator);

#endif
