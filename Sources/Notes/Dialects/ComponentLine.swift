// What a line of a text with components says by its first and last signs.

extension ArraySlice<UInt8> {
  /// Without white space at its ends.
  var trimmedBytes: ArraySlice<UInt8> {
    var slice = drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D { slice.removeLast() }
    return slice
  }

  /// Whether it stands nearer to the margin; a tab leads on to the next place that four divide.
  func isIndentedLess(than wanted: Int) -> Bool {
    var indent = 0
    for byte in self where indent < wanted {
      switch byte {
      case 0x20: indent += 1
      case 0x09: indent += 4 - indent % 4
      default: return true
      }
    }
    return indent < wanted
  }

  /// Whether it ends a fence of so many signs.
  func closesFence(of sign: UInt8, _ open: Int) -> Bool {
    first == sign && fenceCount.map { $0 >= open && $0 == count } ?? false
  }

  /// How many signs of a fence it begins with, three or more.
  var fenceCount: Int? {
    guard let sign = first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let count = prefix { $0 == sign }.count
    guard count >= 3, sign != UInt8(ascii: "`") || !dropFirst(count).contains(sign) else {
      return nil
    }
    return count
  }

  /// Where the tag begins that closes one of some elements at its end.
  func closingTag(of isOne: (String) -> Bool) -> Int? {
    guard last == UInt8(ascii: ">"), let open = lastIndex(of: UInt8(ascii: "<")),
      open + 1 < endIndex, self[open + 1] == UInt8(ascii: "/"),
      isOne(String(decoding: self[(open + 2)..<(endIndex - 1)], as: UTF8.self))
    else { return nil }
    return open
  }

  /// The place behind the first of a text.
  func firstEnd(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    return indices.first { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
      .map { $0 + wanted.count }
  }
}

extension String {
  /// Whether it is a statement of JavaScript that names what comes in or goes out.
  var beginsProgram: Bool {
    let words = split(separator: " ", maxSplits: 2)
    guard words.count > 1, let sign = words[1].first else { return false }
    if words[0] == "import" {
      return "{*'\"".contains(sign) || words[1].last == ","
        || words.count > 2 && words[2].hasPrefix("from ")
    }
    guard words[0] == "export" else { return false }
    switch words[1] {
    case "const", "let", "var": return contains("=")
    case "function", "class", "async": return contains("{") || contains("(")
    case "default":
      return words.count > 2 && ["function", "class", "(", "{"].contains { words[2].hasPrefix($0) }
    default: return sign == "{" || sign == "*"
    }
  }
}
