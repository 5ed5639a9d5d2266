/// What a cell of a notebook shows, which is there in several forms at once: Jupyter takes the richest that it can
/// show, and so is it here, but for a plain text that says the same.
struct NotebookOutput {
  /// The text alone.
  let plain: String
  private let html: String
  private let latex: String
  private let written: String

  /// - Parameter text: the text in a form, `text/html`; empty where there is none.
  init(_ text: (String) -> String) {
    plain = text("text/plain")
    html = text("text/html")
    latex = text("text/latex")
    written = text("text/markdown")
  }

  /// What stands in its place as Markdown; nil where that is the plain text.
  var markdown: String? {
    if !written.trimmed.isEmpty { return written }
    if let formula { return formula }
    if Self.says(plain) { return nil }
    return shownHTML
  }

  /// Whether a program of a page draws it.
  var isDrawn: Bool { html.contains("<script") }

  /// Whether a plain text says more than what kind of thing is shown: `<Figure size 640x480 with 1 Axes>`.
  private static func says(_ plain: String) -> Bool {
    let text = plain.trimmed
    return !text.isEmpty && !(text.first == "<" && text.last == ">" && !text.contains("\n"))
  }

  /// A formula set by itself; nil for LaTeX that is none, such as a table.
  private var formula: String? {
    let text = latex.trimmed
    for (open, close) in [("$$", "$$"), ("$", "$"), ("\\[", "\\]"), ("\\(", "\\)")]
    where text.hasPrefix(open) && text.hasSuffix(close) && text.count > open.count + close.count {
      let inside = String(text.dropFirst(open.count).dropLast(close.count))
      // Words with formulas among them stay as they are.
      if inside.contains("$") { return text }
      let tex = inside.replacing("\\displaystyle", with: "").trimmed
      return tex.isEmpty ? nil : "$$\n\(tex)\n$$"
    }
    let bytes = Array(text.utf8)
    let isSet = bytes.withUnsafeBufferPointer { MathsEnvironment.end($0, 0) != nil }
    return isSet ? text : nil
  }

  /// The HTML without what only a page of the web needs; nil where nothing of it can be read.
  private var shownHTML: String? {
    let text = Self.without("style", in: Self.without("script", in: html)).trimmed
    let losses = text.contains("<iframe") || text.contains("<video") || text.contains("<audio")
    guard losses || !HTMLText.lines(text).isEmpty else { return nil }
    if text.hasPrefix("<pre") { return text }
    // An empty line would end it, and what is indented behind that would be code.
    let lines = text.split(separator: "\n").filter { !$0.trimmed.isEmpty }
    return "<div>\n" + lines.joined(separator: "\n") + "\n</div>"
  }

  /// A text without the elements of a name, and without what stands in them.
  private static func without(_ name: String, in html: String) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstRange(of: "<\(name)") {
      result += rest[..<open.lowerBound]
      let end = rest[open.upperBound...].firstRange(of: "</\(name)>")
      rest = end.map { rest[$0.upperBound...] } ?? rest[rest.endIndex...]
    }
    return result + rest
  }
}
