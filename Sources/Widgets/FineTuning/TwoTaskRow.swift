import Lab
import TextUI

/// One row under the order of the old task and under that of the new one, and what a model makes of it.
struct TwoTaskRow: Sendable {
  private let tokens: [Int32]
  private let names: TokenNames
  private let tasks: [(name: String, said: [Int32], marks: [Row.Mark])]

  init(_ moment: TrainMoment) {
    let task = moment.run.recipe.source.task
    let tokens = Array(moment.row.tokens.dropFirst())
    self.tokens = tokens
    names = TokenNames(task)
    tasks = [("old", Order.reverse), ("new", .shift)].map { name, order in
      let row = task.row(order, tokens)
      let said = moment.reading(row).said
      return (name, Array(said.dropFirst()), Array(row.marks(said).dropFirst()))
    }
  }

  func lines(columns: Int, ascii: Bool) -> [[Cell]] {
    let title = 5
    let gap = title + 2 * tokens.count <= columns ? " " : ""
    func line(_ name: String, _ cells: [[Cell]]) -> [Cell] {
      cells.enumerated().reduce([Cell](name.padded(to: title), .muted)) { line, cell in
        line + (cell.offset > 0 ? [Cell](gap, .text) : []) + cell.element
      }
    }
    return [line("row", tokens.map { [Cell](names.short($0), .text) })]
      + tasks.map { task in
        var line = line(
          task.name,
          zip(task.said, task.marks).map { token, mark in
            [Cell](
              names.short(token), mark == .right ? Style(.good, .bold) : Style(.bad, .underline))
          })
        let right = task.marks.count { $0 == .right }
        let tally = "   \(right) of \(tokens.count) right"
        if line.count + tally.count <= columns { line.append(tally, .text) }
        return line
      }
  }
}
