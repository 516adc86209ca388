/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ALLOC_TRY_H
#define TESTS_ALLOC_TRY_H

/* The trials, by what they call. */

#include "alloc/fault.h"

void try_numbers(void);
void try_builder(void);
void try_records(void);
void try_tailoring(void);
void try_documents(void);
void try_exchange(void);
void try_scoring(void);
void try_recomputing(void);
void try_exporting(void);
void try_recommending(void);
void try_assessing(void);
void try_registering(void);
void try_tasks(void);
void try_evidence(void);
void try_surveying(void);
void try_differing(void);
void try_packing(void);
/* The sentences of the scene's result. */
void try_texts(struct scene *scene);

/* A system, its contract and units, read from folders below the sources. */
struct set {
    char *label;
    struct note system_bytes, contract_bytes, unit_bytes;
    fzzf_system *system;
    fzzf_contract *contract;
    fzzf_declaration *units[64];
    size_t unit_count;
    fzzf_plan *plan; /* NULL: the rules have faults */
    fzzf_cohort *cohort;
};

/* False: the system's rules are at fault; then there are no plan and cohort. */
bool set_open(struct set *set, const char *system, const char *contract,
              const char *units);
void set_close(struct set *set);

/* Memory as a source. */
fzzf_source source_of(const char *name, const struct note *bytes);

/* A trial's prepare: the output parameter holds the mark. */
void prepare_made(struct scene *scene);

/* A record document; and what trials that make one tell and release. */
fzzf_record *record_from(const char *text);
void tell_made_record(struct scene *scene, struct note *note);
void release_made_record(struct scene *scene);

#endif
