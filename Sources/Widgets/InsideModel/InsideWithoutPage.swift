import Inside
import Lab
import Models
import TextUI

/// What is left of the answer without each part.
extension InsideWidget {
  func withoutPage(_ view: View) -> [WidgetBlock] {
    guard let ablation = study(Ablation.self) else {
      return [.text(["Each part is switched off by itself: it begins."], .muted, rank: 0)]
    }
    // What page 1 still asks has no name here.
    let isHidden = isHidden(.next(place: place))
    func named(_ token: Int, _ hidden: String) -> String {
      isHidden ? hidden : visible(token, ascii: view.ascii)
    }
    let answer = named(ablation.token, "the likeliest")
    let shape = decoder.shape
    let all = Component.all(of: shape)
    let each = all.count / max(shape.layers, 1)
    let texts = (0..<shape.layers).map { layer in
      (0..<each).map { column -> String in
        let part = all[layer * each + column]
        if isOff(part) { return "off" }
        return ablation[part].map { LabText.share($0.probability) } ?? "?"
      }
    }
    var grid = Grid(
      "what \(answer) keeps without", texts: texts,
      rowNames: (0..<shape.layers).map { "L\($0)" },
      columnNames: (0..<shape.heads).map { "H\($0)" } + ["MLP"])
    grid.cover = { row, column in texts[row][column] == "?" ? .later : nil }
    grid.selected = all.firstIndex(of: parameters.component).map {
      Point(column: $0 % each, row: $0 / each)
    }
    grid.isFocused = true
    let worst = ablation.outcomes.sorted { $0.probability < $1.probability }.prefix(5)
    let bars = ShareBars(
      title: "most is lost without",
      bars: worst.map { outcome in
        ShareBars.Bar(
          name: outcome.component.name, share: outcome.probability,
          note: outcome.top.token == ablation.token
            ? "" : ", then \(named(outcome.top.token, "another"))")
      })
    // What is off may have brought another to the front: then that is the one that is followed.
    let led = whole?.next(after: place, top: 1).first
    let lead = led.flatMap { led in
      led.token == ablation.token
        ? nil
        : " With everything on \(named(led.token, "another")) led, with "
          + "\(LabText.share(led.probability))."
    }
    return [
      .text(
        [
          "\(named(ablation.token, "The likeliest token")) has \(LabText.share(ablation.whole)) after \(visible(at: place, ascii: view.ascii))"
            + (parameters.off.isEmpty ? "." : " as it is.") + (lead ?? "")
        ], rank: 1, hasGap: false),
      .grids(grid, rank: 0),
      WidgetBlock(
        .drawing(
          rows: 2...6, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
          told: { bars.told }), rank: 1),
    ] + working("switching off")
  }
}
