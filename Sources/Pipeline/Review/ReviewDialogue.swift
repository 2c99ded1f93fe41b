public import Diagnostics

/// Asks a person about one matter after another and keeps every answer at once.
public struct ReviewDialogue {
  private let language: MessageLanguage
  private let read: () -> String?
  private let write: (String) -> Void
  private let edit: (String) throws -> String?
  private let record: (String) throws -> Void
  private let yaml: (ReviewItem, Answer) -> String?

  /// What a person may answer.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case yes
    case no
  }

  /// A dialogue.
  ///
  /// - Parameters:
  ///   - language: what the dialogue speaks.
  ///   - read: gives the next line typed, without its end; nil when there are no more.
  ///   - write: shows a text.
  ///   - edit: lets a person change a text; nil if the person gives up.
  ///   - yaml: the decision that an answer makes; nil if it makes none.
  ///   - record: keeps a decision.
  public init(
    language: MessageLanguage, read: @escaping () -> String?, write: @escaping (String) -> Void,
    edit: @escaping (String) throws -> String?,
    yaml: @escaping (ReviewItem, Answer) -> String?, record: @escaping (String) throws -> Void
  ) {
    self.language = language
    self.read = read
    self.write = write
    self.edit = edit
    self.yaml = yaml
    self.record = record
  }

  /// Asks about all matters, in their order.
  ///
  /// - Returns: how many were answered.
  /// - Throws: what `record` and `edit` throw, except a ``PipelineError`` of bad input: it is shown and
  ///   the matter asked again.
  public func run(_ items: [ReviewItem]) throws -> Int {
    var answered = 0
    for (number, item) in items.enumerated() {
      write("\n\(number + 1)/\(items.count)  \(item.text(in: language))")
      asking: while true {
        write(prompt(for: item))
        guard let line = read() else { return answered }
        let key = line.drop(while: \.isWhitespace).first?.lowercased()
        switch key {
        case "q": return answered
        case "s": break asking
        case "y", "n":
          guard let decision = yaml(item, key == "y" ? .yes : .no) else {
            write("\(unavailable.text(in: language))\n")
            continue
          }
          if try keep(decision) {
            answered += 1
            break asking
          }
        case "e":
          guard let decision = try edit(draft(of: item)), Self.saysSomething(decision) else {
            continue
          }
          if try keep(decision) {
            answered += 1
            break asking
          }
        default: continue
        }
      }
    }
    return answered
  }

  /// Keeps a decision; false if it has a mistake, which is shown.
  private func keep(_ decision: String) throws -> Bool {
    do {
      try record(decision)
      return true
    } catch let error as PipelineError where error.kind == .badInput {
      write("\(error.message.text(in: language))\n")
      return false
    }
  }

  /// Whether a text is more than comments.
  private static func saysSomething(_ yaml: String) -> Bool {
    yaml.split(whereSeparator: \.isNewline).contains { line in
      let first = line.first { !$0.isWhitespace }
      return first != nil && first != "#"
    }
  }

  private func draft(of item: ReviewItem) -> String {
    let comment = item.question.text(in: language).split(whereSeparator: \.isNewline)
      .map { "# \($0)\n" }.joined()
    return comment + (yaml(item, .yes) ?? yaml(item, .no) ?? "")
  }

  private func prompt(for item: ReviewItem) -> String {
    let yesNo = (item.yes == nil ? "" : "[y] ") + (item.no == nil ? "" : "[n] ")
    return Message(
      en: "\(yesNo)[s]kip [e]dit [q]uit > ",
      id: "\(yesNo)[s] lewati [e] sunting [q] selesai > "
    ).text(in: language)
  }

  private var unavailable: Message {
    Message(
      en: "there is no such answer here; [e] lets you write a decision",
      id: "jawaban itu tidak ada di sini; [e] untuk menulis keputusan")
  }
}
