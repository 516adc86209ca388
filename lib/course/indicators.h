/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_COURSE_INDICATORS_H
#define LIB_COURSE_INDICATORS_H

/* The indicators of a system that a unit works on. */

#include "fzzf/declaration.h"
#include "model/record.h"

/* Whether @node has no others below and applies to units of @level. */
bool fzzf__is_worked_on(const struct fzzf_system *system, size_t node,
                        fzzf_unit_level level);

/* Whether @field of @record, when given, names an indicator that has no others
 * below; finds what it may have meant. */
fzzf_status fzzf__indicator_check(fzzf__arena *arena,
                                  const struct fzzf_system *system,
                                  const struct fzzf_record *record,
                                  size_t field, fzzf_diags *diags);

/* The finding of an indicator that @system does not have. */
fzzf_status fzzf__indicator_unknown(fzzf__arena *arena,
                                    const struct fzzf_system *system,
                                    const char *id, const fzzf__place *place,
                                    fzzf_diags *diags);

#endif
