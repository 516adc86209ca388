/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_DECLARATION_H
#define FZZF_DECLARATION_H

/**
 * @file
 * @brief Declarations (申报): what a place says of itself and what assessors
 *        found, observation by observation, with evidence.
 *
 * A declaration is read from XML, or built: fzzf_declaration_new(), any number
 * of fzzf_declaration_set() and fzzf_declaration_set_state(), perhaps those of
 * other assessors and overrides, then it is used.
 * Once it was handed to an evaluation it must not be changed by another thread
 * at the same time. It is counted, like a system.
 */

#include <stddef.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** One unit's declaration. */
typedef struct fzzf_declaration fzzf_declaration;

/** For what a place declares itself. */
typedef enum fzzf_declaration_type {
    FZZF_COMPREHENSIVE = 0, /**< 综合示范 */
    FZZF_SINGLE_ITEM = 1    /**< 单项示范 */
} fzzf_declaration_type;

/** The level of a unit. */
typedef enum fzzf_unit_level {
    FZZF_UNIT_CITY = 1,
    FZZF_UNIT_COUNTY = 2
} fzzf_unit_level;

/** Whose values. */
typedef enum fzzf_assessor {
    FZZF_ASSESSOR_SELF = 0,
    FZZF_ASSESSOR_CITY = 1,
    FZZF_ASSESSOR_PROVINCE = 2,
    FZZF_ASSESSOR_THIRD_PARTY = 3,
    FZZF_ASSESSOR_SURVEY = 4,
    FZZF_ASSESSOR_ON_SITE = 5,
    FZZF_ASSESSOR_FINAL = 6
} fzzf_assessor;

/** How many assessors there are. */
#define FZZF_ASSESSOR_COUNT 7

/** In what state an observation is. None of these is zero. */
typedef enum fzzf_state {
    FZZF_STATE_PRESENT = 0,
    FZZF_STATE_MISSING = 1,
    FZZF_STATE_NOT_ASSESSED = 2,
    FZZF_STATE_NOT_APPLICABLE = 3,
    FZZF_STATE_DISPUTED = 4
} fzzf_state;

/** Kinds of evidence (佐证材料). */
typedef enum fzzf_evidence_kind {
    FZZF_EVIDENCE_DOCUMENT = 1,
    FZZF_EVIDENCE_PICTURE = 2,
    FZZF_EVIDENCE_NEWS = 3,
    FZZF_EVIDENCE_AWARD = 4,
    FZZF_EVIDENCE_BRIEF = 5
} fzzf_evidence_kind;

/** How secret evidence is (密级); it is classified from "confidential" on. */
typedef enum fzzf_secrecy {
    FZZF_SECRECY_NONE = 0,
    FZZF_SECRECY_INTERNAL = 1,     /**< 内部 */
    FZZF_SECRECY_CONFIDENTIAL = 2, /**< 秘密 */
    FZZF_SECRECY_SECRET = 3,       /**< 机密 */
    FZZF_SECRECY_TOP_SECRET = 4    /**< 绝密 */
} fzzf_secrecy;

/** Takes one more reference. Returns @p declaration. */
FZZF_API fzzf_declaration *fzzf_declaration_ref(fzzf_declaration *declaration);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_declaration_unref(fzzf_declaration *declaration);

/** The declaration's id. */
FZZF_API const char *fzzf_declaration_id(const fzzf_declaration *declaration);
/** The id of the system it was made for. */
FZZF_API const char *
fzzf_declaration_system(const fzzf_declaration *declaration);
/** Comprehensive or single item. */
FZZF_API fzzf_declaration_type
fzzf_declaration_kind(const fzzf_declaration *declaration);
/** The unit's division code. */
FZZF_API const char *fzzf_declaration_unit(const fzzf_declaration *declaration);
/** The unit's name. */
FZZF_API const char *
fzzf_declaration_unit_name(const fzzf_declaration *declaration);

/** The project of a single item, or NULL. */
FZZF_API const char *
fzzf_declaration_project(const fzzf_declaration *declaration);
/** The theme of a single item, or NULL. */
FZZF_API const char *
fzzf_declaration_theme(const fzzf_declaration *declaration);

/** The highest secrecy among its evidence. */
FZZF_API fzzf_secrecy
fzzf_declaration_secrecy(const fzzf_declaration *declaration);

/**
 * Begins a declaration of one self-assessment, with nothing in it.
 *
 * @param[out] out    Release with fzzf_declaration_unref().
 * @param id          The declaration's id.
 * @param system      The id of the system it is made for.
 * @param unit        The unit's code.
 * @param name        The unit's name.
 * @param level       The unit's level.
 * @return FZZF_OK, FZZF_E_ARGUMENT for an id or level of the wrong form,
 *         FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_new(
    fzzf_declaration **out, const char *id, const char *system,
    const char *unit, const char *name, fzzf_unit_level level) FZZF_MUST_CHECK;

/**
 * Gives observation @p observation of indicator @p indicator the value
 * @p value, in the form that documents have ("yes", "12.5", "2021-08-31",
 * "88/98" for a ratio, "a=3 b=1" for counts of causes or answers, "9.5 9 8.5"
 * for marks). A value set twice is replaced. Whether it fits the system is
 * seen when it is evaluated.
 *
 * @return FZZF_OK, FZZF_E_ARGUMENT for ids of the wrong form, FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_set(fzzf_declaration *declaration,
                                          const char *indicator,
                                          const char *observation,
                                          const char *value) FZZF_MUST_CHECK;

/**
 * Says in what state an observation is, with a reason or NULL; with
 * @p observation NULL and @p state "not applicable", that the whole indicator
 * does not apply.
 *
 * @return as fzzf_declaration_set().
 */
FZZF_API fzzf_status
fzzf_declaration_set_state(fzzf_declaration *declaration, const char *indicator,
                           const char *observation, fzzf_state state,
                           const char *reason) FZZF_MUST_CHECK;

/**
 * Makes it the declaration of a single item (单项): @p project, its free title,
 * and @p theme, the theme of the batch; one of them may be NULL.
 *
 * @return FZZF_OK, FZZF_E_ARGUMENT when both are NULL, FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_single(fzzf_declaration *declaration,
                                             const char *project,
                                             const char *theme) FZZF_MUST_CHECK;

/**
 * Lets the calls that follow speak for @p assessor: values, states and
 * overrides are his from now on. His assessment is begun unless there is one.
 *
 * @param by     Who that is, or NULL.
 * @param date   The day of the assessment, such as 2025-06-30, or NULL.
 * @return FZZF_OK, FZZF_E_ARGUMENT for an assessor that there is not or a day
 *         of the wrong form, FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_assess(fzzf_declaration *declaration,
                                             fzzf_assessor assessor,
                                             const char *by,
                                             const char *date) FZZF_MUST_CHECK;

/**
 * Puts the score @p value, in the form that documents have, in place of what
 * the rule of @p indicator gives, for the assessor, by whom and on the day that
 * fzzf_declaration_assess() was told. A second one replaces the first.
 *
 * @param reason   Why; not empty.
 * @return FZZF_OK, FZZF_E_ARGUMENT for ids, numbers or reasons of the wrong
 *         form, and when by whom or the day is not told; FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_override(
    fzzf_declaration *declaration, const char *indicator, const char *value,
    const char *reason) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
