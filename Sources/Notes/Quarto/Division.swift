/// The first line of a division of Quarto's that may have a name, `::: {#fig-two layout-ncol=2}`.
struct Division {
  /// What a name begins with, `fig`.
  var kind: String { String(label?.prefix { $0 != "-" } ?? "") }
  /// Its name; nil where it has none.
  let label: Substring?
  /// The signs that open it.
  let colons: String
  private let attributes: String

  /// Nil for another line.
  init?(_ line: ArraySlice<UInt8>) {
    guard let colons = Self.colons(line), !colons.isEnd else { return nil }
    let written = String(decoding: line.trimmedBytes, as: UTF8.self)
    self.colons = String(repeating: ":", count: colons.count)
    let open = written.firstRange(of: "{")
    let attributes = open.map { String(written[$0.upperBound...].prefix { $0 != "}" }) } ?? ""
    self.attributes = attributes
    let sign = attributes.firstIndex(of: "#")
    let name = sign.map { attributes[$0...].dropFirst().prefix(while: CrossReferences.isName) }
    label = name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What an attribute says.
  func value(_ name: String) -> String? { HTMLTag.value(of: name, in: "<x \(attributes)>") }

  /// More divisions do not stand in one another.
  static let deepest = 20
  /// Longer ones are not looked through for their end.
  private static let longest = 500

  /// How many colons a line begins with that opens or ends a division; nil for another line.
  static func colons(_ line: ArraySlice<UInt8>) -> (count: Int, isEnd: Bool)? {
    let text = line.trimmedBytes
    if let count = text.colons { return (count, true) }
    let count = text.prefix { $0 == UInt8(ascii: ":") }.count
    return count >= 3 ? (count, false) : nil
  }

  /// The line that ends the division which a line opens; nil where none does soon.
  static func end(_ lines: [ArraySlice<UInt8>], _ at: Int) -> Int? {
    var fence = FenceState()
    var depth = 1
    for line in lines.indices[(at + 1)...].prefix(longest) {
      guard !fence.isCode(lines[line]), let colons = colons(lines[line]) else { continue }
      depth += colons.isEnd ? -1 : 1
      if depth == 0 { return line }
    }
    return nil
  }
}
