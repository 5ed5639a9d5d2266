import Notes

/// Options that stand inside of another one, being indented further: their boxes would be shown with it.
enum NestedOptions {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    let boxed = source.lines.compactMap { line in
      line.item.flatMap { $0.hasBox ? (line, $0) : nil }
    }
    guard let first = boxed.first, case let margin = indent(of: first.1) else { return [] }
    return boxed.dropFirst().compactMap { line, item in
      guard indent(of: item) > margin + 1 else { return nil }
      let right = String(repeating: " ", count: margin) + item.marker.trimmed
      return Diagnostic(
        line: line.number, column: item.column,
        "this option is indented, and so a part of the one above it",
        remedy: "write \(right) \(item.text.trimmed)\(margin == 0 ? " at the margin" : "")")
    }
  }

  private static func indent(of item: ItemLine) -> Int { item.marker.prefix { $0 == " " }.count }
}
