import Notes

extension ListQuestions.Entry {
  /// Longer labels are sentences.
  private static let longest = 60

  /// An item that begins with a bold, marked or coded term, and a colon or a dash.
  init?(_ item: Block.List.Item, line: Int) {
    guard let block = item.blocks.first, case .paragraph(let inlines) = block.kind else {
      return nil
    }
    self.init(inlines, line: block.line > 0 ? block.line : line)
  }

  /// A paragraph that does.
  init?(_ inlines: [Inline], line: Int) {
    let label: String
    var needsSign = true
    switch inlines.first {
    case .strong(let inner)?, .marked(let inner)?:
      let text = inner.prose
      needsSign = !text.hasSuffix(":") && !text.hasSuffix(".")
      label = needsSign ? text : String(text.dropLast()).trimmed
      isRunIn = text.hasSuffix(".")
    case .code(let code)?: label = code
    default: return nil
    }
    var body = Array(inlines.dropFirst())
    if needsSign {
      guard case .text(let text)? = body.first, let rest = Self.behindSign(text) else { return nil }
      body[0] = .text(rest)
    }
    body = body.trimmed.withoutPointer
    let name = Self.withoutFormula(label.withoutNumber)
    guard !name.isEmpty, name.count <= Self.longest, !name.contains(Sentences.hole), !body.isEmpty
    else { return nil }
    term = name
    self.body = body
    sentences = Sentences.of(body.prose)
    self.line = line
  }

  /// An item that begins with a few words and a colon, as in all of its list.
  init?(plain item: Block.List.Item, line: Int) {
    guard let block = item.blocks.first, case .paragraph(let inlines) = block.kind,
      case .text(let text)? = inlines.first, let sign = text.firstRange(of: ": "),
      case let label = text[..<sign.lowerBound], label.split(separator: " ").count <= 3,
      label.count <= 30, label.first?.isLetter == true,
      !label.contains(where: { "→=,;.“\"(".contains($0) })
    else { return nil }
    let body = ([.text(String(text[sign.upperBound...]))] + inlines.dropFirst()).trimmed
    guard !body.isEmpty else { return nil }
    term = String(label)
    self.body = body
    sentences = Sentences.of(body.prose)
    self.line = block.line > 0 ? block.line : line
  }

  /// A label without the formula in brackets that it ends in.
  private static func withoutFormula(_ label: String) -> String {
    label.hasSuffix("(\(Sentences.hole))") ? String(label.dropLast(3)).trimmed : label
  }

  /// What stands behind the colon or the dash that a text begins with, be it after a word in brackets.
  private static func behindSign(_ text: String) -> String? {
    var rest = text.drop { $0 == " " }
    if rest.first == "(", let close = rest.firstIndex(of: ")"),
      rest.distance(from: rest.startIndex, to: close) < 60
    {
      rest = rest[rest.index(after: close)...].drop { $0 == " " }
      // `**Patching** (or tracing). Run the model …`
      if rest.hasPrefix(". ") { return String(rest.dropFirst(2)) }
    }
    guard let sign = rest.first else { return nil }
    let behind = rest.dropFirst()
    switch sign {
    case ":", "–", "—": return String(behind.drop { $0 == " " })
    case "-" where behind.first == " " || behind.first == "-":
      return String(behind.drop { $0 == "-" || $0 == " " })
    default: return nil
    }
  }
}
