import Citations
import DomainPack
import RDF

/// What acts have in common whose keys begin alike: of one kind and, where they are local, one place.
///
/// There are few of them, so that the names of many acts are made without looking anything up.
struct LineageActHead: Sendable {
  /// What stands before number and year in short citations: `UU`; nil where a citation is made
  /// another way.
  var short: String?
  /// The kind of the acts; nil if the pack does not know it.
  var kind: RegulationKind?
  /// The place in the hierarchy; nil for acts beside it.
  var rank: Int?
  /// The address of the official page, with `{year}` and `{number}`; nil if there is none.
  var page: String?

  /// What keys with this before their first slash have in common.
  init(_ head: String, kinds: RegulationKinds, reference: RegulationReference) {
    let sample = "\(head)/2000/1"
    short = reference.renderedShort(sample).flatMap { name in
      name.hasSuffix(" 1/2000") ? String(name.dropLast(7)) : nil
    }
    kind = kinds.kindAndPlace(ofKey: sample)?.kind
    rank = kinds.rank(ofKey: sample)
    page = kinds.page(ofKey: "\(head)/{year}/{number}")
  }
}

extension LineageGraph {
  /// The year and the number in the key of an act; nil if it is not made of head, year and number.
  private func yearAndNumber(_ key: String) -> (year: Substring, number: Substring)? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 3 ? (parts[1], parts[2]) : nil
  }

  private func head(of node: Int) -> LineageActHead? {
    headOfNode[node] < 0 ? nil : heads[Int(headOfNode[node])]
  }

  /// How an act is cited in short, by its key; nil for a key of no known kind.
  func renderedShort(_ node: Int, key: String) -> String? {
    guard let short = head(of: node)?.short, keyYears[node] != 0,
      let (year, number) = yearAndNumber(key), !number.isEmpty,
      !number.utf8.contains(UInt8(ascii: "-"))
    else { return reference.renderedShort(key) }
    return "\(short) \(number)/\(year)"
  }

  /// Where the number stands in the key of an act, in bytes of the terms; nil if the key is not made
  /// of head, year and number.
  func numberInKey(of node: Int) -> Range<Int>? {
    guard keys[node] != 0 else { return nil }
    let range = terms.range(of: keys[node])
    let bytes = terms.bytes.span
    let end = CanonicalTerm.endOfText(in: bytes.extracting(range)) + range.lowerBound
    let slashes = (range.lowerBound..<end).filter { bytes[$0] == UInt8(ascii: "/") }
    return slashes.count == 2 ? slashes[1] + 1..<end : nil
  }

  /// The rank of an act, 1 is the highest; nil for acts beside the hierarchy.
  func rank(of node: Int) -> Int? { head(of: node)?.rank }

  /// The official page of an act: the one that the pack names, else the one that its pattern gives;
  /// nil if it has neither.
  public func page(of node: Int) -> String? {
    if let page = knownAct(node)?.url { return page }
    guard let pattern = head(of: node)?.page, let key = key(of: node),
      let (year, number) = yearAndNumber(key)
    else { return nil }
    var address = ""
    address.reserveCapacity(pattern.utf8.count + 8)
    var rest = pattern[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      address += rest[..<open]
      address += rest[open...close] == "{year}" ? year : number[...]
      rest = rest[rest.utf8.index(after: close)...]
    }
    return (address + rest).lowercasedNumber(number)
  }
}

extension String {
  /// The text as it is where a number has no capitals, else with the number in small letters, as
  /// addresses have it.
  fileprivate func lowercasedNumber(_ number: Substring) -> String {
    number.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
      ? replacing(number, with: number.lowercased()) : self
  }
}
