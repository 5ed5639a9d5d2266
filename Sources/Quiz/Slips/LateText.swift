import Notes

/// Text behind the answers. It would be shown with what is asked, above them, and what stands there is told after
/// an answer, as a rule: of each kind of question alike.
enum LateText {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let answered = section.lastAnswer,
      case let late = section.prompt.filter({ $0.line > answered && $0.isTold && !$0.isFigure }),
      let block = late.first
    else { return [] }
    return [
      Diagnostic(
        line: line(of: block), column: 1,
        "this stands behind the answers, and would be shown before they are given",
        remedy: late.count > 1
          ? "to tell it after the answer, write > [!NOTE] on a line above it, and > before each line "
            + "from here on, the empty ones too; or put it above the answers, if it is given"
          : remedy(for: block, source))
    ]
  }

  private static func remedy(for block: Block, _ source: QuestionSource) -> String {
    let lines = source.lines.from(block.line).prefix { !$0.trimmed.isEmpty }
    let given = "; or put it above the answers, if it is given"
    switch block.kind {
    case .code(let info, _) where Callout.isKnown(Block.fenceName(info)):
      return
        "a fence is no note: write > [!NOTE] in place of this line, > before each of those below, "
        + "and take the line that closes it away"
    case .paragraph where lines.count == 1:
      return "to tell it after the answer, write > [!NOTE] on a line above it, and > "
        + (lines.first?.trimmed ?? "") + given
    default:
      return
        "to tell it after the answer, write > [!NOTE] on a line above it, and > before each of "
        + "its lines" + given
    }
  }

  /// The text of a fence begins on the line below it.
  private static func line(of block: Block) -> Int {
    if case .code = block.kind { max(1, block.line - 1) } else { block.line }
  }
}

extension QuestionSection {
  /// The line on which the last of what is answered with begins: options, the last block with an answer mark, or
  /// the note of what is only to be said; nil where there is none.
  fileprivate var lastAnswer: Int? {
    answers?.line ?? prompt.last { $0.hasBlank(marks) }?.line
      ?? explanation.lazy.map(\.line).first { $0 > 0 }
  }
}

extension Block {
  /// Whether it is code in a fence or by its indent.
  var isCode: Bool { if case .code = kind { true } else { false } }

  /// Whether it says or shows something: comments and rules do not.
  var isTold: Bool {
    switch kind {
    case .html(let html): html.saysWords || html.showsPicture
    case .paragraph(let inlines): inlines.contains(where: \.isTold)
    case .rule, .footnotes: false
    default: true
    }
  }
}

extension Inline {
  /// Whether it says something: a tag by itself does not, such as the name of a place.
  fileprivate var isTold: Bool {
    switch self {
    case .html(let html): html.saysWords || html.showsPicture
    case .text(let text): !text.allSatisfy(\.isWhitespace)
    case .lineBreak, .softBreak: false
    default: true
    }
  }
}

extension String {
  /// What stands between tags of these is not shown.
  private static let unshown = ["script", "style", "svg"]

  /// Elements that show something without a word.
  private static let pictures: Set = ["img", "video", "audio", "iframe", "object", "embed"]

  /// Whether a tag in a text of HTML shows a picture or a film, which may be all of an answer.
  fileprivate var showsPicture: Bool {
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      let tag = rest[open...]
      if Self.pictures.contains(tag.dropFirst().prefix(while: \.isLetter).lowercased()) {
        return true
      }
      guard let end = tag.firstRange(of: tag.hasPrefix("<!--") ? "-->" : ">") else { return false }
      rest = tag[end.upperBound...]
    }
    return false
  }

  /// Whether anything but tags and comments stands in a text of HTML.
  fileprivate var saysWords: Bool {
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      if rest[..<open].contains(where: Self.isSaid) { return true }
      let tag = rest[open...]
      let name = tag.dropFirst().prefix(while: \.isLetter).lowercased()
      let close =
        tag.hasPrefix("<!--") ? "-->" : Self.unshown.contains(name) ? "</\(name)" : ">"
      guard let end = tag.firstRange(of: close) else { return false }
      rest = tag[end.upperBound...]
    }
    return rest.contains(where: Self.isSaid)
  }

  /// Whether a sign may be all of an answer.
  private static func isSaid(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}

extension Block {
  /// Languages whose lines look like the inputs of a figure.
  private static let languages: Set = ["python", "py", "toml", "ini", "sh", "bash", "text", "txt"]

  /// Whether it is a fence of nothing but `input = value`, as a figure to try is written: it gives away nothing.
  fileprivate var isFigure: Bool {
    guard case .code(let info, let text) = kind, case let name = Block.fenceName(info),
      !name.isEmpty, !Self.languages.contains(name.lowercased())
    else { return false }
    return text.split(separator: "\n").allSatisfy { line in
      let words = line.split(separator: " ", maxSplits: 2)
      return words.isEmpty || words.count > 2 && words[1] == "="
    }
  }
}
