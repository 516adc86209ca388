/* SPDX-License-Identifier: Apache-2.0 */
/* Inflates entries with zlib, and writes them with minizip into memory. */

#include "pack/zip.h"

#include <string.h>
#include <zip.h>
#include <zlib.h>

#include "base/memory.h"

#define CHUNK 16384
#define LEVEL 6 /* of zlib; the same for the same bytes */

/* What minizip takes for a file. */
struct stream {
    fzzf__text *out;
    size_t at;
};

struct fzzf__zip {
    struct stream stream;
    zipFile file;
    bool failed;
};

static voidpf open_stream(voidpf opaque, const void *name, int mode)
{
    (void)name, (void)mode;
    return opaque;
}

/* minizip reads only what it appends to; nothing is appended here. */
static uLong read_stream(voidpf opaque, voidpf file, void *buffer, uLong size)
{
    (void)opaque, (void)file, (void)buffer, (void)size;
    return 0;
}

/* minizip goes back to complete headers, and never beyond the end. */
static uLong write_stream(voidpf opaque, voidpf file, const void *bytes,
                          uLong size)
{
    struct stream *stream = file;
    fzzf__text *out = stream->out;
    const size_t over = out->length - stream->at;
    const size_t inside = size < over ? (size_t)size : over;

    (void)opaque;
    if (out->failed) /* minizip goes on after what could not be written */
        return 0;
    if (inside > 0)
        memcpy(out->bytes + stream->at, bytes, inside);
    fzzf__text_addn(out, (const char *)bytes + inside, size - inside);
    if (out->failed)
        return 0;
    stream->at += size;
    return size;
}

static ZPOS64_T tell_stream(voidpf opaque, voidpf file)
{
    (void)opaque;
    return ((struct stream *)file)->at;
}

static long seek_stream(voidpf opaque, voidpf file, ZPOS64_T offset, int origin)
{
    struct stream *stream = file;
    const size_t end = stream->out->length;
    const size_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? end
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? stream->at
                                                           : 0;

    (void)opaque;
    if (offset > end - from)
        return -1;
    stream->at = from + (size_t)offset;
    return 0;
}

static int close_stream(voidpf opaque, voidpf file)
{
    (void)opaque, (void)file;
    return 0;
}

static int error_of_stream(voidpf opaque, voidpf file)
{
    (void)opaque;
    return ((struct stream *)file)->out->failed;
}

/* The last byte's bits after the end of the data are zero: nobody reads them,
 * so that a change would not be seen. */
static bool is_padded(int unused, unsigned char last)
{
    return unused == 0 || last >> (8 - unused) == 0;
}

/* Never more than the size of @member, whatever the data say. */
static bool inflate_all(const unsigned char *packed,
                        const struct fzzf__member *member, fzzf__text *bytes)
{
    z_stream z = {.zalloc = Z_NULL};
    unsigned char out[CHUNK];
    int code = Z_OK;
    int unused = 0; /* bits of the last byte after the last block */
    bool whole;

    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return !(bytes->failed = 1);
    z.next_in = (z_const Bytef *)(uintptr_t)packed;
    z.avail_in = member->packed;
    while (code == Z_OK && z.total_out <= member->size && !bytes->failed) {
        z.next_out = out;
        z.avail_out = sizeof out;
        code = inflate(&z, Z_BLOCK);
        if ((z.data_type & 0xC0) == 0xC0)
            unused = z.data_type & 7;
        fzzf__text_addn(bytes, (const char *)out, sizeof out - z.avail_out);
    }
    whole = code == Z_STREAM_END && z.avail_in == 0 && member->packed > 0 &&
            is_padded(unused, packed[member->packed - 1]);
    if (code == Z_MEM_ERROR)
        bytes->failed = 1;
    inflateEnd(&z);
    return whole;
}

bool fzzf__zip_read(const struct fzzf__container *container,
                    const struct fzzf__member *member, fzzf__text *bytes)
{
    const unsigned char *packed = container->bytes + member->data;

    bytes->length = 0;
    fzzf__text_addn(bytes, "", 0);
    if (member->method == 0)
        fzzf__text_addn(bytes, (const char *)packed, member->packed);
    else if (!inflate_all(packed, member, bytes))
        return false;
    return !bytes->failed && bytes->length == member->size &&
           crc32_z(0, (const unsigned char *)bytes->bytes, bytes->length) ==
               member->crc;
}

struct fzzf__zip *fzzf__zip_begin(fzzf__text *out)
{
    struct fzzf__zip *zip = fzzf__calloc(1, sizeof *zip);
    zlib_filefunc64_def functions = {open_stream,     read_stream, write_stream,
                                     tell_stream,     seek_stream, close_stream,
                                     error_of_stream, NULL};

    if (zip == NULL)
        return NULL;
    fzzf__text_addn(out, "", 0);
    zip->stream.out = out;
    functions.opaque = &zip->stream;
    zip->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
    if (zip->file == NULL) {
        fzzf__free(zip);
        return NULL;
    }
    return zip;
}

/* The data are packed already: minizip only frames them, so that every byte of
 * the headers is chosen here. */
static bool add(struct fzzf__zip *zip, const char *name, int method,
                const unsigned char *packed, size_t length, size_t size,
                uint32_t crc)
{
    const zip_fileinfo info = {.dosDate = FZZF__ZIP_DATE << 16,
                               .external_fa = FZZF__ZIP_ATTRIBUTES};
    bool added;

    zip->failed =
        zip->failed || length > UINT32_MAX - 1 || size > UINT32_MAX - 1 ||
        zipOpenNewFileInZip4_64(zip->file, name, &info, NULL, 0, NULL, 0, NULL,
                                method, LEVEL, 1, -MAX_WBITS, DEF_MEM_LEVEL,
                                Z_DEFAULT_STRATEGY, NULL, 0, FZZF__ZIP_MADE_BY,
                                FZZF__ZIP_FLAGS, 0) != ZIP_OK;
    if (zip->failed)
        return false;
    added = length == 0 ||
            zipWriteInFileInZip(zip->file, packed, (unsigned)length) == ZIP_OK;
    zip->failed =
        zipCloseFileInZipRaw64(zip->file, size, crc) != ZIP_OK || !added;
    return !zip->failed;
}

static bool deflate_all(fzzf__text *packed, const char *bytes, size_t length)
{
    z_stream z = {.zalloc = Z_NULL};
    unsigned char out[CHUNK];
    int code = Z_OK;

    if (deflateInit2(&z, LEVEL, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    z.next_in = (z_const Bytef *)bytes;
    z.avail_in = (uInt)length;
    while (code == Z_OK && !packed->failed) {
        z.next_out = out;
        z.avail_out = sizeof out;
        code = deflate(&z, Z_FINISH);
        fzzf__text_addn(packed, (const char *)out, sizeof out - z.avail_out);
    }
    deflateEnd(&z);
    return code == Z_STREAM_END && !packed->failed;
}

bool fzzf__zip_add(struct fzzf__zip *zip, const char *name, const char *bytes,
                   size_t length, bool deflate)
{
    fzzf__text packed = {0};
    const uint32_t crc =
        (uint32_t)crc32_z(0, (const unsigned char *)bytes, length);
    bool added;

    if (length > UINT32_MAX - 1)
        return !(zip->failed = true);
    if (deflate && !deflate_all(&packed, bytes, length))
        zip->failed = true;
    added =
        !zip->failed &&
        (deflate && packed.length < length
             ? add(zip, name, Z_DEFLATED, (const unsigned char *)packed.bytes,
                   packed.length, length, crc)
             : add(zip, name, 0, (const unsigned char *)bytes, length, length,
                   crc));
    fzzf__text_free(&packed);
    return added;
}

bool fzzf__zip_copy(struct fzzf__zip *zip,
                    const struct fzzf__container *container,
                    const struct fzzf__member *member)
{
    return add(zip, member->name, member->method,
               container->bytes + member->data, member->packed, member->size,
               member->crc);
}

bool fzzf__zip_end(struct fzzf__zip *zip)
{
    const bool ended = zipClose(zip->file, NULL) == ZIP_OK && !zip->failed &&
                       !zip->stream.out->failed;

    fzzf__free(zip);
    return ended;
}
