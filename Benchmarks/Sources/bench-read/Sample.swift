import Compression
import Documents
import Foundation

/// Files of one format, read one after the other.
struct Sample {
  /// Name of the format as the reader tells it.
  var format: String
  /// Name without folders, and content.
  var files: [(name: String, bytes: [UInt8])] = []

  /// Least processor seconds of a run; small samples are read several times in one.
  private static let leastSeconds = 0.25

  /// The files at some places by format; of folders, every file below them.
  static func byFormat(_ places: [String], reader: DocumentReader) throws -> [Sample] {
    var samples: [String: Sample] = [:]
    for path in try places.flatMap(paths) {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let name = URL(filePath: path).lastPathComponent
      let format = try reader.read(bytes, fileName: name).format
      // PDF is another program's work.
      guard format != "pdf" else { continue }
      samples[format, default: Sample(format: format)].files.append((name, bytes))
    }
    return samples.values.sorted { $0.format < $1.format }
  }

  private static func paths(_ place: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue
    else { return [place] }
    return try FileManager.default.subpathsOfDirectory(atPath: place).sorted()
      .map { place + "/" + $0 }
      .filter { path in
        FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }

  /// The bytes that speed is told by: those of the files; of zip containers, of the XML in them.
  private func size() throws -> Int {
    try files.reduce(0) { sum, file in
      guard file.bytes.starts(with: [0x50, 0x4B]) else { return sum + file.bytes.count }
      let parts = try ZipArchive(file.bytes).entries.filter { Yardstick.isXML($0.name) }
      return parts.reduce(sum) { $0 + $1.size }
    }
  }

  /// Reads the sample and tells the median speed, and how it compares with the yardstick of the
  /// format, in two lines of text.
  func measure(reader: DocumentReader, runs: Int) throws -> String {
    let size = try size()
    var counts = (blocks: 0, sentences: 0)
    func read() throws -> Double {
      let start = clock()
      counts = (0, 0)
      for file in files {
        let blocks = try reader.read(file.bytes, fileName: file.name).blocks
        counts.blocks += blocks.count
        for block in blocks { counts.sentences += reader.splitter.sentences(of: block).count }
      }
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    let yardstick = Yardstick(format: format)
    let texts = try yardstick.texts(of: files)
    var sum = 0
    func compare() -> Double {
      let start = clock()
      sum &+= yardstick.work(texts)
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    func rounds(_ seconds: Double) -> Int {
      max(1, Int((Self.leastSeconds / max(seconds, 1e-6)).rounded(.up)))
    }
    let readings = rounds(try read())
    let comparisons = rounds(compare())
    var speeds: [Double] = []
    var ratios: [Double] = []
    for _ in 0..<runs {
      var seconds = 0.0
      for _ in 0..<readings { seconds += try read() }
      var others = 0.0
      for _ in 0..<comparisons { others += compare() }
      speeds.append(Double(size * readings) / seconds / 1e6)
      ratios.append(others / Double(comparisons) / (seconds / Double(readings)))
    }
    guard sum != 0 else { return "\(format): \(files.count) files without text" }
    speeds.sort()
    ratios.sort()
    func rounded(_ value: Double, _ digits: Int = 1) -> String {
      String(format: "%.\(digits)f", value)
    }
    return "\(format): \(rounded(speeds[speeds.count / 2])) MB/s "
      + "(\(rounded(speeds[0]))–\(rounded(speeds[speeds.count - 1]))), "
      + "\(files.count) files, \(size) bytes, \(counts.blocks) blocks, "
      + "\(counts.sentences) sentences\n"
      + "  \(rounded(ratios[ratios.count / 2], 3)) "
      + "(\(rounded(ratios[0], 3))–\(rounded(ratios[ratios.count - 1], 3))) "
      + "of the speed of \(yardstick.name)"
  }
}
