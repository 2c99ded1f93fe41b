import XML

/// The relationships of a part of an OPC package
/// ([ECMA-376 part 2 §6.5](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
final class RelationshipsContent: XMLContentHandler {
  /// A relationship to another part.
  struct Relationship {
    /// Last step of its type, such as `officeDocument`.
    var type: String
    /// The reference as written.
    var target: String
  }

  /// Relationships within the package, in the order of the file.
  private(set) var relationships: [Relationship] = []

  override func startElement(_ tag: XMLTag) {
    guard String(cString: tag.name.local) == "Relationship" else { return }
    var (type, target, isExternal) = ("", "", false)
    for attribute in tag.attributes {
      switch String(cString: attribute.name.local) {
      case "Type": type = attribute.value.string
      case "Target": target = attribute.value.string
      case "TargetMode": isExternal = attribute.value.string == "External"
      default: break
      }
    }
    guard !isExternal, relationships.count < Self.most else { return }
    let last = type.split(separator: "/").last.map(String.init) ?? type
    relationships.append(Relationship(type: last, target: target))
  }

  /// The part that the first relationship of a type leads to; nil if there is none.
  func target(ofType type: String, from part: String) -> String? {
    relationships.first { $0.type == type }.flatMap { Container.path($0.target, from: part) }
  }

  /// Most relationships that are kept; documents have one for each link and picture.
  private static let most = 1 << 16
}

/// The content types of the parts of an OPC package
/// ([ECMA-376 part 2 §6.2.3](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
final class ContentTypesContent: XMLContentHandler {
  private var types: [String: String] = [:]

  /// The type of a part that is named for it alone; nil if there is none.
  func type(of part: String) -> String? { types["/" + part.lowercased()] }

  override func startElement(_ tag: XMLTag) {
    guard String(cString: tag.name.local) == "Override" else { return }
    var (name, type) = ("", "")
    for attribute in tag.attributes {
      switch String(cString: attribute.name.local) {
      case "PartName": name = attribute.value.string.lowercased()
      case "ContentType": type = attribute.value.string.lowercased()
      default: break
      }
    }
    types[name] = type
  }
}
