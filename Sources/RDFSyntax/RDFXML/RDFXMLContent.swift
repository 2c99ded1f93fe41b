import RDF
import XML

/// Passes the content of a document on to the grammar.
///
/// Only the XML parser calls, and never while a call runs; so nothing checks whether two accesses
/// overlap.
final class RDFXMLContent: XMLContentHandler {
  @exclusivity(unchecked)
  private var grammar: RDFXMLGrammar

  init(_ grammar: consuming RDFXMLGrammar) { self.grammar = grammar }

  /// Whether the block has as much as one should have.
  var isBlockFull: Bool { grammar.terms.end >= 1 << 18 || grammar.statements.count >= 1 << 12 }

  /// Sets how long the text of a literal may get, in bytes.
  func bound(texts longestToken: Int) { grammar.longestToken = longestToken }

  /// Takes over the memory of a block, to fill it again.
  func begin(_ block: inout QuadBlock) { grammar.begin(&block) }

  /// Gives the statements since then.
  func hand(to block: inout QuadBlock) { grammar.hand(to: &block) }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) { try grammar.startElement(tag) }
  override func endElement() throws(XMLRefusal) { try grammar.endElement() }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    try grammar.text(piece)
  }

  override func comment(_ text: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    try grammar.comment(text)
  }

  override func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    try grammar.processingInstruction(target, data: data)
  }
}
