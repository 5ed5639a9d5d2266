import Notes

/// `<details>` within a line, which folds nothing there: what stands in it would be shown.
enum InlineDetails {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode {
      $0.signs.contains("<") && $0.text.utf8.count <= ForeignGaps.longest
    }.compactMap { line in
      let lower = line.text.lowercased()
      // A length may change with the case, and then the places are not the same.
      guard lower.count == line.text.count, let open = lower.firstRange(of: "<details"),
        !lower[..<open.lowerBound].trimmed.isEmpty, lower[..<open.lowerBound].last != "\\"
      else { return nil }
      let column = lower.distance(from: lower.startIndex, to: open.lowerBound) + 1
      return Diagnostic(
        line: line.number, column: column,
        "within a line this folds nothing, and what stands in it is shown",
        remedy: remedy(line, before: column - 1, lower))
    }
  }

  private static func remedy(
    _ line: QuestionSource.Line, before count: Int, _ lower: String
  ) -> String {
    let whole = lower.firstRange(of: "</details>").map { end in
      line.text.dropFirst(count).prefix(
        lower.distance(from: lower.startIndex, to: end.upperBound) - count)
    }
    guard let whole, case let told = inner(of: String(whole)), !told.isEmpty else {
      return "write > [!NOTE] at the end of the question, and what it tells behind > below that"
    }
    if let item = line.item, item.hasBox {
      let indent = String(repeating: " ", count: item.marker.count)
      return "write \"\(indent)> \(told)\" on the line below in place of it"
    }
    return
      "write an empty line, > [!NOTE] and > \(told) at the end of the question in place of it"
  }

  /// What it would tell, without its summary.
  private static func inner(of details: String) -> String {
    guard let start = details.firstIndex(of: ">") else { return "" }
    var text = details[details.index(after: start)...]
    if let summary = text.lowercased().firstRange(of: "</summary>") {
      let lower = text.lowercased()
      text = text.dropFirst(lower.distance(from: lower.startIndex, to: summary.upperBound))
    }
    return text.prefix { $0 != "<" }.trimmed
  }
}
