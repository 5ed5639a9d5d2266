/// Makes a text safe for md4c before it is parsed; each change is a diagnostic.
///
/// Debian's md4c 0.4.8 takes time that grows with the square of the depth of nested containers
/// and of runs of brackets, and a table's output grows with columns times rows.
enum Preflight {
  static let containerLimit = 100
  static let bracketLimit = 1000
  static let columnLimit = 200

  static func repair(_ bytes: inout [UInt8]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var line = 1
    var start = 0
    var brackets = 0
    var reportedBrackets = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var markers = 0
      var at = start
      // Markers of quotes and lists at the head of the line.
      head: while at < end {
        // What a word follows marks no item, as in a rule of dashes or around a table that is drawn.
        let isApart = at + 1 == end || bytes[at + 1] <= 0x20
        switch bytes[at] {
        case 0x20, 0x09, 0x30...0x39: break
        case 0x3E: markers += 1
        case 0x2D, 0x2B, 0x2A, 0x2E, 0x29: if isApart { markers += 1 } else { break head }
        default: break head
        }
        if markers > containerLimit { bytes[at] = 0x20 }
        at += 1
      }
      if markers > containerLimit {
        diagnostics.append(
          Diagnostic(
            .warning, line: line,
            "quotes or lists are nested over \(containerLimit) deep, and the deeper ones are shown flat",
            remedy: "nest them less"))
      }
      var columns = 0
      for index in at..<max(at, end) {
        switch bytes[index] {
        case UInt8(ascii: "["), UInt8(ascii: "]"):
          brackets += 1
          if brackets > bracketLimit {
            bytes[index] = bytes[index] == UInt8(ascii: "[") ? UInt8(ascii: "(") : UInt8(ascii: ")")
            if !reportedBrackets {
              reportedBrackets = true
              diagnostics.append(
                Diagnostic(
                  .warning, line: line,
                  "over \(bracketLimit) brackets in one paragraph, and the rest are shown as parentheses",
                  remedy: "part the paragraph"))
            }
          }
        case UInt8(ascii: "|"):
          columns += 1
          if columns == columnLimit {
            diagnostics.append(
              Diagnostic(
                .warning, line: line,
                "a table of over \(columnLimit) columns, and the rest of each row is one cell",
                remedy: "split the table"))
          }
          if columns >= columnLimit { bytes[index] = UInt8(ascii: "/") }
        default: break
        }
      }
      if at == end || bytes[at..<end].allSatisfy({ "-+*=_\r".utf8.contains($0) }) { brackets = 0 }
      start = end + 1
      line += 1
    }
    return diagnostics
  }
}
