/// Obsidian's names of blocks, `^a1b2c3` behind the last word of one: links lead there, nobody reads them.
extension [Inline] {
  var withoutBlockAnchor: [Inline] {
    guard case .text(let text)? = last, text.holds("^"), let sign = text.lastIndex(of: "^") else {
      return self
    }
    let name = text[sign...].dropFirst()
    let before = text[..<sign]
    guard before.isEmpty || before.last == " ",
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      name.contains(where: \.isLetter)
    else { return self }
    // `x ^n` and `10 ^th` are formulas that somebody typed.
    let isOwn = name.count > 4 && name.contains { $0.isNumber || $0 == "-" }
    let rest = String(before).trimmedAtEnd
    let word = before.split(separator: " ").last ?? ""
    // Behind a word, or what is set off as a whole, and behind the end of a sentence.
    let isBehindWord =
      rest.isEmpty
      ? name.count > 2 || count == 1 || self[count - 2] == .softBreak
      : word.count(where: \.isLetter) > 1
    let isBehindSentence = rest.last.map(".!?:\u{2026}".contains) == true
    guard isOwn || isBehindWord || isBehindSentence else { return self }
    var inlines = Array(dropLast())
    if rest.isEmpty {
      while inlines.last == .softBreak { inlines.removeLast() }
    } else {
      inlines.append(.text(rest))
    }
    return inlines
  }
}

extension String {
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
