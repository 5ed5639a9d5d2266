import Notes
import Quiz
import TextUI

/// Notes → questions, posed with some numbers, answered by what stands on the first line, graded.
enum QuestionsTarget: FuzzTarget {
  static let name = "questions"
  static let words = [
    "### ", "<!-- quiz -->\n", "<!-- quiz id=a q=ints(3,-3,3) -->\n", "int(1,9)", "choice(1,2)",
    "mat(2,2,0,5)", "1. [ ] ", "1. [x] ", "- [x] ", "[[", "]]", "|", " ± 0.01", "..", "{{", "}}",
    "{{= ",
    "dot(q,q)", "softmax(q)", "attention(M,M,M)", "sqrt(", "transpose(", "> hint\n",
    "> [!NOTE]\n> ",
    "**Term**: means ", "- a :: b\n", " :: ", "| Term | Meaning |\n|---|---|\n", "| a | b |\n",
    "- **a** — b\n", "1. first\n2. then\n", "; ", "-1", "1e308", "0.1", "1/0",
    "\n",
  ]
  /// As many questions of one input as this are posed.
  private static let most = 8

  static func run(_ bytes: [UInt8]) throws(Broken) {
    var source = ByteSource(bytes)
    let seed = UInt64(source.byte())
    let width = source.pick([0, 1, 10, 40, 78, 200])
    let answer = source.line()
    var rest: [UInt8] = []
    while !source.isEmpty { rest.append(source.byte()) }
    let document = Document(path: "a.md", bytes: rest)
    let library = Library(title: "", key: "", documents: [document])
    let bank = QuestionBank(library)
    for question in bank.questions.prefix(most) {
      try Broken.unless(bank[question.id] == question, "\(question.id) leads to another one")
      try pose(question, seed: seed, answer: answer, width: width)
    }
    try AnkiText.check(AnkiText(bank, in: library).text)
  }

  private static func pose(
    _ question: Question, seed: UInt64, answer: String, width: Int
  ) throws(Broken) {
    guard var posed = try? PresentedQuestion(question, seed: seed, support: Int(seed % 4)) else {
      return
    }
    try draw(posed.form, .nothing, width)
    for character in answer.prefix(30) where posed.form.takes(character) {
      _ = posed.form.update(.key(.character(character)))
    }
    for key in [Key.tab, .left, .backspace, .down, .up, .character(" "), .enter] {
      _ = posed.form.update(.key(key))
    }
    _ = posed.form.update(.pasted(answer))
    try grade(posed.form, width)
    if posed.form.take(answer) == nil { try grade(posed.form, width) }
    if posed.form.take(posed.form.key) == nil { try grade(posed.form, width) }
    _ = posed.figure
  }

  private static func grade(_ form: any AnswerForm, _ width: Int) throws(Broken) {
    if form.obstacle == nil {
      let credit = form.verdict.credit
      try Broken.unless((0...1).contains(credit), "a credit of \(credit)")
    }
    _ = (form.answer, form.solution, form.choices)
    try draw(form, .marks, width)
    try draw(form, .all, width)
  }

  private static func draw(_ form: any AnswerForm, _ reveal: Reveal, _ width: Int)
    throws(Broken)
  {
    let picture = form.picture(reveal, width: width, ascii: false)
    try Broken.unless(picture.lines.count == picture.choices.count, "lines and choices differ")
    for line in picture.lines { try Harmless.check(line.text, "question at \(width)") }
  }
}

extension AnkiText {
  /// One note a line, each with as many fields as the others: nothing in a question adds any.
  fileprivate static func check(_ text: String) throws(Broken) {
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let counts = Set(rows.map { $0.count { $0 == "\t" } })
    try Broken.unless(counts.count <= 1, "Anki rows of \(counts.sorted()) tabs")
  }
}
