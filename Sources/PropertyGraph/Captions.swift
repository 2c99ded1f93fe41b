import Diagnostics
import RDF

/// Chooses the caption of a node among its names.
struct Captions {
  /// Languages from the best to the worst; nil stands for a name without language.
  private let languages: [String?]

  init(language: MessageLanguage) {
    let others = MessageLanguage.allCases.filter { $0 != language }.map { Optional($0.rawValue) }
    languages = [language.rawValue, nil] + others
  }

  /// The best name: by the kind of name, then by language; the end of the IRI if there is none.
  func label(of iri: String, _ attributes: [PropertyGraph.Attribute]) -> String {
    for predicate in ClaimTerms.naming {
      let names = attributes.filter { $0.predicate == predicate && !$0.values.isEmpty }
      // Attributes come in order of their language, so the rest is settled too.
      let best = names.min { rank($0.language) < rank($1.language) }
      if let text = best?.values.first?.lexicalForm, !text.isEmpty { return text }
    }
    let end = iri.localName
    return end.isEmpty ? iri : end
  }

  /// A regional tag counts as its language.
  private func rank(_ tag: String?) -> Int {
    let primary = tag.map { String($0.prefix { $0 != "-" }) }
    return languages.firstIndex(of: primary) ?? languages.count
  }
}
