import Notes

/// Options, steps and definitions that are the same but for a capital or a full stop: no reader can tell which is meant.
enum AlikeItems {
  /// A shorter text may be a sign or a short name, where capitals count: `Q` and `q`.
  private static let fewestLetters = 4

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, !OptionLooks.asksForSpelling(section) else { return [] }
    var seen: [String: String] = [:]
    return list.items.compactMap { item in
      guard let (number, line) = source.line(of: item), line.text.utf8.count <= ForeignGaps.longest,
        // In code and formulas each sign counts.
        !line.text.contains(where: { "`$".contains($0) })
      else { return nil }
      let pair = Pair(item.blocks)
      let text =
        (pair?.definition.plainText ?? item.blocks.filter { !$0.isQuote }.plainText).trimmed
      guard let key = bare(text), let first = seen.updateValue(text, forKey: key), first != text
      else { return nil }
      let what = pair != nil ? "definition" : list.isTasks ? "option" : "step"
      return Diagnostic(
        line: number, column: line.column,
        "this \(what) reads like another one, but for a capital or a full stop",
        remedy: "write other words for this one, or take it away"
      ).warned
    }
  }

  /// A text without what makes no other word of it; nil for one that is too short.
  private static func bare(_ text: String) -> String? {
    var text = text[...]
    while let last = text.last, ".!;,".contains(last) { text.removeLast() }
    let key = text.lowercased().trimmed
    return key.count(where: \.isLetter) < fewestLetters ? nil : key
  }
}
