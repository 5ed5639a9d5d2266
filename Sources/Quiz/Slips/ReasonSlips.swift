import Notes

/// Reasons that are not indented far enough to stand under their option: under `10.` it takes four
/// columns.
enum ReasonSlips {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var item: ItemLine?
    for line in source.lines {
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
      guard indent > 0, indent < option.marker.count else { continue }
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
}
