/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_READ_CONTRACT_H
#define LIB_XML_READ_CONTRACT_H

/* What the contract's table builds; a result's build begins with it. */

#include "model/contract.h"
#include "xml/reader.h"

struct fzzf__contract_build {
    struct fzzf_contract *contract;
    struct fzzf__pile exceptions;
};

#endif
