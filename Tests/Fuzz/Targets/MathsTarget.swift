import TextUI
import Typesetting

/// TeX → one line, and a box of some width.
enum MathsTarget: FuzzTarget {
  static let name = "maths"
  static let words = [
    "\\frac{", "}{", "\\sqrt[", "]{", "^", "_", "{", "}", "\\left(", "\\right)", "\\left\\{",
    "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{aligned}", "\\end{aligned}", "\\begin{cases}",
    "\\end{cases}", "&", "\\\\", "\\sum", "\\limits", "\\text{", "\\mathbb{R}", "\\hat", "\\alpha",
    "\\operatorname{", "\\underbrace{", "\\substack{", "\\over", "\\tag{", "'", "漢", "\u{301}",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    var source = ByteSource(Array(bytes.prefix(2)))
    let width = source.pick([0, 1, 2, 5, 10, 20, 40, 76, 80, 200])
    let ascii = source.byte() % 2 == 1
    let tex = String(decoding: bytes.dropFirst(2).prefix(4096), as: UTF8.self)
    try check([Cell](Maths.inline(tex, ascii: ascii)).text)
    let box = Maths.display(tex, width: width, ascii: ascii)
    try Broken.unless(box.rows.indices.contains(box.baseline), "no baseline at \(width)")
    for row in box.rows {
      try check([Cell](row).text)
      try Broken.unless(
        row.displayWidth == box.width, "a row of \(row.displayWidth) in a box of \(box.width)")
    }
  }

  private static func check(_ text: String) throws(Broken) { try Harmless.check(text, "maths") }
}
