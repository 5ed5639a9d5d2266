import Notes

/// A matrix whose rows are not equally long, as it could be written.
enum RaggedRows {
  /// No longer text is written out.
  private static let longest = 120

  /// The rows of a text with zeros at the ends of those that are shorter; nil where they stand in brackets or commas.
  static func filled(_ text: String) -> String? {
    guard text.utf8.count <= longest, !text.contains(where: { "[](),".contains($0) }) else {
      return nil
    }
    let rows = text.split(whereSeparator: { ";\n".contains($0) })
      .map { $0.split(separator: " ").map(String.init) }
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      (row + Array(repeating: "0", count: width - row.count)).joined(separator: " ")
    }.joined(separator: "; ")
  }
}
