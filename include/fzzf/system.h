/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_SYSTEM_H
#define FZZF_SYSTEM_H

/**
 * @file
 * @brief Indicator systems (指标体系): the tree of indicators with their
 * points, weights, observations and rules.
 *
 * A system is read from XML (fzzf/xml.h) and never changes afterwards; any
 * number of threads may read it. It is counted: whoever keeps a pointer holds
 * a reference. Indicators and texts are borrowed and live as long as their
 * system. The whole is a node of its own with index 0, id "total", level 0.
 */

#include <stddef.h>

#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/number.h"
#include "fzzf/status.h"

FZZF_BEGIN_DECLS

/** An indicator system of one edition. */
typedef struct fzzf_system fzzf_system;

/** One node of the tree. */
typedef struct fzzf_indicator fzzf_indicator;

/** What a province, city or year changes of a system (调整). */
typedef struct fzzf_tailoring fzzf_tailoring;

/** To whom an indicator applies. */
typedef enum fzzf_applies {
    FZZF_APPLIES_BOTH = 0,
    FZZF_APPLIES_CITY = 1,
    FZZF_APPLIES_COUNTY = 2,
    FZZF_APPLIES_NONE = 3
} fzzf_applies;

/** What kind of thing is observed. */
typedef enum fzzf_observation_kind {
    FZZF_KIND_NONE = 0, /**< Past the end. */
    FZZF_KIND_YES_NO = 1,
    FZZF_KIND_NUMBER = 2,
    FZZF_KIND_COUNT = 3,
    FZZF_KIND_RATIO = 4,
    FZZF_KIND_LEVEL = 5,
    FZZF_KIND_DATE = 6,
    FZZF_KIND_CAUSES = 7,
    FZZF_KIND_AWARDS = 8,
    FZZF_KIND_SURVEY = 9,
    FZZF_KIND_PANEL = 10
} fzzf_observation_kind;

/** The name used in documents, such as "yes-no"; NULL for FZZF_KIND_NONE. */
FZZF_API const char *fzzf_observation_kind_name(fzzf_observation_kind kind);

/** Takes one more reference. Returns @p system. */
FZZF_API fzzf_system *fzzf_system_ref(fzzf_system *system);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_system_unref(fzzf_system *system);

/** The system's id. */
FZZF_API const char *fzzf_system_id(const fzzf_system *system);
/** The edition, such as "2021". */
FZZF_API const char *fzzf_system_edition(const fzzf_system *system);
/** The title. */
FZZF_API const char *fzzf_system_title(const fzzf_system *system);
/** How many nodes there are, the whole included. */
FZZF_API size_t fzzf_system_count(const fzzf_system *system);
/** Node @p index in document order; 0 is the whole; NULL past the end. */
FZZF_API const fzzf_indicator *fzzf_system_at(const fzzf_system *system,
                                              size_t index);
/** The node called @p id, or NULL. */
FZZF_API const fzzf_indicator *fzzf_system_find(const fzzf_system *system,
                                                const char *id);

/** What an indicator is; a view as in fzzf/result.h. */
typedef struct fzzf_indicator_view {
    size_t size;            /**< sizeof(fzzf_indicator_view) */
    const char *id;         /**< Such as "3.2.1". */
    const char *title;      /**< Its title. */
    const char *number;     /**< The published number, or NULL. */
    const char *criterion;  /**< The criterion's words, or NULL. */
    const char *confidence; /**< seen, recalled, inferred, given, or NULL. */
    int level;              /**< 0 for the whole. */
    int bonus;              /**< Non-zero for a bonus (附加项). */
    fzzf_applies applies;   /**< To whom it applies. */
    const fzzf_number
        *points; /**< Full marks (分值); NULL: absent or unpublished. */
    const fzzf_number
        *weight; /**< Weight (权重); NULL: absent or unpublished. */
    const fzzf_number *effort; /**< What meeting it costs, or NULL. */
    size_t index;         /**< In document order, as for fzzf_system_at(). */
    size_t child_count;   /**< How many nodes are directly below. */
    size_t observe_count; /**< How many observations it has. */
} fzzf_indicator_view;

/** Fills what @p indicator is. Returns non-zero. */
FZZF_API int fzzf_indicator_describe(const fzzf_indicator *indicator,
                                     fzzf_indicator_view *view);
/** The tailoring that changed @p field ("points", "weight", "title",
 *  "criterion", "applies"), by id; NULL when it is as the system has it. */
FZZF_API const char *fzzf_indicator_origin(const fzzf_indicator *indicator,
                                           const char *field);
/** The node above; NULL for the whole. */
FZZF_API const fzzf_indicator *
fzzf_indicator_parent(const fzzf_indicator *indicator);
/** Child @p index, or NULL past the end. */
FZZF_API const fzzf_indicator *
fzzf_indicator_child(const fzzf_indicator *indicator, size_t index);

/** What is observed for an indicator. */
typedef struct fzzf_observe {
    size_t size;                /**< sizeof(fzzf_observe) */
    const char *id;             /**< Its id within the indicator. */
    const char *title;          /**< Its title, or NULL. */
    const char *unit;           /**< Its unit of measure, or NULL. */
    fzzf_observation_kind kind; /**< What kind of thing. */
} fzzf_observe;

/** Fills observation @p index of @p indicator. Returns 0 past the end. */
FZZF_API int fzzf_indicator_observe(const fzzf_indicator *indicator,
                                    size_t index, fzzf_observe *view);

/** Takes one more reference. Returns @p tailoring. */
FZZF_API fzzf_tailoring *fzzf_tailoring_ref(fzzf_tailoring *tailoring);
/** Gives a reference back; the last one releases. NULL is ignored. */
FZZF_API void fzzf_tailoring_unref(fzzf_tailoring *tailoring);
/** The id of the system that it is for. */
FZZF_API const char *fzzf_tailoring_system(const fzzf_tailoring *tailoring);

/**
 * Makes the system that @p tailoring asks for; every changed value knows where
 * it came from. @p system stays as it is.
 *
 * @param[out] out   A new system; release with fzzf_system_unref().
 * @return FZZF_OK; FZZF_E_REFERENCE when it names what does not exist or is for
 *         another system (all such faults are in @p diags); FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_system_tailor(fzzf_system **out, fzzf_system *system,
                                        const fzzf_tailoring *tailoring,
                                        fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
