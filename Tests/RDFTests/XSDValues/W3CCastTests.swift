import Foundation
import RDF
import TestSupport
import Testing

private let folder = "conformance/w3c/sparql11/cast"

/// The rows of the W3C's SPARQL 1.1 cast tests, without a SPARQL processor: each binds a value and,
/// where the cast succeeds, its result.
@Suite("W3C cast tests", .enabled(if: SharedMaterial.shouldRun(folder)))
struct W3CCastTests {
  @Test(
    "casts as the W3C expects",
    arguments: [
      ("bool", XSDDatatype.boolean), ("decimal", .decimal), ("double", .double), ("float", .float),
      ("int", .integer), ("string", .string),
    ])
  func rows(_ name: String, _ target: XSDDatatype) throws {
    let url = SharedMaterial.folder.appending(path: "\(folder)/cast-\(name).srx")
    let text = try String(contentsOf: url, encoding: .utf8)
    var count = 0
    for row in text.components(separatedBy: "<result>").dropFirst() {
      let cells = row.components(separatedBy: "<binding ").dropFirst(2)
      let (written, expected) = (cells.first.flatMap(Self.value), cells.dropFirst().first)
      let result = written.flatMap { Self.cast($0, to: target) }
      let wanted = expected.flatMap(Self.value)
      #expect((expected == nil) == (wanted == nil), "\(row)")
      #expect((result == nil) == (wanted == nil), "\(row)")
      if let result, let wanted {
        #expect(XSDValue.compare(result, wanted) == .equal, "\(row)")
        #expect(result.datatype == wanted.datatype, "\(row)")
      }
      count += 1
    }
    #expect(count == 31)
  }

  private static func cast(_ value: XSDValue, to target: XSDDatatype) -> XSDValue? {
    do throws(XSDError) {
      return try value.cast(to: target)
    } catch {
      return nil
    }
  }

  /// The value in a binding of the XML result format; an IRI counts as its text in casts to string.
  private static func value(_ binding: String) -> XSDValue? {
    func between(_ start: String, _ end: String) -> String? {
      guard let from = binding.range(of: start),
        let to = binding.range(of: end, range: from.upperBound..<binding.endIndex)
      else { return nil }
      return String(binding[from.upperBound..<to.lowerBound])
    }
    if let iri = between("<uri>", "</uri>") { return .string(iri) }
    guard let text = between(">", "</literal>")?.components(separatedBy: ">").last else {
      return nil
    }
    guard let datatype = between("datatype=\"", "\"") else { return .string(text) }
    return XSDDatatype(iri: Array(datatype.utf8).span).flatMap {
      try? XSDValue(lexicalForm: text, datatype: $0)
    }
  }
}
