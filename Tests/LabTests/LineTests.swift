import Models
import TestSupport
import Testing

@testable import Lab

/// Where the answers of a row are taken from: what a map is held against.
@Suite struct LineTests {
  @Test func ofARowThatRepeats() {
    let task = SequenceTask.induction(symbols: 12, length: 7, periods: 3...3)
    let row = Row(
      tokens: [5, 2, 9, 5, 2, 9, 5], targets: [2, 9, 5, 2, 9, 5, 2], knowable: 3)
    #expect(task.line(of: row) == [[], [], [], [1], [2], [3], [1, 4]])
  }

  @Test func ofAnOrderAmongSeveral() {
    let known = Order.allCases
    let task = SequenceTask.orders(known, known: known, symbols: 10, length: 3)
    #expect(task.line(of: task.row(.reverse, [7, 8, 9])) == [[], [3], [2], [1]])
    #expect(task.line(of: task.row(.shift, [7, 8, 9])) == [[], [3], [1], [2]])
    #expect(task.line(of: task.row(.sort, [7, 8, 9])) == [[], [], [], []])
    #expect(
      SequenceTask.order(.copy, symbols: 10, length: 2).line(
        of: Row(tokens: [1, 2], targets: [1, 2])) == [[0], [1]])
  }

  @Test func theMassOnTheLineIsThatOfItsStep() throws {
    var run = TrainingRun(.reverse, seed: 1)
    run.advance(steps: 60)
    let (first, last) = (run.massOnTheLine(at: 0), run.massOnTheLine(at: 60))
    #expect(try #require(first) < 0.3)
    #expect(try #require(last) > 0.7)
    var early = TrainingRun(.reverse, seed: 1)
    early.advance(steps: 20)
    let (then, now) = (run.massOnTheLine(at: 20), early.massOnTheLine(at: 20))
    #expect(then == now)
    let sort = TrainingRun(.sort, seed: 1).massOnTheLine(at: 0)
    #expect(sort == nil)
  }
}
