import Basics
import Notes
import Scheduling

/// The questions as Anki's text import: tab-separated, with the identity as Anki's own, so that
/// importing again updates in place.
package struct AnkiText {
  /// What begins the line with the fingerprint of all other lines: Anki passes over keys that it
  /// does not know.
  private static let mark = "#attend:"

  /// Whether a file is such an import as it was made here, to the last byte.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].starts(with: mark.utf8) {
        let written = bytes[start..<end].dropFirst(mark.utf8.count)
        let others = bytes[..<start] + bytes[end...].dropFirst()
        return written.elementsEqual(fingerprint(others).utf8)
      }
      start = end + 1
    }
    return false
  }

  private static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    String(StableHash(bytes).value, radix: 16)
  }

  /// One line for each card.
  package let cards: [String]
  private let head: [String]

  /// The file's text.
  package var text: String {
    let lines = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
    return lines(head) + "\(Self.mark)\(Self.fingerprint(lines(head + cards).utf8))\n"
      + lines(cards)
  }

  /// The cards of a bank; a question that cannot be asked makes none.
  package init(_ bank: QuestionBank, in library: Library) {
    head = [
      "#separator:tab", "#html:true", "#notetype:Basic",
      "#deck:Attend::" + Self.oneLine(library.title), "#guid column:1", "#tags column:4",
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
      + (question.isGenerated ? ["made-from-notes"] : []) + question.section.directive.tags
    return [question.id, front(posed), back(posed), tags.joined(separator: " ")]
      .map(oneLine).joined(separator: "\t")
  }

  private static func front(_ posed: PresentedQuestion) -> String {
    "<b>\(HTML.of(posed.heading))</b>" + posed.prompt.map(HTML.paragraph).joined()
      + posed.form.front.map(HTML.paragraph).joined()
      + posed.hints.enumerated().map { index, hint in
        let name = posed.hints.count == 1 ? "Hint" : "Hint \(index + 1)"
        return "<details><summary>\(name)</summary>\(hint.map(HTML.paragraph).joined())</details>"
      }.joined()
  }

  private static func back(_ posed: PresentedQuestion) -> String {
    posed.form.back.map(HTML.strong).joined()
      + posed.explanation.map(HTML.paragraph).joined()
      + reasons(posed)
  }

  /// Why each wrong option is wrong.
  private static func reasons(_ posed: PresentedQuestion) -> String {
    let reasons = posed.form.reasons.filter { !$0.isRight && !$0.reason.isEmpty }
    guard !reasons.isEmpty else { return "" }
    let items = reasons.map { _, label, reason in
      let told = reason.map(HTML.of).joined(separator: "<br>")
      return "<li><i>\(label.map(HTML.of).joined(separator: " "))</i>: \(told)</li>"
    }
    return "<ul>\(items.joined())</ul>"
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
