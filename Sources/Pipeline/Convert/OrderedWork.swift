import Dispatch
import Synchronization

/// Does pieces of work side by side and takes the finished ones in order.
///
/// A piece is in the hands of one thread at a time. Only a few finished ones wait for their turn, so
/// that memory stays bounded.
///
/// A class, for its threads share it.
final class OrderedWork<Piece: Sendable>: Sendable {
  private struct State {
    /// The number of the next piece.
    var nextPiece = 0
    /// The number of the piece that is taken next.
    var nextTaken = 0
    /// Pieces that are finished before their turn.
    var waiting: [Int: Result<Piece, any Error>] = [:]
    /// Whether a thread is taking pieces at the moment.
    var isTaking = false
    /// Whether no further piece is wanted: all are cut, or something failed.
    var isOver = false
    /// The first failure, in the order of the pieces.
    var failure: (any Error)?
  }

  private let threads: Int
  private let state = Mutex(State())
  /// Held while a piece is cut.
  private let cutting = Mutex(())
  /// How many pieces may be under way.
  private let places: DispatchSemaphore

  /// Work on so many threads; the system runs at most one for each core.
  init(threads: Int) {
    self.threads = threads
    places = DispatchSemaphore(value: 3 * threads)
  }

  /// Works until there is no piece left.
  ///
  /// - Parameters:
  ///   - cut: Gives the next piece, nil at the end; one call at a time.
  ///   - work: Works on a piece, side by side: it shares nothing else that changes.
  ///   - take: Gets the finished pieces one at a time, in the order in which they were cut.
  /// - Throws: what fails first, in the order of the pieces; no later piece is taken.
  func run(
    cut: () throws -> Piece?, work: (Piece) -> Void, take: (Piece) throws -> Void
  ) throws {
    withoutActuallyEscaping(cut) { cut in
      withoutActuallyEscaping(work) { work in
        withoutActuallyEscaping(take) { take in
          // `cut` is called only while `cutting` is held, `take` only by the thread that has set
          // `isTaking`; `work` gets a piece that nobody else has, and the caller promises that it
          // shares nothing else that changes.
          nonisolated(unsafe) let (cut, work, take) = (cut, work, take)
          DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while step(cut, work, take) {}
          }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// One piece; false if there is none left.
  private func step(
    _ cut: () throws -> Piece?, _ work: (Piece) -> Void, _ take: (Piece) throws -> Void
  ) -> Bool {
    places.wait()
    let next = cutting.withLock { _ -> (number: Int, piece: Result<Piece, any Error>)? in
      guard !state.withLock({ $0.isOver }) else { return nil }
      let piece: Result<Piece, any Error>
      do {
        guard let next = try cut() else {
          state.withLock { $0.isOver = true }
          return nil
        }
        piece = .success(next)
      } catch {
        piece = .failure(error)
      }
      let number = state.withLock { state in
        defer { state.nextPiece += 1 }
        if case .failure = piece { state.isOver = true }
        return state.nextPiece
      }
      return (number, piece)
    }
    guard let next else {
      places.signal()
      return false
    }
    if case .success(let piece) = next.piece { work(piece) }
    state.withLock { $0.waiting[next.number] = next.piece }
    while let piece = nextFinished() { finish(piece, take) }
    return true
  }

  /// The piece whose turn it is, if it is finished and no other thread is taking one.
  private func nextFinished() -> Result<Piece, any Error>? {
    state.withLock { state in
      guard !state.isTaking, let piece = state.waiting.removeValue(forKey: state.nextTaken)
      else { return nil }
      state.isTaking = true
      return piece
    }
  }

  private func finish(_ piece: Result<Piece, any Error>, _ take: (Piece) throws -> Void) {
    var failure: (any Error)?
    if state.withLock({ $0.failure == nil }) {
      do {
        try take(piece.get())
      } catch {
        failure = error
      }
    }
    state.withLock { state in
      state.isTaking = false
      state.nextTaken += 1
      guard let failure else { return }
      state.failure = failure
      state.isOver = true
    }
    places.signal()
  }
}
