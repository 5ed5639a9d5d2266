/// The title of a lesson that is a question itself, as lists may show it: no further than it asks, for what stands behind
/// may be the answer, `## Which makes shares? softmax`.
enum AskedTitle {
  /// So many lines below its heading the comment of a question stands at most.
  private static let lines = 3
  private static let brackets: [Character: Character] = [
    ")": "(", "]": "[", "\u{FF09}": "\u{FF08}",
  ]

  /// As far as a title asks; nil where that is all of it, or no question begins there.
  ///
  /// - Parameter end: where its heading ends in the file.
  static func shown(_ title: String, _ bytes: [UInt8], _ end: Int) -> String? {
    guard let mark = title.lastIndex(where: { $0 == "?" || $0 == "\u{FF1F}" }),
      let asked = asked(title, mark), asked != title, isQuestion(bytes, end)
    else { return nil }
    return asked
  }

  private static func asked(_ title: String, _ mark: String.Index) -> String? {
    let asked = String(title[...mark])
    guard title[mark...].dropFirst().allSatisfy({ $0.isWhitespace }) else { return asked }
    let before = String(title[..<mark]).trimmed
    guard let last = before.last, let open = brackets[last], let start = before.lastIndex(of: open),
      case let words = String(before[..<start]).trimmed, words.contains(where: \.isLetter)
    else { return nil }
    return words + String(title[mark])
  }

  private static func isQuestion(_ bytes: [UInt8], _ end: Int) -> Bool {
    let rest = bytes[min(end, bytes.count)...].prefix(QuizComment.longest)
    return rest.split(separator: 0x0A, maxSplits: lines + 1, omittingEmptySubsequences: false)
      .dropFirst().prefix(lines).contains { line in
        QuizComment.mayStand(in: line) && QuizComment(String(decoding: line, as: UTF8.self)) != nil
      }
  }
}
