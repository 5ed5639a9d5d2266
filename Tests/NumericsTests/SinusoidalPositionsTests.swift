import Testing

@testable import Numerics

@Suite struct SinusoidalPositionsTests {
  @Test func agreeWithNumPy() throws {
    struct Case: Decodable {
      let n, d: Int
      let matrix, dots: [Double]
    }
    for expected in try Fixture.load("positions.json", as: Case.self) {
      let positions = SinusoidalPositions(count: expected.n, width: expected.d)
      #expect(positions.matrix.rows == expected.n && positions.matrix.columns == expected.d)
      #expect(
        mismatch(positions.matrix.elements, expected.matrix.map { $0 }, 1e-12, floor: 0.1) == nil)
      #expect(
        mismatch(positions.dotsByDistance, expected.dots.map { $0 }, 1e-12, floor: 0.1) == nil)
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
