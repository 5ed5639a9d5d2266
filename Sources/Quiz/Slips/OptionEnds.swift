import Notes

/// Options that are told apart by how they begin or end, whatever they say: what is right alone ends with a sign,
/// `the weights.`, or begins with a capital.
enum OptionEnds {
  private static let signs = ".!?;,:\u{2026}"

  /// Those of options that are words: of one wrong option it may be chance.
  static func find(_ options: [ToldOptions.Option]) -> [Diagnostic] {
    guard options.count(where: { !$0.isRight }) > 1, options.contains(where: \.isRight) else {
      return []
    }
    let ended = alone(options, "what is right alone ends with this sign", bare)
    if !ended.isEmpty { return ended }
    let open = openAlone(options)
    return open.isEmpty ? capitals(options) : open
  }

  private static func alone(
    _ options: [ToldOptions.Option], _ message: String, _ read: (String) -> String?
  ) -> [Diagnostic] {
    ToldOptions.ofRightAlone(options, read) { _ in true }.map { told($0, message, $1) }
  }

  private static func told(
    _ option: ToldOptions.Option, _ message: String, _ text: String
  ) -> Diagnostic {
    Diagnostic(
      line: option.line, column: option.item.column, "\(message), so that it is seen at once",
      remedy: "write \(option.item.marker)[x] \(text)"
    ).warned
  }

  /// A text without the signs of a sentence at its end; nil where it has none. What a sign ends that is no word, as
  /// `e.g.` and `0!`, has it for its own.
  private static func bare(_ text: String) -> String? {
    var rest = text[...]
    while let last = rest.last, signs.contains(last) || last == " " { rest.removeLast() }
    guard rest.count < text.count, let word = rest.split(separator: " ").last,
      word.count(where: \.isLetter) > 2, !word.contains(where: { signs.contains($0) })
    else { return nil }
    return String(rest)
  }

  /// What is wrong ends with one sign in all options, and what is right does not.
  private static func openAlone(_ options: [ToldOptions.Option]) -> [Diagnostic] {
    let wrong = options.filter { !$0.isRight }
    let right = options.filter(\.isRight)
    let ends = Set(wrong.map { bare($0.text) == nil ? nil : $0.text.last })
    guard ends.count == 1, let sign = ends.first ?? nil,
      right.allSatisfy({ $0.text.last.map { $0.isLetter } ?? false })
    else { return [] }
    return right.map { told($0, "what is right alone ends without this sign", "\($0.text)\(sign)") }
  }

  /// What is right alone begins with a capital, in a word that others begin with too, so that it is no name.
  private static func capitals(_ options: [ToldOptions.Option]) -> [Diagnostic] {
    let words = Set(options.filter { !$0.isRight }.map { first(of: $0.text) })
    guard words.allSatisfy({ $0.first?.isLowercase == true }) else { return [] }
    return alone(options, "what is right alone begins with a capital") { text in
      let word = first(of: text)
      guard word.first?.isUppercase == true, text != text.uppercased(),
        words.contains(word.lowercased())
      else { return nil }
      return word.lowercased() + text.dropFirst(word.count)
    }
  }

  private static func first(of text: String) -> String { String(text.prefix { $0 != " " }) }
}
