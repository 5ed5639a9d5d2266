extension MathsDisplay {
  /// A mark combined with one letter, or drawn in a row above or below longer content.
  func accented(_ accent: MathsAccent, _ body: MathsNode) -> MathsLayout {
    if case .scripts(let base, let pair) = body.bare, !accent.spans {
      return scripts(.accent(accent, base), pair)
    }
    let content = layout(body)
    let isStruck = accent.name == "cancel"
    if content.height == 1, ascii || isStruck || content.rows[0].count == 1 {
      return MathsLayout(inline.text(.accent(accent, body)))
    }
    let mark = MathsLayout(MathsMarks(ascii: ascii).accent(accent, width: content.width))
    let parts = accent.isBelow ? [content, mark] : [mark, content]
    return .stacked(parts, main: accent.isBelow ? 0 : 1, isTall: content.isTall)
  }

  /// A horizontal brace over or under the content; its label is a limit.
  func braced(_ body: MathsNode, over: Bool) -> MathsLayout {
    let content = layout(body)
    let brace = MathsLayout(MathsMarks(ascii: ascii).brace(width: content.width, over: over))
    let parts = over ? [brace, content] : [content, brace]
    return .stacked(parts, main: over ? 1 : 0, isTall: content.isTall)
  }
}
