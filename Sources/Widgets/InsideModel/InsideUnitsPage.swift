import Inside
import Lab
import Models
import Numerics
import TextUI

/// The strongest units of an MLP, and what drives them.
extension InsideWidget {
  func unitsPage(_ view: View) -> [WidgetBlock] {
    guard isOwn else {
      return [lacking("Units are studied over new text in the words of the model inside")]
    }
    let activations = look.activations(layer: layer, at: place)
    let strongest = strongest
    guard let unit, !strongest.isEmpty else {
      return [.text(["This model has no MLP."], rank: 0)]
    }
    let shown = strongest.contains(unit) ? strongest : [unit] + strongest.dropLast()
    let numbers = NumberText(significant: 3, ascii: view.ascii)
    var grid = Grid(
      "units of L\(layer)MLP that write most at \(visible(at: place, ascii: view.ascii))",
      texts: zip(shown, numbers.aligned(shown.map { activations[$0] })).map { unit, activation in
        [activation]
          + look.written(byUnit: unit, layer: layer, at: place, top: 2).map {
            visible($0.token, ascii: view.ascii)
          }
      }, rowNames: shown.map { "unit \($0)" }, columnNames: ["active", "writes for", "and for"])
    grid.selected = shown.firstIndex(of: unit).map { Point(column: 0, row: $0) }
    grid.isFocused = true
    guard let study = study(UnitStudy.self), !study.moments.isEmpty else {
      return [.grids(grid, rank: 0), .text(["New text is read: it begins."], .muted, rank: 1)]
    }
    let moments = study.moments.prefix(6)
    let lines = zip(moments, numbers.aligned(moments.map(\.activation))).map {
      moment, activation -> [Cell] in
      var line = [Cell](activation.padded(to: 9), .text)
      let before = moment.before.map { visible($0, ascii: view.ascii) }.joined()
      line.append(before, .muted)
      line.append("[\(visible(moment.token, ascii: view.ascii))]", Style(.strong, .bold))
      return line
    }
    let heading =
      "what drives unit \(unit), of \(LabText.grouped(study.seen)) tokens of new text"
      + (parameters.off.isEmpty ? "" : ", with everything on")
    let rare =
      "More than a tenth as active as there: at \(LabText.share(study.share)) of the tokens."
    return [
      .grids(grid, rank: 0),
      WidgetBlock(
        .lines([[Cell](heading, Style(.heading, .bold))] + lines + [[Cell](rare, .text)]), rank: 1),
    ] + working("reading")
  }
}
