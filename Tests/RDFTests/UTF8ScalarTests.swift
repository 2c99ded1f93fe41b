import RDF
import Testing

@Suite("UTF-8")
struct UTF8ScalarTests {
  @Test("every code point is read back from its bytes")
  func everyScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bytes: [UInt8] = []
      UTF8Scalar.append(scalar, to: &bytes)
      let (read, length) = UTF8Scalar.decode(bytes.span, at: 0)
      let malformed = UTF8Scalar.firstMalformedByte(in: bytes.span)
      if read != value || length != bytes.count || malformed != nil { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "the first malformed byte is found",
    arguments: [
      ([0x61, 0x80], 1),
      ([0xC0, 0x80], 0),
      ([0xC1, 0xBF], 0),
      ([0xC3], 0),
      ([0xC3, 0x28], 0),
      ([0xE0, 0x9F, 0xBF], 0),
      ([0xED, 0xA0, 0x80], 0),
      ([0xE2, 0x82], 0),
      ([0xE2, 0x82, 0x28], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF0, 0x9F, 0x98], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xC3, 0xA9, 0xFF], 2),
    ] as [([UInt8], Int)])
  func malformed(_ bytes: [UInt8], _ offset: Int) {
    let found = UTF8Scalar.firstMalformedByte(in: bytes.span)
    #expect(found == offset)
    #expect(String(validating: bytes, as: UTF8.self) == nil)
  }
}
