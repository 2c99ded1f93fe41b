import Claims
import Foundation
import Testing

@Suite("Objects of claims as JSON")
struct ClaimObjectTests {
  static let cases: [(ClaimObject, String)] = [
    (.entity(5), #"{"entity":5}"#),
    (.concept("MoU"), #"{"concept":"MoU"}"#),
    (.value("2016", .year), #"{"type":"year","value":"2016"}"#),
  ]

  @Test("are written with the name of what they are, and read back", arguments: cases)
  func roundTrip(object: ClaimObject, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(object)
    #expect(String(decoding: data, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(ClaimObject.self, from: data) == object)
  }

  @Test("that are none of the three are refused")
  func unknown() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ClaimObject.self, from: Data(#"{"value":"2016"}"#.utf8))
    }
  }
}
