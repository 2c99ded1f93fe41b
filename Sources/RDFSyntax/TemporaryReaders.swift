import RDF
struct WholeReader: QuadReader {
  var quads: [Quad]
  mutating func next(into block: inout QuadBlock) throws -> Bool {
    block.removeAll()
    for quad in quads { block.append(quad) }
    quads = []
    return !block.isEmpty
  }
}
func allBytes(_ source: any ByteSource) throws -> [UInt8] {
  var all: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
    if count == 0 { return all }
    all += piece[..<count]
  }
}
extension RDFXMLParser {
  public func reader(of source: any ByteSource, options: ReaderOptions) throws -> any QuadReader {
    WholeReader(quads: try parse(allBytes(source), file: options.file))
  }
}
