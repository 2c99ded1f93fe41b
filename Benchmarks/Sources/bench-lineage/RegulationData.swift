import BenchmarkData
import Foundation

/// Makes graphs of regulations as a build writes them, with the claims behind their relations.
///
/// Regulations come in families of twenty: a law, its amendments in a line, the law that it
/// replaced, and regulations of lower ranks that carry it out; all rest on the constitution. Some
/// families have a circle of two laws that amend each other. In every thousand families, and in the
/// first one, one is a line of amendments of ``longestLine`` members. A small graph is the beginning of
/// a large one, and no family reaches into another, so that what is told of a regulation is the same
/// in both.
struct RegulationData {
  /// Members of the long lines.
  static let longestLine = 300
  private static let familySize = 20

  private var random = MersenneTwister(seed: 7)
  private var out: [UInt8] = []
  private let handle: FileHandle
  /// The keys of the regulations, in order.
  private(set) var keys: [String] = []

  /// Writes a graph of at least so many regulations to a file as N-Quads, and tells their keys.
  ///
  /// - Throws: what the system throws where the file cannot be written.
  static func write(_ count: Int, to path: String) throws -> [String] {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    var data = RegulationData(handle: handle)
    data.describe("UUD/1945", "Undang-Undang Dasar 1945", day: "1945-08-18")
    var family = 0
    while data.keys.count < count {
      try data.writeFamily(family)
      family += 1
    }
    try handle.write(contentsOf: data.out)
    try handle.close()
    return data.keys
  }

  private init(handle: FileHandle) { self.handle = handle }

  private mutating func writeFamily(_ number: Int) throws {
    let isLine = number % 1000 == 1
    let size = isLine ? Self.longestLine : Self.familySize
    let year = 1950 + random.integer(below: 20)
    var members: [String] = []
    for member in 0..<size {
      let isLaw = isLine || member < 6
      let kind = isLaw ? "UU" : member < 14 ? "PP" : "PERPRES"
      // Numbers run on, so that no two families share a key.
      let key = "\(kind)/\(year + min(member / (isLine ? 6 : 1), 60))/\(number * 400 + member + 1)"
      members.append(key)
      describe(
        key, "\(kind) tentang urusan \(number) bagian \(member)",
        day: "\(year + min(member / (isLine ? 6 : 1), 60))-0\(1 + member % 9)-1\(member % 10)")
      relate(key, "basedOn", "UUD/1945", number)
      guard member > 0 else { continue }
      if isLine {
        relate(key, "amends", members[member - 1], number)
      } else if member == 1 {
        relate(key, "repeals", members[0], number)
      } else if member < 6 {
        relate(key, "amends", members[member - 1], number)
      } else {
        relate(key, "implements", members[1 + random.integer(below: 5)], number)
        relate(key, "basedOn", members[1], number)
      }
    }
    if number % 10 == 3 { relate(members[4], "amends", members[5], number) }
    keys += members
    guard out.count > 1 << 20 else { return }
    try handle.write(contentsOf: out)
    out.removeAll(keepingCapacity: true)
  }

  private static let base = "https://w3id.org/simpul/id/"
  private static let smp = "https://w3id.org/simpul/ns#"

  private func iri(_ key: String) -> String { "<\(Self.base)regulation/\(key.lowercased())>" }

  private mutating func describe(_ key: String, _ title: String, day: String) {
    let subject = iri(key)
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let date = "\"\(day)\"^^<http://www.w3.org/2001/XMLSchema#date>"
    say("\(subject) <\(rdf)type> <\(Self.smp)Regulation> .")
    say("\(subject) <\(rdf)type> <http://data.europa.eu/eli/ontology#LegalResource> .")
    say("\(subject) <http://www.w3.org/2000/01/rdf-schema#label> \"\(key) \(title)\"@id .")
    say("\(subject) <\(Self.smp)regulationKey> \"\(key)\" .")
    say("\(subject) <http://purl.org/dc/terms/title> \"\(title)\" .")
    say("\(subject) <\(Self.smp)inForceFrom> \(date) .")
  }

  private mutating func relate(
    _ subject: String, _ predicate: String, _ object: String, _ family: Int
  ) {
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let document = "<\(Self.base)document/\(subject.lowercased())>"
    let name = "\(subject)-\(predicate)-\(object)".replacing("/", with: "-").lowercased()
    let claim = "<\(Self.base)claim/\(name)>"
    say("\(iri(subject)) <\(Self.smp)\(predicate)> \(iri(object)) .")
    say("\(claim) <\(rdf)type> <\(Self.smp)Claim> \(document) .")
    say("\(claim) <\(rdf)subject> \(iri(subject)) \(document) .")
    say("\(claim) <\(rdf)predicate> <\(Self.smp)\(predicate)> \(document) .")
    say("\(claim) <\(rdf)object> \(iri(object)) \(document) .")
    say(
      "\(claim) <\(Self.smp)quote> \"bahwa \(subject) \(predicate) \(object) dalam urusan \(family)\" \(document) ."
    )
    say(
      "\(claim) <\(Self.smp)confidence> \"0.97\"^^<http://www.w3.org/2001/XMLSchema#decimal> \(document) ."
    )
    say("\(claim) <\(Self.smp)rule> \"regulation-documents/\(predicate)\" \(document) .")
  }

  private mutating func say(_ line: String) {
    out.append(contentsOf: line.utf8)
    out.append(0x0A)
  }
}
