import Lab
import TextUI

/// One row under the order of the old task and under that of the new one, and what a model makes of it.
struct TwoTaskRow: Sendable {
  private let tokens: [Int32]
  private let names: TokenNames
  private let tasks: [Task]

  private struct Task: Sendable {
    /// `old, reverse`: which it is, and what the order asks for.
    let name: String
    let said, asked: [Int32]
    let marks: [Row.Mark]
  }

  init(_ moment: TrainMoment) {
    let task = moment.run.recipe.source.task
    let tokens = Array(moment.row.tokens.dropFirst())
    self.tokens = tokens
    names = TokenNames(task)
    tasks = [("old", Order.reverse), ("new", .shift)].map { name, order in
      let row = task.row(order, tokens)
      let said = moment.reading(row).said
      return Task(
        name: "\(name), \(order.rawValue)", said: Array(said.dropFirst()),
        asked: Array(row.targets.dropFirst()), marks: Array(row.marks(said).dropFirst()))
    }
  }

  /// The row, and for each task what is said and what was asked; where there are no rows for that, what is said
  /// alone.
  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    let title = 14
    let gap = title + 2 * tokens.count <= columns ? " " : ""
    func line(_ name: String, _ cells: [[Cell]]) -> [Cell] {
      cells.enumerated().reduce([Cell](name.padded(to: title), .muted)) { line, cell in
        line + (cell.offset > 0 ? [Cell](gap, .text) : []) + cell.element
      }
    }
    let all = [line("row", tokens.map { [Cell](names.short($0), .text) })]
    let hasAsked = rows >= 1 + 2 * tasks.count
    return all
      + tasks.flatMap { task in
        var said = line(
          task.name,
          zip(task.said, task.marks).map { token, mark in
            [Cell](
              names.short(token), mark == .right ? Style(.good, .bold) : Style(.bad, .underline))
          })
        let right = task.marks.count { $0 == .right }
        let tally = "   \(right) of \(tokens.count) right"
        if said.count + tally.count <= columns { said.append(tally, .text) }
        let asked = line(
          "  asked",
          zip(task.asked, task.marks).map { token, mark in
            mark == .right
              ? [Cell](ascii ? "+" : "✓", Style(.good))
              : [Cell](names.short(token), Style(.bad, .bold))
          })
        return hasAsked ? [said, asked] : [said]
      }
  }
}
