internal import CPCRE2

/// A regular expression of XPath, run by PCRE2
/// ([XPath Functions 3.1 §5.6](https://www.w3.org/TR/xpath-functions-31/#string.match)).
///
/// A class, because it owns compiled code and a place for matches; so it belongs to one thread.
package final class RegularExpression {
  /// What a regular expression is compiled from.
  struct Source: Hashable {
    let pattern: String
    let flags: String
  }

  /// How many steps a match may take: some tenths of a second.
  package static let mostSteps = 1_000_000
  /// How much memory a match may take, in KiB.
  private static let mostMemory: UInt32 = 64 << 10

  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let matchContext: OpaquePointer
  private let flags: RegularExpressionFlags
  private let groupCount: Int

  /// - Throws: ``ExpressionError/pattern(_:)``.
  init(_ source: Source) throws(ExpressionError) {
    do throws(RegularExpressionError) {
      flags = try RegularExpressionFlags(source.flags)
      var translation = RegularExpressionTranslation(source.pattern, flags: flags)
      let pattern = try translation.run()
      groupCount = translation.groupCount
      code = try Self.compile(pattern, flags)
    } catch {
      throw .pattern(error)
    }
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_create_8(nil)
    else {
      pcre2_code_free_8(code)
      throw .pattern(.tooLarge)
    }
    matchData = data
    matchContext = context
    pcre2_set_match_limit_8(context, UInt32(Self.mostSteps))
    pcre2_set_heap_limit_8(context, Self.mostMemory)
    // Where the processor has no compiler in PCRE2, the interpreter does the work.
    _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
  }

  deinit {
    pcre2_match_context_free_8(matchContext)
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
  }

  private static func compile(
    _ pattern: String, _ flags: RegularExpressionFlags
  ) throws(RegularExpressionError) -> OpaquePointer {
    guard let context = pcre2_compile_context_create_8(nil) else { throw .tooLarge }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    var options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
    options |= PCRE2_NEVER_BACKSLASH_C
    if flags.ignoresCase { options |= PCRE2_CASELESS }
    if flags.matchesLines { options |= PCRE2_MULTILINE }
    if flags.dotMatchesAll { options |= PCRE2_DOTALL }
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    // The translation is what PCRE2 takes; it can only be too much of it.
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, context) else {
      throw .tooLarge
    }
    return code
  }

  /// Whether a part of the text matches.
  ///
  /// - Throws: ``ExpressionError/tooMuchBacktracking(limit:)``.
  package func matches(_ text: String) throws(ExpressionError) -> Bool {
    var text = text
    return try text.withUTF8 { bytes in
      Result { () throws(ExpressionError) in try match(bytes, from: 0) }
    }.get()
  }

  /// Whether a part of a text in well-formed UTF-8 matches.
  ///
  /// - Throws: ``ExpressionError/tooMuchBacktracking(limit:)``.
  package func matches(_ text: Span<UInt8>) throws(ExpressionError) -> Bool {
    try text.withUnsafeBufferPointer { bytes in
      Result { () throws(ExpressionError) in try match(bytes, from: 0) }
    }.get()
  }

  /// The text with each match, from left to right, replaced
  /// ([XPath Functions 3.1 §5.6.4](https://www.w3.org/TR/xpath-functions-31/#func-replace)).
  ///
  /// `$n` of the replacement is what the n-th pair of parentheses matched.
  /// - Throws: ``ExpressionError/pattern(_:)`` if the expression matches the empty text, and for the
  ///   replacement; ``ExpressionError/tooMuchBacktracking(limit:)``.
  package func replacing(
    in text: String, with replacement: String
  ) throws(ExpressionError) -> String {
    if try matches("") { throw .pattern(.matchesNothing) }
    let parts: [RegularExpressionReplacement]
    do throws(RegularExpressionError) {
      parts = try RegularExpressionReplacement.parts(
        of: replacement, groupCount: groupCount, isLiteral: flags.isLiteral)
    } catch {
      throw .pattern(error)
    }
    var text = text
    return try text.withUTF8 { bytes in
      Result { () throws(ExpressionError) in try replacing(in: bytes, with: parts) }
    }.get()
  }

  private func replacing(
    in text: UnsafeBufferPointer<UInt8>, with parts: [RegularExpressionReplacement]
  ) throws(ExpressionError) -> String {
    var result: [UInt8] = []
    var copied = 0
    var position = 0
    while position <= text.count, try match(text, from: position) {
      guard let whole = range(ofGroup: 0) else { break }
      result.append(contentsOf: text[copied..<whole.lowerBound])
      for part in parts {
        switch part {
        case .text(let bytes): result.append(contentsOf: bytes)
        case .group(let group):
          if let range = range(ofGroup: group) { result.append(contentsOf: text[range]) }
        }
      }
      copied = whole.upperBound
      position = whole.upperBound
      // An anchor or a boundary may match nothing within a text; the search goes on behind the next
      // character.
      if whole.isEmpty {
        position += 1
        while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
      }
    }
    result.append(contentsOf: text[copied...])
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that a pair of parentheses matched; nil if it took no part.
  private func range(ofGroup group: Int) -> Range<Int>? {
    guard let offsets = pcre2_get_ovector_pointer_8(matchData) else { return nil }
    let (start, end) = (offsets[2 * group], offsets[2 * group + 1])
    // PCRE2 marks what is unset by the largest number.
    guard start <= end, start != Int(bitPattern: UInt.max) else { return nil }
    return start..<end
  }

  private func match(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(ExpressionError) -> Bool {
    // An empty text may have no address.
    var nothing: UInt8 = 0
    let status = withUnsafePointer(to: &nothing) { nothing in
      let subject = text.baseAddress ?? nothing
      func run(_ options: UInt32) -> Int32 {
        pcre2_match_8(
          code, subject, text.count, start, options | PCRE2_NO_UTF_CHECK, matchData, matchContext)
      }
      let status = run(0)
      // The interpreter keeps its state on the heap, where there is more room.
      return status == PCRE2_ERROR_JIT_STACKLIMIT ? run(PCRE2_NO_JIT) : status
    }
    if status >= 0 { return true }
    if status == PCRE2_ERROR_NOMATCH { return false }
    throw .tooMuchBacktracking(limit: Self.mostSteps)
  }
}
