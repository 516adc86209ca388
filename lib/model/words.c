/* SPDX-License-Identifier: Apache-2.0 */
/* The words that documents have for enumerated values. */

#include "model/words.h"

#include <string.h>

#include "fzzf/declaration.h"
#include "fzzf/manifest.h"
#include "fzzf/receipt.h"
#include "fzzf/result.h"
#include "model/contract.h"
#include "model/system.h"

/* Defines fzzf__<name>_words from a list of [value] = "word". */
#define WORDS(name, ...)                                                       \
    static const char *const name##_items[] = {__VA_ARGS__};                   \
    const struct fzzf__words fzzf__##name##_words = {                          \
        name##_items, sizeof name##_items / sizeof name##_items[0]}

WORDS(applies, [FZZF_APPLIES_BOTH] = "both", [FZZF_APPLIES_CITY] = "city",
      [FZZF_APPLIES_COUNTY] = "county", [FZZF_APPLIES_NONE] = "none");

WORDS(kind, [FZZF_KIND_YES_NO] = "yes-no", [FZZF_KIND_NUMBER] = "number",
      [FZZF_KIND_COUNT] = "count", [FZZF_KIND_RATIO] = "ratio",
      [FZZF_KIND_LEVEL] = "level", [FZZF_KIND_DATE] = "date",
      [FZZF_KIND_CAUSES] = "causes", [FZZF_KIND_AWARDS] = "awards",
      [FZZF_KIND_SURVEY] = "survey", [FZZF_KIND_PANEL] = "panel");

WORDS(treatment, [FZZF__NA_RESCALE] = "rescale", [FZZF__NA_SPREAD] = "spread",
      [FZZF__NA_FULL] = "full", [FZZF__NA_NO_LOSS] = "no-loss",
      [FZZF__NA_LEAVE_OUT] = "leave-out", [FZZF__NA_SUBSTITUTE] = "substitute");

WORDS(effect, [FZZF__EFFECT_ZERO] = "zero", [FZZF__EFFECT_FIX] = "fix",
      [FZZF__EFFECT_LOSE] = "lose", [FZZF__EFFECT_LOWER] = "lower",
      [FZZF__EFFECT_GRADE] = "grade", [FZZF__EFFECT_STOP] = "stop",
      [FZZF__EFFECT_BAR] = "bar");

WORDS(rounding, [FZZF_ROUND_HALF_UP] = "half-up",
      [FZZF_ROUND_HALF_EVEN] = "half-even", [FZZF_ROUND_DOWN] = "down");

WORDS(assessor, [FZZF_ASSESSOR_SELF] = "self", [FZZF_ASSESSOR_CITY] = "city",
      [FZZF_ASSESSOR_PROVINCE] = "province",
      [FZZF_ASSESSOR_THIRD_PARTY] = "third_party",
      [FZZF_ASSESSOR_SURVEY] = "survey", [FZZF_ASSESSOR_ON_SITE] = "on_site",
      [FZZF_ASSESSOR_FINAL] = "final");

WORDS(part_step, [FZZF__WHOLE] = "whole", [FZZF__STARTED] = "started",
      [FZZF__CONTINUOUS] = "continuous");

WORDS(policy, [FZZF__POLICY_BOUND] = "bound",
      [FZZF__POLICY_LEAVE_OUT] = "leave-out", [FZZF__POLICY_ZERO] = "zero",
      [FZZF__POLICY_REFUSE] = "refuse");

WORDS(type, [FZZF_COMPREHENSIVE] = "comprehensive",
      [FZZF_SINGLE_ITEM] = "single-item");

WORDS(unit_level, [FZZF_UNIT_CITY] = "city", [FZZF_UNIT_COUNTY] = "county");

WORDS(state, [FZZF_STATE_PRESENT] = "present", [FZZF_STATE_MISSING] = "missing",
      [FZZF_STATE_NOT_ASSESSED] = "not-assessed",
      [FZZF_STATE_NOT_APPLICABLE] = "not-applicable",
      [FZZF_STATE_DISPUTED] = "disputed");

WORDS(evidence, [FZZF_EVIDENCE_DOCUMENT] = "document",
      [FZZF_EVIDENCE_PICTURE] = "picture", [FZZF_EVIDENCE_NEWS] = "news",
      [FZZF_EVIDENCE_AWARD] = "award", [FZZF_EVIDENCE_BRIEF] = "brief");

WORDS(
    score_state, [FZZF_SCORE_EXACT] = "exact", [FZZF_SCORE_BOUNDED] = "bounded",
    [FZZF_SCORE_NOT_APPLICABLE] = "not-applicable",
    [FZZF_SCORE_ABSENT] = "absent", [FZZF_SCORE_REFUSED] = "refused",
    [FZZF_SCORE_NO_VALUE] = "no-value",
    [FZZF_SCORE_NOT_COMPUTABLE] = "not-computable",
    [FZZF_SCORE_STOPPED] = "stopped", [FZZF_SCORE_UNSCORED] = "unscored");

WORDS(answer, [FZZF_NO] = "no", [FZZF_YES] = "yes",
      [FZZF_UNDETERMINED] = "undetermined",
      [FZZF_NOTHING_APPLICABLE] = "nothing-applicable");

WORDS(reading, [FZZF_INDICATORS_ALL] = "indicators-all",
      [FZZF_INDICATORS_APPLICABLE] = "indicators-applicable",
      [FZZF_POINTS_ALL] = "points-all",
      [FZZF_POINTS_APPLICABLE] = "points-applicable");

WORDS(sender_level, [FZZF_LEVEL_COUNTY] = "county", [FZZF_LEVEL_CITY] = "city",
      [FZZF_LEVEL_PROVINCE] = "province", [FZZF_LEVEL_CENTRE] = "centre");

WORDS(entry_kind, [FZZF_ENTRY_DOCUMENT] = "document",
      [FZZF_ENTRY_EVIDENCE] = "evidence", [FZZF_ENTRY_PACKAGE] = "package");

WORDS(
    secrecy, [FZZF_SECRECY_NONE] = "none", [FZZF_SECRECY_INTERNAL] = "internal",
    [FZZF_SECRECY_CONFIDENTIAL] = "confidential",
    [FZZF_SECRECY_SECRET] = "secret", [FZZF_SECRECY_TOP_SECRET] = "top-secret");

WORDS(acceptance, [FZZF_ACCEPTED] = "accepted", [FZZF_REJECTED] = "rejected");

const char *fzzf__word(const struct fzzf__words *words, int value)
{
    if (value < 0 || (size_t)value >= words->count)
        return NULL;
    return words->items[value];
}

int fzzf__word_find(const struct fzzf__words *words, const char *text)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i] != NULL && strcmp(words->items[i], text) == 0)
            return (int)i;
    return -1;
}
