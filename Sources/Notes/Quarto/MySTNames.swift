/// What a note of MyST's names, for its short references, `@name`, which lead to any of it: `(name)=` above something,
/// and `:label: name` or `:name: name` in a directive.
struct MySTNames {
  private static let signs = [")=", ":label:", ":name:"].compactMap { ByteSearch($0) }
  private var names: Set<Substring> = []

  /// Whether any may be in a note; in a long one they are not looked for.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    bytes.count < 4_000_000
      && signs.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  init(_ bytes: [UInt8]) {
    var fence = FenceState()
    for line in bytes.split(separator: 0x0A) {
      let isInFence = fence.isOpen
      _ = fence.isCode(line)
      guard let first = line.first(where: { $0 > 0x20 }),
        first == UInt8(ascii: ":") || first == UInt8(ascii: "(") && !isInFence
      else { continue }
      let text = String(decoding: line, as: UTF8.self).trimmed
      let name: String
      if let option = [":label:", ":name:"].first(where: text.hasPrefix) {
        name = String(text.dropFirst(option.count)).trimmed
      } else if text.hasPrefix("("), text.hasSuffix(")=") {
        name = String(text.dropFirst().dropLast(2))
      } else {
        continue
      }
      if !name.isEmpty, name.allSatisfy(CrossReferences.isName) { names.insert(name[...]) }
    }
  }

  /// A link that is called what it leads to; nil for a name that the note does not give.
  func link(to name: Substring) -> String? { names.contains(name) ? "[](#\(name))" : nil }
}
