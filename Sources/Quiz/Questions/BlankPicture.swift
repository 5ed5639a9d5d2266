import Notes
import TextUI

/// Draws answer marks: boxes to type into.
struct BlankPicture {
  let fields: [Blanks.Field]
  let focus: (field: Int, cell: Int)
  let rights: [[Bool]]

  func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
    var picture = Picture()
    for (index, field) in (reveal == .solution ? [] : fields).enumerated() {
      let label = fields.count > 1 ? "(\(index + 1)) " : "Answer  "
      let room = max(4, width - label.count - 2)
      let box = field.isGrid ? max(3, min(9, room / field.columns - 3)) : max(3, min(40, room - 4))
      for row in 0..<field.rows {
        var line = [Cell](row == 0 ? label : String(repeating: " ", count: label.count), .muted)
        for column in 0..<field.columns {
          let number = row * field.columns + column
          guard field.cells.indices.contains(number) else { continue }
          let isHere = reveal == .nothing && focus == (index, number)
          let text = field.cells[number]
          if reveal != .nothing {
            line += rights[index][number] ? Sign.right : Sign.wrong
            let shown = [Cell](text.text.isEmpty ? "-" : text.text)
            line +=
              shown
              + [Cell](repeating: .blank, count: max(2, (field.isGrid ? box : 0) - shown.count))
            continue
          }
          if isHere {
            let before = [Cell](text.text.prefix(text.position)).count
            let skip = max(0, before - box + 1)
            picture.cursor = Point(column: line.count + 1 + before - skip, row: picture.lines.count)
            line += Self.box(text.text, width: box, skip: skip, style: Style(.accent, .bold))
          } else {
            line += Self.box(text.text, width: box, skip: 0, style: .muted)
          }
        }
        picture.add([line], choice: nil)
      }
      let own = picture.lines.count - field.rows..<picture.lines.count
      guard reveal == .all, rights[index].contains(false) else { continue }
      addAnswer(index, to: &picture, width, ascii)
      picture.beside.append([own, own.upperBound..<picture.lines.count])
    }
    if reveal == .solution {
      for index in fields.indices { addAnswer(index, to: &picture, width, ascii) }
    }
    return picture
  }

  private func addAnswer(_ index: Int, to picture: inout Picture, _ width: Int, _ ascii: Bool) {
    let label = fields.count > 1 ? "(\(index + 1)) is " : "The answer is "
    let answer = Block(.paragraph([.text(label + fields[index].key.text)]))
    picture.add(
      [answer].lines(width: max(8, width), ascii: ascii).map { line in
        line.styled { _ in Style(.strong, .bold) }
      })
  }

  private static func box(_ text: String, width: Int, skip: Int, style: Style) -> [Cell] {
    let shown = Array([Cell](text).dropFirst(skip).prefix(width))
    let rest = [Cell](String(repeating: "_", count: max(0, width - shown.count)), .muted)
    return [Cell]("[", style) + shown + rest + [Cell]("]", style) + [.blank]
  }
}
