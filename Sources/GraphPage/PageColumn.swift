/// A column of numbers as the page's program reads it: `{"u16":"…"}`, the name of the number type
/// and its little-endian bytes in base64.
enum PageColumn {
  /// Writes whole numbers from 0 in the narrowest type that holds them all.
  static func write(_ values: [Int], to out: inout PageBytes) {
    let largest = values.max() ?? 0
    precondition((values.min() ?? 0) >= 0, "a column of whole numbers begins at 0")
    if largest <= UInt8.max {
      write("u8", values.map { UInt8($0) }, to: &out)
    } else if largest <= UInt16.max {
      write("u16", values.map { UInt16($0) }, to: &out)
    } else {
      write("u32", values.map { UInt32($0) }, to: &out)
    }
  }

  /// Writes numbers in single precision.
  static func write(_ values: [Double], to out: inout PageBytes) {
    write("f32", values.map { Float($0).bitPattern }, to: &out)
  }

  private static func write<Number: FixedWidthInteger>(
    _ type: StaticString, _ values: [Number], to out: inout PageBytes
  ) {
    out.markup("{\"")
    out.markup(type)
    out.markup("\":\"")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * Number.bitWidth / 8)
    for value in values {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> Number(shift)))
      }
    }
    out.base64(bytes)
    out.markup("\"}")
  }
}
