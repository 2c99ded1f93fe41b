import ArgumentParser
import Foundation
import Pipeline

/// The data that are asked or changed.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Data to read, with the base IRI before it if it has relative IRIs; may be given more than once.",
      valueName: "[base=]file"))
  var data: [String] = []

  @Option(help: ArgumentHelp("A file that becomes a named graph.", valueName: "iri=file"))
  var namedGraph: [String] = []

  /// What the options name, in their order.
  func files() throws -> [QueryConfiguration.DataFile] {
    var files = data.map { argument in
      let (base, path) = split(argument)
      return QueryConfiguration.DataFile(path: path, base: base ?? fileIRI(path))
    }
    for argument in namedGraph {
      guard case (let iri?, let path) = split(argument) else {
        throw ValidationError("--named-graph \(argument): expected iri=file.")
      }
      files.append(QueryConfiguration.DataFile(path: path, base: iri, graph: iri))
    }
    return files
  }

  /// What stands before the last `=` that leaves an IRI before it, and what behind it.
  private func split(_ argument: String) -> (iri: String?, path: String) {
    guard let colon = argument.firstRange(of: "://"),
      let equals = argument[colon.upperBound...].firstIndex(of: "=")
    else { return (nil, argument) }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }

  /// The IRI of a file, which relative IRIs in it are resolved against.
  private func fileIRI(_ path: String) -> String? {
    path == "-" ? nil : URL(fileURLWithPath: path).absoluteString
  }
}
