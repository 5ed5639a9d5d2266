/// Marks drawn in a row of their own, above or below what they belong to.
struct MathsMarks {
  let ascii: Bool

  /// What marks the content in the middle or over its whole width.
  func accent(_ accent: MathsAccent, width: Int) -> String {
    switch accent.name {
    case "bar": String(repeating: "_", count: width)
    case "underline": String(repeating: ascii ? "-" : "‾", count: width)
    case "cancel": String(repeating: ascii ? "/" : "╱", count: width)
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

  /// A brace as wide as the content.
  func brace(width: Int, over: Bool) -> String {
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
