/// Why the program ends without success.
struct CommandError: Error {
  /// The exit status: 1 wrong checksum, 2 unusable arguments, 74 output failed.
  var status: Int32
  var message: String
}
