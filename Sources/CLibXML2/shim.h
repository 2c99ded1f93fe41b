// The parts of libxml2 that Simpul uses. The ICU section is left out: with it, a file that imports
// Foundation as well sees two definitions of UErrorCode.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlerror.h>

/// Releases memory that libxml2 allocated (`xmlFree` is a mutable global, which Swift 6 refuses).
static inline void simpul_xml_free(void *pointer) { xmlFree(pointer); }
