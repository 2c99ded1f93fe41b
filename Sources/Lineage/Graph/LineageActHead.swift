import Citations
import DomainPack
import RDF

/// What acts have in common whose keys begin alike: of one kind and, where they are local, one place.
///
/// There are few of them, so that the names of many acts are made without looking anything up.
struct LineageActHead: Sendable {
  /// What stands before number and year in short citations, in UTF-8: `UU`; nil where a citation is
  /// made another way.
  var short: [UInt8]?
  /// The kind of the acts; nil if the pack does not know it.
  var kind: RegulationKind?
  /// The place in the hierarchy; nil for acts beside it.
  var rank: Int?
  /// The addresses of the official pages; nil if there are none.
  var page: LineagePagePattern?

  /// What keys with this before their first slash have in common.
  init(_ head: String, kinds: RegulationKinds, reference: RegulationReference) {
    let sample = "\(head)/2000/1"
    short = reference.renderedShort(sample).flatMap { name in
      name.hasSuffix(" 1/2000") ? Array(name.utf8.dropLast(7)) : nil
    }
    kind = kinds.kindAndPlace(ofKey: sample)?.kind
    rank = kinds.rank(ofKey: sample)
    page = kinds.page(ofKey: "\(head)/{year}/{number}").map { LineagePagePattern($0) }
  }
}

extension LineageGraph {
  func head(of node: Int) -> LineageActHead? {
    headOfNode[node] < 0 ? nil : heads[Int(headOfNode[node])]
  }

  /// The rank of an act, 1 is the highest; nil for acts beside the hierarchy.
  func rank(of node: Int) -> Int? { head(of: node)?.rank }

  /// The official page of an act: the one that the pack names, else the one that its pattern gives;
  /// nil if it has neither.
  public func page(of node: Int) -> String? {
    var bytes: [UInt8] = []
    return appendPage(of: node, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
