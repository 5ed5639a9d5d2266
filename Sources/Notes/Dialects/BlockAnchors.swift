/// Obsidian's names of blocks, `^a1b2c3` behind the last word of one: links lead there, nobody reads them.
extension [Inline] {
  var withoutBlockAnchor: [Inline] {
    guard case .text(let text)? = last, text.holds("^"), let sign = text.lastIndex(of: "^") else {
      return self
    }
    let name = text[sign...].dropFirst()
    let before = text[..<sign]
    // `x ^n` is a formula that somebody typed.
    guard name.count > 4, before.isEmpty || before.last == " ",
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      name.contains(where: \.isLetter), name.contains(where: { $0.isNumber || $0 == "-" })
    else { return self }
    let rest = String(before).trimmedAtEnd
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
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
