import Formulas
import Lab
import Models
import Notes
import Numerics
import TextUI

extension TrainWidget {
  package func turned(_ index: Int) -> Parameters {
    var changed = parameters
    let knob = parameters.plain.knobs[index]
    changed.knob = parameters.knob == knob ? nil : knob
    return changed
  }

  package func changed(by own: Own) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch own {
    case .fall:
      if asksFirst, case .fall = parameters.question { return asking }
      return try fallen(run, by: own)
    case .compare: changed.with = parameters.with == nil ? parameters.step : nil
    case .nextSeed: return withNextSeed
    case .recipe:
      let names = Self.recipes.map(\.name)
      let at = names.firstIndex(of: parameters.name) ?? 0
      return try setting([TypedInputs.Input(key: "recipe", value: names[(at + 1) % names.count])])
    }
    return changed
  }

  // MARK: A head in the stepper

  package func opened(at cursor: Cursor) -> [WidgetEffect] {
    moment?.openStepper(
      head: cursor.area.head, from: cursor.row, names, knob: parameters.turnedTitle)
      ?? []
  }
}
