/* SPDX-License-Identifier: Apache-2.0 */
/* The library's sentences about a result, as long as they are. */
#include "sentence.h"

#include <stdlib.h>

enum topic { TOPIC_WHY, TOPIC_CAUSE, TOPIC_REASON };

struct question {
    enum topic topic;
    const fzzf_result *result;
    size_t index;
    size_t cause;
    fzzf_language language;
};

static size_t ask(const struct question *question, char *buffer, size_t size)
{
    switch (question->topic) {
    case TOPIC_WHY:
        return fzzf_result_why(question->result, question->index,
                               question->language, buffer, size);
    case TOPIC_CAUSE:
        return fzzf_result_cause_text(question->result, question->index,
                                      question->cause, question->language,
                                      buffer, size);
    case TOPIC_REASON:
        return fzzf_result_reason_text(question->result, question->index,
                                       question->language, buffer, size);
    }
    return 0;
}

static const char *answer(struct sentence *sentence,
                          const struct question *question)
{
    const size_t length = ask(question, sentence->bytes, sentence->size);

    if (length == 0)
        return "";
    if (length >= sentence->size) {
        char *const grown = realloc(sentence->bytes, length + 1);

        if (grown == NULL)
            return NULL;
        sentence->bytes = grown;
        sentence->size = length + 1;
        (void)ask(question, sentence->bytes, sentence->size);
    }
    return sentence->bytes;
}

const char *sentence_why(struct sentence *sentence, const fzzf_result *result,
                         size_t node, fzzf_language language)
{
    const struct question question = {.topic = TOPIC_WHY,
                                      .result = result,
                                      .index = node,
                                      .language = language};

    return answer(sentence, &question);
}

const char *sentence_cause(struct sentence *sentence, const fzzf_result *result,
                           size_t node, size_t cause, fzzf_language language)
{
    const struct question question = {.topic = TOPIC_CAUSE,
                                      .result = result,
                                      .index = node,
                                      .cause = cause,
                                      .language = language};

    return answer(sentence, &question);
}

const char *sentence_reason(struct sentence *sentence,
                            const fzzf_result *result, size_t index,
                            fzzf_language language)
{
    const struct question question = {.topic = TOPIC_REASON,
                                      .result = result,
                                      .index = index,
                                      .language = language};

    return answer(sentence, &question);
}

void sentence_free(struct sentence *sentence)
{
    free(sentence->bytes);
    sentence->bytes = NULL;
    sentence->size = 0;
}
