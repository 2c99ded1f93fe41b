#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that lies in memory as far as it is read.
///
/// A class, because it owns the mapping and ends it. Unchecked, since the memory is never written.
final class MappedFile: @unchecked Sendable {
  let name: String
  let bytes: UnsafeRawBufferPointer
  /// Which file it is, whatever its name is given to later.
  let identity: FileIdentity?

  /// Maps a file.
  ///
  /// - Throws: ``SnapshotError`` if the system cannot.
  init(_ name: String) throws(SnapshotError) {
    self.name = name
    let descriptor = open(name, O_RDONLY)
    guard descriptor >= 0 else { throw SnapshotError(.system(errno), file: name) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SnapshotError(.system(errno), file: name)
    }
    let count = Int(status.st_size)
    identity = FileIdentity(descriptor)
    guard count >= SnapshotFormat.headerSize else {
      throw SnapshotError(.notASnapshot, file: name)
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw SnapshotError(.system(errno), file: name) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// The number of four or eight bytes at an offset that is a multiple of its size.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type) -> Number {
    bytes.load(fromByteOffset: offset, as: Number.self)
  }
}
