extension ArraySlice<UInt8> {
  /// How many slashes a line is made of, three or more; nil for another line.
  var slashes: Int? {
    let count = prefix { $0 == UInt8(ascii: "/") }.count
    return count >= 3 && dropFirst(count).isBlank ? count : nil
  }

  /// How often `$$` stands in it.
  var dollars: Int {
    guard contains(UInt8(ascii: "$")) else { return 0 }
    return indices.dropLast().count { self[$0] == 0x24 && self[$0 + 1] == 0x24 }
  }

  /// MyST's comments, and its marks between cells.
  var isSeenByNobody: Bool {
    if first == UInt8(ascii: "%") { return dropFirst().first.map { $0 <= 0x20 } ?? true }
    let behind = dropFirst(3).drop { $0 == 0x20 }.first ?? 0x0D
    return starts(with: "+++".utf8) && (behind == 0x0D || behind == UInt8(ascii: "{"))
  }

  /// The line that parts a card's head from its text, `^^^`.
  var partsCard: Bool {
    let text = trimmedBytes
    return text.count >= 3 && text.allSatisfy { $0 == UInt8(ascii: "^") }
  }

  /// `:Name: value`, a field as docutils has it; nil for another line, and for a picture that is written so.
  var field: (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    guard first == UInt8(ascii: ":") else { return nil }
    let name = dropFirst().prefix { $0 != UInt8(ascii: ":") }
    let behind = self[name.endIndex...].dropFirst()
    guard name.endIndex < endIndex, let sign = name.first, (0x61...0x7A).contains(sign | 0x20),
      name.last != 0x20, !name.contains(UInt8(ascii: "`")), behind.isBlank || behind.first == 0x20,
      !Shortcodes.isName(String(decoding: name, as: UTF8.self)), !Icon.mayStand(in: self)
    else { return nil }
    return (name, behind.trimmedBytes)
  }

  var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
  var isIndented: Bool { first == 0x09 || starts(with: "    ".utf8) }

  /// How many colons a line is made of, three or more; nil for another line.
  var colons: Int? {
    let count = prefix { $0 == UInt8(ascii: ":") }.count
    return count >= 3 && dropFirst(count).isBlank ? count : nil
  }

  /// How many hashes it begins with.
  var hashes: Int { prefix { $0 == UInt8(ascii: "#") }.count }

  /// The text of a heading, without what Pandoc has behind it; nil for another line.
  var headingText: [UInt8]? {
    guard (1...6).contains(hashes), dropFirst(hashes).first == 0x20 else { return nil }
    var text = Array(dropFirst(hashes).drop { $0 == 0x20 })
    while let last = text.last, last <= 0x20 || last == UInt8(ascii: "#") { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// `:name: value`, as directives have at their head.
  var isOption: Bool {
    guard first == UInt8(ascii: ":"), let close = dropFirst().firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return self[(startIndex + 1)..<close].allSatisfy {
      $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0)
    } && close > startIndex + 1
  }
}
