internal import CLibXML2
import Diagnostics

/// Drives libxml2's HTML parser with handlers that build an ``HTMLTree``.
///
/// A class, for C holds its address. The depth is counted here: with handlers of our own libxml2
/// does not. Only the callbacks of one parser touch it, one after the other, so that nothing checks
/// whether two accesses overlap.
final class HTMLParser {
  @exclusivity(unchecked)
  private var tree = HTMLTree()
  private let limits: XMLLimits
  @exclusivity(unchecked)
  private var isTooDeep = false
  /// The number of each name by the address at which libxml2 keeps it; one name may lie at two.
  @exclusivity(unchecked)
  private var addresses = AddressTable()
  /// The number in the tree by that of the address.
  @exclusivity(unchecked)
  private var numbers: [Int32] = []
  @exclusivity(unchecked)
  private var known: [String: Int32] = [:]

  init(limits: XMLLimits) { self.limits = limits }

  /// Hands the tree over.
  func takeTree() -> HTMLTree {
    let finished = tree
    tree = HTMLTree()
    return finished
  }

  /// Parses a page; what is wrong with it if it cannot be taken.
  func parse(_ bytes: [UInt8]) -> Message? {
    xmlInitParser()
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      return Message(
        en: "the page has \(bytes.count) bytes; at most \(limits.bytes) are read",
        id: "halaman berukuran \(bytes.count) bita; paling banyak \(limits.bytes) yang dibaca")
    }
    guard !bytes.isEmpty else { return nil }
    guard !bytes.withUnsafeBufferPointer(TagWork.isExcessive) else {
      return Message(
        en: "the tags of the page have too many attributes",
        id: "tag halaman memiliki terlalu banyak atribut")
    }
    tree = HTMLTree(capacity: bytes.count)
    let isParsed = bytes.withUnsafeBytes { buffer -> Bool in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let context = htmlCreateMemoryParserCtxt(base, Int32(buffer.count))
      else { return false }
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(bitPattern: options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      install(in: context)
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      context.pointee.userData = UnsafeMutableRawPointer(context)
      htmlParseDocument(context)
      if let document = context.pointee.myDoc {
        xmlFreeDoc(document)
        context.pointee.myDoc = nil
      }
      return true
    }
    guard isParsed else {
      return Message(en: "the page cannot be opened", id: "halaman tidak dapat dibuka")
    }
    guard !isTooDeep else {
      return Message(
        en: "elements are nested deeper than \(limits.depth)",
        id: "elemen bersarang lebih dalam daripada \(limits.depth)")
    }
    return nil
  }

  private func install(in context: htmlParserCtxtPtr) {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElement = { context, name, attributes in
      HTMLParser.with(context) { $0.start(name, attributes, $1) }
    }
    handler.endElement = { context, name in
      guard let name else { return }
      HTMLParser.with(context) { parser, _ in parser.tree.end(parser.number(of: name)) }
    }
    handler.characters = { context, text, count in
      HTMLParser.with(context) { parser, _ in parser.append(text, count) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    context.pointee.sax.pointee = handler
  }

  @inline(__always)
  private static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (HTMLParser, xmlParserCtxtPtr) -> Void
  ) {
    guard let context = pointer?.assumingMemoryBound(to: xmlParserCtxt.self),
      let owner = context.pointee._private
    else { return }
    Unmanaged<HTMLParser>.fromOpaque(owner)._withUnsafeGuaranteedRef { body($0, context) }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ context: xmlParserCtxtPtr
  ) {
    guard let name, !isTooDeep else { return }
    guard tree.depth < limits.depth else {
      isTooDeep = true
      xmlStopParser(context)
      return
    }
    tree.start(number(of: name))
    guard var attribute = attributes else { return }
    while let key = attribute[0] {
      let value = attribute[1]
      tree.add(
        attribute: number(of: key),
        UnsafeBufferPointer(start: value, count: value.map { simpul_xml_length($0) } ?? 0))
      attribute += 2
    }
  }

  private func append(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, count > 0, !isTooDeep else { return }
    tree.append(text: UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// The number of a name.
  ///
  /// Names lie in the parser's dictionary or in libxml2 itself, so that one address is always one
  /// name.
  @inline(__always)
  private func number(of name: UnsafePointer<xmlChar>) -> Int32 {
    if let found = addresses.number(of: name) { return numbers[found] }
    return add(name)
  }

  @inline(never)
  private func add(_ name: UnsafePointer<xmlChar>) -> Int32 {
    let text = String(cString: name)
    let number = known[text] ?? tree.add(name: text)
    known[text] = number
    _ = addresses.add(name)
    numbers.append(number)
    return number
  }
}
