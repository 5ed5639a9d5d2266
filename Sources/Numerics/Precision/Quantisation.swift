import Basics

/// A row stored as whole numbers with one scale a block, and read back, with every number on the way.
package struct Quantisation: Equatable, Sendable {
  /// One block: up to 32 numbers with a scale of their own.
  package struct Block: Equatable, Sendable {
    /// Where it begins in the row, counted from 0.
    package let start: Int
    /// The place, within the block, of the number of largest magnitude; the first of several.
    package let largest: Int
    /// That number divided by 127 (int8, by magnitude) or by −8 (int4), in float32.
    package let scale: Double
    /// The scale as float16 keeps it; infinite beyond 65,504, 0 below about 3e-8.
    package let storedScale: Double
    /// Each number divided by the scale; all 0 where the scale is 0.
    package let scaled: Vector
    /// The nearest whole number of each, within the format's range.
    package let codes: [Int]
    /// What is read back: the code times the stored scale; of a scale that float16 cannot hold, ±∞, and
    /// NaN for a code of 0.
    package let restored: Vector
  }

  /// How it is stored.
  package let format: BlockFormat
  /// The row as given.
  package let row: Vector
  /// Its blocks, from left to right; the last may be shorter.
  package let blocks: [Block]

  /// Stores a row and reads it back; all its numbers must be finite in float32.
  package init(_ row: Vector, as format: BlockFormat) throws(QuantisationProblem) {
    if row.isEmpty { throw .noNumbers }
    for (index, number) in row.enumerated() where !Float(number).isFinite {
      throw .notFinite(number, index: index)
    }
    self.row = row
    self.format = format
    blocks = stride(from: 0, to: row.count, by: BlockFormat.blockSize).map { start in
      let end = min(start + BlockFormat.blockSize, row.count)
      return Block(row[start..<end].map { Float($0) }, start: start, format)
    }
  }

  /// The row as it is read back.
  package var restored: Vector { blocks.flatMap(\.restored) }
  /// The whole numbers of all blocks.
  package var codes: [Int] { blocks.flatMap(\.codes) }
  /// Number by number, what is read back less what was given.
  package var errors: Vector { zip(restored, row).map { $0 - $1 } }
  /// The root of the mean of the squared errors.
  package var rootMeanSquareError: Double { errors.norm / Double(row.count).squareRoot() }
  /// The place of the largest error, counted from 0; the first of several.
  package var worst: Int {
    let errors = errors.map(\.magnitude)
    return errors.indices.reduce(0) { errors[$1] > errors[$0] ? $1 : $0 }
  }
  /// The bytes it takes.
  package var bytes: Int { format.bytes(row.count) }
  /// The first block whose scale float16 cannot hold; nil where there is none.
  package var overflow: Int? { blocks.firstIndex { !$0.storedScale.isFinite } }
  /// The first block whose numbers are all lost, for float16 rounds its scale to 0.
  package var underflow: Int? { blocks.firstIndex { $0.scale != 0 && $0.storedScale == 0 } }
}

extension Quantisation.Block {
  fileprivate init(_ numbers: [Float], start: Int, _ format: BlockFormat) {
    self.start = start
    largest = numbers.indices.reduce(0) {
      numbers[$1].magnitude > numbers[$0].magnitude ? $1 : $0
    }
    let extreme = numbers[largest]
    let scale = format == .int8 ? extreme.magnitude / 127 : extreme / -8
    let inverse: Float = scale == 0 ? 0 : 1 / scale
    // Infinite where the scale is too small for float32 to divide by.
    let scaled = numbers.map { inverse.isFinite ? Double($0) * Double(inverse) : 0 }
    self.scale = Double(scale)
    storedScale = Precision.float16.round(Double(scale))
    self.scaled = scaled
    codes = scaled.map { format.code($0) }
    let stored = Float(storedScale)
    // 0 has no sign; times an infinite scale it is no number.
    restored = codes.map { $0 == 0 && stored.isFinite ? 0 : Double(Float($0) * stored) }
  }
}

extension BlockFormat {
  /// Where a number in the middle between two codes goes, in words.
  package var ties: String { self == .int8 ? "halves away from 0" : "halves up" }

  /// The code of a scaled number: the nearest, halves as `ties` says.
  fileprivate func code(_ scaled: Double) -> Int {
    let nearest =
      self == .int8
      ? Double(Float(scaled)).rounded(.toNearestOrAwayFromZero) : (scaled + 8.5).rounded(.down) - 8
    return min(max(Int(nearest), codes.lowerBound), codes.upperBound)
  }
}

/// Why a row cannot be stored in blocks.
package enum QuantisationProblem: Error, Equatable, Sendable {
  /// A row without numbers.
  case noNumbers
  /// A number that is not finite in float32, its place counted from 0.
  case notFinite(Double, index: Int)

  /// What is wrong and what to do, in one line for the reader.
  package var message: String { advice.text }

  /// The same, and apart from each other.
  package var advice: Advice {
    switch self {
    case .noNumbers: Advice("there is no number here", remedy: "write some, such as 1, 2, 3")
    case .notFinite(let number, let index):
      Advice(
        "number \(index + 1) is \(number.isNaN ? "NaN" : NumberText().text(number))",
        remedy: "a whole block would be lost with it; write a number up to 3.4e38")
    }
  }
}
