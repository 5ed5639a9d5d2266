/// Lines that Pandoc and those who write letters read as items, and CommonMark as one paragraph: `(1)`, `(a)`,
/// `a)`, `A.`, `i.` and `#.`. Where one follows the other, each begins a line and keeps its sign; so do lines that
/// each begin with what they are called, `Answer: C`.
extension [Inline] {
  var keepingItems: [Inline] {
    guard contains(.softBreak) else { return self }
    var items: Set<Int> = []
    /// The line that began with a sign last.
    var last: (place: Int, marks: [ItemMark])?
    for (index, inline) in enumerated() {
      guard index == 0 || self[index - 1] == .softBreak || self[index - 1] == .lineBreak,
        case .text(let text) = inline
      else { continue }
      let marks = ItemMark.all(text, isAlone: index + 1 < count && self[index + 1] != .softBreak)
      guard !marks.isEmpty else { continue }
      if let before = last,
        before.marks.contains(where: { mark in marks.contains(where: mark.goesOn) })
      {
        items.formUnion([before.place, index])
      }
      last = (index, marks)
    }
    guard !items.isEmpty else { return self }
    return indices.map { index in
      items.contains(index + 1) && self[index] == .softBreak ? .lineBreak : self[index]
    }
  }
}

/// What an item begins with.
private struct ItemMark {
  private enum Count { case numbers, letters, capitals, roman, bigRoman, same, label }
  private let count: Count
  private let value: Int
  /// Whether a bracket opens it, and what stands behind it.
  private let isOpened: Bool
  private let end: Character

  /// Whether another one is the next of its list.
  func goesOn(_ next: ItemMark) -> Bool {
    next.count == .label
      || count == next.count && isOpened == next.isOpened && end == next.end
        && next.value == value + (count == .same ? 0 : 1)
  }

  /// What a line may begin with: `i` is a letter and a number.
  ///
  /// - Parameter isAlone: whether words follow that are no text.
  static func all(_ text: String, isAlone: Bool) -> [ItemMark] {
    let found = signs(text, isAlone: isAlone)
    guard found.isEmpty, isLabelled(text, isAlone: isAlone) else { return found }
    return [ItemMark(count: .label, value: 0, isOpened: false, end: ":")]
  }

  /// Whether a line begins with a capital, a word or two, and a colon.
  private static func isLabelled(_ text: String, isAlone: Bool) -> Bool {
    let label = text.prefix(24).prefix { $0.isLetter || $0 == " " }
    let behind = text[label.endIndex...]
    return label.count > 2 && label.first?.isUppercase == true && label.last != " "
      && label.count(where: { $0 == " " }) < 2 && behind.first == ":"
      && behind.dropFirst().first.map({ $0 == " " }) ?? isAlone
  }

  private static func signs(_ text: String, isAlone: Bool) -> [ItemMark] {
    let isOpened = text.hasPrefix("(")
    let inside = text.dropFirst(isOpened ? 1 : 0)
    let word = inside.prefix(5).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "#" }
    let behind = inside[word.endIndex...]
    guard !word.isEmpty, let end = behind.first, end == ")" || end == "." && !isOpened,
      behind.dropFirst().first.map({ $0 == " " }) ?? isAlone,
      isAlone || behind.dropFirst().contains(where: { $0 != " " })
    else { return [] }
    func mark(_ count: Count, _ value: Int) -> ItemMark {
      ItemMark(count: count, value: value, isOpened: isOpened, end: end)
    }
    if word == "#" { return [mark(.same, 1)] }
    if let number = Int(word) { return number < 1000 ? [mark(.numbers, number)] : [] }
    let isSmall = word.allSatisfy(\.isLowercase)
    guard isSmall || word.allSatisfy(\.isUppercase) else { return [] }
    var found: [ItemMark] = []
    if word.utf8.count == 1, let byte = word.utf8.first {
      found.append(mark(isSmall ? .letters : .capitals, Int(byte & 0x1F)))
    }
    if let number = roman.firstIndex(of: word.lowercased()) {
      found.append(mark(isSmall ? .roman : .bigRoman, number + 1))
    }
    return found
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
  ]
}
