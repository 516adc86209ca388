/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_COURSE_READING_H
#define TESTS_UNIT_COURSE_READING_H

#include "fzzf/fzzf.h"

/* The record in @text, which has to hold. */
fzzf_record *read_text(const char *text);

#endif
