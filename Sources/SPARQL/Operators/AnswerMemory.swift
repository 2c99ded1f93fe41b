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
/// written.
final class AnswerMemory {
  private let answers: UnsafeMutablePointer<UInt8>
  private let count: Int

  /// A memory for terms with smaller numbers than `count`.
  init(count: Int) {
    guard let memory = calloc(max(count, 1), 1) else {
      fatalError("no memory for the answers of \(count) terms")
    }
    answers = memory.bindMemory(to: UInt8.self, capacity: count)
    self.count = count
  }

  deinit { free(answers) }

  /// The answer for a term; nil if it was not asked before.
  @inline(__always)
  func answer(_ id: Int) -> Bool?? {
    guard id < count else { return nil }
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
    answers[id] = answer.map { $0 ? 2 : 1 } ?? 3
  }
}

/// Answers by language, as the letters of a ``TermNote``; there are few.
///
/// A class, so that a closure can add to it.
final class LanguageMemory {
  private var known: [(letters: UInt64, answer: Bool)] = []

  /// The answer for a language, asked for once.
  func answer(_ letters: UInt64, _ ask: (String) -> Bool) -> Bool {
    for entry in known where entry.letters == letters { return entry.answer }
    var bytes: [UInt8] = []
    for shift in stride(from: UInt64(48), through: 0, by: -8) where letters >> shift != 0 {
      bytes.append(UInt8(truncatingIfNeeded: letters >> shift))
    }
    let answer = ask(String(decoding: bytes, as: UTF8.self))
    known.append((letters, answer))
    return answer
  }
}
