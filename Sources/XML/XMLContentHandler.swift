public import Diagnostics

/// Why a handler refuses what it was handed; the parser adds the place.
public struct XMLRefusal: Error, Hashable, Sendable {
  /// What stood there and what was expected.
  public var message: Message

  /// A refusal for a reason.
  public init(_ message: Message) { self.message = message }
}

/// Takes the content of a document from an ``XMLPushParser``, in document order.
///
/// A class, for the parser calls back into it. After a refusal nothing more is handed over.
public protocol XMLContentHandler: AnyObject {
  /// A start tag, or an empty element (an end follows then too).
  func startElement(_ tag: XMLTag) throws(XMLRefusal)
  /// The end of the innermost open element.
  func endElement() throws(XMLRefusal)
  /// A piece of character data or CDATA in UTF-8; borders between pieces have no meaning and may
  /// lie within a character.
  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal)
  /// A comment, without its marks.
  func comment(_ text: String) throws(XMLRefusal)
  /// A processing instruction; the data is empty where there is none.
  func processingInstruction(_ target: String, data: String) throws(XMLRefusal)
}
