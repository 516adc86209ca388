/* SPDX-License-Identifier: Apache-2.0 */
/* Results: their life and the names that documents have for what they say. */

#include "model/result.h"

#include <string.h>

#include "base/memory.h"
#include "model/words.h"

struct fzzf_result *fzzf__result_new(void)
{
    struct fzzf_result *result = fzzf__calloc(1, sizeof *result);

    if (result == NULL)
        return NULL;
    atomic_init(&result->references, 1);
    fzzf__arena_init(&result->arena);
    return result;
}

fzzf_result *fzzf_result_ref(fzzf_result *result)
{
    if (result != NULL)
        atomic_fetch_add(&result->references, 1);
    return result;
}

void fzzf_result_unref(fzzf_result *result)
{
    if (result == NULL || atomic_fetch_sub(&result->references, 1) != 1)
        return;
    fzzf_system_unref(result->system);
    fzzf_contract_unref(result->contract);
    fzzf__arena_free(&result->arena);
    fzzf__free(result);
}

const char *fzzf_score_state_name(fzzf_score_state state)
{
    return fzzf__word(&fzzf__score_state_words, (int)state);
}

const char *fzzf_answer_name(fzzf_answer answer)
{
    return fzzf__word(&fzzf__answer_words, (int)answer);
}

const char *fzzf_reading_name(fzzf_reading reading)
{
    return fzzf__word(&fzzf__reading_words, (int)reading);
}

const char *fzzf__cause_code_name(enum fzzf__cause_code code)
{
    static const char *const names[] = {
#define CAUSE(name, code, en, zh) code,
#include "model/causes.def"
#undef CAUSE
    };

    return names[code];
}

static const char *const whys[] = {
    NULL, /* FZZF__WHY_NOTHING */
#define WHY(name, code, en, zh) code,
#include "model/whys.def"
#undef WHY
};

const char *fzzf__why_code_name(enum fzzf__why_code code)
{
    return whys[code];
}

enum fzzf__why_code fzzf__why_code(const char *name)
{
    size_t code = name == NULL ? 0 : sizeof whys / sizeof *whys - 1;

    while (code > 0 && strcmp(whys[code], name) != 0)
        code--;
    return (enum fzzf__why_code)code;
}
