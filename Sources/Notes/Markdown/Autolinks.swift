/// Bare web addresses in text, as GitHub links them.
enum Autolinks {
  static func split(_ text: String) -> [Inline] {
    guard text.utf8.contains(UInt8(ascii: "/")) || text.holds("www.") else {
      return [.text(text)]
    }
    var result: [Inline] = []
    var plain = ""
    var rest = text[...]
    var previous: Character?
    while !rest.isEmpty {
      if previous.map({ $0.isLetter || $0.isNumber }) != true, let length = address(rest) {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        let shown = String(rest.prefix(length))
        let destination = shown.hasPrefix("www.") ? "http://" + shown : shown
        result.append(.link(destination: destination, [.text(shown)]))
        rest = rest.dropFirst(length)
        previous = shown.last
      } else {
        previous = rest.removeFirst()
        previous.map { plain.append($0) }
      }
    }
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }

  /// How many characters at the head of `text` are a web address; nil for none.
  private static func address(_ text: Substring) -> Int? {
    guard
      let scheme = ["https://", "http://", "www."].first(where: { text.hasPrefix($0) })
    else { return nil }
    var address = text.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
    while let last = address.last {
      if "?!.,:;*_~'".contains(last) {
        address = address.dropLast()
      } else if last == ")",
        address.count(where: { $0 == ")" }) > address.count(where: { $0 == "(" })
      {
        address = address.dropLast()
      } else {
        break
      }
    }
    return address.count > scheme.count + 2 && address.dropFirst(scheme.count).contains(".")
      ? address.count : nil
  }
}
