import Notes

/// Inlines as text to be looked through by words: code and formulas are one sign each, and stand as they were
/// written in whatever is cut from it.
struct CodedText {
  /// Signs that stand for what is no text; what an author wrote of them is none.
  private static let first: UInt32 = 0xF1000
  private static let most: UInt32 = 0x800

  private(set) var text = ""
  private var kept: [Inline] = []
  /// What is emphasised or marked in it, some of it.
  private(set) var setApart: [String] = []

  init(_ inlines: [Inline]) {
    add(inlines)
    text = text.trimmed
  }

  static func isSign(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (first..<first + most).contains(scalar.value)
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let string):
        text += string.contains(where: Self.isSign) ? string.filter { !Self.isSign($0) } : string
      case .emphasis(let inner), .strong(let inner), .marked(let inner):
        let before = text.utf8.count
        add(inner)
        if setApart.count < 20 {
          setApart.append(
            String(text[text.utf8.index(text.startIndex, offsetBy: before)...]).trimmed)
        }
      case .link(_, let inner): add(inner)
      case .code, .maths: keep(inline)
      case .lineBreak, .softBreak: text += " "
      case .displayMaths, .image, .struck: text.append(Sentences.hole)
      case .footnote, .html: break
      }
    }
  }

  private mutating func keep(_ inline: Inline) {
    guard kept.count < Self.most, let scalar = Unicode.Scalar(Self.first + UInt32(kept.count))
    else {
      text.append(Sentences.hole)
      return
    }
    text.unicodeScalars.append(scalar)
    kept.append(inline)
  }

  /// The signs of formulas that compute something, and are no mere names.
  var formulas: Set<Character> {
    var signs: Set<Character> = []
    for (index, inline) in kept.enumerated() {
      guard case .maths(let formula) = inline,
        formula.contains(where: { "+-*/^(".contains($0) })
          || formula.firstRange(of: "\\frac") != nil
          || formula.firstRange(of: "\\sqrt") != nil,
        let scalar = Unicode.Scalar(Self.first + UInt32(index))
      else { continue }
      signs.insert(Character(scalar))
    }
    return signs
  }

  /// Inlines of some of its words.
  func inlines(_ part: String) -> [Inline] {
    var inlines: [Inline] = []
    var text = ""
    for character in part {
      guard Self.isSign(character), let scalar = character.unicodeScalars.first,
        case let index = Int(scalar.value - Self.first), kept.indices.contains(index)
      else {
        text.append(character)
        continue
      }
      if !text.isEmpty { inlines.append(.text(text)) }
      text = ""
      inlines.append(kept[index])
    }
    return text.isEmpty ? inlines : inlines + [.text(text)]
  }
}
