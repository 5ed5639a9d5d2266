import Notes
import TextUI
import Typesetting

/// Inline Markdown as cells, each with the target that it belongs to.
struct InlineCells {
  private(set) var cells: [Cell] = []
  /// For each cell the index of its target, or −1.
  private(set) var owners: [Int32] = []
  /// Positions after which a line must end.
  private(set) var breaks: [Int] = []
  /// The kinds of the targets met, in order.
  private(set) var targets: [Page.Target.Kind] = []
  private let ascii: Bool
  private let firstTarget: Int
  /// Whether what stands last is a picture's words: a word right behind them would run into them.
  private var endsInPicture = false

  init(_ inlines: [Inline], style: Style, ascii: Bool, firstTarget: Int) {
    self.ascii = ascii
    self.firstTarget = firstTarget
    append(inlines, style, owner: -1)
  }

  private mutating func append(_ text: some StringProtocol, _ style: Style, owner: Int32) {
    if endsInPicture, let first = text.first, first.isLetter || first.isNumber {
      put(" ", style, owner: owner)
    }
    put(text, style, owner: owner)
    endsInPicture = false
  }

  private mutating func put(_ text: some StringProtocol, _ style: Style, owner: Int32) {
    cells.append(text, style)
    owners.append(contentsOf: repeatElement(owner, count: cells.count - owners.count))
  }

  private mutating func append(_ inlines: [Inline], _ style: Style, owner: Int32) {
    for inline in inlines { append(inline, style, owner) }
  }

  private mutating func append(_ inline: Inline, _ style: Style, _ owner: Int32) {
    switch inline {
    case .text(let text): append(ascii ? ASCIISpelling.text(text) : text, style, owner: owner)
    case .emphasis(let inner): append(inner, style.adding(.italic), owner: owner)
    case .strong(let inner):
      var strong = style.adding(.bold)
      if strong.role == .text { strong.role = .strong }
      append(inner, strong, owner: owner)
    case .struck(let inner):
      // Few terminals can strike text out: its signs stay.
      let struck = style.adding(.struck)
      append([.text("~~")] + inner + [.text("~~")], struck, owner: owner)
    case .marked(let inner):
      // As a marker does it on paper.
      append(inner, style.adding(.selected), owner: owner)
    case .code(let code):
      append(code, Style(.code, style.attributes), owner: owner)
    case .maths(let tex), .displayMaths(let tex):
      let text = Maths.inline(tex, ascii: ascii)
      // A short formula stays on one line.
      let kept = text.displayWidth <= 24 ? text.map { $0 == " " ? "\u{A0}" : $0 } : Array(text)
      append(String(kept), Style(.maths, style.attributes), owner: owner)
    case .link(let destination, let inner):
      let target = addTarget(.link(destination))
      append(
        inner.isEmpty ? [.text(destination)] : inner, Style(.link, style.attributes), owner: target)
    case .image(let alternative, let source):
      if let last = cells.last?.glyph, last.isLetter || last.isDigit {
        put(" ", style, owner: owner)
      }
      let muted = Style(.muted, style.attributes)
      append("[image: ", muted, owner: owner)
      append(alternative.isEmpty ? [.text(source)] : alternative, muted, owner: owner)
      append("]", muted, owner: owner)
      endsInPicture = true
    case .footnote(let number):
      append("[\(number)]", Style(.link), owner: addTarget(.footnote(number)))
    case .lineBreak: breaks.append(cells.count)
    case .softBreak: append(" ", style, owner: owner)
    case .html: break
    }
  }

  private mutating func addTarget(_ kind: Page.Target.Kind) -> Int32 {
    targets.append(kind)
    return Int32(firstTarget + targets.count - 1)
  }

  /// Lines of at most `width` columns, as ranges of the cells.
  func lines(width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for end in breaks + [cells.count] where end >= start {
      let part = Array(cells[start..<end])
      lines += Wrapping.lines(of: part, width: width).map {
        $0.lowerBound + start..<$0.upperBound + start
      }
      start = end
      while start < cells.count, cells[start].glyph.isSpace { start += 1 }
    }
    return lines
  }
}
