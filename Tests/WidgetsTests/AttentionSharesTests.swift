import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// A weight that is less than all does not read as all of it, in whatever room its table has.
@Suite struct AttentionSharesTests {
  @Test(arguments: 0..<30) func aWeightIsAllOnlyWhereItIsAlone(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    let (n, d) = (g.int(in: 2...7), g.int(in: 1...3))
    func matrix() -> String {
      Plain.text(Matrix(rows: n, columns: d) { _, _ in Double(g.int(in: -900...900)) / 200 })
    }
    let inputs = Inputs(["Q": matrix(), "K": matrix(), "V": matrix(), "mask": "causal"])
    let widget = try AttentionWidget(inputs.with("step", "7"))
    let weights = widget.trace.heads[0].weights
    for room in [(39, 10), (79, 21), (119, 37)] {
      var view = AttentionWidget.View(cursor: .init(.head(0), row: 0, column: 0))
      view.room = Size(columns: room.0, rows: room.1)
      for row in 0..<n {
        let isAlone = weights.row(row).count { $0 > 0 } == 1
        for column in 0...row where weights[row, column] > 0 && weights[row, column] < 1 {
          let style = widget.numbers(at: .init(.head(0), row: row, column: column), view)
          for text in [
            style.text(weights[row, column]), style.largeTableText(weights[row, column]),
          ] {
            let number = text.shownNumber
            #expect(number != 0 && number != 1 && !isAlone, "\(weights[row, column]): \(text)")
          }
        }
      }
    }
  }
}
