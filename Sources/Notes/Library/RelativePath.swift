/// Paths of notes as links and tables of contents write them.
enum RelativePath {
  /// The path from the folder that was opened, of one that is seen from a folder in it; what begins
  /// with `/` is seen from the former. What leads out of it stays in it unless it may leave.
  static func resolved(
    _ path: some StringProtocol, from folder: some Sequence<Substring>, leavingRoot: Bool = false
  ) -> String {
    var parts = path.hasPrefix("/") ? [] : Array(folder)
    for part in Substring(path).split(separator: "/") {
      if part == "..", leavingRoot, parts.last ?? ".." == ".." {
        parts.append(part)
      } else if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// `%20` and the like decoded; what is not a valid escape stays.
  static func percentDecoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return Path(bytes: bytes).text
  }
}
