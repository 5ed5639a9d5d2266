import JSONText

/// A Jupyter notebook as Markdown: its cells in order, code in fences, and of what code printed the text.
enum Notebook {
  /// The Markdown of a notebook's file; nil where it is none.
  static func markdown(_ bytes: [UInt8]) -> [UInt8]? {
    guard let notebook = try? JSON.parse(utf8: bytes), let cells = notebook["cells"]?.array else {
      return nil
    }
    let metadata = notebook["metadata"]
    let language =
      metadata?["kernelspec"]?["language"]?.string ?? metadata?["language_info"]?["name"]?.string
      ?? "python"
    let parts = cells.flatMap { cell -> [String] in
      let source = text(cell["source"])
      let tags = Tags(cell)
      if tags.has("remove-cell") { return [] }
      switch cell["cell_type"]?.string {
      case "markdown": return [source]
      case "code":
        let outputs = (cell["outputs"]?.array ?? []).filter { !tags.removes($0) }
        let code = source.isEmpty || tags.has("remove-input") ? [] : [fenced(source, language)]
        let printed =
          tags.has("remove-output")
          ? [] : outputs.compactMap(output)
        if tags.has("hide-cell") { return folded(code + printed, "The cell") }
        return (tags.has("hide-input") ? folded(code, "The code") : code)
          + (tags.has("hide-output") ? folded(printed, "The output") : printed)
      default: return source.isEmpty ? [] : [fenced(source, "")]
      }
    }
    return Array(parts.joined(separator: "\n\n").utf8)
  }

  /// What Jupyter Book is told of a cell: what of it stands in the book, and what is folded there.
  private struct Tags {
    private let names: Set<String>

    init(_ cell: JSON) {
      let tags = cell["metadata"]?["tags"]?.array?.compactMap(\.string) ?? []
      names = Set(tags.map { $0.replacing("_", with: "-") })
    }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// Whether what a cell printed is left out by where it was printed.
    func removes(_ output: JSON) -> Bool {
      guard let stream = output["name"]?.string else { return false }
      return has("remove-\(stream)")
    }
  }

  /// Parts that stand in a box that is folded at first.
  private static func folded(_ parts: [String], _ title: String) -> [String] {
    parts.isEmpty ? [] : ["> [!details]- \(title)\n" + quoted(parts.joined(separator: "\n\n"))]
  }

  /// A text of a notebook: one string, or its lines.
  private static func text(_ value: JSON?) -> String {
    value?.string ?? value?.array?.compactMap(\.string).joined() ?? ""
  }

  /// What a cell printed, as far as it is text; pictures are named. Nil for nothing.
  private static func output(_ output: JSON) -> String? {
    switch output["output_type"]?.string {
    case "stream": return printed(text(output["text"]))
    case "error":
      return printed(
        [output["ename"]?.string, output["evalue"]?.string].compactMap(\.self)
          .joined(separator: ": "))
    default:
      let data = output["data"]
      let shown = NotebookOutput(data.map { data in { text(data[$0]) } } ?? { _ in "" })
      if let markdown = shown.markdown { return quoted(markdown) }
      let isPicture = ["image/png", "image/jpeg", "image/svg+xml"].contains { data?[$0] != nil }
      return printed(isPicture || shown.isDrawn ? "[picture] \(shown.plain)" : shown.plain)
    }
  }

  private static func printed(_ text: String) -> String? {
    text.isEmpty ? nil : fenced(text.withoutColours.withoutWrittenOver, "output")
  }

  /// Text that a cell made, whose headings are none of the note's.
  private static func quoted(_ text: String) -> String {
    text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
  }

  /// A fence that is longer than any in the text.
  private static func fenced(_ text: String, _ info: String) -> String {
    let fence = String(repeating: "`", count: max(3, text.longestTicks + 1))
    let body = text.hasSuffix("\n") ? text : text + "\n"
    return "\(fence)\(info)\n\(body)\(fence)"
  }
}

extension String {
  /// Without the sequences by which programs colour what they print: Esc, `[`, numbers, and `m`.
  fileprivate var withoutColours: String {
    guard utf8.contains(0x1B) else { return self }
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let first = rest.popFirst() {
      guard first == 0x1B, rest.first == UInt8(ascii: "[") else {
        result.append(first)
        continue
      }
      let numbers = rest.dropFirst().prefix { (0x30...0x3B).contains($0) }
      if numbers.endIndex < rest.endIndex, rest[numbers.endIndex] == UInt8(ascii: "m") {
        rest = rest[numbers.endIndex...].dropFirst()
      } else {
        result.append(first)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without what a terminal writes over: of a bar that fills, line upon line, the last one stays.
  fileprivate var withoutWrittenOver: String {
    guard utf8.contains(0x0D) else { return self }
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line[...]
      while line.last == 0x0D { line = line.dropLast() }
      return String(
        decoding: line.lastIndex(of: 0x0D).map { line[$0...].dropFirst() } ?? line, as: UTF8.self)
    }
    return lines.joined(separator: "\n")
  }

  /// The most backticks that stand side by side in it: a fence around it has more.
  package var longestTicks: Int {
    var (longest, run) = (0, 0)
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
