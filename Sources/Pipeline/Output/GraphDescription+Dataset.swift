import Diagnostics
import Mapping
import PropertyGraph
import RDF

extension GraphDescription {
  /// A dataset's description for viewers, in one language, and the same as RDF (`head`).
  init(_ dataset: DatasetDescription, head: [Quad], language: MessageLanguage) {
    self.init(
      iri: dataset.iri, title: dataset.title.text(in: language),
      summary: dataset.summary.text(in: language), generator: dataset.software,
      packDigest: dataset.packDigest,
      statements: head.map(\.triple))
    license = dataset.license?.iri
    creator = dataset.creator
  }
}
