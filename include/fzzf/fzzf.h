/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_H
#define FZZF_H

/**
 * @file
 * @brief Everything. Each header below may also be included alone.
 */

#include "fzzf/codes.h"
#include "fzzf/contract.h"
#include "fzzf/course.h"
#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/diff.h"
#include "fzzf/evaluate.h"
#include "fzzf/gaps.h"
#include "fzzf/manifest.h"
#include "fzzf/number.h"
#include "fzzf/receipt.h"
#include "fzzf/recompute.h"
#include "fzzf/record.h"
#include "fzzf/report.h"
#include "fzzf/result.h"
#include "fzzf/rule.h"
#include "fzzf/status.h"
#include "fzzf/system.h"
#include "fzzf/version.h"
#include "fzzf/xml.h"

#endif
