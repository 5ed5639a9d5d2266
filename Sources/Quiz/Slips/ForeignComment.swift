import Notes

/// A comment with another word for `quiz`, as in `<!-- question -->`: none of ours, unless what stands below it
/// is a question.
struct ForeignComment {
  private static let words: Set = ["question", "questions", "flashcard", "mcq", "cloze"]
  /// What may be said of other things, such as a list of what is to be done.
  private static let others: Set = ["test", "exam", "exercise", "task"]

  /// As it ought to be written.
  let right: String
  private let isOther: Bool

  /// Reads a block of HTML; nil where it is no such comment.
  init?(_ html: String) {
    let text = html.trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    let parts = text.dropFirst(4).dropLast(3).split(whereSeparator: \.isWhitespace)
    guard let word = parts.first.map({ $0.lowercased().filter { $0 != ":" } }),
      Self.words.contains(word) || Self.others.contains(word),
      parts.dropFirst().allSatisfy({ $0.contains("=") })
    else { return nil }
    isOther = Self.others.contains(word)
    right =
      "<!-- " + (["quiz"] + parts.dropFirst().map(String.init)).joined(separator: " ") + " -->"
  }

  /// Whether the blocks below it are a question's: options of which one is ticked, pairs, answer marks.
  func asks(_ blocks: ArraySlice<Block>, _ marks: Marks) -> Bool {
    blocks.contains { block in
      if let list = block.list {
        let ticks = list.items.count { $0.task == true }
        if list.start != nil, ticks == 1 { return true }
        if !isOther, ticks > 0 || Pair.isList(list) { return true }
      }
      return !isOther && block.hasBlank(marks)
    }
  }

  /// Whether one may stand in a text.
  static func mayStand<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes) -> Bool
  where Bytes.Index == Int {
    var at = bytes.startIndex
    while at + 4 < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "!"),
        bytes[at + 2] == UInt8(ascii: "-")
      {
        let rest = bytes[(at + 3)...].prefix(40).drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
        let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
        let word = String(decoding: letters, as: UTF8.self).lowercased()
        if words.contains(word) || others.contains(word) { return true }
      }
      at += 1
    }
    return false
  }
}
