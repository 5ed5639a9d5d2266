import JSONText
import Testing

@testable import Numerics

@Suite struct RotationTests {
  @Test func bothLayoutsAgreeWithTorch() throws {
    let cases = try Fixture.load("rotations.json")
    #expect(cases.count == 60)
    for json in cases {
      var generator = SeededGenerator(seed: try json.seed)
      let layout = try #require(json["layout"]?.string.flatMap(RotaryPositions.Layout.init))
      let rotation = try Rotation(
        generator.matrix(try json.int("n"), try json.int("d")), at: json.ints("places"),
        by: RotaryPositions(layout, base: try json.number("base")))
      // Angles of thousands of radians are known to 1e-12 or so.
      let problem = mismatch(
        rotation.rotated.elements, try json.numbers("rotated"), 1e-12, floor: 4)
      #expect(problem == nil, "\(problem ?? "")")
    }
  }

  @Test(arguments: UInt64(900)..<945)
  func scoresDependOnTheDistanceAlone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let d = 2 * generator.int(in: 1...8)
    let (query, key) = (generator.matrix(1, d), generator.matrix(1, d))
    let positions = RotaryPositions(
      seed.isMultiple(of: 2) ? .interleaved : .halves,
      base: seed.isMultiple(of: 3) ? 500_000 : 10_000)
    func score(_ place: Int, _ other: Int) throws -> Double {
      let turned = try Rotation(query, at: [place], by: positions).rotated
      return turned.row(0).dot(try Rotation(key, at: [other], by: positions).rotated.row(0))
    }
    let distance = generator.int(in: -20...20)
    let expected = try score(distance, 0)
    for shift in [1, 7, 100, -30] {
      #expect(isClose(try score(distance + shift, shift), expected, 1e-11, floor: 16))
    }
    // Not of the distance's size alone: another distance gives another score.
    #expect(try query == key || score(distance + 1, 0) != expected)
  }

  @Test(arguments: UInt64(950)..<995)
  func rotationKeepsLengthsAndGoesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let matrix = generator.matrix(4, 2 * generator.int(in: 1...6))
    let places = (0..<4).map { _ in generator.int(in: -100...1000) }
    let positions = RotaryPositions(seed.isMultiple(of: 2) ? .interleaved : .halves)
    let rotation = try Rotation(matrix, at: places, by: positions)
    for i in 0..<4 {
      #expect(isClose(rotation.rotated.row(i).norm, matrix.row(i).norm, 1e-14))
      for c in 0..<matrix.columns {
        let terms = rotation.terms(row: i, column: c).map { $0 * $1 }
        #expect(terms.total == rotation.rotated[i, c])
      }
    }
    let back = rotation.back(rotation.rotated)
    #expect(mismatch(back.elements, matrix.elements, 1e-14, floor: 4) == nil)
  }

  @Test func twoLayoutsAreOneWithEntriesExchanged() throws {
    let interleaved = try Rotation(Matrix("1 2 3 4"), at: [3], by: RotaryPositions(.interleaved))
    let halves = try Rotation(Matrix("1 3 2 4"), at: [3], by: RotaryPositions(.halves))
    let order = [0, 2, 1, 3]
    #expect(order.map { interleaved.rotated[0, $0] } == halves.rotated.elements)
    #expect(interleaved.angles.elements == [3, 0.03])
  }

  @Test func positionZeroTurnsNothing() throws {
    let matrix = Matrix("1 2 3 4")
    #expect(try Rotation(matrix, at: [0], by: RotaryPositions()).rotated == matrix)
    #expect(throws: ShapeProblem.oddRotation(width: 3)) {
      try Rotation(Matrix("1 2 3"), at: [0], by: RotaryPositions())
    }
    for base in [0, -1, .nan, Double.infinity] {
      #expect(throws: ShapeProblem.self) {
        try Rotation(matrix, at: [0], by: RotaryPositions(base: base))
      }
    }
    #expect(throws: ShapeProblem.places(2, rows: 1)) {
      try Rotation(matrix, at: [0, 1], by: RotaryPositions())
    }
  }
}
