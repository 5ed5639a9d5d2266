import Formulas
import Notes
import Numerics
import TestSupport
import Testing

@testable import Quiz

@Suite struct QuestionCheckTests {
  private func problems(_ body: String, _ directive: String) -> [String] {
    let library = notes("# C\n\n## L\n\nText.\n\n### Which?\n<!-- \(directive) -->\n\(body)\n")
    let bank = QuestionBank(library)
    return (bank.diagnostics + QuestionCheck.diagnostics(bank, in: library)).map(\.text)
  }

  @Test func badQuestionsAreFound() {
    #expect(
      problems("It is [[= 1/a]].", "quiz a=int(0,0)") == [
        "notes.md:7: error: the answer is not finite for some of the numbers drawn: "
          + "draw numbers without those, such as int(1,9) for int(0,9) below a stroke"
      ])
    // Zero is drawn again where it cannot be used.
    #expect(problems("Of {{a}} it is [[= 1/a]].", "quiz a=int(0,3)") == [])
    #expect(
      problems("1. [x] {{= a+a}}\n1. [ ] {{= 2*a}}\n", "quiz a=int(1,9)").first?.hasPrefix(
        "notes.md:7: error: two options read") == true)
    #expect(
      problems("1. [x] same\n1. [ ] same\n", "quiz") == [
        "notes.md:10: error: two options read \"same\": write other words for this one, or take it away"
      ])
    #expect(
      problems("1. same\n2. same\n3. other\n", "quiz") == [
        "notes.md:10: error: two steps read the same: write other words for this one, or take it away"
      ])
    #expect(problems("{{= sqrt(0-1)}} is [[1]].", "quiz").first?.contains("is not finite") == true)
  }

  @Test func identitiesAreOnlyInserted() throws {
    let text =
      "# C\r\n\n### A\n<!-- quiz -->\n[[1]]\n\n### B\n<!--  quiz a=int(1,2) -->\n[[= a]]\n\n### C\n<!-- quiz id=keep -->\n[[1]]\n"
    let library = notes(text)
    let unnamed = library.lessonIDs.flatMap { LessonQuestions($0, in: library).unnamed }
    #expect(unnamed.map(\.line) == [4, 8])
    let ids = [Int: String?](uniqueKeysWithValues: unnamed.map { ($0.line, nil) })
    var taken: Set<String> = ["keep"]
    var random = SplitMix(seed: 1)
    let minted = try #require(
      Minting.text(Array(text.utf8), ids: ids, taken: &taken, using: &random))
    let result = String(decoding: minted, as: UTF8.self)
    #expect(taken.count == 3)
    var back = result
    for id in taken where id != "keep" {
      #expect(id.count == 6)
      let range = try #require(back.firstRange(of: " id=\(id)"))
      back.removeSubrange(range)
    }
    #expect(back == text)
    #expect(Minting.text(minted, ids: [:], taken: &taken, using: &random) == nil)
  }

  @Test func ankiTextKeepsItsPlaces() throws {
    let library = notes(
      "# C <&>\n\n## L\n\nText.\n\n### Is 1 < 2\t& so?\n<!-- quiz id=q1 -->\n1. [x] a & b\n1. [ ] `<b>`\n1. [ ] \"c\"\n\n> [!NOTE]\n> Because *so*.\n"
    )
    let bank = QuestionBank(library)
    let lines = AnkiText(bank, in: library).text.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(6) == [
        "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Attend::notes", "#guid column:1",
        "#tags column:4",
      ])
    #expect(lines[6].hasPrefix("#attend:"))
    let fields = try #require(lines.last).split(separator: "\t").map(String.init)
    #expect(fields.count == 4 && fields[0] == "q1")
    #expect(
      fields[1].hasPrefix("<b>Is 1 &lt; 2 &amp; so?</b><ol><li>")
        && fields[1].contains("<li><code>&lt;b&gt;</code></li>"))
    #expect(OwnCard.shown(fields[2]) == "<p><b>a &amp; b</b></p><p>Because <i>so</i>.</p>")
    #expect(fields[3] == "attend attend::c-::l one-of-several")
    #expect(AnkiText(bank, in: library).text == AnkiText(QuestionBank(library), in: library).text)
  }

  /// A file that somebody has changed since is theirs.
  @Test func onlyWhatWasWrittenToTheLastByteIsOurs() {
    let library = notes("# C\n\n## L\n\n### Q?\n<!-- quiz id=q1 -->\nIt is [[a]].\n")
    let bytes = Array(AnkiText(QuestionBank(library), in: library).text.utf8)
    #expect(AnkiText.isOurs(bytes))
    for at in bytes.indices {
      var changed = bytes
      changed[at] ^= 1
      #expect(!AnkiText.isOurs(changed), "byte \(at)")
    }
    #expect(!AnkiText.isOurs(bytes + [0x0A]) && !AnkiText.isOurs(bytes.dropLast()))
    #expect(!AnkiText.isOurs([]) && !AnkiText.isOurs(Array("#separator:tab\n#attend:0\n".utf8)))
  }

  @Test func theIdentityWithoutOneFollowsTextAndPlace() {
    func id(_ heading: String, _ lesson: String = "L") -> String {
      QuestionBank(
        notes("# C\n\n## \(lesson)\n\nText.\n\n### \(heading)\n<!-- quiz -->\nIt is [[1]].\n")
      ).questions[0].id
    }
    #expect(id("A") == id("A") && id("A") != id("B") && id("A") != id("A", "M"))
    #expect(id("A").hasPrefix("text-") && id("A").count == 19)
  }

  /// A file that a question pulls in belongs to it: where that has changed, the question is read again.
  @Test func whatIsPulledInIsReadAgain() {
    let bytes = Array(
      "# C\n\n## L\n\n### Q?\n<!-- quiz id=q -->\n--8<-- \"p.md\"\n\nIt is [[one]].\n".utf8)
    func library(_ text: String) -> Library {
      let pulled = PulledFiles(for: "a.md", bytes) { $0 == "p.md" ? Array(text.utf8) : nil }
      return Library(
        title: "n", key: "n", documents: [Document(path: "a.md", bytes: bytes, pulled: pulled)])
    }
    let first = QuestionBank(library("First."))
    for (text, seen) in [("First.", "First."), ("Second.", "Second.")] {
      var bank = QuestionBank(after: first)
      bank.fill(from: library(text), bytes: .max)
      #expect(bank.questions.map { $0.section.prompt.plainText.contains(seen) } == [true])
    }
  }

  /// The marks of a question are read of what it pulls in too, so that its key is in no lesson.
  @Test(arguments: [
    "{{#include p.md}}", "--8<-- \"p.md\"", "```{include} p.md\n```", "{{< include p.md >}}",
  ])
  func whatAQuestionPullsInIsOfIt(written: String) throws {
    for (text, key) in [
      ("1. [x] secret one\n2. [ ] no\n", "secret"), ("It is [[secret]].\n", "secret"),
      ("> [!NOTE]\n> It is secret.\n", "secret"),
    ] {
      let bytes = Array(
        "# C\n\n## L\n\nText.\n\n### Q?\n<!-- quiz id=q -->\nWhat?\n\n\(written)\n\n### R?\n<!-- quiz id=r -->\nIt is [[two]].\n"
          .utf8)
      let pulled = PulledFiles(for: "a.md", bytes) { $0 == "p.md" ? Array(text.utf8) : nil }
      let library = Library(
        title: "n", key: "n", documents: [Document(path: "a.md", bytes: bytes, pulled: pulled)])
      let id = LessonID(document: 0, chapter: 0, lesson: 0)
      let lesson = LessonQuestions(id, in: library)
      #expect(lesson.written.map(\.question.id) == ["q", "r"] && lesson.diagnostics.isEmpty)
      // What stands in the lesson beside its questions is the same however it was read.
      let blocks = library.markdown(of: id).blocks
      let asked = lesson.written.flatMap { Array($0.blocks) }
      let shown = blocks.indices.filter { !asked.contains($0) }.map { blocks[$0] }
      #expect(!shown.description.contains(key) && shown.description.contains("Text."))
    }
  }
}
