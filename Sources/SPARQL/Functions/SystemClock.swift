internal import RDF

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The clock that `NOW` reads.
enum SystemClock {
  /// The present to the millisecond, in UTC.
  static var now: XSDDateTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    let seconds = XSDDecimal(XSDInteger(milliseconds), scale: 3)
    do { return try XSDDateTime(secondsSince1970: seconds) } catch {
      preconditionFailure("a clock of 64 bits in milliseconds stays within the years of XSD")
    }
  }
}
