import Notes

/// Reasons that are not indented far enough to stand under their option: under `10.` it takes four
/// columns.
enum ReasonSlips {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var item: ItemLine?
    for (index, line) in source.lines.enumerated() {
      let text = line.text.trimmed
      if let next = ItemLine(line.text) {
        item = next.text.hasPrefix("[") ? next : nil
        continue
      }
      guard let option = item, text.hasPrefix(">"), !text.hasPrefix("> [!") else {
        if text.isEmpty || !line.text.hasPrefix(" ") { item = text.isEmpty ? item : nil }
        continue
      }
      let indent = line.text.prefix { $0 == " " }.count
      // What stands at the margin behind the last option is none of its reasons.
      guard indent > 0 || isBetween(index, in: source), indent < option.marker.count else {
        continue
      }
      let pad = String(repeating: " ", count: option.marker.count)
      found.append(
        Diagnostic(
          line: line.number, column: indent + 1,
          "this reason is indented by \(indent) columns, and under \"\(option.marker.trimmed)\" it "
            + "takes \(option.marker.count)",
          remedy: "write \"\(pad)\(text)\""))
    }
    return found
  }

  /// Whether options come behind a line of a quote.
  private static func isBetween(_ index: Int, in source: QuestionSource) -> Bool {
    let next = source.lines[(index + 1)...].first {
      !$0.text.trimmed.isEmpty && !$0.text.hasPrefix(">")
    }
    return next.flatMap { ItemLine($0.text) }?.hasBox == true
  }
}
