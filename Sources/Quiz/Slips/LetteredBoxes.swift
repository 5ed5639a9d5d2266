import Notes

/// Boxes with a letter or a word in them for what is right and what is wrong, in a list that has no others, so that it
/// would be steps or text: `1. [n] scores`, `1. [y] weights`.
enum LetteredBoxes {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    let items = source.lines.compactMap { line in line.item.map { (line, $0) } }
    guard items.count > 1, items.allSatisfy({ $0.1.text.hasPrefix("[") }) else { return [] }
    let boxes = items.map { box(of: $0.1.text) }
    guard boxes.allSatisfy({ $0 != nil }), boxes.contains(where: { $0?.isTicked == true }),
      boxes.contains(where: { $0?.isTicked == false })
    else { return [] }
    return zip(items, boxes).compactMap { place, box in
      box.map { isTicked, label in
        Diagnostic(
          line: place.0.number, column: place.1.column,
          "this is nearly the box of an option, and none",
          remedy: "write \(place.1.marker.trimmed) \(ForeignTicks.box(isTicked)) \(label)")
      }
    }
  }

  /// Whether the word in brackets that a text begins with ticks it, and what stands behind; nil where it does neither,
  /// as in a box that is one.
  private static func box(of text: Substring) -> (isTicked: Bool, label: String)? {
    guard let close = text.firstIndex(of: "]"), case let word = text[..<close].dropFirst().trimmed,
      !word.isEmpty, word.lowercased() != "x",
      let (found, label) = BoxSlips.nearBox(text), let isTicked = found, label.first == " "
    else { return nil }
    return (isTicked, String(label).trimmed)
  }
}
