/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SENTENCE_H
#define CLI_SENTENCE_H

/* The library's sentences about a result, as long as they are. */

#include <fzzf/result.h>

/* Memory that the last sentence lies in; zero it first. */
struct sentence {
    char *bytes;
    size_t size;
};

/* Each gives "" when there is nothing to say, NULL when memory ran out. What is
 * given lasts until the next one. */
const char *sentence_why(struct sentence *sentence, const fzzf_result *result,
                         size_t node, fzzf_language language);
const char *sentence_cause(struct sentence *sentence, const fzzf_result *result,
                           size_t node, size_t cause, fzzf_language language);
const char *sentence_reason(struct sentence *sentence,
                            const fzzf_result *result, size_t index,
                            fzzf_language language);
void sentence_free(struct sentence *sentence);

#endif
