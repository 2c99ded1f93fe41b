import BenchmarkData
import Testing

@Suite("Benchmark data")
struct BenchmarkDataTests {
  @Test(
    "has the checksum that is known for its size",
    arguments: [Scale.thousand, .hundredThousand], DataFormat.allCases)
  func knownChecksum(scale: Scale, format: DataFormat) throws {
    let data = BenchmarkData(scale: scale, format: format)
    let known = try #require(data.knownChecksum)
    #expect(data.write { _ in }.checksum == known)
  }

  @Test("knows a checksum of every syntax at every size that it lists")
  func everyChecksum() {
    #expect(BenchmarkData.knownScales == [.thousand, .hundredThousand, .million, .fiveMillion])
    for scale in BenchmarkData.knownScales {
      for format in DataFormat.allCases {
        #expect(BenchmarkData(scale: scale, format: format).knownChecksum?.count == 64)
      }
    }
  }

  @Test("of a smaller size is the beginning of a larger one")
  func prefix() {
    let small = bytes(BenchmarkData(scale: .thousand, format: .nQuads))
    let large = bytes(BenchmarkData(scale: .hundredThousand, format: .nQuads))
    #expect(large.starts(with: small))
    #expect(large.count > small.count)
  }

  @Test("has as many lines as it counts statements, and none twice")
  func count() {
    let data = BenchmarkData(scale: .hundredThousand, format: .nTriples, seed: 7)
    var lines = Set<ArraySlice<UInt8>>()
    let summary = data.write { lines.formUnion($0.split(separator: UInt8(ascii: "\n"))) }
    #expect(summary.statements == lines.count)
    #expect((100_000...100_450).contains(summary.statements))
  }

  @Test("is another one with another seed, for which no checksum is known")
  func seed() {
    let first = BenchmarkData(scale: .thousand, format: .nTriples)
    let second = BenchmarkData(scale: .thousand, format: .nTriples, seed: 2)
    #expect(first.write { _ in }.checksum != second.write { _ in }.checksum)
    #expect(second.knownChecksum == nil)
  }

  private func bytes(_ data: BenchmarkData) -> [UInt8] {
    var all: [UInt8] = []
    _ = data.write { all += $0 }
    return all
  }
}
