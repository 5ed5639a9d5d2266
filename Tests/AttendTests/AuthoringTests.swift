import Inside
import JSONText
import Notes
import Quiz
import TestSupport
import Testing
import Widgets

@testable import attend

/// What authors are given is right as it stands: `check` finds nothing in any example of the guide.
@Suite struct AuthoringTests {
  private func findings(_ text: String) -> [String] {
    let library = Library(
      title: "a", key: "a", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    // An example alone may hold no sentence that a question could be made of.
    return CheckCommand.diagnostics(
      library, bank: QuestionBank(library), path: { $0 }, isThere: { _ in true }
    )
    .filter { $0.severity != .note }.map(\.text)
  }

  @Test func allKindsHaveATemplate() {
    #expect(Set(QuestionTemplate.all.map(\.kind)) == Set(allKinds.map { $0.name }))
  }

  @Test(arguments: QuestionTemplate.all.map(\.kind))
  func templatesAreRight(kind: String) throws {
    let template = try #require(QuestionTemplate.named(kind))
    let text = "# C\n\n## L\n\n\(template.markdown)\n"
    #expect(findings(text) == [])
    let library = Library(
      title: "a", key: "a", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    #expect(QuestionBank(library).questions.map(\.kindName) == [kind])
  }

  @Test(arguments: allWidgets.map { $0.name })
  func fencesAreRight(name: String) throws {
    #expect(findings("# C\n\n## L\n\n\(try #require(Authoring.fence(name)))") == [])
  }

  @Test func theLessonAndTheGuideAreRight() {
    #expect(findings(Authoring.lesson) == [])
    let guide = Authoring.guide
    #expect(findings(guide) == [])
    for template in QuestionTemplate.all { #expect(guide.contains(template.markdown)) }
    for type in allWidgets { #expect(guide.contains("### \(type.name)\n")) }
    // Each question is followed by how it looks.
    #expect(guide.components(of: "It looks so:") == QuestionTemplate.all.count)
  }

  /// Each example of the guide, one by one, in a lesson of its own.
  @Test func everyExampleOfTheGuide() {
    var examples: [String] = []
    var open: [Substring]?
    for line in Authoring.guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "````markdown" {
        open = []
      } else if line == "````", let lines = open {
        examples.append(lines.joined(separator: "\n"))
        open = nil
      } else {
        open?.append(line)
      }
    }
    // Those of the model's questions, a table, and a file with a front matter.
    let more = ModelQuestion.Ask.allCases.count + 2
    #expect(examples.count == QuestionTemplate.all.count + more + allWidgets.count)
    for example in examples {
      let isFile = example.hasPrefix("---\n")
      #expect(findings(isFile ? example : "# C\n\n## L\n\n\(example)\n") == [], "\(example)")
    }
  }

  /// Each slip of the guide is told with its place and what to write, and what has none is right.
  @Test func everySlipOfTheGuideIsTold() {
    var count = 0
    for part in SlipTable.all {
      #expect(findings("# C\n\n## L\n\nText.\n\n\(part.right)") == [], "\(part.right)")
      for (right, wrong) in part.slips {
        let told = SlipTable.finding(right, in: part, as: wrong)
        #expect(
          told.map { !$0.remedy.isEmpty && $0.line > 0 } == true, "\(wrong): \(told?.text ?? "")")
        count += 1
      }
    }
    #expect(count >= 55)
    let rows = SlipTable.guide.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == count)
  }

  /// What is said of questions that show their answer is what `check` says, in the guide and in the page about questions.
  @Test func whatShowsItsAnswerIsToldAsItIs() throws {
    let page = String(
      decoding: try Files.bytes(of: "\(Files.tests)/../Sources/Documentation/authoring.md"),
      as: UTF8.self)
    for example in ShownAnswers.all {
      let found = findings("# C\n\n## L\n\nText.\n\n\(example.markdown)\n")
      #expect(found.count == 1 && found[0].hasSuffix(": \(example.finding)"), "\(found)")
      #expect(
        page.contains("```markdown\n\(example.markdown)\n```\n\n```text\n\(example.finding)\n```\n")
      )
      #expect(Authoring.guide.contains(example.markdown))
      #expect(Authoring.guide.contains("`\(example.finding)`"))
    }
  }

  /// Whatever the model may be asked stands in the guide, and in the page about questions.
  @Test func allThatTheModelIsAskedIsTold() throws {
    let page = String(
      decoding: try Files.bytes(of: "\(Files.tests)/../Sources/Documentation/authoring.md"),
      as: UTF8.self)
    for ask in ModelQuestion.Ask.allCases {
      #expect(Authoring.guide.contains("| `\(ask.rawValue)` | \(ask.words) |"))
      #expect(Authoring.guide.contains("ask = \(ask.rawValue)\n") && page.contains(ask.rawValue))
    }
    for subject in ModelQuestion.Subject.allCases {
      #expect(Authoring.guide.contains("| `\(subject.rawValue)` | \(subject.words) |"))
      #expect(page.contains(subject.rawValue))
    }
  }

  /// The title is read, and of what else the guide names nothing is said.
  @Test func whatTheGuideSaysOfAFrontMatter() {
    let document = Document(path: "a.md", bytes: Array(Authoring.fileWithFrontMatter.utf8))
    #expect(document.chapters.map(\.title) == ["Attention"])
    for key in Losses.passedOver {
      #expect(Authoring.guide.contains("`\(key)`"))
      #expect(findings("---\ntitle: A\n\(key): b\n---\n\n## L\n\nText.\n") == [], "\(key)")
    }
    let other = findings(
      "---\ntitle: A\nelsewhere: This is told to whoever reads.\n---\n\n## L\n\nText.\n")
    #expect(other.count == 1 && other.first?.hasPrefix("a.md:3:1: warning") == true)
  }

  /// Each finding has its column, and a lesson without a question the line of its own heading.
  @Test func findingsHaveTheirPlace() {
    let none = told("# C\n\n## L\n\nSome text.\n")
    #expect(none.map { "\($0.line):\($0.column) \($0.severity)" } == ["3:1 note"])
    #expect(none.first?.message.contains("it has 2 words") == true)
    let link = told("# C\n\n## L\n\n  Some [x](b.md).\n")
    #expect(link.map { "\($0.line):\($0.column) \($0.severity)" } == ["5:3 error"])
  }

  /// An answer mark in a sentence is told where the file has questions, and elsewhere is a link.
  @Test func answerMarksOutsideOfQuestions() {
    let text = "# C\n\n## L\n\nIt is [[one]], see [[M]].\n"
    let more = "\n### What?\n<!-- quiz -->\nIt is [[two]].\n\n# M\n\nText.\n"
    #expect(told(text).allSatisfy { $0.severity == .note })
    let found = told(text + more).filter { $0.severity != .note }
    #expect(found.map { "\($0.line):\($0.column)" } == ["5:1"])
    #expect(found.first?.remedy.hasPrefix("write one; or, to ask for it") == true)
  }

  /// What is said of notes beside which there is nothing.
  private func told(_ text: String) -> [Diagnostic] {
    let library = Library(
      title: "a", key: "a", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    return CheckCommand.diagnostics(
      library, bank: QuestionBank(library), path: { $0 }, isThere: { _ in false })
  }

  /// An input that was told of one name is not told of another.
  @Test func eachNameIsToldAnInputOfItsOwn() {
    func told(_ text: String) -> [String] {
      findings("# C\n\n## L\n\n```dot-product\n\(text)\n```\n").filter { $0.contains("no input") }
    }
    #expect(
      told("a = 1 2\nb = 3 4") == [
        "a.md:6:1: error: dot-product has no input \"a\": did you mean u?",
        "a.md:7:1: error: dot-product has no input \"b\": did you mean v?",
      ])
    #expect(
      told("u = 1 2\nb = 3 4") == [
        "a.md:7:1: error: dot-product has no input \"b\": did you mean v?"
      ]
    )
    #expect(
      told("u = 1 2\nv = 3 4\nw = 3 4") == [
        "a.md:8:1: error: dot-product has no input \"w\": it takes u, v"
      ])
  }

  /// Each snippet, read back as its editor reads it, is the example that it was made of.
  @Test(arguments: Snippets.editors)
  func snippetsAreTheExamples(editor: String) throws {
    let text = Snippets.text(for: editor)
    let read =
      switch editor {
      case "vscode": try SnippetReading.vscode(text)
      case "vim": SnippetReading.vim(text)
      default: SnippetReading.emacs(text)
      }
    #expect(read.map(\.word) == Snippets.all.map(\.word))
    #expect(Set(read.map(\.word)).count == 1 + QuestionTemplate.all.count + allWidgets.count)
    for (read, snippet) in zip(read, Snippets.all) {
      #expect(read.text == snippet.markdown, "\(read.word)")
      #expect(findings("# C\n\n## L\n\n\(read.text)\n") == [], "\(read.word)")
    }
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
