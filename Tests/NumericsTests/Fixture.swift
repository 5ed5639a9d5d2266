import Foundation
import Testing

@testable import Numerics

/// Expected numbers that `Tests/Fixtures/numerics/make_fixtures.py` computed with NumPy and torch.
enum Fixture {
  static func load<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/numerics/\(name)")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }
}

extension SeededGenerator {
  /// Multiples of 1/250 from −4 to 4, as the fixtures' inputs are made.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { _, _ in Double(int(in: -1000...1000)) / 250 }
  }
}

/// Compares relative to the larger of the expected number and `floor`.
func isClose(_ x: Double, _ expected: Double, _ bound: Double, floor: Double = 0) -> Bool {
  x == expected || (x - expected).magnitude <= bound * max(expected.magnitude, floor)
}

/// The first pair that is not close, in words; nil where all are. A nil stands for −∞.
func mismatch(
  _ numbers: [Double], _ expected: [Double?], _ bound: Double, floor: Double = 0
) -> String? {
  if numbers.count != expected.count {
    return "\(numbers.count) numbers, expected \(expected.count)"
  }
  for (index, pair) in zip(numbers, expected).enumerated()
  where !isClose(pair.0, pair.1 ?? -.infinity, bound, floor: floor) {
    return "entry \(index) is \(pair.0), expected \(pair.1 ?? -.infinity)"
  }
  return nil
}

extension Matrix {
  /// A matrix as typed; an empty one where the text is none.
  init(_ text: String) {
    self = (try? NumberReader.matrix(text)) ?? Matrix(rows: 0, columns: 0)
  }
}
