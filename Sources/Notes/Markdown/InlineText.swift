extension MaskedText {
  /// A part of the masked text as inlines: what was opaque is what it was found to be.
  func inlines(in part: Range<Int>, isInTable: Bool) -> [Inline] {
    var found: [Inline] = []
    var at = part.lowerBound
    func add(to end: Int) {
      if at < end { found.append(.text(String(decoding: bytes[at..<end], as: UTF8.self))) }
    }
    for piece in pieces[firstPiece(after: at)...] {
      guard piece.range.lowerBound < part.upperBound else { break }
      add(to: piece.range.lowerBound)
      let tex = isInTable ? piece.content.withoutEscapedBars : piece.content
      switch piece.kind {
      case .maths: found.append(.maths(tex))
      case .displayMaths: found.append(.displayMaths(tex))
      case .text: found.append(.text(piece.content))
      case .comment: found.append(.html(piece.content))
      }
      at = piece.range.upperBound
    }
    add(to: part.upperBound)
    return found
  }
}

extension String {
  /// The same with `\|` as the bar that it stands for in a table's cell.
  var withoutEscapedBars: String {
    guard holds("\\|") else { return self }
    var text = ""
    for part in split(separator: "|", omittingEmptySubsequences: false) {
      if !text.isEmpty || part.startIndex > startIndex {
        if text.hasSuffix("\\") { text.removeLast() }
        text.append("|")
      }
      text += part
    }
    return text
  }
}

extension [Inline] {
  /// The same with neighbouring texts made one.
  var joinedTexts: [Inline] {
    guard count > 1 else { return self }
    var joined: [Inline] = []
    joined.reserveCapacity(count)
    // One text grows in place: putting it back each time would copy it each time.
    var run: String?
    for inline in self {
      if case .text(let more) = inline {
        run = run ?? ""
        run?.append(more)
        continue
      }
      if let text = run { joined.append(.text(text)) }
      run = nil
      joined.append(inline)
    }
    if let text = run { joined.append(.text(text)) }
    return joined
  }

  /// A text of words alone; nothing where it is empty.
  static func words(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(text)] }

  /// What a picture may be called by: formulas are kept, of all else the words.
  var wordsAndFormulas: [Inline] {
    map { inline in
      switch inline {
      case .maths, .displayMaths: inline
      default: .text([inline].plainText)
      }
    }.joinedTexts
  }
}
