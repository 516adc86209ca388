/* SPDX-License-Identifier: Apache-2.0 */
/* The C interface of packages for Python: a module of its own, so that
 * programs that only score load no cryptography. */
%module _pack
%{
#include "fzzf/fzzf.h"
#include "fzzf/package.h"
#include "glue.h"
#include "streams.h"
%}
%init %{
    if (!glue_init(d))
        return NULL;
%}
%import "fzzf.i"

/* What a caller's own device does stays in C. */
%ignore fzzf_signer;
%ignore fzzf_verifier;
%ignore fzzf_trust_add;
/* Structs of what callers give are made below. */
%ignore fzzf_package_options;
%ignore fzzf_extract_options;
%ignore fzzf_reception;
%ignore fzzf_package_open;
%ignore fzzf_package_extract;
%ignore fzzf_package_receive;
%ignore fzzf_packing_new;

%slow(fzzf_key_read)
%slow(fzzf_trust_read)
%slow(fzzf_package_verify)
%slow(fzzf_package_read)
%slow(fzzf_package_nested)
%slow(fzzf_package_sign)
%slow(fzzf_packing_add)
%slow(fzzf_packing_merge)
%slow(fzzf_packing_write)
%slow(fzzf_receipt_compare)
%slow(pack_open)
%slow(pack_extract)
%slow(pack_receive)

%apply const char *reason { const char *password, const char *day };
%typemap(check) const fzzf_trust *trust "";

%immutable;
%include "fzzf/package.h"

%inline %{
static fzzf_status pack_new(fzzf_packing **out, const char *batch,
                            unsigned sequence, const char *sender, int level,
                            const char *made)
{
    const fzzf_dispatch dispatch = {.size = sizeof dispatch,
                                    .batch = batch,
                                    .sequence = sequence,
                                    .sender = sender,
                                    .level = (fzzf_level)level,
                                    .made = made};

    return fzzf_packing_new(out, &dispatch);
}

static fzzf_status pack_open(fzzf_package **out, const fzzf_source *source,
                             int unsigned_entries, fzzf_diags *diags)
{
    const fzzf_package_options options = {.size = sizeof options,
                                          .unsigned_entries = unsigned_entries};

    return fzzf_package_open(out, source, &options, diags);
}

static fzzf_status pack_extract(const fzzf_package *package, const char *folder,
                                int overwrite, int kind, int flat,
                                fzzf_diags *diags)
{
    const fzzf_extract_options options = {.size = sizeof options,
                                          .overwrite = overwrite,
                                          .kind = (fzzf_entry_kind)kind,
                                          .flat = flat};

    return fzzf_package_extract(package, folder, &options, diags);
}

static fzzf_status pack_receive(fzzf_receipt **out, const fzzf_source *source,
                                const char *receiver, int level,
                                const char *day, const fzzf_trust *trust,
                                unsigned last, fzzf_diags *diags)
{
    const fzzf_reception reception = {.size = sizeof reception,
                                      .receiver = receiver,
                                      .level = (fzzf_level)level,
                                      .day = day,
                                      .trust = trust,
                                      .last = last};

    return fzzf_package_receive(out, source, &reception, diags);
}
%}
