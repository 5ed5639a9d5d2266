/// What other tools say of code in a fence: its name, and lines of it that are not shown.
extension Block {
  private static let longestName = 200

  /// What a fence is called: `a.py` of `python title="a.py"`, as Docusaurus, MkDocs and Quarto have it; nil
  /// for one without a name.
  package static func fenceTitle(_ info: String) -> String? {
    guard info.contains("=") else { return nil }
    let written = "<x \(info.filter { !"{}<>".contains($0) })>"
    return ["title", "filename", "caption"].lazy.compactMap { name in
      HTMLTag.value(of: name, in: written).map { String($0.trimmed.prefix(longestName)) }
    }.first { !$0.isEmpty }
  }

  /// Code without the comments by which Docusaurus and VitePress are told which lines to set off.
  static func withoutMagicComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      guard line.contains("highlight-") else { return true }
      let words = line.split { $0 == " " || "/#*<!->{}".contains($0) }
      return words.joined() != "highlightnextline" && words.joined() != "highlightstart"
        && words.joined() != "highlightend"
    }.joined(separator: "\n")
  }

  /// Code of Rust without what mdBook and rustdoc run and do not show: lines that are `#`, or begin so before
  /// a blank. `##` is a line that begins with `#`.
  static func withoutHiddenLines(_ text: String) -> String {
    guard text.contains("#") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.compactMap { line -> Substring? in
      let own = line.trimmed
      if own == "#" || own.hasPrefix("# ") { return nil }
      guard own.hasPrefix("##"), let sign = line.firstIndex(of: "#") else { return line }
      return line[..<sign] + line[sign...].dropFirst()
    }
    // Where nothing else is there, it is what is meant to be seen.
    return kept.contains { !$0.trimmed.isEmpty } ? kept.joined(separator: "\n") : text
  }
}
