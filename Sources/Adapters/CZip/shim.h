#include <time.h>
#include <zip.h>
