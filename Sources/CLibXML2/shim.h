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
#include <string.h>

/// Releases memory that libxml2 allocated (`xmlFree` is a mutable global, which Swift 6 refuses).
static inline void simpul_xml_free(void *pointer) { xmlFree(pointer); }

/// How many bytes stand before the zero that ends a text of libxml2.
static inline long simpul_xml_length(const xmlChar *text) { return (long)strlen((const char *)text); }

/// Whether two texts of libxml2 are the same.
static inline int simpul_xml_equal(const xmlChar *left, const xmlChar *right) {
  return strcmp((const char *)left, (const char *)right) == 0;
}

/// Passes the error that a parser has just met to its structured handler. Handlers of the first kind,
/// which get names with their colon, have none of their own.
static void simpul_xml_pass_error(void *context, const char *format, ...) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  (void)format;
  if (parser != NULL && parser->sax != NULL && parser->sax->serror != NULL)
    parser->sax->serror(context, &parser->lastError);
}

/// Makes the structured handler get the errors of a parser with handlers of the first kind.
static inline void simpul_xml_use_structured_errors(xmlSAXHandler *handler) {
  handler->error = simpul_xml_pass_error;
}
