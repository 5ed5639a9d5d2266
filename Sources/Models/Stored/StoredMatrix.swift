import Basics
import CProcessor
import FusedProduct
import WideProduct

/// A weight that stays in its file: its rows become numbers one by one when they are needed.
package struct StoredMatrix: Sendable {
  package let owner: MappedBytes
  package let offset: Int
  package let type: StoredType
  /// As they lie in the file.
  package let rows: Int
  package let columns: Int
  /// Which of the file's columns are this matrix's, where several lie side by side.
  package let used: Range<Int>
  /// Whether a row is what one input adds to all outputs, as GPT-2 has it, and not what one output is made of.
  package let isByInput: Bool

  /// Nil where the bytes are not there, or a row fills no blocks.
  package init?(
    _ owner: MappedBytes, offset: Int, _ type: StoredType, rows: Int, columns: Int,
    used: Range<Int>? = nil, isByInput: Bool = false
  ) {
    guard rows > 0, columns > 0, offset >= 0, let row = type.byteCount(columns) else { return nil }
    let (bytes, isTooMany) = row.multipliedReportingOverflow(by: rows)
    guard !isTooMany, bytes <= owner.count, offset <= owner.count - bytes else { return nil }
    let used = used ?? 0..<columns
    guard used.lowerBound >= 0, used.upperBound <= columns, !used.isEmpty else { return nil }
    self.owner = owner
    self.offset = offset
    self.type = type
    self.rows = rows
    self.columns = columns
    self.used = used
    self.isByInput = isByInput
  }

  /// Some of its rows.
  package func part(rows part: Range<Int>) -> StoredMatrix? {
    guard part.lowerBound >= 0, part.upperBound <= rows, let row = type.byteCount(columns) else {
      return nil
    }
    return StoredMatrix(
      owner, offset: offset + part.lowerBound * row, type, rows: part.count, columns: columns,
      used: used, isByInput: isByInput)
  }

  package var inputs: Int { isByInput ? rows : used.count }
  package var outputs: Int { isByInput ? used.count : rows }
  private var rowBytes: Int { columns / type.block * type.blockBytes }

  /// The numbers of a row.
  package func row(_ row: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: columns) { buffer, count in
      if let start = buffer.baseAddress {
        owner.withBytes { bytes in
          guard let bytes = bytes.baseAddress else { return }
          type.numbers(bytes + offset + row * rowBytes, count: columns, into: start)
        }
      }
      count = columns
    }[used].map(\.self)
  }

  /// All its numbers, row by row.
  package var values: [Float] { (0..<rows).flatMap(row) }

  /// Whether a row can be multiplied as it lies there.
  private var isFused: Bool { type == .q8_0 && used.count == columns && hasFusedProducts }

  /// y = x · W, or those outputs of it.                      x (n, inputs) → y (n, outputs)
  func multiply(_ x: Matrix<Float>, outputs: Range<Int>, into y: Matrix<Float>) {
    owner.withBytes { bytes in
      guard let bytes = bytes.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: columns) { space in
        guard let space = space.baseAddress else { return }
        func numbers(_ row: Int) -> UnsafePointer<Float> {
          let from = bytes + offset + row * rowBytes
          if type == .f32, UInt(bitPattern: from) % 4 == 0 {
            return from.assumingMemoryBound(to: Float.self) + used.lowerBound
          }
          type.numbers(from, count: columns, into: space)
          return UnsafePointer(space) + used.lowerBound
        }
        if isByInput {
          for place in 0..<x.rows {
            y.part(rows: place..<place + 1, columns: outputs).fill(0)
          }
          for input in 0..<rows {
            let weights = numbers(input) + outputs.lowerBound
            for place in 0..<x.rows {
              add(x[place, input], weights, to: y.row(place) + outputs.lowerBound, outputs.count)
            }
          }
        } else if x.rows == 1, isFused {
          let (row, blocks) = (x.row(0), columns / type.block)
          for output in outputs {
            y[0, output] = FusedProduct.product(
              row, eightBits: bytes + offset + output * rowBytes, blocks: blocks)
          }
        } else {
          for output in outputs {
            products(of: x, numbers(output), into: y, column: output)
          }
        }
      }
    }
  }
}

extension StoredMatrix: Equatable {
  package static func == (one: StoredMatrix, other: StoredMatrix) -> Bool {
    one.owner === other.owner && one.offset == other.offset && one.type == other.type
      && one.rows == other.rows && one.columns == other.columns && one.used == other.used
      && one.isByInput == other.isByInput
  }
}

/// Asked once of the processor.
private let hasFusedProducts = processor_has_fma() != 0

/// y += factor · weights
@inline(__always)
private func add(
  _ factor: Float, _ weights: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ count: Int
) {
  for i in 0..<count { y[i] += factor * weights[i] }
}

/// The product of each row of x with one output's weights. The sums run side by side in registers.
private func products(
  of x: Matrix<Float>, _ weights: UnsafePointer<Float>, into y: Matrix<Float>, column: Int
) {
  typealias Lanes = SIMD8<Float>
  let count = x.columns
  let whole = count & ~15
  let w = UnsafeRawPointer(weights)
  @inline(__always) func load(_ from: UnsafeRawPointer, _ at: Int) -> Lanes {
    from.loadUnaligned(fromByteOffset: 4 * at, as: Lanes.self)
  }
  var row = 0
  while row + 1 < x.rows {
    let (a, b) = (UnsafeRawPointer(x.row(row)), UnsafeRawPointer(x.row(row + 1)))
    var (a0, a1, b0, b1) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var i = 0
    while i < whole {
      let (w0, w1) = (load(w, i), load(w, i + 8))
      a0 += load(a, i) * w0
      a1 += load(a, i + 8) * w1
      b0 += load(b, i) * w0
      b1 += load(b, i + 8) * w1
      i += 16
    }
    var (sumA, sumB) = ((a0 + a1).sum(), (b0 + b1).sum())
    while i < count {
      sumA += x[row, i] * weights[i]
      sumB += x[row + 1, i] * weights[i]
      i += 1
    }
    y[row, column] = sumA
    y[row + 1, column] = sumB
    row += 2
  }
  guard row < x.rows else { return }
  if Float.broad > 0 {
    y[row, column] = WideProduct.product(x.row(row), weights, count: count)
    return
  }
  let a = UnsafeRawPointer(x.row(row))
  var (a0, a1) = (Lanes.zero, Lanes.zero)
  var i = 0
  while i < whole {
    a0 += load(a, i) * load(w, i)
    a1 += load(a, i + 8) * load(w, i + 8)
    i += 16
  }
  var sum = (a0 + a1).sum()
  while i < count {
    sum += x[row, i] * weights[i]
    i += 1
  }
  y[row, column] = sum
}
