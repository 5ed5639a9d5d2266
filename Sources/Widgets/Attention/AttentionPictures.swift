import Formulas
import Lab
import Notes
import Numerics
import Plots
import TextUI

/// Pictures of the row that the cursor stands in.
extension AttentionWidget {
  /// What a picture of the step shows: the row's numbers as bars, on the curve of e^x, or as shares.
  func picture(
    _ source: StepGrid.Source, _ index: Int, _ view: View
  ) -> WidgetBlock.Companion? {
    guard case .trace(let cell) = source else { return nil }
    let head = trace.heads[index]
    switch cell.step {
    case .scores: return bars(Array(head.scores.row(cell.query)), cell, view)
    case .scale: return bars(Array(head.scaled.row(cell.query)), cell, view)
    case .softcap: return bars(Array(head.capped.row(cell.query)), cell, view)
    case .mask: return bars(Array(head.masked.row(cell.query)), cell, view)
    case .maximum:
      let (from, to) = (head.masked.row(cell.query), head.shifted.row(cell.query))
      guard view.frame != nil, let maximum = head.rowMaxima[cell.query] else {
        return bars(Array(to), cell, view)
      }
      // As long as ever, they sink by the part that is taken off.
      let taken = maximum * partTaken(view.frame, at: view.cursor)
      let most = (Array(from) + Array(to)).filter(\.isFinite).map(\.magnitude).max()
      return bars(from.map { $0 - taken }, cell, view, fullScale: most)
    case .exponentials: return curve(head, cell, view)
    case .sum, .weights:
      return sharesOneRow(view) ? nil : shares(head, view, query: cell.query)
    case .rotateQuery, .rotateKey, .terms, .output: return nil
    }
  }

  private func bars(
    _ row: Vector, _ cell: AttentionCell, _ view: View, fullScale: Double? = nil
  ) -> WidgetBlock.Companion {
    let style = StepGrid.Source.trace(cell).style(digits(view))
    let bars = row.indices.map { key in
      BarPlot.Bar(
        label: keyName(key), value: row[key].isFinite ? row[key] : 0,
        number: style.text(row[key]),
        series: key == cell.key ? 1 : 0)
    }
    let plot = BarPlot(bars, fullScale: fullScale, looked: cell.key)
    return WidgetBlock.Companion(rows: min(2, row.count)...row.count) { [ascii = view.ascii] in
      plot.picture(columns: $0, rows: $1, ascii: ascii)
    }
  }

  private func curve(
    _ head: Attention, _ cell: AttentionCell, _ view: View
  ) -> WidgetBlock.Companion? {
    PowerCurve.companion(
      Array(head.shifted.row(cell.query)), looked: cell.key, ascii: view.ascii)
  }

  /// Whether there is room for the shares of one row only, beside what shades mean: a calculation with
  /// as many terms leaves none at its side.
  func sharesOneRow(_ view: View) -> Bool {
    isOfShares && !view.isWide && !view.isPage && (5...16).contains(key.rows)
      && view.room.map { $0.columns < 100 } ?? false
  }

  /// Whether the step's picture is of shares.
  var isOfShares: Bool { step == .forward(.sum) || step == .forward(.weights) }

  /// The shares of the row that is looked at.
  func rowShares(_ head: Attention, _ view: View, query: Int) -> WidgetBlock.Companion {
    // In one line parts of a bar would have no names: the largest are told, as far as there is room.
    let weights = Array(head.weights.row(query))
    let parts = weights.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
      .map { "\(keyName($0)) \(LabText.share(weights[$0]))" }
    return WidgetBlock.Companion(rows: 1...1) { columns, rows in
      var picture = PlotPicture(columns: columns, rows: rows)
      var line = "most:"
      for part in parts {
        let longer = line + "  " + part
        guard longer.displayWidth <= columns else { break }
        line = longer
      }
      picture.write(line, column: 0, row: 0)
      return picture
    }
  }

  /// Who looks at whom: each query's weights as one bar, cut in parts.
  func shares(_ head: Attention, _ view: View, query: Int) -> WidgetBlock.Companion {
    var rows = (0..<self.query.rows).map { query in
      SharePlot.Row(label: queryName(query), shares: Array(head.weights.row(query)))
    }
    if let frame = view.frame {
      rows[query].shares = rows[query].shares.enumerated().map { $0 <= frame ? $1 : 0 }
    }
    let plot = SharePlot(
      rows, names: (0..<key.rows).map(keyName), caption: "Each query's weights by key",
      looked: query)
    // Beside a table it has 36 columns at the least.
    return WidgetBlock.Companion(rows: 3...max(3, plot.height(columns: 36))) {
      [ascii = view.ascii] in
      plot.picture(columns: $0, rows: $1, ascii: ascii)
    }
  }
}
