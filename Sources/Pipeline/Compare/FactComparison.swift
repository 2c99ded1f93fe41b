public import Diagnostics
import Mapping
import RDF

/// Tells what two builds do not have in common.
///
/// ```swift
/// let difference = try FactComparison(from: "before", to: "after", language: .english).run { pack }
/// ```
public struct FactComparison: Sendable {
  private let old: String
  private let new: String
  private let language: MessageLanguage

  /// A comparison of two builds, each the folder of its exports, its graph, or a file of claims
  /// (`.jsonl`) of which its graph can be made.
  public init(from old: String, to new: String, language: MessageLanguage) {
    self.old = old
    self.new = new
    self.language = language
  }

  /// Whether two paths are to be compared by their facts: one of them is a folder or holds claims.
  ///
  /// - Throws: ``PipelineError`` for a path that the system refuses to look at.
  public static func isMeant(by old: String, _ new: String) throws(PipelineError) -> Bool {
    for path in [old, new] {
      if FactSource.holdsClaims(path) { return true }
      if try FactSource.isFolder(path) { return true }
    }
    return false
  }

  /// Compares.
  ///
  /// Facts are the statements of the default graph with a predicate of the vocabulary, those about
  /// conflicts left out. Where a thing has one value of a predicate that only the old graph has, one
  /// that only the new one has, and none that both have, the fact has changed.
  ///
  /// - Parameter pack: gives the folder of the domain pack; asked only where there are claims.
  /// - Returns: what is gone, new and changed.
  /// - Throws: ``PipelineError`` for what cannot be read; what `pack` throws.
  public func run(
    pack: () throws(PipelineError) -> String
  ) throws(PipelineError) -> FactDifference {
    var loaded: LoadedPack?
    func loadedPack() throws(PipelineError) -> LoadedPack {
      if let loaded { return loaded }
      let made = try LoadedPack(folder: try pack())
      loaded = made
      return made
    }
    let (left, right) = (try FactSource(old), try FactSource(new))
    let before = FactTable(try left.graph(pack: loadedPack), language: language)
    let after = FactTable(try right.graph(pack: loadedPack), language: language)
    var difference = FactDifference()
    difference.thingsLost = before.things { after.classes[$0] == nil }
    difference.thingsGained = after.things { before.classes[$0] == nil }
    for place in Set(before.facts.keys).union(after.facts.keys).sorted() {
      let was = before.facts[place] ?? []
      let isNow = after.facts[place] ?? []
      let (lost, gained) = (was.subtracting(isNow), isNow.subtracting(was))
      if lost.count == 1, gained.count == 1, was.count == 1, isNow.count == 1,
        let old = lost.first, let new = gained.first
      {
        difference.factsChanged.append(
          FactDifference.Change(old: before.fact(place, old), new: after.fact(place, new)))
      } else {
        difference.factsLost += before.sorted(lost).map { before.fact(place, $0) }
        difference.factsGained += after.sorted(gained).map { after.fact(place, $0) }
      }
    }
    return difference
  }
}
