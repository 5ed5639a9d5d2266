/// Links as wikis and Obsidian write them: `[[note]]`, `[[note#heading]]`, `[[note|what is shown]]`, and
/// `![[picture.png]]` for what is to stand there.
enum WikiLinks {
  static let pictures = [
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".pdf", ".mp4", ".mp3",
  ]

  /// A text with its links found; `isInTable`: whether a bar is written `\\|`.
  static func split(_ text: String) -> [Inline] {
    guard text.holds("[[") else { return [.text(text)] }
    var result: [Inline] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[[") {
      let inside = rest[open.upperBound...]
      // Looking for the end goes no further than the next bracket: no run of `[[` is read twice.
      let target = inside.prefix { $0 != "[" && $0 != "]" }
      guard rest[inside.startIndex...].dropFirst(target.count).hasPrefix("]]"),
        let link = link(target, after: rest[..<open.lowerBound].last)
      else {
        plain += rest[..<open.upperBound]
        rest = inside
        continue
      }
      plain += rest[..<open.lowerBound]
      if plain.last == "!", link.isEmbedded { plain.removeLast() }
      if !plain.isEmpty { result.append(.text(plain)) }
      plain = ""
      result.append(link.inline)
      rest = rest[target.endIndex...].dropFirst(2)
    }
    plain += rest
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }

  private static func link(
    _ text: Substring, after previous: Character?
  ) -> (inline: Inline, isEmbedded: Bool)? {
    // `a[[i]]` is an element of an array.
    if let previous, previous.isASCII, previous.isLetter || previous.isNumber { return nil }
    let isEmbedded = previous == "!"
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let target = String(parts[0]).trimmed
    let file = String(target.prefix { $0 != "#" })
    let isPicture = pictures.contains { file.lowercased().hasSuffix($0) }
    // A matrix of one row is no link, nor is what holds no name.
    guard target.utf8.count <= 300, target.isName, !isCode(isPicture ? file : target) else {
      return nil
    }
    var label = parts.count > 1 ? String(parts[1]).trimmed : ""
    if isEmbedded, isPicture {
      // Behind the bar of a picture stands its size, or what it shows.
      if !label.contains(where: \.isLetter) || label.allSatisfy({ $0.isNumber || $0 == "x" }) {
        label = ""
      }
      // Which page of it is shown elsewhere is said behind its name.
      let page = shownPage(target)
      if label.isEmpty, !page.isEmpty { label = "\(file), \(page)" }
      return (.image(alternative: .words(label), source: file), true)
    }
    if label.isEmpty { label = shown(target) }
    return (.link(destination: "[[\(target)]]", [.text(label)]), isEmbedded)
  }

  /// A test in a shell, or an array of a program, and no name of a note.
  private static func isCode(_ target: String) -> Bool {
    target.hasPrefix("-") || target.hasPrefix("$") || target.contains("=") || target.contains("\"")
      || target.contains(",") && !target.contains(where: { $0 == " " })
  }

  /// `note › heading` of `note#heading`; of a block of the same note the name is all that there is.
  private static func shown(_ target: String) -> String {
    let parts = target.split(separator: "#").map { String($0).trimmed }
    let names = parts.filter { !$0.hasPrefix("^") }
    let page = shownPage(target)
    if !page.isEmpty { return "\(parts[0]), \(page)" }
    return (names.isEmpty ? parts : names).joined(separator: " › ")
  }

  /// `page 3` of `paper.pdf#page=3`; empty where no page is named.
  private static func shownPage(_ target: String) -> String {
    guard let sign = target.firstRange(of: ".pdf#page=") else { return "" }
    let number = target[sign.upperBound...].prefix { $0.isNumber }
    return number.isEmpty ? "" : "page \(number)"
  }
}

extension String {
  /// A matrix of one row is no name; a day of a journal is.
  fileprivate var isName: Bool {
    contains(where: \.isLetter)
      || Titles.dateLength(of: self) >= 7
        && allSatisfy { $0.isNumber || "-#^ ".contains($0) }
  }
}
