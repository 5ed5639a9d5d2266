import Notes
import Pages
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
      // One that was made has no lines, and is all that can be written of it.
      AnkiCard(
        $0, in: library, name: names[$0.id], source: sources[$0.id] ?? ($0.isGenerated ? "" : nil))
    }
  }

  /// Nil where the question cannot be asked.
  ///
  /// - Parameter source: its own lines in the notes, for a card that is to come back as the question that it is: by
  ///   these where they are all of it, or else by Markdown that says the same. Nil for one that is not.
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
    func written(_ title: String, _ id: LessonID) -> String {
      Self.oneLine(MadeMarkdown.line(library.written(title, of: id)) ?? title)
    }
    let home = OwnCard.Home(
      chapter: written(chapter, question.lesson.chapterStart),
      lesson: written(lesson, question.lesson))
    let own = source.flatMap { source in
      OwnCard(question, source, home: home, seed: seed)
        ?? MadeMarkdown(question).flatMap { OwnCard(question, $0.text, home: home, seed: seed) }
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

  /// Why each option is right or wrong, the right ones first.
  private static func reasons(_ posed: PresentedQuestion) -> String {
    let reasons = posed.form.reasons.filter { !$0.reason.isEmpty }
    guard !reasons.isEmpty else { return "" }
    let items = (reasons.filter(\.isRight) + reasons.filter { !$0.isRight }).map { option in
      let told = option.reason.map(HTML.of).joined(separator: "<br>")
      let label = option.label.map(HTML.of).joined(separator: " ")
      let name = option.isRight ? "<b>\(label)</b>" : "<i>\(label)</i>"
      return "<li>\(name): \(told)</li>"
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
