#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers by number of a term.
///
/// A class, so that closures share it, and because it owns memory; the system gives that as it is
/// written. There is none before some answers were given, since a filter within `EXISTS` is made
/// anew for each solution and may be asked once.
final class AnswerMemory {
  private var answers: UnsafeMutablePointer<UInt8>?
  private let count: Int
  private var givenCount = 0

  /// Answers that are given before any is remembered.
  private static let fewAnswers = 256

  /// A memory for terms with smaller numbers than `count`.
  init(count: Int) { self.count = count }

  deinit { free(answers) }

  /// The answer for a term; nil if it was not asked before.
  @inline(__always)
  func answer(_ id: Int) -> Bool?? {
    guard id < count, let answers else { return nil }
    switch answers[id] {
    case 1: return .some(false)
    case 2: return .some(true)
    case 3: return .some(nil)
    default: return nil
    }
  }

  /// Remembers the answer for a term.
  @inline(__always)
  func note(_ answer: Bool?, _ id: Int) {
    guard id < count else { return }
    guard let answers else { return begin() }
    answers[id] = answer.map { $0 ? 2 : 1 } ?? 3
  }

  /// Takes the memory once enough answers were given; without it, every one is found anew.
  private func begin() {
    givenCount += 1
    guard givenCount > Self.fewAnswers, let memory = calloc(count, 1) else { return }
    answers = memory.bindMemory(to: UInt8.self, capacity: count)
  }
}

/// Answers by language, as the letters of a ``TermNote``; there are few.
///
/// A class, so that a closure can add to it.
final class LanguageMemory {
  private var known: [UInt64: Bool] = [:]

  /// The answer for a language, asked for once.
  func answer(_ letters: UInt64, _ ask: (String) -> Bool) -> Bool {
    if let answer = known[letters] { return answer }
    var bytes: [UInt8] = []
    for shift in stride(from: UInt64(48), through: 0, by: -8) where letters >> shift != 0 {
      bytes.append(UInt8(truncatingIfNeeded: letters >> shift))
    }
    let answer = ask(String(decoding: bytes, as: UTF8.self))
    known[letters] = answer
    return answer
  }
}
