/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_VERSION_H
#define FZZF_VERSION_H

/**
 * @file
 * @brief Which library this is.
 */

#include "fzzf/export.h"

FZZF_BEGIN_DECLS

#define FZZF_VERSION_MAJOR 0 /**< Changes when programs must change. */
#define FZZF_VERSION_MINOR 1 /**< Grows with what is added. */
#define FZZF_VERSION_MICRO 0 /**< Grows with what is mended. */

/** Returns the version of the library that runs, such as "0.1.0". */
FZZF_API const char *fzzf_version(void);

FZZF_END_DECLS

#endif
