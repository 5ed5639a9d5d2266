/// Definitions for formulas that stand among the words, `\newcommand{\R}{\mathbb{R}}` at the beginning of a line: they
/// are read over the whole file, and are nothing that a reader is to see.
enum DefinedLines {
  /// Takes them away before Markdown reads their signs; lines stay what they are.
  static func rewrite(_ bytes: inout [UInt8]) {
    guard TeXMacros.mayBeDefined(in: bytes) else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var fence = FenceState()
    var isInMaths = false
    var at = 0
    while at < bytes.count {
      var end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[at..<end]
      let dollars = line.dollars
      if fence.isCode(line) || isInMaths || dollars > 0 {
        if dollars % 2 == 1 { isInMaths.toggle() }
      } else {
        while let passed = passed(bytes[at...]) {
          result += bytes[at..<passed].filter { $0 == 0x0A }
          at = passed
        }
        end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      }
      result += bytes[at..<min(end + 1, bytes.count)]
      at = end + 1
    }
    bytes = result
  }

  /// The end of a definition that a text begins with, and of the blanks behind it; nil where there is none.
  private static func passed(_ text: ArraySlice<UInt8>) -> Int? {
    let own = text.drop { $0 == 0x20 }
    guard own.first == UInt8(ascii: "\\"), own.startIndex - text.startIndex < 4 else { return nil }
    var reader = TeXReader(own)
    guard reader.definition() != nil else { return nil }
    return text[reader.place...].prefix { $0 == 0x20 || $0 == 0x09 }.endIndex
  }
}
