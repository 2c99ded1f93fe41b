import Citations
import Claims
import Documents
import DomainPack

extension DocumentReading {
  /// The regulation that a citation names, and the words that name it; nil if its place is unknown.
  mutating func regulation(
    _ citation: Citation, place: String?, inBlock block: Int
  ) -> (entity: LocalEntity, surface: String)? {
    let surface = String(
      decoding: blocks[block].block.text.bytes[citation.byteRange], as: UTF8.self)
    guard var entity = regulation(citation, place: place, surface: surface), let key = entity.key
    else { return nil }
    // A local act is about the place that issued it.
    if let issuer = pack.pack.regulationKinds.kindAndPlace(ofKey: key)?.place,
      let number = pack.entryOfIssuer[issuer]
    {
      let entry = pack.pack.gazetteer.entries[number]
      let place = intern(entry, number: number, surface: entry.label(in: language ?? "id"))
      entity.links["jurisdiction"] = [place]
    }
    return (entity, surface)
  }

  /// The regulation that a citation names; nil if its place is unknown.
  func regulation(_ citation: Citation, place: String?, surface: String) -> LocalEntity? {
    guard let key = citation.key(defaultPlace: place) else { return nil }
    var entity = LocalEntity(
      entityClass: .regulation, key: key, label: pack.regulations.rendered(key) ?? surface,
      language: "id")
    if let title = citation.about?.text { entity.attributes["title"] = [title] }
    return entity
  }
}
