import CLibXML2
import Diagnostics

/// What the `ATTLIST`s of an internal DTD say: default values, and which values are tokens
/// ([XML 1.0 §3.3](https://www.w3.org/TR/xml/#attdecls)).
struct AttributeDeclarations {
  /// An attribute that is supplied where a tag does not have it.
  struct Default {
    /// Name as written, in the parser's dictionary.
    var name: UnsafePointer<xmlChar>
    /// The value, in the parser's dictionary.
    var value: UnsafePointer<xmlChar>
  }

  private var declared = AddressTable()
  /// Whether the values of a declared attribute are tokens, by its number.
  private var areTokens: [Bool] = []
  private var defaults: [UnsafePointer<xmlChar>: [Default]] = [:]

  /// Whether nothing is declared, as in most documents.
  var isEmpty: Bool { declared.count == 0 }

  /// Takes a declaration of texts in the parser's dictionary; of several for one attribute the first
  /// counts.
  ///
  /// - Throws: ``XMLRefusal`` if an element gets too many attributes so.
  mutating func declare(
    _ attribute: UnsafePointer<xmlChar>, of element: UnsafePointer<xmlChar>, areTokens: Bool,
    defaultValue: UnsafePointer<xmlChar>?
  ) throws(XMLRefusal) {
    guard declared.number(of: element, attribute) == nil else { return }
    _ = declared.add(element, attribute)
    self.areTokens.append(areTokens)
    guard let defaultValue else { return }
    defaults[element, default: []].append(Default(name: attribute, value: defaultValue))
    if defaults[element, default: []].count > Self.maximumDefaults { throw PushSession.explosion }
  }

  /// The attributes that are supplied to an element, in the order of their declarations.
  func defaults(of element: UnsafePointer<xmlChar>) -> [Default] { defaults[element] ?? [] }

  /// Takes spaces at both ends of a value away, and all but one between, if the values of the
  /// attribute are tokens ([§3.3.3](https://www.w3.org/TR/xml/#AVNormalize)).
  func normalize(
    _ value: UnsafeMutablePointer<xmlChar>, of attribute: UnsafePointer<xmlChar>,
    in element: UnsafePointer<xmlChar>
  ) {
    guard let number = declared.number(of: element, attribute), areTokens[number] else { return }
    let space = xmlChar(0x20)
    var (source, target) = (value, value)
    while source.pointee == space { source += 1 }
    while source.pointee != 0 {
      if source.pointee == space {
        while source.pointee == space { source += 1 }
        guard source.pointee != 0 else { break }
        target.pointee = space
        target += 1
      }
      target.pointee = source.pointee
      source += 1
      target += 1
    }
    target.pointee = 0
  }

  /// How many attributes of one element a DTD may supply.
  static let maximumDefaults = 256
}
