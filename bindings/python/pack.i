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

/* Devices of callers are callables of Python; see below. */
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
%slow(pack_sign)
%slow(pack_extract)
%slow(pack_receive)

%apply const char *reason {
    const char *password, const char *day, const char *first, const char *last
};
%typemap(check) const fzzf_trust *trust, const fzzf_record *ledger "";

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
                                unsigned last, const fzzf_record *ledger,
                                fzzf_diags *diags)
{
    const fzzf_reception reception = {.size = sizeof reception,
                                      .receiver = receiver,
                                      .level = (fzzf_level)level,
                                      .day = day,
                                      .trust = trust,
                                      .last = last,
                                      .ledger = ledger};

    return fzzf_package_receive(out, source, &reception, diags);
}

/* For fzzf_signer: @user is called with the bytes and gives the signature. */
static size_t device_sign(void *user, const char *bytes, size_t length,
                          char *signature, size_t capacity)
{
    const PyGILState_STATE state = PyGILState_Ensure();
    PyObject *given = NULL;
    PyObject *signed_bytes =
        PyBytes_FromStringAndSize(bytes, (Py_ssize_t)length);
    int64_t size = 0;

    if (signed_bytes != NULL)
        given = PyObject_CallFunctionObjArgs(user, signed_bytes, NULL);
    if (given != NULL)
        size = copy_bytes(given, "sign()", signature, capacity);
    Py_XDECREF(given);
    Py_XDECREF(signed_bytes);
    PyGILState_Release(state);
    return size < 0 ? 0 : (size_t)size;
}

/* For fzzf_verifier: @user is called with bytes and signature; only a true
 * answer is right. */
static int device_verify(void *user, const char *bytes, size_t length,
                         const char *signature, size_t signature_length)
{
    const PyGILState_STATE state = PyGILState_Ensure();
    PyObject *answer = NULL;
    int right = 0;

    if (!PyErr_Occurred())
        answer = PyObject_CallFunction(
            user, "NN", PyBytes_FromStringAndSize(bytes, (Py_ssize_t)length),
            PyBytes_FromStringAndSize(signature,
                                      (Py_ssize_t)signature_length));
    if (answer != NULL)
        right = PyObject_IsTrue(answer) == 1;
    Py_XDECREF(answer);
    PyGILState_Release(state);
    return right;
}

static fzzf_status pack_sign(const fzzf_package *package, const char *name,
                             int algorithm, const char *key, PyObject *device,
                             fzzf_write_fn write, void *user,
                             fzzf_diags *diags)
{
    const fzzf_signer signer = {.size = sizeof signer,
                                .algorithm = (fzzf_algorithm)algorithm,
                                .key = key,
                                .sign = device_sign,
                                .user = device};

    return fzzf_package_sign(package, name, &signer, write, user, diags);
}

/* @device must live as long as @trusting. */
static fzzf_status pack_trust(fzzf_trust *trusting, int algorithm,
                              const char *key, const char *label,
                              const char *first, const char *last,
                              PyObject *device)
{
    const fzzf_verifier verifier = {.size = sizeof verifier,
                                    .algorithm = (fzzf_algorithm)algorithm,
                                    .key = key,
                                    .label = label,
                                    .from = first,
                                    .to = last,
                                    .verify = device_verify,
                                    .user = device};

    return fzzf_trust_add(trusting, &verifier);
}
%}
