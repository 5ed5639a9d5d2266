import Basics
import Notes
import Quiz

/// What is one slip away from a question, for the guide: each slip is written into a question that is right, and what is
/// said of it is what `check` says.
enum SlipTable {
  /// Slips of one part of a question.
  struct Part: Sendable {
    let name: String
    /// The question without a slip.
    let right: String
    /// What stands in it, and what is written in its place.
    let slips: [(right: String, wrong: String)]
  }

  private static let note = "\n\n> [!NOTE]\n> So it is.\n"
  private static let choice =
    "### Which?\n<!-- quiz id=q tags=a,b -->\n1. [ ] scores\n   > Not yet.\n1. [x] weights\n1. [ ] values"
    + note
  private static let gap =
    "### How many?\n<!-- quiz id=q -->\nThe [[softmax|soft maximum]] of two is [[0.707 ± 0.001]], of [[10..14]] blocks, "
    + "and a vector is [[(4, 6)]]." + note
  private static let drawn =
    "### How long?\n<!-- quiz id=q d=int(2,4) q=ints(d,-3,3) -->\nOf {{q}} in {{d}} it is [[= dot(q,q) ± 0.01]]."
    + note

  static let all = [
    Part(
      name: "The comment", right: choice,
      slips: [
        ("<!-- quiz id=q tags=a,b -->", "<!-- Quiz id=q tags=a,b -->"),
        ("<!-- quiz id=q tags=a,b -->", "<!- quiz id=q tags=a,b -->"),
        ("<!-- quiz id=q tags=a,b -->", "<!-- quiz id=q tags=a,b --> more"),
        ("id=q", "id = q"), ("id=q", "id=ä q"), ("id=q", "rev=2"), ("tags=a,b", "tag=a"),
        ("tags=a,b", "#a #b"), ("tags=a,b", "lang=english"),
      ]),
    Part(
      name: "Options and reasons", right: choice,
      slips: [
        ("1. [x] weights", "1. [x weights"), ("1. [x] weights", "1. (x) weights"),
        ("1. [x] weights", "- [x] weights"), ("1. [x] weights", "1. [ ] weights"),
        ("1. [x] weights", "1. [x] weights (right)"), ("1. [x] weights", "1. [x] **weights**"),
        ("1. [x] weights", "1. [x] weights; [ ] sums"), ("1. [ ] values", "1. [ ] Weights."),
        ("1. [ ] values", "1. [ ] all of the above"), ("   > Not yet.", "> Not yet."),
        ("> [!NOTE]", "> [NOTE]"),
      ]),
    Part(
      name: "Gaps and numbers", right: gap,
      slips: [
        ("[[softmax|soft maximum]]", "[softmax|soft maximum]]"),
        ("[[softmax|soft maximum]]", "[[softmax|soft maximum]"),
        ("[[softmax|soft maximum]]", "[[softmax|soft maximum]]]"),
        ("[[softmax|soft maximum]]", "[[softmax, soft maximum]]"),
        ("[[softmax|soft maximum]]", "[[softmax|]]"),
        ("[[softmax|soft maximum]]", "[[c1::softmax]]"),
        ("[[softmax|soft maximum]]", "{{softmax}}"), ("[[10..14]]", "[[10-14]]"),
        ("[[10..14]]", "[[14..10]]"), ("[[10..14]]", "[[1,000]]"), ("[[(4, 6)]]", "[[(4 6)]]"),
        ("[[0.707 ± 0.001]]", "[[0,707 ± 0,001]]"), ("[[0.707 ± 0.001]]", "[[0.707 ± 1%]]"),
        ("[[0.707 ± 0.001]]", "[[~0.707]]"), ("[[0.707 ± 0.001]]", "[[0.707 ms]]"),
      ]),
    Part(
      name: "Numbers that are drawn", right: drawn,
      slips: [
        ("{{q}}", "{{q}"), ("{{q}}", "{q}"), ("{{q}}", "{{p}}"), ("d=int(2,4)", "d=int(4,2)"),
        ("d=int(2,4)", "d=int(2,2)"), ("d=int(2,4)", "d=rand(2,4)"), ("d=int(2,4)", "d=2..4"),
        ("d=int(2,4)", "d=int(2,4) k=int(1,3)"), ("[[= dot(q,q) ± 0.01]]", "[[dot(q,q) ± 0.01]]"),
        ("[[= dot(q,q) ± 0.01]]", "[[= dto(q,q) ± 0.01]]"),
        ("[[= dot(q,q) ± 0.01]]", "[[= dot(q,q ± 0.01]]"),
        ("[[= dot(q,q) ± 0.01]]", "[[= {{q}} ± 0.01]]"),
      ]),
    Part(
      name: "Order and pairs",
      right: "### In which order?\n<!-- quiz id=q -->\n1. scores\n1. scaling\n1. softmax" + note,
      slips: [
        ("1. scaling", "1. scaling (second)"),
        ("1. scaling", "- scaling"), ("1. scaling", "1.scaling"), ("1. scaling", "1. Scores."),
      ]),
    Part(
      name: "",
      right:
        "### What for?\n<!-- quiz id=q -->\n- query :: what is looked for\n- key :: where it is found"
        + note,
      slips: [
        ("- query ::", "- query :"), ("- query ::", "- query ->"), ("- query ::", "1. query ::"),
        ("- query ::", "- key ::"), ("where it is found", "What is looked for."),
      ]),
    Part(
      name: "Fences", right: "```softmax\nscores = 1 2 3\nwords = a, b, c\n```\n",
      slips: [
        ("```softmax", "```softmx"), ("scores =", "score ="), ("scores = 1 2 3", "scores: 1 2 3"),
        ("scores = 1 2 3", "scores = 1 2 x"), ("words = a, b, c", "words = a, b"),
        ("words = a, b, c", "words = a, b, c, d"),
      ]),
  ]

  /// What `check` says first of a question with a slip.
  static func finding(_ right: String, in part: Part, as wrong: String) -> Diagnostic? {
    guard let place = part.right.firstRange(of: right) else { return nil }
    let text =
      "# C\n\n## L\n\nText.\n\n\(part.right[..<place.lowerBound])\(wrong)\(part.right[place.upperBound...])"
    let library = Library(
      title: "a", key: "a", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    return CheckCommand.diagnostics(
      library, bank: QuestionBank(library), path: { $0 }, isThere: { _ in true }
    ).first { $0.severity != .note }
  }

  /// A part of the guide.
  static var guide: String {
    var text = """

      ## Slips

      What is one slip away from a question is told with the text to write. A question with an error is a box until it
      is mended, and counted nowhere; a warning may be meant as it stands.

      """
    for part in all {
      if !part.name.isEmpty {
        text += "\n### \(part.name)\n\n| written | `check` says |\n|---|---|\n"
      }
      for (right, wrong) in part.slips {
        guard let told = finding(right, in: part, as: wrong) else { continue }
        text +=
          "| \(code(wrong)) | \(told.severity.rawValue): \(plain(told.message)): \(code(told.remedy)) |\n"
      }
    }
    return text
  }

  /// A text as code in a cell of a table.
  private static func code(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|")
    guard line.contains("`") else { return "`\(line)`" }
    // More marks than stand in it at once.
    return "```` \(line) ````"
  }

  /// A text in a cell of a table, its signs those of no Markdown.
  private static func plain(_ text: String) -> String {
    var result = ""
    for sign in text {
      if "\\|*_[]{}<>`#$~".contains(sign) { result += "\\" }
      result.append(sign)
    }
    return result
  }
}
