import Diagnostics
import Mapping
import RDF

extension Report {
  /// What the graph is called, who made it with what, and how much is in it.
  mutating func writeHead() {
    var items = [
      (say("Title", "Judul"), MarkdownText.escaped(description.title.text(in: language))),
      (say("Content", "Isi"), MarkdownText.escaped(description.summary.text(in: language))),
    ]
    if let license = description.license {
      items.append((say("Licence", "Lisensi"), MarkdownText.escaped(license.iri)))
    }
    if let creator = description.creator {
      items.append((say("Creator", "Pembuat"), MarkdownText.escaped(creator)))
    }
    items.append((say("Made with", "Dibuat dengan"), description.software))
    items.append(
      (say("Domain pack, SHA-256", "Paket domain, SHA-256"), "`\(description.packDigest)`"))
    items.append((say("Dataset", "Himpunan data"), MarkdownText.escaped(description.iri)))
    out.list(items.map { "\($0): \($1)" })
  }
}
