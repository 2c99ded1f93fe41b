import RDF

/// An expression that has been made ready to be asked for many solutions of one operator.
///
/// Common questions are answered from the bytes of a term: comparisons with a number or a date, tests
/// of a text, of a language. What they are not made for goes to the ``ExpressionEvaluator``.
struct FilterProgram {
  /// The answer for a row; nil for an error.
  typealias Answer = (_ batch: Batch, _ row: Int) throws -> Bool?

  private let context: ExecutionContext
  private let evaluator: ExpressionEvaluator

  private init(_ context: ExecutionContext, _ evaluator: ExpressionEvaluator) {
    self.context = context
    self.evaluator = evaluator
  }

  /// What answers an expression for all rows of a batch.
  static func compile(
    _ expression: PlanExpression, _ context: ExecutionContext, _ evaluator: ExpressionEvaluator
  ) -> RowSelection {
    let program = FilterProgram(context, evaluator)
    if let column = program.onlyColumn(of: expression),
      let look = program.languageLook(expression) ?? program.valueLook(expression)
    {
      return RowSelection(
        context, column: column, look: look, otherwise: program.answer(expression))
    }
    if let (column, test, memory) = program.columnTest(expression) {
      return RowSelection(
        context, column: column, memory: memory, test: test, otherwise: program.slow(expression))
    }
    return RowSelection(context, program.answer(expression))
  }

  /// The test that answers an expression of one variable, with the column of that.
  ///
  /// Answers are remembered where finding them is dear.
  private func columnTest(
    _ expression: PlanExpression
  ) -> (column: Int, test: Test, memory: AnswerMemory?)? {
    guard let column = onlyColumn(of: expression) else { return nil }
    if let test = languageTest(expression) ?? valueTest(expression) { return (column, test, nil) }
    return textTest(expression).map {
      (column, $0, AnswerMemory(count: context.storedTermCount + 1))
    }
  }

  private func answer(_ expression: PlanExpression) -> Answer {
    switch expression {
    case .and(let left, let right):
      let (first, second) = (answer(left), answer(right))
      return { batch, row in
        let a = try first(batch, row)
        if a == false { return false }
        let b = try second(batch, row)
        if b == false { return false }
        return a == nil || b == nil ? nil : true
      }
    case .or(let left, let right):
      let (first, second) = (answer(left), answer(right))
      return { batch, row in
        let a = try first(batch, row)
        if a == true { return true }
        let b = try second(batch, row)
        if b == true { return true }
        return a == nil || b == nil ? nil : false
      }
    case .not(let operand):
      let inner = answer(operand)
      return { batch, row in try inner(batch, row).map { !$0 } }
    case .comparison, .call:
      if let (column, test, memory) = columnTest(expression) {
        let own = answer(column, test, expression)
        return memory.map { remembered(column, own, $0) } ?? own
      }
      guard expression.isConstant, let column = onlyColumn(of: expression) else {
        return slow(expression)
      }
      return remembered(
        column, slow(expression), AnswerMemory(count: context.storedTermCount + 1))
    case .constant, .variable, .arithmetic, .unaryPlus, .negated, .isIn, .exists, .bound,
      .conditional, .coalesce, .function:
      return slow(expression)
    }
  }

  private func slow(_ expression: PlanExpression) -> Answer {
    { [evaluator] batch, row in try evaluator.truth(expression, batch, row) }
  }

  /// The column of the only variable of an expression; nil if there are more, or it is in none.
  private func onlyColumn(of expression: PlanExpression) -> Int? {
    let slots = expression.slots.slots
    guard slots.count == 1 else { return nil }
    return evaluator.column(slots[0])
  }

  /// What the bytes of a term say.
  enum Finding {
    case answer(Bool?)
    /// The bytes do not tell: the expression has to be asked.
    case unclear
  }

  /// What the bytes of a term in canonical form say.
  typealias Test = (Span<UInt8>) throws -> Finding

  private func answer(
    _ column: Int, _ test: @escaping Test, _ expression: PlanExpression
  ) -> Answer {
    let slow = slow(expression)
    return { [context] batch, row in
      let id = batch.columns[column][row]
      guard id != 0 else { return try slow(batch, row) }
      switch try context.withBytes(of: id, test) {
      case .answer(let answer): return answer
      case .unclear: return try slow(batch, row)
      }
    }
  }

  /// Remembers the answer for each term of the store: an expression of one variable has but one.
  private func remembered(
    _ column: Int, _ answer: @escaping Answer, _ memory: AnswerMemory
  ) -> Answer {
    { batch, row in
      let id = Int(batch.columns[column][row])
      if let known = memory.answer(id) { return known }
      let result = try answer(batch, row)
      memory.note(result, id)
      return result
    }
  }

  // MARK: - Looks

  /// What the note of a term says.
  typealias Look = (TermNote) -> Finding

  /// A comparison with a common literal.
  private func valueLook(_ expression: PlanExpression) -> Look? {
    guard case .comparison(let comparison, let left, let right) = expression else { return nil }
    switch (left, right) {
    case (.variable, .constant(let term)):
      guard let quick = Self.comparable(term)?.quick else { return nil }
      return { note in
        guard let own = note.quickValue, own.kind == quick.kind else { return .unclear }
        return .answer(Self.holds(comparison, own.value, quick.value))
      }
    case (.constant(let term), .variable):
      guard let quick = Self.comparable(term)?.quick else { return nil }
      return { note in
        guard let own = note.quickValue, own.kind == quick.kind else { return .unclear }
        return .answer(Self.holds(comparison, quick.value, own.value))
      }
    default: return nil
    }
  }

  /// What depends on nothing but the language.
  private func languageLook(_ expression: PlanExpression) -> Look? {
    guard let (wanted, isRange) = Self.language(of: expression) else { return nil }
    let tag = Array(wanted.utf8)
    if !isRange {
      guard let letters = TermNote.letters(tag.span) else { return nil }
      return { note in note.language.map { .answer($0 == letters) } ?? .unclear }
    }
    let (memory, range) = (LanguageMemory(), LanguageRange(wanted))
    return { note in
      note.language.map { .answer(memory.answer($0) { range.contains($0) }) } ?? .unclear
    }
  }

  // MARK: - Tests

  /// A comparison with a number, a date or a time.
  private func valueTest(_ expression: PlanExpression) -> Test? {
    guard case .comparison(let comparison, let left, let right) = expression else { return nil }
    switch (left, right) {
    case (.variable, .constant(let term)):
      guard let (value, quick) = Self.comparable(term) else { return nil }
      return { bytes in
        if let quick, let own = QuickValue(bytes), own.kind == quick.kind {
          return .answer(Self.holds(comparison, own.value, quick.value))
        }
        guard let own = LiteralBytes.value(bytes) else { return .unclear }
        return Self.finding(comparison, XSDValue.compare(own, value))
      }
    case (.constant(let term), .variable):
      guard let (value, quick) = Self.comparable(term) else { return nil }
      return { bytes in
        if let quick, let own = QuickValue(bytes), own.kind == quick.kind {
          return .answer(Self.holds(comparison, quick.value, own.value))
        }
        guard let own = LiteralBytes.value(bytes) else { return .unclear }
        return Self.finding(comparison, XSDValue.compare(value, own))
      }
    default: return nil
    }
  }

  private static func comparable(_ term: Term) -> (value: XSDValue, quick: QuickValue?)? {
    var bytes: [UInt8] = []
    CanonicalTerm.append(term, to: &bytes)
    return LiteralBytes.value(bytes.span).map { ($0, QuickValue(bytes.span)) }
  }

  private static func holds(
    _ comparison: Expression.Comparison, _ left: Int64, _ right: Int64
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .greater: left > right
    case .lessOrEqual: left <= right
    case .greaterOrEqual: left >= right
    }
  }

  private static func finding(
    _ comparison: Expression.Comparison, _ order: XSDComparison
  ) -> Finding {
    let answer =
      switch comparison {
      case .equal: order.isEqual
      case .notEqual: order.isEqual.map { !$0 }
      case .less: order.isLess
      case .greater: order.isGreater
      case .lessOrEqual: order.isLessOrEqual
      case .greaterOrEqual: order.isGreaterOrEqual
      }
    return answer.map { .answer($0) } ?? .unclear
  }

  /// `CONTAINS`, `STRSTARTS`, `STRENDS` and `REGEX` of the variable's text and a constant one.
  private func textTest(_ expression: PlanExpression) -> Test? {
    guard case .call(let function, let arguments) = expression, arguments.count >= 2,
      let (isString, foldsCase) = Self.text(arguments[0]),
      let wanted = Self.simpleText(arguments[1])
    else { return nil }
    switch function {
    case .contains where arguments.count == 2:
      let needle = Array(wanted.utf8)
      // Letters beyond ASCII are made small by rules that bytes do not tell.
      if foldsCase, !needle.allSatisfy({ $0 < 0x80 }) { return nil }
      let search = TextSearch(needle, foldsCase: foldsCase)
      func finding(_ text: Span<UInt8>) -> Finding {
        switch search.find(in: text) {
        case .found: .answer(true)
        case .missing: .answer(false)
        case .unclear: .unclear
        }
      }
      let whole = textTest(isString: isString, finding)
      guard !needle.contains(where: { Self.canBeEscaped($0) }) else { return whole }
      // What holds nothing that is ever escaped stands in a text as it is, if it is there.
      return { bytes in
        guard let end = LiteralBytes.endOfText(bytes),
          isString || LiteralBytes.isText(bytes, end: end)
        else { return .unclear }
        switch search.find(in: bytes.extracting(1..<end)) {
        case .missing: return .answer(false)
        case .found, .unclear: return try whole(bytes)
        }
      }
    case .regex where !foldsCase:
      var flags = ""
      if arguments.count > 2 {
        guard let given = Self.simpleText(arguments[2]) else { return nil }
        flags = given
      }
      let expression: RegularExpression
      do throws(ExpressionError) {
        expression = try context.functions.regularExpression(wanted, flags: flags)
      } catch {
        return nil
      }
      return textTest(isString: isString) { text in .answer(try expression.matches(text)) }
    default: return nil
    }
  }

  /// Whether a byte may stand in canonical form as an escape.
  private static func canBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte >= 0x80 || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "\\")
  }

  /// A test of the text of a literal; with `isString` that of any literal counts, as `STR` has it.
  private func textTest(isString: Bool, _ test: @escaping Test) -> Test {
    let unescaped = TextBuffer()
    return { bytes in
      guard let end = LiteralBytes.endOfText(bytes),
        isString || LiteralBytes.isText(bytes, end: end)
      else { return .unclear }
      let text = bytes.extracting(1..<end)
      guard LiteralBytes.hasEscape(text) else { return try test(text) }
      return try unescaped.test(text, test)
    }
  }

  /// Room for a text without its escapes.
  ///
  /// A class, so that a closure can use it again and again.
  private final class TextBuffer {
    private var bytes: [UInt8] = []

    func test(_ text: Span<UInt8>, _ test: Test) throws -> Finding {
      var room = bytes
      bytes = []
      room.removeAll(keepingCapacity: true)
      CanonicalTerm.appendUnescaped(text, to: &room)
      defer { bytes = room }
      return try test(room.span)
    }
  }

  /// Whether an expression is the variable, or its `STR`, and whether in small letters.
  private static func text(
    _ expression: PlanExpression
  ) -> (isString: Bool, foldsCase: Bool)? {
    switch expression {
    case .variable: (false, false)
    case .call(.str, let arguments):
      if case .variable? = arguments.first { (true, false) } else { nil }
    case .call(.lowerCase, let arguments):
      arguments.first.flatMap { text($0) }.map { ($0.isString, true) }
    default: nil
    }
  }

  private static func simpleText(_ expression: PlanExpression) -> String? {
    guard case .constant(.literal(let literal)) = expression, literal.datatype == XSD.string else {
      return nil
    }
    return literal.lexicalForm
  }

  /// What depends on nothing but the language of the variable.
  private func languageTest(_ expression: PlanExpression) -> Test? {
    guard let (wanted, isRange) = Self.language(of: expression) else { return nil }
    let range = LanguageRange(wanted)
    return { bytes in
      guard let end = LiteralBytes.endOfText(bytes) else { return .answer(nil) }
      let tag = String(copying: bytes.extracting(LiteralBytes.language(bytes, end: end)))
      return .answer(isRange ? range.contains(tag) : tag.utf8.elementsEqual(wanted.utf8))
    }
  }

  /// The language, or with `isRange` the range of languages, that the variable's is compared with;
  /// nil for other expressions.
  private static func language(
    of expression: PlanExpression
  ) -> (wanted: String, isRange: Bool)? {
    switch expression {
    case .comparison(.equal, .call(.lang, let arguments), let other):
      guard case .variable? = arguments.first else { return nil }
      return simpleText(other).map { ($0, false) }
    case .call(.langMatches, let arguments):
      guard arguments.count == 2, case .call(.lang, let inner) = arguments[0],
        case .variable? = inner.first
      else { return nil }
      return simpleText(arguments[1]).map { ($0, true) }
    default: return nil
    }
  }
}

extension PlanExpression {
  /// Whether the value for a term is always the same.
  fileprivate var isConstant: Bool {
    switch self {
    case .exists: false
    case .call(let function, let list):
      switch function {
      case .rand, .uuid, .strUUID, .bnode: false
      default: list.allSatisfy(\.isConstant)
      }
    case .constant, .variable, .bound: true
    case .or(let a, let b), .and(let a, let b), .comparison(_, let a, let b),
      .arithmetic(_, let a, let b):
      a.isConstant && b.isConstant
    case .not(let a), .unaryPlus(let a), .negated(let a): a.isConstant
    case .isIn(let a, let list): a.isConstant && list.allSatisfy(\.isConstant)
    case .conditional(let a, let b, let c): a.isConstant && b.isConstant && c.isConstant
    case .coalesce(let list), .function(_, let list): list.allSatisfy(\.isConstant)
    }
  }
}
