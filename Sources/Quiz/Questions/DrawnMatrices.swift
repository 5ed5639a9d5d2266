import Notes
import Numerics
import Formulas
import TextUI

/// A paragraph in which matrices stand, written as `[[1, 0], [0, 1]]`, drawn as one writes them by
/// hand: rows below each other, what stands between them at half their height.
struct DrawnMatrices {
  private enum Piece {
    case text(String)
    case matrix([[String]])
  }

  private let pieces: [Piece]

  /// Nil where there is no matrix of two rows or more, or not only plain text beside it.
  init?(_ block: Block) {
    guard case .paragraph(let inlines) = block.kind else { return nil }
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let part): text += part
      case .softBreak: text += " "
      default: return nil
      }
    }
    pieces = Self.pieces(of: text)
    guard pieces.contains(where: { if case .matrix = $0 { true } else { false } }) else {
      return nil
    }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      let inner = rest[open.upperBound..<close.lowerBound]
      if let rows = rows(of: inner) {
        pieces.append(.text(String(rest[..<open.lowerBound])))
        pieces.append(.matrix(rows))
      } else {
        pieces.append(.text(String(rest[..<close.upperBound])))
      }
      rest = rest[close.upperBound...]
    }
    return pieces + [.text(String(rest))]
  }

  /// The cells of `1, 0], [0, 1`; nil where the rows differ, or something is not a number.
  private static func rows(of text: Substring) -> [[String]]? {
    var rows: [[String]] = []
    for part in text.split(separator: "]") {
      let row = part.drop { $0 == "," || $0 == " " || $0 == "[" }
      let cells = row.split(separator: ",").map { $0.trimmed }
      let areNumbers = cells.allSatisfy { cell in
        cell.contains(where: \.isNumber) && !cell.contains { $0.isWhitespace || $0 == "[" }
      }
      guard !cells.isEmpty, areNumbers else { return nil }
      rows.append(cells)
    }
    guard rows.count > 1, Set(rows.map(\.count)).count == 1 else { return nil }
    return rows
  }

  /// The lines for a width; nil where a matrix is wider.
  func lines(width: Int, ascii: Bool) -> [[Cell]]? {
    var bands: [[[[Cell]]]] = [[]]
    var used = 0
    for piece in pieces {
      for box in boxes(piece, ascii: ascii) {
        let wide = box.first?.count ?? 0
        guard wide <= width else { return nil }
        // What closes a sentence stays with what it follows.
        if used + wide > width, used > 0 {
          bands.append([])
          used = 0
        }
        bands[bands.count - 1].append(box)
        used += wide
      }
    }
    return bands.flatMap(Self.joined)
  }

  /// A matrix is one box, text one for each word.
  private func boxes(_ piece: Piece, ascii: Bool) -> [[[Cell]]] {
    switch piece {
    case .matrix(let rows): return [Self.box(rows, ascii: ascii)]
    case .text(let text):
      var boxes: [[[Cell]]] = []
      var word = ""
      for character in text {
        word.append(character)
        if character == " " {
          boxes.append([[Cell](word)])
          word = ""
        }
      }
      return boxes + (word.isEmpty ? [] : [[[Cell](word)]])
    }
  }

  private static func box(_ rows: [[String]], ascii: Bool) -> [[Cell]] {
    let widths = rows[0].indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return rows.indices.map { row in
      let numbers = rows[row].enumerated().map { column, text in
        String(repeating: " ", count: widths[column] - text.displayWidth) + text
      }
      let (left, right) = brackets(row, of: rows.count, ascii: ascii)
      return [Cell](left + " " + numbers.joined(separator: "  ") + " " + right)
    }
  }

  private static func brackets(_ row: Int, of count: Int, ascii: Bool) -> (String, String) {
    if ascii { return ("[", "]") }
    return row == 0 ? ("⎡", "⎤") : row == count - 1 ? ("⎣", "⎦") : ("⎢", "⎥")
  }

  /// Boxes beside each other, the lower ones at half the height of the highest.
  private static func joined(_ boxes: [[[Cell]]]) -> [[Cell]] {
    let height = boxes.map(\.count).max() ?? 1
    var lines = [[Cell]](repeating: [], count: height)
    var column = 0
    for box in boxes {
      let top = (height - box.count) / 2
      for (row, cells) in box.enumerated() {
        lines[top + row] = lines[top + row].padded(to: column) + cells
      }
      column += box.first?.count ?? 0
    }
    return lines.map { line in
      Array(line.prefix((line.lastIndex { !$0.glyph.isSpace } ?? -1) + 1))
    }
  }
}
