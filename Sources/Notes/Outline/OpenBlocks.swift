extension Outline {
  /// A fence or a comment that nothing closes.
  package struct Unclosed: Equatable, Sendable {
    /// The line on which it opens, counted from 1 in the file.
    package var line: Int
    /// What would close it.
    package var closing: String
    /// Whether a heading that opens a lesson stands in it.
    package var hidesLessons: Bool
    /// The fence that was to close it and does not, being of another sign or too short: its line and its signs.
    package var nearly: Nearly?

    /// A fence that closes nothing.
    package struct Nearly: Equatable, Sendable {
      package var line: Int
      package var signs: String
      /// The line as it closes the fence, where its signs alone do not tell what is wrong with it: they stand in
      /// another quote, or further in or out than those that open it.
      package var right: String?
    }

    /// What to write, and where.
    package var remedy: String {
      if let nearly {
        guard let right = nearly.right else {
          return "write \(closing) in place of \(nearly.signs) on line \(nearly.line)"
        }
        return right == closing
          ? "write \(closing) at the margin on line \(nearly.line)"
          : "write \"\(right)\" on line \(nearly.line)"
      }
      return "write \(closing) "
        + (closing != "-->" ? "on a line of its own behind the code" : "at its end")
    }

    /// What to tell the author.
    package var diagnostic: Diagnostic {
      let isFence = closing != "-->"
      var told = Diagnostic(
        line: line, column: 1, "this \(isFence ? "fence" : "comment") is never closed",
        remedy: remedy)
      if !hidesLessons { told.severity = .warning }
      return told
    }
  }
}

/// What is open while a file is scanned: where a fence or a comment began, and the first heading in it
/// that would open a lesson if it had been closed.
struct OpenBlocks {
  struct Block {
    let line: Int
    let closing: String
    /// Where the line of a fence begins; nil for a comment.
    let start: Int?
    /// The heading's level that opens lessons in this file, as far as that is known.
    let level: Int
    var heading: (start: Int, line: Int)?
    /// What was to close it, unless another fence opens before that.
    var nearly: Outline.Unclosed.Nearly?
    var holdsFence = false
  }

  /// The scan begins again behind so many at most, lest a hostile file takes time without end.
  static let most = 100

  var open: Block?
  var recovered = 0
}

extension OutlineScanner {
  /// Looks whether the line just scanned tells that a fence was never closed; where to go on then.
  mutating func recover(_ start: Int, _ end: Int, _ line: Int) -> (start: Int, line: Int)? {
    guard unclosed != nil else { return nil }
    switch leaf {
    case .fence(let character, let length):
      if unclosed?.open == nil {
        begin(
          String(repeating: Character(Unicode.Scalar(character)), count: length), line, at: start)
        return nil
      }
      guard let mark = FenceState.mark(of: bytes[start..<end]),
        mark.isBare || !isShown(start..<end, line)
      else { break }
      let signs = String(
        repeating: Character(Unicode.Scalar(mark.character)), count: mark.length)
      // A fence inside one of its own length was to begin behind it.
      if mark.character == character, mark.length >= length, !mark.isBare {
        let heading = giveUp()
        if heading == nil { begin(signs, line, at: start) }
        return heading
      }
      if mark.isBare, let open = unclosed?.open, !open.holdsFence {
        let own = Self.prefix(of: bytes[start..<end], mark.character)
        let prefix = open.start.map { Self.prefix(of: bytes[$0..<end], character) } ?? ""
        let isElsewhere = own != prefix && (signs == open.closing || !prefix.isEmpty)
        unclosed?.open?.nearly = .init(
          line: line, signs: signs, right: isElsewhere ? prefix + open.closing : nil)
      }
      unclosed?.open?.holdsFence = true
    case .html(.comment):
      if unclosed?.open == nil {
        // A slip in a quiz comment is told where questions are read, and hides nothing.
        if QuizComment.read(bytes, start, end)?.isComment == false {
          leaf = .none
        } else {
          begin("-->", line, at: nil)
        }
        return nil
      }
    default:
      guard let block = unclosed?.open else { return nil }
      let heading = block.closing == "-->" && isClosedByOther(start, end) ? giveUp() : nil
      unclosed?.open = nil
      return heading
    }
    if let block = unclosed?.open, block.heading == nil, isHeading(start, end, block.level) {
      unclosed?.open?.heading = (start, line)
    }
    return nil
  }

  /// Whether the line that closes a comment is one by itself, as of a question: then the one above was never
  /// closed, unless it is closed again behind this one, being around it.
  private func isClosedByOther(_ start: Int, _ end: Int) -> Bool {
    let line = bytes[start..<end].drop { $0 <= 0x20 }
    guard line.starts(with: "<!--".utf8) else { return false }
    var at = end
    while at + 2 < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), bytes[at...].starts(with: "<!--".utf8) { return true }
      if bytes[at] == UInt8(ascii: "-"), bytes[at...].starts(with: "-->".utf8) { return false }
      at += 1
    }
    return true
  }

  /// Where to go on when the file ends in something that is open; nil where it does not.
  mutating func recoverAtEnd() -> (start: Int, line: Int)? {
    unclosed?.open == nil ? nil : giveUp()
  }

  /// Whether a line that would open a fence is code of the one that is open: it comes right below its head, or stands
  /// so much further in.
  private func isShown(_ line: Range<Int>, _ number: Int) -> Bool {
    guard let open = unclosed?.open, let start = open.start else { return false }
    return number == open.line + 1
      || FenceState.indent(of: bytes[line])
        >= FenceState.indent(of: bytes[start..<endOfLine(from: start)]) + 4
  }

  /// What stands before the signs of a fence, in which what begins an item of a list is an indent.
  private static func prefix(of line: some Collection<UInt8>, _ sign: UInt8) -> String {
    let before = line.prefix { $0 != sign }
    // Nobody writes a longer one.
    guard before.count <= 40 else { return "" }
    return String(decoding: before.map { $0 == UInt8(ascii: ">") ? $0 : 0x20 }, as: UTF8.self)
  }

  private mutating func begin(_ closing: String, _ line: Int, at start: Int?) {
    let levels = outline.marks.map(\.level)
    let level = levels.contains(2) || !levels.contains(1) ? 2 : 1
    unclosed?.open = OpenBlocks.Block(
      line: line, closing: closing, start: start, level: level)
  }

  /// Notes what was never closed, and goes back to the first heading in it.
  private mutating func giveUp() -> (start: Int, line: Int)? {
    guard let block = unclosed?.open, (unclosed?.recovered ?? 0) < OpenBlocks.most else {
      return nil
    }
    unclosed?.open = nil
    unclosed?.recovered += 1
    outline.unclosed.append(
      .init(
        line: block.line, closing: block.closing, hidesLessons: block.heading != nil,
        nearly: block.nearly))
    guard let heading = block.heading else { return nil }
    forgetContainers()
    leaf = .none
    while let last = outline.marks.last, last.start >= heading.start { outline.marks.removeLast() }
    lastCut = heading.start
    return heading
  }

  /// Whether a line is a heading of a level, at its very beginning.
  private func isHeading(_ start: Int, _ end: Int, _ level: Int) -> Bool {
    guard end - start > level + 1 else { return false }
    return bytes[start..<start + level].allSatisfy { $0 == UInt8(ascii: "#") }
      && bytes[start + level] == 0x20
  }
}
