/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_RESULT_H
#define FZZF_RESULT_H

/**
 * @file
 * @brief Results: scores, causes, readings of the 90 % rule, the verdict.
 *
 * A result is complete in itself: it carries its contract's id, the digests of
 * its inputs, the cohort figures used and, for every node, the causes that lead
 * from full marks to the score and account for it exactly. It never changes
 * and may be read by any number of threads. Whatever is returned is borrowed
 * and lives as long as the result.
 */

#include <stddef.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/number.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** One unit's result. */
typedef struct fzzf_result fzzf_result;

/** What kind of score a node has. */
typedef enum fzzf_score_state {
    FZZF_SCORE_EXACT = 0,          /**< One number. */
    FZZF_SCORE_BOUNDED = 1,        /**< Between two ends: data are missing. */
    FZZF_SCORE_NOT_APPLICABLE = 2, /**< 不适用 */
    FZZF_SCORE_ABSENT = 3,   /**< Does not belong to this unit, or left out. */
    FZZF_SCORE_REFUSED = 4,  /**< The contract refuses missing data. */
    FZZF_SCORE_NO_VALUE = 5, /**< Such as 0/0. */
    FZZF_SCORE_NOT_COMPUTABLE = 6, /**< Points unpublished, cohort unknown … */
    FZZF_SCORE_STOPPED = 7,        /**< A veto stopped scoring. */
    FZZF_SCORE_UNSCORED = 8        /**< Has no rule: only met or not. */
} fzzf_score_state;

/** Yes, no, or not to be told from what is known. */
typedef enum fzzf_answer {
    FZZF_NO = 0,
    FZZF_YES = 1,
    FZZF_UNDETERMINED = 2,
    FZZF_NOTHING_APPLICABLE = 3 /**< A reading without anything to count. */
} fzzf_answer;

/** The readings of "meets at least 90 % of the indicators". */
typedef enum fzzf_reading {
    FZZF_INDICATORS_ALL = 0,
    FZZF_INDICATORS_APPLICABLE = 1,
    FZZF_POINTS_ALL = 2,
    FZZF_POINTS_APPLICABLE = 3
} fzzf_reading;

/** How many readings there are. */
#define FZZF_READING_COUNT 4

/** The names used in documents, such as "not-applicable"; NULL for others. */
FZZF_API const char *fzzf_score_state_name(fzzf_score_state state);
/** "no", "yes", "undetermined", "nothing-applicable". */
FZZF_API const char *fzzf_answer_name(fzzf_answer answer);
/** "indicators-all" and so on. */
FZZF_API const char *fzzf_reading_name(fzzf_reading reading);

/** Takes one more reference. Returns @p result. */
FZZF_API fzzf_result *fzzf_result_ref(fzzf_result *result);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_result_unref(fzzf_result *result);

/*
 * Views: small records that getters fill. Set @c size first, as for options:
 *
 *     fzzf_node node = {.size = sizeof node};
 *     fzzf_result_node(result, 0, &node);
 *
 * Every getter returns non-zero when it filled the view and 0 past the end;
 * then all fields but the size are zero. Texts and numbers in a view are
 * borrowed from the object asked.
 */

/** What a result is about, and its verdict. */
typedef struct fzzf_verdict {
    size_t size;             /**< sizeof(fzzf_verdict) */
    const char *declaration; /**< Id of the declaration. */
    const char *unit;        /**< The unit's code. */
    const char *unit_name;   /**< The unit's name. */
    const char *system;      /**< Id of the system. */
    const char *contract;    /**< Id of the contract. */
    const char *grade;       /**< Grade of the whole, or NULL. */
    fzzf_answer eligible;    /**< The deciding reading, every requirement, and
                                  no veto that bars. */
    fzzf_reading deciding;   /**< The reading the contract lets decide. */
} fzzf_verdict;

/** Fills the verdict. */
FZZF_API int fzzf_result_verdict(const fzzf_result *result, fzzf_verdict *view);

/** A node's outcome. */
typedef struct fzzf_node {
    size_t size;            /**< sizeof(fzzf_node) */
    const char *id;         /**< Such as "3.2.1"; "total" for the whole. */
    const char *title;      /**< Its title. */
    int level;              /**< 0 for the whole. */
    int bonus;              /**< Non-zero for a bonus (附加项). */
    fzzf_score_state state; /**< What kind of score it has. */
    fzzf_answer met; /**< Met (符合)? ::FZZF_NOTHING_APPLICABLE when that
                          is no question. */
    const fzzf_number *score; /**< Its score or the lower end; NULL: none. */
    const fzzf_number *high;  /**< The upper end; equal when exact. */
    const fzzf_number *full;  /**< Full marks for this unit; NULL: unknown. */
    const char *grade;        /**< Its grade, or NULL. */
    size_t cause_count;       /**< How many causes explain its score. */
} fzzf_node;

/** How many nodes there are, in the system's document order, the whole first.
 */
FZZF_API size_t fzzf_result_count(const fzzf_result *result);
/** The place of node @p id, or fzzf_result_count() when there is none. */
FZZF_API size_t fzzf_result_find(const fzzf_result *result, const char *id);
/** Fills the outcome of node @p index. */
FZZF_API int fzzf_result_node(const fzzf_result *result, size_t index,
                              fzzf_node *view);
/**
 * Says why node @p index has no exact score, as a sentence in @p buffer of
 * @p capacity bytes, cut and zero-ended.
 * @return the whole length, like snprintf(); 0 when it has one.
 */
FZZF_API size_t fzzf_result_why(const fzzf_result *result, size_t index,
                                fzzf_language language, char *buffer,
                                size_t capacity);

/**
 * One cause of a node's score. Full marks + the sum of all amounts = score,
 * exactly; for a bounded score at the lower and at the upper end.
 */
typedef struct fzzf_cause {
    size_t size;       /**< sizeof(fzzf_cause) */
    const char *code;  /**< "loss", "gain", "floor", "cap", "child", … */
    const char *label; /**< The system's words, or NULL. */
    const fzzf_number *amount; /**< At the lower end; negative is lost. */
    const fzzf_number *high;   /**< At the upper end. */
    const char *node;          /**< The child it stands for, or NULL. */
    const char *veto;          /**< The veto it stands for, or NULL. */
} fzzf_cause;

/** Fills cause @p cause of node @p index. */
FZZF_API int fzzf_result_cause(const fzzf_result *result, size_t index,
                               size_t cause, fzzf_cause *view);
/** Writes the cause as a sentence; see fzzf_result_why(). */
FZZF_API size_t fzzf_result_cause_text(const fzzf_result *result, size_t index,
                                       size_t cause, fzzf_language language,
                                       char *buffer, size_t capacity);

/** One reading of the threshold: met / of, never cut to a percentage. */
typedef struct fzzf_reading_view {
    size_t size;             /**< sizeof(fzzf_reading_view) */
    const char *name;        /**< Such as "indicators-applicable". */
    const fzzf_number *low;  /**< The least that is met; NULL: no value. */
    const fzzf_number *high; /**< The most that can be met. */
    const fzzf_number *of;   /**< What it is out of. */
    size_t left_out;         /**< Indicators not counted as applicable. */
    fzzf_answer passes;      /**< Whether it reaches the contract's share. */
} fzzf_reading_view;

/** Fills reading @p reading. */
FZZF_API int fzzf_result_reading(const fzzf_result *result,
                                 fzzf_reading reading, fzzf_reading_view *view);

/** One reason of the verdict. */
typedef struct fzzf_reason {
    size_t size;        /**< sizeof(fzzf_reason) */
    const char *code;   /**< "threshold", "require", "veto". */
    const char *id;     /**< The reading, requirement or veto. */
    const char *node;   /**< The veto's node, or NULL. */
    fzzf_answer answer; /**< What it says of eligibility. */
} fzzf_reason;

/** Fills reason @p index, the weightiest first. */
FZZF_API int fzzf_result_reason(const fzzf_result *result, size_t index,
                                fzzf_reason *view);
/** Writes the reason as a sentence; see fzzf_result_why(). */
FZZF_API size_t fzzf_result_reason_text(const fzzf_result *result, size_t index,
                                        fzzf_language language, char *buffer,
                                        size_t capacity);

/** An observation that leaves the result open. */
typedef struct fzzf_open {
    size_t size;             /**< sizeof(fzzf_open) */
    const char *node;        /**< The indicator. */
    const char *observation; /**< The observation. */
    const char *period;      /**< For which period, or NULL. */
} fzzf_open;

/** Fills open observation @p index, in document order. */
FZZF_API int fzzf_result_open(const fzzf_result *result, size_t index,
                              fzzf_open *view);

/** A cohort figure that the result used. */
typedef struct fzzf_figure {
    size_t size;             /**< sizeof(fzzf_figure) */
    const char *name;        /**< As written in the rule, such as "rank(x)". */
    const char *node;        /**< The node whose rule uses it. */
    const fzzf_number *low;  /**< Its value or the lower end; NULL: none. */
    const fzzf_number *high; /**< The upper end. */
    int enclosed; /**< 1: the ends are drawn round one irrational number; 0:
                       they are one, or an interval for absent data. */
    const fzzf_number *square; /**< What the irrational number is the square
                                    root of; NULL: not known, or not one. */
} fzzf_figure;

/** Fills figure @p index. */
FZZF_API int fzzf_result_figure(const fzzf_result *result, size_t index,
                                fzzf_figure *view);

/** An input that the result was computed from. */
typedef struct fzzf_input {
    size_t size;      /**< sizeof(fzzf_input) */
    const char *role; /**< "system", "tailoring", "contract", "declaration". */
    const char *id;   /**< The document's id. */
    const char *sha256; /**< 64 hexadecimal digits; "": built in memory. */
} fzzf_input;

/** Fills input @p index. */
FZZF_API int fzzf_result_input(const fzzf_result *result, size_t index,
                               fzzf_input *view);

FZZF_END_DECLS

#endif
