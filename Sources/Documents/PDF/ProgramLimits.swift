/// Bounds on the programs of other makers that readers run.
public struct ProgramLimits: Hashable, Sendable {
  /// Longest run in seconds of an empty file; a run is ended when it takes longer.
  public var seconds: Double
  /// Seconds added for each megabyte (2²⁰ bytes) of the file.
  public var secondsPerMegabyte: Double
  /// Most bytes that a program may write.
  public var outputBytes: Int
  /// Most bytes of address space that a program may take, where the system can bound it.
  public var memoryBytes: Int

  /// Bounds that no honest document reaches.
  public init(
    seconds: Double = 60, secondsPerMegabyte: Double = 2, outputBytes: Int = 128 << 20,
    memoryBytes: Int = 2 << 30
  ) {
    self.seconds = seconds
    self.secondsPerMegabyte = secondsPerMegabyte
    self.outputBytes = outputBytes
    self.memoryBytes = memoryBytes
  }

  /// The time in seconds that a run on a file of so many bytes may take.
  func seconds(forBytes count: Int) -> Double {
    seconds + secondsPerMegabyte * Double(count) / Double(1 << 20)
  }
}
