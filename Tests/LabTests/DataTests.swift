import Numerics
import TestSupport
import Testing

@testable import Lab

@Suite struct DataTests {
  @Test func ordersAnswer() {
    let row: [Int32] = [3, 1, 4, 1, 5]
    #expect(Order.copy.answer(row) == row)
    #expect(Order.reverse.answer(row) == [5, 1, 4, 1, 3])
    #expect(Order.shift.answer(row) == [5, 3, 1, 4, 1])
    #expect(Order.sort.answer(row) == [1, 1, 3, 4, 5])
    for order in Order.allCases where order != .sort {
      let answer = order.answer(row)
      for place in row.indices {
        #expect(order.source(of: place, length: 5).map { row[$0] } == answer[place])
      }
    }
  }

  /// What can be known is what followed the same token last time; before that, nothing can.
  @Test func inductionIsKnownFromTheSecondTime() {
    let task = SequenceTask.induction(symbols: 12, length: 20, periods: 4...8)
    var draws = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let row = task.row(&draws)
      #expect(row.tokens.count == 20 && (4...8).contains(row.knowable))
      #expect(Set(row.tokens.prefix(row.knowable)).count == row.knowable)
      for place in 0..<20 {
        let last = row.tokens[..<place].lastIndex(of: row.tokens[place])
        #expect((last == nil) == (place < row.knowable))
        if let last { #expect(row.targets[place] == row.tokens[last + 1]) }
      }
      #expect(row.knowableTargets.filter { $0 < 0 }.count == row.knowable)
    }
  }

  @Test func marksKeepWhatCannotBeKnownApart() {
    let row = Row(tokens: [1, 2, 1, 2], targets: [2, 1, 2, -1], knowable: 2)
    #expect(row.marks([2, 2, 2, 2]) == [.cannotKnow, .cannotKnow, .right, .notAsked])
    #expect(row.marks([0, 0, 0, 0]) == [.cannotKnow, .cannotKnow, .wrong, .notAsked])
  }

  @Test func aPrefixSaysTheOrder() {
    let task = SequenceTask.orders(
      [.sort], known: [.copy, .sort], symbols: 10, length: 3)
    #expect(task.vocabulary == 12 && task.length == 4)
    let row = task.row(.sort, [2, 0, 1])
    #expect(row.tokens == [11, 2, 0, 1])
    #expect(row.targets == [-1, 0, 1, 2])
    var draws = SeededGenerator(seed: 1)
    for _ in 0..<20 { #expect(task.row(&draws).tokens[0] == 11) }
  }

  @Test func aPrefixMovesTheLineByOne() {
    let task = SequenceTask.orders([.reverse], known: [.reverse], symbols: 9, length: 3)
    #expect(task.sources(.reverse) == [nil, 3, 2, 1])
    #expect(SequenceTask.order(.shift, symbols: 9, length: 3).sources(.shift) == [2, 0, 1])
    #expect(task.sources(.sort) == [nil, nil, nil, nil])
  }

  @Test func theFallIsWhereTheLossFalls() {
    let losses = [3.0, 2.9, 2.9, 2.8, 1.5, 0.4, 0.3, 0.3, 0.3]
    let curve = losses.enumerated().map { CurvePoint(step: $0, loss: $1) }
    #expect(curve.steepestFall() == 4)
    #expect(curve.prefix(2).map { $0 }.steepestFall() == nil)
    #expect(curve.map { CurvePoint(step: $0.step, loss: 1) }.steepestFall() == nil)
    // One batch that was easy, far behind the fall, is none.
    let noisy = (0..<100).map { step in
      CurvePoint(step: step, loss: step == 80 ? -2 : step < 30 ? 3 : step < 40 ? 2.5 : 1)
    }
    #expect(noisy.steepestFall() == 40)
  }

  @Test func aLimitedSourceHasSoManyRows() {
    let task = SequenceTask.order(.sort, symbols: 10, length: 12)
    let source = Source(task, limit: 10)
    let rows = (0..<20).flatMap { source.batch(32, step: $0, seed: 1).map(\.tokens) }
    #expect(Set(rows).count == 10)
    #expect(Set(rows).isDisjoint(with: Source.heldOut(task, 64, seed: 1).map(\.tokens)))
    let fresh = (0..<20).flatMap { Source(task).batch(32, step: $0, seed: 1).map(\.tokens) }
    #expect(Set(fresh).count == 640)
  }

  @Test func aReplayedTaskHasItsShare() {
    func task(_ order: Order) -> SequenceTask {
      .orders([order], known: [.reverse, .shift], symbols: 10, length: 10)
    }
    var source = Source(task(.shift))
    source.replay = task(.reverse)
    source.replayShare = 0.2
    let firsts = (0..<20).flatMap { source.batch(50, step: $0, seed: 1).map { $0.tokens[0] } }
    let old = firsts.count { $0 == 10 }
    #expect((150...250).contains(old), "\(old)")
  }
}
