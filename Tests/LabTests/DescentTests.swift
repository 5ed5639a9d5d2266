import TestSupport
import Testing

@testable import Lab

@Suite struct DescentTests {
  private func end(_ landscape: Landscape, _ rate: Double, _ momentum: Double = 0) -> DescentRun {
    var run = DescentRun(landscape, rate: rate, momentum: momentum, steps: 50)
    run.advance(steps: run.steps)
    return run
  }

  @Test func ratesTooSmallRightAndTooLarge() throws {
    let right = try #require(end(.bowl, 0.3).loss)
    let small = try #require(end(.bowl, 0.01).loss)
    #expect(right < 1e-9 && small > 1)
    #expect(end(.bowl, 2.5).divergedAt != nil)
    // On the edge it swings for ever.
    #expect(end(.bowl, 2).path.last == end(.bowl, 2).path.first)
  }

  @Test func momentumHelpsInAValley() throws {
    let plain = try #require(end(.valley, 0.05).loss)
    let heavy = try #require(end(.valley, 0.05, 0.8).loss)
    #expect(heavy < plain / 100)
  }

  @Test(arguments: [Landscape.bowl, .valley, .chain(input: 1.5, target: 2)])
  func slopesAgreeWithDifferences(_ landscape: Landscape) {
    let w = Array([0.7, -1.3].prefix(landscape.weights))
    let slopes = landscape.gradient(w)
    for index in w.indices {
      var (above, below) = (w, w)
      above[index] += 1e-5
      below[index] -= 1e-5
      let slope = (landscape.loss(above) - landscape.loss(below)) / 2e-5
      #expect(abs(slope - slopes[index]) < 1e-8)
    }
  }
}
