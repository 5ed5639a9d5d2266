import Formulas
import Basics
import Notes
import Scheduling
import TestSupport
import TextUI
import Testing

@testable import Quiz

/// A kind that no source knows: the text of an `echo` block is to be typed.
private struct Echo: QuestionKind {
  static let name = "echo"
  static let task = "say it back"
  static let keys: [Shortcut] = []
  static let example = "```echo\nagain\n```"
  private let text: String

  static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    blocks.first { if case .code("echo", _) = $0.kind { true } else { false } }
  }

  init?(_ section: QuestionSection) throws(Diagnostic) {
    guard case .code("echo", let text)? = section.answers?.kind else { return nil }
    self.text = text.trimmed
  }

  var identity: [String] { [text] }
  var wordsAskedFor: [String] { [text] }
  func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm { Form(key: text) }

  private struct Form: AnswerForm {
    let key: String
    private(set) var answer = ""
    init(key: String) { self.key = key }

    var keys: [Shortcut] { [] }
    var solution: String { key }
    var obstacle: String? { answer.isEmpty ? "say something" : nil }
    var verdict: Verdict { Verdict(credit: answer == key ? 1 : 0) }
    var offersRetry: Bool { false }
    var card: [Block] { [Block(.paragraph([.text("Listen.")]))] }
    var front: [Block] { card }
    func instruction(_ reveal: Reveal) -> String { "Say it" }
    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture { Picture() }
    mutating func update(_ event: Event) -> Bool { false }
    mutating func take(_ line: String) -> String? {
      answer = line
      return nil
    }
  }
}

/// A new kind is one file and a line in `allKinds`.
@Suite struct NewKindTests {
  /// The list is complete, and the rest of the program names no kind, and asks for
  /// none by its name.
  @Test func aNewKindIsALineInAllKinds() throws {
    let sources = Files.package + "/Sources"
    let files = Files.names(in: sources + "/Quiz/Kinds")
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
    #expect(files.sorted() == allKinds.map { "\($0)" }.sorted())
    #expect(Set(allKinds.map { $0.name }).count == allKinds.count)
    let types = allKinds.map { "\($0)" }
    for target in ["Quiz", "Screens", "attend"] {
      for path in Files.paths(under: "\(sources)/\(target)")
      where !path.hasPrefix("Kinds/") && !path.hasSuffix("/AllKinds.swift") {
        let code = try Files.text(of: "\(sources)/\(target)/\(path)").split(separator: "\n")
          .filter { !$0.trimmed.hasPrefix("//") }
        for line in code {
          #expect(!types.contains { Self.names($0, in: String(line)) }, "\(path): \(line)")
          let asks = ["==", "!=", "switch"].contains { line.contains($0) }
          #expect(!line.contains("kindName") || !asks, "\(path): \(line)")
        }
      }
    }
  }

  /// Whether the word stands there as a whole.
  private static func names(_ word: String, in line: String) -> Bool {
    var rest = line[...]
    while let range = rest.firstRange(of: word) {
      let before = rest[..<range.lowerBound].last
      let after = rest[range.upperBound...].first
      if [before, after].allSatisfy({ $0.map { !$0.isLetter && !$0.isNumber } ?? true }) {
        return true
      }
      rest = rest[range.upperBound...]
    }
    return false
  }

  /// From the note to the schedule and the flash card with no other source touched.
  @Test func aKindThatNoSourceKnowsWorks() throws {
    let kinds = [Echo.self] + allKinds
    func written(_ text: String) throws -> Question {
      let library = notes(
        "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz -->\n> A hint.\n\nListen.\n\n"
          + "```echo\n\(text)\n```\n\n> [!NOTE]\n> Because.\n")
      let questions = LessonQuestions(
        library.lessonIDs(inDocument: 0)[0], in: library, kinds: kinds)
      #expect(questions.diagnostics == [] && questions.broken.isEmpty)
      return try #require(questions.written.first).question
    }
    let question = try written("softmax")
    #expect(question.kindName == "echo" && question.task == "say it back")
    #expect(!question.isSelfJudged && question.section.hints.count == 1)
    #expect(question.section.prompt.plainText == "Listen.")
    let other = try written("argmax")
    #expect(other.id != question.id, "what it asks for is part of its identity")
    #expect(QuestionCheck.failure(of: question) == nil)

    let progress = Progress()
    let now = Moment(utc: 1_781_524_800_000, offset: 0, random: 7)
    var session = Session(Plan.Scope(), bank: QuestionBank(), progress: progress, now: now)
    let isPosed = session.pose(
      question, words: KnownWords(), seed: 1, progress: progress, now: now)
    #expect(isPosed)
    #expect(session.obstacle == "say something")
    let isTaken = session.update { $0.take("argmax") == nil }
    #expect(isTaken)
    let rows = session.answer(now: now)
    #expect(rows.map(\.kind) == [.answer(.again)] && rows.map(\.answer) == ["argmax"])
    #expect(session.phase == .revealed, "this kind offers no second try")

    let card = try #require(AnkiText.card(of: question, in: notes("")))
    #expect(
      card.contains(
        "<p>Listen.</p><p>Listen.</p><details><summary>Hint</summary><p>A hint.</p></details>\t<p><b>softmax</b></p><p>Because.</p>"
      ))
    #expect(card.hasSuffix(" echo"))
  }

  /// Every kind has its own words for the plain mode, and is at every width what it says it is.
  @Test(arguments: allKinds.indices)
  func everyKindHasItsWords(_ index: Int) throws {
    let kind = allKinds[index]
    let question = try #require(
      QuestionBank(allKindsOfQuestions).questions.first { $0.kindName == kind.name },
      "Tests/Fixtures/notes has no question of the kind \(kind.name)")
    #expect(!kind.task.isEmpty && kind.task.first?.isLowercase == true)
    let posed = try PresentedQuestion(question, seed: 3)
    #expect(!posed.form.instruction(.nothing).hasSuffix("."))
    #expect(posed.form.front.isEmpty || !posed.form.front.plainText.isEmpty)
    let card = try #require(AnkiText.card(of: question, in: allKindsOfQuestions))
    #expect(card.split(separator: "\t").count == 4, "\(card)")
  }

  private let allKindsOfQuestions = notes(
    ["2-questions.md", "pairs.md", "model.md"].map { name in
      (try? Files.text(of: "\(Files.tests)/Fixtures/notes/\(name)")) ?? ""
    }.joined(separator: "\n"))
}
