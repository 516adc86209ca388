/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_RULE_H
#define FZZF_RULE_H

/**
 * @file
 * @brief The operators that rules are made of, described well enough to list,
 *        document and check them without knowing any of them.
 *
 * An operator is an element of a rule ("deduct", "loss", "bands") or a function
 * of the formula language ("min", "rank"). Descriptions are constant and live
 * as long as the program: nothing here is released and every function is
 * thread-safe.
 */

#include <stddef.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"

FZZF_BEGIN_DECLS

/** The description of an operator. */
typedef struct fzzf_operator fzzf_operator;

/** Where an operator may stand. */
typedef enum fzzf_operator_form {
    FZZF_FORM_NONE = 0,    /**< Past the end. */
    FZZF_FORM_RULE = 1,    /**< An element that is a whole rule. */
    FZZF_FORM_PART = 2,    /**< An element inside another element. */
    FZZF_FORM_FUNCTION = 3 /**< A function in formulas. */
} fzzf_operator_form;

/** What a parameter takes. */
typedef enum fzzf_param_type {
    FZZF_PARAM_NONE = 0,      /**< Past the end. */
    FZZF_PARAM_NUMBER = 1,    /**< A formula that gives a number. */
    FZZF_PARAM_TRUTH = 2,     /**< A formula that gives yes or no. */
    FZZF_PARAM_TEXT = 3,      /**< A formula that gives a text. */
    FZZF_PARAM_ANY = 4,       /**< A formula of any type. */
    FZZF_PARAM_CONSTANT = 5,  /**< A number known before evaluation. */
    FZZF_PARAM_WHOLE = 6,     /**< A whole number from 0 to 1000. */
    FZZF_PARAM_CHOICE = 7,    /**< One of a few words. */
    FZZF_PARAM_NAME = 8,      /**< A name, such as an option or a grade. */
    FZZF_PARAM_WORDS = 9,     /**< Any text, such as a label. */
    FZZF_PARAM_SERIES = 10,   /**< Numbers, separated by spaces. */
    FZZF_PARAM_DATE = 11,     /**< A calendar date. */
    FZZF_PARAM_OBSERVED = 12, /**< One or more observations. */
    FZZF_PARAM_NODE = 13,     /**< A node, such as [3.2]. */
    FZZF_PARAM_QUOTED = 14    /**< A constant text, such as 'key'. */
} fzzf_param_type;

/** Returns how many operators there are. */
FZZF_API size_t fzzf_operator_count(void);
/** Operator @p index: rules first, then parts, then functions; NULL past. */
FZZF_API const fzzf_operator *fzzf_operator_at(size_t index);
/** The operator called @p name of that form, or NULL. */
FZZF_API const fzzf_operator *fzzf_operator_find(const char *name,
                                                 fzzf_operator_form form);

/** What an operator is; a view as in fzzf/result.h. */
typedef struct fzzf_operator_view {
    size_t size;             /**< sizeof(fzzf_operator_view) */
    const char *name;        /**< As in documents, such as "deduct". */
    fzzf_operator_form form; /**< Where it may stand. */
    const char *summary_zh;  /**< One sentence in Chinese. */
    const char *summary_en;  /**< One sentence in English. */
    const char *parts;  /**< Parts that may stand inside, separated by spaces;
                             "rule" stands for any whole rule; "": none. */
    size_t parts_min;   /**< The least number of them. */
    size_t parts_max;   /**< The greatest; 0: no limit. */
    size_t param_count; /**< How many parameters it has. */
    int repeats;        /**< A function: the last argument may be repeated. */
} fzzf_operator_view;

/** Fills what @p op is. Returns non-zero. */
FZZF_API int fzzf_operator_describe(const fzzf_operator *op,
                                    fzzf_operator_view *view);

/** A parameter: an attribute of an element, or an argument of a function. */
typedef struct fzzf_param {
    size_t size;          /**< sizeof(fzzf_param) */
    const char *name;     /**< The attribute's name. */
    fzzf_param_type type; /**< What it takes. */
    int required;         /**< Non-zero when it must be given. */
    const char *absent;   /**< What is taken when it is absent, or NULL. */
    const char *choices;  /**< Words of a choice, separated by spaces. */
} fzzf_param;

/** Fills parameter @p index of @p op. Returns 0 past the end. */
FZZF_API int fzzf_operator_param(const fzzf_operator *op, size_t index,
                                 fzzf_param *view);

FZZF_END_DECLS

#endif
