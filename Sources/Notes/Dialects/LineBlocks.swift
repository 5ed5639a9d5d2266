/// Pandoc's line blocks, `| text` on lines of their own, which keep their ends and what they are moved in by: poems
/// and addresses (https://pandoc.org/MANUAL.html#line-blocks). Each line becomes another one.
enum LineBlocks {
  private static let sign = ByteSearch("\n| ")

  static func rewrite(_ bytes: inout [UInt8]) {
    guard bytes.starts(with: "| ".utf8) || sign?.first(in: bytes, from: 0, to: bytes.count) != nil
    else { return }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [[UInt8]] = []
    result.reserveCapacity(lines.count)
    var fence = FenceState()
    var isAfterBlank = true
    var isChanged = false
    var at = 0
    while at < lines.count {
      let isCode = fence.isCode(lines[at])
      let count = isCode || !isAfterBlank ? 0 : lines[at...].prefix(while: isLine).count
      let next = at + count < lines.count ? lines[at + count].trimmedBytes : []
      // One line is none, nor is what stands above the rule or the rows of a table.
      guard count > 1, next.first != UInt8(ascii: "|") else {
        isAfterBlank = lines[at].trimmedBytes.isEmpty
        result.append(Array(lines[at]))
        at += 1
        continue
      }
      for line in at..<(at + count) {
        result.append(shown(lines[line], isLast: line == at + count - 1))
      }
      isChanged = true
      isAfterBlank = false
      at += count
    }
    if isChanged { bytes = Array(result.joined(separator: [0x0A])) }
  }

  /// A row of a table has more of these signs.
  private static func isLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "|") else { return false }
    let rest = line.dropFirst()
    return rest.first ?? 0x20 <= 0x20 && !rest.contains(UInt8(ascii: "|"))
  }

  private static func shown(_ line: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    let text = line.dropFirst(2)
    let words = text.drop { $0 == 0x20 }
    let indent = Array(String(repeating: "\u{A0}", count: text.count - words.count).utf8)
    let isEmpty = words.trimmedBytes.isEmpty
    return (isEmpty ? Array("\u{A0}".utf8) : indent + words) + (isLast ? [] : [UInt8(ascii: "\\")])
  }
}
