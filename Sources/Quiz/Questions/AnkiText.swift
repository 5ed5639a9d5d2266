import Notes
import Scheduling

/// The questions as Anki's text import: tab-separated, with the identity as Anki's own, so that
/// importing again updates in place.
package struct AnkiText {
  /// How every such file begins.
  private static let opening = "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Attend::"

  /// Whether a file is such an import, made here.
  package static func isOurs(_ bytes: [UInt8]) -> Bool { bytes.starts(with: opening.utf8) }

  /// One line for each card.
  package let cards: [String]
  private let head: [String]

  package var text: String { (head + cards).map { $0 + "\n" }.joined() }

  /// The cards of a bank; a question that cannot be asked makes none.
  package init(_ bank: QuestionBank, in library: Library) {
    head = [
      Self.opening + Self.oneLine(library.title), "#guid column:1", "#tags column:4",
      "#columns:guid\tFront\tBack\tTags",
    ]
    cards = bank.questions.compactMap { Self.card(of: $0, in: library) }
  }

  static func card(of question: Question, in library: Library) -> String? {
    // Always the same numbers: a card on paper has no dice.
    let seed = Fuzz.seed(question: question.id, count: 0)
    guard let posed = try? PresentedQuestion(question, seed: seed) else { return nil }
    let chapter = library.chapter(of: question.lesson)?.title ?? ""
    let lesson = library[question.lesson]?.title ?? ""
    let tags =
      ["attend", "attend::\(Slugs.slug(chapter))::\(Slugs.slug(lesson))", question.kindName]
      + (question.isGenerated ? ["made-from-notes"] : [])
    return [question.id, front(posed), back(posed), tags.joined(separator: " ")]
      .map(oneLine).joined(separator: "\t")
  }

  private static func front(_ posed: PresentedQuestion) -> String {
    "<b>\(HTML.of(posed.heading))</b>" + posed.prompt.map(HTML.paragraph).joined()
      + posed.form.front.map(HTML.paragraph).joined()
  }

  private static func back(_ posed: PresentedQuestion) -> String {
    posed.form.back.map(HTML.strong).joined()
      + posed.explanation.map(HTML.paragraph).joined()
  }

  /// Tabs and line ends part fields and rows; whoever prints the file meets no control either.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      case .format: break
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}
