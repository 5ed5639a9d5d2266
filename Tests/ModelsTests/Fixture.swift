import JSONText
import TestSupport
import Testing

@testable import Models

/// Expected numbers that `Tests/Fixtures/models/make_fixtures.py` computed with torch.
enum Fixture {
  static func load(_ name: String) throws -> JSON {
    try JSON.parse(utf8: try Files.bytes(of: "\(Files.tests)/Fixtures/models/\(name).json"))
  }
}

extension JSON {
  func int(_ name: String) throws -> Int { try #require(self[name]?.int) }
  func number(_ name: String) throws -> Double { try #require(self[name]?.double) }
  func text(_ name: String) throws -> String { try #require(self[name]?.string) }
  func flag(_ name: String) throws -> Bool { try #require(self[name]?.bool as Bool?) }
  func numbers(_ name: String) throws -> [Double] {
    try #require(self[name]?.array).map { try #require($0.double) }
  }
  func rows(_ name: String) throws -> [[Double]] {
    try #require(self[name]?.array).map { row in
      try #require(row.array).map { try #require($0.double) }
    }
  }
  func tokens(_ name: String) throws -> [Int32] { try numbers(name).map { Int32($0) } }
}

/// The largest difference as a share of the largest number, or of one where all are small.
func worst<T: Real>(_ got: some Collection<T>, _ expected: [Double]) -> Double {
  guard got.count == expected.count else { return .infinity }
  let scale = max(1, expected.map(abs).max() ?? 0)
  return zip(got, expected).map { abs(Double($0) - $1) }.max().map { $0 / scale } ?? 0
}
