/* What libFuzzer and the address sanitizer offer; the compiler links both, no header of theirs comes along. */
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*input)(const uint8_t *bytes, size_t count));
int __sanitizer_install_malloc_and_free_hooks(
    void (*took)(const volatile void *place, size_t count), void (*freed)(const volatile void *place));
size_t __sanitizer_get_allocated_size(const volatile void *place);
