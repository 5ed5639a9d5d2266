import Basics
import Libc

/// Finds what is opaque in running text: it passes code spans, links' addresses, comments and tags,
/// and reads dollars, `\(`, `\[` and `\begin`. Whoever looks for blocks and whoever parses them ask
/// the same scanner, so that they agree.
struct OpaqueScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var ends: MathsEnd
  /// Paragraph by paragraph: backticks of these lengths close nothing up to this place.
  private var closerless: [Int: Int] = [:]
  /// Where these signs stand next.
  private var nextDollar = -1
  private var nextBackslash = -1
  private var nextAngle = -1
  private var nextTilde = -1
  /// No address ends before.
  private var addressless = 0
  /// No comment ends from here on.
  private var endlessComments = Int.max
  /// No comment ends in the paragraph that goes on up to here.
  private var commentless = 0
  /// What was found, in order.
  private(set) var spans: [OpaqueSpan] = []
  /// Pairs of dollars that might have been maths, and `$$` that nothing ends.
  private(set) var doubts: [(at: Int, advice: Advice)] = []
  /// Whether more is asked for than the last thing found.
  private let keepsAll: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsAll: Bool) {
    self.bytes = bytes
    self.keepsAll = keepsAll
    ends = MathsEnd(bytes)
  }

  /// Whether there may be something opaque in a text: most lines hold none of these signs.
  mutating func mayHold(in range: Range<Int>, tags: Bool) -> Bool {
    holds(UInt8(ascii: "$"), range, &nextDollar) || holds(UInt8(ascii: "\\"), range, &nextBackslash)
      || tags
        && (holds(UInt8(ascii: "<"), range, &nextAngle)
          || holds(UInt8(ascii: "~"), range, &nextTilde))
  }

  /// Looks ahead once for as many lines as hold no such sign.
  private func holds(_ byte: UInt8, _ range: Range<Int>, _ next: inout Int) -> Bool {
    if next < range.lowerBound {
      guard let base = bytes.baseAddress, range.lowerBound < bytes.count,
        let found = memchr(base + range.lowerBound, Int32(byte), bytes.count - range.lowerBound)
      else {
        next = .max
        return false
      }
      next = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
    return next < range.upperBound
  }

  /// Looks through a text, which what is found may outrun; the place that was reached.
  mutating func scan(from start: Int, to end: Int, _ place: TextPlace) -> Int {
    var at = start
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "$"): at = dollars(at, end, place)
      case UInt8(ascii: "\\"): at = backslash(at, place)
      case UInt8(ascii: "`"): at = backticks(at, place)
      case UInt8(ascii: "<"): at = angle(at, end, place)
      case UInt8(ascii: "]"): at = address(at, end)
      case UInt8(ascii: "~"): at = tildes(at, end)
      case UInt8(ascii: ":") where bytes[at..<end].starts(with: "://".utf8):
        at = bareAddress(at, end)
      default: at += 1
      }
    }
    return at
  }

  private mutating func add(
    _ kind: OpaqueSpan.Kind, _ range: Range<Int>, _ content: Range<Int>,
    _ place: TextPlace
  ) -> Int {
    if !keepsAll { spans.removeAll(keepingCapacity: true) }
    spans.append(OpaqueSpan(kind: kind, range: range, content: content, quotes: place.quotes))
    return range.upperBound
  }

  // MARK: Dollars

  private mutating func dollars(_ start: Int, _ end: Int, _ place: TextPlace) -> Int {
    var open = start
    while open < bytes.count, bytes[open] == UInt8(ascii: "$") { open += 1 }
    switch open - start {
    case 1:
      if let close = quotedEnd(open, place) {
        return add(.maths, start..<close + 2, open + 1..<close, place)
      }
      guard let close = ends.ofInline(open, place) else { return open }
      if DollarText.isText(bytes, open..<close) {
        doubt(start, "what stands between these dollars reads as an amount, a name or prose")
        return open
      }
      if keepsAll, DollarText.isDoubtful(bytes, open..<close) {
        doubts.append(
          (
            start,
            Advice(
              "what stands between these dollars reads as a sum of money, and is shown as a formula",
              remedy: "write \\$ for a dollar")
          ))
      }
      return add(.maths, start..<close + 1, open..<close, place)
    case 2:
      let reach: LineCrossing.Reach =
        start == place.lineStart || isLineEnd(open) ? .blankLines : .opaqueParagraph
      guard let close = ends.ofDisplay(open, place, reach), close > open else {
        doubt(start, "nothing ends this $$", remedy: "write $$ behind the formula, or ")
        return open
      }
      if start != place.lineStart, DollarText.isText(bytes, open..<close) {
        doubt(start, "what stands between these dollars reads as an amount, a name or prose")
        return open
      }
      return add(.displayMaths, start..<close + 2, open..<close, place)
    default: return open
    }
  }

  /// The backtick that ends GitHub's `` $`x`$ ``, which stands for a formula that Markdown must not
  /// look into; nil where the backticks are of code: `` $`x` ``.
  private func quotedEnd(_ open: Int, _ place: TextPlace) -> Int? {
    guard open < bytes.count, bytes[open] == UInt8(ascii: "`") else { return nil }
    var crossing = LineCrossing(bytes, place, .paragraph)
    var at = open + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "`") {
      if bytes[at] == 0x0A {
        guard let next = crossing.next(after: at) else { return nil }
        at = next
      } else {
        at += 1
      }
    }
    guard at > open + 1, at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "$"),
      at + 2 >= bytes.count || !isWord(bytes[at + 2]) && bytes[at + 2] != UInt8(ascii: "`")
    else { return nil }
    return at
  }

  private mutating func doubt(_ at: Int, _ what: String, remedy: String = "write ") {
    guard keepsAll else { return }
    doubts.append(
      (at, Advice("\(what), so it is shown as text", remedy: "\(remedy)\\$ for a dollar")))
  }

  // MARK: Commands

  private mutating func backslash(_ start: Int, _ place: TextPlace) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    let isFirst = start == place.lineStart
    // What ends its line begins a block, as what begins it does.
    let isBlock = isFirst || bytes[start + 1] == UInt8(ascii: "[") && isLineEnd(start + 2)
    let reach: LineCrossing.Reach = isBlock ? .blankLines : .opaqueParagraph
    switch bytes[start + 1] {
    case UInt8(ascii: "\\"): return doubledBackslash(start, place)
    case UInt8(ascii: "("):
      let content = start + 2
      guard
        let close = ends.written(
          Array("\\)".utf8), notBefore: Array("\\(".utf8), content, place, .opaqueParagraph),
        !isEscapedText(content..<close),
        !isCall(start) || DollarText.isTeX(bytes, content..<close)
      else { return content }
      return add(.maths, start..<close + 2, content..<close, place)
    case UInt8(ascii: "["):
      let content = start + 2
      guard
        let close = ends.written(
          Array("\\]".utf8), notBefore: Array("\\[".utf8), content, place, reach),
        !holdsCode(content..<close),
        DollarText.isTeX(bytes, content..<close)
          || isPadded(content..<close)
            && (isBlock && isLineEnd(close + 2) || DollarText.isSum(bytes, content..<close))
      else { return content }
      return add(.displayMaths, start..<close + 2, content..<close, place)
    case UInt8(ascii: "b"):
      guard let end = MathsEnvironment.end(bytes, start),
        let close = ends.written(end, notBefore: nil, start + 6, place, reach)
      else { return start + 1 }
      let range = start..<close + end.count
      return add(.displayMaths, range, range, place)
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return start + 2
    default: return start + 1
    }
  }

  /// `\\( x \\)` and `\\[ x \\]`, as mdBook and Hugging Face have it, whose Markdown takes one of the
  /// backslashes away. Behind a word, and around words, they are of paths and patterns.
  private mutating func doubledBackslash(_ start: Int, _ place: TextPlace) -> Int {
    let content = start + 3
    guard content < bytes.count, start == 0 || !isWord(bytes[start - 1]),
      start == 0 || !":\\\"'".utf8.contains(bytes[start - 1])
    else { return start + 2 }
    let isBlock =
      start == place.lineStart || bytes[start + 2] == UInt8(ascii: "[") && isLineEnd(content)
    let (opening, closing): (String, String)
    switch bytes[start + 2] {
    case UInt8(ascii: "("): (opening, closing) = ("\\\\(", "\\\\)")
    case UInt8(ascii: "["): (opening, closing) = ("\\\\[", "\\\\]")
    default: return start + 2
    }
    let isDisplay = bytes[start + 2] == UInt8(ascii: "[")
    guard
      let close = ends.written(
        Array(closing.utf8), notBefore: Array(opening.utf8), content, place,
        isDisplay && isBlock ? .blankLines : .opaqueParagraph),
      content < close, !isEscapedText(content..<close)
    else { return start + 2 }
    let isFormula =
      isDisplay
      ? DollarText.isTeX(bytes, content..<close)
        || isPadded(content..<close)
          && (isBlock && isLineEnd(close + 3) || DollarText.isSum(bytes, content..<close))
      : DollarText.isTeX(bytes, content..<close)
        || DollarSigns(bytes, content..<close).words == 0
    guard isFormula else { return start + 2 }
    return add(isDisplay ? .displayMaths : .maths, start..<close + 3, content..<close, place)
  }

  /// Brackets that were escaped to be text: `\(see below\)`.
  private func isEscapedText(_ content: Range<Int>) -> Bool {
    DollarText.isProse(bytes, content) || content.allSatisfy { bytes[$0] <= 0x20 }
      || holdsCode(content)
  }

  /// Whether code of Markdown's stands there, which no formula holds: quotes of TeX have two signs on each side.
  private func holdsCode(_ content: Range<Int>) -> Bool {
    let sign = UInt8(ascii: "`")
    return content.count { at in
      bytes[at] == sign && (at == content.lowerBound || bytes[at - 1] != sign)
        && (at + 1 == content.upperBound || bytes[at + 1] != sign)
    } > 1
  }

  /// Whether what stands before is a name, as in `print\(x\)`, where only the brackets are escaped.
  private func isCall(_ start: Int) -> Bool {
    start > 0 && isWord(bytes[start - 1])
  }

  private func isPadded(_ content: Range<Int>) -> Bool {
    content.count > 2 && bytes[content.lowerBound] <= 0x20
      && bytes[content.upperBound - 1] <= 0x20
      && content.contains { bytes[$0] > 0x20 }
  }

  private func isLineEnd(_ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    return at >= bytes.count || bytes[at] == 0x0A
  }

  // MARK: What Markdown reads first

  private mutating func backticks(_ start: Int, _ place: TextPlace) -> Int {
    var open = start
    while open < bytes.count, bytes[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - start
    if let known = closerless[length], known > start { return open }
    var crossing = LineCrossing(bytes, place, .paragraph)
    var at = open
    search: while at < bytes.count {
      if bytes[at] == 0x0A {
        guard let next = crossing.next(after: at) else { break search }
        at = next
      } else if bytes[at] == UInt8(ascii: "`") {
        let run = at
        while at < bytes.count, bytes[at] == UInt8(ascii: "`") { at += 1 }
        if at - run == length { return at }
      } else {
        at += 1
      }
    }
    closerless[length] = at
    return open
  }

  private mutating func angle(_ start: Int, _ end: Int, _ place: TextPlace) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) {
      if isLineEnd(start + 4), let close = endOfComment(start + 4, place) {
        return add(.comment, start..<close, start..<close, place)
      }
      return afterComment(start)
    }
    let limit = min(bytes.count, start + 1000)
    guard start + 1 < limit else { return start + 1 }
    switch bytes[start + 1] {
    case UInt8(ascii: "?"), UInt8(ascii: "!"): break
    default:
      guard let tag = HTMLTag(in: bytes, at: start, before: limit) else {
        return afterAutolink(start, end)
      }
      if tag.isKnown { return tag.end }
    }
    if keepsAll {
      spans.append(OpaqueSpan(kind: .text, range: start..<start + 1, content: start..<start + 1))
    }
    return start + 1
  }

  private func isWord(_ byte: UInt8) -> Bool {
    DollarText.isLetter(byte) || DollarText.isDigit(byte)
  }

  /// Passes tildes. One before a number means "about", before a path "home", and inside a word itself:
  /// it strikes nothing out in `(~$3)`, `~5 GB/~7 GB`, `~/bin` and `a~b`.
  private mutating func tildes(_ start: Int, _ end: Int) -> Int {
    var after = start
    while after < end, bytes[after] == UInt8(ascii: "~") { after += 1 }
    guard keepsAll, after == start + 1, after < end,
      start > 0 && isWord(bytes[start - 1])
        // Behind a word and before a sign it may end what is struck out: `~so~.`
        ? isWord(bytes[after])
        : "$.-+/".utf8.contains(bytes[after]) || DollarText.isDigit(bytes[after])
    else { return after }
    spans.append(OpaqueSpan(kind: .text, range: start..<after, content: start..<after))
    return after
  }

  /// The end of a comment among words whose first line holds nothing of it: md4c takes none of those for one.
  private mutating func endOfComment(_ start: Int, _ place: TextPlace) -> Int? {
    guard start >= commentless else { return nil }
    var crossing = LineCrossing(bytes, place, .paragraph)
    var at = start
    while at < bytes.count {
      if bytes[at] == 0x2D, bytes[at...].starts(with: "-->".utf8) { return at + 3 }
      guard bytes[at] == 0x0A else {
        at += 1
        continue
      }
      // Its end alone on a line begins no block.
      let next = bytes[(at + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
      if bytes[next...].starts(with: "-->".utf8) {
        at = next
      } else if let next = crossing.next(after: at) {
        at = next
      } else {
        break
      }
    }
    commentless = at
    return nil
  }

  private mutating func afterComment(_ start: Int) -> Int {
    guard start < endlessComments else { return start + 4 }
    var at = start + 4
    while at + 2 < bytes.count {
      if bytes[at] == 0x2D, bytes[at...].starts(with: "-->".utf8) { return at + 3 }
      at += 1
    }
    endlessComments = start
    return start + 4
  }

  /// `<https://…>`, where a dollar is not a mark.
  private func afterAutolink(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    while at < end, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "<") {
      if bytes[at] == UInt8(ascii: ">") {
        return bytes[start..<at].contains(UInt8(ascii: ":")) ? at + 1 : start + 1
      }
      at += 1
    }
    return start + 1
  }

  /// Passes the address of `[text](address)`, brackets within it and one in `<>` included.
  private mutating func address(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "(") else { return start + 1 }
    let first = start + 2
    if first + 1 < end, bytes[first] == UInt8(ascii: "<") {
      let close = bytes[(first + 1)..<end].prefix(1000).firstIndex { "<>".utf8.contains($0) }
      if let close, bytes[close] == UInt8(ascii: ">") { return close + 1 }
    }
    guard start >= addressless else { return bareAddress(first, end) }
    var at = first
    var depth = 0
    while at < end, bytes[at] > 0x20, !"<`".utf8.contains(bytes[at]) {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
      at += 1
    }
    addressless = at
    return bareAddress(first, end)
  }

  private func bareAddress(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] > 0x20, !"()<>`".utf8.contains(bytes[at]) { at += 1 }
    return at
  }
}
