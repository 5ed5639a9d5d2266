import Inside
import Lab
import Models
import TextUI

/// What the part under the cursor does, and where every head looks.
extension InsideWidget {
  /// Where the head looks, and what it writes, as far as no page still asks that.
  func headLines(_ view: View) -> HeadLines {
    let component = parameters.component
    let from = visible(at: place, ascii: view.ascii)
    let best = isHidden(.next(place: place)) ? [] : look.next(after: place, top: 2).map(\.token)
    let written = zip(best, look.written(by: component, at: place, for: best)).map {
      (visible($0, ascii: view.ascii), $1)
    }
    guard case .head(let layer, let head) = component else {
      return HeadLines(
        bars: ShareBars(title: "\(component.name) at \(from)", bars: []), written: written,
        isOff: isOff(component))
    }
    let bars = ShareBars(
      title: "\(component.name) from \(from)",
      bars: look.strongestPlaces(layer: layer, head: head, from: place, top: 4).map {
        ShareBars.Bar(
          name: "\(visible(tokens[$0.place], ascii: view.ascii)) @\($0.place)", share: $0.weight)
      })
    return HeadLines(
      bars: bars, isCovered: isHidden(.looks(component, place: place)), written: written,
      isOff: isOff(component))
  }

  func headLook(_ view: View, rows: ClosedRange<Int> = 3...6) -> WidgetBlock {
    let head = headLines(view)
    return WidgetBlock(
      .drawing(
        rows: rows, draw: { head.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { head.told }), rank: 1)
  }

  /// All heads and MLPs, each head with the place that it looks at most.
  func parts(_ view: View) -> WidgetBlock {
    let shape = decoder.shape
    let all = Component.all(of: shape)
    let each = all.count / max(shape.layers, 1)
    let cells = all.map { part -> PartsGrid.Cell in
      var (looks, told) = ("", "")
      if part.isHead, isHidden(.looks(part, place: place)) {
        looks = "?"
      } else if case .head(let layer, let head) = part,
        let most = look.strongestPlaces(layer: layer, head: head, from: place, top: 1).first
      {
        let share = LabText.percent(most.weight)
        // In its narrow column the share matters more than which of two alike it is.
        looks = "\(visible(tokens[most.place], ascii: view.ascii)) \(share)"
        told = "\(visible(at: most.place, ascii: view.ascii)) \(share)"
      }
      return PartsGrid.Cell(
        name: part.name, looks: looks, told: told, isSelected: part == parameters.component,
        isOff: isOff(part))
    }
    let grid = PartsGrid(
      rows: (0..<shape.layers).map { Array(cells[$0 * each..<($0 + 1) * each]) }, current: layer)
    return WidgetBlock(
      .drawing(
        rows: min(4, shape.layers)...shape.layers,
        draw: { grid.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { grid.told }), rank: 2)
  }
}
