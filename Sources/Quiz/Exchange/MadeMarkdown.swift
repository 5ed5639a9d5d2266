import Notes

/// A question that was made from notes, as Markdown of its own, so that it can be written into other notes. What
/// it cannot say it leaves alone: whoever uses it looks whether the same question comes of it.
struct MadeMarkdown {
  /// The question from its heading on; nil where a part of it is of no kind that is written here.
  let text: String

  init?(_ question: Question) {
    let section = question.section
    let writer = Writer(marks: section.marks)
    guard let heading = writer.line(section.heading) else { return nil }
    var blocks: [String] = []
    for hint in section.hints {
      guard let written = writer.blocks(hint) else { return nil }
      blocks.append(Self.quoted(written))
    }
    guard let asked = writer.blocks(section.prompt.filter { !$0.plainText.isEmpty }),
      let told = writer.blocks(section.explanation.filter { !$0.plainText.isEmpty })
    else { return nil }
    if !asked.isEmpty { blocks.append(asked) }
    if let answers = section.answers {
      guard let list = writer.block(answers) else { return nil }
      blocks.append(list)
    }
    if !told.isEmpty { blocks.append(Self.quoted("[!NOTE]\n" + told)) }
    text =
      "### \(heading)\n<!-- quiz -->\n\n" + blocks.joined(separator: "\n\n")
  }

  /// A text on one line; nil where it holds what is not written here.
  static func line(_ inlines: [Inline]) -> String? { Writer(marks: Marks()).line(inlines) }

  fileprivate static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }
}

private struct Writer {
  let marks: Marks

  func blocks(_ blocks: [Block]) -> String? {
    let written = blocks.compactMap(block)
    return written.count == blocks.count ? written.joined(separator: "\n\n") : nil
  }

  func block(_ block: Block) -> String? {
    switch block.kind {
    case .paragraph(let inlines): return line(inlines)
    case .maths(let formula): return "$$\n\(formula)\n$$"
    case .code(let info, let text) where !text.contains("```"):
      return "```\(info)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```"
    case .quote(let inner):
      return blocks(inner).map(MadeMarkdown.quoted)
    case .list(let list):
      let sign = list.start == nil ? "-" : "1."
      let items = list.items.compactMap { item -> String? in
        guard let text = blocks(item.blocks) else { return nil }
        let box = item.task.map { $0 ? "[x] " : "[ ] " } ?? ""
        let indent = "\n" + String(repeating: " ", count: sign.count + 1)
        let lines = text.replacing("\n\n", with: "\n").split(
          separator: "\n", omittingEmptySubsequences: false)
        return "\(sign) \(box)\(lines.joined(separator: indent))"
      }
      return items.count == list.items.count ? items.joined(separator: "\n") : nil
    default: return nil
    }
  }

  /// Text on one line; nil where it holds what is not written here.
  func line(_ inlines: [Inline]) -> String? {
    let parts = inlines.compactMap(part)
    guard parts.count == inlines.count else { return nil }
    return Self.atStart(parts.joined().trimmed)
  }

  private func part(_ inline: Inline) -> String? {
    switch inline {
    case .text(let text): text.unicodeScalars.reduce(into: "") { $0 += written($1) }
    case .code(let text) where !text.contains("`"): "`\(filled(text))`"
    case .maths(let formula) where !formula.contains("$"): "$\(filled(formula))$"
    case .emphasis(let inner): wrapped(inner, in: "*")
    case .strong(let inner): wrapped(inner, in: "**")
    case .marked(let inner): wrapped(inner, in: "==")
    case .struck(let inner): wrapped(inner, in: "~~")
    case .softBreak: " "
    case .link(let address, let inner)
    where !address.isEmpty && !address.contains(where: { "() <>\n[".contains($0) }):
      wrapped(inner, in: "").map { "[\($0)](\(address))" }
    default: nil
    }
  }

  private func wrapped(_ inner: [Inline], in sign: String) -> String? {
    let parts = inner.compactMap(part)
    return parts.count == inner.count ? sign + parts.joined() + sign : nil
  }

  /// Answer marks in code and formulas as they were written.
  private func filled(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += mark($1) ?? String(Character($1)) }
  }

  private func written(_ scalar: Unicode.Scalar) -> String {
    if let mark = mark(scalar) { return mark }
    if scalar == "\n" { return " " }
    return "\\`*_{}[]<>#+!|~$=&^%@".unicodeScalars.contains(scalar)
      ? "\\\(scalar)" : String(Character(scalar))
  }

  private func mark(_ scalar: Unicode.Scalar) -> String? {
    guard let index = marks.indexes(in: String(Character(scalar))).first else { return nil }
    return switch marks.all[index] {
    case .value(let text): "{{\(text)}}"
    case .blank(let text): "[[\(text)]]"
    case .literal(let text): text
    }
  }

  /// What would begin a list, a heading line or a definition there stands behind a backslash.
  private static func atStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "-:.)".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    return !digits.isEmpty && (rest.hasPrefix(".") || rest.hasPrefix(")"))
      ? digits + "\\" + rest : text
  }
}
