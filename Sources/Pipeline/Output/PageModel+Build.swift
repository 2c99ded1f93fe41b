import Diagnostics
import GraphPage
import Mapping
import RDF

extension PageModel.About {
  /// What a page says about the graph of a build, under the title of the style or, without one, that
  /// of the dataset.
  init(_ findings: Findings, title: Message?, base: String) {
    let dataset = findings.description
    self.init(
      title: title
        ?? Message(
          en: dataset.title.text(in: .english), id: dataset.title.text(in: .indonesian)),
      licence: dataset.license?.iri, creator: dataset.creator, version: dataset.softwareVersion,
      packHash: dataset.packDigest, base: base,
      quadCount: findings.head.count + findings.quadCount)
  }
}
