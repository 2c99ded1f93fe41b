import Foundation
import Pipeline
import Synchronization
import Testing

@Suite("Held signals")
struct HeldSignalsTests {
  private static let arrived = Atomic<Int>(0)

  /// A signal that a program ignores unless it asks for it.
  private static let number = SIGWINCH

  @Test("a signal that comes while files change their places comes again afterwards, once")
  func waiting() throws {
    let earlier = signal(Self.number) { _ in Self.arrived.add(1, ordering: .relaxed) }
    defer { signal(Self.number, earlier) }
    HeldSignals.during {
      #expect(!HeldSignals.mayEnd(for: Self.number))
      HeldSignals.during { #expect(!HeldSignals.mayEnd(for: Self.number)) }
      #expect(Self.arrived.load(ordering: .relaxed) == 0)
    }
    // Others may hold signals at this moment; the last of them lets it through.
    let deadline = ContinuousClock.now + .seconds(60)
    while Self.arrived.load(ordering: .relaxed) == 0, ContinuousClock.now < deadline {
      usleep(1_000)
    }
    #expect(Self.arrived.load(ordering: .relaxed) == 1)
  }

  @Test("the error of what was done comes through")
  func error() {
    #expect(throws: CancellationError.self) {
      try HeldSignals.during { () throws(CancellationError) in throw CancellationError() }
    }
  }
}
