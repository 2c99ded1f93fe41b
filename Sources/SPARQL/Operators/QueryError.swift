public import Diagnostics

/// Why a query has no answer.
public enum QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It took longer than it may.
  case timeout(Duration)
  /// The answer has more rows than it may.
  case tooManyRows(Int)
  /// It needs more bytes than it may.
  case tooMuchMemory(Int)
  /// Whoever asked no longer wants the answer.
  case cancelled
  /// It asks another server, and Simpul works offline.
  case service(String)

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch self {
    case .timeout(let time):
      Message(
        en: "the query took longer than \(time) (--timeout)",
        id: "kueri berjalan lebih dari \(time) (--timeout)")
    case .tooManyRows(let count):
      Message(
        en: "the answer has more than \(count) rows (--max-rows)",
        id: "jawaban lebih dari \(count) baris (--max-rows)")
    case .tooMuchMemory(let count):
      Message(
        en: "the query needs more than \(count) bytes of memory (--max-memory)",
        id: "kueri perlu lebih dari \(count) bita memori (--max-memory)")
    case .cancelled: Message(en: "the query was cancelled", id: "kueri dibatalkan")
    case .service(let name):
      Message(
        en: "SERVICE \(name): Simpul works offline and asks no other server",
        id: "SERVICE \(name): Simpul bekerja luring dan tidak bertanya ke peladen lain")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
