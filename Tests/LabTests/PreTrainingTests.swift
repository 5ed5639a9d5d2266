import Models
import Numerics
import TestSupport
import Testing

@testable import Lab

@Suite struct PreTrainingTests {
  @Test func topicsCanBeTold() {
    let topics = Topics(symbols: 12, length: 16, seed: 1)
    for table in topics.transitions {
      for token in 0..<12 {
        #expect(abs(table[token].reduce(0, +) - 1) < 1e-12)
      }
    }
    var draws = SeededGenerator(seed: 2)
    let rows = (0..<500).map { _ in topics.row(&draws) }
    #expect(rows.count { topics.bayes($0.tokens) == $0.topic } > 480)
  }

  @Test func aProbeReadsWhatIsThere() {
    let states = (0..<30).map { [Double($0 % 3 == 0 ? 1 : 0), Double($0 % 3 == 1 ? 1 : 0)] }
    let labels = (0..<30).map { $0 % 3 }
    let probe = Probe(states, labels, classes: 3)
    #expect(probe.accuracy(states, labels) == 1)
    #expect(Probe(states, labels.map { _ in 2 }, classes: 3).accuracy(states, labels) < 0.4)
  }

  @Test func aMomentIsWhatTrainingToItGives() {
    var plan = PreTraining(.autoencoder)
    plan.isShort = true
    func run(_ steps: Int) -> PreTrainingRun {
      var run = PreTrainingRun(plan, seed: 3)
      run.advance(steps: steps)
      return run
    }
    let (again, trained) = (run(6).snapshot(at: 4), run(4))
    #expect(again.step == 4 && again.model.parameters == trained.model.parameters)
    let (curve, expected) = (again.curve, trained.curve)
    #expect(curve == expected)
  }

  @Test func lessonsAskForWhatComesNextOrForTheRow() {
    var plan = PreTraining(.nextToken)
    plan.isShort = true
    #expect(plan.lesson([1, 2, 3]).targets == [2, 3, -1])
    plan.objective = .autoencoder
    let lesson = plan.lesson([1, 2, 3])
    #expect(lesson.tokens == [1, 2, 3, 6, 1, 2])
    #expect(lesson.targets == [-1, -1, -1, 1, 2, 3])
    #expect(plan.lessonLength == 16)
  }
}
