import Notes
import Testing

@testable import Quiz

/// Answers that an author wrote where they are shown before one answers: each is an error with the text to
/// write, and the question is hidden.
@Suite struct ShownAnswerTests {
  private let note = "\n\n> [!NOTE]\n> So."

  private func lesson(_ body: String, heading: String) -> LessonQuestions {
    let library = notes("# C\n\n## L\n\nText.\n\n### \(heading)\n<!-- quiz -->\n\(body)\n")
    return LessonQuestions(library.lessonIDs[0], in: library)
  }

  /// `line:column remedy` of each finding of a question that is hidden.
  private func hidden(_ body: String, under heading: String = "Which?") -> [String] {
    let lesson = lesson(body, heading: heading)
    #expect(lesson.written.isEmpty && lesson.broken.count == 1, "\(body)")
    return lesson.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" }
  }

  private func isAsked(_ body: String, under heading: String = "Which?") -> Bool {
    let lesson = lesson(body, heading: heading)
    return lesson.written.count == 1 && lesson.diagnostics == []
  }

  @Test(arguments: [
    ": ", " - ", " \u{2013} ", " | ", " = ", " -> ", " : ",
  ]) func pairsByThemselves(sign: String) {
    let told = ["9:3 write - ebb :: falling", "10:3 write - flow :: rising"]
    #expect(hidden("- ebb\(sign)falling\n- flow\(sign)rising" + note) == told)
    #expect(isAsked("- ebb :: falling\n- flow :: rising" + note))
  }

  @Test(arguments: [
    "- scores\n- scaling\n- softmax", "a) scores\nb) scaling\nc) softmax",
    "(1) scores\n(2) scaling\n(3) softmax", "Step 1: scores\nStep 2: scaling\nStep 3: softmax",
    "1 scores\n2 scaling\n3 softmax",
  ]) func stepsThatAreNone(body: String) {
    let told = hidden(body + note, under: "In which order?")
    #expect(
      told.map { $0.drop { $0 != " " } } == [
        " write 1. scores", " write 2. scaling", " write 3. softmax",
      ], "\(body)")
    #expect(told.allSatisfy { $0.contains(":1 ") }, "\(body)")
    #expect(isAsked("1. scores\n2. scaling\n3. softmax" + note, under: "In which order?"))
  }

  @Test func anOrderInALine() {
    for sign in [" -> ", " \u{2192} ", "=>"] {
      let told = hidden("scores\(sign)scaling\(sign)softmax" + note, under: "In which order?")
      #expect(told.count == 1 && told[0].hasPrefix("9:1 write 1. scores, 2. scaling, 3. softmax"))
    }
    #expect(isAsked("What is x -> y?" + note))
    #expect(isAsked("- from a to b", under: "What is done in order to see?") == false)
    #expect(isAsked("Given a -> b." + note, under: "What is done in order to see?"))
  }

  /// It may be options without their boxes, steps without their numbers, or what is given without a sentence.
  @Test func aListByItself() {
    let told = hidden("- the Sun\n- the Moon" + note)
    #expect(told.count == 1 && told[0].hasPrefix("9:1 write - [x] the Sun where it is right"))
    #expect(isAsked("Given:\n\n- the Sun\n- the Moon" + note))
    #expect(isAsked("- the Sun\n- the Moon\n\nIt is [[one]]."))
  }

  @Test func pairsThatAreNoList() {
    #expect(
      hidden("ebb :: falling\nflow :: rising" + note)
        == ["9:1 write - ebb :: falling", "10:1 write - flow :: rising"])
    #expect(hidden("ebb :: falling" + note) == ["9:1 write ebb: [[falling]]"])
    let own = "each on a line of its own in place of the "
    let table = hidden("| a | b |\n|---|---|\n| ebb | falling |" + note, under: "Match them")
    #expect(table.count == 1 && table[0].contains("write - ebb :: falling, \(own)table"))
    let terms = hidden("ebb\n: falling\n\nflow\n: rising" + note, under: "What belongs together?")
    let both = "write - ebb :: falling, - flow :: rising, \(own)list of definitions"
    #expect(terms.count == 1 && terms[0].contains(both))
    #expect(isAsked("| a | b |\n|---|---|\n| ebb | falling |" + note, under: "How many rows?"))
  }

  @Test(arguments: ["Answer: ", "**Answer:** ", "Correct answer: ", "Solution: ", "_Ans:_ ", "A: "])
  func anAnswerInTheText(label: String) {
    let remedy = "write > [!NOTE] on a line above it, and > softmax in place of it"
    #expect(hidden("Which one?\n\(label)softmax" + note) == ["10:1 \(remedy)"])
    #expect(hidden("1. [ ] a\n1. [x] b\n\n\(label)softmax") == ["12:1 \(remedy)"])
    #expect(isAsked("\(label)[[softmax]]"))
  }

  @Test func whatOnlyLooksLikeAnAnswer() {
    #expect(isAsked("Two tokens:\n\nA: one, and\nB: another." + note))
    #expect(isAsked("Note: rows are queries.\n\n1. [ ] a\n1. [x] b"))
    #expect(isAsked("The answer is [[one]]."))
  }

  @Test(arguments: ["Note: ", "**Explanation:** ", "Because: "])
  func aNoteThatIsNone(label: String) {
    #expect(
      hidden("1. [ ] a\n1. [x] b\n\n\(label)It is b.")
        == ["12:1 write > [!NOTE] on a line above it, and > It is b. in place of it"])
  }

  @Test func hintsThatAreNone() {
    let lesson = lesson("Hint: it sums to 1.\n\n1. [ ] a\n1. [x] b", heading: "Which?")
    #expect(lesson.written.count == 1)
    #expect(lesson.diagnostics.map(\.remedy) == ["write > it sums to 1."])
    #expect(
      hidden(">! softmax" + note).first?
        .hasPrefix("9:1 write > [!NOTE] on a line above it, and > softmax in place of it") == true)
  }

  @Test(arguments: [
    ("- [ ] aaaa (wrong)\n- [x] bbbb (right)", ["9:3 write - [ ] aaaa", "10:3 write - [x] bbbb"]),
    ("- [ ] aaaa\n- [x] bbbb \u{2713}", ["10:3 write - [x] bbbb"]),
    ("- [ ] aaaa\n- [x] **bbbb**", ["10:3 write - [x] bbbb"]),
    ("1. [ ] aaaa\n   no, since\n1. [x] bbbb", ["10:4 write \"   > no, since\""]),
    ("1. [ ] aaaa\n   - wrong: it is b\n1. [x] bbbb", ["10:4 write \"   > wrong: it is b\""]),
    (
      "1. [ ] aaaa\n   > No.\n1. [x] bbbb\n\n   Because it is so.",
      ["13:4 write \"   > Because it is so.\""]
    ),
    ("1. [ ] aaaa\n1. [x] bbbb\n   Because of c", ["11:4 write \"   > Because of c\""]),
  ]) func optionsThatTell(body: String, told: [String]) {
    #expect(hidden(body) == told, "\(body)")
  }

  @Test(arguments: [
    "- [ ] **a**\n- [x] **b**", "- [ ] **a**\n- [x] b", "- [x] **a**\n- [x] **b**",
    "1. [ ] none (at all)\n1. [x] some (right half)", "1. [ ] a text that\n   goes on\n1. [x] b",
    // A word in brackets is what is asked where others have another one, or where it is not true.
    "1. [ ] 45 (acute)\n1. [x] 90 (right)", "1. [x] HTTP 200 (OK)\n1. [ ] HTTP 404 (Not Found)",
    "1. [ ] turn (right)\n1. [x] turn (left)", "1. [x] the star *\n1. [ ] the mark ?",
  ]) func optionsThatTellNothing(body: String) { #expect(isAsked(body), "\(body)") }
}
