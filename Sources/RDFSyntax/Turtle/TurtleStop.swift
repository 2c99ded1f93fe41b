import Diagnostics
import RDF

/// Why the reading of a token ended before the token did.
enum TurtleStop: Error {
  /// The token may go on behind what is in memory; it is read again when there is more.
  case textEnds
  /// The token is wrong.
  indirect case mistake(TurtleMistake)
}

/// What is wrong in a text, and where in the part of it that is in memory.
struct TurtleMistake {
  var message: Message
  /// Offsets in bytes.
  var range: Range<Int>
}
