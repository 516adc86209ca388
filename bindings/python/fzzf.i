/* SPDX-License-Identifier: Apache-2.0 */
/* The C interface for Python: the public headers, read by SWIG. */
%module _fzzf
%{
#include "fzzf/fzzf.h"
#include "glue.h"
#include "streams.h"
%}
%init %{
    if (!glue_init(d))
        return NULL;
%}

/* Empty for SWIG: only compilers need them. */
#define FZZF_API
#define FZZF_MUST_CHECK
#define FZZF_BEGIN_DECLS
#define FZZF_END_DECLS

%include "exception.i"
%include "stdint.i"
%include "typemaps.i"

/* The wrapper makes and reads lists of findings; nobody else sees them. */
%rename("$ignore", regextarget=1) "^fzzf_diags_";
/* The wrapper makes sources from Python's objects. */
%ignore fzzf_source;
%ignore fzzf_read_fn;
%ignore fzzf_write_fn;
%ignore fzzf_declaration_fn;

/* Packages and receipts are made by functions above these. */
%ignore fzzf_manifest_new;
%ignore fzzf_manifest_add;
%ignore fzzf_receipt_new;

/* Views are made by the wrapper alone, options by Python. */
%nodefaultctor;
%nodefaultdtor;
%options(fzzf_limits)
%options(fzzf_write_options)

/* Calls that may take long let other threads run meanwhile. */
%slow(fzzf_plan_new)
%slow(fzzf_plan_evaluate)
%slow(fzzf_cohort_add)
%slow(fzzf_cohort_close)
%slow(fzzf_cohort_join)
%slow(fzzf_cohort_evaluate)
%slow(fzzf_assessments)
%slow(fzzf_attribution_new)
%slow(fzzf_diff_new)
%slow(fzzf_duplicates_add)
%slow(fzzf_duplicates_find)
%slow(fzzf_evidence_check)
%slow(fzzf_gaps_new)
%slow(fzzf_inventory_read)
%slow(fzzf_history_check)
%slow(fzzf_history_merge)
%slow(fzzf_history_states)
%slow(fzzf_recommend)
%slow(fzzf_recommendation_follow)
%slow(fzzf_history_decided)
%slow(fzzf_history_registered)
%slow(fzzf_recommendation_beside)
%slow(fzzf_recommendation_hear)
%slow(fzzf_recommendation_score)
%slow(fzzf_recompute)
%slow(fzzf_report_export)
%slow(fzzf_report_export_in)
%slow(fzzf_system_tailor)
%slow(fzzf_workplan_tasks)
%slow(fzzf_xml_inspect)
%slow(fzzf_xml_sniff)
%slow(fzzf_xml_read_system)
%slow(fzzf_xml_read_tailoring)
%slow(fzzf_xml_read_contract)
%slow(fzzf_xml_read_declaration)
%slow(fzzf_xml_read_record)
%slow(fzzf_xml_convert)
%slow(fzzf_xml_each_declaration)
%slow(fzzf_xml_read_manifest)
%slow(fzzf_xml_read_receipt)
%slow(fzzf_xml_write_manifest)
%slow(fzzf_xml_write_receipt)
%slow(fzzf_xml_write_system)
%slow(fzzf_xml_write_contract)
%slow(fzzf_xml_write_tailoring)
%slow(fzzf_xml_write_declaration)
%slow(fzzf_xml_write_record)
%slow(fzzf_xml_write_result)

/* Calls that write a text into a buffer are repeated until it fits. */
%texts(fzzf_number_format)
%texts(fzzf_result_why)
%texts(fzzf_result_cause_text)
%texts(fzzf_result_reason_text)

%immutable;
%include "fzzf/status.h"
%include "fzzf/version.h"
%include "fzzf/number.h"
%include "fzzf/diag.h"
%include "fzzf/system.h"
%include "fzzf/contract.h"
%include "fzzf/declaration.h"
%include "fzzf/record.h"
%include "fzzf/codes.h"
%include "fzzf/result.h"
%include "fzzf/manifest.h"
%include "fzzf/receipt.h"
%include "fzzf/rule.h"

/* A plan may be made without a contract. */
%typemap(check) fzzf_contract *contract "";
%include "fzzf/evaluate.h"
/* A report may be exported without scores. */
%typemap(check) const fzzf_result *result "";
%include "fzzf/report.h"
%typemap(check) const fzzf_result *result = SWIGTYPE *;
%include "fzzf/gaps.h"
/* A candidate may have no declaration, a batch no exclusions, a workplan no
   result, a check no inventory, a history no batch, what is carried over no
   results. */
%typemap(check) const fzzf_declaration *declaration, const fzzf_record *exclusions,
    const fzzf_result *result, const fzzf_record *inventory, const fzzf_record *batch,
    const fzzf_result *before, const fzzf_result *carried, const fzzf_result *after "";
%include "fzzf/course.h"
%typemap(check) const fzzf_declaration *declaration, const fzzf_record *exclusions,
    const fzzf_result *result, const fzzf_record *inventory, const fzzf_record *batch,
    const fzzf_result *before, const fzzf_result *carried,
    const fzzf_result *after = SWIGTYPE *;
%mutable;
%include "fzzf/xml.h"
%immutable;
%include "fzzf/recompute.h"
%include "fzzf/diff.h"
