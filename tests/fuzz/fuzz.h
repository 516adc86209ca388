/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

/*
 * What the targets share. A target takes foreign bytes and uses what comes of
 * them; it keeps nothing. It is called once as it is and once with allocations
 * failing, so every status may come back.
 */

#include <stddef.h>
#include <stdint.h>

#include "fzzf/fzzf.h"

#define TARGET(name) void fuzz_##name(const char *bytes, size_t size);
#include "fuzz/targets.def"
#undef TARGET

typedef void (*fuzz_target)(const char *bytes, size_t size);

/* The name of target @index, NULL past the end; and the target called so. */
const char *fuzz_name(size_t index);
fuzz_target fuzz_find(const char *name);
/* Runs @target on the bytes, whole and with allocations failing. */
void fuzz_run(fuzz_target target, const uint8_t *bytes, size_t size);

/* A document in memory. */
fzzf_source fuzz_source(const char *bytes, size_t size);
/* Takes and forgets; for writers. */
int fuzz_drop(void *user, const char *bytes, size_t size);
/* A list of findings, or NULL, which every call takes. */
fzzf_diags *fuzz_diags(void);
/* Makes the sentences of all findings, then releases them. */
void fuzz_tell(fzzf_diags *diags);

/* A fresh contract; NULL: an allocation failed. */
fzzf_contract *fuzz_contract(void);
/* Every operator and kind of observation, from the cases of tests/alloc. */
fzzf_system *fuzz_system(void);
/* Evaluates @declaration alone and in a cohort; writes and tells. */
void fuzz_evaluate(fzzf_plan *plan, fzzf_declaration *declaration,
                   fzzf_diags *diags);
/* Plans @system and evaluates a unit of which every observation has a value
 * that @seed chooses. */
void fuzz_use_system(fzzf_system *system, uint64_t seed, fzzf_diags *diags);

#endif
