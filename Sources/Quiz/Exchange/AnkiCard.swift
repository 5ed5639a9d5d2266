import Notes
import Scheduling

/// A question as a card of Anki's: two sides in HTML, under the identity that it has here.
package struct AnkiCard: Equatable, Sendable {
  package let id: String
  /// The deck that it stands in, `A::B` below another: one for each chapter.
  package let deck: String
  package let front: String
  package let back: String
  package let tags: [String]

  /// The deck of all of some notes.
  static func deck(of library: Library) -> String { "Attend::" + oneLine(library.title) }

  /// The cards of a bank; a question that cannot be asked makes none.
  ///
  /// - Parameter names: what cards are known by, where that is not the identity of their question.
  package static func all(
    _ bank: QuestionBank, in library: Library, names: [String: String] = [:]
  ) -> [AnkiCard] {
    var sources: [String: String] = [:]
    let lessons = Set(bank.questions.filter { !$0.isGenerated }.map(\.lesson))
    for (document, lessons) in Dictionary(grouping: lessons, by: \.document) {
      let lines = library.documents[document].bytes
        .split(separator: 0x0A, omittingEmptySubsequences: false)
      for written in lessons.flatMap({ LessonQuestions($0, in: library).written }) {
        sources[written.question.id] = OwnCard.source(lines, written.lines)
      }
    }
    return bank.questions.compactMap {
      let source = $0.isGenerated ? MadeMarkdown($0)?.text : sources[$0.id]
      return AnkiCard($0, in: library, name: names[$0.id], source: source)
    }
  }

  /// Nil where the question cannot be asked.
  ///
  /// - Parameter source: the Markdown of the question: then it comes back as what it is.
  init?(
    _ question: Question, in library: Library, name: String? = nil, source: String? = nil
  ) {
    // Always the same numbers: a card on paper has no dice.
    let seed = Fuzz.seed(question: name ?? question.id, count: 0)
    guard let posed = try? PresentedQuestion(question, seed: seed) else { return nil }
    let chapter = library.chapter(of: question.lesson)?.title ?? ""
    let lesson = library[question.lesson]?.title ?? ""
    id = Self.oneLine(name ?? question.id)
    // Two colons would make a deck below another.
    let name = Self.oneLine(chapter).split(separator: ":").map(\.trimmed).joined(separator: ": ")
    deck = Self.deck(of: library) + (name.isEmpty ? "" : "::\(name)")
    front = Self.oneLine(Self.front(posed))
    let back = Self.oneLine(Self.back(posed))
    let own = source.flatMap {
      OwnCard(
        question, $0, home: .init(chapter: Self.oneLine(chapter), lesson: Self.oneLine(lesson)),
        seed: seed)
    }
    self.back = back + (own?.remark(front: front, back: back) ?? "")
    tags =
      (["attend", "attend::\(Slugs.slug(chapter))::\(Slugs.slug(lesson))", question.kindName]
      + (question.isGenerated ? ["made-from-notes"] : []) + question.section.directive.tags)
      .map(Self.oneLine)
  }

  static func front(_ posed: PresentedQuestion) -> String {
    "<b>\(HTML.of(posed.heading))</b>" + posed.prompt.map(HTML.paragraph).joined()
      + posed.form.front.map(HTML.paragraph).joined()
      + posed.hints.enumerated().map { index, hint in
        let name = posed.hints.count == 1 ? "Hint" : "Hint \(index + 1)"
        return "<details><summary>\(name)</summary>\(hint.map(HTML.paragraph).joined())</details>"
      }.joined()
  }

  static func back(_ posed: PresentedQuestion) -> String {
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
