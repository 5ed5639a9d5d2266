import Basics

/// What the notes say and no screen shows: whatever is left out, an author can learn of.
package enum Losses {
  /// Elements of HTML of which nothing is shown. A source is another form of the picture or film that it stands in.
  private static let elements: Set<String> = HTMLNames.ofPages.union([
    "script", "style", "iframe", "video", "audio", "embed", "object", "canvas", "svg", "input",
    "area", "map", "meta",
  ]).subtracting(["source", "track"])

  /// What a lesson's blocks lose, by line of the lesson.
  package static func diagnostics(in blocks: [Block]) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): inlines.losses(block.line)
      case .quote(let blocks), .callout(_, let blocks): diagnostics(in: blocks)
      case .list(let list): list.items.flatMap { diagnostics(in: $0.blocks) }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 }).flatMap { $0.losses(block.line) }
      case .footnotes(let notes): notes.flatMap { diagnostics(in: $0.blocks) }
      case .definitions(let definitions):
        definitions.flatMap { $0.term.losses(block.line) + $0.texts.flatMap(diagnostics) }
      case .html(let html): losses(html, block.line)
      case .code, .maths, .rule: []
      }
    }
  }

  /// Footnotes of a file that nothing in it refers to, and those whose label was taken.
  ///
  /// - Parameter questions: the lines of the file that are a question's: what stands there may tell its answer, and
  ///   is best told after it.
  package static func footnotes(
    in document: Document, questions: [Range<Int>] = []
  ) -> [Diagnostic] {
    let notes = document.definitions.filter {
      document.bytes[$0.label.lowerBound] == UInt8(ascii: "^")
    }
    guard !notes.isEmpty else { return [] }
    let references = document.footnoteReferences
    var seen: Set<[UInt8]> = []
    var lines = LineCount()
    return notes.compactMap { note in
      let label = Array(document.bytes[note.label])
      let line = lines.line(at: note.range.lowerBound, in: document.bytes)
      let name = "[\(String(decoding: label, as: UTF8.self))]"
      guard seen.insert(label).inserted else {
        return Diagnostic(
          .warning, line: line,
          "a footnote \(name) stands before, so this one is not shown",
          remedy: "give it a label of its own")
      }
      guard !references.contains(label) else { return nil }
      let text = String(
        decoding: document.bytes[note.label.upperBound..<note.range.upperBound].dropFirst(2),
        as: UTF8.self
      ).prefix { $0 != "\n" }.trimmed
      let isAnswer = questions.contains { $0.contains(line) }
      return Diagnostic(
        .warning, line: line,
        "nothing refers to the footnote \(name), so it is not shown",
        remedy: isAnswer && !text.isEmpty
          ? "to tell it after the answer, write > [!NOTE] on a line above it, and > \(text) in place of it"
          : "write \(name) in the text")
    }
  }

  fileprivate static func losses(_ html: String, _ line: Int) -> [Diagnostic] {
    let bytes = Array(html.utf8)
    let lastLinkEnd = ByteSearch("</a").flatMap { search in
      var last: Int?
      var start = 0
      while let next = search.first(in: bytes, from: start, to: bytes.count) {
        start = next + "</a".utf8.count
        // `</article>` ends no link.
        if start == bytes.count || bytes[start] <= 0x20 || bytes[start] == UInt8(ascii: ">") {
          last = next
        }
      }
      return last
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var found: [Diagnostic] = []
      var line = line
      var at = 0
      while at < buffer.count {
        if buffer[at] == 0x0A { line += 1 }
        if buffer[at] == UInt8(ascii: "<"), buffer[at...].starts(with: "<!--".utf8) {
          let end = buffer.indices.dropFirst(at).first { buffer[$0...].starts(with: "-->".utf8) }
          line += buffer[at..<(end ?? buffer.count)].count { $0 == 0x0A }
          at = end ?? buffer.count
          continue
        }
        if buffer[at] == UInt8(ascii: "<"), at + 1 < buffer.count,
          buffer[at + 1] != UInt8(ascii: "/"),
          let tag = HTMLTag(in: buffer, at: at, before: min(buffer.count, at + 4000)),
          let loss = loss(
            of: tag, String(decoding: buffer[at..<tag.end], as: UTF8.self),
            isClosed: lastLinkEnd ?? -1 >= at)
        {
          found.append(Diagnostic(.warning, line: line, loss))
        }
        at += 1
      }
      return found
    }
  }

  /// Whether a tag says something that is not shown.
  static func isLost(_ tag: HTMLTag, _ written: String) -> Bool {
    loss(of: tag, written, isClosed: true) != nil
  }

  /// What a tag says that is not shown; of a link that is closed the address can be followed.
  private static func loss(of tag: HTMLTag, _ written: String, isClosed: Bool) -> Advice? {
    if elements.contains(tag.name) {
      return Advice("<\(tag.name)> is not shown", remedy: "describe in words what it shows")
    }
    // Most tags say nothing more than their name.
    guard written.utf8.contains(UInt8(ascii: "=")) else { return nil }
    func says(_ name: String) -> Bool { HTMLTag.value(of: name, in: written)?.isEmpty == false }
    if tag.name == "a", !isClosed, says("href") {
      return Advice("the address of this <a> cannot be followed", remedy: "write [text](address)")
    }
    return says("title")
      ? Advice("the title of this <\(tag.name)> is not shown", remedy: "say it in the text") : nil
  }
}

extension [Inline] {
  fileprivate func losses(_ line: Int) -> [Diagnostic] {
    flatMap { inline -> [Diagnostic] in
      switch inline {
      case .html(let html): Losses.losses(html, line)
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        inner.losses(line)
      default: []
      }
    }
  }
}

extension Document {
  /// The labels of footnotes that stand in the text, `[^label]` without a colon after it.
  fileprivate var footnoteReferences: Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let start = open, index - start < 100, start < index,
          bytes[start] == UInt8(ascii: "^"),
          index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: ":") || !isLineStart(start)
        {
          found.insert(Array(bytes[start..<index]))
        }
        open = nil
      default: break
      }
    }
    return found
  }

  private func isLineStart(_ start: Int) -> Bool { start < 2 || bytes[start - 2] == 0x0A }
}
