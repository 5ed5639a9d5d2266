import Notes

/// What is nearly a quiz comment, and where one stands.
extension LessonQuestions {
  /// The block that a quiz comment stands below, comments of other kinds passed over; -1 where none is above.
  static func top(of index: Int, in blocks: [Block]) -> Int {
    var top = index - 1
    while top >= 0, case .html(let html) = blocks[top].kind, showsNothing(html),
      !QuizComment.mayStand(in: Array(html.utf8))
    {
      top -= 1
    }
    return top
  }

  /// Whether HTML is a comment of another program, or tags without a text, such as the name of a place.
  static func showsNothing(_ html: String) -> Bool {
    let html = html.trimmed
    if html.hasPrefix("<!--") { return html.hasSuffix("-->") }
    let texts = html.split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }
    return html.hasPrefix("<") && texts.allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  /// What is wrong with a quiz comment right below the line of a heading that is code for its indent; nil for
  /// all else.
  func indented(_ block: Block, below heading: Int) -> Diagnostic? {
    guard case .code("", let text) = block.kind, Directive.isQuiz(text.trimmed),
      block.line == heading + 1,
      lines.indices.contains(block.line - 1),
      lines[block.line - 1].hasPrefix("    ") || lines[block.line - 1].hasPrefix("\t")
    else { return nil }
    return Diagnostic(
      line: block.line, column: 1, "a quiz comment that is indented so far is code",
      remedy: "write \(text.trimmed) at the margin")
  }

  /// What is wrong with a block that holds what is nearly a quiz comment.
  ///
  /// - Parameter closing: what to write where it is a fence that nothing closes.
  func slip(in block: Block, closing: String?) -> Diagnostic? {
    switch block.kind {
    case .html(let html):
      guard lines.indices.contains(block.line - 1) else { return nil }
      if let comment = QuizComment(lines[block.line - 1], goesOn: !QuizComment.isMended(html)),
        let what = comment.slip
      {
        let column = lines[block.line - 1].prefix { $0 == " " }.count + 1
        return Diagnostic(line: block.line, column: column, what, remedy: "write \(comment.right)")
      }
      guard QuizComment.mayStand(in: Array(html.utf8)) else { return nil }
      let inner = html.split(separator: "\n").lazy.compactMap { QuizComment($0) }.first
      let behind = html.dropFirst(4)
      let closing = behind.firstRange(of: "-->")?.lowerBound ?? behind.endIndex
      if inner != nil, html.hasPrefix("<!--"), behind[..<closing].contains("<!--") {
        return Diagnostic(
          line: block.line, column: 1,
          "this comment is never closed, and a question stands below it",
          remedy: "write --> at its end")
      }
      if let inner, let open = tagAbove(inner, in: html) {
        return Diagnostic(
          line: block.line, column: 1,
          "HTML goes on to the next empty line, and a question stands in it",
          remedy: "write an empty line below \(open)")
      }
      return inner.map {
        Diagnostic(
          line: block.line, "a quiz comment stands inside other HTML",
          remedy: "write \($0.right) on a line of its own, below the heading of its question")
      }
    case .code(_, let text):
      guard let closing, QuizComment.mayStand(in: Array(text.utf8)) else { return nil }
      // The text of a fence begins on the line below it.
      return Diagnostic(
        line: block.line - 1, column: 1, "this fence is never closed, and a question stands in it",
        remedy: closing)
    default:
      let comments = block.comments.lazy.compactMap {
        QuizComment($0.split(separator: "\n").joined(separator: " "))
      }
      guard let comment = comments.first else { return nil }
      return Diagnostic(
        line: block.line, "a quiz comment needs a line of its own",
        remedy: "write \(comment.right) on the line below the heading of its question")
    }
  }

  /// The tag right above the heading of a question, or above its comment, that takes both into its HTML; nil where more
  /// stands in that.
  private func tagAbove(_ comment: QuizComment, in html: String) -> String? {
    let lines = html.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmed }
    guard let open = lines.first, open.hasPrefix("<"), !open.hasPrefix("<!--"), open.hasSuffix(">"),
      let place = lines.firstIndex(where: { QuizComment($0) != nil || Directive.isQuiz($0) }),
      lines[1..<place].allSatisfy({ $0.hasPrefix("#") }), place < 3
    else { return nil }
    return open
  }

  /// Whether a comment only exclaims, `<!-- Quiz! -->`, in a text where nothing may be asked: below no heading, and with
  /// no answers below it.
  func isExclaimed(at index: Int, in blocks: [Block]) -> Bool {
    guard case .html(let html) = blocks[index].kind, html.utf8.count < 40,
      html.dropFirst(4).contains("!"), html.lowercased().filter(\.isLetter) == "quiz",
      index == 0 || !blocks[index - 1].isHeading
    else { return false }
    return blocks[(index + 1)..<Self.end(blocks, after: index)].allSatisfy { block in
      switch block.kind {
      case .paragraph: !block.hasBlank(marks)
      case .heading, .rule, .footnotes: true
      default: false
      }
    }
  }

  func slipOrQuestion(_ block: Block) -> Bool {
    if case .html(let html) = block.kind, Directive.isQuiz(html) { return true }
    return slip(in: block, closing: nil) != nil
  }
}
