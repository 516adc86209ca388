/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_KINDS_INVENTORY_H
#define LIB_MODEL_KINDS_INVENTORY_H

/* The fields and parts of <inventory> by number. */

#include "model/kinds.h"

enum { INVENTORY_COUNT };
enum { INVENTORY_FILES };

enum { ENTRY_NAME, ENTRY_SIZE, ENTRY_CHECKSUM };

#endif
