import Claims
import DomainPack

/// Names an agreement by its type, its parties and its year, as the templates of a language say.
struct AgreementName {
  /// The `type` of a cooperation whose kind the text does not name.
  static let unnamedType = "cooperation"

  private let templates: [String: String]
  private let values: [String: String]

  /// The name of an agreement.
  ///
  /// - Parameters:
  ///   - type: notation of its type.
  ///   - parties: the places or bodies that made it.
  ///   - year: the year that its name tells; nil for none.
  ///   - language: BCP 47 tag of one of the pack's languages.
  ///   - pack: where the templates and the short names of places stand.
  init(type: String?, parties: [LocalEntity], year: Int?, language: String, pack: CompiledPack) {
    templates = pack.pack.languages.first { $0.tag == language }?.templates ?? [:]
    let names = parties.map { Self.shortName($0, pack.pack.gazetteer) }.sorted()
    values = [
      "type": type == Self.unnamedType ? "" : type ?? "",
      "parties": names.joined(separator: templates["join"] ?? "–"),
      "year": year.map { "\($0)" } ?? "",
    ]
  }

  /// The name of a paper that is signed, or of the cooperation itself; the parties where the
  /// language has no template.
  func label(isInstrument: Bool) -> String {
    filled(isInstrument ? "agreement" : "cooperation") ?? values["parties"] ?? ""
  }

  /// A template with `{name}` replaced by its value and double spaces closed up.
  func filled(_ name: String) -> String? {
    guard let template = templates[name] else { return nil }
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    let joined = (result + rest).split(separator: " ").joined(separator: " ")
    return joined.prefix(1).uppercased() + joined.dropFirst()
  }

  /// The shortest name of a place without the word that tells what it is: *Bandung* rather than *Kota
  /// Bandung*, *Fujian* rather than *Provinsi Fujian*.
  private static func shortName(_ entity: LocalEntity, _ gazetteer: Gazetteer) -> String {
    guard ["City", "Province"].contains(entity.entityClass.rawValue), let key = entity.key,
      let entry = gazetteer.entry(forKey: key)
    else { return entity.label }
    let names = [entry.englishLabel, entry.indonesianLabel] + entry.names.map(\.text)
    let within = names.filter {
      !$0.isEmpty && (entity.label.hasSuffix(" \($0)") || entity.label.hasPrefix("\($0) "))
    }
    return within.min { $0.count < $1.count } ?? entity.label
  }
}
