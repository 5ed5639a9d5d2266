/// A line that says how a cell of Quarto's is run and shown: `#| label: fig-plot`.
enum CellOption {
  private static let signs = ["#|", "//|", "%%|"]
  /// To look whether any may be in a text.
  static let searches = signs.compactMap { ByteSearch($0) }

  /// Whether a line is one; of what it says only the first line is read.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    return signs.contains { sign in
      text.starts(with: sign.utf8) && text.dropFirst(sign.utf8.count).first ?? 0x20 <= 0x20
    }
  }

  /// The name of an option and what stands behind it.
  static func read(_ line: String) -> (name: String, value: String)? {
    let text = line.drop { $0 == " " || $0 == ">" }
    guard let sign = signs.first(where: { text.hasPrefix($0) }) else { return nil }
    let parts = text.dropFirst(sign.count).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let value = parts[1].trimmed
    return (parts[0].trimmed, value.unquoted ?? value)
  }

  /// What the lines at the head of a cell say, by name, with what stands on several lines: a list is joined by
  /// semicolons with a letter before each, as parts of a figure have it.
  static func values(_ lines: [String]) -> [String: String] {
    var found: [String: String] = [:]
    for line in lines { if let (name, value) = read(line) { found[name] = value } }
    let yaml = lines.map { line -> String in
      let text = line.drop { $0 == " " || $0 == ">" }
      let sign = signs.first { text.hasPrefix($0) } ?? ""
      let rest = text.dropFirst(sign.count)
      return String(rest.first == " " ? rest.dropFirst() : rest)
    }
    guard case .map(let pairs)? = YAML(Array(yaml.joined(separator: "\n").utf8)) else {
      return found
    }
    for (name, value) in pairs {
      switch value {
      case .text(let text): found[name] = text.trimmed.replacing("\n", with: " ")
      case .list(let list):
        let texts = list.compactMap(\.text)
        found[name] = name.hasSuffix("subcap") ? parts(texts) : texts.joined(separator: ", ")
      case .map: break
      }
    }
    return found
  }

  /// `(a) One; (b) Two`.
  private static func parts(_ texts: [String]) -> String {
    zip("abcdefghijklmnopqrstuvwxyz", texts).map { letter, text in
      text.isEmpty ? "(\(letter))" : "(\(letter)) \(text)"
    }.joined(separator: "; ")
  }
}

/// The head of code that has a number, `{#lst-x .python lst-cap="What it does"}` behind its signs.
struct ListingHead {
  /// Its name; nil where it has none.
  let label: Substring?
  /// What is said of it.
  let caption: String?

  /// Nil for another line.
  init?(_ line: ArraySlice<UInt8>) {
    guard let mark = FenceState.mark(of: line), !mark.isBare, line.contains(UInt8(ascii: "{"))
    else {
      return nil
    }
    let text = String(decoding: line, as: UTF8.self)
    guard let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close
    else { return nil }
    let inside = text[open..<close].dropFirst()
    caption = HTMLTag.value(of: "lst-cap", in: "<x \(inside)>").flatMap { $0.isEmpty ? nil : $0 }
    let sign = inside.firstRange(of: "#lst-")?.lowerBound
    label = sign.map { inside[$0...].dropFirst().prefix(while: CrossReferences.isName) }
    if label == nil, caption == nil { return nil }
  }
}
