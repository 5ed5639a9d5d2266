import Formulas
import JSONText
import TestSupport
import Testing

@testable import Numerics

/// Expected numbers that `Tests/Fixtures/numerics/make_fixtures.py` computed with NumPy and torch.
enum Fixture {
  /// The cases of a file, each one JSON value.
  static func load(_ name: String) throws -> [JSON] {
    let text = try Files.bytes(of: "\(Files.tests)/Fixtures/numerics/\(name)")
    return try #require(try JSON.parse(utf8: text).array)
  }
}

extension JSON {
  /// The whole number of that name.
  func int(_ name: String) throws -> Int {
    try #require(self[name]?.int)
  }

  /// The number of that name.
  func number(_ name: String) throws -> Double {
    try #require(self[name]?.double)
  }

  /// The numbers of that name; null stands for −∞.
  func numbers(_ name: String) throws -> [Double] {
    try #require(self[name]?.array).map { $0.double ?? -.infinity }
  }

  /// The whole numbers of that name.
  func ints(_ name: String) throws -> [Int] {
    try #require(self[name]?.array).compactMap(\.int)
  }

  /// The seed of the case's inputs.
  var seed: UInt64 {
    get throws { UInt64(try int("seed")) }
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

/// The first pair that is not close, in words; nil where all are.
func mismatch(
  _ numbers: [Double], _ expected: [Double], _ bound: Double, floor: Double = 0
) -> String? {
  if numbers.count != expected.count {
    return "\(numbers.count) numbers, expected \(expected.count)"
  }
  for (index, pair) in zip(numbers, expected).enumerated()
  where !isClose(pair.0, pair.1, bound, floor: floor) {
    return "entry \(index) is \(pair.0), expected \(pair.1)"
  }
  return nil
}

extension Matrix {
  /// A matrix as typed; an empty one where the text is none.
  init(_ text: String) {
    self = (try? NumberReader.matrix(text)) ?? Matrix(rows: 0, columns: 0)
  }
}
