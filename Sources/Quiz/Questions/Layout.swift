import Notes
import Pages
import TextUI

extension [Block] {
  /// The blocks as lines of a width; matrices in them are drawn, unless they are listened to.
  package func lines(width: Int, ascii: Bool, isLinear: Bool = false) -> [[Cell]] {
    var parts: [[[Cell]]] = []
    var rest: [PageItem] = []
    func compose() {
      guard !rest.isEmpty else { return }
      let page = PageComposer.compose(
        rest, width: Swift.max(1, width), ascii: ascii, isLinear: isLinear)
      parts.append(page.lines.map(\.cells))
      rest = []
    }
    for block in self {
      if !isLinear, let drawn = DrawnMatrices(block)?.lines(width: width, ascii: ascii) {
        compose()
        parts.append(drawn)
      } else {
        rest.append(.block(block))
      }
    }
    compose()
    return Array<[Cell]>(parts.joined(separator: [[]]))
  }
}

extension Picture {
  /// Adds blocks behind a marker that stands at the first line.
  package mutating func add(
    _ blocks: [Block], marker: [Cell], width: Int, ascii: Bool, choice: Int? = nil,
    style: Style.Attributes = []
  ) {
    let blank = [Cell](repeating: .blank, count: marker.count)
    let body = blocks.lines(width: width - marker.count, ascii: ascii)
    for (index, line) in (body.isEmpty ? [[]] : body).enumerated() {
      let cells = style.isEmpty ? line : line.styled { $0.adding(style) }
      add([(index == 0 ? marker : blank) + cells], choice: choice)
    }
  }
}

/// Signs before options and verdicts: each says by itself what colour also says.
package enum Sign {
  package static let right = [Cell]("✓ ", Style(.good, .bold))
  package static let wrong = [Cell]("✗ ", Style(.bad, .bold))
  package static let partly = [Cell]("◐ ", Style(.warning, .bold))
}
