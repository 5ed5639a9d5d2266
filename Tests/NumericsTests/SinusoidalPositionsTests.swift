import Testing

@testable import Numerics

@Suite struct SinusoidalPositionsTests {
  @Test func agreeWithNumPy() throws {
    for expected in try Fixture.load("positions.json") {
      let positions = SinusoidalPositions(
        count: try expected.int("n"), width: try expected.int("d"))
      for (name, numbers) in [
        ("matrix", positions.matrix.elements), ("dots", positions.dotsByDistance),
      ] {
        let problem = mismatch(numbers, try expected.numbers(name), 1e-12, floor: 0.1)
        #expect(problem == nil, "\(name)")
      }
    }
  }

  @Test func dotProductsDependOnTheDistanceAlone() {
    let positions = SinusoidalPositions(count: 20, width: 16)
    for distance in 0..<10 {
      for start in 0..<10 {
        #expect(
          isClose(
            positions.dot(start, start + distance), positions.dotsByDistance[distance], 1e-12,
            floor: 1))
      }
    }
    #expect(isClose(positions.dotsByDistance[0], 8, 1e-14))
  }

  @Test func noPositionsOrNoWidth() {
    #expect(SinusoidalPositions(count: 0, width: 4).dotsByDistance == [])
    #expect(SinusoidalPositions(count: 2, width: 0).dotsByDistance == [0, 0])
  }
}
