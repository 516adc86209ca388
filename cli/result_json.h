/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RESULT_JSON_H
#define CLI_RESULT_JSON_H

/* Results as JSON; the schema is schema/fzzf-result-1.schema.json. */

#include <fzzf/result.h>

#include "json.h"

/* Which nodes, and how much of them. */
struct json_nodes {
    const size_t *indices; /* NULL: all */
    size_t count;          /* of indices */
    bool causes;
};

/* Begins the object that every output in JSON is. */
void json_begin(struct json *json, struct out *out, const char *command);
/* One result, as an object in an array. Gives false when memory ran out. */
bool json_result(struct json *json, const fzzf_result *result,
                 const struct json_nodes *nodes);

#endif
