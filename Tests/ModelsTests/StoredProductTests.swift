import Basics
import Numerics
import TestSupport
import Testing

@testable import Models

/// One row by weights of eight bits, which is multiplied as they lie there, beside the numbers that they are,
/// summed in double precision, and beside two rows, whose weights become numbers first.
@Suite struct StoredProductTests {
  @Test(arguments: [32, 64, 288, 3_072], [0x2C00, 0xB1FF, 0x0001, 0x83FF, 0] as [UInt16])
  func rowsByEightBitsAgree(_ columns: Int, _ scale: UInt16) throws {
    var draws = SeededGenerator(seed: UInt64(columns))
    let outputs = 3
    var bytes: [UInt8] = []
    for block in 0..<outputs * columns / 32 {
      // Every block has a scale of its own, and the lowest code stands in each.
      let own = scale &+ UInt16(block % 3)
      bytes += [UInt8(truncatingIfNeeded: own), UInt8(own >> 8), 0x80]
      for _ in 1..<32 { bytes.append(UInt8(draws.unit() * 256)) }
    }
    let matrix = try #require(
      StoredMatrix(MappedBytes(bytes), offset: 0, .q8_0, rows: outputs, columns: columns))
    var rows = draws.normals(2 * columns).map { Float($0) }
    for atOnce in [1, 2] {
      var results = [Float](repeating: 0, count: 2 * outputs)
      withMatrix(&rows, columns) { x in
        withMatrix(&results, outputs) { y in
          for row in stride(from: 0, to: 2, by: atOnce) {
            let part = row..<row + atOnce
            matrix.multiply(x.part(rows: part), outputs: 0..<outputs, into: y.part(rows: part))
          }
        }
      }
      for (at, result) in results.enumerated() {
        let (row, weights) = (at / outputs * columns, matrix.row(at % outputs))
        let terms = weights.indices.map { Double(rows[row + $0]) * Double(weights[$0]) }
        let size = terms.reduce(0) { $0 + abs($1) }
        #expect(abs(Double(result) - terms.reduce(0, +)) <= 1e-6 * size, "\(atOnce) \(at)")
      }
    }
  }

  private func withMatrix(
    _ values: inout [Float], _ columns: Int, _ body: (Models.Matrix<Float>) -> Void
  ) {
    values.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      body(Matrix(start, rows: values.count / columns, columns: columns))
    }
  }
}
