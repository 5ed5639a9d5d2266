import Notes

/// Reasons behind the words of the right options alone, as in `- [x] weights -- they sum to 1`: they are shown
/// with these, and mark them. Where each option has such words they are a part of it.
enum LoneReasons {
  private static let signs = [" -- ", " --- ", " // ", " \u{2013} ", " \u{2014} "]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks, list.items.count > 1 else { return [] }
    let all: [(line: (number: Int, item: ItemLine), parts: (option: String, reason: String)?)?] =
      list.items.map { item in
        source.line(of: item).map { line in
          // Who writes a reason as it is to be written means the rest.
          (line: line, parts: item.blocks.contains(where: \.isQuote) ? nil : parts(line.item))
        }
      }
    let lines = all.compactMap(\.self)
    let told = zip(list.items, lines).filter { $1.1 != nil }
    guard lines.count == list.items.count, !told.isEmpty, told.count < lines.count,
      told.count == list.items.count(where: { $0.task == true }),
      told.allSatisfy({ $0.0.task == true })
    else { return [] }
    return lines.compactMap { line, parts in parts.map { slip(at: line.number, line.item, $0) } }
  }

  private static func slip(
    at number: Int, _ item: ItemLine, _ parts: (option: String, reason: String)
  ) -> Diagnostic {
    let pad = String(repeating: " ", count: item.marker.count)
    return Diagnostic(
      line: number, column: item.column + parts.option.count,
      "this reason is shown with the option, and marks it as the right one",
      remedy: "write \"\(item.marker)\(parts.option)\" and below it \"\(pad)> \(parts.reason)\""
    )
    // An option may be a sentence with a dash.
    .warned
  }

  /// An option with its box, and the reason behind it; nil where there is none.
  private static func parts(_ item: ItemLine) -> (option: String, reason: String)? {
    let text = String(item.text)
    let shown = text.withoutCode
    guard item.hasBox, text.utf8.count <= ForeignGaps.longest, shown.count == text.count,
      let (sign, place) = signs.lazy.compactMap({ sign in
        shown.firstRange(of: sign).map { (sign, $0) }
      }).first,
      // Those of two set something off between them.
      shown[place.upperBound...].firstRange(of: sign) == nil
    else { return nil }
    let count = shown.distance(from: shown.startIndex, to: place.lowerBound)
    let option = String(text.prefix(count)).trimmed
    let reason = String(text.dropFirst(count + sign.count)).trimmed
    // One word is another name, and no reason.
    let words = reason.split(separator: " ").filter { $0.contains(where: \.isLetter) }
    guard option.dropFirst(4).contains(where: { $0.isLetter || $0.isNumber }), words.count > 1
    else { return nil }
    return (option, reason)
  }
}
