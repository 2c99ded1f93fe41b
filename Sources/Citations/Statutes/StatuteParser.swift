package import DomainPack

/// Reads the text of a regulation: its parts, its dates, and what it does to other acts.
///
/// Parts and clauses are told by the phrases of `regulation-documents.yaml`; the acts within them by
/// ``CitationParser``. The order of a regulation is that of
/// [annex II of Law 12 of 2011](https://peraturan.bpk.go.id/Details/39188/uu-no-12-tahun-2011).
package struct StatuteParser: Sendable {
  let citations: CitationParser
  private let references: RegulationReference
  let phrases: PhraseTrie<CueSet>
  let months: PhraseTrie<Int>
  let units: PhraseTrie<String>
  let numbers: PhraseTrie<Int>

  /// A parser for the words of a pack.
  package init(citations: CitationParser, words: StatuteWords, languages: [LanguageData]) {
    self.citations = citations
    references = RegulationReference(parser: citations)
    var cues: [String: CueSet] = [:]
    for cue in StatuteCue.allCases {
      for phrase in words.phrases[cue] ?? [] { cues[phrase, default: []].insert(CueSet(cue)) }
    }
    phrases = PhraseTrie(cues.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    months = PhraseTrie(
      languages.flatMap(\.months).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    units = PhraseTrie(
      languages.flatMap(\.timeUnits).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    numbers = PhraseTrie(
      languages.flatMap(\.numbers).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// What a text says of itself; nil if it is not the text of a regulation: it has no title block
  /// that names an act, or neither reasons nor legal bases nor an enacting word.
  ///
  /// - Parameters:
  ///   - text: the whole document.
  ///   - path: the name of the document, which may be the key of the act in small letters
  ///     (`pp/1984/8`): it names the act where a copy has lost its title block.
  /// - Returns: the act with its parts, days and relations; nil if the text is no regulation.
  /// - Complexity: O(bytes).
  package func statute(in text: StatuteText, path: String = "") -> Statute? {
    let scan = StatuteScan(text, parser: citations, phrases: phrases)
    let named = references.citation(ofKey: path.uppercased())
    guard let outline = StatuteOutline(scan, isNamed: named != nil),
      let own = outline.own.map({ scan.citations[$0] }) ?? named
    else { return nil }
    var reading = StatuteReading(scan: scan, outline: outline, parser: self, named: own)
    reading.read()
    return reading.statute
  }
}
