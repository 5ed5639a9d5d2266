extension Losses {
  /// Endings of files that links and pictures of notes lead to.
  private static let endings = [
    ".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".html", ".ipynb",
  ]

  /// Links and pictures with their brackets the wrong way round, `(text)[address]`: they stand there as text.
  package static func turnedLinks(in document: Document) -> [Diagnostic] {
    let bytes = document.bytes
    guard turned?.first(in: bytes, from: 0, to: bytes.count) != nil else { return [] }
    var found: [Diagnostic] = []
    var fence = FenceState()
    let start = FrontMatter.end(of: bytes) ?? 0
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.startIndex >= start {
      guard !fence.isCode(line),
        turned?.first(in: bytes, from: line.startIndex, to: line.endIndex) != nil
      else { continue }
      var column = 0
      _ = String(decoding: line, as: UTF8.self).replacingOutsideCode(orFormulas: true) {
        rest, before in
        column += 1
        guard rest.first == "(", let (text, address, end) = parts(of: rest) else { return nil }
        let sign = before == "!" ? "!" : ""
        var told = Diagnostic(
          .warning, line: index + 1,
          "this is no \(sign.isEmpty ? "link" : "picture"), for its brackets are the wrong way round",
          remedy: "write \(sign)[\(text)](\(address))")
        // What is in code before it was passed over at once.
        told.column = line.contains(0x60) || line.contains(0x24) ? 0 : column - sign.count
        found.append(told)
        return ("", end)
      }
    }
    return found
  }

  /// The text and the address of such a link that a text begins with, and where it ends; nil for another text.
  private static func parts(
    of rest: Substring
  ) -> (text: Substring, address: Substring, end: Substring.Index)? {
    let text = rest.dropFirst().prefix { !"()[]".contains($0) }
    let behind = rest[text.endIndex...]
    guard !text.isEmpty, behind.hasPrefix(")[") else { return nil }
    let address = behind.dropFirst(2).prefix { !"()[] ".contains($0) }
    let close = rest[address.endIndex...]
    guard close.first == "]", close.dropFirst().first.map({ !"[(".contains($0) }) ?? true,
      address.contains("://") || endings.contains(where: { address.lowercased().hasSuffix($0) })
    else { return nil }
    return (text, address, close.index(after: close.startIndex))
  }

  private static let turned = ByteSearch(")[")
}
