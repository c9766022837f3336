// Debian's libxml2 pulls ICU's headers in, and Foundation brings its own ICU module: "different
// definitions in different modules". Nothing here needs ICU from the headers.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
