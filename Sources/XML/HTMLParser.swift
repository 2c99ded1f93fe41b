internal import CLibXML2
import Diagnostics

/// Drives libxml2's HTML parser with handlers that build an ``HTMLTree``.
///
/// A class, for C holds its address. The depth is counted here: with handlers of our own libxml2
/// does not.
final class HTMLParser {
  private(set) var tree = HTMLTree()
  private let limits: XMLLimits
  private var isTooDeep = false

  init(limits: XMLLimits) { self.limits = limits }

  /// Parses a page; what is wrong with it if it cannot be taken.
  func parse(_ bytes: [UInt8]) -> Message? {
    xmlInitParser()
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      return Message(
        en: "the page has \(bytes.count) bytes; at most \(limits.bytes) are read",
        id: "halaman berukuran \(bytes.count) bita; paling banyak \(limits.bytes) yang dibaca")
    }
    guard !bytes.isEmpty else { return nil }
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
      HTMLParser.from(context)?.start(name, attributes, context)
    }
    handler.endElement = { context, name in
      if let name { HTMLParser.from(context)?.tree.end(String(cString: name)) }
    }
    handler.characters = { context, text, count in
      HTMLParser.from(context)?.append(text, count)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    context.pointee.sax.pointee = handler
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTMLParser? {
    guard let owner = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else {
      return nil
    }
    return Unmanaged<HTMLParser>.fromOpaque(owner).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ context: UnsafeMutableRawPointer?
  ) {
    guard let name, !isTooDeep else { return }
    guard tree.depth < limits.depth else {
      isTooDeep = true
      xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
      return
    }
    var list: [(name: String, value: String)] = []
    if let attributes {
      var index = 0
      while let key = attributes[index] {
        let value = attributes[index + 1].map { String(cString: $0) } ?? ""
        list.append((String(cString: key), value))
        index += 2
      }
    }
    tree.start(String(cString: name), list)
  }

  private func append(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, count > 0, !isTooDeep else { return }
    tree.append(text: UnsafeBufferPointer(start: text, count: Int(count)))
  }
}
