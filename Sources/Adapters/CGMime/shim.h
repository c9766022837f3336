// GMime's kinds are told apart by macros, which Swift does not see.
#include <gmime/gmime.h>

/// A message out of bytes that stay where they are meanwhile; texts in no known charset are tried as Russian ones.
static inline GMimeMessage *kontragent_mime_read(const char *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeParserOptions *options = g_mime_parser_options_new();
    const char *charsets[] = {"utf-8", "windows-1251", NULL};
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    g_mime_parser_options_free(options);
    g_object_unref(parser);
    g_object_unref(stream);
    return message;
}

static inline void kontragent_mime_free(GMimeMessage *message) { g_object_unref(message); }

static inline GMimeObject *kontragent_mime_object(GMimeMessage *message) { return (GMimeObject *)message; }

static inline GMimeMultipart *kontragent_mime_multipart(GMimeObject *object) {
    return GMIME_IS_MULTIPART(object) ? (GMimeMultipart *)object : NULL;
}

static inline GMimePart *kontragent_mime_part(GMimeObject *object) {
    return GMIME_IS_PART(object) ? (GMimePart *)object : NULL;
}

static inline GMimeMessage *kontragent_mime_inner(GMimeObject *object) {
    return GMIME_IS_MESSAGE_PART(object) ? g_mime_message_part_get_message((GMimeMessagePart *)object) : NULL;
}

static inline InternetAddressMailbox *kontragent_mime_mailbox(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_MAILBOX(address) ? (InternetAddressMailbox *)address : NULL;
}

/// The bytes of a part, decoded; to be given back by `g_byte_array_unref`.
static inline GByteArray *kontragent_mime_bytes(GMimePart *part) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_stream_mem_new();
    GByteArray *array = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
    if (content != NULL) g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    return array;
}

/// A text in a charset as UTF-8, what fits no charset replaced; to be given back by `g_free`.
static inline char *kontragent_mime_utf8(const char *charset, const char *bytes, size_t count) {
    const char *charsets[] = {charset == NULL ? "utf-8" : charset, "utf-8", "windows-1251", NULL};
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    char *text = g_mime_utils_decode_8bit(options, bytes, count);
    g_mime_parser_options_free(options);
    return text;
}
