import Diagnostics

/// Runs poppler's programs on one PDF file, and says in a person's words what goes wrong.
struct PDFTools: ~Copyable {
  private let programs: ExternalPrograms
  private let limits: ProgramLimits
  private let fileName: String
  private let file: PrivateFile
  private let seconds: Double

  /// The programs for the bytes of a file.
  ///
  /// - Throws: ``ReadingError`` if no private copy of the file can be made.
  init(
    _ bytes: [UInt8], fileName: String, programs: ExternalPrograms, limits: ProgramLimits
  ) throws(ReadingError) {
    self.programs = programs
    self.limits = limits
    self.fileName = fileName
    seconds = limits.seconds(forBytes: bytes.count)
    do throws(SystemFailure) {
      file = try PrivateFile(bytes)
    } catch {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "no temporary copy for poppler can be made: \(error.description)",
          id: "salinan sementara untuk poppler tidak dapat dibuat: \(error.description)"))
    }
  }

  /// What `pdfinfo` says of the file.
  ///
  /// - Throws: ``ReadingError`` if the file is encrypted or damaged, or the program fails.
  func information() throws(ReadingError) -> [UInt8] {
    try run("pdfinfo", ["-enc", "UTF-8", "-isodates", "/dev/stdin"]).output
  }

  /// The words of the file with their boxes, as `pdftotext -bbox-layout` writes them, and the
  /// program's complaints.
  ///
  /// - Throws: ``ReadingError`` as above.
  func layout() throws(ReadingError) -> (xml: [UInt8], complaint: [UInt8]) {
    let outcome = try run(
      "pdftotext", ["-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"])
    return (outcome.output, outcome.complaint)
  }

  private func run(
    _ name: String, _ arguments: [String]
  ) throws(ReadingError) -> BoundedProcess.Outcome {
    guard let path = programs.path(of: name) else { throw failure(Self.missing(name)) }
    let process = BoundedProcess(
      program: path, arguments: arguments, seconds: seconds, outputBytes: limits.outputBytes,
      memoryBytes: limits.memoryBytes)
    let outcome: BoundedProcess.Outcome
    do throws(SystemFailure) {
      outcome = try process.run(input: file.descriptor)
    } catch {
      throw failure(
        Message(
          en: "\(name) cannot be run: \(error.description)",
          id: "\(name) tidak dapat dijalankan: \(error.description)"))
    }
    if let reason = reason(of: outcome, name) { throw failure(reason) }
    return outcome
  }

  private func failure(_ reason: Message) -> ReadingError {
    ReadingError(file: fileName, reason: reason)
  }

  /// Why a run gave nothing that can be used; nil if it did.
  private func reason(of outcome: BoundedProcess.Outcome, _ name: String) -> Message? {
    let words = Self.firstComplaint(outcome.complaint)
    switch outcome.ending {
    case .exited(0):
      return nil
    case .exited where words.contains("Incorrect password"):
      return Message(
        en: "the PDF is encrypted and opens with a password only; save a copy without one",
        id: "PDF dienkripsi dan hanya terbuka dengan kata sandi; simpan salinan tanpa kata sandi")
    case .exited where words.contains("the last page (0)"):
      return Self.noPages
    case .exited(let status) where status == 126 || status == 127:
      return Message(
        en: "\(name) cannot be started: \(words)", id: "\(name) tidak dapat dijalankan: \(words)")
    case .exited(let status):
      let detail = words.isEmpty ? "" : ": \(words)"
      return Message(
        en: "the PDF is damaged; \(name) ended with status \(status)\(detail)",
        id: "PDF rusak; \(name) berakhir dengan status \(status)\(detail)")
    case .signalled(let signal):
      let detail = words.isEmpty ? "" : ": \(words)"
      return Message(
        en: "\(name) crashed on the PDF with signal \(signal)\(detail)",
        id: "\(name) gagal membaca PDF karena sinyal \(signal)\(detail)")
    case .tooSlow:
      let bound = Int(seconds.rounded(.up))
      return Message(
        en: "\(name) did not end within \(bound) seconds; the PDF may be damaged",
        id: "\(name) tidak selesai dalam \(bound) detik; PDF mungkin rusak")
    case .tooMuchOutput:
      return Message(
        en: "\(name) wrote more than \(limits.outputBytes) bytes",
        id: "\(name) menulis lebih dari \(limits.outputBytes) bita")
    case .cancelled:
      return Message(en: "the reading was cancelled", id: "pembacaan dibatalkan")
    }
  }

  /// What poppler says of a file that opens with a password only, and of one without pages.
  private static let telling = ["Incorrect password", "the last page (0)"]

  /// The line of a program's complaints that tells most, else the first, with 200 characters at
  /// most.
  static func firstComplaint(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.first { line in telling.contains { line.contains($0) } } ?? lines.first
    let shown = (line ?? "").unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : $0 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown)
    return String(view)
  }

  /// The reason to refuse a file without pages.
  static let noPages = Message(en: "the PDF has no pages", id: "PDF tidak memiliki halaman")

  private static func missing(_ name: String) -> Message {
    let ways = """
      `apt-get install poppler-utils` (Debian, Ubuntu), `dnf install poppler-utils` (Fedora), \
      `brew install poppler` (macOS)
      """
    return Message(
      en: "PDF is read through the program \(name) of poppler-utils, which is missing: \(ways)",
      id: "PDF dibaca dengan program \(name) dari poppler-utils, yang belum terpasang: \(ways)")
  }
}
