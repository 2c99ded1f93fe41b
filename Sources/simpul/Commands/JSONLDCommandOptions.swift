public import ArgumentParser
import Diagnostics
public import Pipeline
public import RDFSyntax

/// What can be said of JSON-LD.
struct JSONLDCommandOptions: ParsableArguments {
  @Option(
    name: .customLong("context-map"), parsing: .singleValue,
    help: ArgumentHelp(
      "Where copies of contexts lie: IRI/=folder, or IRI=file; nothing is fetched.",
      valueName: "iri=path"))
  var contextMap: [String] = []

  @Option(
    name: .customLong("expand-context"),
    help: ArgumentHelp("Context that holds before a text begins.", valueName: "file"))
  var expandContext: String?

  @Option(
    name: .customLong("processing-mode"), help: "Version of JSON-LD: json-ld-1.1 or json-ld-1.0.")
  var processingMode = JSONLDOptions.ProcessingMode.version11

  @Option(
    name: .customLong("rdf-direction"),
    help: "How text directions are told in RDF: i18n-datatype or compound-literal; else not at all."
  )
  var rdfDirection: JSONLDOptions.Direction?

  @Option(
    name: .customLong("jsonld-form"),
    help: "What is written: expanded, compacted or flattened.")
  var form: JSONLDConfiguration.Form?

  @Option(
    name: .customLong("context"),
    help: ArgumentHelp(
      "Context that is written with; by default that of the domain pack.", valueName: "file"))
  var context: String?

  @Flag(
    name: .customLong("use-native-types"), help: "Write numbers and truth values as JSON has them.")
  var usesNativeTypes = false

  @Flag(name: .customLong("use-rdf-type"), help: "Write rdf:type as a property like others.")
  var usesRDFType = false

  /// What was said; where a context is needed and none is given, that of the pack counts.
  func configuration(pack: PackOption) throws -> JSONLDConfiguration {
    var configuration = JSONLDConfiguration()
    configuration.contextFolders = try contextMap.map { entry in
      guard let equals = entry.lastIndex(of: "="), entry.contains("://") else {
        throw ValidationError("--context-map: IRI=PATH, such as https://schema.org/=contexts")
      }
      return JSONLDConfiguration.ContextFolder(
        iri: String(entry[..<equals]), path: String(entry[entry.index(after: equals)...]))
    }
    configuration.expandContext = expandContext
    configuration.processingMode = processingMode
    configuration.rdfDirection = rdfDirection
    configuration.form = form ?? (context == nil ? .expanded : .compacted)
    configuration.context = context
    if configuration.form != .expanded, context == nil {
      configuration.context = try pack.findIfThere().map { "\($0)/context.jsonld" }
    }
    configuration.usesNativeTypes = usesNativeTypes
    configuration.usesRDFType = usesRDFType
    return configuration
  }
}

extension JSONLDOptions.ProcessingMode: ExpressibleByArgument {}
extension JSONLDOptions.Direction: ExpressibleByArgument {}
extension JSONLDConfiguration.Form: ExpressibleByArgument {}
