import Notes

/// A comment with another word for `quiz`, as in `<!-- question -->`: none of ours, unless what stands below it
/// is a question.
struct ForeignComment {
  private static let words: Set = ["question", "questions", "flashcard", "mcq", "cloze", "/quiz"]
  /// What may be said of other things, such as a list of what is to be done.
  private static let others: Set = ["test", "exam", "exercise", "task"]

  /// A word that stands further behind is not looked for.
  private static let longest = 120

  /// As it ought to be written.
  let right: String
  private let isOther: Bool

  /// Reads a block of HTML; nil where it is no such comment. Its word may stand anywhere among settings.
  init?(_ html: String) {
    let text = html.trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7 else { return nil }
    let parts = text.dropFirst(4).dropLast(3).split(whereSeparator: \.isWhitespace)
    let names = parts.filter { !$0.contains("=") }
    guard names.count == 1, let word = names.first.map({ $0.lowercased().filter { $0 != ":" } }),
      Self.words.contains(word) || Self.others.contains(word)
    else { return nil }
    isOther = Self.others.contains(word)
    let settings = parts.filter { $0.contains("=") }.map(String.init)
    right = "<!-- " + (["quiz"] + settings).joined(separator: " ") + " -->"
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
        let text = bytes[(at + 3)...].prefix(longest).prefix {
          $0 != 0x0A && $0 != UInt8(ascii: ">")
        }
        let found = String(decoding: text, as: UTF8.self).lowercased()
          .split { !$0.isLetter && $0 != "/" }.map(String.init)
        if found.contains(where: { words.contains($0) || others.contains($0) }) { return true }
      }
      at += 1
    }
    return false
  }
}
