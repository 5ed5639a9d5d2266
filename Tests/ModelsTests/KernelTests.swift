import Libc
import Numerics
import TestSupport
import Testing

@testable import Models

@Suite struct KernelTests {
  /// Every remainder of rows and columns, transposed or not, added or not, beside three plain loops.
  @Test func productsAgreeWithPlainLoops() {
    var draws = SeededGenerator(seed: 1)
    for (n, k, m) in [
      (1, 1, 1), (4, 8, 8), (5, 3, 12), (7, 33, 9), (9, 300, 21), (3, 2, 4), (6, 5, 16), (5, 7, 43),
    ] {
      for turns in 0..<4 {
        for adding in [false, true] {
          let worst = difference(
            n, k, m, turnedA: turns & 1 == 1, turnedB: turns & 2 == 2, adding, &draws)
          #expect(worst < 1e-4, "\(n)x\(k)x\(m) \(turns) \(adding)")
        }
      }
    }
  }

  private func difference(
    _ n: Int, _ k: Int, _ m: Int, turnedA: Bool, turnedB: Bool, _ adding: Bool,
    _ draws: inout SeededGenerator
  ) -> Double {
    var a = draws.normals(n * k).map { Float($0) }
    var b = draws.normals(k * m).map { Float($0) }
    var c = draws.normals(n * m).map { Float($0) }
    let before = c
    var worst = 0.0
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          let left =
            turnedA ? Matrix(a, rows: k, columns: n).transposed : Matrix(a, rows: n, columns: k)
          let right =
            turnedB ? Matrix(b, rows: m, columns: k).transposed : Matrix(b, rows: k, columns: m)
          let to = Matrix(c, rows: n, columns: m)
          multiply(left, right, into: to, adding: adding)
          for i in 0..<n {
            for j in 0..<m {
              var sum = adding ? Double(before[i * m + j]) : 0
              for l in 0..<k { sum += Double(left[i, l]) * Double(right[l, j]) }
              worst = max(worst, abs(sum - Double(to[i, j])))
            }
          }
        }
      }
    }
    return worst
  }

  /// Whatever registers the processor has: each sum is rounded as in a plain loop, so that a seed trains
  /// the same model everywhere.
  @Test(arguments: [(5, 16, 16), (4, 32, 23), (7, 11, 11), (2, 256, 40), (1, 9, 64)])
  func productsHaveTheBitsOfPlainLoops(_ n: Int, _ k: Int, _ m: Int) {
    var draws = SeededGenerator(seed: 2)
    var a = draws.normals(n * k).map { Float($0) }
    var b = draws.normals(k * m).map { Float($0) }
    var c = draws.normals(n * m).map { Float($0) }
    let plain = c.indices.map { at in
      c[at] + (0..<k).reduce(Float(0)) { $0 + a[at / m * k + $1] * b[$1 * m + at % m] }
    }
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          multiply(
            Matrix(a, rows: n, columns: k), Matrix(b, rows: k, columns: m),
            into: Matrix(c, rows: n, columns: m), adding: true)
        }
      }
    }
    #expect(c == plain)
  }

  @Test func exponentialIsRightToAFewBits() {
    var worst = 0.0
    for step in -8_700...8_800 {
      let x = Float(step) / 100
      let expected = exp(Double(x))
      worst = max(worst, abs(Double(Float.exponential(x)) - expected) / expected)
    }
    #expect(worst < 3e-7, "\(worst)")
    #expect(Float.exponential(0) == 1)
    #expect(Float.exponential(-1e30) < 2e-38)
    #expect(Float.exponential(1e30) == .infinity)
    #expect(Float.exponential(.infinity) == .infinity)
    #expect(Float.exponential(.nan).isNaN)
  }
}
