import Inside
import Models
import TextUI

/// What comes next, with what each layer would say.
extension InsideWidget {
  /// What comes after the place, and what would come with everything on.
  func nextBars(_ view: View, top count: Int = 6) -> ShareBars {
    var tokens = look.next(after: place, top: count).map(\.token)
    // What was likeliest with everything on stays in view.
    if let earlier = whole?.next(after: place, top: 2) {
      let lost = earlier.map(\.token).filter { !tokens.contains($0) }
      tokens = Array(tokens.prefix(count - lost.count)) + lost
    }
    return compared(
      "next after \(visible(at: place, ascii: view.ascii))",
      tokens.map { token in
        ShareBars.Bar(
          name: visible(token, ascii: view.ascii),
          share: look.probability(of: token, after: place),
          before: whole?.probability(of: token, after: place))
      })
  }

  /// What is off, as it is said of what that changes; nothing where nothing is.
  var leftOut: String {
    switch parameters.off.count {
    case 0: ""
    case 1: "without \(parameters.off[0].name)"
    case let count: "with \(count) parts off"
    }
  }

  /// Shares with what is off beside those with everything on, each with its name.
  func compared(_ title: String, _ bars: [ShareBars.Bar]) -> ShareBars {
    guard whole != nil else { return ShareBars(title: title, bars: bars) }
    return ShareBars(
      title: "\(leftOut): \(title)", beforeTitle: "with everything on", shortBeforeTitle: "all on",
      bars: bars)
  }

  func nextPage(_ view: View) -> [WidgetBlock] {
    let bars = nextBars(view)
    let next = WidgetBlock(
      .drawing(
        rows: 4...7, draw: { bars.lines(columns: $0, rows: $1, ascii: view.ascii) },
        told: { bars.told }), rank: 0)
    let lens = lens(view)
    guard !view.isWide else {
      let block = WidgetBlock(
        .drawing(rows: 2...6, draw: { lens.lines(columns: $0, rows: $1) }, told: { lens.told }),
        rank: 1)
      return [next, block, parts(view)]
    }
    let head = headLines(view)
    let both = WidgetBlock(
      .drawing(
        rows: 6...12,
        draw: { columns, rows in
          guard columns >= 70 else {
            return lens.lines(columns: columns, rows: min(rows, 6))
              + head.lines(columns: columns, rows: max(0, rows - 6), ascii: view.ascii)
          }
          let left = columns / 2 - 2
          return lens.lines(columns: left, rows: rows).beside(
            head.lines(columns: columns - left - 3, rows: rows, ascii: view.ascii), at: left + 3)
        }, told: { lens.told + [""] + head.told }), rank: 1)
    return [next, both, parts(view)]
  }

  private func lens(_ view: View) -> LensLines {
    LensLines(
      rows: lensLayers.map { layer in
        LensLines.Row(
          name: layer == 0 ? "tokens" : "after L\(layer - 1)",
          said: look.lens(layer: layer, after: place, top: 3).map {
            (visible($0.token, ascii: view.ascii), $0.probability)
          })
      })
  }

  /// The layers whose answers are known.
  private var lensLayers: [Int] {
    let all = 0...decoder.shape.layers
    return hasLens ? Array(all) : [decoder.shape.layers]
  }
}
