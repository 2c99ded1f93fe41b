public import Diagnostics

/// Why a handler refuses what it was handed; the parser adds the place.
public struct XMLRefusal: Error, Hashable, Sendable {
  /// What stood there and what was expected.
  public var message: Message
  /// Whether the reading ends even where refusals are skipped, as where a bound is exceeded.
  public var endsReading: Bool

  /// A refusal for a reason.
  public init(_ message: Message, endsReading: Bool = false) {
    self.message = message
    self.endsReading = endsReading
  }
}

/// Takes the content of a document from an ``XMLPushParser``, in document order.
///
/// What is not overridden is passed over. After a refusal that ends the reading nothing more is
/// handed over. A class and no protocol: millions of calls go through here, and one of a class is a
/// jump, while one of a protocol counts references.
open class XMLContentHandler {
  /// A handler that takes nothing.
  public init() {}

  /// A start tag, or an empty element (an end follows then too).
  ///
  /// - Throws: ``XMLRefusal`` if the element cannot stand here. Where refusals are skipped, nothing
  ///   of the element is handed over after that, not even its end.
  open func startElement(_ tag: XMLTag) throws(XMLRefusal) {}

  /// The end of the innermost open element.
  ///
  /// - Throws: ``XMLRefusal`` if something is amiss with it.
  open func endElement() throws(XMLRefusal) {}

  /// A piece of character data or CDATA in UTF-8; borders between pieces have no meaning and may
  /// lie within a character.
  ///
  /// - Throws: ``XMLRefusal`` if no text can stand here.
  open func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {}

  /// A comment in UTF-8, without its marks.
  ///
  /// - Throws: ``XMLRefusal`` if no comment can stand here.
  open func comment(_ text: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {}

  /// A processing instruction in UTF-8; the data is empty where there is none.
  ///
  /// - Throws: ``XMLRefusal`` if no instruction can stand here.
  open func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {}
}
