/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_EXPORT_H
#define FZZF_EXPORT_H

/** Marks a function as part of the stable interface. */
#if defined(_WIN32) && defined(FZZF_BUILDING)
#define FZZF_API __declspec(dllexport)
#elif defined(_WIN32)
#define FZZF_API __declspec(dllimport)
#elif defined(__GNUC__)
#define FZZF_API __attribute__((visibility("default")))
#else
#define FZZF_API
#endif

/** The compiler warns when the caller drops the result. */
#if defined(__GNUC__) && !defined(SWIG)
#define FZZF_MUST_CHECK __attribute__((warn_unused_result))
#else
#define FZZF_MUST_CHECK
#endif

#ifdef __cplusplus
#define FZZF_BEGIN_DECLS extern "C" {
#define FZZF_END_DECLS   }
#else
#define FZZF_BEGIN_DECLS
#define FZZF_END_DECLS
#endif

#endif
