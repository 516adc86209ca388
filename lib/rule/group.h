/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_GROUP_H
#define LIB_RULE_GROUP_H

#include "rule/run.h"

/* At most @max_loss lost and @max_gain gained (NULL: no limit). */
void fzzf__limit_cause(struct fzzf__run *run, const struct fzzf__op *op,
                       struct fzzf__value *out,
                       const struct fzzf__value *max_loss,
                       const struct fzzf__value *max_gain);

#endif
