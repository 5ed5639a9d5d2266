extension MathsDisplay {
  /// A mark combined with one letter, or drawn in a row above or below longer content.
  func accented(_ accent: MathsAccent, _ body: MathsNode) -> MathsLayout {
    if case .scripts(let base, let pair) = body.bare, !accent.spans {
      return scripts(.accent(accent, base), pair)
    }
    let content = layout(body)
    if content.height == 1, ascii || content.rows[0].count == 1 {
      return MathsLayout(inline.text(.accent(accent, body)))
    }
    let mark = MathsLayout(mark(accent, width: content.width))
    let parts = accent.isBelow ? [content, mark] : [mark, content]
    return .stacked(parts, main: accent.isBelow ? 0 : 1, isTall: content.isTall)
  }

  private func mark(_ accent: MathsAccent, width: Int) -> String {
    switch accent.name {
    case "bar": String(repeating: "_", count: width)
    case "underline": String(repeating: ascii ? "-" : "‾", count: width)
    case "hat": "^"
    case "tilde": "~"
    case "vec": String(repeating: ascii ? "-" : "─", count: max(0, width - 1)) + (ascii ? ">" : "→")
    case "dot": "."
    case "ddot": ".."
    case "dddot": "..."
    case "check": ascii ? "v" : "ˇ"
    case "breve": ascii ? "u" : "˘"
    case "acute": ascii ? "'" : "´"
    case "grave": "`"
    default: ascii ? "o" : "˚"
    }
  }

  /// A horizontal brace over or under the content; its label is a limit.
  func braced(_ body: MathsNode, over: Bool) -> MathsLayout {
    let content = layout(body)
    let brace = MathsLayout(brace(width: content.width, over: over))
    let parts = over ? [brace, content] : [content, brace]
    return .stacked(parts, main: over ? 1 : 0, isTall: content.isTall)
  }

  private func brace(width: Int, over: Bool) -> String {
    if ascii {
      let line = String(repeating: over ? "-" : "_", count: max(0, width - 2))
      return over ? "/" + line + "\\" : "\\" + line + "/"
    }
    let (left, middle, right) = over ? ("╭", "┴", "╮") : ("╰", "┬", "╯")
    guard width > 2 else { return width == 2 ? left + right : over ? "⏞" : "⏟" }
    let before = String(repeating: "─", count: (width - 3) / 2)
    let after = String(repeating: "─", count: width - 3 - (width - 3) / 2)
    return left + before + middle + after + right
  }
}
