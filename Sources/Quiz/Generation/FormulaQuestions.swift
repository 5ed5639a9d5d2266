import Notes

/// Formulas that stand alone: which formula gives what the line before it names, and what a sign in it stands for.
enum FormulaQuestions {
  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    var names = Names()
    for piece in lesson.pieces { piece.block.prose.map { names.add($0) } }
    return lesson.pieces.indices.flatMap { index -> [QuestionSection] in
      guard case .maths = lesson.pieces[index].block.kind,
        !Heads.isAside(lesson.pieces[index].heading)
      else { return [] }
      let formula = lesson.pieces[index].block
      let before = index > 0 ? given(lesson.pieces[index - 1], formula, names) : nil
      let behind =
        index + 1 < lesson.pieces.count ? sign(lesson.pieces[index + 1], formula) : nil
      return [before, behind].compactMap { $0 }
    }
  }

  /// What a line names that ends before a formula: `The loss is`, `The variance is given by`.
  private static func given(
    _ piece: LessonProse.Piece, _ formula: Block, _ names: Names
  ) -> QuestionSection? {
    guard case .paragraph(let inlines) = piece.block.kind else { return nil }
    let text = CodedText(inlines)
    guard let sentence = Sentences.of(text.text).last, sentence.utf8.count < 200 else { return nil }
    var words = sentence.split(separator: " ").map(String.init)
    if let last = words.last, last.hasSuffix(":") { words[words.count - 1].removeLast() }
    let said = Said(phrase: words, names: names)
    var end = words.count
    while end > 2, endings.contains(said.lower[end - 1]) { end -= 1 }
    guard end > 1, end < words.count, ["is", "are", "becomes", "equals"].contains(said.lower[end])
    else { return nil }
    let start = (words[..<end].lastIndex { $0.hasSuffix(",") } ?? -1) + 1
    guard start < end, said.isClear(start..<end, 2...8),
      !said.lower[start..<end].contains(where: {
        Verbs.auxiliary.contains($0) || ["that", "which", "where", "if"].contains($0)
      }), !["and", "but", "so"].contains(said.lower[start]),
      said.lower[start..<end].contains(where: { $0.count > 3 && $0.allSatisfy(\.isLetter) })
    else { return nil }
    let subject = names.inside(said.part(start..<end)).joined(separator: " ")
    return .recall(
      text.inlines("Which formula gives \(subject)?"), line: piece.block.line, in: piece.heading,
      answer: [Block(.paragraph(text.inlines(sentence))), formula])
  }
  private static let endings: Set<String> = [
    "is", "are", "becomes", "equals", "given", "by", "defined", "as", "computed", "simply", "just",
    "then", "written", "follows",
  ]

  /// What the first sign stands for that a text behind a formula explains: `where $n$ is the length`.
  private static func sign(_ piece: LessonProse.Piece, _ formula: Block) -> QuestionSection? {
    guard case .paragraph(let inlines) = piece.block.kind else { return nil }
    let text = CodedText(inlines)
    let words = text.text.split(separator: " ").map(String.init)
    guard words.count > 5, ["where", "here", "here,", "with"].contains(words[0].lowercased()),
      words[1].count == 1, words[1].first.map(CodedText.isSign) ?? false,
      ["is", "are", "denotes", "means"].contains(words[2]),
      ["the", "a", "an", "how"].contains(words[3]), let told = Sentences.of(text.text).first
    else { return nil }
    var section = QuestionSection.recall(
      text.inlines("What does \(words[1]) stand for?"), line: piece.block.line,
      answer: [Block(.paragraph(text.inlines(told)))])
    section.prompt = [formula]
    return section
  }
}
