/// Whether two dollars each begin a variable of a shell: `$HOME/bin:$PATH`, `"$A" "$B"`, `${a}${b}`.
///
/// A formula may be followed by letters too, `$x$s`: something else has to tell that it is none.
enum ShellText {
  /// Reads `content`, which stands between two dollars, and what is around them.
  static func isText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ before: UInt8, _ after: UInt8
  ) -> Bool {
    let last = bytes[content.upperBound - 1]
    if last == UInt8(ascii: "_"), content.count == 1 || bytes[content.upperBound - 2] != 0x5C {
      return true
    }
    let name = nameAfter(bytes, content.upperBound + 1)
    let isBraced = after == UInt8(ascii: "{") && isExpansion(bytes, content.upperBound + 1)
    guard !name.isEmpty || isBraced || after == UInt8(ascii: "(") else { return false }
    let first = nameAfter(bytes, content.lowerBound)
    let isWhole = first.count == content.count
    if after == UInt8(ascii: "(") {
      return "/:=@".utf8.contains(last)
        || isWhole && first.count > 1 && first.allSatisfy { isCapital(bytes[$0]) }
    }
    if "/:\"'-.,([=@&".utf8.contains(last) { return true }
    // `${A}x$B`, `${arr[0]}$x`, `$(pwd)$x`
    if isExpansion(bytes, content.lowerBound) { return true }
    if isWhole, isBraced { return true }
    guard isWhole, let next = name.first else { return false }
    if isCapital(bytes[next]), first.allSatisfy({ isCapital(bytes[$0]) }) { return true }
    // `"$a$b"`, `$src$ext`
    let end = name.endIndex < bytes.count ? bytes[name.endIndex] : 0x20
    let isQuoted = before == UInt8(ascii: "\"") && end == before
    return isQuoted || first.count > 2 && name.count > 2
  }

  /// The name that begins there; empty where none does.
  private static func nameAfter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, isNamePart(bytes[end]), end > start || !DollarText.isDigit(bytes[end])
    {
      end += 1
    }
    return start..<end
  }

  /// Whether braces or brackets of a shell begin there: `{name}`, `{name:-word}`, `{#name[0]}`,
  /// `(command)`.
  private static func isExpansion(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    switch bytes[start] {
    case UInt8(ascii: "{"):
      var at = start + 1
      if at < bytes.count, "#!".utf8.contains(bytes[at]) { at += 1 }
      let name = nameAfter(bytes, at)
      guard let end = end(bytes, name.endIndex, UInt8(ascii: "}")) else { return false }
      let isNumber = bytes[at..<end].allSatisfy(DollarText.isDigit)
      if name.isEmpty {
        return isNumber && end > at || "@*?".utf8.contains(bytes[at]) && end == at + 1
      }
      if name.endIndex == end || "[:#%@".utf8.contains(bytes[name.endIndex]) { return true }
      // `{n-1}` is a formula as well.
      return name.count > 1 && "-=?+/^,".utf8.contains(bytes[name.endIndex])
    case UInt8(ascii: "("):
      let name = nameAfter(bytes, start + 1)
      guard name.count > 1, name.allSatisfy({ bytes[$0] >= 0x61 }),
        let end = end(bytes, name.endIndex, UInt8(ascii: ")"))
      else { return false }
      return name.endIndex == end ? name.count > 2 : bytes[name.endIndex] == 0x20
    default: return false
    }
  }

  /// The bracket that closes on the same line, near by.
  private static func end(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ close: UInt8
  ) -> Int? {
    bytes[start...].prefix(60).prefix { $0 != 0x0A }.firstIndex(of: close)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    DollarText.isName(byte) || byte == UInt8(ascii: "_")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    DollarText.isUppercase(byte) || byte == UInt8(ascii: "_")
  }
}
