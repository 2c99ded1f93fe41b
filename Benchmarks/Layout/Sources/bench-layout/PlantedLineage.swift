/// A lineage of regulations that looks like real ones: a constitution, laws, and regulations of lower
/// ranks that carry them out, amended and repealed by later ones of their own rank.
///
/// They belong to fields of ten to sixty regulations; every tenth relation leads to another field. A
/// few pairs rest on each other, as mistakes of real collections have it.
struct PlantedLineage {
  typealias Relation = (source: Int, name: String, target: Int)

  private static let kinds = ["UUD", "UU", "PP", "PERPRES", "PERMENDAGRI", "PERDA-KOTA-BANDUNG"]

  /// The canonical key of each regulation, the constitution first.
  private(set) var keys = ["UUD/1945"]
  private(set) var relations: [Relation] = []
  private var random = SplitMix64(state: 11)
  private var ranks = [0]
  private var hasRelation: Set<[Int]> = []

  /// - Parameter count: how many regulations, at least 1.
  init(count: Int) {
    var fields: [[Int]] = []
    while keys.count < count {
      let size = min(count - keys.count, 10 + random.below(51))
      var members: [Int] = []
      for place in 0..<size {
        let rank = Self.rank(place: place, of: size)
        let act = keys.count
        keys.append("\(Self.kinds[rank])/\(1950 + (place * 70) / size)/\(act)")
        ranks.append(rank)
        rest(act, on: members, and: fields)
        change(act, members)
        members.append(act)
      }
      fields.append(members)
    }
  }

  /// Laws stand at the beginning of a field and now and then later; the lower a rank, the more of it.
  private static func rank(place: Int, of size: Int) -> Int {
    place == 0 || place % 12 == 11 ? 1 : min(5, 2 + (place * 7 / size + place % 3) / 2)
  }

  private mutating func rest(_ act: Int, on members: [Int], and fields: [[Int]]) {
    if ranks[act] == 1 {
      relate(act, "basedOn", 0)
      return
    }
    for number in 0..<1 + random.below(3) {
      var higher = members.filter { ranks[$0] < ranks[act] }
      if let other = fields.isEmpty ? nil : fields[random.below(fields.count)],
        random.below(10) == 0
      {
        higher = other.filter { ranks[$0] < ranks[act] }
      }
      guard !higher.isEmpty else { continue }
      relate(act, number == 0 ? "implements" : "basedOn", higher[random.below(higher.count)])
    }
  }

  private mutating func change(_ act: Int, _ members: [Int]) {
    let equals = members.filter { ranks[$0] == ranks[act] }
    guard !equals.isEmpty else { return }
    switch random.below(100) {
    case 0..<15: relate(act, "amends", equals[random.below(equals.count)])
    case 15..<25: relate(act, "repeals", equals[random.below(equals.count)])
    case 25:
      let other = equals[random.below(equals.count)]
      relate(act, "amends", other)
      relate(other, "implements", act)
    default: break
    }
  }

  private mutating func relate(_ source: Int, _ name: String, _ target: Int) {
    guard hasRelation.insert([source, target]).inserted else { return }
    relations.append((source, name, target))
  }

  /// The lineage as N-Triples, in the terms of Simpul.
  var text: String {
    let (base, smp) = ("https://w3id.org/simpul/id/regulation/", "https://w3id.org/simpul/ns#")
    let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    var lines: [String] = []
    for key in keys {
      let iri = "<\(base)\(key.lowercased())>"
      lines.append("\(iri) <\(type)> <\(smp)Regulation> .")
      lines.append("\(iri) <\(smp)regulationKey> \"\(key)\" .")
    }
    for (source, name, target) in relations {
      lines.append(
        "<\(base)\(keys[source].lowercased())> <\(smp)\(name)> <\(base)\(keys[target].lowercased())> ."
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
