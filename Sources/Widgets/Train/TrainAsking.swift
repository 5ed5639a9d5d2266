import Lab
import Plots
import TextUI

extension TrainWidget {
  /// The question, drawn: four maps to choose from, an empty curve to put a mark on, or a bar.
  func asked(_ view: View) -> WidgetBlock {
    let asked = parameters.question
    let words = question.words
    let mark = parameters.guess.mark ?? question.start
    let steps = parameters.steps
    // The same axis as that of the curve, with what is known of it.
    let first = run?.curve.first?.loss
    return WidgetBlock(
      .drawing(
        rows: (asked == .map ? 8 : 5)...14,
        draw: { columns, rows in
          var lines = Wrapping.lines(of: words, width: min(columns, BlockPart.widestText)).map {
            [Cell]($0, Style(.strong, .bold))
          }
          let left = rows - lines.count
          switch asked {
          case .map: lines += Self.maps(mark, columns: columns, rows: left, ascii: view.ascii)
          case .fall:
            lines += CurveSlider(
              curves: first.map { [.init(name: "", values: [$0], series: 0)] } ?? [], steps: steps,
              top: CurveSlider.top(first), marks: [.init(kind: .guess, step: mark)]
            ).lines(columns: min(columns, 72), rows: left, ascii: view.ascii)
          case .share: lines.append(LabQuestion.bar(mark, columns: columns, ascii: view.ascii))
          }
          return Array(lines.prefix(rows))
        },
        told: { [question] in question.told(mark) }), rank: 0)
  }

  private static func maps(_ mark: Int, columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    // Where columns are few, the name has a line of its own under the number.
    let isWide = columns >= 60
    let cell = isWide ? 2 : 1
    let size = min(max(rows - (isWide ? 1 : 2), 3), 5)
    let each = max(size * cell + 4, min(15, columns / MapTemplate.allCases.count))
    let maps = MapTemplate.allCases.map { ($0, $0.weights(size)) }
    func line(_ cells: (MapTemplate, [[Float]]) -> [Cell]) -> [Cell] {
      maps.reduce(into: []) { line, map in
        let part = Array(cells(map.0, map.1).prefix(each - 1))
        line += part + [Cell](repeating: .blank, count: each - part.count)
      }
    }
    func name(_ template: MapTemplate) -> [Cell] {
      let isMarked = template.rawValue == mark
      let text = "\(template.rawValue)" + (isWide ? " \(template.name)" : "")
      return [Cell](
        isMarked ? "[\(text)]" : " \(text)", isMarked ? Style(.accent, [.bold, .selected]) : .text)
    }
    let names = isWide ? [] : [line { template, _ in [Cell](template.shortName, .text) }]
    let pictures = (0..<size).map { row in
      line { _, weights in
        weights[row].reduce(into: [Cell](" ", .text)) { cells, weight in
          let glyph = String(
            repeating: HeatScale.glyph(Double(weight), ascii: ascii), count: cell)
          cells.append(glyph, Style.heat(Double(weight)))
        }
      }
    }
    let gap: [[Cell]] = rows > size + 2 ? [[]] : []
    return gap + [line { template, _ in name(template) }] + names + pictures
  }
}
