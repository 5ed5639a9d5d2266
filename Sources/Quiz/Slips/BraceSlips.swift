import Notes

/// Parameters in one pair of braces, as other tools have them: `{q}`, `${q}`, `<q>`.
enum BraceSlips {
  static func find(in source: QuestionSource, _ section: QuestionSection) -> [Diagnostic] {
    let names = section.directive.parameters.map(\.name)
    guard !names.isEmpty else { return [] }
    return source.linesWithoutCode {
      $0.text.utf8.count <= ForeignGaps.longest && hasOne($0)
    }.flatMap { line -> [Diagnostic] in
      let text = Array(line.text)
      return names.compactMap { name in
        if let column = tag(name, in: line.text) {
          return Diagnostic(
            line: line.number, column: column, "<\(name)> is read as a tag of HTML, and not shown",
            remedy: "write {{\(name)}}")
        }
        let wanted = Array("{\(name)}")
        guard text.count >= wanted.count,
          let start = (0...text.count - wanted.count).first(where: { start in
            text[start..<start + wanted.count].elementsEqual(wanted)
              && isBare(text, start, start + wanted.count)
          })
        else { return nil }
        let column = start > 0 && text[start - 1] == "$" ? start : start + 1
        return Diagnostic(
          line: line.number, column: column, "a value needs two pairs of braces",
          remedy: "write {{\(name)}}; for braces as they are, code")
      }
    }
  }

  /// The column of a parameter between the signs of a tag.
  private static func tag(_ name: String, in text: String) -> Int? {
    text.firstRange(of: "<\(name)>").map {
      text.distance(from: text.startIndex, to: $0.lowerBound) + 1
    }
  }

  /// Whether a brace opens that has no other beside it, or a tag.
  private static func hasOne(_ line: QuestionSource.Line) -> Bool {
    if line.signs.contains("<"), line.signs.contains(">") { return true }
    guard line.signs.contains("{") else { return false }
    var (before, count): (UInt8, Int) = (0, 0)
    for byte in line.text.utf8 {
      if count == 1, byte != 0x7B { return true }
      count = byte == 0x7B ? (before == 0x7B ? 2 : 1) : 0
      before = byte
    }
    return false
  }

  /// Whether braces are neither doubled nor those of a formula.
  private static func isBare(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
    if end < text.count, text[end] == "}" { return false }
    guard start > 0 else { return true }
    let before = text[start - 1]
    return !"{\\_^}".contains(before) && !before.isLetter
  }
}
