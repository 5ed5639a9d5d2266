import TextUI

/// Root signs that reach over what they hold.
enum MathsRadical {
  /// √ with a line above content of one row, else a sign as high as the content.
  static func drawn(over content: MathsLayout, order: String) -> MathsLayout {
    content.height == 1 ? low(content, order: order) : high(content, order: order)
  }

  private static func low(_ content: MathsLayout, order: String) -> MathsLayout {
    let sign = MathsInline.radical(order)
    let isDrawn = sign.hasPrefix("√[")
    let radical = isDrawn ? "√" : sign
    let above = isDrawn ? order : ""
    let margin = max(above.displayWidth, radical.displayWidth)
    return MathsLayout(
      rows: [
        MathsLayout.spaces(margin - above.displayWidth) + above
          + String(repeating: "_", count: content.width),
        MathsLayout.spaces(margin - radical.displayWidth) + radical + content.rows[0],
      ], width: margin + content.width, baseline: 1, isTall: false)
  }

  private static func high(_ content: MathsLayout, order: String) -> MathsLayout {
    let margin = max(1, order.displayWidth)
    var rows = [
      MathsLayout.spaces(margin) + "┌" + String(repeating: "─", count: content.width)
    ]
    for (index, row) in content.rows.enumerated() {
      let mark =
        switch index {
        case content.height - 1: "╲"
        case content.height - 2: order
        default: ""
        }
      rows.append(MathsLayout.spaces(margin - mark.displayWidth) + mark + "│" + row)
    }
    return MathsLayout(
      rows: rows, width: margin + 1 + content.width, baseline: content.baseline + 1, isTall: true)
  }
}
