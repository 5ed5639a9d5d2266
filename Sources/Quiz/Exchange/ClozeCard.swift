import Notes

/// A card of Anki's with gaps, `{{c1::answer::hint}}`, as a question with answer marks. What no answer mark
/// can hold is left out: as a card with two sides it would show its answer.
struct ClozeCard {
  /// Why a card cannot be asked.
  struct Problem: Error {
    let reason: String
  }

  /// More gaps than this nobody fills in at once.
  private static let most = 59

  private var marks: [String] = []
  /// Each with the number of its gap, from 1.
  private var hints: [(gap: Int, text: String)] = []
  private var blocks: [CardBlock] = []

  /// Reads a field; nil where no gap stands in it.
  init?(_ field: String, isHTML: Bool) throws(Problem) {
    // Gaps are kept apart while the rest becomes Markdown.
    var marked = ""
    var rest = field[...]
    while let open = rest.firstRange(of: "{{c") {
      let digits = rest[open.upperBound...].prefix(while: \.isNumber)
      guard rest[digits.endIndex...].hasPrefix("::") else {
        // Braces of something else.
        marked += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      let inner = rest[digits.endIndex...].dropFirst(2)
      guard let close = inner.firstRange(of: "}}") else {
        throw Problem(reason: "a gap in it is never closed: write }} behind its answer")
      }
      let (answer, hint) = Self.parted(inner[..<close.lowerBound])
      marked += rest[..<open.lowerBound] + Self.gap(marks.count)
      marks.append(try Self.mark(answer, isHTML: isHTML))
      if let hint {
        let text = CardText.markdown(hint, isHTML: isHTML).joined(separator: " ")
        if !text.isEmpty { hints.append((marks.count, text)) }
      }
      rest = rest[close.upperBound...]
    }
    guard !marks.isEmpty else { return nil }
    guard marks.count <= Self.most else {
      throw Problem(reason: "it has more than \(Self.most) gaps: split it")
    }
    // A bar between alternatives would end the cell of a table.
    blocks = CardText.blocks(
      marked + rest, isHTML: isHTML, tables: !marks.contains { $0.contains("|") }
    ).map(\.asked)
    for (index, mark) in marks.enumerated() {
      let gap = Self.gap(index)
      place: for block in blocks.indices {
        for line in blocks[block].lines.indices {
          guard let range = blocks[block].lines[line].firstRange(of: gap) else { continue }
          blocks[block].lines[line].replaceSubrange(range, with: mark)
          break place
        }
      }
    }
  }

  /// The question, with its comment; of several gaps a hint says to which of them it is.
  func question(_ comment: String) -> String {
    let isOneOfMany = marks.count > 1
    return "\n### Fill the gap\(isOneOfMany ? "s" : "")\n\(comment)\n"
      + hints.map { "\n> \(isOneOfMany ? "Gap \($0.gap): " : "")\($0.text)\n" }.joined() + "\n"
      + blocks.fileLines.joined(separator: "\n") + "\n"
  }

  /// The answer and the hint of a gap.
  private static func parted(_ inner: Substring) -> (answer: String, hint: String?) {
    guard let sign = inner.firstRange(of: "::") else { return (String(inner), nil) }
    return (String(inner[..<sign.lowerBound]), String(inner[sign.upperBound...]))
  }

  /// The answer mark of what a card has typed; nil where no answer mark can ask for it, or its lines are several.
  static func typed(_ answer: String, isHTML: Bool) -> String? {
    guard CardText.markdown(answer, isHTML: isHTML).count == 1 else { return nil }
    return try? mark(answer, isHTML: isHTML)
  }

  /// The answer mark of a gap.
  private static func mark(_ written: String, isHTML: Bool) throws(Problem) -> String {
    let remedy = "give the card a question and an answer"
    guard !isHTML || CardText.pictures(in: written) == 0 else {
      throw Problem(reason: "a picture stands in its gap, and answers are typed: \(remedy)")
    }
    let markdown = CardText.markdown(written, isHTML: isHTML)
    var answer = CardText.plain(markdown)
    guard !answer.isEmpty else {
      throw Problem(reason: "a gap in it has no answer that can be typed: \(remedy)")
    }
    let whole = "the gap \"\(answer)\""
    if CardText.holdsFormula(markdown) {
      // A letter or a number is typed without its signs.
      let inner = answer.dropFirst().dropLast()
      guard answer.hasPrefix("$"), answer.hasSuffix("$"),
        !inner.contains(where: { "\\{}^_$".contains($0) })
      else {
        throw Problem(reason: "\(whole) holds a formula, and answers are typed: \(remedy)")
      }
      answer = inner.trimmed
    }
    let hasBar = answer.contains("|")
    guard !answer.contains(where: { "[]{}".contains($0) }), !answer.hasPrefix("="),
      !hasBar || !answer.contains("\\")
    else {
      throw Problem(reason: "\(whole) holds signs that an answer mark does not: \(remedy)")
    }
    // A bar would part alternatives.
    let mark = BlankSource.mark(for: answer.replacing("|", with: "\\|"), inTable: false)
    // A tolerance that is none cannot be asked for.
    guard (try? BlankSource(String(mark.dropFirst(2).dropLast(2)))) != nil else {
      throw Problem(reason: "\(whole) is no answer that can be asked for: \(remedy)")
    }
    return mark
  }

  /// Letters that Markdown leaves alone and no card holds.
  private static func gap(_ index: Int) -> String { "\(CardWriter.gapSign)gap\(index)⟧" }
}
