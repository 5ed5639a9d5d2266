import JSONText
import Testing

@testable import Numerics

@Suite struct QuantisationTests {
  @Test func blocksAgreeWithLlamaCppsOwnReader() throws {
    let cases = try Fixture.load("blocks.json")
    #expect(cases.count == 72)
    for (index, json) in cases.enumerated() {
      for format in BlockFormat.allCases {
        let expected = try #require(json[format.rawValue])
        let row = try json.numbers("row")
        let stored = try Quantisation(row, as: format)
        #expect(stored.bytes == (try expected.int("bytes")))
        #expect(stored.codes == (try expected.ints("codes")), "\(format) of \(index)")
        #expect(stored.blocks.map(\.storedScale) == (try expected.numbers("scales")))
        #expect(stored.restored == (try expected.numbers("restored")), "\(format) of \(index)")
        #expect(stored.errors == zip(stored.restored, row).map { $0 - $1 })
      }
    }
  }

  @Test(arguments: UInt64(1000)..<1045)
  func errorsStayWithinHalfAStep(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let row = generator.normals(generator.int(in: 1...80))
    let int8 = try Quantisation(row, as: .int8)
    for block in int8.blocks {
      for (code, error) in zip(block.codes, int8.errors[block.start...]) {
        #expect(BlockFormat.int8.codes.contains(code))
        // Half a step, and what float16 leaves off the scale.
        #expect(error.magnitude <= block.scale * (0.5 + 127 * Precision.float16.epsilon))
      }
      #expect(block.codes[block.largest].magnitude == 127)
    }
    let int4 = try Quantisation(row, as: .int4)
    for block in int4.blocks { #expect(block.codes[block.largest] == -8) }
    #expect(int4.rootMeanSquareError >= int8.rootMeanSquareError)
    let squares = int8.errors.map { $0 * $0 }.total / Double(row.count)
    #expect(isClose(int8.rootMeanSquareError, squares.squareRoot(), 1e-12))
    #expect(int8.errors.allSatisfy { $0.magnitude <= int8.errors[int8.worst].magnitude })
  }

  @Test(arguments: BlockFormat.allCases)
  func zerosAndAnOutlier(format: BlockFormat) throws {
    let zeros = try Quantisation([0, 0, -0.0], as: format)
    #expect(zeros.restored == [0, 0, 0] && zeros.rootMeanSquareError == 0)
    #expect(zeros.blocks[0].scale == 0 && zeros.overflow == nil && zeros.underflow == nil)
    // One outlier takes the steps that its neighbours needed; the next block keeps its own.
    let row = [1000.0] + Vector(repeating: 1, count: 63)
    let outlier = try Quantisation(row, as: format)
    #expect(outlier.restored[1..<32].allSatisfy { $0 == 0 })
    #expect(outlier.restored[32...].allSatisfy { isClose($0, 1, 1e-3) })
    #expect(outlier.blocks.map(\.start) == [0, 32] && (1..<32).contains(outlier.worst))
  }

  @Test func whatCannotBeStoredIsTold() throws {
    let problems: [(Vector, QuantisationProblem)] = [
      ([], .noNumbers), ([1, .infinity], .notFinite(.infinity, index: 1)),
      ([1e39], .notFinite(1e39, index: 0)),
    ]
    for (row, problem) in problems {
      #expect(throws: problem) { try Quantisation(row, as: .int8) }
    }
    do throws(QuantisationProblem) {
      _ = try Quantisation([1, 2, .nan], as: .int4)
      Issue.record("NaN was stored")
    } catch {
      #expect(error.message.hasPrefix("number 3 is NaN: "))
    }
    // float16 cannot hold the scale.
    #expect(try Quantisation([1e8], as: .int8).overflow == 0)
    let tiny = try Quantisation([1e-9, 2e-9], as: .int4)
    #expect(tiny.underflow == 0 && tiny.restored == [0, 0] && tiny.errors == [-1e-9, -2e-9])
    #expect(try Quantisation([1e-45, 0], as: .int8).restored == [0, 0])
  }

  @Test func bytes() {
    #expect(BlockFormat.int8.bytes(64) == 68 && BlockFormat.int4.bytes(64) == 36)
    #expect(BlockFormat.int8.bytes(33) == 37 && BlockFormat.int4.bytes(0) == 0)
    #expect(BlockFormat.int8.bitsWithScale == 8.5 && BlockFormat.int4.bitsWithScale == 4.5)
  }
}
