import Formulas
import Notes
import TextUI

/// One of several: a numbered task list with one tick; the chosen option's own quote says why.
package struct OneOfSeveral: QuestionKind {
  package static let name = "one-of-several"
  package static let task = "choose one"
  package static let example = "1. [x] right\n1. [ ] wrong"

  package static let isEasilyGuessed = true
  package static var keys: [Shortcut] { table.all }
  private static let table = Choosing.table(OneOfSeveral.self)

  private let list: Block.List

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    let options = try blocks.options(marks)
    return options?.list?.start == nil ? nil : options
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, list.isTasks, list.start != nil else { return nil }
    guard list.items.count >= 2 else {
      throw section.problem(
        "a single option, and two are the fewest",
        remedy: "write the next one, 1. [ ] and its text, on the line below")
    }
    let ticks = list.items.count { $0.task == true }
    guard ticks == 1 else {
      let second = list.items.filter { $0.task == true }.dropFirst().first?.blocks.first?.line
      throw Diagnostic(
        line: second ?? section.answers?.line ?? section.line,
        "a numbered list has one right option, ticked [x], and here are \(ticks)",
        remedy: "tick one; with bullets (-) any number may be ticked")
    }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Choosing(options: try Options(list, draw), table: Self.table)
  }
}
