/// `<details>` of HTML, as GitHub's notes fold what is not for everybody: what stands in it, under its
/// summary. Where nothing closes one, it stays HTML.
extension [Block] {
  /// Deeper ones stay HTML: what goes through blocks goes as deep as they do.
  private static var deepestDetails: Int { 16 }

  var withDetails: [Block] {
    let isThere = contains {
      if case .html(let html) = $0.kind { html.holdsTag("details") } else { false }
    }
    guard isThere else { return self }
    var stack: [OpenDetails] = []
    var result: [Block] = []
    func add(_ block: Block) {
      if stack.isEmpty { result.append(block) } else { stack[stack.count - 1].blocks.append(block) }
    }
    func close() {
      guard let open = stack.popLast() else { return }
      add(Block(.callout(open.callout, open.blocks), line: open.line))
    }
    for block in self {
      guard case .html(let html) = block.kind else {
        add(block)
        continue
      }
      for part in DetailsPart.split(html, line: block.line) {
        switch part {
        case .open(let tag, let line) where stack.count < Self.deepestDetails:
          stack.append(OpenDetails(tag: tag, line: line))
        case .summary(_, let text, _) where stack.last?.takesSummary == true:
          stack[stack.count - 1].summary = text
        case .close where !stack.isEmpty: close()
        case .open(let written, let line), .summary(let written, _, let line),
          .close(let written, let line), .other(let written, let line):
          add(Block(.html(written), line: line))
        }
      }
    }
    // What nothing closes was none.
    while let open = stack.popLast() {
      let summary = open.summary.map { "<summary>\($0)</summary>\n" } ?? ""
      add(Block(.html(open.tag + summary), line: open.line))
      for block in open.blocks { add(block) }
    }
    return result
  }
}

/// One that was opened and is not closed yet.
private struct OpenDetails {
  /// As it was written, with what parts it from what follows.
  let tag: String
  let line: Int
  var summary: String?
  var blocks: [Block] = []

  var takesSummary: Bool { summary == nil && blocks.isEmpty }

  var callout: Callout {
    var title: [Inline] = []
    let text = Markdown.parse(Array((summary ?? "").withoutBlockTags.trimmed.utf8)).blocks.first
    switch text?.kind {
    case .paragraph(let inlines), .heading(_, let inlines): title = inlines
    default: break
    }
    var callout = Callout(name: "details", title: title)
    let isOpen = tag.dropFirst("<details".count).lowercased().firstRange(of: "open") != nil
    callout.fold = isOpen ? .open : .closed
    return callout
  }
}

/// Elements that make a block of what they hold.
private let blockTags: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "center"]

/// What a piece of HTML says of details.
private enum DetailsPart {
  case open(String, line: Int), summary(String, text: String, line: Int), close(String, line: Int)
  case other(String, line: Int)

  static func split(_ html: String, line: Int) -> [DetailsPart] {
    guard html.holdsTag("details") || html.holdsTag("summary") else {
      return [.other(html, line: line)]
    }
    let bytes = Array(html.utf8)
    var parts: [DetailsPart] = []
    var start = 0
    var at = 0
    var (counted, current) = (0, line)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func number(of place: Int) -> Int {
      current += bytes[counted..<place].count { $0 == 0x0A }
      counted = place
      return current
    }
    func endOther(before place: Int) {
      let written = text(start..<place)
      if !written.trimmed.isEmpty { parts.append(.other(written, line: number(of: start))) }
    }
    let summaryEnd = ByteSearch("</summary>")
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<"), let tag = HTMLTag(in: bytes, at: at) else {
        at += 1
        continue
      }
      var end = tag.end
      if tag.name == "details" {
        endOther(before: at)
        if end < bytes.count, bytes[end] == 0x0A { end += 1 }
        let written = text(at..<end)
        parts.append(
          tag.isClosing
            ? .close(written, line: number(of: at)) : .open(written, line: number(of: at)))
        start = end
      } else if tag.name == "summary", !tag.isClosing,
        let close = summaryEnd?.first(in: bytes, from: tag.end, to: bytes.count)
      {
        endOther(before: at)
        end = close + "</summary>".utf8.count
        parts.append(
          .summary(text(at..<end), text: text(tag.end..<close), line: number(of: at)))
        start = end
      }
      at = end
    }
    endOther(before: bytes.count)
    return parts
  }
}

extension String {
  /// The text without the tags that make a block of it: a summary is a title, also where it is written as one.
  fileprivate var withoutBlockTags: String {
    guard contains("<") else { return self }
    let bytes = Array(utf8)
    var kept: [UInt8] = []
    var start = 0
    for (place, tag) in HTMLTags(bytes, in: bytes.indices) where blockTags.contains(tag.name) {
      kept += bytes[start..<place]
      start = tag.end
    }
    return String(decoding: kept + bytes[start...], as: UTF8.self)
  }

  /// Whether an element of that name may begin or end in it.
  fileprivate func holdsTag(_ name: StaticString) -> Bool {
    holds(name) || lowercased().contains("\(name)")
  }
}
