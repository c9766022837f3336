// Swift sees no functions of a variable number of arguments: each kind of option has a wrapper of its own.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

static inline CURLcode kontragent_curl_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

static inline CURLcode kontragent_curl_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}

static inline CURLcode kontragent_curl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
    return curl_easy_setopt(handle, option, pointer);
}

static inline CURLcode kontragent_curl_set_write(CURL *handle, curl_write_callback take) {
    return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
}

static inline CURLcode kontragent_curl_get_number(CURL *handle, CURLINFO info, long *number) {
    return curl_easy_getinfo(handle, info, number);
}
