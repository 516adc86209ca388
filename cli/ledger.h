/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LEDGER_H
#define CLI_LEDGER_H

/* The ledger that --ledger names. What is wrong is said; then false. */

#include <fzzf/package.h>

#include "save.h"

struct ledger {
    fzzf_record *record; /* NULL: there is none */
    struct save save;
};

/* Opens it for change, or begins one for --receiver. Who else opens it before
 * ledger_close() is refused. */
bool ledger_open(struct cli *cli, struct ledger *ledger);
/* Writes it with @receipt, which accepts; NULL: it stays as it is. */
bool ledger_close(struct cli *cli, struct ledger *ledger,
                  const fzzf_receipt *receipt);
/* The last number of the package's sender by --ledger, when it is given. */
bool ledger_last(struct cli *cli, const fzzf_package *package, uint32_t *last);

#endif
