import Notes
import Numerics
import TextUI
import TestSupport
import Testing

@testable import Quiz

/// The question that a section of Markdown is.
func question(_ body: String, _ directive: String = "quiz id=q1") throws -> Question {
  let library = notes("# C\n\n## L\n\nText.\n\n### Which?\n<!-- \(directive) -->\n\(body)\n")
  let bank = QuestionBank(library)
  // Some draw more than they use, or always the same.
  let told = bank.diagnostics.map(\.advice).filter {
    !$0.hasPrefix("nothing uses") && !$0.hasPrefix("nothing shows")
      && !$0.contains("so that nothing is new")
  }
  #expect(told == [])
  return try #require(bank.questions.first)
}

/// Takes an answer as one line; what is wrong with it.
func take(_ posed: inout PresentedQuestion, _ line: String) -> String? { posed.form.take(line) }
/// Sends an event to where it is answered.
func send(_ posed: inout PresentedQuestion, _ event: Event) -> Bool { posed.form.update(event) }

/// The verdict on an answer typed as one line.
func verdict(_ body: String, _ answer: String, seed: UInt64 = 1, _ directive: String = "quiz id=q1")
  throws -> Verdict
{
  var posed = try PresentedQuestion(question(body, directive), seed: seed)
  #expect(take(&posed, answer) == nil)
  #expect(posed.form.obstacle == nil)
  return posed.form.verdict
}

/// What is wrong with a section.
func problem(_ body: String, _ directive: String = "quiz id=q1") -> String? {
  let text = "# C\n\n## L\n\nText.\n\n### Which?\n<!-- \(directive) -->\n\(body)\n"
  return QuestionBank(notes(text)).diagnostics.first.map { "\($0.line) \($0.advice)" }
}

extension AnswerForm {
  /// The choices as plain text.
  var labels: [String] { choices.map(\.plainText) }
}

@Suite struct KindTests {
  @Test func authorsAreTold() {
    #expect(
      problem("1. [ ] a\n1. [ ] b")?.hasPrefix("9 a numbered list has one right option") == true)
    #expect(problem("1. [x] a\n1. [x] b")?.contains("here are 2") == true)
    for boxes in ["- [ ] a\n- [ ] b", "- [ ] a\n  > Not a.\n- [ ] b"] {
      #expect(problem(boxes)?.hasPrefix("9 no option is ticked") == true)
    }
    #expect(problem("- [ ] a\n  > Not a.\n- [ ] b\n  > Not b.") == nil)
    #expect(
      problem("1. [x] a")
        == "7 a single option, and two are the fewest: write the next one, 1. [ ] and its text, on the line below"
    )
    #expect(problem("Only text.")?.hasPrefix("7 a question without an answer") == true)
    #expect(problem("It is [[]].")?.contains("an answer mark is empty") == true)
    #expect(
      problem("It is [[= dat(u,v)]].", "quiz u=ints(2,1,2) v=ints(2,1,2)")?.contains(
        "did you mean dot?") == true)
    #expect(
      problem("{{b}} is [[= a]].", "quiz b=int(1,2)")?.hasPrefix(
        "9 a is not among the parameters of the question: write [[= b]]") == true)
    #expect(
      problem("It is [[= a]].", "quiz a=int(3,1)")
        == "8 from 3 to 1 there is nothing to draw: write a=int(1,3)")
    #expect(
      problem("It is [[= a]].", "quiz a=die(3)")?.hasPrefix("8 \"die(3)\" is not a way to draw")
        == true)
    #expect(problem("It is [[1]].", "quiz id=a/b")?.contains("may hold only letters") == true)
    #expect(
      problem("1. [x] a\n1. [ ] b\n\n> late\n")?.contains("a quote after the answers") == true)
    let orphan = QuestionBank(notes("Text.\n\n<!-- quiz id=a -->\n\nIt is [[1]].\n"))
    #expect(orphan.diagnostics.map(\.line) == [3])
  }

  @Test func twoWithOneIdentityAreAnError() {
    let text =
      "# C\n\n## L\n\n### A\n<!-- quiz id=x -->\n[[1]]\n\n### B\n<!-- quiz id=x -->\n[[2]]\n"
    let bank = QuestionBank(notes(text))
    #expect(bank.questions.count == 1)
    #expect(
      bank.diagnostics.map(\.text).first?.hasPrefix(
        "notes.md:10:1: error: id=x is the same as that of the question at notes.md:5") == true)
  }

  // MARK: The other kinds

  private let blank = "They are [[orthogonal|at a right angle]].\n"

  @Test(arguments: [
    ("orthogonal", true, 0), (" Orthogonal. ", true, 0), ("orthagonal", true, 1),
    ("ortogonal", true, 1),
    ("at  a right-angle", true, 0), ("ortagonel", false, 0), ("parallel", false, 0),
  ])
  func fillTheBlank(_ typed: String, _ isRight: Bool, _ remarks: Int) throws {
    let verdict = try verdict(blank, typed)
    #expect(verdict.isRight == isRight && verdict.remarks.count == remarks)
  }

  @Test func aSlipInAShortWordIsWrong() throws {
    #expect(try verdict("It is the [[key|keys]].", "the key").isRight)
    #expect(try !verdict("It is the [[key]].", "kez").isRight)
    #expect(try verdict("It is [[r]].", "R").isRight)
    #expect(try verdict("It is [[@|at]].", "@").isRight)
  }

  @Test func severalBlanksGivePartialCredit() throws {
    let body = "A [[vector]] has [[two|2]] parts."
    #expect(try verdict(body, "vector | 2").isRight)
    let half = try verdict(body, "matrix | two")
    #expect(half.credit == 0.5 && half.part == "1 of 2 right")
    var posed = try PresentedQuestion(question(body), seed: 0)
    #expect(take(&posed, "vector") == "type 2 answers with | between them")
    #expect(posed.prompt.plainText == "A (1) ____ has (2) ____ parts.")
  }

  @Test(arguments: [
    ("[[0.707 ± 0.001]]", "sqrt(2)/2", true), ("[[0.707 ± 0.001]]", "0.71", false),
    ("[[0.5 +- 0.1]]", "3/5", true), ("[[12..14]]", "12", true), ("[[12..14]]", "14.5", false),
    ("[[18 ± 0]]", "18.0", true), ("[[18]]", "19", false), ("[[-3]]", "−3", true),
    ("[[0.25 ± 0]]", "25 %", true),
  ])
  func number(_ mark: String, _ typed: String, _ isRight: Bool) throws {
    #expect(try question("It is \(mark).").kindName == "number")
    #expect(try verdict("It is \(mark).", typed).isRight == isRight)
  }

  @Test func aNumberThatIsNoneIsNotGraded() throws {
    var posed = try PresentedQuestion(question("It is [[0.5]]."), seed: 0)
    #expect(
      take(&posed, "1,234") == "1,234 can be read two ways: write 1.234 with a point, or 1234")
    #expect(posed.form.obstacle != nil)
    #expect(!posed.form.takes("h") && posed.form.takes("s") && posed.form.takes("7"))
  }

  @Test func aMistakeIsNamed() throws {
    let directive = "quiz u=choice([1,2,3]) v=choice([4,5,6])"
    func reason(_ mark: String, _ typed: String) throws -> String? {
      try verdict("It is [[\(mark)]].", typed, directive).reasons.first?.plainText
    }
    #expect(try reason("= dot(u,v)/sqrt(4)", "32") == "This forgets to divide by the square root.")
    #expect(
      try reason("= dot(u,v)/sqrt(4)", "8") == "This divides by the number itself, not by its root."
    )
    #expect(
      try reason("= dot(u,v)", "90")
        == "This adds up each vector first and multiplies the totals; the products come first.")
    #expect(try reason("= dot(u,v)", "-32") == "Only the sign is wrong: look at the minus signs.")
    #expect(try reason("= norm(u)", "14") == "This is the square of the length: take its root.")
    #expect(try reason("= dot(u,v)", "7") == nil)
  }

  @Test func matrix() throws {
    let body = "The product is [[= matmul(A,B) ± 0.01]]."
    let directive = "quiz A=mat(2,2,1,1) B=mat(2,2,2,2)"
    #expect(try question(body, directive).kindName == "matrix")
    #expect(try verdict(body, "4 4; 4 4", directive).isRight)
    #expect(try verdict(body, "[[4, 4], [4, 8/2]]", directive).isRight)
    let part = try verdict(body, "4 4; 4 5", directive)
    #expect(part.credit == 0.75 && part.part == "3 of 4 right")
    var posed = try PresentedQuestion(question(body, directive), seed: 0)
    #expect(take(&posed, "1 2 3") == "2 rows of 2 numbers are wanted, such as 1 2; 3 4")
    #expect(take(&posed, "1 2; 3 x")?.contains("is not a number") == true)
  }

  @Test func cellsAreTypedOneByOne() throws {
    var posed = try PresentedQuestion(
      question("It is [[= v ± 0]].", "quiz v=choice([1,-2])"), seed: 0)
    for character in "1 -2" { #expect(send(&posed, .key(.character(character)))) }
    #expect(posed.form.obstacle == nil && posed.form.verdict.isRight)
    #expect(send(&posed, .key(.backTab)) && send(&posed, .key(.backspace)))
    #expect(posed.form.obstacle == "cell 1 is still empty")
    // Enter goes to the cell that is still empty before it answers.
    #expect(send(&posed, .key(.tab)) && send(&posed, .key(.enter)))
    #expect(send(&posed, .pasted("[1, −2]")) && posed.form.verdict.isRight)
    #expect(!send(&posed, .key(.enter)))
  }

  // MARK: Marks

  @Test func starsInFormulasAreNoEmphasis() throws {
    let posed = try PresentedQuestion(
      question(
        "{{= a*w + b*(1-w)}} and *so* {{= a*b}}, [{{a}}, 0, 0]: [[= b*a]].",
        "quiz a=int(3,3) b=int(5,5) w=choice(0.5)"),
      seed: 0)
    #expect(posed.prompt.plainText == "4 and so 15, [3, 0, 0]: ____.")
    #expect(posed.form.key == "15")
  }

  @Test func bracketsOfAMatrixDoNotAsk() throws {
    let question = try question("With [[1, 0], [0, 1]] and [[1, 2, 3]] it is [[0 ± 0]].")
    #expect(question.section.blanks.count == 1)
    #expect(
      try PresentedQuestion(question, seed: 0).prompt.plainText
        == "With [[1, 0], [0, 1]] and [[1, 2, 3]] it is ____.")
  }

  @Test func codeIsAsItIsWritten() throws {
    let question = try question("```py\nx[[0]] = {{a}}\n```\n\nIt is [[= a]].", "quiz a=int(4,4)")
    #expect(question.section.blanks.count == 1)
    #expect(
      try PresentedQuestion(question, seed: 0).prompt.plainText.hasPrefix("x[[0]] = {{a}}"))
  }

  /// A draw whose options look alike is drawn again, the same way each time.
  @Test func optionsThatLookAlikeAreDrawnAgain() throws {
    let body = "1. [x] {{= a*b}}\n1. [ ] {{= a+b}}\n1. [ ] {{= a}}\n"
    let question = try question(body, "quiz a=int(1,3) b=int(1,3)")
    for seed in 0..<100 as Range<UInt64> {
      let posed = try PresentedQuestion(question, seed: seed)
      #expect(Set(posed.form.labels).count == 3)
      #expect(try PresentedQuestion(question, seed: seed).form.labels == posed.form.labels)
    }
  }

  @Test func fewerStepsAreGivenAway() throws {
    let question = try question(
      "Q = {{Q}}. The output is [[= attention(Q,K,V) ± 0.02]].",
      "quiz Q=mat(1,2,0,1) K=mat(2,2,0,1) V=mat(2,1,0,4)")
    func lines(_ support: Int) throws -> Int {
      let prompt = try PresentedQuestion(question, seed: 0, support: support).prompt
      guard case .list(let list)? = prompt.last?.kind else { return 0 }
      return list.items.count
    }
    #expect(try (0...3).map(lines) == [0, 1, 2, 3])
    #expect((0...4).map(Fading.support) == [3, 2, 1, 0, 0])
    #expect(try PresentedQuestion(question, seed: 0).figure?.widget == "attention")
  }

  /// Pictures of every question of the course hold at any width.
  @Test func picturesHoldAtAnyWidth() throws {
    for question in QuestionBank(course).questions {
      let posed = try PresentedQuestion(question, seed: 1)
      for width in [1, 20, 76] {
        for reveal in [Reveal.nothing, .marks, .all] {
          let picture = posed.form.picture(reveal, width: width, ascii: false)
          #expect(!picture.lines.isEmpty && picture.lines.count == picture.choices.count)
        }
      }
    }
  }
}
