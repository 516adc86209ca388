/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_STATUS_H
#define FZZF_STATUS_H

/**
 * @file
 * @brief The closed list of ways a call can end.
 *
 * A status says what the caller can do next; the findings in fzzf/diag.h say
 * why. "This county does not qualify" and "this score is not computable" are
 * results, never a status.
 */

#include "fzzf/export.h"

FZZF_BEGIN_DECLS

/** How a call ended. Numbers are never reused. */
typedef enum fzzf_status {
    FZZF_OK = 0,
    FZZF_E_MEMORY = 1,    /**< Out of memory; nothing was changed. */
    FZZF_E_ARGUMENT = 2,  /**< The caller broke the documented contract. */
    FZZF_E_IO = 3,        /**< Reading or writing failed. */
    FZZF_E_SYNTAX = 4,    /**< Not well-formed, or not the declared encoding. */
    FZZF_E_SCHEMA = 5,    /**< Well-formed, but breaks the format. */
    FZZF_E_REFERENCE = 6, /**< An identifier points at nothing. */
    FZZF_E_RULE = 7,      /**< A fault in a system's rules. */
    FZZF_E_SIGNATURE = 8, /**< A signature is absent or does not verify. */
    FZZF_E_LIMIT = 9,     /**< An input exceeds a documented limit. */
    FZZF_E_CANCELLED = 10 /**< The caller's callback asked to stop. */
} fzzf_status;

/** Returns the name of @p status, such as "FZZF_E_RULE"; never NULL. */
FZZF_API const char *fzzf_status_name(fzzf_status status);

FZZF_END_DECLS

#endif
