/// Names of EPUB ([EPUB 3.3](https://www.w3.org/TR/epub-33/)).
enum EPUB {
  static let mediaType = "application/epub+zip"
  /// The part that names the package documents.
  static let containerPart = "META-INF/container.xml"
  /// The part that says what is encrypted.
  static let encryptionPart = "META-INF/encryption.xml"
  /// Methods that only hide fonts, and no text.
  static let fontMethods: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]
}
