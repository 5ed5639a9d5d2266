import Inside
import Lab
import Models
import Numerics
import TextUI

/// What of a second text brings back its answer.
extension InsideWidget {
  func patchPage(_ view: View) -> [WidgetBlock] {
    guard !parameters.second.isEmpty else {
      let swaps = swapped != nil
      return [
        .text(
          [
            (swaps
              ? "\(key(.swap, view)) makes a second text with two words in each other's place; "
              : "")
              + "= second = … takes \(swaps ? "yours" : "a second text"), of as many tokens."
          ], rank: 0)
      ]
    }
    let others = others
    guard others.count == tokens.count else {
      return [
        .text(
          [
            "The second text has \(others.count) tokens and this one \(tokens.count): they must have as "
              + "many, place for place."
          ], Style(.warning), rank: 0)
      ]
    }
    let second = WidgetBlock.figure(flow(others, view), rank: 2)
    guard let patching = study(Patching.self) else {
      return [
        second,
        .text(
          [
            hasSameAnswer
              ? Self.sameAnswer + "."
              : "Place by place is put in: it begins."
          ], .muted, rank: 0),
      ]
    }
    // What is still asked of either text has no name here.
    let own =
      isHidden(.next(place: tokens.count - 1))
      ? "this text's answer" : visible(patching.own, ascii: view.ascii)
    let other =
      isHidden(.last(text: parameters.second, place: others.count - 1, parameters.model))
      ? "the second text's answer" : visible(patching.other, ascii: view.ascii)
    var grid = Grid(
      map: "how much of \(other) it brings back, before each layer",
      Matrix(patching.restored) ?? .row([0]),
      numbers: NumberText(significant: 2, ascii: view.ascii).ofShares)
    grid.rowNames = patching.restored.indices.map {
      $0 < decoder.shape.layers ? "L\($0)" : "end"
    }
    grid.heats = patching.restored.enumerated().map { level, row in
      row.enumerated().map { patching.isKnown(level: level, place: $0) ? $1 : nil }
    }
    grid.selected = Point(column: place, row: layer)
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(patching.restored.indices), columns: Array(tokens.indices),
      size: GridSize(rows: patching.restored.count, columns: tokens.count))
    let last = tokens.count - 1
    func share(_ token: Int) -> String {
      LabText.share(look.probability(of: token, after: last))
    }
    let arrow = view.ascii ? "->" : "→"
    let after = patching.shares[layer][place].map { [$0.own, $0.other].map(LabText.share) }
    let (ownAfter, otherAfter) = (after?[0] ?? "?", after?[1] ?? "?")
    let words =
      "Before L\(layer), at \(visible(tokens[place], ascii: view.ascii)) @\(place), put in what the second "
      + "text has: \(own) \(share(patching.own)) \(arrow) \(ownAfter), \(other) "
      + "\(share(patching.other)) \(arrow) \(otherAfter)."
    return [
      second, .grids(grid, rank: 0), HeatLegend.block(from: 0, to: 1, view.numbers),
      said(words, view),
    ] + working("patching")
  }

  /// Words in as many lines wherever the mark stands, so that nothing moves with it.
  private func said(_ words: String, _ view: View) -> WidgetBlock {
    let lines = view.room.map { $0.columns < 76 ? 4 : 2 } ?? 2
    return WidgetBlock(
      .drawing(
        rows: 2...lines,
        draw: { columns, rows in
          let all = Wrapping.lines(of: words, width: max(1, min(columns, BlockPart.widestText)))
          return (0..<rows).map { [Cell](all.indices.contains($0) ? all[$0] : "", .text) }
        }, told: { [words] }), rank: 1)
  }
}
