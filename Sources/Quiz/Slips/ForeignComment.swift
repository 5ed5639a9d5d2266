import Notes

/// A comment with another word for `quiz`, as in `<!-- question -->`, or one of another language, as in
/// `// quiz`, `.. quiz` and `{% comment %} quiz {% endcomment %}`: none of ours, unless what stands below it
/// is a question.
struct ForeignComment {
  static let words: Set = ["question", "questions", "flashcard", "mcq", "cloze", "/quiz"]
  /// What may be said of other things, such as a list of what is to be done.
  static let others: Set = ["test", "exam", "exercise", "task"]
  /// What begins a remark that names a question, beside those: `<!-- check yourself -->`, `<!-- self test -->`.
  static let naming: Set = [
    "problem", "check", "self", "yourself", "understanding", "choice", "choose", "pick", "select",
    "blank", "blanks", "true", "fill",
  ]
  /// How others begin.
  private static let phrases = [
    "multiple choice", "single choice", "choose one", "choose all", "choose the", "pick one",
    "pick the", "select one", "select all", "select the", "true or false", "fill in",
  ]
  /// What may stand before the word of one: `a quiz`.
  private static let articles: Set = [
    "a", "the", "my", "our", "this", "mini", "quick", "pop", "short", "little", "small", "first",
    "last", "next", "new",
  ]
  /// No remark of more words is one.
  private static let mostWords = 4
  /// Words that put a text into a comment.
  private static let frames: Set = ["comment", "endcomment", "rem", "lt", "gt"]
  /// What begins a comment of other languages, where `quiz` is not the word.
  private static let openings = [
    "//", "..", "{%", "{#", "{/*", "/*", "--", ";", "<", "(*", "%", "[//]",
  ]

  private static let misspelt: Set = ["quizz", "qiuz", "quizes"]

  /// A word that stands further behind is not looked for.
  static let longest = 120

  /// As it ought to be written.
  let right: String
  let isOther: Bool
  /// Whether its word is the one that ours have, so that any answer below it is a question's.
  let isQuiz: Bool
  /// Whether it says something of a quiz, and sets nothing.
  private(set) var isRemark = false
  /// Whether that is what is to be done.
  private(set) var isPlan = false
  /// Whether the lines around it put it into a comment.
  private var isSpread = false
  /// Whether it names a question, and nothing else: `<!-- question 4 -->`. Such a remark stands above many a list of
  /// what is to be done too, whose ticks are meant to be seen. So it is taken for a slip where options are
  /// plainly options, whose key a learner would see: one tick among numbers, or a heading that asks. Else it is
  /// a warning alone, of a comment that was forgotten.
  private(set) var isNaming = false
  /// Whether it opens a fence of colons.
  private var isFence = false

  /// Reads a block of HTML; nil where it is no such comment. Its word may stand anywhere among settings.
  init?(_ html: String) {
    let text = html.trimmed
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count >= 7,
      !QuizComment.isMended(text)
    else { return nil }
    let words = text.dropFirst(4).dropLast(3)
    if let remark = Self.remark(words) {
      self.init(remark: remark)
    } else {
      self.init(parts: words)
    }
  }

  private init(remark: Substring) {
    (isOther, isQuiz, isRemark) = (false, false, true)
    isPlan = QuizRemark.isPlan(remark)
    right = Self.right([])
  }

  private init?(parts text: Substring) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    let names = parts.filter { !$0.contains("=") }
    // `<!-- d=int(2,4) -->`, `<!-- "quiz" -->`, `<!-- attend: quiz -->`.
    if Self.isQuiz(parts, names), QuizComment("<!--\(text)-->") == nil {
      // What names a place may be of any program.
      isQuiz = !names.isEmpty || parts.contains { $0.contains("(") }
      isOther = !isQuiz
      right = Self.right(parts)
      return
    }
    // `<!-- the quiz id=a -->`.
    if names.count == 2, parts.count > 2, names.contains(where: { $0.lowercased() == "quiz" }) {
      (isOther, isQuiz) = (false, true)
      right = Self.right(parts)
      return
    }
    // `<!-- quizz: weights -->`.
    if names.count == parts.count, names.count > 1,
      Self.misspelt.contains(names[0].lowercased().filter(\.isLetter))
    {
      (isOther, isQuiz) = (true, false)
      right = Self.right(parts)
      return
    }
    if names.count == parts.count, Self.isNaming(names) {
      (isOther, isQuiz, isNaming) = (true, false, true)
      right = Self.right([])
      return
    }
    guard names.count == 1, let word = names.first.map({ $0.lowercased().filter { $0 != ":" } }),
      Self.words.contains(word) || Self.others.contains(word)
    else { return nil }
    isOther = Self.others.contains(word)
    isQuiz = false
    right = Self.right(parts)
  }

  /// Whether words name a question: `question 4`, `test yourself`, `check your understanding`.
  private static func isNaming(_ names: [Substring]) -> Bool {
    let all = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    guard let first = all.first, all.count <= mostWords else { return false }
    if ["selftest", "selfcheck", "selfassessment"].contains(first) { return true }
    guard all.count > 1 else { return false }
    let whole = all.joined(separator: " ")
    if phrases.contains(where: whole.hasPrefix) { return true }
    if all.last == "quiz", all.dropLast().allSatisfy(articles.contains) { return true }
    switch first {
    case "self": return ["test", "check", "assessment"].contains(all[1])
    case "check": return all[1].hasPrefix("your")
    default: return words.contains(first) || others.contains(first) || first == "problem"
    }
  }

  /// Whether a comment says nothing but that a question stands here.
  static func namesQuestion(_ html: String) -> Bool { ForeignComment(html)?.isNaming == true }

  /// Whether a comment says nothing but what ours do, be it without their word, or with quotes around it.
  private static func isQuiz(_ parts: [Substring], _ names: [Substring]) -> Bool {
    if names.isEmpty {
      let (directive, problems) = Directive.read(right(parts))
      return problems.isEmpty && (directive.id != nil || !directive.parameters.isEmpty)
    }
    let words = names.map { $0.lowercased().filter { $0.isLetter || $0 == "/" } }
    return words == ["quiz"] || words == ["attend", "quiz"]
  }

  /// What a comment says behind `quiz` that sets nothing; nil for another one.
  private static func remark(_ text: Substring) -> Substring? {
    let said = text.drop(while: \.isWhitespace)
    let body = said.dropFirst(4)
    guard said.prefix(4).lowercased() == "quiz", body.first?.isLetter != true,
      QuizRemark.isOne(body)
    else { return nil }
    return body
  }

  /// Reads a line that holds the word and nothing but signs and settings beside it: `/* quiz id=a */`.
  init?(line: some StringProtocol) {
    guard line.utf8.count <= Self.longest else { return nil }
    let text = line.trimmed
    if let form = CommentForm(text[...]), let remark = Self.remark(form.words) {
      self.init(remark: remark)
      return
    }
    self.init(bare: text)
  }

  private init?(bare text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace).map(Self.bare).filter { !$0.isEmpty }
      .filter { !Self.frames.contains($0.lowercased()) }
    guard let word = parts.first?.lowercased(), parts.dropFirst().allSatisfy({ $0.contains("=") })
    else { return nil }
    isQuiz = word == "quiz"
    guard
      isQuiz || Self.words.contains(word) && Self.openings.contains(where: text.hasPrefix)
    else { return nil }
    // A tag of Obsidian's.
    isOther = text.hasPrefix("#")
    right = Self.right(parts[...])
  }

  /// Whether a line holds nothing but what puts the lines below it into a comment: `{% comment %}`.
  private static func opens(_ line: String) -> Bool {
    line.utf8.count <= longest
      && line.split(whereSeparator: \.isWhitespace).map(bare).allSatisfy {
        $0.isEmpty || frames.contains($0.lowercased())
      }
  }

  /// A word without the signs around it.
  private static func bare(_ word: Substring) -> Substring {
    func isSign(_ character: Character) -> Bool {
      !character.isLetter && !character.isNumber && !"([".contains(character)
    }
    var rest = word.drop { !$0.isLetter && !$0.isNumber }
    // The brackets of a setting are its own.
    while let last = rest.last, isSign(last), last != ")" || !rest.contains("(") {
      rest.removeLast()
    }
    return rest
  }

  private static func right(_ parts: some Collection<Substring>) -> String {
    "<!-- "
      + (["quiz"] + parts.filter { $0.contains("=") }.map { $0.filter { !"\"'".contains($0) } })
      .joined(separator: " ")
      + " -->"
  }

  /// The one that a block begins with, and its line; nil for none.
  static func find(in block: Block, _ lines: [Substring]) -> (comment: Self, line: Int)? {
    var first = block.line
    switch block.kind {
    case .heading:
      // Comments that leave no block.
      guard lines.indices.contains(first), let form = CommentForm(lines[first]), form.html == nil
      else { return nil }
      return ForeignComment(line: lines[first]).map { ($0, first + 1) }
    case .table, .footnotes: return nil
    case .list: return fence(above: first, lines)
    case .html(let html):
      if html.hasPrefix("<!--") { return ForeignComment(html).map { ($0, first) } }
    // The text of a fence begins on the line below it.
    case .code: first -= 1
    default: break
    }
    if let fence = fence(above: first, lines) { return fence }
    for number in first..<first + 3 where lines.indices.contains(number - 1) {
      let line = lines[number - 1].trimmed
      if var comment = ForeignComment(line: line) {
        comment.isSpread = number > first
        return (comment, number)
      }
      guard !line.isEmpty, opens(line) else { return nil }
    }
    return nil
  }

  /// The opening of a fence of colons right above a line that names it a quiz: `:::{quiz}`.
  private static func fence(above first: Int, _ lines: [Substring]) -> (comment: Self, line: Int)? {
    for number in [first - 1, first - 2] where lines.indices.contains(number - 1) {
      let line = lines[number - 1].trimmed
      if line.isEmpty { continue }
      guard line.hasPrefix(":::"), var comment = ForeignComment(line: line) else { return nil }
      comment.isFence = true
      return (comment, number)
    }
    return nil
  }

  /// What to say of it.
  func slip(in block: Block, line: Int, isBelowHeading: Bool) -> Diagnostic {
    let place =
      isBelowHeading ? "" : " on the line below the heading of its question, and none here"
    if isFence {
      return Diagnostic(
        line: line, column: 1, "a fence makes no question of what stands in it",
        remedy: "write \(right)\(place), and take the ::: that closes the fence away")
    }
    guard case .code = block.kind else {
      return Diagnostic(
        line: line, column: 1, "this comment makes no question of what stands below it",
        remedy: "write \(right)\(place)")
    }
    return Diagnostic(
      line: line, column: 1, "a fence makes no question of what stands in it",
      remedy: "write \(right)\(place), and take the line that closes the fence away")
  }
}
