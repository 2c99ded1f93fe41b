/// Bounds within which a file is read; beyond them reading ends with an error.
public struct ReadingLimits: Hashable, Sendable {
  /// Largest file in bytes.
  public var fileBytes: Int
  /// Largest unpacked part of a container in bytes.
  public var partBytes: Int
  /// Largest XML in bytes of one part of an office document or book, or of one in a single file.
  ///
  /// Of tiny paragraphs each byte costs about 25 bytes of memory.
  public var xmlPartBytes: Int
  /// Deepest nesting of elements in HTML.
  public var htmlDepth: Int
  /// Deepest nesting of elements in the XML of office documents.
  public var xmlDepth: Int
  /// Bounds on the programs that read what Simpul does not read itself.
  public var programs = ProgramLimits()

  /// Bounds that no honest document reaches.
  public init(
    fileBytes: Int = 512 << 20, partBytes: Int = 256 << 20, xmlPartBytes: Int = 64 << 20,
    htmlDepth: Int = 1_000, xmlDepth: Int = 512
  ) {
    self.fileBytes = fileBytes
    self.partBytes = partBytes
    self.xmlPartBytes = xmlPartBytes
    self.htmlDepth = htmlDepth
    self.xmlDepth = xmlDepth
  }
}
