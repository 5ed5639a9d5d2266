import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What is marked as depending on an input is what changes with it, and nothing else.
@Suite struct DependenceTests {
  private func inputs(_ g: inout SeededGenerator) -> Inputs {
    let (n, m) = (g.int(in: 1...3), g.int(in: 1...4))
    let heads = g.int(in: 1...2)
    let (d, w) = (heads * g.int(in: 1...2), heads * g.int(in: 1...2))
    func matrix(_ rows: Int, _ columns: Int) -> String {
      Plain.text(Matrix(rows: rows, columns: columns) { _, _ in g.normal() })
    }
    func bits() -> String {
      (0..<n).map { _ in (0..<m).map { _ in "\(g.int(in: 0...1))" }.joined(separator: " ") }
        .joined(separator: "; ")
    }
    return Inputs([
      "Q": matrix(n, d), "K": matrix(m, d), "V": matrix(m, w), "dO": matrix(n, w),
      "mask": ["none", "causal", bits()][g.int(in: 0...2)], "heads": "\(heads)",
    ])
  }

  /// Every number of every step, and what it is.
  private func numbers(
    _ widget: AttentionWidget
  ) -> [(source: StepGrid.Source, head: Int, value: Double)] {
    StepperStep.allCases.flatMap { step in
      widget.trace.heads.indices.flatMap { head in
        let grid = widget.stepGrid(step, head: head)
        return (0..<grid.rows).flatMap { row in
          (0..<grid.columns).map {
            (grid.source(row, $0), head, widget.cellNumber(of: grid.source(row, $0), head: head))
          }
        }
      }
    }
  }

  /// Small whole numbers, many of them 0: a product with 0 depends on nothing.
  private func sparse(_ g: inout SeededGenerator) -> Inputs {
    let (n, m, d, w) = (g.int(in: 1...3), g.int(in: 1...4), 2, g.int(in: 1...2))
    func matrix(_ rows: Int, _ columns: Int) -> String {
      Plain.text(
        Matrix(rows: rows, columns: columns) { _, _ in Double([-1, 0, 0, 1, 2][g.int(in: 0...4)]) })
    }
    return Inputs([
      "Q": matrix(n, d), "K": matrix(m, d), "V": matrix(m, w),
      "dO": Plain.text(Matrix(rows: n, columns: w) { _, _ in g.normal() }),
      "mask": ["none", "causal", "alibi 0.37"][g.int(in: 0...2)],
      "scale": ["auto", "0.5", "0"][min(g.int(in: 0...7), 2) == 2 ? g.int(in: 0...1) : 2],
    ])
  }

  @Test(arguments: 0..<40)
  func marksAreWhatChanges(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    try check(AttentionWidget(inputs(&g).with("step", "10")))
  }

  /// On the way forth exactly; on the way back sums may happen to cancel out, which no mark tells.
  @Test(arguments: 0..<60)
  func productsWithZeroDependOnNothing(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(500 + seed))
    try check(AttentionWidget(sparse(&g).with("step", "10"))) { source in
      if case .gradient = source { true } else { false }
    }
  }

  /// Where sums may cancel, a mark without a change is let pass; a change without a mark never is.
  private func check(
    _ widget: AttentionWidget, mayCancel: (StepGrid.Source) -> Bool = { _ in false }
  ) throws {
    let before = numbers(widget)
    for (area, table) in widget.tables {
      for row in 0..<table.size.rows {
        for column in 0..<table.size.columns {
          let cursor = AttentionWidget.Cursor(area, row: row, column: column)
          // Moved in two ways: one alone may happen to leave a number as it was.
          var changed = before.map { _ in false }
          for step in [3.719e-4, -6.173e-4] {
            let value = table.values[row, column] + step
            let other = try AttentionWidget(checking: widget.setting(value, at: cursor))
            for (index, number) in numbers(other).enumerated() {
              let moved = (number.value - before[index].value).magnitude
              if moved > 1e-13 { changed[index] = true }
            }
          }
          for (index, number) in before.enumerated() {
            let isMarked = widget.depends(number.source, head: number.head, on: cursor)
            #expect(
              isMarked == changed[index] || isMarked && mayCancel(number.source),
              "\(number.source) of head \(number.head) and \(cursor)\n\(widget.inputs.text)")
          }
        }
      }
    }
  }
}
